"""The child's side of the sandbox: reads requests, runs adapters, writes replies.

Before the first request it gives up what an extractor has no business with: files larger than
nothing, memory without end, the network, other programs. Standard output belongs to the protocol,
so what a library prints goes nowhere.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from importlib import import_module
from typing import BinaryIO

from .extracted import Extracted, Unreadable

# Not every socket: a library may make one when it is imported, to see what there is.
_FORBIDDEN = (
    *(
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostby",
        "socket.sendto",
        "socket.sendmsg",
    ),
    *("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork"),
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Forbidden(BaseException):
    """An extractor reached for the network, another program or a file to write. It ends there."""


def serve(memory: int) -> None:
    """Answer requests until the parent closes the pipe.

    Args:
        memory: bytes of address space, beyond which allocations fail.
    """
    requests = sys.stdin.buffer
    replies = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    _limit(memory)
    sys.addaudithook(_guard)
    while header := requests.readline():
        request = json.loads(header)
        data = requests.read(request["size"])
        send(replies, answer(request["format"], data))


def answer(form: str, data: bytes) -> dict[str, object]:
    """Run one adapter; what is wrong with the file becomes a reason, all else ends the process."""
    try:
        extracted: Extracted = import_module(f".{form}", __package__).extract(data)
    except Unreadable as problem:
        return {"reason": problem.reason, "detail": problem.detail}
    except MemoryError:
        return {
            "reason": "memory",
            "detail": "Reading it takes more memory than is allowed. Split it.",
        }
    except RecursionError:
        return {"reason": "malformed", "detail": "Its parts are nested too deep. Save it as text."}
    return asdict(extracted)


def send(replies: BinaryIO, answer: dict[str, object]) -> None:
    """Write one reply: its size on a line, then JSON."""
    data = json.dumps(answer).encode()
    replies.write(b"%d\n" % len(data))
    replies.write(data)
    replies.flush()


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has none of these; the parent's clock still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise Forbidden(event)
    if event == "open" and len(arguments) > 2:
        flags = arguments[2]
        if isinstance(flags, int) and flags & _WRITING and arguments[0] != os.devnull:
            raise Forbidden(f"{event} {arguments[0]!r}")
