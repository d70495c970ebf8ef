"""How long a check takes on input that no person writes."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Iterator
from string import ascii_lowercase

from assistant import check
from assistant.checking.sources import readable

from .cases import LANGUAGES

_NASTY = {
    "figures": "1 ", "one figure": "7", "one word": "a", "in...ble": "in", "capitals": "Putin ",
    "compounds": "zweiund", "dates": "3-5 May ", "products": "6x6", "Roman numerals": "XIX e il ",
    "apostrophes": "'’", "controls and directions": "\u202e\x00a1", "sentences": "A b. ",
    "accents": "é", "percentages": "5 % ", "blanks": " ", "lines": "\n1", "points": "1.",
    "results": "1:1 ", "denials": "non finché nicht pas not ", "quotation marks": "«“„",
    "spans of hours": "6.30-10am ", "spoken hours": "alle e mezza halb past ",
    "until": "not until ",
    "doers": "by Kessler was ", "halves": "half of the metà ", "German days": "Samstagsfrei",
}  # fmt: skip
_NASTY_SIZE = 100_000
_SEED = 0
_NEW = ("words", "names", "figures")
_SHORT = (2, 14, 32)
"""Characters of each of many quotes."""


def slowest() -> tuple[str, float, float]:
    """The worst of many inputs that no person writes.

    Returns:
        Its name, milliseconds for 10 kB of what is read of it, and the most that any check took.
    """
    worst, most, longest = "", 0.0, 0.0
    _read_tables()
    for name, piece in _NASTY.items():
        text = (piece * (_NASTY_SIZE // len(piece) + 1))[:_NASTY_SIZE]
        for claim, quote in ((text[:2900], text), ("Putin signed on 5 May 2025.", text)):
            for language in LANGUAGES:
                begin = time.process_time()
                check(claim, [quote], claim_language=language, quote_languages=[language])
                spent = time.process_time() - begin
                each = 1000 * spent / (len((claim + readable(quote)).encode()) / 10_000)
                worst, most = (name, each) if each > most else (worst, most)
                longest = max(longest, 1000 * spent)
    return worst, most, longest


def _read_tables() -> None:
    """Check an ordinary pair in each language: tables and patterns are made once a process."""
    quotes = "Putin signed on 3-5 May 2024.", "Er war vom 3. bis 5. Mai 2024 nicht in Paris: 7 %."
    for language in LANGUAGES:
        for quote in quotes:
            check("She signed 12 of them on 6 May 2025.", [quote], claim_language=language)
    gc.collect()


def many_short(size: int) -> float:
    """Milliseconds per 10 kB of a claim with 500 different quotes of so many characters."""
    said = "Das alte Haus in Kolm ist leer, sagt er."[: max(0, size - 4)]
    quotes = [f"{said} {number:03d}"[-size:] for number in range(500)]
    if size < 3:  # figures would be the same ones again
        quotes = [chr(0x61 + number % 26) + chr(0xE0 + number // 26) for number in range(500)]
    claim = "Die Brücke in Kolm kostete 12 Millionen Euro."
    begin = time.process_time()
    check(claim, quotes)
    spent = time.process_time() - begin
    return 1000 * spent / (len((claim + "".join(quotes)).encode()) / 10_000)


def many_new(kind: str) -> float:
    """Milliseconds per 10 kB of a claim and 24 quotes of 400 characters that are all new.

    Args:
        kind: `words`, `names` or `figures`, of random letters or digits.
    """
    chance = random.Random(_SEED)

    def text() -> str:
        words = ["".join(chance.choices(ascii_lowercase, k=7)) for _ in range(50)]
        if kind == "figures":
            words = [str(chance.randrange(10, 10_000_000)) for _ in words]
        return " ".join([word.capitalize() if kind == "names" else word for word in words])[:400]

    claim, quotes = text(), [text() for _ in range(24)]
    begin = time.process_time()
    check(claim if kind != "figures" else f"Es waren {claim[:200]}.", quotes)
    spent = time.process_time() - begin
    return 1000 * spent / (len((claim + "".join(quotes)).encode()) / 10_000)


def lines() -> Iterator[str]:
    """The worst of each kind of bad input, as text."""
    name, worst, longest = slowest()
    yield f"at most {longest:.0f} ms for a check of 100 kB of bad input, of which a part is read;"
    yield f"for 10 kB that are read at most {worst:.0f} ms ({name})"
    short = ", ".join(f"{many_short(size):.0f} of {size}" for size in _SHORT)
    yield f"ms for 10 kB of 500 different quotes, by their characters: {short}"
    new = ", ".join(f"{many_new(kind):.0f} of {kind}" for kind in _NEW)
    yield f"ms for 10 kB of 24 quotes of 400 characters, all new: {new}"
