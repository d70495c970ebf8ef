"""Page furniture: what a scraped page says around its article, marked and never deleted.

A page that arrives as plain text has lost its layout, but its lines still speak: a menu is a run of
words, a related-stories box has a heading, a comment section begins with a count. The cues are in
``furniture.toml``. A cue marks its line; a heading also opens a section, and what follows belongs
to it while it has the shape of an entry: a title, a date, a summary that is cut off. Full prose
closes a section, except among readers' comments, which are prose themselves. When in doubt a line
is left to the article: a citation lost is better found again than an article's word called noise.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

Kind = Literal["navigation", "teaser", "related", "sharing", "comment", "credit", "notice"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A part of a page that is not the article's own word."""

    start: int
    end: int
    kind: Kind
    """``related`` is a heading of, or one link to, other articles; ``teaser`` what stands under it.
    ``comment`` is what readers write, and what invites them to."""


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    plain: str
    """Lower case, with plain apostrophes."""
    gap: int
    """Line breaks before it."""
    prose: bool
    """At least one whole sentence of some length."""
    cut: bool
    """Ends in an ellipsis."""
    kind: Kind | None = None
    opens: bool = False
    """It is the heading of a section."""

    @property
    def size(self) -> int:
        """Characters of prose."""
        return self.end - self.start if self.prose else 0


def furniture(text: str) -> list[Furniture]:
    """Mark the furniture of a page.

    Args:
        text: The text of a page, one paragraph, caption or menu entry a line.

    Returns:
        Spans in order, apart from each other, without white space around them; neighbouring lines
        of one kind are one span.
    """
    lines = list(_lines(text))
    for line in lines:
        _read_cue(line)
    _read_sections(lines)
    _read_menus(lines)
    spans: list[Furniture] = []
    last: _Line | None = None
    for line in lines:
        if line.kind:
            if last and last.kind == line.kind:
                spans[-1] = Furniture(spans[-1].start, line.end, line.kind)
            else:
                spans.append(Furniture(line.start, line.end, line.kind))
        last = line
    return spans


_LINE = re.compile(r"\S[^\n\r\u2028\u2029]*")
_LONG = 320  # characters: no cue is in a longer line
_PROSE = re.compile(r"[.!?][\"'’”“»«)\]]*$")
_CUT = re.compile(r"(?:…|\.\.\.)$")
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])")


def _lines(text: str) -> Iterator[_Line]:
    last = 0
    for match in _LINE.finditer(text):
        gap = text.count("\n", last, match.start())
        last = match.end()
        for start, end in _unglued(text, match.start(), match.end()):
            raw = text[start:end].rstrip()
            cut = _CUT.search(raw) is not None
            prose = len(raw) >= 60 and not cut and _PROSE.search(raw) is not None
            plain = raw.lower().replace("’", "'").replace("\u00a0", " ")
            yield _Line(start, start + len(raw), plain, gap, prose, cut)
            gap = 0


def _unglued(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Take apart a button and a heading that lost the break between them."""
    if end - start < 100:
        for match in _GLUED.finditer(text, start, end):
            right = text[match.start() : end].lower().strip()
            if any(cues.section.match(right) for cues in _cues().values()):
                yield start, match.start()
                start = match.start()
                break
    yield start, end


class _Cues:
    """The cues of one kind, each a test of a line."""

    def __init__(self, table: dict[str, list[str]]) -> None:
        close = r"(?: ?\(\d+(?: \w+)?\))?[\s.:!?»>→]*$"
        self.section = _matcher(table.get("section"), close)
        self.whole = _matcher(table.get("whole"), close)
        self.begins = _matcher(table.get("begins"), "")
        self.buttons = _matcher(table.get("buttons"), close)
        # ``Read more: Why big projects cost more`` is a heading and its only entry in one line.
        self.one_line = _matcher(table.get("section"), r" ?[:|→] ?\S.{0,150}$")


def _matcher(patterns: list[str] | None, close: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)}){close}" if patterns else r"(?!)")


@lru_cache(maxsize=1)
def _cues() -> dict[Kind, _Cues]:
    text = (Path(__file__).parent / "furniture.toml").read_text(encoding="utf-8")
    return {cast(Kind, kind): _Cues(table) for kind, table in tomllib.loads(text).items()}


_MOST = {"credit": 140, "notice": _LONG, "comment": 160, "related": 180, "sharing": 90}
_ORDER: tuple[Kind, ...] = ("credit", "notice", "navigation", "comment", "related", "sharing")
_BULLET = "-–—•*▪►▶> \t"


def _read_cue(line: _Line) -> None:
    """Give a line the kind that its own words tell."""
    plain = line.plain.lstrip(_BULLET)
    for kind in _ORDER:
        cues = _cues()[kind]
        if len(plain) > _MOST.get(kind, 200) or (line.prose and kind in ("credit", "sharing")):
            continue
        if cues.section.match(plain):
            line.kind, line.opens = kind, True
        elif cues.whole.match(plain) or cues.begins.match(plain):
            line.kind, line.opens = kind, kind == "comment"
        elif kind == "related" and cues.one_line.match(plain):
            line.kind = kind
        if line.kind:
            return


def _read_sections(lines: list[_Line]) -> None:
    """Give the lines under a heading their kind."""
    before, left = 0, sum(line.size for line in lines)
    section: Kind | None = None
    invited = False  # readers were asked to comment: prose after the article is theirs
    for at, line in enumerate(lines):
        left -= line.size
        if line.kind == "comment" and before and (left <= before or _has_buttons(lines[at:])):
            section, invited = "comment", True
        elif line.kind == "related" and line.opens:
            section = "related"
        elif line.kind == "navigation":
            section = "navigation" if line.opens else None
        elif line.kind is None:
            if section == "navigation" and not (line.gap < 2 and _is_menu_entry(line)):
                section = None
            if section == "related" and line.prose:
                section = "comment" if invited else None
                if not invited:
                    _give_back_headline(lines, at)
            if section:
                line.kind = "teaser" if section == "related" else section
            else:
                before += line.size


def _has_buttons(lines: list[_Line]) -> bool:
    return any(_cues()["comment"].buttons.match(line.plain) for line in lines)


def _give_back_headline(lines: list[_Line], at: int) -> None:
    """The article goes on after a box: a line of its own just before it is its subheading."""
    line = lines[at - 1]
    if at > 1 and line.kind == "teaser" and line.gap > 1 and not line.cut:
        if lines[at - 2].kind == "teaser":
            line.kind = None


_SHORT = 30  # characters of a menu entry
_TRAIL = re.compile(r"[^.!?]{1,40}(?: [>»›] [^.!?]{1,60}| [/|] [^.!?]{1,40} [/|] [^.!?]{1,40})+$")
_SIGNED = re.compile(r"\(|(?:source|quelle|fonte|par|von|di|by|reporting|édité|\w{2,4}/\w{2,4})\b")


def _read_menus(lines: list[_Line]) -> None:
    """Menus and buttons stand above and below the article, mostly in runs."""
    prose = [at for at, line in enumerate(lines) if line.prose and not line.kind]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    for at, line in enumerate(lines):
        if first < at < last and line.kind == "navigation":
            line.kind = None  # a heading of the article that sounds like a menu
        elif at < first and not line.kind and _TRAIL.match(line.plain):
            line.kind = "navigation"
    for run in _runs(lines[:first]):
        _read_run(run, above=True)
    for run in _runs(lines[last + 1 :]):
        _read_run(run, above=False)
    if prose:
        _read_tail(lines[last + 1 :])


def _runs(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Menu entries on lines of their own with no blank line between them."""
    run: list[_Line] = []
    for line in lines:
        if run and (line.gap > 1 or not _is_menu_entry(line)):
            yield run
            run = []
        if _is_menu_entry(line):
            run.append(line)
    yield run


def _is_menu_entry(line: _Line) -> bool:
    return (
        line.kind in (None, "navigation", "notice", "sharing")
        and line.end - line.start <= _SHORT
        and len(line.plain.split()) <= 4
        and not line.prose
        and not _SIGNED.match(line.plain)  # neither a byline
        and sum(map(str.isdigit, line.plain)) < 4  # nor a date
    )


def _read_run(run: list[_Line], above: bool) -> None:
    """One known entry tells what its neighbours are."""
    shared = sum(line.kind == "sharing" for line in run)
    if shared > 1 and 2 * shared >= len(run):
        kind: Kind = "sharing"
    elif len(run) > 2 and any(line.kind == "navigation" for line in run):
        kind = "navigation"
    elif above and len(run) > 3 and all(len(line.plain.split()) < 3 for line in run):
        kind = "navigation"
    else:
        return
    for line in run:
        line.kind = kind


def _read_tail(tail: list[_Line]) -> None:
    """Below the article's end, what stands among furniture is furniture."""
    kind: Kind | None = None
    for line in tail:
        if line.kind:
            kind = line.kind if line.kind not in ("credit", "notice") else kind
        elif kind and not line.prose and not _SIGNED.match(line.plain):
            line.kind = "teaser" if kind == "related" else kind
