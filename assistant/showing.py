"""What of a reply may be shown while it is still being written.

Without ``strict`` that is the text as it comes, without images, links, scripts and tags, and
without markers that point nowhere: the reader is told afterwards what a check found wrong. With it,
a sentence is held back until it has ended and been checked, and only what is supported is ever
shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence

from index import sentences

from .citing.inert import InertStream
from .citing.markers import MarkerStream
from .models.seam import DECLINE, Finish

Sift = Callable[[str], str]
"""A reply so far, whole sentences only, to the text of it that may be shown."""

_MARKERS = re.compile(r"(?:[\[(【［][\[^]?\d[\d,;\s-]*[\])】］]+\s*)+")
_SURE = 12
"""Letters of the next sentence from which it is sure that the one before has ended."""


def as_written(
    pieces: Iterator[str | Finish], files: Sequence[str]
) -> Generator[str, None, tuple[str, Finish]]:
    """Yield what may be shown of a reply; return the whole of it and how it ended.

    Args:
        pieces: the reply.
        files: the file of each passage that the model was shown.
    """
    plain, shown = InertStream(), MarkerStream(len(files), files)
    raw, held, finish = "", "", Finish()
    for piece in pieces:
        if isinstance(piece, Finish):
            finish = piece
            continue
        raw += piece
        held += piece
        if DECLINE.startswith(raw.strip()[: len(DECLINE)]):
            continue  # it may still turn out to be the word for "no answer"
        if text := shown.feed(plain.feed(held)):
            yield text
        held = ""
    rest = plain.feed(held) + plain.close()
    if DECLINE not in raw and (text := shown.feed(rest) + shown.close()):
        yield text
    return raw, finish


def once_checked(
    pieces: Iterator[str | Finish], sift: Sift, language: str
) -> Generator[str, None, tuple[str, Finish]]:
    """Yield what is supported of a reply, sentence by sentence; return as :func:`as_written`.

    Args:
        pieces: the reply.
        sift: tells what may be shown.
        language: of the answer.
    """
    raw, ended, shown, finish = "", "", "", Finish()
    for piece in pieces:
        if isinstance(piece, Finish):
            finish = piece
            continue
        raw += piece
        now = _ended(raw[len(ended) :], language)
        if not now or DECLINE in raw:
            continue
        ended += now
        text = sift(ended)
        # A sentence may change by what follows it; what was shown cannot be taken back, and what
        # does not go on from there waits for the answer.
        if text.startswith(shown) and len(text) > len(shown):
            yield text[len(shown) :]
            shown = text
    return raw, finish


def _ended(rest: str, language: str) -> str:
    """The sentences that have ended, with the markers that stand behind their full stop."""
    for start, _ in reversed(sentences(rest, language)):
        markers = _MARKERS.match(rest[start:])
        start += markers.end() if markers else 0
        if sum(map(str.isalpha, rest[start:])) >= _SURE:
            return rest[:start]
    return ""
