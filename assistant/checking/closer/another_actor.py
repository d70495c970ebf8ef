"""Does somebody else do in the quotes what a claim says that somebody named does?

*Olsen designed the bridge, Dorn built it* has every word of *Dorn designed the bridge*. Where
a clause about one of them has what the claim says, and no clause that may be about the other has
it, the claim has the wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.meaning import Meaning
from assistant.checking.named_beside import one_name
from assistant.facts.deeds.actors import Act, acts
from assistant.facts.deeds.relations import relations
from assistant.facts.deeds.roles import is_mutual
from assistant.facts.direction.opposites import opposed_in
from assistant.facts.direction.polarity import direction
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import word_set, words_of
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import is_any_word

from .elsewhere import has_word
from .halved import is_second_half
from .rules import Sentence

_LONGEST = 16
"""Words of a claim that is read for this."""
_HAS, _LACKS, _APART = 0.5, 0.33, 0.55
"""Cosines from which a clause has a word, below which it has none near it, and how much nearer
another one must be otherwise."""
_BOTH = frozenset("both sowohl sia tant tanto".split())
"""Words of two who do it together, who are seldom read as such."""
_WHILE = frozenset("while whereas but tandis alors mais während aber doch mentre invece ma".split())
"""What joins a clause to the one before it, and says nothing of its own."""
_PLAINLY = 0.8
"""Cosine from which a claim has a word of the clause about its own."""
_SHARE, _FEW, _SAME, _NOUN = 0.5, 2, 0.4, 2
"""Share of a claim's other words that the clause of another has; words of one that has no object of
its own; the cosine from which words of two names may be one: *Council*, *Rat*; and words of a
subject without a name that are read."""


@lru_cache(maxsize=2048)
def tells_who(text: str, language: Language) -> tuple[Act, ...]:
    """The clauses of a short claim that are about somebody named."""
    if len(words_of(text)) > _LONGEST:
        return ()
    return tuple(act for act in acts(text, language) if act.who and act.words)


@lru_cache(maxsize=2048)
def several_act(text: str, language: Language) -> bool:
    """Has a quote a clause about somebody named, and another name?"""
    found = acts(text, language)
    names = {word for act in found for word in (*act.who, *act.others)}
    return any(act.who and act.words and len(names) > len(act.who) for act in found)


def another_actor(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Name whom a claim has for somebody else of its quotes.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    for ours in tells_who(*claim):
        if any(_is_moved(ours, claim, quote, meaning) for quote in quotes):
            return Reason("apart", " ".join(ours.who))
        if any(_is_turned(ours, claim, quote, meaning) for quote in quotes):
            return Reason("turned_round")
    return None


def _is_moved(ours: Act, claim: Sentence, quote: Sentence, meaning: Meaning) -> bool:
    """Has a quote what a claim says, of somebody else than the claim, who is named in it too?"""
    given = acts(*quote)
    if not _BOTH.isdisjoint(word_set(quote.text)) or is_second_half(claim, quote, meaning):
        return False
    if not any(_has_name(ours.who, (*act.who, *act.others)) for act in given):
        return False
    if any(_is_turned_on(ours, claim, act, quote, meaning) for act in given):
        return True
    for rival in given:
        if not rival.who or not rival.words or _has_name(ours.who, rival.who):
            continue
        if rival.own != ours.own and not (rival.own and len(rival.words) == 1):
            continue  # the resignation of Bauer
        beside = _has_name(ours.who, rival.others)
        if beside and not (
            _plainly_one_way(ours, claim, rival, quote) and _are_two(ours, rival, meaning)
        ):
            continue
        if not beside and _has_name(ours.others, rival.who):
            continue
        mine = [act for act in given if act is not rival and _may_be(ours, act)]
        theirs = [act for act in given if act is not rival and act.who == rival.who]
        if _says_it(ours, rival, theirs, mine, (claim.language, quote.language), meaning):
            return True
    return False


def _is_turned_on(ours: Act, claim: Sentence, act: Act, quote: Sentence, meaning: Meaning) -> bool:
    """Is it done to the one whom the claim has for the doer: *the union threatened Karbon*?"""
    if act.who or len(act.noun) < _NOUN or not _has_name(ours.who, act.others):
        return False
    if ours.own or not _plainly_one_way(ours, claim, act, quote):
        return False
    tongues = claim.language, quote.language
    behind = [word for word in act.words if word not in act.noun[:_NOUN]]
    other = [has_word(word, act.noun[:_NOUN], *tongues, meaning) for word in ours.words]
    verb = [has_word(word, behind, *tongues, meaning) for word in ours.words]
    named = any(a >= _HAS and b < _LACKS for a, b in zip(other, verb, strict=True))
    return named and any(b >= _HAS and a < _LACKS for a, b in zip(other, verb, strict=True))


def _is_turned(ours: Act, claim: Sentence, quote: Sentence, meaning: Meaning) -> bool:
    """Is done to somebody, by another who is named, what he does to that one in a quote?"""
    for act in acts(*quote):
        one, other = (ours, act) if ours.agents else (act, ours)
        if not one.agents or other.passive or other.own or not other.words:
            continue
        if not _has_name(one.who, other.who) or not _has_name(one.agents, other.others):
            continue
        if any(map(is_mutual, (*ours.words, *act.words))) or relations(*claim):
            continue
        near = [
            has_word(word, act.words, claim.language, quote.language, meaning)
            for word in ours.words
        ]
        if max(near, default=0.0) >= _HAS:
            return True
    return False


def _are_two(ours: Act, rival: Act, meaning: Meaning) -> bool:
    """Are two names surely no translations of each other?"""
    one, other = ([w.lower() for w in act.who if is_any_word(w.lower())] for act in (ours, rival))
    return not (one and other) or float(meaning.table(one, other).max()) < _SAME


def _plainly_one_way(ours: Act, claim: Sentence, rival: Act, quote: Sentence) -> bool:
    """Can what is said of two not be told from the other side?"""
    if ours.passive or rival.passive or relations(*claim):
        return False
    if opposed_in(direction(*claim).poles, direction(*quote).poles):
        return False
    return not any(map(is_mutual, (*ours.words, *rival.words)))


def _may_be(ours: Act, act: Act) -> bool:
    """May a clause be about whom a claim is about?"""
    return not act.who or _has_name(ours.who, (*act.who, *act.others))


def _says_it(
    ours: Act,
    rival: Act,
    theirs: Sequence[Act],
    mine: Sequence[Act],
    tongues: tuple[Language, Language],
    meaning: Meaning,
) -> bool:
    """Has a clause about another what a claim says, and none that may be about its own?"""
    own = [word for act in mine if act.who for word in act.words]
    may_be_own = [word for act in mine for word in act.words]
    all_of_rival = [*rival.words, *(word for act in theirs for word in act.words)]

    def near(words: Sequence[str]) -> list[float]:
        return [has_word(word, words, *tongues, meaning) for word in ours.words]

    spoken, tongue = tongues
    alone = [word for word in own if word not in _WHILE and word not in function_words()[tongue]]
    if alone and all(has_word(w, ours.words, tongue, spoken, meaning) >= _PLAINLY for w in alone):
        return False  # the claim has all that is said of its own: *while Neri praised it*
    here, there, whole = near(may_be_own), near(rival.words), near(all_of_rival)
    left = [b for a, b in zip(here, whole, strict=True) if a < _HAS or b > a]
    if not left or sum(b >= _HAS for b in left) < _SHARE * len(left):
        return False
    moved = [
        b for a, b in zip(here, there, strict=True) if b >= _HAS and (a < _LACKS or b - a >= _APART)
    ]
    if any(a >= _HAS and b < a for a, b in zip(near(own), there, strict=True)):
        return len(rival.words) <= _FEW and 1.0 in moved  # Dorn built it
    return bool(moved)


def _has_name(names: Sequence[str], others: Sequence[str]) -> bool:
    return any(one_name(a, b) for a in names for b in others)
