"""Does somebody else say it in the quotes: *the minister said* for *the opposition said*?

That is so where the quotes name both, and only the other one as who says anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.gist import content, nearest, sentences
from assistant.checking.meaning import Meaning, meets
from assistant.facts.facts import Language
from assistant.facts.names.names import capitals
from assistant.facts.names.sayings import Speaker, is_anybody, noun_speakers
from assistant.facts.names.speakers import speakers
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import lowered, words_of
from assistant.facts.text.spelling import alike, fold
from assistant.facts.text.vocabulary import same_thing

from .rules import Sentence

_FAR = 0.2
"""Cosine below which two nouns are of different speakers."""
_NEAR = 0.5
"""Cosine from which a quote names a speaker."""
_STEM = 5
_LONGEST = 24
"""Words of a claim that is read for this."""


def another_speaker(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Who says something in a claim, if in its quotes only others say anything.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    if len(lowered(claim.text)) > _LONGEST:
        return None
    said = [one for one in noun_speakers(*claim) if not is_anybody(one)]
    given = [one for text, tongue in quotes for one in noun_speakers(text, tongue)] if said else []
    if not given or any(map(is_anybody, given)):
        return None
    for ours in said:
        named = any(_is_beside(ours, text, tongue, meaning) for text, tongue in quotes)
        far = _NEAR if named and _in_one_word(ours, quotes) else _FAR
        if named and not any(_may_be(ours, theirs, meaning, far) for theirs in given):
            return Reason("other_name", " ".join(ours.words), " ".join(given[0].words))
    return None


def names_speaker(text: str, language: Language) -> bool:
    """Does a text name who says something?"""
    return bool(speakers(text, language))


def another_named(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Whom a claim names as saying it, if its quotes name them, but as saying nothing.

    *Said Macron* for *said Scholz after he had met Macron*.
    """
    near = [(nearest(claim.text, sentences(text), meaning), tongue) for text, tongue in quotes]
    given = [name for text, tongue in near for name in _surely(text, tongue)]
    named = [word for text, _ in near for word in words_of(text) if word[0].isupper()]
    ours = [word for word in words_of(claim.text) if word[0].isupper()]
    if not given or any(alike(name, word) for name in given for word in ours):
        return None
    for name, _ in speakers(*claim):
        if any(alike(name, word) for word in named):
            return Reason("other_name", name, given[0])
    return None


def _surely(text: str, language: Language) -> list[str]:
    """The speakers of a text whose name is no ordinary word and no acronym."""
    strong = {name.word for name in capitals(text, language) if name.strong and not name.acronym}
    return [name for name, ordinary in speakers(text, language) if not ordinary and name in strong]


def _is_beside(speaker: Speaker, text: str, language: Language, meaning: Meaning) -> bool:
    """Does a quote name a speaker of the claim, but not as one who says anything?"""
    said = noun_speakers(text, language)
    begins = [0, *(one.end for one in said)]
    ends = [*(one.start for one in said), len(text)]
    rest = " ".join(text[a:b] for a, b in zip(begins, ends, strict=True))
    ours = [word.lower() for word in speaker.words]
    return meets(ours, content(rest, language).words, meaning, _NEAR)


def _in_one_word(speaker: Speaker, quotes: Sequence[Sentence]) -> bool:
    """Has a quote the very word for a speaker?"""
    stems = {fold(word)[:_STEM] for text, _ in quotes for word in words_of(text)}
    return any(len(word) >= _STEM and fold(word)[:_STEM] in stems for word in speaker.words)


def _may_be(one: Speaker, other: Speaker, meaning: Meaning, far: float) -> bool:
    """May two speakers be one: are they nearer than that?"""
    for a in one.words:
        for b in other.words:
            same = fold(a)[:_STEM] == fold(b)[:_STEM] or alike(a, b)
            if same or (same_thing(a) and same_thing(a) == same_thing(b)):
                return True
    ours, theirs = ([word.lower() for word in side.words] for side in (one, other))
    return float(meaning.table(ours, theirs).max()) >= far
