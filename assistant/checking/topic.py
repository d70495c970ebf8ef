"""Do two sentences of two sources make the same statement, whatever figures they give?

*The bridge cost 12 million* and *the town hall cost 15 million* are near in meaning and differ in
a figure, and still do not disagree. So beside the likelihood of the same gist it is asked, in one
language, whether one sentence has words of its own that the other lacks, and of both whether they
answer the question that was asked.
"""

from __future__ import annotations

from assistant.facts import Language, find
from assistant.facts.tongue import known

from .check import Source, weigh
from .gist import content, likelihood
from .meaning import Meaning

_SURE = 0.9
"""Likelihood, asked both ways round, from which two quotes make the same statement. On translated
news it finds two of three figures that were changed, and takes fewer than 1 in 1,000 pairs of
other sentences of one story for a disagreement (``python -m evals.checking`` prints both)."""
_CERTAIN, _EVEN = 0.97, 0.5
"""One of two quotes may say more than the other: then one way must be all but certain. Of two
that an answer cites for one question one way likely is enough."""
_NEAR, _FAR = 0.45, 0.3
"""Cosines from which a word is another one's counterpart, and below which it is not."""
_LACKING = 1 / 3
"""Share of a question's words, of those that one text has, that another one may lack: vectors of
single words are rough across languages."""
_SHARED = 2
"""Words that two cited quotes must share beside their figures."""


def speak_of_the_same(
    one: str,
    other: str,
    one_language: str,
    other_language: str,
    meaning: Meaning,
    *,
    cited: bool = False,
) -> bool:
    """Do two quotes make the same statement, whatever figures they give?

    Args:
        one: a sentence.
        other: a sentence of another source.
        one_language: the first one's.
        other_language: the second one's.
        meaning: tells how near texts are.
        cited: an answer rests on both, so that both were found to answer one question.
    """
    sides = (one, known(one_language, "")), (other, known(other_language, ""))
    likely = []
    for (claim, spoken), (text, tongue) in (sides, sides[::-1]):
        signals = weigh(claim, spoken, [Source(text, tongue, None)], meaning).signals
        likely.append(likelihood(signals) if signals else 0.0)
    low, high = sorted(likely)
    foreign = sides[0][1] != sides[1][1]
    shares = [_shared(*sides, meaning), _shared(*sides[::-1], meaning)]
    if low >= _SURE or (high >= _CERTAIN and low >= _EVEN):
        if foreign or any(shared == count for shared, count in shares):
            return True
    return cited and high >= _EVEN and min(shared for shared, _ in shares) >= _SHARED


def answers_as_well(
    question: str, spoken: str, one: tuple[str, str], other: tuple[str, str], meaning: Meaning
) -> bool:
    """Has a text most of what another text has of a question's words: its bridge, its Halden?

    Args:
        question: what was asked.
        spoken: the question's language.
        one: the text an answer rests on, and its language.
        other: another text, and its language.
        meaning: tells how near words are.
    """
    words = content(question, known(spoken, ""))
    theirs = [content(text, known(language, "")) for text, language in (one, other)]
    if not all(part.words for part in (words, *theirs)):
        return True
    first, second = (meaning.table(words.words, part.words).max(axis=1) for part in theirs)
    rows = zip(words.sounds, first.tolist(), second.tolist(), strict=True)
    held = [
        sound in theirs[1].sounds or there >= _FAR
        for sound, here, there in rows
        if sound in theirs[0].sounds or here >= _NEAR
    ]
    return held.count(False) <= len(held) * _LACKING


def _shared(
    one: tuple[str, Language], other: tuple[str, Language], meaning: Meaning
) -> tuple[int, int]:
    """How many words of a quote, beside its figures, another one has; and of how many."""
    ours, theirs = (content(_without_facts(*side), side[1]) for side in (one, other))
    if not ours.words or not theirs.words:
        return 0, len(ours.words)
    best = meaning.table(ours.words, theirs.words).max(axis=1).tolist()
    near = (
        cosine >= _NEAR or sound in theirs.sounds
        for cosine, sound in zip(best, ours.sounds, strict=True)
    )
    return sum(near), len(ours.words)


def _without_facts(text: str, language: Language) -> str:
    kept, end = [], 0
    for fact in find(text, language):
        if fact.kind != "name":
            kept.append(text[end : fact.start])
            end = fact.end
    return " ".join((*kept, text[end:]))
