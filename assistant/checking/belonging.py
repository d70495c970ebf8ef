"""What each figure is said of: whose age, which company's revenue, the year of which event.

Three things show it without grammar: a name right beside a figure (*Anna Keller, 34,*), the words
on either side of the joint between two figures of one kind (*opened in 1932 and the tunnel in
1954*), and other figures there (*480 in 2010, 350 in 2020*).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.facts.agreement import Finding
from assistant.facts.comparing import same
from assistant.facts.direction.opposites import Pole, poles
from assistant.facts.facts import Fact
from assistant.facts.reasons import Reason
from assistant.facts.text.doing import little_words
from assistant.facts.text.letters import words_of
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.vocabulary import same_thing

from . import sentence_ends
from .derived import bounds, ends_of_change
from .figured import Figures, beside, content_of, kind_of
from .meaning import Meaning
from .named_beside import is_of_another_name

_JOINT = re.compile(
    r"(?P<strong>; | (?:while|whereas|but|tandis que?|alors que?|mais|während|aber|mentre|ma) )"
    r"|(?P<and>,? (?:and|et|und|e|ed) )|(?P<comma>, )|(?P<to> (?:to|auf|à|a|bis|against|contre) )"
)
"""Between two figures: where the words of the one end and those of the other begin."""
_RANKS = ("strong", "and", "comma", "to")
_EXCHANGED, _LEAST = 0.5, 0.15
"""How much nearer to the words of the other figure both halves together and each of them must be,
in mean cosines."""
_ONE, _PART = 0.65, 0.35
"""Cosine of two words that are one, and how much nearer it must be than to any word of the other
half."""
_SHORT, _FEWEST, _LONGEST = 3, 2, 8
"""Words of a half that is no more than what sets it apart, and of a claim that is read for it."""
_UNMET, _STRANGE, _HALF = 0.35, 0.2, 0.5
"""Cosines below which a word of a figure's own half is not met, and is surely not, and from which
one of the other half is."""
_SAME = 0.8
"""Cosine from which a word is surely another one."""
_MOST_MIXED = 6
"""Words of a half that are read for this: a longer one holds more than one thing."""
_HERE = 0.6
"""Cosine from which a word is one of its own figure's half."""
_MOST_SAID = 3
"""How often a claim may have a figure: of a row of them no more are looked at."""
_STEM = 5
"""Letters that two forms of one word begin with."""
_KEPT = 1024
"""Pairs of figures of which the words on either side are kept."""


Halves = tuple[list[str], list[str]]
"""The words on the side of each of two figures that only that side has."""


def of_another(claim: Figures, quote: Figures, meaning: Meaning) -> Iterator[Finding]:
    """A figure of a claim that its quote has, but says of somebody or something else.

    Args:
        claim: one sentence.
        quote: what it is held against.
        meaning: tells how near words are.
    """
    facts = claim.plain
    theirs = quote.plain if facts else ()
    if len(theirs) < 2:
        return
    read: Counter[str] = Counter()
    for fact in facts:
        content = content_of(fact)
        read[content] += 1
        of_kind = quote.by_kind.get(kind_of(fact))
        if of_kind is None or len(of_kind.facts) < 2 or read[content] > _MOST_SAID:
            continue  # there is nothing to mistake it for, or a row of the same
        where = [of_kind.facts[i] for i in of_kind.same(fact)]
        if len(where) != 1:
            continue
        near = beside(theirs, where[0])
        pair = fact, where[0]
        moved = any(_is_moved(claim, quote, pair, other, meaning) for other in near)
        if moved and _is_only_bound(claim, quote, pair, meaning):
            yield Finding(fact, "missing", Reason("turned_round"))
            return
        if moved or is_of_another_name(claim, quote, *pair):
            yield Finding(fact, "conflict", Reason("turned_round"))
            return


def _is_only_bound(
    claim: Figures, quote: Figures, pair: tuple[Fact, Fact], meaning: Meaning
) -> bool:
    """Is a figure only moved by a day or a year from which something lasts: *since 2021*?"""
    bound = bounds(claim)
    if not bound:
        return False
    others = [fact for fact in claim.facts if fact not in bound]
    rest = Figures(claim.text, claim.language, others)
    near = beside(quote.plain, pair[1])
    return pair[0] in bound or not any(
        _is_moved(rest, quote, pair, other, meaning) for other in near
    )


def _is_moved(
    claim: Figures, quote: Figures, pair: tuple[Fact, Fact], other: Fact, meaning: Meaning
) -> bool:
    """Is a figure that stands in one half of a quote said of what stands in the other half?

    Args:
        claim: one sentence.
        quote: what it is held against.
        pair: a figure of the claim, and the same one in the quote.
        other: another one of its kind beside it in the quote.
        meaning: tells how near words are.
    """
    ours, theirs = pair
    if quote.is_changed(theirs, other, by_day=any(fact.kind == "date" for fact in claim.facts)):
        return False  # one thing has both, each at its time
    second = [fact for fact in claim.facts if kind_of(fact) == kind_of(ours) and same(fact, other)]
    if not second and ends_of_change(claim, quote, theirs, other):
        return False
    given = _halves(quote, theirs, other, paired=bool(second))
    if given is None or (not given[0] and theirs.start > other.start):
        return False  # what stands first goes for both
    if not second and _takes_other_side(claim, quote, given):
        return True
    if not second:
        read = [claim.words(0, len(claim.text), kind_of(ours))]
        is_first = theirs.start < other.start
        if is_first:  # *imports* may be what another clause of the claim is about
            read.append(_in_its_clause(claim, ours, read[0]))
        if all([_is_of_other_half(w, given, meaning, first=is_first) for w in read]):
            return True
        if is_first and given[0][1:]:  # the subject of a sentence goes for both its halves
            given = (given[0][1:], given[1])
        elif not is_first and given[1][1:] and _goes_on(quote, other, theirs):
            given = (given[0], given[1][1:])
        return all([_leans(words, given, meaning) for words in read])
    said = _halves(claim, ours, second[0]) if len(second) == 1 and second[0] != ours else None
    return said is not None and (
        _is_exchanged(said, given, meaning) or _is_mixed(said, given, meaning)
    )


def _in_its_clause(claim: Figures, fact: Fact, words: list[str]) -> list[str]:
    """The words of the clause of a claim that has a figure; all of them where that has but one."""
    joints = [m for m in _JOINT.finditer(claim.text) if m.lastgroup != "to"]
    begin = max([m.end() for m in joints if m.end() <= fact.start], default=0)
    end = min([m.start() for m in joints if m.start() >= fact.end], default=len(claim.text))
    near = claim.words(begin, end, kind_of(fact))
    return near if len(near) > 1 else words


@lru_cache(maxsize=_KEPT)
def _halves(side: Figures, a: Fact, b: Fact, *, paired: bool = True) -> Halves | None:
    """The words on the side of each of two figures of a sentence that only that side has.

    None if one of the sides has none; if `paired` is false only if that is the second figure's.
    """
    first, second = sorted((a, b), key=lambda fact: fact.start)
    joints = list(_JOINT.finditer(side.text, first.end, second.start))
    if not joints or sentence_ends.parts(side.text, first.end, second.start):
        return None
    joint = min(joints, key=lambda m: (_RANKS.index(m.lastgroup or "comma"), m.start()))
    begin = sentence_ends.begins(side.text, first.start)
    end = sentence_ends.ends(side.text, second.end)
    left = side.words(begin, joint.end() - 1, kind_of(a))
    right = side.words(joint.end() - 1, end, kind_of(a))
    both = set(left) & set(right)
    left, right = [w for w in left if w not in both], [w for w in right if w not in both]
    halves = (left, right) if first is a else (right, left)
    return halves if halves[1] and (halves[0] or not paired) else None


def _is_exchanged(ours: Halves, theirs: Halves, meaning: Meaning) -> bool:
    """Is each half of a claim plainly nearer to the other half of the quote than to its own?"""
    gains = []
    for i in (0, 1):
        own, other = _near(ours[i], theirs[i], meaning), _near(ours[i], theirs[1 - i], meaning)
        gains.append((sum(other) - sum(own)) / len(ours[i]))
    return min(gains) > _LEAST and sum(gains) > _EXCHANGED


def _is_mixed(ours: Halves, theirs: Halves, meaning: Meaning) -> bool:
    """Has each half of a claim surely one word of its own half of the quote and one of the other?

    *Red wine fell, white wine rose* for *red wine rose, white wine fell*.
    """
    if max(map(len, (*ours, *theirs))) > _MOST_MIXED:
        return False
    for i in (0, 1):
        own, other = _near(ours[i], theirs[i], meaning), _near(ours[i], theirs[1 - i], meaning)
        gains = [b - a for a, b in zip(own, other, strict=True) if max(a, b) >= _SAME]
        if not gains or min(gains) > -_PART or max(gains) < _PART:
            return False
    return True


def _goes_on(quote: Figures, first: Fact, second: Fact) -> bool:
    """Has the half of a second figure no subject of its own: *, est parti à 18 h 40*?"""
    joint = _JOINT.search(quote.text, first.end, second.start)
    begins = words_of(quote.text[joint.end() : second.start])[:1] if joint else ()
    det = little_words(quote.language).det
    return bool(begins) and begins[0].islower() and begins[0] not in det


def _takes_other_side(claim: Figures, quote: Figures, halves: Halves) -> bool:
    """Does a claim take a side of an opposition that only the other figure's half takes?

    *Died in 1901* where the quote has *born in 1901 and died in 1987*.
    """
    here, there = (poles(half, quote.language) for half in halves)
    said = poles([word.lower() for word in words_of(claim.text)], claim.language) if there else ()
    return any(
        side in there
        and side not in here
        and _opposite(side) in here
        and _opposite(side) not in said
        for side in said
    )


def _opposite(side: Pole) -> Pole:
    return side[0], "other" if side[1] == "one" else "one"


def _leans(words: Sequence[str], halves: Halves, meaning: Meaning) -> bool:
    """Has a claim words of the other figure's half alone, and none of its own figure's half?"""
    if not words:
        return False
    own = _near(words, halves[0], meaning) if halves[0] else [0.0] * len(words)
    other = _near(words, halves[1], meaning)
    pairs = list(zip(own, other, strict=True))
    there = any(b >= _ONE and b - a >= _PART for a, b in pairs)
    begins = [{word[:_STEM] for word in half if len(word) > _STEM} for half in halves]
    if any(word[:_STEM] in begins[0] - begins[1] for word in words):
        return False  # abstained, four abstentions
    return there and not any(a >= _HERE and a - b >= _LEAST for a, b in pairs)


def _is_of_other_half(
    words: Sequence[str], halves: Halves, meaning: Meaning, *, first: bool
) -> bool:
    """Has a claim all of the other half that sets it apart, and lacks what does so in its own?

    *Wages rose by 6 %* for *rents rose by 6 %, wages by 2 %*: of the half that comes second often
    nothing stands there but whom it is about.

    Args:
        words: of the claim.
        halves: the words of the figure's own half alone, and of the other one.
        meaning: tells how near words are.
        first: the own half comes first.
    """
    own, other = ([word for word in half if word[0] != "#"] for half in halves)
    if not words or len(words) > _LONGEST or not own or not halves[1]:
        return False
    if not first and min(_near(own, halves[1], meaning)) >= _SAME:
        return False  # *had 120 visitors and in 2019 it had 310*: nothing sets it apart
    if first:
        if len(halves[1]) > _SHORT or min(_near(own, words, meaning)) >= _UNMET:
            return False
        there = _near(halves[1], words, meaning)
        here = _near(halves[1], halves[0], meaning)
        return all(b >= _ONE and b - a >= _PART for a, b in zip(here, there, strict=True))
    said = [word for word in words if word[0] != "#"]
    if len(own) > _SHORT or len(said) < _FEWEST or not other:
        return False
    if min(_near(said, other, meaning)) < _HALF:
        return False
    return max(_near(own, said, meaning)) < _STRANGE


def _near(ours: Sequence[str], theirs: Sequence[str], meaning: Meaning) -> list[float]:
    """How near each word is to the nearest of others: 1 for the same word, name or figure."""
    heard = {_sound(word) for word in theirs}
    best = meaning.table(ours, theirs).max(axis=1).tolist()
    return [
        1.0 if _sound(word) in heard else 0.0 if word[0] == "#" else near
        for word, near in zip(ours, best, strict=True)
    ]


def _sound(word: str) -> str:
    return word if word[0] == "#" else same_thing(word) or skeleton(word)
