"""Which way a sentence points: does it deny, and which side of an opposition does it take?

Word by word, without grammar, so it keeps to what words alone can show: a claim that denies what
has no denial in its quote, a claim that has *rises* where the quote has only *falls*, two names
that changed places around the same verb. What it cannot tell it leaves alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from .facts import Language
from .tables import table

_WORD = re.compile(r"(?!(?:[Nn]o|[Nn]r?)\. ?\d|O\.K|(?:[Nn]on?|[Nn]icht)-)[^\W\d_]+(?:['’]t\b)?")
_PASSIVE = frozenset(
    "by par von durch da dal dalla dallo dai was were been est été fut wurde wurden worden è stato"
    " stata".split()
)

_AS_LONG = 0.7
"""How long a claim is, as a share of the quote, to be held to have left nothing out."""
_MOST_NAMES = 8
"""Names of one sentence that are looked at for having changed places."""
_NE_REACH = 5
"""Words between *ne* and the *pas* or *plus* that belongs to it."""
_FRENCH_ONLY = (["seulement"], ["uniquement"], ["que"])


@dataclass(frozen=True, slots=True)
class Direction:
    """What the words of a text say about which way it points."""

    denials: int
    """How many words plainly deny a verb: *not, ne ... pas, kein, non*."""
    other: bool
    """Something else in it is negative, if only a prefix or *without*."""
    poles: frozenset[tuple[int, str]]
    """Sides of oppositions that it takes: number of the opposition, and `one` or `other`."""
    length: int
    """Its number of words."""


def reversals(claim: Direction, quotes: Sequence[Direction]) -> list[str]:
    """In what the claim points the other way than all of its quotes, for a reader.

    A quote may deny something that the claim leaves out; so its denial counts only against a claim
    that is about as long.
    """
    found = []
    if claim.denials and not claim.other and not any(q.denials or q.other for q in quotes):
        found.append("denies what the source says")
    elif not (claim.denials or claim.other) and all(
        q.denials and not q.other and claim.length >= _AS_LONG * q.length for q in quotes
    ):
        found.append("says what the source denies")
    given = {pole for quote in quotes for pole in quote.poles}
    denied = bool(claim.denials) or any(quote.denials for quote in quotes)
    for number, side in sorted(claim.poles):
        opposite = (number, "other" if side == "one" else "one")
        if opposite in given and opposite not in claim.poles and (number, side) not in given:
            if not denied:
                found.append("says the opposite of the source")
                break
    return found


@lru_cache(maxsize=8192)
def direction(text: str, language: Language) -> Direction:
    """Read which way a text points."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text[:20_000])]
    denials = _count_denials(words, language)
    whole, stems = _negative(language)
    plain = _denials()[language] | (_denials()["fr_with_ne"] if language == "fr" else frozenset())
    refusals = tuple(sorted(_denials()["refusal"]))
    other = any(
        (word in whole or word.startswith(stems))
        and not (denials and (word in plain or word.startswith(refusals)))
        for word in words
    )
    poles = frozenset(pole for word in set(words) for pole in _poles_of(word))
    return Direction(denials, other, poles, len(words))


def _count_denials(words: Sequence[str], language: Language) -> int:
    plain, only = _denials()[language], _denials()["only"]
    with_ne = _denials()["fr_with_ne"] if language == "fr" else frozenset()
    refusals = tuple(sorted(_denials()["refusal"]))
    count = 0
    for i, word in enumerate(words):
        if word in plain or word.endswith("n't"):
            count += i + 1 == len(words) or words[i + 1] not in only  # not only ... but also
        elif word in with_ne:
            near = {"ne", "n"} & set(words[max(0, i - _NE_REACH) : i])
            count += bool(near) and words[i + 1 : i + 2] not in _FRENCH_ONLY
        else:
            count += word.startswith(refusals)
    return count


def changed_places(claim: str, quote: str, names: Sequence[str]) -> bool:
    """Do two names stand on the other sides of the same verb, both sentences being active?

    Args:
        claim: a sentence.
        quote: a passage in the same language.
        names: words that both of them have.
    """
    said, given = _WORD.findall(claim), _WORD.findall(quote)
    if _PASSIVE & {word.lower() for word in said} ^ _PASSIVE & {word.lower() for word in given}:
        return False
    here, there = Counter(said), Counter(given)
    single = [n for n in dict.fromkeys(names) if here[n] == there[n] == 1][:_MOST_NAMES]
    for one, other in combinations(single, 2):
        a, b = sorted((said.index(one), said.index(other)))
        c, d = sorted((given.index(one), given.index(other)))
        if said[a] == given[c]:
            continue
        inside = {w for w in said[a + 1 : b] if w.islower() and len(w) > 3}
        between = {w for w in given[c + 1 : d] if w.islower() and len(w) > 3}
        if inside and inside == between:
            return True
    return False


@lru_cache(maxsize=16384)
def _poles_of(word: str) -> tuple[tuple[int, str], ...]:
    whole, stems = _opposites()
    found = list(whole.get(word, ()))
    for length in range(3, len(word) + 1):
        found += stems.get(word[:length], ())
    return tuple(found)


_Poles = dict[str, tuple[tuple[int, str], ...]]


@cache
def _opposites() -> tuple[_Poles, _Poles]:
    """Whole words, and stems, each to the sides of oppositions that it takes."""
    whole: _Poles = {}
    stems: _Poles = {}
    for number, pair in enumerate(table("polarity")["opposites"]):
        for side in ("one", "other"):
            for form in pair[side].split():
                into = whole if form.endswith("=") else stems
                form = form.rstrip("=")
                into[form] = (*into.get(form, ()), (number, side))
    return whole, stems


@cache
def _denials() -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in table("polarity")["denial"].items()}


@cache
def _negative(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    forms = table("polarity")["negative"][language].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    return whole, tuple(form for form in forms if not form.endswith("="))
