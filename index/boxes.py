"""Boxes of a page that their place or their neighbours tell: forms, authors, footers, kickers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .cues import Line, is_button, loose_kind

_FORM = re.compile(
    r"(?:.{0,30}\b(?:e-?mail|email)\b.{0,12}$|.{0,30}\b(?:sign up|subscribe|abonnieren|bestellen"
    r"|anmelden|inscri\w*|abonne\w*|iscriviti|abbonati)\b.{0,16}$|after newsletter|privacy notice"
    r"|by s\w+ing\b|en vous inscrivant|mit (?:der|dem) (?:anmeldung|klick)|cliccando|iscrivendo)"
)
_PROMISE = re.compile(
    r"\b(?:every|each|daily|weekly|week's|free|headlines|chaque|tous les|le matin|quotidien\w*"
    r"|gratuit\w*|jede[nr]?|täglich|wöchentlich|kostenlos\w*|ogni|gratis|newsletters?|lettre|letter[ae]?|\w*brief"
    r"|morgenpost|inbox|postfach|boîte)\b"
)
_ABOVE_FORM = 3  # lines
_HEADING = 7  # words
_BY = re.compile(
    r"(?:.{0,24}\b)?(?:by|par|von|di|texte?|testo)\b ?:? ?(?P<who>[^\W\d]+ [^\W\d][\w'-]+)"
)
_PERSON = re.compile(r"(?:zur person|about|à propos de|chi è|der autor|die autorin)\W{1,3}")
_ENTRY = 4  # words
_SIGNS = frozenset(".:,?!")
_TOLD = ("sharing", "comment", "credit", "notice", "related")
_LEGAL = 2  # lines below a menu, of whose site it is
_STEPS = (" / ", " | ", " » ", " › ")
_BARE = 3  # words of an entry that no cue tells
_CONTACT = 4  # lines
_REACHED = re.compile(r"\S@\w[\w-]*\.\w|(?:\+|\b00|\btel\b|\btél\b)[ .:]{0,3}\d[\d ()/.-]{6,}")
_ROOM = re.compile(r"(?:la )?(?:redazione|redaktion|rédaction|newsroom)")
_STOPS = (".", "!", "?", "…", "»", '"', "”", ":")


def read_forms(page: Sequence[Line]) -> None:
    """What stands right above a form to subscribe is its offer: a name, and what one will get."""
    for at, line in enumerate(page):
        if line.kind != "notice" or not _FORM.match(line.plain):
            continue
        promised = False
        for above in reversed(page[max(0, at - _ABOVE_FORM) : at]):
            if above.kind == "notice":
                continue
            promises = _PROMISE.search(above.plain) is not None
            named = promised and above.words <= _HEADING and not above.plain.endswith(_STOPS)
            if above.kind not in (None, "teaser", "related") or not (promises or named):
                break
            above.kind, above.opens = "notice", False
            if named and not promises:
                break
            promised = True


def read_authors(page: Sequence[Line]) -> None:
    """Who wrote the article is told of below it: a last paragraph that begins with their name."""
    prose = [line for line in page if line.prose and not line.kind]
    if len(prose) < 3:
        return
    head = page[: next(at for at, line in enumerate(page) if line is prose[0])]
    names = {m["who"] for line in head if line.words < 12 and (m := _BY.match(line.plain))}
    for line in [line for line in page if line.start > prose[-2].end and not line.kind]:
        plain = line.plain
        if about := _PERSON.match(plain):
            plain = plain[about.end() :]
        if any(plain.startswith(name) for name in names) and line.words > 4:
            line.kind = "notice"


def read_tags(page: Sequence[Line]) -> None:
    """Words alone under a heading, like ``Loup`` and ``Jura``, are subjects, not other articles."""
    at = 0
    while at < len(page):
        heading = page[at]
        at += 1
        if not (heading.opens and heading.kind == "related"):
            continue
        first = at
        while at < len(page) and page[at].kind == "teaser":
            at += 1
        entries = page[first:at]
        if len(entries) > 1 and all(_is_tag(line) for line in entries):
            for line in entries:
                line.kind = "navigation"


def _is_tag(line: Line) -> bool:
    return line.words < _BARE and not _SIGNS.intersection(line.plain) and not line.signed


def read_contents(page: Sequence[Line]) -> None:
    """A table of contents is a run of lines that come again, each as a subheading over prose."""
    short = [line.plain for line in page if not line.prose and line.kind not in _TOLD]
    if len(set(short)) == len(short):
        return
    headings = {
        line.plain: line.start
        for line, below in pairwise(page)
        if below.prose and not below.kind and not line.prose
    }
    run: list[Line] = []
    above: Line | None = None
    for line in page:
        if line.start < headings.get(line.plain, 0):
            run.append(line)
            continue
        if len(run) > 1:
            for entry in [above, *run] if above and above.words < _BARE else run:
                entry.kind = "navigation"
        run, above = [], None if line.prose or line.signed else line


def read_footer(page: Sequence[Line]) -> None:
    """The last lines of a page, when they are a run of short ones, are its menu."""
    run: list[Line] = []
    last = len(page)
    while len(page) - last < _LEGAL and last and not _is_short(page[last - 1]):
        if page[last - 1].kind == "comment" and page[last - 1].plain.endswith(_STOPS):
            break  # what a reader says, and above it the reader's name
        last -= 1
    for line in reversed(page[:last]):
        if line.kind is None or line.opens or not _is_short(line):
            break
        run.append(line)
    top = page[last - len(run) - 1] if len(run) < last else None
    if len(run) > 1 and not (
        top and top.opens and top.kind == "related"
    ):  # the entries under a heading are its own
        for line in run:
            if line.kind in ("teaser", "related", "comment") and not is_button(line):
                line.kind = "navigation"


def _is_short(line: Line) -> bool:
    if line.kind in ("navigation", "notice"):
        return True
    if line.prose or line.words > _ENTRY or line.plain.endswith(_STOPS):
        return False
    return not any(map(str.isdigit, line.plain)) and bool(line.words <= _BARE or loose_kind(line))


def is_trail(line: Line) -> bool:
    """Whether a line tells where its page stands: ``Home > Culture > Music``."""
    steps = any(line.plain.count(sign) > 1 for sign in _STEPS) and "«" not in line.plain
    return steps or " > " in line.plain or (" › " in line.plain and line.words < 7)


def kicker(above: Sequence[Line]) -> Line | None:
    """The label right above a headline, which looks like the last entry of the menu before it."""
    open_lines = [line for line in above if not (line.kind or line.signed or is_trail(line))]
    long = (line for line in open_lines if line.words > _ENTRY)
    headline = next(long, max(open_lines, key=lambda line: line.words, default=None))
    if headline is None or headline.words < _ENTRY:
        return None
    before = [line for line in above if line.start < headline.start]
    label = before[-1] if len(before) > 1 else None
    if label is None or label.kind or label.signed or label.words >= _ENTRY:
        return None
    return None if is_trail(label) else label


def whom_to_ask(below: Sequence[Line]) -> set[int]:
    """Whom the press may ask: a name above a telephone number or an address."""
    own: set[int] = set()
    for at, line in enumerate(below):
        if _REACHED.search(line.plain):
            first = at
            while first and at - first < _CONTACT and below[first].gap < 2:
                first -= 1
            own |= {place for place in range(first, at + 1) if below[place].kind is None}
    return own


def read_gaps(page: list[Line]) -> None:
    """Where every line stands apart from the next, that says nothing of any."""
    if len(page) > 2 and all(line.gap != 1 for line in page[1:]):
        for line in page:
            line.gap = min(line.gap, 1) if line.gap < 3 else line.gap


def give_back(page: Sequence[Line]) -> None:
    """Leave to the article what only looks like a menu: its headings, and the room it is from.

    A heading stands right above prose, and was named before, in a table of contents; a room, like
    ``Redazione``, right above a day.
    """
    seen: set[str] = set()
    for line, below in pairwise(page):
        if line.kind in ("teaser", "navigation") and not line.opens:
            heads = line.plain in seen and below.prose and not below.kind
            if heads or (_ROOM.fullmatch(line.plain) and below.signed and not below.kind):
                line.kind = None
        seen.add(line.plain)
