"""Names that begin with a small word: *von der Leyen*, *de Gaulle*, *Di Maio*, *O'Neill*.

The small words are prepositions and articles elsewhere, so the language decides: *de* is no word
of English, German and Italian, but in French *le président de Gaulle* stands beside *le président
de France*. A name is known by the word behind: with and without its particle it is one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.text.letters import lowered
from assistant.facts.text.vocabulary import is_listed, is_ordinary, same_thing, titles

_NAME = r"(?P<name>[A-ZÀ-ÖØ-Þ][^\W\d_]+)"
_SURE: dict[Language, str] = {
    "en": "v[ao]n|de|de la|del|della|di|da|du|dos|bin|ibn",
    "fr": "v[ao]n|del|della|di|da|dos|bin|ibn",
    "de": "van|de|de la|del|della|di|dos|bin|ibn",
    "it": "v[ao]n|de|de la|dos|bin|ibn",
}
"""Small words that are no words of the language, or none before a capital letter."""
_FIRST = "V[ao]n|De|Di|Da|Del|Della|Dello|Dal|Dalla|Le|La|Lo|Bin|Ibn"
"""The same with a capital letter, where no sentence begins."""
_OPENING: dict[Language, str] = {
    "en": "V[ao]n|De|Di|Da|Del|Della|Bin|Ibn",
    "fr": "V[ao]n|Di|Della|De|Le|Bin|Ibn",
    "de": "V[ao]n|De|Di|Della",
    "it": "V[ao]n|De|Di|Del|Della|Da|Bin|Ibn",
}
"""Those that may begin a sentence as a name."""
_BEFORE_DE = re.compile(
    r"(?:\b(?:MM?\.|[Mm]mes?|[Mm]lle|[Mm]onsieur|[Mm]adame|[Gg]énéral|[Cc]olonel|[Mm]aréchal"
    r"|[Aa]miral|[Dd]octeur|[Pp]rofesseur|[Aa]bbé|[Pp]résidente?|[Ss]elon|[Aa]vec|[Pp]ar|[Pp]our"
    r"|[Cc]ontre|[Cc]hez|[Ss]ans) |^[\"“„«‹ ]*)$"
)
"""Before a French *de* that is no preposition, or one in front of another."""
_PREPOSITIONS = frozenset("mit für gegen laut bei ohne durch".split())
_REACH = 24
_ARABIC = "(?:[Aa]l|[Ee]l|[Aa]sh?|[Aa]d|[Aa]r|[Aa]z|[Aa]n)[-‑]"
_START = re.compile(r"(?:^|[.!?…:]['\"“”»)]?\s+|[\"“„«‹(\[–—]\s?|\n\s*)$")


class Particled(NamedTuple):
    """A name that begins with a particle."""

    start: int
    end: int
    word: str
    """What it is known by: *Leyen*."""


def particled(text: str, language: Language) -> tuple[Particled, ...]:
    """Every name of a text that begins with a particle, in order."""
    if _cues(language).isdisjoint(lowered(text)) and "-" not in text and "‑" not in text:
        return ()
    return tuple(
        Particled(match.start(), match.end(), match["name"])
        for match in _pattern(language).finditer(text)
        if _is_name(match, text, language)
    )


@cache
def _cues(language: Language) -> frozenset[str]:
    """The words of which every name has one, but for Arabic ones, which have a hyphen."""
    doubtful = {"fr": "de", "de": "von"}.get(language, "")
    small = " ".join((_SURE[language], _FIRST, doubtful, "o d"))
    every = re.sub(r"v\[ao\]n", "van von", small, flags=re.IGNORECASE)
    return frozenset(re.findall(r"[a-z]+", every.lower()))


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """A particle with its name; the first letter of each branch is looked for first."""
    article = r"(?: (?:de[rnm]?|het|la|las|los))?"
    open_to_doubt = {"fr": "de", "de": "von der"}.get(language, "(?!)")
    return re.compile(
        rf"(?<![\w’'-])(?:(?P<doubt>(?:{open_to_doubt})(?= [A-ZÀ-ÖØ-Þ]))"
        rf"|(?P<sure>(?:{_SURE[language]})(?=[ ])|[Oo]['’](?=[A-Z])|D['’](?=[A-Z])|{_ARABIC})"
        rf"|(?P<first>(?:{_FIRST})(?= )))"
        rf"{article} ?{_NAME}"
    )


def _is_name(match: re.Match[str], text: str, language: Language) -> bool:
    start, word = match.start(), match["name"]
    if word.isupper():
        return False
    before = text[max(0, start - _REACH) : start]
    opens = _START.search(before) is not None
    if match["sure"]:
        return not (opens and match["sure"][0] == "D")
    if match["first"] and not opens:
        return True
    ordinary = is_listed if language == "it" else is_ordinary
    if ordinary(word, language) or same_thing(word):
        return False
    if match["first"]:
        return re.fullmatch(_OPENING[language], match["first"]) is not None
    return _behind_name(before) if language == "de" else bool(_BEFORE_DE.search(before))


def _behind_name(before: str) -> bool:
    """Does a first name, a title, or a preposition that is none of place end this?"""
    last = before.split()[-1] if before.strip() else ""
    if last.lower() in titles() or last.lower() in _PREPOSITIONS:
        return True
    return last[:1].isupper() and last.isalpha() and not is_ordinary(last, "de")
