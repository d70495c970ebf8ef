"""Does another one say it, where the quotes give words to two: *the mayor said X, the unions Y*?

A quote is cut into clauses; whoever is named in one has its words. A claim that gives somebody
words which are those of another one, and not in the clauses that name its own speaker, is not
carried, though both speak in the quote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.names.sayings import Speaker, noun_speakers
from assistant.facts.names.speakers import speakers
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import words_of
from assistant.facts.text.spelling import alike, fold

from .rules import Sentence

_CUT = re.compile(
    r"(?P<joined>, (?=(?:die|der|das|le|les|la|l['’]|il|lo|gli|i|the) ))|[.;:!?](?=\s)"
    r"|, (?=(?:and|but|while|whereas|et|mais|tandis|alors|quand|und|aber|während|doch|e|ma|mentre"
    r"|invece) )| (?=(?:while|whereas|tandis que|alors que|während|mentre) )"
)
"""Between two clauses; what is `joined` goes on with the one before if it names nobody."""
_ZUFOLGE = re.compile(r"\b(?:dem|den|der) ([^\W\d_]+) zufolge\b", re.IGNORECASE)
_AHEAD = 0.15
"""How much nearer a claim must be to the words of another one, in mean cosines."""
_SAME = 0.5
"""Cosine from which a noun is the speaker of a claim."""
_STEM = 5
_LONGEST = 24
"""Words of a claim that is read for this."""
_FEWEST, _HEAD = 2, 2
_LIKELY, _LIKELIER = 0.15, 0.08
"""Cosine from which a speaker of another language may be that of a claim, and how much nearer it
must be than the others."""
_LISTENERS = ("report", "journal", "giornal")
"""They are told something: *told reporters*."""


class _Clause(NamedTuple):
    words: tuple[str, ...]
    speakers: frozenset[str]
    """Words for whoever says something in it, lower case."""


@lru_cache(maxsize=2048)
def gives_words(text: str, language: Language) -> frozenset[str]:
    """The words for everyone whom a text has say something, lower case."""
    found = {word.lower() for one in noun_speakers(text, language) for word in _head(one)}
    found.update(name.lower() for name, _ in speakers(text, language))
    if language == "de" and "zufolge" in text:
        found.update(match[1].lower() for match in _ZUFOLGE.finditer(text))
    return frozenset(word for word in found if not word.startswith(_LISTENERS))


def _head(speaker: Speaker) -> tuple[str, ...]:
    """The words for a speaker, without what follows a source: *secondo la Regione la siccità*."""
    return speaker.words if len(speaker.words) <= _HEAD else speaker.words[:1]


def said_by_another(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Who says something in a claim, if its quotes have it said by another one of theirs.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    if len(words_of(claim.text)) > _LONGEST:
        return None
    who = gives_words(*claim)
    said = [word for word in content(*claim).distinct if word not in who]
    if len(said) < _FEWEST:
        return None
    clauses = [clause for quote in quotes for clause in _clauses(*quote)]
    own = [clause for clause in clauses if _names(clause, who, meaning)] or _likely(
        clauses, who, meaning
    )
    own = [clause for clause in own if len(set(clause.words) - who) >= _FEWEST]
    others = [c for c in clauses if c.speakers and c not in own and not _names(c, who, meaning)]
    if not own or not others:
        return None
    near = max(_nearness(said, clause, who, meaning) for clause in own)
    best = max(others, key=lambda clause: _nearness(said, clause, who, meaning))
    if _nearness(said, best, who, meaning) >= near + _AHEAD:
        return Reason("other_name", " ".join(sorted(who)), " ".join(sorted(best.speakers)))
    return None


@lru_cache(maxsize=2048)
def _clauses(text: str, language: Language) -> tuple[_Clause, ...]:
    """The clauses of a text with content, each with who says something in it."""
    parts, begin = [""], 0
    for cut in _CUT.finditer(text):
        parts[-1] += text[begin : cut.start()]
        begin = cut.end()
        rest = text[begin:]
        ends = _CUT.search(rest)
        following = rest[: ends.start()] if ends else rest
        if cut["joined"] and not gives_words(following, language):
            parts[-1] += ", "
        else:
            parts.append("")
    parts[-1] += text[begin:]
    read = [(tuple(content(part, language).distinct), part.strip()) for part in parts]
    return tuple(_Clause(words, gives_words(part, language)) for words, part in read if words)


def _names(clause: _Clause, who: frozenset[str], meaning: Meaning) -> bool:
    """Is a speaker of a claim named in a clause?"""
    if any(fold(a)[:_STEM] == fold(b)[:_STEM] or alike(a, b) for a in clause.words for b in who):
        return True
    return bool(clause.words) and float(meaning.table([*who], clause.words).max()) >= _SAME


def _likely(clauses: Sequence[_Clause], who: frozenset[str], meaning: Meaning) -> list[_Clause]:
    """The clause of the one speaker who is plainly the most like that of a claim."""
    near = sorted(
        ((float(meaning.table([*who], [*c.speakers]).max()), c) for c in clauses if c.speakers),
        key=lambda found: -found[0],
    )
    if len(near) < _FEWEST or near[0][0] < _LIKELY or near[0][0] < near[1][0] + _LIKELIER:
        return []
    return [near[0][1]]


def _nearness(said: Sequence[str], clause: _Clause, who: frozenset[str], meaning: Meaning) -> float:
    """How near the words of a claim are to those of a clause, on the mean."""
    stems = {fold(word)[:_STEM] for word in clause.words}
    best = meaning.table(said, clause.words).max(axis=1).tolist()
    near = [1.0 if fold(w)[:_STEM] in stems else n for w, n in zip(said, best, strict=True)]
    return sum(near) / len(near)
