"""One spelling for a name in four languages: Poutine, Putin and Wladimir are two names, not three.

`skeleton` writes a word down roughly as it sounds, so that the transliterations of the four
languages meet (`Poutine` and `Putin` are both `putin`, `Tchekhov` and `Chekhov` are `šehov`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from os.path import commonprefix

_PLAIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "’": "'",
    }
)
_SOUNDS = (
    ("tsch", "š"), ("tch", "š"), ("dsch", "š"), ("dj", "š"), ("dzh", "š"), ("sch", "š"),
    ("sh", "š"), ("kh", "h"), ("zh", "š"), ("ch", "š"), ("ph", "f"), ("th", "t"), ("ck", "k"),
    ("qu", "k"), ("gh", "g"), ("ou", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("w", "v"),
    ("ya", "ia"), ("yu", "iu"), ("j", "i"), ("y", "i"), ("ce", "se"), ("ci", "si"), ("c", "k"),
    ("x", "ks"), ("z", "s"), ("q", "k"),
)  # fmt: skip
"""What is written, and roughly how it sounds; in the order in which they are tried."""
_LONG = 6
_CYRILLIC = re.compile(r"[bdfglmnprstvz][jiy]|ch|kh|[wv]|sch|zh")
_CYRILLIC_SOUNDS = (
    ("tsch", "š"), ("tch", "š"), ("sch", "š"), ("sh", "š"), ("zh", "š"), ("kh", "h"), ("ch", "h"),
    ("ou", "u"), ("w", "v"), ("y", "i"), ("j", "i"), ("z", "s"),
)  # fmt: skip
"""The same for names that are written in Cyrillic, in the order in which they are tried."""
_LONGEST_ENDING = 4
"""Letters that a case ending, an adjective or a full form adds: `Putins`, `Insta(gram)`."""
_BEGINNING = re.compile(r"^h(?=[aeiou])|^[šh](?=[rl])")
"""Sounds that a language drops or writes in its own way: *Herostratus* and *Erostrato*,
*Khrouchtchev* and *Chruschtschow*."""
_DROPPED = ("h", "š")
"""What it can begin with."""
_FIRST, _BEHIND_FIRST = frozenset("šhk"), frozenset("aeiourl")
_SAME_STEM, _STEM_SHARE = 6, 0.45
"""Letters at the beginning that make two long words forms of one name, *Araukaner* and
*Araucanians*; and what share of the longer one they must be."""
_WRITTEN = re.compile("|".join(sorted((w for w, _ in _SOUNDS), key=len, reverse=True)))
_DOUBLED = re.compile(r"(.)\1+")


class _Folded(dict[int, str]):
    """Each character met so far in lower case without accents; none depends on its neighbours."""

    def __missing__(self, code: int) -> str:
        lowered = unicodedata.normalize("NFKD", chr(code).casefold().translate(_PLAIN))
        folded = self[code] = "".join(c for c in lowered if not unicodedata.combining(c))
        return folded


_FOLDED = _Folded()


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Lower case without accents: `Élysée` is `elysee`."""
    return word.lower() if word.isascii() else word.translate(_FOLDED)


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """Roughly how a name sounds; equal for its transliterations into the four languages."""
    sound = fold(word)
    if _WRITTEN.search(sound):
        for written, spoken in _SOUNDS:
            if written in sound:
                sound = sound.replace(written, spoken)
    if _DOUBLED.search(sound):
        sound = _DOUBLED.sub(r"\1", sound)
    if sound.startswith(_DROPPED):
        sound = _BEGINNING.sub(_spoken, sound)
    if len(sound) > 4 and sound[-1] == "e":
        sound = sound[:-1]
    return sound


@lru_cache(maxsize=16384)
def core(sound: str) -> str:
    """A long name without the first sound and the ending that languages differ in most.

    *Khamenei* and *Chamenei*, *Chruschtschows* and *Khrouchtchev*.
    """
    core = sound
    if sound[:1] in _FIRST and sound[1:2] in _BEHIND_FIRST:
        core = sound[1:]
    if core.endswith(("ov", "ovs")):
        core = core[: core.rindex("ov")] + "ev"
    return core if len(core) > 4 else ""


@lru_cache(maxsize=16384)
def _eastern(word: str) -> str:
    """A long name as German and Italian write what comes from Cyrillic: *Wedjachin*, *Vedyakhin*.

    There `ch` is the sound that others write `kh`, and a `j` behind a consonant softens it.
    """
    sound = fold(word)
    if len(sound) < _LONG or not _CYRILLIC.search(sound):
        return ""
    for written, spoken in _CYRILLIC_SOUNDS:
        sound = sound.replace(written, spoken)
    return _DOUBLED.sub(r"\1", sound).removesuffix("e")


def _spoken(beginning: re.Match[str]) -> str:
    return "" if beginning.string[beginning.end()] in "aeiou" else "k"


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Are two words one name, spelt for two languages, or with a case ending on one of them?"""
    a, b = skeleton(one), skeleton(other)
    if a == b or core(a) == core(b) != "" or _eastern(one) == _eastern(other) != "":
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < 4:
        return len(short) == 3 and long in (short + "s", short + "i")
    if long.startswith(short) and len(long) - len(short) <= _LONGEST_ENDING:
        return True
    if long.startswith(short[:_SAME_STEM]) and len(short) >= _SAME_STEM:
        if len(commonprefix((a, b))) >= _STEM_SHARE * len(long):
            return True
    if a[0] != b[0] and a[1:3] != b[1:3]:
        return False
    allowed = len(long) // 4 if len(long) < 12 else 3
    return distance(a, b, allowed) <= allowed


def alike_any(one: str, others: Iterable[str]) -> bool:
    """Is a word one name with any of some others? Kept for both orders, as each side asks."""
    for other in others:
        if alike(one, other) if one < other else alike(other, one):
            return True
    return False


def distance(a: str, b: str, limit: int) -> int:
    """Edit distance of two short words, two letters that changed places being one edit.

    Anything above `limit` is `limit + 1`.
    """
    if abs(len(a) - len(b)) > limit or len(a) > 60:
        return limit + 1
    if len(set(a) ^ set(b)) > 2 * limit:  # an edit takes one letter away and adds one at most
        return limit + 1
    above: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j] + 1, new[-1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2] and x != y:
                cost = min(cost, above[j - 2] + 1)
            new.append(cost)
        above, row = row, new
        if min(row) > limit:
            return limit + 1
    return row[-1]
