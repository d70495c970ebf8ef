"""Which of the four languages is this sentence in? Told by its words, endings and letters.

Words without content count most, then everyday words, then how the others end. Where that leaves
it open, the language of what stands beside the sentence decides: of the quote that it is held
against, of the answer; a sentence that is only figures has no other. Documents are told by
`index`, with a real model; this is for one sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from assistant.facts.facts import LANGUAGES, Language
from assistant.facts.tables import lines, table

from .finite import infinitives
from .letters import Met, words_of

_MARKS: tuple[tuple[Language, frozenset[str]], ...] = (
    ("de", frozenset("äöüß")),
    ("fr", frozenset("çêâîôûëïœ")),
    ("it", frozenset("òì")),
)
_MARK, _LISTED, _ENDING = 0.7, 0.6, 0.3
"""What a letter, an everyday word and an ending count, where a word without content counts one;
each is shared by the languages that have it."""
_CAPITAL = 0.35
"""What a word with a capital letter counts, as a share of the same in lower case."""
_SHORTEST, _LONGEST = 4, 5
"""Letters of a word whose ending tells anything, and of an ending."""
_CLOSE = 0.8
"""The share of the best score from which another language may be meant as well."""
_ENOUGH = 4000
"""Characters that are looked at; more would not change the answer."""


@cache
def function_words() -> Mapping[Language, frozenset[str]]:
    """The words without content of each language, lower case."""
    raw = table("function_words")["words"]
    return {language: frozenset(raw[language].split()) for language in LANGUAGES}


@cache
def everyday_words() -> Mapping[Language, frozenset[str]]:
    """The frequent words of each language, lower case."""
    rows = {row[:2]: row[3:] for row in lines("common_words")}
    # A set of a set has room for what is in it; one of a list has twice as much.
    return {language: frozenset({*rows[language].split()}) for language in LANGUAGES}


@cache
def _owners() -> Met[tuple[tuple[Language, float], ...]]:
    return Met(_owned)


def _owned(word: str) -> tuple[tuple[Language, float], ...]:
    """The languages that a word may be of, each with what it counts for it.

    A word of content with a capital letter may be a name from elsewhere: *New York*, *Söhne*.
    """
    lower = word.lower()
    of, counts = _having(lower, function_words()), 1.0
    of = of or _having(word, _counting())
    share = 1.0 if of or lower == word else _CAPITAL
    if not of:
        of, counts = _having(lower, everyday_words()), _LISTED
    if not of and len(word) >= _SHORTEST:
        of = _of_verbs(lower)
    if not of and len(word) >= _SHORTEST:
        of, counts = ending(lower), _ENDING
    marks = [] if lower.isascii() else _marks_of(lower, share)
    return (*marks, *((language, share * counts / len(of)) for language in of))


def _marks_of(word: str, share: float) -> list[tuple[Language, float]]:
    """The languages that alone have one of the letters of a word."""
    return [(language, _MARK * share) for language, has in _MARKS if not has.isdisjoint(word)]


def _having(word: str, words: Mapping[Language, frozenset[str]]) -> tuple[Language, ...]:
    return tuple([language for language in LANGUAGES if word in words[language]])


def ending(word: str) -> tuple[Language, ...]:
    """The languages that a lower-case word may be of by the longest ending that any has."""
    return _ended()[word]


@cache
def _ended() -> Met[tuple[Language, ...]]:
    return Met(_by_ending)


def _by_ending(word: str) -> tuple[Language, ...]:
    known_ends = _endings()
    for start in range(max(1, len(word) - _LONGEST), len(word)):
        if word[start:] in known_ends:
            return known_ends[word[start:]]
    return ()


def _of_verbs(word: str) -> tuple[Language, ...]:
    """The languages of which a word is a form of an everyday verb: *slows*, *verhaftet*."""
    everyday = everyday_words()
    return tuple(
        [
            language
            for language in LANGUAGES
            if not everyday[language].isdisjoint(infinitives(word, language))
        ]
    )


@cache
def _counting() -> Mapping[Language, frozenset[str]]:
    """Words of figures, as each language writes them: *31 million* is no German."""
    raw = table("function_words")["counting"]
    return {language: frozenset(raw[language].split()) for language in LANGUAGES}


@cache
def _endings() -> Mapping[str, tuple[Language, ...]]:
    found: dict[str, tuple[Language, ...]] = {}
    for language in LANGUAGES:
        for end in table("function_words")["endings"][language].split():
            found[end] = (*found.get(end, ()), language)
    return found


@lru_cache(maxsize=4096)
def _scores(text: str) -> tuple[tuple[float, Language], ...]:
    """How much speaks for each language, the likeliest first."""
    scores = dict.fromkeys(LANGUAGES, 0.0)
    owners = _owners()
    for word in words_of(text[:_ENOUGH]):
        for language, counts in owners[word]:
            scores[language] += counts
    ranked = sorted(LANGUAGES, key=scores.__getitem__, reverse=True)
    return tuple([(scores[language], language) for language in ranked])


def guess(text: str, *beside: Language) -> Language:
    """The likeliest of the four languages.

    Args:
        text: a sentence or a passage.
        beside: languages of what stands beside it, the first counts most. One of them is taken
            where the words leave it open, or nearly: *Il sindaco* begins a French sentence as well.

    Returns:
        English where nothing tells anything and nothing stands beside it.
    """
    scores = _scores(text)
    most, best = scores[0]
    near = {language for score, language in scores if score >= _CLOSE * most}
    little = most < _ENDING or (most == _ENDING and len(text.split()) == 1)
    if beside and little:  # a name may end like a word of any language
        return beside[0]
    return next((language for language in (*beside, best) if language in near), best)


_OURS: Mapping[str | None, Language] = {language: language for language in LANGUAGES}


def told(language: str | None) -> Language | None:
    """The language given, if it is one of ours."""
    if not language or language in _OURS:
        return _OURS.get(language)
    return next((ours for ours in LANGUAGES if language.lower().startswith(ours)), None)


def known(language: str | None, text: str, *beside: Language) -> Language:
    """The language given if it is one of ours, else the likeliest one beside these."""
    return told(language) or guess(text, *beside)
