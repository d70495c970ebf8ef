"""Who is held against whom, and which way: *Italy spends more than France*.

What stands behind *than, que, als, di* is the measure. Two sentences that have the same two sides
in exchanged places say opposite things, unless one of them says *more* and the other *less*.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.deeds.asides import asides
from assistant.facts.direction.opposites import Pole, poles
from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.letters import lowered, words_of

_THAN: dict[Language, frozenset[str]] = {
    "en": frozenset({"than"}),
    "fr": frozenset({"que", "qu"}),
    "de": frozenset({"als"}),
    "it": frozenset("di del della dello dei delle degli dell che rispetto".split()),
}
_FILLERS = frozenset(
    "the a an le la les l il lo i gli der die das dem den des ein eine in on for of to da dal"
    " à au en dans pour de du d im bei für nel nella per a al alla von am".split()
)
_MOVES: dict[Pole, int] = {(0, "one"): 1, (0, "other"): -1}
"""The sides of the first opposition of `polarity.toml`: to rise and to fall."""
_REACH = 7
"""Words between *more* and *than*."""
_BEHIND = 4
"""Words that the measure may have: *than Olympic gold medals*."""
_LONGEST = 20
"""Words of a sentence that is read for this: a longer one compares more than one thing."""


class Comparison(NamedTuple):
    """One thing held against another."""

    sign: int
    """1 for *more, longer, plus grand*; -1 for *fewer, shorter, plus petit*."""
    measure: str
    """The first word behind *than*."""
    behind: tuple[str, ...]
    """That word and the next ones."""
    before: tuple[str, ...]
    """The words before *than*."""


@lru_cache(maxsize=4096)
def comparison(text: str, language: Language) -> Comparison | None:
    """What a short sentence compares; None if it compares nothing, or more than one thing."""
    found = comparisons(text, language)
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def comparisons(text: str, language: Language) -> tuple[Comparison, ...]:
    """Everything that a short sentence compares."""
    words = words_of(text)
    if len(words) > _LONGEST:
        return ()
    return (*_comparisons(words, language), *_against(text, language))


def _against(text: str, language: Language) -> Iterator[Comparison]:
    """What rose or fell against what: the one is up as far as the other is down."""
    sides = [aside for aside in asides(text, language) if not aside.tells and aside.words]
    if len(sides) != 1:
        return
    signs = {_MOVES[pole] for pole in poles(lowered(text), language) if pole in _MOVES}
    if len(signs) == 1:
        before = words_of(text[: sides[0].start])
        yield Comparison(signs.pop(), sides[0].words[0], sides[0].words, before)


def _comparisons(words: tuple[str, ...], language: Language) -> Iterator[Comparison]:
    lowered = [word.lower() for word in words]
    for at, word in enumerate(lowered):
        sign = _sign(word, language)
        if not sign:
            continue
        end = at + 1 + _REACH
        joint = next(
            (i for i in range(at + 1, min(end, len(words))) if _is_than(lowered, i, language)), 0
        )
        if not joint or any(_sign(other, language) for other in lowered[at + 1 : joint]):
            continue
        if language in ("fr", "it") and lowered[at] in _more(language):
            low = table("polarity")["compared"]["low"].split()
            sign *= -1 if lowered[at + 1].startswith(tuple(low)) else 1
        measure = joint + 1
        while measure < len(words) and lowered[measure] in _FILLERS | _THAN[language]:
            measure += 1
        if measure < len(words):
            yield Comparison(
                sign, words[measure], words[measure : measure + _BEHIND], words[:joint]
            )


def _is_than(words: list[str], i: int, language: Language) -> bool:
    return words[i] in _THAN[language]


def _sign(word: str, language: Language) -> int:
    """1 for a word of the higher side, -1 for one of the lower, 0 for any other."""
    if word in _more(language):
        return 1
    return -1 if word in _less(language) else 0


@cache
def _more(language: Language) -> frozenset[str]:
    return frozenset(table("polarity")["compared"][language][0].split())


@cache
def _less(language: Language) -> frozenset[str]:
    return frozenset(table("polarity")["compared"][language][1].split())
