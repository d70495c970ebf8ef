"""Is a claim a sentence of the quote, word for word, but for a denial, a name, or an order?

Where the words are the same and in the same order, nothing needs to be known of their grammar: a
*not* that only one of the two has turns the sentence round, however many other words in it deny,
and of two names in the same slot one is wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.facts.direction.polarity import direction
from assistant.facts.facts import Language
from assistant.facts.names.names import with_short_name
from assistant.facts.reasons import Reason
from assistant.facts.text.spelling import alike
from assistant.facts.text.vocabulary import is_ordinary, same_thing

from .exchanged import nouns_exchanged

_WORD = re.compile(r"[^\W_]+")
_DENIALS: dict[Language, frozenset[str]] = {
    "en": frozenset("not never no nor cannot t".split()),
    "fr": frozenset("ne n pas jamais point aucun aucune".split()),
    "de": frozenset("nicht nie niemals kein keine keinen keinem keiner keines".split()),
    "it": frozenset("non mai nessun nessuna nessuno".split()),
}
_AT_THE_END = re.compile(r"[^\s,;:–—] (?:nicht|nie|niemals)\s*(?:[.!?;,]|$)")
"""A German denial behind all that it denies: *öffnet in diesem Sommer nicht.*"""
_INSTEAD: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\bnot (?:[\w’'-]+ ){1,6}?but (?!not\b)"),
    "fr": re.compile(r"\bpas (?:[\w’'-]+ ){1,6}?mais (?!pas\b)"),
    "de": re.compile(r"\b(?:nicht|kein\w*) [^.;]{2,60}?,? sondern "),
    "it": re.compile(r"\bnon (?:[\w’'-]+ ){1,6}?(?:ma|bensì) (?!non\b)"),
}
"""What is so in place of what is denied."""
_ROMAN = re.compile(r"[IVXLC]{1,8}")
_SAME = 0.85
"""Share of a claim's words that stand in the quote in the same order."""
_MOST_WORDS, _FEWEST_WORDS = 80, 4
_REACH = 8
"""Words that a claim may leave out at one place."""
_AROUND = 2
"""Words on each side that belong to one place of a sentence."""


def changed_copy(claim: str, quote: str, spoken: Language, tongue: Language) -> Reason | None:
    """Say if a claim copies a sentence but for a denial, a name, or two nouns that changed places.

    Args:
        claim: a sentence.
        quote: the sentence it is held against.
        spoken: language of the claim.
        tongue: language of the quote; nothing is said of another one.
    """
    if spoken != tongue:
        return None
    return (
        _denial_changed(claim, quote, spoken)
        or _name_changed(claim, quote, spoken)
        or nouns_exchanged(claim, quote, spoken)
    )


def _denial_changed(claim: str, quote: str, spoken: Language) -> Reason | None:
    """Say if a claim copies a sentence but for a denial."""
    denials = _DENIALS[spoken]
    (said, denied), (given, refused) = _parted(claim, denials), _parted(quote, denials)
    if denied and not refused and direction(quote, spoken).undone.seen:
        if not direction(claim, spoken).undone.seen:
            return None  # *failed to deliver* is *did not deliver*
    if len(denied) == len(refused) or not _FEWEST_WORDS <= len(said) <= _MOST_WORDS:
        return None
    places = _in_order(said, given)
    if sum(place >= 0 for place in places) < _SAME * len(said):
        return None
    first, last = max(min(p for p in places if p >= 0), 0), max(places)
    behind = last + bool(spoken == "de" and _AT_THE_END.search(quote))
    within = [at for at in refused if first - _AROUND < at <= behind]
    if not denied:
        # A denial of what a claim leaves out is none of what it says: *who had no licence*.
        within = [at for at in within if at in places or at > last]
        if within and _INSTEAD[spoken].search(quote):
            return None  # not on Tuesday but on Thursday
    if bool(denied) == bool(within):
        return None
    return Reason("denies" if denied else "denied")


def _name_changed(claim: str, quote: str, spoken: Language) -> Reason | None:
    """Say if a claim copies a sentence but for one name in the place of another."""
    said, given = _WORD.findall(claim[:2000]), _WORD.findall(quote[:2000])
    if not _FEWEST_WORDS <= len(said) <= _MOST_WORDS:
        return None
    places = _in_order(tuple(map(str.lower, said)), tuple(map(str.lower, given)))
    strange = [i for i, place in enumerate(places) if place < 0]
    if len(strange) != 1:
        return None
    i = strange[0]
    at = places[i - 1] + 1 if i else places[1] - 1
    if not 0 <= at < len(given) or (0 < i < len(said) - 1 and places[i + 1] != at + 1):
        return None
    one, other = said[i], given[at]
    if not (_names(one, i, spoken) and _names(other, at, spoken)) or alike(one, other):
        return None
    if bool(_ROMAN.fullmatch(one)) != bool(_ROMAN.fullmatch(other)):  # *Seicento, XVII secolo*
        return None
    if other in said or (same_thing(one) and same_thing(one) == same_thing(other)):
        return None
    return Reason("other_name", with_short_name(one, claim), with_short_name(other, quote))


def _names(word: str, at: int, language: Language) -> bool:
    """Is this word a name: an acronym, or a capital letter that nothing else explains?"""
    if word.isupper() and len(word) > 1:
        return True
    explained = language == "de" or at == 0
    return word[0].isupper() and not (explained and is_ordinary(word, language))


@lru_cache(maxsize=4096)
def _parted(text: str, denials: frozenset[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words without those that deny, and before which of them each of those stands."""
    words: list[str] = []
    places: list[int] = []
    for word in _WORD.findall(text.lower()[:2000]):
        if word in denials:
            places.append(len(words))
        else:
            words.append(word)
    return tuple(words), tuple(places)


def _in_order(said: tuple[str, ...], given: tuple[str, ...]) -> list[int]:
    """Where each word of the claim stands in the quote, going forward; -1 for what is not there."""
    places, start, end = [], 0, len(given)
    for word in said:
        try:
            at = given.index(word, start, end)
        except ValueError:
            places.append(-1)
        else:
            places.append(at)
            start, end = at + 1, at + 1 + _REACH
    return places
