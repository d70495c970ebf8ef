"""Do two sentences of two sources make the same statement, whatever figures they give?

*The bridge cost 12 million* and *the town hall cost 15 million* are near in meaning and differ in
a figure, and still do not disagree. So beside the likelihood of the same gist it is asked, in one
language, whether one sentence has words of its own that the other lacks; across languages, how far
the words of both correspond. Whether they name the same (:mod:`.sides`), and whether both answer
the question that was asked (:mod:`.answered`), are other questions.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from assistant.checking.check import Source, weigh
from assistant.checking.gist import Content, content, likelihood
from assistant.checking.meaning import Meaning
from assistant.facts import Language, find
from assistant.facts.text.tongue import known

_SURE = 0.9
"""Likelihood, asked both ways round, from which two quotes make the same statement."""
_CERTAIN, _EVEN = 0.97, 0.5
"""One of two quotes may say more than the other: then one way must be all but certain. Of two
that an answer cites for one question one way likely is enough."""
_ALIKE, _LONGER = 1.25, 0.12
"""Of two languages: the likeness from which the words of two quotes correspond, and what of it a
longer quote earns, by the logarithm of its words: two words agree by chance, ten do not
(``python -m evals.checking`` prints how often each way of being wrong happens)."""
_COVERED = 0.5
"""Mean cosine from which the words of the shorter of two cited quotes are in the longer one."""
_NEAR, _FAR = 0.45, 0.3
"""Cosines from which a word is another one's counterpart, and below which it is not."""
_SHORT, _MIDDLING, _FIRST = 4, 6, 0.4
"""Words of a quote up to which every one counts, and up to which the first one does; and the
cosine from which that one has a counterpart."""
_SHARED = 2
"""Words that two cited quotes must share beside their figures."""


class _Match(NamedTuple):
    """How far the words of a quote, beside its figures, are in another one."""

    nearest: tuple[float, ...]
    """Cosine of each to the nearest word there, 0 to 1; 1 for the same word."""

    @property
    def shared(self) -> int:
        """How many have a counterpart."""
        return sum(cosine >= _NEAR for cosine in self.nearest)

    @property
    def is_brief(self) -> bool:
        """Are its few words there but for one, which is not the first, mostly the subject?

        *Il biglietto costa*, *le billet coûte*: vectors know few verbs across languages.
        """
        few = 1 < len(self.nearest) <= _SHORT
        return few and self.nearest[0] >= _NEAR and self.shared >= len(self.nearest) - 1

    @property
    def cover(self) -> float:
        """Mean cosine to the nearest word, 0 to 1."""
        return sum(self.nearest) / len(self.nearest) if self.nearest else 0.0


def speak_of_the_same(
    one: str,
    other: str,
    one_language: str,
    other_language: str,
    meaning: Meaning,
    *,
    cited: bool = False,
    one_subject: bool = False,
    turned: bool = False,
) -> bool:
    """Do two quotes make the same statement, whatever figures they give?

    Args:
        one: a sentence.
        other: a sentence of another source.
        one_language: the first one's.
        other_language: the second one's.
        meaning: tells how near texts are.
        cited: an answer rests on both, so that both were found to answer one question.
        one_subject: their documents are about the same, by what they name.
        turned: one reverses what the other says, which two quotes about two things seldom do.
    """
    sides = (one, known(one_language, "")), (other, known(other_language, ""))
    matches = _match(*sides, meaning), _match(*sides[::-1], meaning)
    if sides[0][1] == sides[1][1]:
        whole = any(match.shared == len(match.nearest) for match in matches)
    elif _of_two_things(matches, turned):
        whole = False
    else:
        whole = _likeness(sides, matches, meaning) >= _ALIKE
    beside = min(match.shared for match in matches) >= _SHARED
    beside = beside and (cited or one_subject) and max(match.cover for match in matches) >= _COVERED
    brief = cited and one_subject and all(match.is_brief for match in matches)
    if not (whole or beside or brief):
        return False
    likely = []
    for (claim, spoken), (text, tongue) in (sides, sides[::-1]):
        signals = weigh(claim, spoken, [Source(text, tongue, None)], meaning).signals
        likely.append(likelihood(signals) if signals else 0.0)
    low, high = sorted(likely)
    sure = low >= _SURE or (high >= _CERTAIN and low >= _EVEN)
    return sure or (beside and cited and high >= _EVEN)


def _likeness(
    sides: tuple[tuple[str, Language], tuple[str, Language]],
    matches: tuple[_Match, _Match],
    meaning: Meaning,
) -> float:
    """How alike two quotes are beside their figures, as wholes and word by word; higher is more."""
    shorter = min(len(match.nearest) for match in matches)
    ours, theirs = (_without_facts(*side) for side in sides)
    whole = float(meaning.table([ours], [theirs])[0, 0])
    words = sum(match.cover for match in matches) / 2
    return whole + words + _LONGER * math.log(shorter)


def _of_two_things(matches: tuple[_Match, _Match], turned: bool) -> bool:
    """Has each of two short quotes a word that the other has nothing near to?

    *The castle needs 12 workers*, *la ferme a besoin de 25 ouvriers*. In a longer one a translator
    may put a word otherwise, but hardly the first one, which is mostly the subject.
    """
    if not all(match.nearest for match in matches):
        return True
    shorter = min(len(match.nearest) for match in matches)
    if not turned and shorter <= _SHORT and all(min(match.nearest) < _FAR for match in matches):
        return True
    return shorter <= _MIDDLING and all(match.nearest[0] < _FIRST for match in matches)


def _match(one: tuple[str, Language], other: tuple[str, Language], meaning: Meaning) -> _Match:
    ours, theirs = _bare(*one), _bare(*other)
    if not ours.words or not theirs.words:
        return _Match(())
    heard = set(theirs.sounds)
    best = meaning.table(ours.words, theirs.words).max(axis=1).tolist()
    return _Match(
        tuple(
            1.0 if sound in heard else max(0.0, cosine)
            for cosine, sound in zip(best, ours.sounds, strict=True)
        )
    )


@lru_cache(maxsize=2048)
def _bare(text: str, language: Language) -> Content:
    return content(_without_facts(text, language), language)


@lru_cache(maxsize=2048)
def _without_facts(text: str, language: Language) -> str:
    kept, end = [], 0
    for fact in find(text, language):
        if fact.kind != "name":
            kept.append(text[end : fact.start])
            end = fact.end
    return " ".join((*kept, text[end:]))
