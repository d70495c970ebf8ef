"""A sum or a share that a claim names and that two figures of its quotes amount to.

*65 drivers and cleaners* are *40 drivers and 25 cleaners*; *a quarter of the seats* is *thirty of
the 120 seats*. A sum counts only where the claim names all that is added up, or says *in all*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from assistant.facts.agreement import Finding
from assistant.facts.comparing import same
from assistant.facts.facts import Fact
from assistant.facts.figures.changes import is_of, out_of, tells_sum
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import lowered
from assistant.facts.text.tongue import function_words

from .figured import Figures, Kind, kind_of
from .meaning import Meaning

_JOINT = re.compile(r"(?P<noun>[^.;!?]{0,40}?)(?:,|,? (?:and|et|und|e|ed)) (?:[^.;!?\d]{0,12} )?")
"""Between two figures that may be added up."""
_SENTENCE = re.compile(r"[.!?] (?=[A-ZÀ-Þ0-9])")
_ONE = 0.6
"""Cosine from which two words are one."""
_REACH, _NOUN = 60, 30
_HUNDRED = 100
_KEPT = 512
"""Kinds of figures of a text whose rows are kept."""


class _Part(NamedTuple):
    """Some of a whole, both counted."""

    some: Fact
    whole: Fact
    share: Decimal


def sums_and_shares(
    finding: Finding, claim: Figures, quotes: Sequence[Figures], meaning: Meaning
) -> Finding:
    """What becomes of a figure that a quote may have as a sum or as a part of a whole.

    Args:
        finding: of a figure of the claim that no quote has outright.
        claim: one sentence.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    fact = finding.fact
    if fact.value is None or fact.kind in ("date", "time", "name"):
        return finding
    share = _share(fact)
    for quote in quotes:
        told = _as_share(fact, share, claim, quote, meaning) if share else None
        if told is None and finding.outcome != "ignored":
            told = _as_sum(fact, claim, quote, meaning)
        if told:
            return told
    return finding


def _share(fact: Fact) -> Decimal:
    """A figure as a share of one; 0 if it is none."""
    value = fact.value or Decimal(0)
    if fact.kind == "percent":
        return value / _HUNDRED
    return value if fact.kind == "number" and not fact.unit and 0 < value < 1 else Decimal(0)


def _as_share(
    fact: Fact, share: Decimal, claim: Figures, quote: Figures, meaning: Meaning
) -> Finding | None:
    parts = [*parts_of(quote)]
    if not parts or any(_share(other) for other in quote.facts):
        return None
    part = parts[0] if len(parts) == 1 else _meant(parts, claim, quote, meaning)
    ends = (part.some.start, part.some.end, part.whole.start, part.whole.end)
    given = quote.text[min(ends) : max(ends)]
    if _is_share(fact, share, part.share):
        return Finding(fact, "converted", Reason("computed", fact.text, given))
    return Finding(fact, "missing", Reason("other", fact.text, given))


def _is_share(fact: Fact, share: Decimal, exact: Decimal) -> bool:
    if fact.kind == "percent":
        value = fact.value or Decimal(0)
        places = max(0, -int(value.as_tuple().exponent))
        if round(exact * _HUNDRED, places) == value:
            return True
    if round(share, 6) == round(exact, 6):
        return True
    given = replace(fact, kind="number", value=round(exact, 4), bound="", also="", precision="")
    return bool(fact.bound) and same(replace(fact, kind="number", value=round(share, 4)), given)


def parts_of(quote: Figures) -> Iterator[_Part]:
    """The parts of a whole in a quote: *sixty of the 120*, *sur les 200 arbres, 50*."""
    counts = [f for f in quote.facts if _is_count(f)]
    for a, b in pairwise(counts):
        if _counted(a) < _counted(b) and is_of(quote.text[a.end : b.start], quote.language):
            yield _Part(a, b, _counted(a) / _counted(b))
    for at, whole in enumerate(counts):
        if not out_of(quote.text[: whole.start], quote.language):
            continue
        end = _SENTENCE.search(quote.text, whole.end)
        for some in counts[at + 1 :]:
            if (not end or some.start < end.start()) and _counted(some) < _counted(whole):
                yield _Part(some, whole, _counted(some) / _counted(whole))


def _is_count(fact: Fact) -> bool:
    plain = fact.kind == "number" and not fact.unit and fact.precision in ("", "word")
    return plain and fact.value is not None and fact.value >= 1


def _counted(fact: Fact) -> Decimal:
    return fact.value if fact.value is not None else Decimal(0)


def _meant(parts: Sequence[_Part], claim: Figures, quote: Figures, meaning: Meaning) -> _Part:
    """Of several parts the one that the claim has most of what stands behind."""
    said = _words(claim, 0, len(claim.text))

    def near(part: _Part) -> float:
        ends = [p.some.start for p in parts if p.some.start > part.some.start]
        words = _words(quote, part.some.end, min([*ends, part.some.end + _REACH]))
        if not words or not said:
            return 0.0
        return float(meaning.table(words, said).max(axis=1).mean())

    return max(parts, key=near)


def _as_sum(fact: Fact, claim: Figures, quote: Figures, meaning: Meaning) -> Finding | None:
    for run in _runs(quote, kind_of(fact)):
        if sum(_counted(one) for one in run) != fact.value:
            continue
        if tells_sum(claim.text, claim.language) or _names_all(run, claim, quote, meaning):
            given = quote.text[run[0].start : run[-1].end]
            return Finding(fact, "converted", Reason("computed", fact.text, given))
    return None


@lru_cache(maxsize=_KEPT)
def _runs(quote: Figures, kind: Kind) -> tuple[list[Fact], ...]:
    """Figures of a kind that stand in a row, joined by *and* or commas."""
    return tuple(_in_a_row(quote, kind))


def _in_a_row(quote: Figures, kind: Kind) -> Iterator[list[Fact]]:
    alike = [f for f in quote.facts if f.value and kind_of(f) == kind and f.kind != "date"]
    run = alike[:1]
    for a, b in pairwise(alike):
        if _JOINT.fullmatch(quote.text, a.end, b.start):
            run.append(b)
            continue
        if len(run) > 1:
            yield run
        run = [b]
    if len(run) > 1:
        yield run


def _names_all(run: Sequence[Fact], claim: Figures, quote: Figures, meaning: Meaning) -> bool:
    """Has a claim a word of its own for each thing that is added up?"""
    said = _words(claim, 0, len(claim.text))
    taken: set[str] = set()
    for at, one in enumerate(run):
        until = run[at + 1].start if at + 1 < len(run) else one.end + _NOUN
        words = _words(quote, one.end, until)[:2]
        free = [word for word in said if word not in taken]
        if not words or not free:
            return False
        table = meaning.table(words, free)
        if float(table.max()) < _ONE:
            return False
        taken.add(free[int(table.max(axis=0).argmax())])
    return True


def _words(side: Figures, begin: int, end: int) -> list[str]:
    """The content words of a part of a text, up to the end of its sentence."""
    stop = _SENTENCE.search(side.text, begin, min(end, len(side.text)))
    piece = side.text[begin : stop.start() if stop else end]
    empty = function_words()[side.language]
    return [word for word in lowered(piece) if word not in empty and len(word) > 2]
