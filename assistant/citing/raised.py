"""Raised and circled figures of a reply, `¹`, `<sup>1</sup>`, `①`: is one a marker?

A raised figure is also a power: `m²`, `10⁶`, `sin²`. So it is a marker only behind a word that is
no unit and no chemical sign, behind a year, a money sign or closing punctuation, and never before
more text of the same word.
"""

from __future__ import annotations

import re
from unicodedata import numeric

from .brackets import CIRCLED, LONGEST, Bracket, Unfinished, read_bracket

SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_OPENS, _CLOSES = "<sup>", "</sup>"
_RAISED = re.compile(rf"[{SIGNS}]{{1,3}}")
_INNER = re.compile(r"[ \d,;&^\[\]–-]*")
_PLAIN = str.maketrans(SIGNS, "0123456789")
_BEHIND = re.compile(
    r"(?:(?<![^\W\d_])[^\W\d_]{2,}|(?<![\d.,'’])(?:19|20)\d\d|[.,;:!?…»”\"'\]%€$£]|"
    r"(?:[^\W\d_]{3}|\d{4})\))$"
)
_POWERED = re.compile(
    r"(?<![^\W\d_])(?:[kcmdhnµμ]m|ft|in|yd|mi|kg|ms|mc|mol|bar|sec|rad|sin|cos|tan|cot|log|exp|"
    r"CO|NO|SO|PO)$"
)
_GOES_ON = re.compile(rf"(?![{CIRCLED}])[\w⁄/⁺⁻₀-₉]")
_CIRCLED = re.compile(f"[{CIRCLED}]")


def read_raised(text: str, at: int, before: str, final: bool) -> Bracket | Unfinished | None:
    """Read the raised figure that begins at `text[at]`, a sign or `<`.

    Args:
        text: what has come of the reply so far.
        at: position of the sign or of `<sup>`.
        before: the last characters before it.
        final: no more text will come.

    Returns:
        The marker, labelled where it holds a bracket; `None` if it is certain that this is none;
        `Unfinished` otherwise.
    """
    bracket = _tagged(text, at, final) if text[at] == "<" else _signs(text, at, final)
    if bracket is None or isinstance(bracket, Unfinished) or bracket.labelled:
        return bracket
    stands = may_stand(bracket, text, before, final)
    return bracket if stands is True else stands or None


def may_stand(bracket: Bracket, text: str, before: str, final: bool) -> bool | Unfinished:
    """May a marker stand between what is before a raised figure and what is behind it?

    Args:
        bracket: the figure, which ends in `text`.
        text: what has come of the reply so far.
        before: the last characters before it.
        final: no more text will come.
    """
    if bracket.end == len(text) and not final:
        return Unfinished()
    behind = before.rstrip(" \u00a0\u202f")
    stands = _BEHIND.search(behind) and not _POWERED.search(behind)
    return bool(stands) and not _GOES_ON.match(text, bracket.end)


def _signs(text: str, at: int, final: bool) -> Bracket | Unfinished | None:
    if _CIRCLED.match(text, at):
        number = int(numeric(text[at]))
        return Bracket(((number, number),), at + 1, labelled=False)
    run = _RAISED.match(text, at)
    if run is None:
        return None
    if run.end() == len(text) and not final:
        return Unfinished()
    number = int(run.group().translate(_PLAIN))
    return Bracket(((number, number),), run.end(), labelled=False)


def _tagged(text: str, at: int, final: bool) -> Bracket | Unfinished | None:
    begins = text[at : at + len(_OPENS)].lower()
    if begins != _OPENS:
        return Unfinished() if _OPENS.startswith(begins) and not final else None
    inner = _INNER.match(text, at + len(_OPENS), at + LONGEST)
    end = inner.end() if inner else at
    closes = text[end : end + len(_CLOSES)].lower()
    if closes != _CLOSES:
        grows = not final and end < at + LONGEST and _CLOSES.startswith(closes)
        return Unfinished() if grows else None
    read = read_bracket(f"[{text[at + len(_OPENS) : end].strip()}]", 0, final=True)
    if read is None or isinstance(read, Unfinished):
        return None
    return Bracket(read.ranges, end + len(_CLOSES), read.labelled)
