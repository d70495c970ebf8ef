"""The door of the page: who may ask, for what, how much, and what a browser may do with the reply.

A page on loopback is still reachable by every web site its reader opens: a form may post to it
across origins, and a name that is rebound to 127.0.0.1 may read it. So every request must name a
known host and come from the page itself, only the paths the page needs exist, bodies are bounded,
and a Content-Security-Policy lets nothing run or load that is not ours.

Gradio's frontend needs inline styles. Its inline scripts are given a nonce instead of the right to
be inline, and nothing may be evaluated from text.
"""

from __future__ import annotations

import base64
import hmac
import ipaddress
import re
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from index import LANGUAGES

from .strings import preferred, strings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST_POST = 2 * 1024 * 1024
"""Bytes of a request: a long conversation to be exported is a few hundred thousand."""

RETRY_AFTER = "10"
"""Seconds after which a place in the queue is likely."""

_OPEN = re.compile(
    r"/|/config/?|/theme\.css|/favicon\.ico|/manifest\.json|/robots\.txt"
    r"|/(?:assets|static|svelte)/[\w./ @+-]+"
    r"|/attesto/[\w./-]+"
    r"|/gradio_api/(?:info|startup-events|queue/join|queue/data|cancel|reset|app_id|theme\.css)/?"
    r"|/gradio_api/heartbeat/\w+"
    r"|/gradio_api/call/\w+(?:/\w+)?",
    re.ASCII,
)
"""Every path there is. Whatever else Gradio can serve (files, uploads, proxies) does not exist."""

_UNGUARDED = frozenset({"/gradio_api/startup-events"})
"""Gradio asks itself for this when it starts, without a password; it tells nothing."""

_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
    "frame-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
)
_STYLES = (b"base", b"talk", b"source")
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_NONCE = re.compile(rb"<script(?=[\s>])")
_HEAD = b"".join(
    [
        *(b'<link rel="stylesheet" href="attesto/web/%s.css">' % name for name in _STYLES),
        b'<script type="module" src="attesto/web/page.js"></script></head>',
    ]
)


@dataclass(frozen=True, slots=True)
class Rules:
    """Who is let in."""

    hosts: frozenset[str] = frozenset({"127.0.0.1", "localhost", "::1"})
    """Names the page may be addressed by, without port."""
    any_address: bool = False
    """Also by any number of an interface: a number cannot be rebound as a name can."""
    password: str | None = None
    largest_upload: int = 0
    """Bytes of a document that may be put into the folder; 0 when none may."""


class Guard:
    """ASGI middleware that applies the rules and puts the headers on."""

    def __init__(self, app: App, rules: Rules) -> None:
        self.app = app
        self.rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # the page uses no web sockets
            await send({"type": "websocket.close", "code": 1008})
            return
        refusal = _refusal(scope, self.rules)
        nonce = secrets.token_urlsafe(16)
        page = scope["path"] == "/"
        reply = _Reply(send, nonce, rewrite=page)
        if refusal:
            await _refuse(reply, refusal, _language(scope))
            return
        bounded = _bounded(receive, _limit(scope, self.rules))
        try:
            await self.app(scope, bounded, reply)
        except _TooLarge:
            await _refuse(reply, 413, _language(scope))


class _TooLarge(Exception):
    """More bytes came than a request may have."""


def _language(scope: Scope) -> str:
    """Return the language of a refusal: the page's where it was given, else the browser's."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("language", [""])[0]
    headers = dict(scope["headers"])
    accepted = headers.get(b"accept-language", b"").decode("latin-1")
    return asked if asked in LANGUAGES else preferred(accepted)


def _refusal(scope: Scope, rules: Rules) -> int | None:
    """Give the status by which a request is refused, or None."""
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    host = headers.get("host", "")
    if not _known_host(host, rules):
        return 421
    if not _same_origin(headers, host, scope):
        return 403
    path = scope["path"]
    if not _OPEN.fullmatch(path) or ".." in path:
        return 404
    if path not in _UNGUARDED and not _knows_password(headers, rules.password):
        return 401
    if int(headers.get("content-length") or 0) > _limit(scope, rules):
        return 413
    return None


def _known_host(host: str, rules: Rules) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    if name in rules.hosts:
        return True
    if not rules.any_address:
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _same_origin(headers: dict[str, str], host: str, scope: Scope) -> bool:
    """Tell whether a request comes from our own page, or from no page at all."""
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host:
        return False
    site = headers.get("sec-fetch-site", "none")
    arriving = scope["path"] == "/" and headers.get("sec-fetch-mode") == "navigate"
    return site in ("same-origin", "none") or arriving  # a link elsewhere may lead here


def _knows_password(headers: dict[str, str], password: str | None) -> bool:
    if password is None:
        return True
    kind, _, credentials = headers.get("authorization", "").partition(" ")
    try:
        _, _, given = base64.b64decode(credentials).partition(b":")
    except ValueError:
        return False
    return kind.lower() == "basic" and hmac.compare_digest(given, password.encode())


def _limit(scope: Scope, rules: Rules) -> int:
    is_upload = scope["method"] == "POST" and scope["path"] == "/attesto/documents"
    return rules.largest_upload if is_upload else LARGEST_POST


def _bounded(receive: Receive, limit: int) -> Receive:
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise _TooLarge
        return message

    return bounded


class _Reply:
    """A send that puts the headers on, and a nonce on the page's own scripts."""

    def __init__(self, send: Send, nonce: str, *, rewrite: bool) -> None:
        self.send = send
        self.nonce = nonce
        self.rewrite = rewrite
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": self._headers(message)}
            if self.rewrite:
                self.start = message
                return
        elif self.start is not None:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_page()
            return
        await self.send(message)

    def _headers(self, message: Message) -> list[tuple[bytes, bytes]]:
        ours = {**_HEADERS, "content-security-policy": _POLICY.format(nonce=self.nonce)}
        replaced = {name.encode() for name in ours}
        kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in replaced]
        if self.rewrite or message["status"] >= 400:
            ours["cache-control"] = "no-store"
        if message["status"] == 503:  # Gradio's queue is full
            ours["retry-after"] = RETRY_AFTER
        return [*kept, *((name.encode(), value.encode()) for name, value in ours.items())]

    async def _send_page(self) -> None:
        assert self.start is not None
        body = self.body.replace(b"</head>", _HEAD, 1)
        body = _NONCE.sub(b'<script nonce="%s"' % self.nonce.encode(), body)
        headers = [pair for pair in self.start["headers"] if pair[0].lower() != b"content-length"]
        headers.append((b"content-length", str(len(body)).encode()))
        start, self.start = self.start, None
        await self.send({**start, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})


async def _refuse(reply: _Reply, status: int, language: str) -> None:
    """Refuse with one plain sentence; the same for what exists and what does not."""
    reply.rewrite = False
    text = strings(language)[f"refused_{status}"]
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    if status == 401:
        headers.append((b"www-authenticate", b'Basic realm="Attesto", charset="UTF-8"'))
    await reply({"type": "http.response.start", "status": status, "headers": headers})
    await reply({"type": "http.response.body", "body": text.encode()})
