"""Numbers in a text: digits in every local form, number words, and the scale words after them.

A number is read by the language it stands in: `1.500` is one and a half to an English reader and
fifteen hundred to a German one, `billion` is 10⁹ in English and 10¹² elsewhere. Where the form
itself decides (`1.234,5`), the language is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.facts.facts import Language, Precision
from assistant.facts.text.letters import has_digit, starts_of, words_of

from . import halves, words
from .digits import MISPRINT, POWER, SPACES, attached, parse_digits
from .signs import SIGNS, is_signed

_GROUPED = rf"\d{{1,3}}(?:[.,'’{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d{{1,20}})?"
_AGES = r"[ \u00a0](?:ans|years|Jahren?|anni|hours|heures|Stunden|ore|days|jours|Tagen?|giorni)\b"
"""Behind `6/7`, where it is no fraction: six or seven years."""
_FIGURE = re.compile(
    rf"(?<![\w.,/])(?:[1-9]/[2-9](?![\w/]|{_AGES}))|"
    rf"(?<![\w.,])(?:[-−–](?=\d))?(?:{POWER}|{_GROUPED}|(?i:{MISPRINT})|\d{{1,30}}(?:[.,]\d{{1,20}})?)"
    r"|(?<=\d[x×])\d{1,30}(?:[.,]\d{1,20})?"
)
_SUFFIX = re.compile(
    r"(?:st|nd|rd|th|te[nrs]?|esim[oaie]|ème|ième|eme|er|re|nd|e|è|é|º|°|ª)(?![\w%°])"
)
_GERMAN_ORDINAL = re.compile(r"\.(?=\s+[^\W\d_])")
_NEXT_WORD = re.compile(r"[ -]([^\W\d_]+)")
_ARTICLE = re.compile(r"(?<!half )(?<! of )(?<!\w)a $", re.I)  # but half a million
_SPAN = re.compile(r" (?:per ?cent|pour cent|Prozent|percento)(?!\w)")
"""After an article: what makes it a number after all."""
_THOUSANDS = re.compile(r"[ \u00a0](?:mila|mille|tausend|thousand)(?!\w)")
_OF = frozenset({"of", "de", "di", "von", "d"})
_ABOVE = ("unit", "one", "digits")
_BEFORE_CURRENCY = re.compile(r"[ \u00a0]?[$€£¥₽]")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, before it is known what it counts."""

    start: int
    end: int
    value: Decimal
    precision: Precision
    digits: bool
    """Written in digits, at least in part."""
    scale: Decimal = Decimal(1)
    """The last scale word that is part of it: a million in `5 million`."""
    until: int = 0
    """Where the half ends that stands behind what is counted: *deux heures et demie*."""


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    role: words.Role | str
    value: Decimal


def scan(text: str, language: Language) -> list[Number]:
    """Every number of the text, in order, without overlaps; an article alone is none."""
    if words.are_plain(text, language):
        return []
    found, run = list[Number](), list[_Piece]()
    plain, italian = words.plain_words(language), language == "it"
    for start, token in _tokens(text):
        if not run and plain[token] and not (italian and _is_elided(text, start + len(token))):
            continue
        end = start + len(token)
        if (found and start < max(found[-1].end, found[-1].until)) or (run and start < run[-1].end):
            continue  # the second half of "two thirds", of "two and a half"
        if run and run[-1].role == "vague" and token.lower() in _OF:
            continue
        if run and token in words.FURTHER and _before_scale(text, end, language):
            run[-1].end = end
            continue
        piece = _piece(token, start, end, text, language)
        if run and (piece is None or not _continues(run, piece, text, language)):
            found += _close(run, text, language)
            run = []
            if found and start < max(found[-1].end, found[-1].until):
                continue
        if piece is not None and (run or piece.role != "join"):
            run.append(piece)
            _add_half(piece, text, language)
    return found + _close(run, text, language) if run else found


def _tokens(text: str) -> Iterable[tuple[int, str]]:
    """The words and figures of a text in order, each with where it begins."""
    written = zip(starts_of(text), words_of(text), strict=True)
    if not has_digit(text):
        return written
    return sorted([*written, *[(match.start(), match[0]) for match in _FIGURE.finditer(text)]])


def _is_elided(text: str, end: int) -> bool:
    """May an Italian word have lost its last letter, as in *trent'anni*?"""
    return text[end - 1 : end + 1] in words.ELIDED


def _piece(token: str, start: int, end: int, text: str, language: Language) -> _Piece | None:
    if token[1:2] == "/":
        above, below = Decimal(token[0]), Decimal(token[2])
        return _Piece(start, end, "digits", above / below) if above < below else None
    if token[-1].isdecimal():
        return _digits(token, start, end, text, language)
    lowered = token.lower()
    if language == "it":
        if words.is_preposition(text, start):
            return None
        if lowered.endswith("t") and text[end : end + 1] in ("'", "’"):
            lowered += "i" if lowered == "vent" else "a"  # trent'anni
    share = halves.german_share(token) if language == "de" and end - start > 9 else None
    if share:
        return _Piece(start, end, "digits", share)
    word = words.read(lowered, language)
    if word is None or word.role == "pair":
        return None
    if lowered in ("cent", "cento", "mille") and text[max(0, start - 5) : start].lower().endswith(
        ("pour ", "per ", "pro ", "pour\u00a0")
    ):
        return None
    return _Piece(start, end, word.role, word.value)


def _digits(token: str, start: int, end: int, text: str, language: Language) -> _Piece | None:
    if start >= 2 and text[start - 1] == "-" and text[start - 2].isupper():
        return None  # a code, as in G-20 or COVID-19
    if token[0] in SIGNS and not is_signed(text, start):
        start, token = start + 1, token[1:]
    role = "digits"
    suffix = _SUFFIX.match(text, end)
    if suffix and "." not in token and "," not in token:
        end, role = suffix.end(), "ordinal"
    elif language == "de" and len(token) <= 3 and _GERMAN_ORDINAL.match(text, end):
        role = "ordinal"
    elif end < len(text) and text[end].isalpha() and not attached(text, end, language):
        return None  # a code, as in 5G or 737s
    value = parse_digits(token, language)
    if role == "digits" and value == value.to_integral_value():
        part, end = halves.fraction(text, end)
        value += part
    return _Piece(start, end, role, value)


def _continues(run: list[_Piece], piece: _Piece, text: str, language: Language) -> bool:
    """Does this piece go on with the run, or begin another number?"""
    last = run[-1]
    gap = text[last.end : piece.start]
    if piece.role == "join":
        joint = gap == " " or (gap == "-" and language == "fr")
        before = {"en": ("unit", "scale"), "fr": ("unit", "scale"), "it": ("scale",), "de": ()}
        return joint and last.role in before[language]
    if last.role == "join":
        return _joins(run[-2], piece, text, language)
    if piece.role == "digits":  # 1 million 200 mille
        large = last.role == "scale" and last.value >= 1_000_000 and piece.value < 1000
        return large and gap == " " and _THOUSANDS.match(text, piece.end) is not None
    if last.role == "vague" or piece.role == "vague":
        return piece.role in ("scale", "vague") and gap.strip(" \u00a0'’").lower() in ("", *_OF)
    if gap not in ("", " ", "-", "\u00a0", "\u202f", "‑", "‐", ". ") or last.role == "ordinal":
        return False
    if piece.role == "scale":
        return piece.end - piece.start > 1 or _is_letter_scale(run[0], piece, text, gap)
    return "digits" not in (last.role, run[0].role) and _fits(run, piece.value, language)


def _before_scale(text: str, end: int, language: Language) -> bool:
    following = _NEXT_WORD.match(text, end)
    word = words.read(following[1].lower(), language) if following else None
    return word is not None and word.role == "scale" and word.value >= 1_000_000


def _joins(before: _Piece, piece: _Piece, text: str, language: Language) -> bool:
    """Does *and* stand inside a number: `two hundred and five`, `vingt et un`?"""
    if language == "it":  # un milione e duecentomila, 2 milioni e 300 mila
        thousands = piece.value * (1000 if _THOUSANDS.match(text, piece.end) else 1)
        return piece.role in ("unit", "digits") and 1000 <= thousands < before.value
    if language == "en":
        return before.value in (100, 1000) and piece.role in ("unit", "one", "ordinal")
    return 20 <= before.value < 100 and piece.value in (1, 11)


def _is_letter_scale(first: _Piece, letter: _Piece, text: str, gap: str) -> bool:
    """`$5m` and `103 M€` are millions; `5 m` is a length."""
    before = text[max(0, first.start - 2) : first.start].strip()[-1:]
    return (gap == "" and before in ("$", "€", "£", "¥") and before != "") or bool(
        _BEFORE_CURRENCY.match(text, letter.end)
    )


def _fits(run: list[_Piece], value: Decimal, language: Language) -> bool:
    """Is there room for `value` after these words, as for two after twenty?"""
    if value == 100:
        return run[-1].value < 100 or run[-1].role == "scale"  # deux mille cent
    last = run[-1].value
    if run[-1].role == "scale":
        return value < last
    if last == 100:
        return value < 1000
    if language == "fr":
        if last == 4 and value == 20:
            return True
        if last in (60, 20) and 10 <= value < 20:
            return last == 60 or (len(run) > 1 and run[-2].value == 4)
        if last == 10 and 7 <= value <= 9:
            return True
    return last >= 20 and last % 10 == 0 and 0 < value < 10


def _close(run: list[_Piece], text: str, language: Language) -> list[Number]:
    """The number that a run of pieces says; none for a lone article."""
    while run and run[-1].role == "join":
        run = run[:-1]
    start, end = run[0].start, run[-1].end
    precision: Precision
    roles = {piece.role for piece in run}
    later, until = halves.behind_unit(text, end, language)
    if roles == {"one"} and (later or _SPAN.match(text, end)):
        precision = "" if later else "word"
        return [Number(start, end, later + 1, precision, False, Decimal(1), until)]
    if roles == {"one"} or roles <= {"join"}:
        return _share(run, text, language)
    if len(run) == 1 and (
        (run[0].role == "scale" and end - start < 4) or text[start:end].lower() == "cents"
    ):
        return []  # a lone abbreviation, a small coin
    share = _share(run, text, language)
    if share:
        return share
    value = _add_up(run)
    part, end = halves.behind_number(text, end, language)
    unit = run[-1].value if run[-1].role == "scale" else Decimal(1)
    value += unit * (part or later)
    precision = ""
    article = _ARTICLE.search(text, max(0, start - 9), start) if language == "en" else None
    if len(run) == 1 and article and value >= 1_000_000:
        start = article.start()  # *a million* is as exact as *eine Million*
    elif "vague" in roles or (len(run) == 1 and run[0].role == "scale"):
        precision = "vague"
    elif "ordinal" in roles:
        precision = "ordinal"
    elif "digits" not in roles and (value <= 12 or text[start:end].lower() == "venti"):  # winds
        precision = "word"
    digits = text[start].isdigit() or text[start] in SIGNS
    return [Number(start, end, value, precision, digits, unit, until if later else 0)]


def _add_half(piece: _Piece, text: str, language: Language) -> None:
    """Take `and a half` into a piece that it follows; a scale word's half is half of the scale."""
    if piece.role in ("unit", "digits", "one"):
        part, piece.end = halves.behind_number(text, piece.end, language)
        piece.value += part


def _share(run: list[_Piece], text: str, language: Language) -> list[Number]:
    """`two thirds`, `un tiers`: a numerator before a word for a part."""
    after, names = _NEXT_WORD.match(text, run[-1].end), words.fractions(language)
    if after and len(run) == 1 and run[0].role in _ABOVE and halves.is_part(after, text, language):
        below = names.get(after[1].lower())
        if below and 0 < run[0].value < below:
            value = run[0].value / below
            precision: Precision = "word" if below == 2 or run[0].role == "one" else ""
            return [Number(run[0].start, after.end(), value, precision, run[0].role == "digits")]
    return []


def _add_up(run: list[_Piece]) -> Decimal:
    total = current = Decimal(0)
    scale = Decimal(0)
    for before, piece in zip([run[0], *run], run, strict=False):
        value = piece.value
        if piece.role == "join":
            continue
        if piece.role == "vague" or (piece.role == "scale" and value >= 12):
            if current == 0 and total:
                total *= value  # mille milliards
            elif scale and value > scale:
                total = (total + current) * value  # hundred thousand million
            else:
                total += (current or Decimal(1)) * value
            current, scale = Decimal(0), value
        elif value == 100 and piece.role == "unit":
            current = (current or Decimal(1)) * 100
        elif value == 20 and before.value == 4:
            current += 76  # cent quatre-vingts
        else:
            current += value
    return total + current
