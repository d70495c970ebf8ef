"""Is what a claim says of one place, day or name said of another in its quotes?

*Born in Graz and died in Trieste* has every word of *born in Trieste*. So the clause of a quote
that has the claim's place must say what the claim says there, where another clause, with a place of
its own, does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from assistant.checking.meaning import Meaning
from assistant.checking.named_beside import one_name
from assistant.facts.comparing import same
from assistant.facts.deeds.deeds import carried, plainly
from assistant.facts.facts import Fact, Language
from assistant.facts.finding import days_and_hours
from assistant.facts.names.names import Capital, capitals
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import words_of
from assistant.facts.text.spelling import fold
from assistant.facts.text.subjects import subject
from assistant.facts.text.tongue import function_words

from .rules import Sentence

_LONGEST, _MOST = 24, 12
"""Words of a claim, and clauses of a quote, that are read."""
_LONGEST_QUOTE = 2_000
_HAS, _LACKS, _MET = 0.5, 0.33, 0.4
"""Cosines from which a clause has a word, below which it has none near it, and below which a word
of its own is not in the claim."""
_HINTED, _APART = 0.38, 0.55
"""What a word counts that a clause may have, and how much nearer another must be then."""
_STEM = 5
_STRONG = re.compile(
    r"(?<!\d)[.] |[!?;] |,? (?:and|but|while|whereas|et|mais|tandis qu[e'’]|alors qu[e'’]|und"
    r"|aber|während|sondern|e|ed|ma|mentre) "
)
_FINE = re.compile(rf"{_STRONG.pattern}|, | [–—] ")
_ATTRIBUTE = re.compile(
    r"(?<=\b[DdEe][eia][rsenm] )(?P<by>(?:\w+ ){1,5}?\w+(?:te|ene)[nrms]? )(?P<noun>[A-ZÄÖÜ]\w+)"
)
"""What stands between a German article and its noun: *der in Passau festgenommene Mann*."""
_PLACE = re.compile(
    r"(?<!\w)(?:in|at|near|from|to|of|en|à|de|du|di|del|della|von|au|aux|dans"
    r"|près d[e'’]|im|bei|nach|aus|a|ad|nel|nella|nei|vicino a|presso)(?: (?:the|la|le|den|der))? $"
)
"""Before a place."""


class Anchor(NamedTuple):
    """A place, a day or an hour, or who is named."""

    kind: str
    what: Fact | Capital

    @property
    def text(self) -> str:
        """As it is written."""
        return self.what.text if isinstance(self.what, Fact) else self.what.word


class Clause(NamedTuple):
    """A clause, with what anchors it and its other words with content, lower case."""

    anchors: tuple[Anchor, ...]
    words: tuple[str, ...]
    told: Sequence[str] = ()
    """Those of a claim that do not tell what it is about."""


@lru_cache(maxsize=4096)
def anchored(text: str, language: Language, joint: re.Pattern[str]) -> tuple[Clause, ...]:
    """The clauses of a text between its joints of one kind; none of a text too long to read."""
    if len(text) > _LONGEST_QUOTE:
        return ()
    return tuple(islice(_clauses(text, language, joint), _MOST))


def _cuts(text: str, language: Language) -> Iterator[tuple[Clause, ...]]:
    """The clauses of a text, cut at its strong joints, then at all of them."""
    yield anchored(text, language, _STRONG)
    yield anchored(text, language, _FINE)


def is_anchored(text: str, language: Language) -> bool:
    """Has a claim, not long, anything that anchors it?"""
    if len(words_of(text)) > _LONGEST:
        return False
    return any(clause.anchors for clause in anchored(text, language, _STRONG))


def has_two(text: str, language: Language) -> bool:
    """Has a quote two clauses with an anchor of one kind?"""
    if not (_FINE.search(text) or (language == "de" and _ATTRIBUTE.search(text))):
        return False
    for cut in _cuts(text, language):
        kinds = [kind for clause in cut for kind in {anchor.kind for anchor in clause.anchors}]
        if len(kinds) > len(set(kinds)):
            return True
    return False


def elsewhere(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Name the place, day or person of a claim of which its quotes say another thing.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    about = subject(*claim)
    whom = frozenset(about.words) if about else frozenset[str]()
    clauses = [
        c._replace(told=[w for w in c.words if w not in whom]) for c in anchored(*claim, _STRONG)
    ]
    people = []
    for ours in clauses:
        for anchor in ours.anchors:
            if any(_is_moved(ours, anchor, claim, whom, quote, meaning) for quote in quotes):
                if anchor.kind != "who":
                    return Reason("apart", anchor.text)
                people.append(ours)
    exchanged = len({id(one) for one in people}) > 1
    return Reason("turned_round") if exchanged else None


def _is_moved(
    ours: Clause, anchor: Anchor, claim: Sentence, whom: Set[str], quote: Sentence, meaning: Meaning
) -> bool:
    """Does a quote say all that a claim says of an anchor in the clause of another one?"""
    spoken = claim.language
    for cut in _cuts(*quote):
        own = [clause for clause in cut if any(_is_one(anchor, a) for a in clause.anchors)]
        others = [
            other
            for other in (cut if len(own) == 1 else ())
            if other is not own[0] and _has_another(anchor.kind, other, ours)
        ]
        if not others or not _says_more(own[0], ours, quote.language, spoken, meaning):
            continue
        for other in others:
            rest = [clause for clause in cut if clause is not own[0]]
            if (
                anchor.kind != "who"
                and whom
                and not any(_meets(whom, c, spoken, quote.language, meaning) for c in rest)
            ):
                continue  # it may be the subject of the clause by another word
            here = [
                has_word(word, own[0].words, spoken, quote.language, meaning) for word in ours.told
            ]
            there = [
                has_word(word, other.words, spoken, quote.language, meaning) for word in ours.told
            ]
            pairs = list(zip(here, there, strict=True))
            moved = any(b >= _HAS and (a < _LACKS or b - a >= _APART) for a, b in pairs)
            if moved and not any(a >= _HAS and b < a for a, b in pairs):
                return True
    return False


def _says_more(
    own: Clause, ours: Clause, tongue: Language, spoken: Language, meaning: Meaning
) -> bool:
    """Does a clause of a quote say something of its own, which the claim does not say?"""
    return any(has_word(word, ours.words, tongue, spoken, meaning) < _MET for word in own.words)


def _meets(
    words: Set[str], clause: Clause, spoken: Language, tongue: Language, meaning: Meaning
) -> bool:
    names = [anchor.text for anchor in clause.anchors if isinstance(anchor.what, Capital)]
    return any(
        has_word(word, clause.words, spoken, tongue, meaning) >= _MET
        or any(one_name(word, n) for n in names)
        for word in words
    )


def _has_another(kind: str, clause: Clause, ours: Clause) -> bool:
    """Has a clause an anchor of a kind, and none that a clause of the claim has as well?"""
    theirs = [a for a in clause.anchors if a.kind == kind]
    return bool(theirs) and not any(_is_one(a, b) for a in theirs for b in ours.anchors)


def _is_one(one: Anchor, other: Anchor) -> bool:
    if isinstance(one.what, Fact) and isinstance(other.what, Fact):
        return one.kind == other.kind and same(one.what, other.what)
    if isinstance(one.what, Capital) and isinstance(other.what, Capital):
        return one_name(one.what.word, other.what.word)
    return False


def _clauses(text: str, language: Language, joint: re.Pattern[str]) -> Iterator[Clause]:
    parts = []
    if language == "de":
        parts = [found[0] for found in _ATTRIBUTE.finditer(text)]
        text = _ATTRIBUTE.sub(r"\g<noun>", text) if parts else text
    named = {
        at for name in capitals(text, language) if name.strong for at in (name.start, name.end)
    }
    start = 0
    for found in joint.finditer(text):
        if not {found.start(), found.end()} <= named or "," in found[0]:
            parts.append(text[start : found.start()])
            start = found.end()
    for part in (*parts, text[start:]):
        if part.strip():
            yield _clause(part, language)


def _clause(text: str, language: Language) -> Clause:
    dates = [fact for fact in days_and_hours(text, language) if fact.precision != "relative"]
    anchors = [Anchor(fact.kind, fact) for fact in dates]
    taken = set()
    for name in capitals(text, language):
        if name.strong and not any(f.start <= name.start < f.end for f in dates):
            placed = _PLACE.search(text[max(0, name.start - 16) : name.start])
            anchors.append(Anchor("place" if placed else "who", name))
            taken.add(name.word)
    empty = function_words()[language]
    dated = {word for fact in dates for word in words_of(fact.text)}
    words = (w for w in words_of(text) if w not in taken | dated and len(w) > 2)
    low = (word.lower() for word in words)
    return Clause(tuple(anchors), tuple(word for word in low if word not in empty))


def _stem(word: str) -> str:
    return fold(word)[:_STEM]


def has_word(
    word: str, words: Sequence[str], spoken: Language, tongue: Language, meaning: Meaning
) -> float:  # fmt: skip
    """How near some words come to a word of a claim: 1 if it is among them in any form."""
    if not words:
        return 0.0
    if _stem(word) in map(_stem, words):
        return 1.0
    deeds = plainly(word, spoken)
    if deeds and any(not deeds.isdisjoint(plainly(other, tongue)) for other in words):
        return 1.0
    near = float(meaning.table([word], words).max())
    hinted = deeds and not carried((word,), spoken).isdisjoint(carried(words, tongue))
    return max(near, _HINTED) if hinted else near
