"""Who did it to whom, where wording allows: two names around a verb, active or passive.

In an active sentence the doer stands before the verb, in a passive one behind *by, par, von, da*.
Two sentences about the same two names that differ in the doer say opposite things. Without
grammar this holds only for short sentences, so nothing is said of longer ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from typing import Literal, NamedTuple

from assistant.facts.facts import Language
from assistant.facts.names.names import Capital, capitals
from assistant.facts.tables import table
from assistant.facts.text.doing import little_words
from assistant.facts.text.letters import words_of
from assistant.facts.text.spelling import alike
from assistant.facts.text.vocabulary import same_thing, titles

_WORD = re.compile(r"[^\W\d_]+|[,;:()–—\"“”«»]")
_PASSIVE: dict[Language, frozenset[str]] = {
    "en": frozenset("was were been be is are being".split()),
    "fr": frozenset("été est sont fut furent sera seront".split()),
    "de": frozenset("wurde wurden worden wird werden".split()),
    "it": frozenset("stato stata stati state fu furono viene vengono venne vennero".split()),
}
"""Only what surely makes a passive: *è* and *était* are perfect and past as often."""
_ARTICLES = frozenset("the le la l il lo les der die das dem den i gli".split())
_DETERMINERS = _ARTICLES | frozenset(
    "its his her their son sa ses leur leurs sein seine seinem seiner seinen ihr ihre ihrem ihrer"
    " ihren suo sua suoi sue loro".split()
)
_TO = frozenset("to à au a al alla ad an zu".split())
_SMALL = frozenset(
    "of in on from near under with like for versus de du des dans en sous avec chez pour comme"
    " contre près von in im aus bei unter mit gegen für wie bei nahe di del della dell da dal in"
    " nel nella con per come contro presso vicino sotto against vs sur auf su sul sulla".split()
)
_TO_OR_SMALL = _SMALL | _TO
_WITH_ARTICLE = frozenset(
    "vom dal dallo dalla dall dagli du des dello della del zum zur al alla".split()
)
"""Small words with an article in them: what stands behind one, before a name, is a noun."""
_NO_VERB = (
    _ARTICLES | _TO | _SMALL | frozenset("and or et ou und oder e ed o than que als che".split())
)
"""What may stand between two names that no verb parts: *Putin and Xi*, *Klopp of Liverpool*."""
_MUTUAL = (
    "met", "meet", "marri", "wed", "rencontr", "épous", "traf", "treff", "triff", "getroff",
    "heirat", "incontr", "spos", "talk", "spoke", "discut", "sprach", "gesproch", "parl",
)  # fmt: skip
"""Verbs whose two sides do the same: who meets somebody is met."""
_LONGEST = 24
"""Words of a sentence that is read for this."""
_MOST_NAMES, _MOST_BETWEEN, _MOST_GIVEN = 7, 5, 9
"""Names that are read, and words between two of them: *lent three paintings to* is longer."""
_PARTICIPLE = re.compile(r"^[a-zäöüß]+(?:t|en)$")


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who of two does it; `form` is active, passive, or active with the other behind *to*."""

    doer: int
    form: Literal["active", "passive", "to"]


class _Tokens(NamedTuple):
    """The words and signs of a sentence."""

    written: tuple[str, ...]
    lowered: tuple[str, ...]

    def once(self, word: str) -> int:
        """The one-based place of a word that stands there once; else nothing."""
        return self.written.index(word) + 1 if self.written.count(word) == 1 else 0


@lru_cache(maxsize=2048)
def _tokens(text: str) -> _Tokens:
    written = tuple(_WORD.findall(text))
    return _Tokens(written, tuple(map(str.lower, written)))


def changed_places(claim: str, quote: str, spoken: Language, tongue: Language) -> bool:
    """Do two names that both sentences have stand on the other sides of what was done?

    Args:
        claim: a sentence.
        quote: the sentence it is held against, in any of the four languages.
        spoken: language of the claim.
        tongue: language of the quote.
    """
    if max(len(words_of(claim)), len(words_of(quote))) > _LONGEST:
        return False
    if min(len(capitals(claim, spoken)), len(capitals(quote, tongue))) < 2:
        return False
    said, given = _tokens(claim), _tokens(quote)
    if max(len(said.written), len(given.written)) > _LONGEST:
        return False
    shared = _shared(claim, quote, said, given, spoken, tongue)
    for (a, b), (c, d) in combinations(shared, 2):
        here, there = _deed(said, a, c, spoken), _deed(given, b, d, tongue)
        if here is None or there is None or {here.form, there.form} == {"passive", "to"}:
            continue
        if (here.doer == a) != (there.doer == b):
            return True
    return False


def _shared(
    claim: str, quote: str, said: _Tokens, given: _Tokens,
    spoken: Language, tongue: Language,
) -> list[tuple[int, int]]:  # fmt: skip
    """Places, one-based, of the names that each sentence has once."""
    ours, theirs = capitals(claim, spoken)[:_MOST_NAMES], capitals(quote, tongue)[:_MOST_NAMES]
    pairs: list[tuple[int, int]] = []
    for name in ours:
        same = [other.word for other in theirs if _one_name(name, other)]
        if len(same) == 1 and (at := said.once(name.word)) and (there := given.once(same[0])):
            pairs.append((at, there))
    return pairs


def _one_name(one: Capital, other: Capital) -> bool:
    if not (one.strong or other.strong):
        return False
    known = same_thing(one.word)
    return known == same_thing(other.word) if known else alike(one.word, other.word)


def _deed(said: _Tokens, one: int, other: int, language: Language) -> _Deed | None:
    """Which of the names at two one-based places does what is done; None if that is not plain."""
    first, second = sorted((one, other))
    written, lowered = said
    between = written[first : second - 1]
    if not any(word.islower() and len(word) > 1 for word in between):
        return None  # one name of several words
    by = little_words(language).agent
    agents = [at for at in (first, second) if _stands_behind(lowered, at, by)]
    if not _PASSIVE[language].isdisjoint(lowered) and agents:
        sure = len(agents) == 1 and (language != "de" or _PARTICIPLE.search(written[-1]))
        return _Deed(agents[0], "passive") if sure else None
    if not (_PASSIVE[language].isdisjoint(lowered) or by.isdisjoint(between)):
        return None  # by the writer Paul Gerst
    gives = _stands_behind(lowered, second, _TO)
    if len(between) > (_MOST_GIVEN if gives else _MOST_BETWEEN):
        return None
    if not all(map(str.isalpha, between)):
        return None
    if _stands_behind(lowered, _begins(written, first), _TO_OR_SMALL):
        return None
    if not _losing().isdisjoint(between):  # who loses to somebody is beaten
        return _Deed(second, "active")
    if _stands_behind(lowered, _begins(written, second), _SMALL):
        return None
    verbs = [w for w in between if w.islower() and len(w) > 1 and w not in _no_verbs()]
    if any(map(is_mutual, verbs)):
        return None
    form: Literal["active", "to"] = "to" if gives else "active"
    return _Deed(first, form) if verbs else None


@cache
def _no_verbs() -> frozenset[str]:
    return _NO_VERB | titles()


@cache
def _losing() -> frozenset[str]:
    """Verbs of which the doer is the one who is beaten."""
    return frozenset(" ".join(table("polarity")["losing"].values()).split())


def is_mutual(word: str) -> bool:
    """Has a lower-case verb two sides that do the same: *met*, *épousa*?"""
    return word.startswith(_MUTUAL)


def _begins(written: Sequence[str], at: int) -> int:
    """The place of the first word of a name that has a word at a place: *Porto Samele*."""
    while at > 1 and written[at - 2][0].isupper():
        at -= 1
    return at


def _stands_behind(words: Sequence[str], at: int, small: Set[str]) -> bool:
    """Does such a small word stand before a name, with an article or a title between at most?"""
    before = list(words[max(0, at - 4) : at - 1])
    if (
        len(before) > 1
        and before[-1].isalpha()
        and before[-2] in _WITH_ARTICLE
        and before[-2] in small
    ):
        return True  # dal collega Tosi
    named = len(before) > 2 and before[-1].isalpha() and before[-2] in _DETERMINERS
    if named and before[-3] in small:
        return True  # by the writer Gerst, from its rival Gerst
    while before and (before[-1] in _ARTICLES or before[-1] in titles()):
        before.pop()
    return bool(before) and before[-1] in small
