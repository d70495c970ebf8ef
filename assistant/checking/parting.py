"""A claim cut into the statements it makes, each about a subject of its own or the one before."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.facts.facts import Language

from .gist import content

_PART = re.compile(r"; |, (?:and|but|while|et|mais|und|aber|e|ma) | (?:and|et|und|e) ")
"""Where a claim goes over to another part."""
_ASIDE = re.compile(
    r"(?P<head>[A-ZÀ-Þ][\w’'-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w’'-]+){0,3}),"
    r" (?:who|qui|che|(?:der|die|das)(?=[^,;]* [a-zäöüß]+,)) (?P<relative>[^,;]+),"
    r" (?P<rest>[a-zà-ÿ][^,;]+)$"
)
"""What is said of somebody by the way: *Ostberg, who opened the harbour, refused to attend*."""
_OWN_SUBJECT = re.compile(
    r"(?:that |qu(?:e |['’])|dass |che )?(?:(?:the|an?|this|that|these|those|his|her|its|their|le"
    r"|la|les|une?|ce|cette|ces|son|sa|ses|leurs?|der|die|das|eine?|diese[rs]?|seine?|ihre?|il|lo|i|gli"
    r"|un[ao]?|quest[aoei]|tal[ei]|(?:la|il|i|le) su[aoei]|su[ao]) |l['’]|un['’])\w",
    re.IGNORECASE,
)
"""What begins a part with a subject of its own: an article or its like."""
_SHORTEST_PART = 2
"""Content words that a part has at least, and one more."""


@lru_cache(maxsize=2048)
def parts(claim: str, language: Language) -> tuple[str, ...]:
    """The claim cut where it goes over to another statement, but never between two nouns."""
    parts: list[str] = []
    start = 0
    aside = _ASIDE.match(claim)
    if aside:
        parts.append(f"{aside['head']} {aside['relative']}")
        start = aside.start("rest")
    for match in _PART.finditer(claim, start):
        before, after = claim[start : match.start()], claim[match.end() :]
        if min(len(content(text, language).words) for text in (before, after)) > _SHORTEST_PART:
            parts.append(before)
            start = match.end()
    return (*parts, claim[start:])


def has_parts(claim: str, language: Language) -> bool:
    """Does a claim make several statements?"""
    return len(parts(claim, language)) > 1


def has_own_subject(part: str, language: Language) -> bool:
    """Does an article begin it? A French *a* is a verb: *a refusé de venir*."""
    is_verb = language != "en" and part[:2].lower() == "a "
    return _OWN_SUBJECT.match(part) is not None and not is_verb
