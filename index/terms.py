"""From text to search terms, so that the same thing written two ways meets.

A *term* is a short string. A passage gives a list of them; a question gives *groups*: the readings
of one word, any of which finds it and which together count once.

* Words: case, accents, ß and typographic apostrophes folded, elisions dropped (``l'``, ``dell'``),
  then stemmed by the Snowball stemmer of the text's language (Porter 2001). A question's word is
  stemmed in each of the four, so that a document is always compared with what its own stemmer
  would have made of the question.
* Figures: ``1.234,5`` and ``1,234.5`` become ``#1234.5``; with a scale word the product is a second
  term, so that ``$138bn``, ``138 milliards`` and ``138 Milliarden`` meet in ``#138000000000``. An
  English *billion* is a German *Milliarde*: the scale is read in the text's language.
* Days: ``23 January``, ``23. Januar`` and ``23/01/2019`` meet in ``@01-23``.

Pieces of words are terms as well, see `index/grams.py`; so are the parts of a German compound that
a question asks for, see `index/compounds.py`.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Protocol, cast

from .documents import LANGUAGES

_COMBINING = re.compile(r"[\u0300-\u036f]+")
_SPELLINGS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_SIGNS = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("＇", "'"), ("_", " "), ("\u00ad", ""),
          ("\u200b", ""), ("\u200c", ""), ("\u200d", ""), ("\u2060", ""), ("\ufeff", ""),
          ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "))  # fmt: skip

_WORD = re.compile(r"\w+")
_DIVIDED = re.compile(r"(?<=[^\W\d_])-\n[ \t]*(?=[a-zà-ÿ])")
_CLITIC = re.compile(
    r"\b(?:all|c|coll|d|dall|dell|gl|j|jusqu|l|lorsqu|m|n|nell|puisqu|qu|quell|quest|quoiqu|s"
    r"|sant|sull|t|tutt|un)'(?=\w)|'(?:d|ll|m|re|s|t|ve)\b"
)

_SCALES: dict[str, dict[str, int]] = {
    "en": {"thousand": 3, "k": 3, "million": 6, "millions": 6, "mn": 6, "m": 6, "billion": 9,
           "billions": 9, "bn": 9, "b": 9, "trillion": 12, "trillions": 12, "tn": 12},
    "fr": {"mille": 3, "millier": 3, "milliers": 3, "million": 6, "millions": 6, "mio": 6,
           "milliard": 9, "milliards": 9, "md": 9, "mds": 9, "mrd": 9, "billion": 12,
           "billions": 12},
    "de": {"tausend": 3, "tsd": 3, "million": 6, "millionen": 6, "mio": 6, "milliarde": 9,
           "milliarden": 9, "mrd": 9, "billion": 12, "billionen": 12, "bio": 12},
    "it": {"mila": 3, "mille": 3, "migliaia": 3, "milione": 6, "milioni": 6, "mln": 6, "mio": 6,
           "miliardo": 9, "miliardi": 9, "mld": 9, "mrd": 9, "bilione": 12, "bilioni": 12},
}  # fmt: skip
_ALL_SCALES = frozenset(word for words in _SCALES.values() for word in words)
_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        ("january janvier januar jänner gennaio jan", "february février februar febbraio feb",
         "march mars märz marzo", "april avril aprile apr", "may mai maggio",
         "june juin juni giugno jun", "july juillet juli luglio jul", "august août agosto aug",
         "september septembre settembre sept sep", "october octobre oktober ottobre oct okt",
         "november novembre nov", "december décembre dezember dicembre dec dez"), 1)
    for name in names.split()
}  # fmt: skip
# These begin with a plain digit and look at their neighbours afterwards: only then does the regular
# expression engine skip from digit to digit.
_FIGURE = re.compile(
    r"(?P<whole>[0-9](?:[0-9]{0,2}(?:[.,' ][0-9]{3}(?![0-9]))+|[0-9]*))"
    r"(?:[.,](?P<part>[0-9]+))?(?:[ -]?(?P<scale>[^\W\d_]+))?"
)
_SEPARATOR = re.compile(r"[.,' ]")
_NUMERIC_DAY = re.compile(r"[0-9]{1,4}([-./])[0-9]{1,2}\1[0-9]{2,4}")
_MONTH_AFTER = re.compile(r"(?:\.|st|nd|rd|th|er|º|°)? ?(?:of |de )?([^\W\d_]{3,9})")
_MONTH_BEFORE = re.compile(r"([^\W\d_]{3,9})\.? $")
_ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th|er|re|e|ème|o|a)?")

_REMEMBERED = 10_000
"""Words of questions whose readings are kept: most of them are asked again and again."""

_KEPT = 50_000
_remembered: dict[str, dict[str, str]] = {}
"""By language: the stems of words met in passages."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...
    def stemWords(self, words: Sequence[str]) -> list[str]: ...


def fold(text: str) -> str:
    """Lower case without accents: ``Straße`` is ``strasse``, ``Économie`` is ``economie``."""
    text = text.casefold()
    if text.isascii():
        return text
    return _strip_accents(text.translate(_SPELLINGS))


def passage_terms(texts: Sequence[str], languages: Sequence[str]) -> list[list[str]]:
    """The terms of each passage, with repeats, in no particular order.

    Args:
        texts: The passages.
        languages: The language of each: ``en``, ``fr``, ``de``, ``it``, or anything else.
    """
    tidied = [_tidy(text) for text in texts]
    words = [_WORD.findall(text) for text in tidied]
    pairs = list(zip(words, languages, strict=True))
    stems = {
        known: _kept_stems({word for found, own in pairs if own == known for word in found}, known)
        for known in set(languages)
    }
    return [
        [*filter(None, map(stems[language].__getitem__, found)), *_figures(text, language)]
        for text, (found, language) in zip(tidied, pairs, strict=True)
    ]


def question_groups(question: str, language: str | None = None) -> list[tuple[str, ...]]:
    """One group per different word or figure of the question: its readings, sorted.

    Args:
        question: What is asked.
        language: Its language where known: figures are then read in it alone, else in all four.
    """
    groups = [readings(word) for word in question_words(question)]
    text = _plain(question)
    told = [language] if language in LANGUAGES else LANGUAGES
    told = told if _FIGURE.search(text) else told[:1]
    figures = [list(dict.fromkeys(_figures(text, known))) for known in told]
    groups += [(figure,) for figure in figures[0] if all(figure in f for f in figures)]
    unsure = {figure for f in figures for figure in f if not all(figure in g for g in figures)}
    return [group for group in dict.fromkeys([*groups, tuple(sorted(unsure))]) if group]


@lru_cache(maxsize=16)  # one search asks for them three times
def question_words(question: str) -> tuple[str, ...]:
    """The different words of a question, in lower case, with their accents."""
    return tuple(dict.fromkeys(_WORD.findall(_plain(question))))


@lru_cache(maxsize=16)
def _plain(question: str) -> str:
    """A question in lower case, without elisions."""
    return _CLITIC.sub(" ", _tidy(question))


def german_stems(words: Sequence[str]) -> list[str]:
    """What words in lower case are in a German passage."""
    stems = _stems(words, "de")
    return [stems[word] for word in words]


@lru_cache(maxsize=_REMEMBERED)
def readings(word: str) -> tuple[str, ...]:
    """The terms that a word in lower case may stand for, sorted."""
    if word[0].isdigit():
        return () if _is_figure(word) else (word,)
    roots = (_stemmer(known).stemWord(word) for known in LANGUAGES)
    return tuple(sorted({_strip_accents(root) for root in (word, *roots)} - {""}))


def _kept_stems(words: set[str], language: str) -> dict[str, str]:
    """What :func:`_stems` says of words, and of those before: most are in every passage."""
    kept = _remembered.get(language)
    if kept is None or len(kept) > _KEPT:
        kept = _remembered[language] = {}
    kept.update(_stems([word for word in words if word not in kept], language))
    return kept


def _stems(words: Collection[str], language: str) -> dict[str, str]:
    """The term of each tidied word; nothing for figures, which are read on their own."""
    listed = [word for word in words if not word[0].isdigit()]
    roots = _stemmer(language).stemWords(listed) if language in LANGUAGES else listed
    stems = {word: _strip_accents(root) for word, root in zip(listed, roots, strict=True)}
    for word in words:
        if word not in stems:
            stems[word] = "" if _is_figure(word) else word
    return stems


def _is_figure(word: str) -> bool:
    return bool(_ORDINAL.fullmatch(word)) or word.lstrip("0123456789") in _ALL_SCALES


def _strip_accents(text: str) -> str:
    if text.isascii():
        return text
    bare = _COMBINING.sub("", unicodedata.normalize("NFKD", text.translate(_SPELLINGS)))
    return unicodedata.normalize("NFC", bare)


def _tidy(text: str) -> str:
    """Lower case with its accents, one kind of apostrophe and space, no word over two lines."""
    if "-\n" in text:
        text = _DIVIDED.sub("", text)
    text = unicodedata.normalize("NFC", text).casefold()
    if not text.isascii():
        for sign, plain in _SIGNS:
            text = text.replace(sign, plain)
    return text


def _figures(text: str, language: str) -> list[str]:
    """The figures and days of a tidied text as terms, with repeats."""
    terms: list[str] = []
    scales = _SCALES.get(language, {})
    for match in _FIGURE.finditer(text):
        # A figure inside a name, as in G20 and 5G, is part of the name.
        if match.start() and text[match.start() - 1].isalnum():
            continue
        whole, part, scale = match["whole"], match["part"], match["scale"]
        if scale and text[match.start("scale") - 1].isdigit() and not _is_figure(f"0{scale}"):
            continue
        if whole.isdigit() and not part and scale not in scales:
            terms.append("#" + (whole.lstrip("0") or "0"))
        else:
            value = _value(whole, part, language)
            terms.append(_figure(value))
            if scale in scales:
                terms.append(_figure(value.scaleb(scales[scale])))
        if len(whole) <= 2 and (day := _named_day(text, match)):
            terms.append(day)
    return terms + _numeric_days(text) if terms else terms


def _numeric_days(text: str) -> list[str]:
    """``2019-01-23`` and ``23/01/2019``; an American 1/23/2019 is left alone."""
    days = []
    for match in _NUMERIC_DAY.finditer(text):
        first, second, third = (int(part) for part in match[0].split(match[1]))
        day, month = (third, second) if first > 31 else (first, second)
        if 1 <= month <= 12 and 1 <= day <= 31:
            days.append(f"@{month:02}-{day:02}")
    return days


def _named_day(text: str, figure: re.Match[str]) -> str:
    """``@01-23`` where the figure is the day of a month that is named beside it."""
    after = _MONTH_AFTER.match(text, figure.end("whole"))
    before = _MONTH_BEFORE.search(text[max(0, figure.start() - 11) : figure.start()])
    for match in (after, before):
        if match and (month := _MONTHS.get(match[1])) and 1 <= int(figure["whole"]) <= 31:
            return f"@{month:02}-{int(figure['whole']):02}"
    return ""


def _value(whole: str, part: str | None, language: str) -> Decimal:
    groups = _SEPARATOR.split(whole)
    decimal = "." if language == "en" else ","
    # "1.234" alone: thousands, unless the language writes its decimals with that very sign.
    if len(groups) == 2 and not part and whole[len(groups[0])] == decimal:
        return Decimal(f"{groups[0]}.{groups[1]}")
    return Decimal("".join(groups) + (f".{part}" if part else ""))


def _figure(value: Decimal) -> str:
    text = format(value, "f")
    return "#" + (text.rstrip("0").rstrip(".") if "." in text else text)


class _Stemmers(threading.local):
    """One of each language for each thread: they must not be shared between threads."""

    def __init__(self) -> None:
        self.made: dict[str, _Stemmer] = {}


_stemmers = _Stemmers()


def _stemmer(language: str) -> _Stemmer:
    found = _stemmers.made.get(language)
    if found is None:
        import Stemmer

        # Without a memory of its own: it would hold ten thousand words of each.
        found = _stemmers.made[language] = cast(_Stemmer, Stemmer.Stemmer(language, 0))
    return found
