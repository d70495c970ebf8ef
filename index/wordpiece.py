"""Text to token ids: the model's own tokenizer, in plain Python.

The saved model carries a `tokenizer.json`, which any reader of the model2vec format understands.
Reading it with the `tokenizers` library costs more, at every start, than all the rest of a cold
question; the rules it holds are few, so they stand here a second time, and a test holds the two to
the same ids for every character of living scripts.

The rules: NFKC, lower case, ß is ss; marks and invisible characters go; rare accented letters lose
their accent; whatever is not in `ALPHABET` parts words. A word is one token if the vocabulary has
it, else the longest known beginning, then the longest known continuation (`##…`), and so on:
WordPiece, greedy from the left (Wu et al. 2016).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from itertools import chain

ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789àâäæçèéêëìíîïñòóôöœùúûüÿ"
"""Every character a token may hold: the letters of the four languages and Spanish ñ for names."""

FOLDED = {
    "a": "áãåāăąǎạảấầ",
    "c": "ćčĉċ",
    "d": "ďđð",
    "e": "ēĕėęěẹẽếềệ",
    "g": "ğĝġģ",
    "h": "ĥħ",
    "i": "ĩīĭįıị",
    "j": "ĵ",
    "k": "ķ",
    "l": "ĺļľł",
    "n": "ńņňŋ",
    "o": "õøōŏőơọộớ",
    "r": "ŕŗř",
    "s": "śŝşšșṣ",
    "t": "ţťțŧṭ",
    "u": "ũūŭůűųưụứ",
    "w": "ŵ",
    "y": "ýŷỳỹ",
    "z": "źżž",
    "th": "þ",
    "ss": "ß",
}
"""Letters met in names, under the letter that stands for them: Erdoğan and Erdogan are one."""

SILENT = "\u00ad\u200b\u200c\u200d\u2060\ufeff" + "".join(map(chr, range(0x300, 0x370)))
"""Characters inside a word that do not part it: soft hyphens, joiners, marks left after NFKC."""

UNKNOWN = "[UNK]"
LONGEST_WORD = 100
"""Longer runs of letters are one unknown word, as in the library."""

_REMEMBERED_WORDS = 200_000


class _Characters(dict[int, str]):
    """Replacement of each code point; what the rules do not name parts words."""

    def __missing__(self, code: int) -> str:
        self[code] = " "
        return " "


def _characters() -> _Characters:
    table = _Characters({ord(letter): letter for letter in ALPHABET})
    table.update((ord(letter), base) for base, letters in FOLDED.items() for letter in letters)
    table.update((ord(letter), "") for letter in SILENT)
    return table


_TABLE = _characters()


_NARROW = "cp1252"
"""Latin-1 with the typographic quotes, dashes and œ."""


def _narrow_table() -> tuple[bytes, bytes]:
    """For each byte what `_TABLE` says of its character; and those that go."""
    table, silent = bytearray(b" " * 256), bytearray()
    for byte in range(256):
        sign = bytes([byte]).decode(_NARROW, "ignore")
        meant = sign.translate(_TABLE) if sign else " "
        if meant:
            table[byte] = meant.encode(_NARROW)[0]
        else:
            silent.append(byte)
    return bytes(table), bytes(silent)


_NARROW_TABLE, _NARROW_SILENT = _narrow_table()


def words(text: str) -> list[str]:
    """Split text into the words of the model, in its normal form."""
    if text.isascii() and text.isalpha():
        return [text.lower()]
    text = unicodedata.normalize("NFKC", text).lower()
    try:
        # One byte a character is translated twenty times as fast, and most text has no others.
        narrow = text.replace("ß", "ss").replace("þ", "th").encode(_NARROW)
    except UnicodeEncodeError:
        return text.translate(_TABLE).split()
    return narrow.translate(_NARROW_TABLE, _NARROW_SILENT).decode(_NARROW).split()


class _Known(dict[str, tuple[int, ...]]):
    """The pieces of each word met so far."""

    def __init__(self, split: Callable[[str], tuple[int, ...]]) -> None:
        super().__init__()
        self._split = split

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) >= _REMEMBERED_WORDS:
            self.clear()
        pieces = self[word] = self._split(word)
        return pieces


class WordPiece:
    """The tokenizer: whole words first, longest pieces where a word is unknown.

    Args:
        vocabulary: token to id; a continuation is written `##piece`.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """Keep the vocabulary; nothing is computed before the first text."""
        self._vocabulary = vocabulary
        self._known = _Known(self._split)

    def ids(self, text: str) -> list[int]:
        """Return the token ids of a text, unknown words left out; empty where nothing is known."""
        if text.isascii() and text.isalpha():
            return [*self._known[text.lower()]]
        return list(chain.from_iterable(map(self._known.__getitem__, words(text))))

    def _split(self, word: str) -> tuple[int, ...]:
        vocabulary = self._vocabulary
        if len(word) > LONGEST_WORD:
            return ()
        pieces: list[int] = []
        start, mark = 0, ""
        while start < len(word):
            for end in range(len(word), start, -1):
                token = vocabulary.get(mark + word[start:end])
                if token is not None:
                    break
            else:
                return ()
            pieces.append(token)
            start, mark = end, "##"
        return tuple(pieces)
