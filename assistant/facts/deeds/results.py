"""Who won a match and who lost it: *Rovers beat Kelton 2-1* is *Kelton lost 1-2 to Rovers*.

The winner is read where a sentence has two names and one verb of winning or losing. The words are
in `results.toml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from assistant.facts.facts import Language
from assistant.facts.names.names import Capital, capitals
from assistant.facts.tables import table
from assistant.facts.text.letters import word_set
from assistant.facts.text.spelling import alike
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import same_thing

_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-ZÀ-Þ])")
_LONGEST, _SHORT = 1_000, 14
_WITH_ARTICLE = ("m", "den", "der", "die", "das")
_JOINED = re.compile(r"[ \u00a0-]|[ \u00a0](?:de|du|di|la|le)[ \u00a0]")
_BEFORE_NAME = r"(?: (?!und |et |and |e )[\w'’]+){0,2}[ '’]$"

_PLACED = re.compile(r"(?<!\w)(?:in|en|à|a|ad|im|near|bei) $")
"""Before a place, which is no side of a match."""

Team = tuple[str, ...]
"""The words of a name."""


class Result(NamedTuple):
    """What one sentence tells of a match."""

    winner: Team
    loser: Team
    of_winner: bool
    """The verb is said of who won."""
    start: int
    """Where the verb begins in the text."""
    end: int


@lru_cache(maxsize=4096)
def result(text: str, language: Language) -> Result | None:
    """Who won and who lost, by the first sentence of a text that plainly tells it.

    Args:
        text: a sentence or a passage.
        language: its language.
    """
    if _cues(language).isdisjoint(word_set(text)):
        return None
    at = 0
    for sentence in _SENTENCE.split(text[:_LONGEST]):
        start, at = text.index(sentence, at), at + len(sentence)
        found = _told(sentence, language)
        if found:
            return found._replace(start=start + found.start, end=start + found.end)
    return None


def same_match(
    claim: tuple[str, Language], quote: tuple[str, Language]
) -> Literal["", "same", "turned"]:
    """Have two texts the same winner and loser, or each the other's; empty if neither.

    Args:
        claim: a sentence and its language.
        quote: what it is held against, and its language.
    """
    one = result(*claim)
    other = result(*quote) if one else None
    if one is None or other is None:
        return ""
    if _is_one(one.winner, other.winner) and _is_one(one.loser, other.loser):
        return "same"
    if _is_one(one.winner, other.loser) and _is_one(one.loser, other.winner):
        return "turned"
    return ""


def one_sided(
    claim: tuple[str, Language], quote: tuple[str, Language]
) -> Literal["", "same", "turned"]:
    """Has a claim the one side that it names as winning or losing, as its quote has it, or not?

    *Barcelona reached the final*, *Kolar won* of *Inter beat Barcelona*, *Roth lost to Kolar*.

    Args:
        claim: a sentence that names one side, and its language.
        quote: what it is held against, and its language.
    """
    told = result(*quote) if may_win(*claim) else None
    teams = _teams(*claim) if told else []
    if told is None or len(teams) != 1 or not may_win(*claim):
        return ""
    lost, won, _ = _patterns(claim[1])
    out, on = _onward(claim[1])
    text = claim[0]
    loses = bool(lost.search(text) or out.search(text))
    if not loses and not (won.search(text) or on.search(text)):
        return ""
    is_winner, is_loser = (_is_one(teams[0][1], side) for side in (told.winner, told.loser))
    if is_winner == is_loser:
        return ""
    return "same" if is_loser == loses else "turned"


@lru_cache(maxsize=2048)
def may_win(text: str, language: Language) -> bool:
    """Has a short claim a word of winning, of losing, or of what comes of that?"""
    words = word_set(text)
    return len(words) <= _SHORT and not (_cues(language) | _onward_cues(language)).isdisjoint(words)


def wins(word: str, language: Language) -> bool:
    """May a lower-case word tell of winning or losing?"""
    return word in _cues(language)


def other_side(claim: tuple[str, Language], quote: tuple[str, Language]) -> bool:
    """Is one match told from the side of the winner in one of two texts, in the other not?"""
    if same_match(claim, quote) != "same":
        return False
    one, other = result(*claim), result(*quote)
    return bool(one and other and one.of_winner != other.of_winner)


@cache
def _cues(language: Language) -> frozenset[str]:
    return frozenset(table("results")[language]["cues"].split())


@cache
def _onward_cues(language: Language) -> frozenset[str]:
    return frozenset(table("results")[language]["onward"].split())


@cache
def _onward(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    forms = table("results")[language]
    out, on = (re.compile(rf"(?<!\w)(?:{forms[kind]})(?!\w)", re.I) for kind in ("out", "on"))
    return out, on


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    forms = table("results")[language]
    return (
        re.compile(rf"(?<!\w)(?:{forms['lost']})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{forms['won']})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{forms['against']}){_BEFORE_NAME}", re.IGNORECASE),
    )


def _told(sentence: str, language: Language) -> Result | None:
    lost, won, against = _patterns(language)
    beaten = lost.search(sentence)
    verb = beaten or won.search(sentence)
    teams = _teams(sentence, language) if verb else []
    if len(teams) > 2:
        teams = _sides(teams, sentence)
    if verb is None or len(teams) != 2 or (beaten and _wins_too(sentence, beaten, won)):
        return None
    (a, first), (b, second) = teams
    behind = [bool(against.search(sentence[:at])) for at in (a, b)]
    if behind[0] and behind[1]:
        return None
    if not any(behind) and not a < verb.start() < b:
        return None
    subject, other = (second, first) if behind[0] else (first, second)
    winner, loser = (other, subject) if beaten else (subject, other)
    return Result(winner, loser, not beaten, *verb.span())


def _sides(teams: list[tuple[int, Team]], sentence: str) -> list[tuple[int, Team]]:
    """The names of a sentence without those of places; all where a side is named for its place."""
    sides = [team for team in teams if not _PLACED.search(sentence[: team[0]])]
    places = {word for at, team in teams if (at, team) not in sides for word in team}
    return teams if any(not places.isdisjoint(team) for _, team in sides) else sides


def _wins_too(sentence: str, beaten: re.Match[str], won: re.Pattern[str]) -> bool:
    """Has a sentence a verb of winning besides that of losing?"""
    return any(not (beaten.start() <= m.start() < beaten.end()) for m in won.finditer(sentence))


def _teams(sentence: str, language: Language) -> list[tuple[int, Team]]:
    """The names of a sentence, each with where it begins."""
    runs: list[list[Capital]] = []
    for capital in capitals(sentence, language):
        if runs and _JOINED.fullmatch(sentence[runs[-1][-1].end : capital.start]):
            runs[-1].append(capital)
        else:
            runs.append([capital])
    return [
        (run[0].start, tuple(capital.word for capital in run))
        for run in runs
        if any(_may_be(capital, sentence, language) for capital in run)
    ]


def _may_be(capital: Capital, sentence: str, language: Language) -> bool:
    """May a capital letter begin the name of a club: also one that is made of ordinary words?"""
    if capital.strong:
        return True
    against = _patterns(language)[2].search(sentence, 0, capital.start)
    bare = against is not None and not against[0].rstrip().lower().endswith(_WITH_ARTICLE)
    return (capital.begins or bare) and capital.word.lower() not in function_words()[language]


def _is_one(one: Team, other: Team) -> bool:
    """Are two names one, whatever the short forms of their clubs?"""
    common = _common()
    ours, theirs = (
        [word for word in team if word.lower() not in common] or list(team) for team in (one, other)
    )
    return any(
        same_thing(a) == same_thing(b) if same_thing(a) else alike(a, b)
        for a in ours
        for b in theirs
    )


@cache
def _common() -> frozenset[str]:
    return frozenset(table("results")["common"].split())
