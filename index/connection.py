"""One HTTP connection to an endpoint, stricter than a client is by itself.

Nothing is sent but what was given for this endpoint, no redirect is followed, no proxy is asked for
this machine's own servers, no answer may fill the memory; and another thread can hang it up.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from typing import Any, ClassVar

import httpx

from .deadline import Deadline
from .endpoint import Endpoint

LINE_LIMIT = 2 * 2**20
"""Bytes without a line break: readers keep a line in memory, and look through it again and again.
A batch of 64 vectors of 3,072 numbers is 1.3 MB, in one line."""
BODY_LIMIT = 32 * 2**20
"""Bytes of one answer."""

_HEADERS = frozenset(
    ("accept", "connection", "content-length", "content-type", "host", "user-agent")
)


class Connection:
    """An ``httpx`` client for one endpoint and one deadline."""

    FAULTS: ClassVar[tuple[type[Exception], ...]] = (
        httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError, RecursionError, OSError,
    )  # fmt: skip
    """What a request and the reading of its answer may raise."""

    def __init__(self, endpoint: Endpoint, clock: Deadline) -> None:
        self._endpoint = endpoint
        self._response: httpx.Response | None = None
        self.client = httpx.Client(
            follow_redirects=False,
            trust_env=not endpoint.is_local,
            # Only so that a reader left behind ends: the deadline itself is kept by Deadline.watch.
            timeout=httpx.Timeout(clock.left + 0.01, connect=min(10.0, clock.left + 0.01)),
            event_hooks={"request": [self._sign], "response": [self._answered]},
        )

    def hang_up(self) -> None:
        """End the connection now, even while another thread is reading from it."""
        stream = self._response and self._response.extensions.get("network_stream")
        sock = stream.get_extra_info("socket") if stream else None
        if isinstance(sock, socket.socket):
            # Closing does not wake a thread that waits in a read; shutting down does.
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        self.client.close()

    def _sign(self, request: httpx.Request) -> None:
        # Whoever made the request may have added keys and names out of the environment.
        for name in set(request.headers) - _HEADERS:
            del request.headers[name]
        request.headers["accept-encoding"] = "identity"
        if self._endpoint.key:
            request.headers["authorization"] = f"Bearer {self._endpoint.key}"

    def _answered(self, response: httpx.Response) -> None:
        self._response = response
        response.stream = _Limited(response.stream)


class _Limited(httpx.SyncByteStream):
    """A body that ends in an error before it can fill the memory."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        size = line = 0
        for chunk in self._inner:
            size += len(chunk)
            line = line + len(chunk) if b"\n" not in chunk else len(chunk) - chunk.rfind(b"\n")
            if size > BODY_LIMIT or line > LINE_LIMIT:
                raise ValueError(f"an answer of more than {size >> 20} MB")
            yield chunk

    def close(self) -> None:
        self._inner.close()
