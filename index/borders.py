"""Above an article's headline and below its last paragraph, where looser cues are believed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .boxes import is_trail, kicker, whom_to_ask
from .cues import Kind, Line, loose_kind

_APART = 3  # lines of furniture
_FAR = 7
_SMALL_PRINT = re.compile(
    r"cookies?\b"
    r"|\b(?:rights|droits|rechte|diritti) (?:\w+ ){0,6}(?:reserv|réserv|vorbehalt|riservat)"
    r"|\b(?:reproduction|riproduzione|reproduktion|vervielfältigung)\b"
)
_BOXES = ("related", "comment", "navigation", "teaser")
_ITEM = re.compile(r"[–•*-] |\d{1,2}[.):] ")
_CHAPTER = re.compile(r"\d{1,2}:\d\d \w")
_SHORT = 30  # characters of a menu entry
_SENTENCE = 4  # words that with a full stop behind them are a sentence


def read_borders(page: list[Line]) -> None:
    """Menus and buttons stand above and below the article, mostly in runs."""
    prose = [at for at, line in enumerate(page) if line.prose and not line.kind]
    while len(prose) > 1 and _is_small_print(page, prose[-2], prose[-1]):
        page[prose.pop()].kind = "notice"
    if not prose:
        return
    first, last = prose[0], prose[-1]
    for line in page[first:last]:
        if line.kind == "navigation":
            line.kind = None  # a heading of the article that sounds like a menu
    label = kicker(page[:first])
    above, below = [line for line in page[:first] if line is not label], page[last + 1 :]
    for run in [*_runs(above), *_runs(below)]:
        _read_run(run)
    _read_above(above)
    _read_below(below)


def is_entry(line: Line) -> bool:
    """Whether a line may be an entry of a menu."""
    return (
        line.kind in (None, "navigation", "notice", "sharing")
        and line.end - line.start <= _SHORT
        and line.words < 5
        and not line.prose
        and not line.signed
    )


def _is_small_print(page: Sequence[Line], before: int, at: int) -> bool:
    """Whether the last prose of a page is the site's: it speaks of rights, or stands far below."""
    between = [line for line in page[before + 1 : at] if line.kind]
    if len(between) < _APART:
        return False
    far = len(between) >= _FAR and any(line.opens for line in between)
    return far or _SMALL_PRINT.search(page[at].plain) is not None


def _runs(part: Sequence[Line]) -> Iterator[list[Line]]:
    """Menu entries on lines of their own with no blank line between them."""
    run: list[Line] = []
    for line in part:
        if run and (line.gap > 1 or not is_entry(line)):
            yield run
            run = []
        if is_entry(line):
            run.append(line)
    yield run


def _read_run(run: list[Line]) -> None:
    """One known entry tells what its neighbours are."""
    shared = sum(line.kind == "sharing" for line in run)
    if shared > 1 and 2 * shared >= len(run):
        kind: Kind = "sharing"
        while run[-1].kind is None and run[-1].words > 1:  # ``Share, Save, Ada Neri``
            run.pop()
        while run[0].kind is None and run[0].words > 1:
            run.pop(0)
    elif len(run) > 2 and any(line.kind == "navigation" for line in run):
        kind = "navigation"
    else:
        return
    for line in run:
        if kind == "sharing" or line.kind != "sharing":
            line.kind = kind


def _read_above(above: list[Line]) -> None:
    """What stands above the headline, and the buttons between it and the article."""
    for line in above:
        if line.kind == "related":
            line.kind = "navigation"  # ``Top news`` is a menu's entry there
        if line.signed:
            continue  # ``June 3, 2025 / 10:04 AM / CBS News``
        if is_trail(line):
            line.kind = line.kind or "navigation"
    open_lines = [line for line in above if not line.kind and not line.signed]
    headline = max(open_lines, key=lambda line: line.words, default=None)
    if headline is None:
        return
    menu = [line for line in open_lines if line.start < headline.start and line.words < 4]
    if len(menu) > 1 and headline.words > 3:
        for line in menu:
            line.kind = "navigation"
    for line in open_lines:
        guess = loose_kind(line)
        if line is not headline and line.words < 5 and guess in ("sharing", "navigation", "notice"):
            line.kind = line.kind or guess


def _read_below(below: list[Line]) -> None:
    """Below the article's end, what stands among furniture is furniture."""
    guesses = [line.kind or loose_kind(line) for line in below]
    sure = sum(line.kind is not None and line.kind != "credit" for line in below)
    if not sure and sum(guess is not None for guess in guesses) < 2:
        return
    section: Kind | None = None
    started = False
    own, last_words = whom_to_ask(below), _last_words(below)
    for at, (line, guess) in enumerate(zip(below, guesses, strict=True)):
        if at < last_words and line.kind is None or (at in own and not started):
            continue
        if line.kind is None and (guess or _is_foreign(line, started, section)):
            line.kind = _kind_below(line, guess, section)
        if line.kind == "comment" or (line.kind in ("related", "navigation") and line.opens):
            section = line.kind
        elif line.kind in ("navigation", "sharing"):
            section = None
        started = started or line.kind not in (None, "credit")


def _last_words(below: Sequence[Line]) -> int:
    """Where the article ends: behind the last short sentence, or entry of a list, before any box.

    A subheading may stand below the last long paragraph: ``What it costs`` over ``Nothing at all.``
    """
    last = 0
    for at, line in enumerate(below):
        if line.kind in _BOXES:
            break
        if line.kind is None and _says(line):
            last = at + 1
    return last


def _says(line: Line) -> bool:
    if _ITEM.match(line.plain) and line.plain.endswith((";", ",", ".")):
        return True
    if _CHAPTER.match(line.plain) or "(pdf" in line.plain[-20:]:
        return True
    full = line.plain.rstrip("\"'”»)").endswith(".") and line.words >= _SENTENCE
    return full and loose_kind(line) is None


def _is_foreign(line: Line, started: bool, section: Kind | None) -> bool:
    """Whether a line without a cue, below the article, is not the article's last word."""
    if line.prose or line.signed:
        return False
    if not section and line.words >= _SENTENCE and line.plain.endswith((".", "!", "?")):
        return False  # ``Read also: Five bridges`` is no box, and the article goes on below it
    return started or (line.words > 1 and not line.plain.endswith((".", "!", "?", "»", "”", '"')))


def _kind_below(line: Line, guess: Kind | None, section: Kind | None) -> Kind:
    if section == "navigation":
        return section if line.words < 5 else guess or "teaser"
    if guess and (section is None or line.words < 5):
        return guess
    if section:
        return "teaser" if section == "related" else section
    return "navigation" if line.words < 4 else "teaser"
