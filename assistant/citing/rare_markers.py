r"""Markers as few models write them: `<1>`, `|1|`, `$^1$`, `\textsuperscript{1}`, `{"cite": 1}`.

Each has a beginning, numbers and an end. What JSON calls a citation is surely one; the others may
be a power or a cell of a table, so they are read like a raised figure: behind a word, where that
passage exists, and not before more of the same word.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from .brackets import Bracket, Unfinished, read_bracket
from .raised import may_stand

_KEYS = (
    "cite", "cites", "citation", "citations", "source", "sources", "ref", "refs", "reference",
    "references", "passage", "passages", "doc", "docs",
)  # fmt: skip
_NUMBERS = frozenset("0123456789,;–- ")
_MOST_NUMBERS = 24
_BLANKS = " \u00a0"


class _Shape(NamedTuple):
    begin: str
    end: str
    named: bool
    """It says that it is a marker."""


_SHAPES = (
    *(_Shape(*ends, False) for ends in (
        ("<", ">"), ("<<", ">>"), ("<|", "|>"), ("⟨", "⟩"), ("|", "|"), ("^", "^"),
        ("$^", "$"), ("$^{", "}$"), ("$^{[", "]}$"), ("$^[", "]$"),
        ("\\textsuperscript{", "}"), ("\\footnote{", "}"), ("\\footnotemark[", "]"),
    )),
    *(_Shape(f'{{"{key}":', "}", True) for key in _KEYS),
    *(_Shape(f'{{"{key}":[', "]}", True) for key in _KEYS),
)  # fmt: skip
_MAY_BEGIN = re.compile(
    r"(?:<[<|]?|⟨|\||\^|\$\^\{?\[?|\\(?:textsuperscript|footnote(?:mark)?)[{\[]|"
    r"\{ {0,3}\"[a-z]{3,10}\" {0,3}: {0,3}\[?) {0,3}\d"
)
_MAY_GROW = re.compile(
    r"(?:<[<|]?|⟨|\||\^|\$(?:\^\{?\[?)?|\\[a-z]{0,15}[{\[]?|"
    r"\{ {0,3}(?:\"[a-z]{0,10}(?:\" {0,3}(?:: {0,3}\[?)?)?)?) {0,3}\Z"
)
"""What one begins with, up to its first number or to where the text has come."""
_BY_SIGN = {
    sign: tuple(shape for shape in _SHAPES if shape.begin[0] == sign)
    for sign in {shape.begin[0] for shape in _SHAPES}
}
BEGINS = frozenset(_BY_SIGN)
"""The signs that they begin with."""


def read_rare(text: str, at: int, before: str, final: bool) -> Bracket | Unfinished | None:
    """Read such a marker where one may begin at `text[at]`.

    Args:
        text: what has come of the reply so far.
        at: position of one of :data:`BEGINS`.
        before: the last characters before it; `]` behind another marker.
        final: no more text will come.

    Returns:
        The marker; `None` if it is certain that this is none; `Unfinished` otherwise.
    """
    begins = _MAY_BEGIN.match(text, at)
    if not begins and (final or not _MAY_GROW.match(text, at)):
        return None
    row = before.rpartition("\n")[2]
    if not row.strip() or (text[at] == "|" and "|" in row):
        return None  # a row of a table, or a line of something else
    waits = not begins
    for shape in _BY_SIGN[text[at]] if begins else ():
        read = _read(shape, text, at, final)
        if isinstance(read, Bracket):
            stands = shape.named or may_stand(read, text, before, final)
            return read if stands is True else stands or None
        waits = waits or isinstance(read, Unfinished)
    return Unfinished() if waits else None


def _read(shape: _Shape, text: str, at: int, final: bool) -> Bracket | Unfinished | None:
    begun = _pass(shape.begin, text, at, final)
    if not isinstance(begun, int):
        return begun
    until = begun
    while until < len(text) and text[until] in _NUMBERS and until - begun < _MOST_NUMBERS:
        until += 1
    if until == len(text) and not final:
        return Unfinished()
    end = _pass(shape.end, text, until, final)
    if not isinstance(end, int):
        return end
    read = read_bracket(f"[{text[begun:until].strip()}]", 0, final=True)
    return (
        replace(read, end=end, labelled=shape.named, glued=True)
        if isinstance(read, Bracket)
        else None
    )


def _pass(signs: str, text: str, at: int, final: bool) -> int | Unfinished | None:
    """Where these signs end that are to begin here, whatever blanks JSON has between them."""
    for sign in signs:
        while signs[0] in "{]}" and text[at : at + 1] in _BLANKS and at < len(text):
            at += 1
        if at == len(text):
            return None if final else Unfinished()
        if text[at] != sign:
            return None
        at += 1
    return at
