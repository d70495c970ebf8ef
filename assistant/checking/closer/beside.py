"""Does a claim have the opposite of a word of its quotes beside the same words?

The direction of a whole sentence is compared only where both are short: in a long one there is an
opposite of anything. Here one counts wherever it stands, if what stands around it is the same:
*China has loosened its ties with Russia*, *… ha rafforzato i suoi legami con la Russia …*.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.checking.meaning import Meaning, shared
from assistant.facts import Language
from assistant.facts.direction.idioms import words_apart
from assistant.facts.direction.opposites import Pole, poles_at, told_side_by_side
from assistant.facts.direction.polarity import denial_words, direction
from assistant.facts.direction.reversals import denies_the_other
from assistant.facts.reasons import Reason
from assistant.facts.text.tongue import function_words

from .degrees import compares
from .related import is_converse
from .rules import Sentence

_MOST = 24
"""Words of a claim; a longer one is read as a whole."""
_AROUND, _DENIED = 3, 4
"""Words with content on each side that are compared, and words in which a denial may stand."""
_NEAR, _SHARED = 0.5, 2
"""Cosine from which two words are one, and how many of them must be so."""


class Placed(NamedTuple):
    """A word that has an opposite, with what stands around it."""

    pole: Pole
    around: tuple[str, ...]


@lru_cache(maxsize=2048)
def placed(text: str, language: Language) -> tuple[Placed, ...]:
    """The words of a text that have an opposite and are not denied.

    Args:
        text: a claim or a quote.
        language: its language.
    """
    words = words_apart(text)
    denials = denial_words(language)
    empty = function_words()[language]
    found = []
    for at, pole in poles_at(words, language):
        if pole[0] in told_side_by_side():
            continue
        if not denials.isdisjoint(words[max(0, at - _DENIED) : at + 2]):
            found.append(Placed(pole, ()))  # it excuses the claim, and speaks against none
            continue
        before = [word for word in words[:at] if word not in empty][-_AROUND:]
        after = [word for word in words[at + 1 :] if word not in empty][:_AROUND]
        found.append(Placed(pole, (*before, *after)))
    return tuple(found)


def opposed_beside(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """An opposite that a claim has beside two words that stand beside its counterpart."""
    given = [one for quote in quotes for one in placed(*quote)]
    there = {one.pole for one in given}
    ours = placed(*claim)
    own = {one.pole for one in ours}
    for said in ours:
        number, side = said.pole
        opposite = (number, "other" if side == "one" else "one")
        if said.pole in there or opposite in own or not said.around:
            continue
        against = [one for one in given if one.pole == opposite]
        if all(one.around for one in against) and any(
            shared(said.around, one.around, meaning, _NEAR) >= _SHARED for one in against
        ):
            long = len(words_apart(claim.text)) > _MOST
            turned = long or _from_the_other_side(claim, quotes, meaning)
            return None if turned else Reason("opposite")
    return None


def _from_the_other_side(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> bool:
    """Is the opposite denied, or are both sides exchanged with it: *older than he*, *younger*?"""
    return any(
        (compares(*claim) and compares(*quote))
        or is_converse(claim, quote, meaning)
        or denies_the_other(direction(*claim), [direction(*quote)])
        for quote in quotes
    )
