"""Where a question names a common thing: *the new harbour of Lindholm*, *au musée*, *der Hafen*.

No grammar: an article, the adjectives around a noun, and what is said to be *of* something else.
Enough to put one thing in the place of another; where the words do not fit, nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_ARTICLES = {
    "en": r"the|an?|its|their|his|her|this|that",
    "fr": r"les?|la|l['’]|une?|son|sa|ses|leurs?|cet?|cette|ces",
    "de": r"de[rnms]|die|das|eine[nmrs]?|ein|seine[nmrs]?|sein|ihre[nmrs]?|ihr|diese[nmrs]?",
    "it": r"il|lo|la|l['’]|i|gli|le|un[oa]?|un['’]|(?:il |la |i |le )?su[oae]i?|quest[oaie]",
}
_LEADS = {
    "en": r"in|of|for|with|by|at|from|on|to|about",
    "fr": r"à|pour|avec|dans|de|chez|sur|par",
    "de": r"in|für|mit|aus|nach|zu|von|bei|an|auf|über",
    "it": r"in|per|con|da|di|a|su",
}
_JOINED = {
    "en": r"(?!)",
    "fr": r"au|aux|du|des",
    "de": r"im|am|zum|zur|vom|beim|ins|ans",
    "it": r"(?:[nd]e|da|a|su|co)(?:ll['’]|ll[oae]|l|i|gli)",
}
"""Preposition and article in one."""
_OF = {
    "en": r"of",
    "fr": r"d['’]|de la|de l['’]|des|du|de",
    "de": r"von|vo[mn]|de[rs]",
    "it": r"d['’]|di|de(?:ll['’]|ll[oae]|l|i|gli)",
}
_BEFORE_NOUN = {
    "en": r"(?:new|old|big|small|first|second|third|last|next|main|national|great|large|\w+(?:al|ic"
    r"|ous|ive|ary|ful|ern|ish|ese|ian))",
    "fr": r"(?:nouve(?:au|l|lle)x?s?|grande?s?|petite?s?|premi[eè]re?s?|derni[eè]re?s?"
    r"|ancien(?:ne)?s?|vie(?:ux|ille)s?|be(?:au|lle)s?|deuxième|second[e]?)",
    "de": r"[a-zäöüß]+e[nrms]?",
    "it": r"(?:nuov[oaie]|grand[ei]|piccol[oaie]|prim[oaie]|ultim[oaie]|vecchi[oae]?|bell[oaie]"
    r"|antic[oa])",
}
_NOUN = {"en": r"[\w-]+", "fr": r"[\w-]+", "de": r"[A-ZÄÖÜ][\w-]+", "it": r"[\w-]+"}
_AFTER_NOUN = {
    "en": r"(?!)",
    "fr": r"\w+(?:al|ale|aux|ique|aire|eux|euse|if|ive|éen|éenne|ien|ienne|ais|aise)s?",
    "de": r"(?!)",
    "it": r"\w+(?:ale|ali|ico|ica|ario|aria|ivo|iva|oso|osa|ano|ana|ese)",
}
_PRONOUN = re.compile(
    r"(?:(?:in|of|for|with|by|at|from|on|to|à|pour|avec|dans|für|mit|aus|bei|von|an|in|per|con|da|a)"
    r"\s+)?(?:that|those|the ones?|celui|celle|ceux|celles|au celui|de[rnms]|die|das|quell[oaie])"
    r"\s+(of|in|d['’]|de|du|von|di|del|della)\s*((?:[A-ZÀ-ÖØ-Þ][\w'’-]*\s?)+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A thing named in a text, with the preposition before it."""

    start: int
    end: int
    lead: str
    """The preposition, empty where there is none; the thing is then who does it or what is done."""
    parted: bool
    """Preposition and article are two words: *in the*, not *au*."""


def noun_phrases(text: str, language: str) -> list[Phrase]:
    """The things that a text names with an article, in order.

    Args:
        text: a question, or a part of one.
        language: ``en``, ``fr``, ``de`` or ``it``; another has none that are known.
    """
    return list(_found(text, language)) if language in _ARTICLES else []


def of_one(text: str) -> tuple[str, str] | None:
    """*à celle de Lyon*: the word for *of*, and whose it is; None for anything else."""
    match = _PRONOUN.fullmatch(text)
    if not match or not match[2][:1].isupper():
        return None
    return match[1].rstrip("'’"), match[2].strip()


def _found(text: str, language: str) -> Iterator[Phrase]:
    for match in _pattern(language).finditer(text):
        end = match.end() + (len(_head(text, match)) if language == "en" else 0)
        lead, joined = match["lead"] or "", match["joined"] or ""
        yield Phrase(match.start(), end, (lead or joined).strip(), parted=bool(lead))


def _head(text: str, match: re.Match[str]) -> str:
    """What is left of *the Halden bridge* behind its name; a verb is none of it.

    *Did the Louvre open* has one word there, *did the Halden bridge open* two.
    """
    if not match[0].split()[-1][:1].isupper():
        return ""
    behind = _BEHIND_NAME.match(text, match.end())
    words = behind["words"].split() if behind else []
    if not words or words[0].endswith("ly") or _VERBAL.fullmatch(words[0]):
        return ""
    needs = 2 if _HELPED.match(text) else 1
    return f"{behind['more']} {words[0]}" if behind and len(words) >= needs else ""


_BEHIND_NAME = re.compile(
    r"(?P<more>(?: [A-ZÀ-Þ][\w-]{0,30}){0,3})"
    r"(?P<words>(?: (?!(?:in|on|of|at|for|to|by|from|with|as|and|or|since|until|last|this)\b)"
    r"[a-z-]{1,30}){1,3})"
)
_VERBAL = re.compile(
    r"\w{1,30}ed|built|sold|made|held|born|won|lost|said|is|are|was|were|be|been|has|have|had|not|still|"
    r"never|ever|also|will|would|can|could|do|does|did|now|there"
)
"""What is no thing behind a name: *was the Louvre opened*."""
_HELPED = re.compile(
    r"(?:[\w'’-]{1,30} ){0,4}?(?:did|does|do|will|would|can|could|should|has|have)\b", re.I
)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    article, lead, joined = (table[language] for table in (_ARTICLES, _LEADS, _JOINED))
    noun, before, after, of = (table[language] for table in (_NOUN, _BEFORE_NOUN, _AFTER_NOUN, _OF))
    # Only the first letters may be capitals where a noun is known by its own.
    thing = rf"(?:(?i:{before})\s+)*{noun}(?:\s+(?:{after})\b)*"
    gap = r"(?:(?<=['’])|\s+)"
    return re.compile(
        rf"(?<![\w'’])(?:(?:(?P<lead>(?i:{lead}))\s+)?(?i:{article}){gap}|(?P<joined>(?i:{joined})){gap})"
        rf"{thing}(?:\s+(?i:{of}){gap}(?:(?i:{article}){gap})?{thing})*"
    )
