"""Which words of a claim only say which end of a time a day is: *begins on* for *from … to*.

A quote that gives both ends of a time tells when it begins and when it ends, without a word for
either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.facts.agreement import Finding
from assistant.facts.comparing import same
from assistant.facts.dates.spans import days_between, is_as_long
from assistant.facts.facts import Fact
from assistant.facts.figures.order import end_words, side_of
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.cued import cued

from .figured import Figures

Place = tuple[int, int]
_DAYS = ("day", "week")
"""Units of a length that two days have between them."""


def ends_told(claim: Figures, quotes: Sequence[Figures], fact: Fact) -> list[Place]:
    """Where a claim says that something lasts until a day or from it on, as a quote has both ends.

    *Until 28 June*, or *ends on 28 June*, is *from 3 May to 28 June*.

    Args:
        claim: one sentence.
        quotes: what it is held against.
        fact: a figure of the claim.
    """
    if fact.kind not in ("date", "time"):
        return []
    side = side_of(claim.text, claim.language, fact)
    place = end_words(claim.text, claim.language, fact) if side else None
    verbs = {kind: _verbs(kind, claim.text) for kind in ("first", "last")} if not side else {}
    if not place and bool(verbs.get("first")) == bool(verbs.get("last")):
        return []
    is_last = side == "before" if side else bool(verbs["last"])
    for pair in [pair for quote in quotes for pair in quote.pairs]:
        end = pair.second if is_last else pair.first
        if pair.kind == "change" and end.kind == fact.kind and same(fact, end):
            return [place] if place else verbs["last" if is_last else "first"]
    return []


def as_long(finding: Finding, quotes: Sequence[Figures]) -> Finding:
    """What becomes of a length of days that may be that of *from 17 to 23 May*."""
    fact = finding.fact
    if finding.outcome == "found" or fact.unit not in _DAYS:
        return finding
    for quote in quotes:
        for pair in quote.pairs:
            first, last = pair.first, pair.second
            if pair.kind == "change" and is_as_long(fact, days_between(first, last)):
                given = quote.text[first.start : last.end]
                return Finding(fact, "converted", Reason("computed", fact.text, given))
    return finding


def lasting(claim: Figures, fact: Fact) -> list[Place]:
    """Where a claim with a length of days has a verb that only says that it is one."""
    if fact.unit not in _DAYS:
        return []
    return [m.span() for m in cued("lasting", "lasts", claim.language).finditer(claim.text)]


def _verbs(kind: str, text: str) -> list[Place]:
    return [match.span() for match in _pattern(kind).finditer(text)]


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The words that say that a time begins, or that it ends, by `limits.toml`."""
    forms = table("limits")["ends"][kind].split()
    words = "|".join(form[:-1] if form.endswith("=") else rf"{form}\w*" for form in forms)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
