"""The page on a port of this machine, behind its guard."""

from __future__ import annotations

import contextlib
import gc
import ipaddress
import os
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantFault, ConfigError
from index import IndexFault

from .dropped import LARGEST
from .guard import Guard, Rules
from .page import AT_ONCE, WAITING, build
from .routes import Routes
from .strings import strings
from .suggest import with_reader

if TYPE_CHECKING:
    from assistant.engine import Assistant

PASSWORD = "ATTESTO_PASSWORD"
"""Where the password is read from: on a command line every user of the machine could read it."""

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_EVERY = frozenset({"0.0.0.0", "::", ""})


@dataclass(frozen=True, slots=True)
class Door:
    """Where the page is served, and to whom."""

    port: int = 7860
    host: str = "127.0.0.1"
    """The address to listen on."""
    names: tuple[str, ...] = ()
    """Further names the page is reached by, such as that of a proxy in front of it."""
    allow_upload: bool = False
    """May readers put documents into the folder?"""
    at_once: int = AT_ONCE
    """Questions answered at once."""
    waiting: int = WAITING
    """Questions that may wait; the next one is told that the page is busy."""


def rules_of(door: Door, password: str | None) -> Rules:
    """Say who is let in.

    Raises:
        ConfigError: another host than loopback, and no password.
    """
    if door.host not in _LOOPBACK and not password:
        raise ConfigError(
            f"Others could read these documents at {door.host}. Set a password first, for example: "
            f"{PASSWORD}='a long sentence' attesto chat --host {door.host}"
        )
    own = {socket.gethostname().lower()} if door.host in _EVERY else {door.host.lower()}
    return Rules(
        hosts=frozenset(_LOOPBACK | own | {name.lower() for name in door.names}),
        any_address=door.host in _EVERY,
        password=password,
        largest_upload=LARGEST if door.allow_upload else 0,
    )


def launch(
    assistant: Assistant,
    door: Door | None = None,
    *,
    open_browser: bool = False,
    block: bool = True,
    told: Callable[[str], object] = lambda address: None,
) -> Any:
    """Serve the page until it is interrupted.

    Args:
        assistant: what answers.
        door: where and to whom; loopback without one.
        open_browser: open the page in the person's browser.
        block: wait until the page is closed; tests do not.
        told: called with the page's address once it is served.

    Returns:
        The running page, when it does not block.

    Raises:
        ConfigError: another host than loopback, and no password is set.
        AssistantFault: the port is taken, or this machine does not have the address.
    """
    door = door or Door()
    rules = rules_of(door, os.environ.get(PASSWORD) or None)
    _check_free(door)
    page = build(assistant, door.at_once, door.waiting)
    import gradio as gr
    from starlette.middleware import Middleware

    routes = Routes(assistant, allow_upload=door.allow_upload)
    page.launch(
        server_name=f"[{door.host}]" if _is_six(door.host) else door.host,
        server_port=door.port,
        inbrowser=open_browser,
        share=False,
        quiet=True,
        show_error=True,
        ssr_mode=False,
        prevent_thread_lock=True,
        max_threads=max(40, door.at_once),
        max_file_size=0,
        theme=gr.themes.Base(font=("sans-serif",), font_mono=("monospace",)),
        footer_links=[],
        run_history=False,
        # Gradio would give its own page three seconds to answer and else give up: a busy machine
        # takes longer. That the server is up it has asked before.
        _frontend=False,
        app_kwargs={
            "middleware": [Middleware(Guard, rules=rules)],
            "routes": routes.routes(),
        },
    )
    told(f"http://{_spelt(door.host)}:{door.port}")
    if block:
        try:
            _stay(page, assistant)
        finally:
            page.close(verbose=False)
    return page


def _stay(page: Any, assistant: Assistant) -> None:
    """Wait for Ctrl-C, the usual end of a chat; Gradio's own waiting would say so in its words."""
    with contextlib.suppress(KeyboardInterrupt):
        _settle(assistant)
        while page.is_running:
            time.sleep(0.2)  # short: a lock cannot be interrupted on every system


def _settle(assistant: Assistant) -> None:
    """Load what the first question needs, while nobody has typed one yet.

    The built-in reader is asked, never a language model. What is loaded by then stays, so the
    collector need not look at it again: with many readers it did in the middle of answers.
    """
    question = strings("en")["ask_about"].format(name=assistant.folder.name)
    with contextlib.suppress(IndexFault):  # whoever asks first is told
        with_reader(assistant).ask(question)
    gc.collect()
    gc.freeze()


def _check_free(door: Door) -> None:
    """Say in our words what Gradio would say in a traceback."""
    try:
        family = socket.AF_INET6 if _is_six(door.host) else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((door.host, door.port))
    except OSError as error:
        raise AssistantFault(
            f"Port {door.port} of {door.host} cannot be used ({error.strerror}). "
            f"Choose another one: attesto chat --port {door.port % 65535 + 1}"
        ) from error


def _spelt(host: str) -> str:
    """Write a host as addresses do: one to type on this machine where it listens everywhere."""
    if host in _EVERY:
        return "localhost"
    return f"[{host}]" if _is_six(host) else host


def _is_six(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).version == 6
    except ValueError:
        return False
