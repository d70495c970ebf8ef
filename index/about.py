"""What a document says about itself: title, date, byline, source and language, each with its place.

Only the article's own lines are believed: those around its first paragraphs and after its last. A
teaser's date is not the article's, nor is the day of an event that a sentence tells of; a document
that does not say when it was published has no date, which is better than a wrong one. Each finding
says how it was found and how sure that makes it; of several dates the surest counts, and of equally
sure ones the first.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .byline import byline, is_agency, source
from .cues import Line, lines
from .days import Day, dates, latest, span
from .documents import About, Detail, Furniture
from .headline import title

_HEAD = 4_000  # characters from the start in which a document introduces itself
_TAIL = 6  # lines after the last paragraph
_LINE = 200  # characters of a line that may say something about the document
_DATELINE = 90  # characters of a paragraph's beginning


@dataclass(frozen=True, slots=True)
class _Frame:
    """The article's lines in which a document speaks about itself."""

    head: tuple[Line, ...]
    """From the start to the second paragraph."""
    tail: tuple[Line, ...]
    """From the last paragraph on."""


def about(
    text: str,
    language: str,
    marks: Sequence[Furniture] = (),
    *,
    file: str = "",
    known: About | None = None,
    page: Sequence[Line] | None = None,
) -> About:
    """Find what a document says about itself.

    Args:
        text: its source text.
        language: the language it was found to be in.
        marks: its furniture, in order.
        file: its name, which may hold a date.
        known: what the fields of its format say; text that is surer goes before.
        page: its :func:`index.cues.lines` where they are known.

    Returns:
        What was found; dates are never more precise than the text, and none is still to come.
    """
    known = known or About()
    frame = _frame(list(lines(text)) if page is None else page, marks)
    around = [*frame.head, *frame.tail]
    found = _best(
        [*_dates(text, language, frame), *_file_date(file), *([known.date] if known.date else [])]
    )
    return About(
        title=known.title or title(text, marks),
        date=found,
        byline=byline(text, around) or known.byline,
        source=source(text, around, found) or known.source,
        language=known.language or Detail(language, 0, len(text), "words", 0.95),
    )


def about_rows(text: str, language: str, *, file: str, known: About) -> About:
    """Find what a table, or a list of records, says about itself: no row speaks for all.

    Args:
        text: its source text.
        language: the language it was found to be in.
        file: its name, which is its title where it has no other.
        known: what is said of the whole.
    """
    name = file.rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    return About(
        title=known.title or Detail(stem, 0, 0, "file name", 0.5),
        date=_best([*([known.date] if known.date else []), *_file_date(file)]),
        byline=known.byline,
        source=known.source,
        language=Detail(language, 0, len(text), "words", 0.95),
    )


def _frame(page: Sequence[Line], marks: Sequence[Furniture]) -> _Frame:
    own = [line for line in page if is_agency(line.plain) or not _is_furniture(line, marks)]
    prose = [at for at, line in enumerate(own) if line.prose]
    if not prose:
        return _Frame(tuple(line for line in own[:12] if line.start < _HEAD), ())
    second = prose[1] if len(prose) > 1 else prose[0]
    # ``(AFP)`` on its own below the article says where it comes from, above it whose photo it is.
    head = [line for line in own[: second + 1] if line.start < _HEAD]
    head = [line for line in head if not _is_furniture(line, marks)]
    tail = [line for line in own[max(second + 1, prose[-1]) :] if line not in head]
    return _Frame(tuple(head), tuple(tail[: _TAIL + 1]))


def _is_furniture(line: Line, marks: Sequence[Furniture]) -> bool:
    # A notice may hold a byline: ``((Traduction automatisée par Reuters)) par Gleb Bryanski``.
    return any(
        mark.start < line.end and line.start < mark.end and mark.kind != "notice" for mark in marks
    )


@lru_cache(maxsize=1)
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    path = Path(__file__).parent / "about.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))["date"]
    beside = "|".join(table["beside"])
    # ``Updated 4:32 PM EDT, Tue June 3``: a weekday and a clock may stand between.
    between = rf"(?:[^\w\n]{{1,4}}(?:vom|du|{beside}|\d{{1,2}})\b){{0,7}}\W{{0,4}}$"
    label = r"(?:^|\W)(?:{})\b"
    return (
        re.compile(label.format("|".join(table["published"])) + between),
        re.compile(label.format("|".join(table["changed"])) + between),
        re.compile(rf"\b(?:{beside})\b|\d+(?:h|am\b|pm\b)?"),
    )


def _dates(text: str, language: str, frame: _Frame) -> Iterator[Detail]:
    for lines_, loss in ((frame.head, 0.0), (frame.tail, 0.1)):
        for line in lines_:
            for day in dates(text, language, line.start, min(line.end, line.start + _LINE)):
                origin, sure = _standing(text, line, day)
                if sure:
                    yield Detail(day.value, day.start, day.end, origin, round(sure - loss, 2))


_ADDRESS = re.compile(r"https?://\S*$|www\.\S*$", re.IGNORECASE)
_PLACE = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]*(?:(?:, |[ /])[A-ZÀ-Þ][\w'’.-]*){0,3}(?: ?\([^()]{1,20}\))?,? *$"
)
_AFTER_DATELINE = re.compile(r"[ \u00a0]*+(?:\([^()]{2,30}\)[ \u00a0]*+)?(?:[-–—.:|]|\)?\s*+$)")
_BAR = re.compile(r"[|·•]")
_WEEKDAY = re.compile(
    r"[,–-] *(?:lun|mar|mer|gio|jeu|ven|sam|sab|dim|dom|mo|di|mi|do|fr|sa|so)\.? *$"
)
_BYLINE = re.compile(r"(?:by|par|von|di)\b", re.IGNORECASE)


def _standing(text: str, line: Line, day: Day) -> tuple[str, float]:
    """How a date stands in its line, and how sure it is the document's own; 0 when it is not."""
    published, changed, beside = _cues()
    before = text[line.start : day.start]
    plain = before.lower().replace("’", "'")
    after = text[day.end : line.end]
    if _ADDRESS.search(before):
        return "address", 0.6
    for cue, sure in ((published, 0.95), (changed, 0.85)):
        label = cue.search(plain[-60:])
        if label and (not line.prose or label.end() - label.start() >= len(plain) - 4):
            return "label", sure
    rest = beside.sub("", f"{plain} {after.lower()}")
    if not any(map(str.isalpha, rest)):
        return "line", 0.9
    if not line.prose and (sure := _beside(line, before, after, rest)):
        return "line", sure
    if len(before) < _DATELINE and _AFTER_DATELINE.match(after):
        if not before.strip(" (") or _PLACE.match(before):
            return "dateline", 0.9
    return "", 0.0


def _beside(line: Line, before: str, after: str, rest: str) -> float:
    """How sure a date is that stands in a line of its own beside a name, a place or a bar."""
    plain = before.lower().strip(" |·-–—")
    if is_agency(rest.strip(" ,;:|·-–—.")):
        return 0.85  # ``Adnkronos 3 giugno 2025 18:01``
    if line.words < 16 and _BYLINE.match(plain):
        return 0.85
    near = re.search(r"[|·•]| / ", f"{before[-3:]}\n{after[:3]}") or _BAR.search(after)
    if line.words < 12 and near:
        return 0.8
    place = _PLACE.match(_WEEKDAY.sub("", before).rstrip(" ,–-"))
    alone = not any(map(str.isalpha, _cues()[2].sub("", after.lower())))
    return 0.8 if place and alone else 0.0  # ``CUNEO, 03 giugno 2025, 14:02``


_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)"
)


def _file_date(file: str) -> Iterator[Detail]:
    if match := _IN_NAME.search(file.rpartition("/")[2]):
        yield Detail("-".join(part for part in match.groups() if part), 0, 0, "file name", 0.5)


def _best(found: Iterable[Detail]) -> Detail | None:
    past = (detail for detail in found if span(detail.value)[0] <= latest())
    return max(past, key=lambda detail: (detail.sure, len(detail.value)), default=None)
