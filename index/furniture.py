"""Page furniture: what a scraped page says around its article, marked and never deleted.

A page that arrives as plain text has lost its layout, but its lines still speak: a menu is a run of
words, a box of related stories has a heading, a comment section begins with a count. A cue marks
its line (see ``cues``); a heading also opens a section, and what follows belongs to it while it has
the shape of an entry: a title, a date, a summary that is cut off. Full prose closes a section,
except among readers' comments, which are prose themselves. Above the article's headline and below
its last paragraph, looser cues are believed. When in doubt a line is left to the article: a
citation of a menu is a blemish, an article's sentence called noise is a loss.
"""

from __future__ import annotations

import re

from .borders import is_entry, read_borders
from .boxes import (
    give_back,
    read_authors,
    read_contents,
    read_footer,
    read_forms,
    read_gaps,
    read_tags,
)
from .cues import Kind, Line, is_button, is_reply, lines, loose_kind
from .documents import Furniture


def furniture(text: str, page: list[Line] | None = None) -> list[Furniture]:
    """Mark the furniture of a page.

    Args:
        text: The text of a page, one paragraph, caption or menu entry a line.
        page: Its :func:`index.cues.lines` where they are known; each is given its kind.

    Returns:
        Spans in order, apart from each other, without white space around them; neighbouring lines
        of one kind are one span.
    """
    page = list(lines(text)) if page is None else page
    read_gaps(page)
    _read_sections(page)
    read_forms(page)
    read_authors(page)
    read_borders(page)
    read_forms(page)
    read_tags(page)
    give_back(page)
    read_contents(page)
    read_footer(page)
    spans: list[Furniture] = []
    last: Kind | None = None
    for line in page:
        if line.kind and line.kind == last:
            spans[-1] = Furniture(spans[-1].start, line.end, line.kind)
        elif line.kind:
            spans.append(Furniture(line.start, line.end, line.kind))
        last = line.kind
    return spans


def _read_sections(page: list[Line]) -> None:
    """Give the lines under a heading their kind."""
    before, left = 0, sum(line.size for line in page)
    section: Kind | None = None
    last_button = max((at for at, line in enumerate(page) if is_button(line)), default=-1)
    thread = _thread(page)
    tight = False  # the box has no blank line so far
    invited = False  # readers were asked to comment: prose after the article is theirs
    for at, line in enumerate(page):
        left -= line.size
        if not before:  # no section opens above the article
            before = 0 if line.kind else line.size
            continue
        if at == thread:
            line.kind, section, invited = "comment", "comment", True
            continue
        section = _at(page, at, section, tight)
        tight = line.opens or (tight and line.gap < 2)
        if line.kind is None and left <= before / 3:
            _read_late_heading(page, at, section)
        if line.kind == "comment" and (left <= before or at <= last_button):
            section, invited = "comment", True
        elif line.kind in ("related", "navigation"):
            section = _section_after(line, section)
        elif line.kind is None:
            section = _section_at(line, section, invited)
            if section:
                line.kind = "teaser" if section == "related" else section
            else:
                _give_back_heading(page, at)
                before += line.size


def _thread(page: list[Line]) -> int | None:
    """Where the first contribution to a thread ends, and those of others begin.

    ``Re: My tomatoes`` under ``My tomatoes``; or the button to reply under one text after another.
    """
    seen: set[str] = set()
    buttons: list[int] = []
    prose = 0
    for at, line in enumerate(page):
        if line.plain.startswith(_AGAIN) and line.plain[4:] in seen and prose:
            return at
        seen.add(line.plain)
        if line.prose:
            prose += 1
            if len(buttons) == 1:
                buttons.append(at)
        elif prose and is_reply(line):
            if len(buttons) != 1:
                buttons.append(at)
        if len(buttons) == 3:
            return buttons[0]
    return None


def _at(page: list[Line], at: int, section: Kind | None, tight: bool) -> Kind | None:
    """The section that is still open at a line, before its own words are asked."""
    line = page[at]
    if section != "related":
        return section
    if _goes_on(page, at, tight):
        line.prose = True
    elif (page[at - 1].opens and line.kind == "notice") or _is_tick(page, at):
        return None  # the heading was the notice's
    return section


def _is_tick(page: list[Line], at: int) -> bool:
    """Whether a line is a time alone, as two before it in the article are: the ticker goes on."""
    if page[at].kind or not _TIME.match(page[at].plain):
        return False
    before = (line for line in page[:at] if not line.kind and _TIME.match(line.plain))
    return next(before, None) is not None and next(before, None) is not None


def _goes_on(page: list[Line], at: int, tight: bool) -> bool:
    """Whether a sentence that may be too short for prose ends a box, and the article goes on.

    ``The work will be done by a firm from Cuneo.`` stands behind a blank line, where the box before
    it had none; or right before prose, behind entries that are no sentences.
    """
    line = page[at]
    if line.kind or line.cut or not line.plain.endswith(".") or line.words < _ALONE:
        return False
    if tight and line.gap > 1:
        return True
    below = page[at + 1] if at + 1 < len(page) else None
    titled = page[at - 1].kind == "teaser" and not page[at - 1].plain.endswith(".")
    return titled and below is not None and below.prose and not below.kind


def _section_after(line: Line, section: Kind | None) -> Kind | None:
    if line.opens:
        return line.kind
    return section if line.kind == "related" else None


def _section_at(line: Line, section: Kind | None, invited: bool) -> Kind | None:
    """The section that a line without a cue belongs to, if the one it stands in goes on."""
    if section == "navigation" and not (line.gap < 2 and is_entry(line)):
        return None
    if section == "related" and line.prose:
        return "comment" if invited else None
    return section


def _read_late_heading(page: list[Line], at: int, section: Kind | None) -> None:
    """Near the article's end, a short line that mentions other articles may head a list of them."""
    line = page[at]
    entries = page[at + 1 : at + 3]
    kind = loose_kind(line)
    if kind == "navigation" and section and line.words < 4:
        line.kind = kind
    elif kind in ("related", "comment") and kind != section and line.words < (6 if section else 7):
        if entries and not any(entry.prose for entry in entries):
            line.kind, line.opens = kind, True


def _give_back_heading(page: list[Line], at: int) -> None:
    """The article goes on after a box: a line of its own just before it is its subheading."""
    if at < 2 or not page[at].prose:
        return
    above, line = page[at - 2 : at]
    if above.kind == line.kind == "teaser" and line.gap > 1 and not line.cut:
        line.kind = None


_AGAIN = ("re: ", "aw: ")
_TIME = re.compile(r"\d{1,2}[.:h]\d\d(?: (?:uhr|h|[ap]m))?$")
_ALONE = 6  # words of a sentence that ends a box
