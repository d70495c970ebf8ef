"""The page: Gradio components, and nothing but forwarding between them and the Assistant."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answers import Answer
from assistant.errors import AssistantFault
from index import IndexFault

from . import views

if TYPE_CHECKING:
    from assistant.engine import Assistant

_STYLE = Path(__file__).with_name("style.css")
# Fonts of the system, so that nothing is loaded from outside.
_FONTS = ("ui-sans-serif", "system-ui", "sans-serif")
_MONO = ("ui-monospace", "monospace")

State = list[tuple[str, dict[str, Any]]]
"""The conversation of one browser tab: question and answer, as plain JSON."""


def build(assistant: Assistant) -> Any:
    """Build the page for a folder, without starting a server."""
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    import gradio as gr

    welcome = views.welcome(assistant.index.files(), assistant.folder.name)
    with gr.Blocks(title=f"Attesto · {assistant.folder.name}", analytics_enabled=False) as page:
        state = gr.State([])
        with gr.Row(elem_id="room"):
            with gr.Column(scale=3, min_width=320):
                talk = gr.HTML(welcome, elem_id="talk")
                with gr.Row(elem_id="ask"):
                    box, send, stop, new = _controls(gr)
            with gr.Column(scale=2, min_width=320):
                shelf = gr.HTML(views.EMPTY_SHELF, elem_id="shelf")
        outputs = [talk, shelf, state, box]

        def respond(question: str, state: State) -> Iterator[tuple[str, str, State, str]]:
            yield from answer_steps(assistant, question, state)

        asked = [
            trigger(respond, [box, state], outputs, api_name=False, concurrency_limit=16)
            for trigger in (box.submit, send.click)
        ]
        stop.click(None, cancels=asked, api_name=False)
        fresh: tuple[str, str, State] = (welcome, views.EMPTY_SHELF, [])
        new.click(lambda: fresh, None, [talk, shelf, state], cancels=asked, api_name=False)
        _api(gr, assistant)
    page.queue(max_size=64)
    return page


def _controls(gr: Any) -> tuple[Any, Any, Any, Any]:
    box = gr.Textbox(
        placeholder="Ask · Demandez · Fragen Sie · Chiedi", label="Question", show_label=False,
        container=False, scale=8, max_lines=4, elem_id="box", max_length=4000, autofocus=True,
    )  # fmt: skip
    send = gr.Button("Ask", scale=0, min_width=72, variant="primary", elem_id="send")
    stop = gr.Button("Stop", scale=0, min_width=72, elem_id="stop")
    new = gr.Button("New", scale=0, min_width=72, elem_id="new")
    return box, send, stop, new


def _api(gr: Any, assistant: Assistant) -> None:
    """Name the endpoints that ``gradio_client`` calls; they give the contract's JSON."""

    def ask(question: str) -> dict[str, Any]:
        return assistant.ask(question).to_dict()

    def search(question: str, k: int = 10) -> list[dict[str, Any]]:
        return [asdict(hit) for hit in assistant.search(question, k)]

    gr.api(ask, api_name="ask")
    gr.api(search, api_name="search")


def answer_steps(
    assistant: Assistant, question: str, state: State
) -> Iterator[tuple[str, str, State, str]]:
    """Answer one question in steps: what the talk, the shelf, the state and the box show."""
    before = "".join(
        views.turn(n, Answer.from_dict(data)) for n, (_, data) in enumerate(state, start=1)
    )
    number = len(state) + 1
    shelf = views.EMPTY_SHELF
    history = [
        pair
        for asked, data in state
        for pair in (("user", asked), ("assistant", str(data["text"])))
    ]
    written = ""
    yield before + views.writing(question, ""), shelf, state, ""
    try:
        for piece in assistant.stream(question, history):
            if isinstance(piece, Answer):
                shelf = views.sources(number, piece, assistant.index.text)
                state = [*state, (question, piece.to_dict())]
                yield before + views.turn(number, piece), shelf, state, ""
            else:
                written += piece
                yield before + views.writing(question, written), shelf, state, ""
    except (AssistantFault, IndexFault) as fault:
        yield before + views.trouble(question, str(fault)), shelf, state, question


def launch(assistant: Assistant, *, port: int, open_browser: bool, block: bool = True) -> Any:
    """Serve the page on this machine, until it is interrupted.

    Args:
        assistant: what answers.
        port: on the loopback address.
        open_browser: open the page in the person's browser.
        block: wait until the page is closed; tests do not.

    Returns:
        The running page, when it does not block.

    Raises:
        AssistantFault: the port is taken.
    """
    page = build(assistant)
    import gradio as gr

    try:
        page.launch(
            server_name="127.0.0.1",
            server_port=port,
            inbrowser=open_browser,
            share=False,
            quiet=True,
            show_error=False,
            prevent_thread_lock=True,
            theme=gr.themes.Base(
                primary_hue="teal", neutral_hue="stone", font=_FONTS, font_mono=_MONO
            ),
            css_paths=[_STYLE],
            footer_links=[],
        )
    except OSError as error:
        raise AssistantFault(
            f"Port {port} is taken. Choose another one: attesto chat --port {port + 1}"
        ) from error
    if block:
        page.block_thread()
    return page
