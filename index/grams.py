"""Grams: pieces of four characters of the folded text.

They bridge spellings and languages (*Poutine*, *Putin*; *Ökonomie*, *economia*), and the parts of
German compounds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# Spellings that the four languages use for one sound: Tschaikowski, Tchaïkovski, Čajkovskij.
_SAME_SOUND = (("tsch", "s"), ("sch", "s"), ("ph", "f"), ("ou", "u"), ("ck", "k"), ("qu", "k"),
               ("ae", "a"), ("oe", "o"), ("x", "ks"), ("œ", "o"), ("æ", "a"))  # fmt: skip
_ONE_LETTER = {"c": "k", "q": "k", "y": "i", "j": "i", "w": "v", "z": "s"}
_GAP, _SILENT = 0, 1


def gram_hashes(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.uint16]]:
    """All grams of all texts, as 48-bit hashes, and the number of the text each comes from."""
    joined = "\n".join(text.replace("\n", " ") for text in texts)
    joined = unicodedata.normalize("NFC", joined).casefold()
    for letters, sound in _SAME_SOUND:
        joined = joined.replace(letters, sound)
    codes = np.frombuffer(f"\n{joined}\n".encode("utf-32-le", "replace"), "<u4")
    rows = np.cumsum(codes == ord("\n")) - 1
    letters_ = _letters(np.minimum(codes, 0xFFFF))
    heard = letters_ != _SILENT
    heard[1:] &= (letters_[1:] != letters_[:-1]) | (letters_[1:] == _GAP)
    kept, rows = letters_[heard].astype(np.uint64), rows[heard]
    inside = (kept[1:-2] != _GAP) & (kept[2:-1] != _GAP)
    packed = kept[:-3]
    for place in (1, 2, 3):
        packed = packed | kept[place : len(kept) - 3 + place] << np.uint64(16 * place)
    # The multiplier is 2^64 over the golden ratio (Knuth's multiplicative hashing).
    hashes = (packed[inside] * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(16)
    return hashes, rows[1:-2][inside].astype(np.uint16)


# What each character counts as in a gram, filled in as characters are met: a table of all of them
# would cost a cold answer a tenth of a second.
_TABLE = np.full(1 << 16, _GAP, np.uint16)
_KNOWN = np.zeros(1 << 16, np.bool_)


def _letters(codes: NDArray[np.uint32]) -> NDArray[np.uint16]:
    if not (known := _KNOWN.take(codes)).all():
        for code in np.unique(codes[~known]).tolist():
            _TABLE[code], _KNOWN[code] = _letter(chr(code)), True
    return _TABLE.take(codes)


def _letter(sign: str) -> int:
    if unicodedata.combining(sign) or sign in "h\u00ad\u200b\u200c\u200d\u2060\ufeff":
        return _SILENT
    if not sign.isalnum():
        return _GAP
    bare = unicodedata.normalize("NFKD", sign)[0] if ord(sign) < 0x2000 else sign
    return ord(_ONE_LETTER.get(bare, bare))
