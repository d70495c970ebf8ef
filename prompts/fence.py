"""Source text goes into a prompt behind a fence that it cannot climb.

Each passage stands between two lines that carry a random mark, fresh for every request, so that no
document can know it: a ``</passage>`` or a "Source 9:" inside a text is text. What chat templates
and tokenizers would take for a change of speaker is spaced out, and characters that no reader can
see are dropped: hidden instructions travel in them (tag characters, bidirectional overrides).
Citations are matched against the source itself, never against this copy.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable

# Every alternative is a place between two characters: a space goes in there.
_SPEAKER = re.compile(
    r"(?<=<)(?=\|)|(?<=\|)(?=>)|(?<=\[)(?=/?INST\])|(?<=<)(?=</?SYS>>)"
    r"|(?<=<)(?=/?s>|/?(?:start|end)_of_turn>|bos>|eos>)"
)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff"
    "\U000e0000-\U000e007f]"
)
_FENCED = re.compile(
    r"^<passage (?P<number>\d+) (?P<mark>[0-9a-f]{16})>\n"
    r"(?P<text>.*?)"
    r"\n</passage (?P=number) (?P=mark)>$",
    re.DOTALL | re.MULTILINE,
)


def new_mark() -> str:
    """A mark that no document can have guessed: 16 random hexadecimal digits."""
    return secrets.token_hex(8)


def fence(texts: Iterable[str], mark: str) -> str:
    """Put passages behind the fence, numbered from 1; the inverse is :func:`unfence`.

    Args:
        texts: What each passage says.
        mark: From :func:`new_mark`, one for each request.
    """
    return "\n\n".join(
        f"<passage {number} {mark}>\n{inert(text)}\n</passage {number} {mark}>"
        for number, text in enumerate(texts, start=1)
    )


def unfence(prompt: str) -> dict[int, str]:
    """The passages of a prompt by their number: what :func:`fence` put there."""
    return {int(match["number"]): match["text"] for match in _FENCED.finditer(prompt)}


def inert(text: str) -> str:
    """The text without unseen characters and without what would read as a change of speaker."""
    return _SPEAKER.sub(" ", _UNSEEN.sub("", text))
