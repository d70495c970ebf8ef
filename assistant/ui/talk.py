"""A question over the wire: pieces of text as they are written, then the checked answer.

A model's stream is synchronous and may stall for as long as its deadline; the page's server is
not. So each stream runs in a thread of its own and hands over what it has, and what is handed over
is sent on at a pace a browser can show, slower when many people are reading at once.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from assistant.answers import Answer, Translation
from assistant.errors import AssistantFault
from index import Filter, IndexFault

from .faults import told
from .strings import strings
from .views import turn

if TYPE_CHECKING:
    from assistant.engine import Assistant

Event = dict[str, Any]
"""``kind`` is ``writing``, ``done`` or ``trouble``; see :func:`converse`."""

Whole = Answer | Translation
"""What a stream ends with."""

MOST_TURNS = 6
LONGEST_TURN = 2_000
"""How much of a conversation a follow-up may lean on: turns, and characters of each."""

_PATTERN = re.compile(r"([*?[])")
_PACE = 0.1  # seconds between two updates of one reader
_SHARE = 0.006  # seconds more for each further reader: one server shows about 200 updates a second
_FIRST = 0.02  # seconds more for each one who still waits for the first word


class Talks:
    """The answers being written at this moment."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.running = 0
        self.waiting = 0
        """Of these, how many have not shown a word yet."""

    @contextmanager
    def one(self) -> Iterator[Callable[[], None]]:
        """Count one more while it is being written; call what is given at its first word."""
        silent = True

        def began() -> None:
            nonlocal silent
            with self._lock:
                self.waiting -= silent
                silent = False

        with self._lock:
            self.running += 1
            self.waiting += 1
        try:
            yield began
        finally:
            began()
            with self._lock:
                self.running -= 1

    @property
    def pace(self) -> float:
        """Seconds between two updates of one reader: those who have seen nothing yet go first."""
        return _PACE + _SHARE * self.running + _FIRST * self.waiting


async def converse(
    assistant: Assistant,
    talks: Talks,
    question: str,
    history: Sequence[Sequence[str]],
    language: str,
    only: Mapping[str, str] | None = None,
) -> AsyncIterator[Event]:
    """Answer a question in events.

    Args:
        assistant: what answers.
        talks: counts those who are reading.
        question: what the reader typed.
        history: pairs of earlier question and answer text, oldest first, as the browser kept them.
        language: the page's own language.
        only: narrows the search: any of ``language``, ``file``, ``since`` and ``until``.

    Yields:
        Any number of ``{"kind": "writing", "text": all so far}``; then
        ``{"kind": "done", "html": …, "answer": Answer.to_dict()}``, or
        ``{"kind": "trouble", "message": …, "detail": …, "again": may the same question work
        later?}``, as :func:`told` words it.
    """
    turns, narrowed = _turns(history), narrow(only or {})
    written = ""
    try:
        with talks.one() as began:
            async for piece in _paced(
                lambda: assistant.stream(question, turns, only=narrowed, reader=language), talks
            ):
                began()
                if isinstance(piece, Answer):
                    page = turn(piece, strings(language))
                    yield {"kind": "done", "html": page, "answer": piece.to_dict()}
                elif isinstance(piece, str):
                    written += piece
                    yield {"kind": "writing", "text": written}
    except (AssistantFault, IndexFault) as fault:
        yield {"kind": "trouble", **told(fault, strings(language)), "again": fault.retryable}


async def translated(
    assistant: Assistant, talks: Talks, place: tuple[str, int, int], language: str, page: str
) -> AsyncIterator[Event]:
    """Translate a quote in events.

    Args:
        assistant: whose model translates.
        talks: counts those who are reading.
        place: file, start and end of the quote.
        language: into which.
        page: the page's own language, for what goes wrong.

    Yields:
        Any number of ``{"kind": "writing", "text": all so far}``; then ``{"kind": "done",
        "translation": …}`` with the fields of :class:`Translation`, or ``trouble`` as above.
    """
    written = ""
    try:
        with talks.one() as began:
            async for piece in _paced(lambda: assistant.translate(*place, language), talks):
                began()
                if isinstance(piece, Translation):
                    yield {"kind": "done", "translation": asdict(piece)}
                elif isinstance(piece, str):
                    written += piece
                    yield {"kind": "writing", "text": written}
    except (AssistantFault, IndexFault) as fault:
        yield {"kind": "trouble", **told(fault, strings(page)), "again": fault.retryable}


def narrow(only: Mapping[str, str]) -> Filter:
    """Read the filter that a browser sends; a file's name is a name there and no pattern."""
    given = {key: str(value) for key, value in only.items() if value}
    file, language = given.get("file"), given.get("language")
    return Filter(
        files=(_PATTERN.sub(r"[\1]", file),) if file else (),
        languages=(language,) if language else (),
        since=given.get("since"),
        until=given.get("until"),
    )


def _turns(history: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Take a browser's word for what was said, but not for who said it, nor without end."""
    pairs = [pair for pair in history if len(pair) == 2][-MOST_TURNS:]
    return [
        (role, str(text)[:LONGEST_TURN])
        for pair in pairs
        for role, text in zip(("user", "assistant"), pair, strict=True)
    ]


async def _paced(
    start: Callable[[], Iterator[str | Whole]], talks: Talks
) -> AsyncIterator[str | Whole]:
    """Run a stream in a thread; join pieces that come faster than the pace.

    When nobody listens any more, the stream is closed after the piece it is at, and so is the
    connection to the model behind it.
    """
    loop = asyncio.get_running_loop()
    pieces: asyncio.Queue[str | Whole | BaseException | None] = asyncio.Queue()
    left = threading.Event()

    def hand_over(piece: str | Whole | BaseException | None) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(pieces.put_nowait, piece)

    def run() -> None:
        stream = start()
        try:
            for piece in stream:
                if left.is_set():
                    return
                hand_over(piece)
            hand_over(None)
        except (AssistantFault, IndexFault, LookupError) as fault:
            hand_over(fault)
        except BaseException as fault:  # no fault of ours, but whoever waits is not left waiting
            hand_over(fault)
            raise
        finally:
            close = getattr(stream, "close", None)
            if close:
                close()

    threading.Thread(target=run, daemon=True, name="attesto-answer").start()
    try:
        async for piece in _joined(pieces, talks):
            yield piece
    finally:
        left.set()


async def _joined(
    pieces: asyncio.Queue[str | Whole | BaseException | None], talks: Talks
) -> AsyncIterator[str | Whole]:
    while True:
        held = ""
        piece = await pieces.get()
        while isinstance(piece, str):
            held += piece
            if pieces.empty():
                break
            piece = pieces.get_nowait()
        if held:
            yield held
        if isinstance(piece, BaseException):
            raise piece
        if piece is None:
            return
        if isinstance(piece, str):
            await asyncio.sleep(talks.pace)
        else:
            yield piece
