"""What a quote excepts is not what a claim may speak of: *every day except Mondays*.

The words are the same in both, so that the gist of the claim is covered; the quote says it of all
the others. Neither may *all but these* stand for *only these*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.facts.facts import Language
from assistant.facts.letters import lowered
from assistant.facts.polarity import Direction, direction
from assistant.facts.reasons import Reason
from assistant.facts.tongue import function_words
from assistant.facts.vocabulary import same_thing

from .meaning import Meaning

_REST = r"([^,.;:!?()\n]{1,60})"
_CUES: dict[Language, tuple[str, ...]] = {
    "en": ("except", "apart from", "excluding", "other than", "all but"),
    "fr": ("sauf ", "except", "hormis ", "à part ", "l'exception d", "l’exception d"),
    "de": ("außer ", "ausgenommen", "mit ausnahme", "bis auf "),
    "it": ("tranne ", "eccetto ", "salvo ", "eccezione d", "fuorché "),
}
_EXCEPT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:except(?:ing|ion of)?|apart from|excluding|other than|all but)\b{_REST}",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        rf"\b(?:sauf|excepté|hormis|à part|l['’]exception d(?:es|e|u))\b{_REST}", re.IGNORECASE
    ),
    "de": re.compile(rf"\b(?:außer|ausgenommen|mit ausnahme|bis auf)\b{_REST}", re.IGNORECASE),
    "it": re.compile(
        rf"\b(?:tranne|eccetto|(?<!sano e )salvo|fuorché|eccezione d\w{{1,4}})\b{_REST}",
        re.IGNORECASE,
    ),
}
_BESIDES = ("apart from", "other than", "à part", "außer", "bis auf")
"""They except only where all the others are named; else they say *besides* or *up to*."""
_ALL: dict[Language, frozenset[str]] = {
    "en": frozenset("all every everyone everybody everywhere everything each any daily".split()),
    "fr": frozenset("tous toutes tout toute partout chaque".split()),
    "de": frozenset("alle allen aller alles jeder jede jeden jedem überall täglich".split()),
    "it": frozenset("tutti tutte tutto tutta ovunque ogni dappertutto ognuno".split()),
}
_ONLY: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\bonly\b{_REST}", re.IGNORECASE),
    "fr": re.compile(rf"\b(?:seulement|uniquement|seule?s?|que)\b{_REST}", re.IGNORECASE),
    "de": re.compile(rf"\b(?:nur|ausschließlich|lediglich)\b{_REST}", re.IGNORECASE),
    "it": re.compile(rf"\b(?:sol[oiae]|soltanto|solamente)\b{_REST}", re.IGNORECASE),
}
_FREE = ("exempt", "exonér", "dispens", "befrei", "esent", "eson", "closed", "hors")
_ALSO = frozenset("also besides too aussi également auch anche pure".split())
_JOINED = re.compile(r"\b(?:and|or|et|ou|und|oder|e|o|sowie)\b", re.IGNORECASE)
_NEAR = 0.6
"""Cosine of two words from which on they are taken for one: most translations are nearer."""
_WORDS = 3


def excepted(
    claim: str, language: Language, quotes: Sequence[tuple[str, Language]], meaning: Meaning
) -> Reason | None:
    """Say if a claim is about what its quotes except, or excepts what only they speak of.

    Args:
        claim: a sentence that is otherwise supported.
        language: the claim's.
        quotes: their texts and languages.
        meaning: tells how near words are.
    """
    if ours := _exceptions(claim, language):
        return _only_these(ours, language, quotes, meaning)
    for text, tongue in quotes:
        given = _exceptions(text, tongue)
        if not given or _is_turned(claim, language, text, tongue):
            continue
        rest = text
        for words in given:
            rest = rest.replace(words, " ")
        for part in (part for words in given for part in _JOINED.split(words)):
            word = _speaks_of(part, tongue, claim, language, meaning)
            if word and not _speaks_of(part, tongue, rest, tongue, meaning):
                return Reason("other", word, _whole(text, tongue, part))
    return None


def _only_these(
    ours: Sequence[str],
    language: Language,
    quotes: Sequence[tuple[str, Language]],
    meaning: Meaning,
) -> Reason | None:
    """Do the quotes, which except nothing, say it only of what the claim excepts?"""
    if any(_exceptions(text, tongue) for text, tongue in quotes):
        return None
    for text, tongue in quotes:
        for found in _ONLY[tongue].finditer(text):
            if word := _speaks_of(found[1], tongue, " ".join(ours), language, meaning):
                return Reason("other", word, found[0].strip())
    return None


def _exceptions(text: str, language: Language) -> list[str]:
    """What a text excepts, as written."""
    low = text.lower()
    if not any(cue in low for cue in _CUES[language]):
        return []
    words = frozenset(lowered(text))
    widely = not words.isdisjoint(_ALL[language]) and words.isdisjoint(_ALSO)
    return [
        found[1]
        for found in _EXCEPT[language].finditer(text)
        if widely or not found[0].lower().startswith(_BESIDES)
    ]


def _whole(text: str, language: Language, part: str) -> str:
    found = next(m for m in _EXCEPT[language].finditer(text) if part in m[1])
    return found[0].strip()


def _is_turned(claim: str, language: Language, text: str, tongue: Language) -> bool:
    """Is anything denied on either side, or do they say opposite things of what is excepted?"""
    said, given = direction(claim, language), direction(text, tongue)
    return (
        bool(said.denials or given.denials or said.refused or given.refused)
        or any(word.startswith(_FREE) for word in lowered(claim))
        or _opposite(said, given)
    )


def _opposite(said: Direction, given: Direction) -> bool:
    return any(
        (pair, "other" if side == "one" else "one") in given.poles for pair, side in said.poles
    )


def _speaks_of(part: str, tongue: Language, text: str, language: Language, meaning: Meaning) -> str:
    """The word of a text for the first word of a part, if it has all the words that begin it."""
    sought = _content(part, tongue)[:_WORDS]
    words = _content(text, language)
    if not sought or not words:
        return ""
    table = meaning.table(sought, words)
    found = [
        next((w for j, w in enumerate(words) if _one(word, w, float(table[i, j]))), "")
        for i, word in enumerate(sought)
    ]
    return found[0] if all(found) else ""


def _content(text: str, language: Language) -> list[str]:
    """Lower-case words with content; *montags* as *montag*, which the vectors know."""
    empty = function_words()[language]
    words = (word for word in lowered(text) if word not in empty)
    return [word[:-1] if word.endswith(("tags", "wochs", "abends")) else word for word in words]


def _one(word: str, other: str, near: float) -> bool:
    if word == other:
        return True
    code, known = same_thing(word), same_thing(other)
    return code == known if code and known else near >= _NEAR
