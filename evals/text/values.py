"""Figures and dates as they are written in four languages, for judging answers.

The evaluation's own reading, on purpose apart from the product's: an answer is judged by what it
says, and a ruler that shares the product's mistakes cannot find them. It is lenient where writing
is ambiguous (``1.234`` is read both ways), because it looks for one known value.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from .written import to_digits

Day = tuple[int | None, int | None, int | None]
"""Year, month, day; None where it is not said."""

_THOUSAND, _MILLION, _MILLIARD, _BILLION = (Decimal(10) ** n for n in (3, 6, 9, 12))
_TRILLION = Decimal(10) ** 18
_SCALES: dict[str, Decimal] = {
    **dict.fromkeys(("thousand", "mille", "mila", "tausend", "tsd"), _THOUSAND),
    **dict.fromkeys(
        ("million", "millions", "millionen", "mio", "mln", "milione", "milioni"), _MILLION
    ),
    **dict.fromkeys(
        ("milliard", "milliards", "milliarde", "milliarden", "mrd", "miliardo", "miliardi", "mld",
         "md", "mds", "bn"),
        _MILLIARD,
    ),
    **dict.fromkeys(("billionen", "bilione", "bilioni", "tn"), _BILLION),
}  # fmt: skip
# The same letters, a thousand times apart: only English counts in short scale.
_SHORT = {"billion": _MILLIARD, "billions": _MILLIARD, "trillion": _BILLION, "trillions": _BILLION}
_LONG = {"billion": _BILLION, "billions": _BILLION, "trillion": _TRILLION, "trillions": _TRILLION}

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve",
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici",
)
_NUMBER_WORDS = {
    word: Decimal(value) for line in _WORDS for value, word in enumerate(line.split()) if value != 1
}
# "one" and its kin are mostly articles; before a scale word they count.
_ONES = {"one", "un", "une", "eine", "ein", "uno", "una", "a"}

_GAP = "[ \u00a0\u202f]"
_DIGITS = rf"\d{{1,3}}(?:{_GAP}\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,'’]\d+)*"
_TOKEN = re.compile(rf"(?<![\w.,])(?:{_DIGITS})|[^\W\d_]+")

_MONTHS = {
    name: month
    for names in (
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre",
    )
    for month, name in enumerate(names.split(), start=1)
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:er|st|nd|rd|th|°|º)?\.?\s+(?:of\s+)?({_MONTH})\b(?:,?\s+(\d{{4}})\b)?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(\d{{4}})\b)?", re.IGNORECASE
)
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\s+(\d{{4}})\b", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")
_YEAR = re.compile(r"(?<![\d.,])((?:1[89]|20)\d{2})(?![\d.,]*\d)")
_FORM = re.compile(r"(?:(\d{4})|-)(?:-(\d{2}))?(?:-(\d{2}))?")


def to_number(text: str) -> Decimal | None:
    """Read a plain decimal, ``138_000_000_000`` or ``11.2``; None when it is none."""
    try:
        value = Decimal(text.replace("_", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def numbers(text: str, language: str) -> set[Decimal]:
    """Return every value that the text may state.

    Args:
        text: any text in one of the four languages, or with quotes from the others.
        language: language of the reader: tells what ``billion`` means.
    """
    return {value for readings in figures(text, language) for value in readings}


def figures(text: str, language: str) -> set[frozenset[Decimal]]:
    """Return for every figure of the text what it may mean: ``1.234`` is 1234 or 1.234.

    Args:
        text: as for :func:`numbers`.
        language: likewise.
    """
    text = to_digits(text)
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    scales = _SCALES | (_SHORT if language == "en" else _LONG)
    found: set[frozenset[Decimal]] = set()
    for at, (token, _, end) in enumerate(tokens):
        following = _scale(text, tokens[at + 1 : at + 3], end, scales)
        low = token.casefold()
        if token[0].isdigit():
            readings = _readings(token)
        elif low in _NUMBER_WORDS:
            readings = {_NUMBER_WORDS[low]}
        elif low in _ONES and following > 1:
            readings = {Decimal(1)}
        elif low in scales and following > 1:  # "mille miliardi", "a thousand billion"
            readings = {scales[low]}
        else:
            continue
        found.add(frozenset(reading * following for reading in readings))
    return found


def _scale(
    text: str, tokens: list[tuple[str, int, int]], end: int, scales: dict[str, Decimal]
) -> Decimal:
    """Multiply up to two scale words that follow at once: ``11,2 mila miliardi``."""
    product = Decimal(1)
    for token, start, stop in tokens:
        between = text[end:start].strip(" \u00a0\u202f-.")
        if between or token.casefold() not in scales:
            break
        product *= scales[token.casefold()]
        end = stop
    return product


def _readings(digits: str) -> set[Decimal]:
    """Return what a run of digits and separators may mean.

    ``138`` is 138; ``1,75`` is 1.75; ``1 000`` is 1000; ``1.234`` is 1.234 or 1234;
    ``1.234,5`` and ``1,234.5`` are 1234.5.
    """
    digits = re.sub(f"{_GAP}|['’]", "", digits)
    marks = [char for char in digits if char in ".,"]
    if not marks:
        return {Decimal(digits)}
    head, _, tail = digits.rpartition(marks[-1])
    whole = Decimal(re.sub("[.,]", "", digits))
    broken = Decimal(f"{re.sub('[.,]', '', head)}.{tail}")
    if len(set(marks)) == 2:
        return {broken}
    if len(marks) > 1:
        return {whole}
    return {broken, whole} if len(tail) == 3 else {broken}


def parse_iso(text: str) -> Day | None:
    """Read ``2030``, ``2025-01``, ``2024-12-30`` or ``--12-11``; None when it is none of them."""
    match = _FORM.fullmatch(text)
    if not match or not any(match.groups()):
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return year, month, day


def dates(text: str) -> set[Day]:
    """Return every calendar date, month or year that the text names."""
    text = unicodedata.normalize("NFC", text)
    return set(_days(text))


def _days(text: str) -> Iterator[Day]:
    for match in _DAY_FIRST.finditer(text):
        yield _int(match[3]), _MONTHS[match[2].casefold()], int(match[1])
    for match in _MONTH_FIRST.finditer(text):
        yield _int(match[3]), _MONTHS[match[1].casefold()], int(match[2])
    for match in _MONTH_YEAR.finditer(text):
        yield int(match[2]), _MONTHS[match[1].casefold()], None
    for match in _NUMERIC.finditer(text):
        yield int(match[3]), int(match[2]), int(match[1])
    for match in _ISO.finditer(text):
        yield int(match[1]), int(match[2]), _int(match[3])
    for match in _YEAR.finditer(text):
        yield int(match[1]), None, None


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def names_date(wanted: Day, text: str) -> bool:
    """Tell whether the text names the date, at least as precisely as it is wanted."""
    return any(
        all(want is None or want == given for want, given in zip(wanted, day, strict=True))
        for day in dates(text)
    )
