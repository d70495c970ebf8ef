"""Bytes to text, without a lost or an invented letter.

A ladder, surest step first: byte-order mark, strict UTF-8, UTF-16 without a mark, UTF-8 with a few
foreign bytes, and last the four single-byte encodings in which western European texts are still
found. Those cannot be told apart by their bytes, only by what they spell: each reading is scored by
how usual its letters are in the text's language and in their place in the word. When two readings
that spell different texts come close, neither is taken.
"""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from .language import detect


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how it was read."""

    text: str
    encoding: str
    """A codec's name; ``utf-8+cp1252`` when stray bytes of that encoding stood in UTF-8 text,
    ``utf-8+cut`` when the last character's bytes were incomplete (it is U+FFFD now)."""


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes did not become text."""

    reason: Literal["binary", "encoding-unsure"]
    detail: str


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound or a film"),
    (b"OggS", "a sound"),
    (b"ID3", "a sound"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
)

_UNSURE = Undecodable(
    "encoding-unsure",
    "Its letters can be read in more than one way. Save it as UTF-8 and it will be read.",
)
_NOT_TEXT = Undecodable(
    "binary",
    "It holds bytes that no text has. If it is another kind of file, give it the ending of that.",
)

# Control characters that no text holds; tab, line feed, form feed, return and escape may be there.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes) -> Decoded | Undecodable:
    """Turn a file's bytes into its text, or say why not.

    The byte-order mark is not part of the text; nothing else is left out or changed.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            marked = _strict(data[len(mark) :], encoding)
            if marked:
                return _NOT_TEXT if "\0" in marked.text else marked
    for magic, what in _SIGNATURES:
        if data.startswith(magic):
            return Undecodable("binary", f"Its name says text, but it is {what}.")
    if b"\0" in data:
        return _utf16_without_mark(data) or _NOT_TEXT
    found = _strict(data, "utf-8") or _nearly_utf8(data)
    if found:
        return _UNSURE if _by_chance(found.text) else found
    if len(_CONTROLS.findall(data)) > len(data) / 1000:
        return _NOT_TEXT
    return _single_byte(data)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _utf16_without_mark(data: bytes) -> Decoded | None:
    """Western text in UTF-16 has a zero in nearly every other byte, and only there."""
    if len(data) % 2:
        return None
    half = len(data) / 2
    even, odd = data[::2].count(0) / half, data[1::2].count(0) / half
    if max(even, odd) < 0.5 or min(even, odd) > 0.01:
        return None
    found = _strict(data, "utf-16-le" if odd > even else "utf-16-be")
    return None if found is None or "\0" in found.text else found


# A Latin letter beside an Armenian, Hebrew or Arabic one: to a Mac, these bytes are ``’é``.
_CHANCE = re.compile(r"[A-Za-z][\u0530-\u07ff]|[\u0530-\u07ff][A-Za-z]")
_EASTERN = re.compile(r"[\u0530-\u07ff]")


def _by_chance(text: str) -> bool:
    """Whether the little there is beyond ASCII is valid UTF-8 only by accident."""
    if text.isascii() or not _EASTERN.search(text) or not (met := len(_CHANCE.findall(text))):
        return False
    return met * 2 > sum(c > "\x7f" for c in text)


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a cut end, or with a few bytes pasted in from a cp1252 text.

    Taken only when sound multi-byte characters clearly outnumber the stray bytes: no other text
    forms them by chance.
    """
    text = data.decode("utf-8", "surrogateescape")
    stray = [character for character in text if "\udc80" <= character <= "\udcff"]
    sound = len(text) - len(stray) - sum(character < "\x80" for character in text)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and sound:
            return Decoded(data[: error.start].decode("utf-8") + "\ufffd", "utf-8+cut")
    if sound < 4 * len(stray):
        return None
    try:
        repaired = {ord(c): bytes([ord(c) - 0xDC00]).decode("cp1252") for c in set(stray)}
    except UnicodeDecodeError:
        return None
    return Decoded(text.translate(repaired), "utf-8+cp1252")


# How often a sign stands among the signs beyond ASCII of a text, in a thousand, roughly: counted by
# eye on newspaper text, for the letters from the published letter frequencies of each language.
_LETTERS = {
    "fr": "é530 è90 à130 ê60 ç40 ô25 û20 î15 â20 ù15 ï5 ë5 œ10 ü1 ö1 ä1 É20 À10 Ê3 Ç3 È2 Ô1 Œ1",
    "it": "è300 à250 ò120 ù120 ì80 é60 È30 À5 ü1 ö1 ä1 ç1 ê1 É2 Ò2 Ù2 Ì1 î1",
    "de": "ü330 ä290 ö170 ß110 Ü15 Ä10 Ö12 é10 è3 à3 ç2 ê1 á1 ô1 É1",
    "en": "é200 è30 ü40 ö30 ä20 ç20 ñ20 ï20 á20 í20 ó20 à10 ê10 ô10 â5 É5 ß2 Ö3 Ü3 Ä3",
}
_SIGNS = (
    "’250 ‘20 “120 ”120 „60 «80 »80 –120 —60 …30 €60 £40 °20 §10 ·10 •20 ©10 ®3 ™3 \u00a0150 ‹3 ›3"
    " ²5 ³2 ½5 ¼2 ¾1 º3 ª2 ±1 ×1 á3 í3 ó3 ú3 ñ4 ø3 å3 æ2 š3 ž2 ã2 õ1 ý1 Š2 Ž1 Å1 Ø1 œ1 Œ1 ÿ1 ¿1 ¡1"
    " ‚1 †1 ‰1 µ1 ¹1 Ñ1 Á1 Ó1 Í1 Ú1 ë2 î1 û1 ô1 â1 Ÿ1 ¶1 \u00ad5"
)
_NEVER = math.log(1e-5)
_CODECS = ("cp1252", "iso8859-15", "mac_roman", "cp850")
_SURE = 4.0  # natural log: the best reading is at least 50 times as likely as the next
_PLAUSIBLE = math.log(2e-3)  # mean per sign; below it no reading is western European text
_SAMPLE = 20_000  # signs beyond ASCII that are looked at, spread over the text


def _table(language: str) -> dict[str, float]:
    pairs = [(p[0], int(p[1:])) for p in re.split(r" (?=\S)|(?<=\d) ", _SIGNS) if p]
    pairs += [(p[0], int(p[1:])) for p in _LETTERS.get(language, _LETTERS["en"]).split()]
    most = {sign: float(share) for sign, share in pairs}  # a language's own figure comes last
    total = sum(most.values())
    return {sign: math.log(share / total) for sign, share in most.items()}


_FOREIGN = re.compile(rb"[\x80-\xff]")


def _single_byte(data: bytes) -> Decoded | Undecodable:
    plain = _FOREIGN.sub(b" ", data).decode("ascii")
    table = _table(detect(plain))
    places = [match.start() for match in _FOREIGN.finditer(data)]
    places = places[:: len(places) // _SAMPLE + 1]
    readings: list[tuple[float, Decoded]] = []
    for encoding in _CODECS:
        found = _strict(data, encoding)
        if found:
            readings.append((_likelihood(found.text, places, table), found))
    readings.sort(key=lambda reading: -reading[0])
    best, decoded = readings[0]
    if best / len(places) < _PLAUSIBLE:
        return _UNSURE
    for score, other in readings[1:]:
        if best - score < _SURE and other.text != decoded.text:
            return _UNSURE
    return decoded


def _likelihood(text: str, places: list[int], table: dict[str, float]) -> float:
    """Log-probability of the signs beyond ASCII, each with a mark-down where it fits badly."""
    seen = Counter(text[max(0, at - 1) : at + 2] if at else " " + text[:2] for at in places)
    unpaired = -4.0 if ("«" in text) != ("»" in text) else 0.0
    return unpaired + sum(
        count * (table.get(context[1], _NEVER) + _misfit(context))
        for context, count in seen.items()
    )


def _misfit(context: str) -> float:
    """How badly a sign sits between its neighbours: 0 when well, a negative log when not."""
    before, sign = context[0], context[1]
    after = context[2] if len(context) > 2 else " "
    if sign.isalpha() and sign not in "ªº":
        if sign.isupper() and before.islower():
            return -5.0  # a capital inside a word
        if sign.islower() and before.isupper() and after.isupper():
            return -4.0
        lone = not before.isalpha() and not after.isalpha()
        return -6.0 if lone and sign not in "àèÀÈôÔ" else 0.0
    if sign in "‘‚„" and after.isspace():
        return -4.0  # an opening quote that opens nothing
    if sign in "’\u00ad·":
        return 0.0
    return -5.0 if before.isalpha() and after.isalpha() else 0.0
