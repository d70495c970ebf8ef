"""Figures of a claim to which the figures of a quote may amount in ways that no word names.

*600 of the households* are *half of the 1,200*, *60 per cent from here* are what *40 per cent from
abroad* leave, *17 of the 20* are all but *3 of the 20*, *1,500 for ten days* is *150 a day*, and
*budgeted at 750,000* is *1.5 million, twice as much*. Whether the claim computes the right thing is
not known here, so such a figure is not found; but it is no contradiction either.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from assistant.facts.dates.dates import parts
from assistant.facts.facts import Fact
from assistant.facts.figures.changes import difference, halves, tells_sum
from assistant.facts.figures.fractions import said_fractions, share_of
from assistant.facts.figures.measures import units
from assistant.facts.figures.multiples import multiples
from assistant.facts.figures.parts import LASTING

from .figured import Figures
from .summed import parts_of

_MOST = 8
"""Figures of a quote, and of a claim, that are multiplied and added."""
_NO_AMOUNT = ("date", "time", "name")
_COUNTS = ("number", "unit")
"""What an amount is told for each of: *150 a day* for ten days."""
_HALF, _HUNDRED = Decimal("0.5"), Decimal(100)
_NEAR = Decimal("0.006")
"""How far a share may be from the exact one: *33 per cent* is *a third*."""
_MINUTES = 60


def amounts(fact: Fact, claim: Figures, quote: Figures) -> bool:
    """May a figure of a claim be what the figures of a quote amount to?

    Args:
        fact: a figure that the quote does not have outright.
        claim: the sentence it stands in.
        quote: what it is held against.
    """
    if fact.kind == "date":
        return any(_is_end(fact, length, quote) for length in _lengths(quote))
    if not fact.value or fact.kind in _NO_AMOUNT:
        return False
    if share_of(fact) is not None:
        return is_share(fact, quote)
    if fact.unit in LASTING and fact.value in _spans(quote, fact.unit):
        return True
    if tells_sum(claim.text, claim.language) and fact.value in _sums(quote):
        return True
    if any(_is_rounded(fact, other) for other in _products(quote, fact.unit)):
        return True
    times = [f.value for f in claim.facts if f is not fact and f.kind in _COUNTS and f.value]
    rates = [_value(f) for f in _amounts(quote) if f.unit == fact.unit]
    return any(_is_rounded(fact, rate * by) for rate in rates for by in times[:_MOST])


def is_share(fact: Fact, quote: Figures) -> bool:
    """May a share be one that the shares of a quote make together or leave: *the rest*?"""
    share = share_of(fact)
    return share is not None and any(abs(share - other) < _NEAR for other in _shares(quote))


def _is_rounded(fact: Fact, exact: Decimal) -> bool:
    """Is a figure another one, to a hundredth where it says so?"""
    value = fact.value or Decimal(0)
    return abs(value - exact) <= (exact / _HUNDRED if fact.bound else exact / 10**6)


@lru_cache(maxsize=512)
def _shares(quote: Figures) -> tuple[Decimal, ...]:
    """Shares of one that the shares and the parts of a quote leave or make together."""
    told = {share for fact in quote.facts if (share := share_of(fact)) is not None}
    told |= {one.value for one in said_fractions(quote.text, quote.language)}
    told |= {part.share for part in parts_of(quote)}
    known = sorted(told)[:_MOST]
    found = {Decimal(1) - one for one in known} | set(known)
    for count in (2, 3):
        whole = [sum(some, Decimal(0)) for some in combinations(known, count)]
        found |= {one for total in whole for one in (total, 1 - total) if 0 < total < 1}
    return tuple(found)


def _amounts(quote: Figures) -> list[Fact]:
    plain = [f for f in quote.facts if f.value and f.kind not in _NO_AMOUNT]
    return [f for f in plain if share_of(f) is None and f.precision != "ordinal"][:_MOST]


@lru_cache(maxsize=512)
def _sums(quote: Figures) -> frozenset[Decimal]:
    """What three figures or more of one kind in a row come to."""
    alike = [_value(f) for f in _amounts(quote) if f.kind == "number" and not f.unit]
    ends = range(len(alike) + 1)
    return frozenset(sum(alike[a:b], Decimal(0)) for a in ends for b in ends if b - a > 1)


@lru_cache(maxsize=512)
def _products(quote: Figures, unit: str) -> tuple[Decimal, ...]:
    """Amounts in a unit that a quote has by a share, a rate, a part of a whole or *twice*."""
    return tuple(_multiplied(quote, unit))


def _multiplied(quote: Figures, unit: str) -> Iterator[Decimal]:
    known = _amounts(quote)
    shares = {share for f in quote.facts if (share := share_of(f))}
    shares |= {one.value for one in said_fractions(quote.text, quote.language)}
    times = multiples(quote.text, quote.language)
    times |= {_HALF} if halves(quote.text, quote.language) else frozenset()
    own = [f for f in known if f.unit == unit]
    for fact in own:
        for by in (*shares, *times):
            yield from (_value(fact) * by, _value(fact) / by)
        yield from _value_before(fact, quote)
    if not unit:
        yield from (_value(part.whole) - _value(part.some) for part in parts_of(quote))


def _value_before(fact: Fact, quote: Figures) -> Iterator[Decimal]:
    """What a figure was before it rose or fell by a share or by an amount that the quote tells."""
    for by in quote.facts:
        said = difference(quote.text, quote.language, by) if by is not fact else None
        if said is None or not by.value:
            continue
        sign = 1 if said.way == "up" else -1
        if by.kind == "percent" and by.value < _HUNDRED:
            yield _value(fact) / (1 + sign * by.value / _HUNDRED)
        elif by.unit == fact.unit:
            yield _value(fact) - sign * by.value


@lru_cache(maxsize=512)
def _spans(quote: Figures, unit: str) -> tuple[Decimal, ...]:
    """How long it is, in a unit, from one clock time of a quote to the next."""
    times = [parsed for f in quote.facts if f.kind == "time" and (parsed := _minutes(f))]
    factor = units()[unit].factor / units()["minute"].factor
    return tuple(round(Decimal(b - a) / factor, 4) for a, b in combinations(times[:_MOST], 2))


def _minutes(fact: Fact) -> int:
    """The minutes of a clock time since midnight; 0 if it is not told to the minute."""
    hour, _, minute = fact.key.partition(":")
    if not (hour.isdecimal() and minute[:2].isdecimal()):
        return 0
    return int(hour) * _MINUTES + int(minute[:2])


def _lengths(quote: Figures) -> Sequence[Fact]:
    """What a quote has of lengths of time in whole months or years, at most a few."""
    return [f for f in quote.facts if f.unit in ("month", "year") and f.value][:_MOST]


def _is_end(fact: Fact, length: Fact, quote: Figures) -> bool:
    """Is a day, or a year, so long after one that the quote has, to the day?"""
    months = _value(length) * (12 if length.unit == "year" else 1)
    if months != int(months):
        return False
    for start in quote.facts:
        if start.kind != "date" or start.precision != fact.precision:
            continue
        first, last = _calendar(start), _calendar(fact)
        if first and last and abs((_later(first, int(months)) - last).days) < 2:
            return True
    return False


def _calendar(fact: Fact) -> datetime.date | None:
    year, month, day = parts(fact.key)
    try:
        return datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None


def _later(day: datetime.date, months: int) -> datetime.date:
    years, month = divmod(day.month - 1 + months, 12)
    try:
        return day.replace(year=day.year + years, month=month + 1)
    except ValueError:  # 31 August and six months; a year that no calendar has
        return day


def _value(fact: Fact) -> Decimal:
    return fact.value if fact.value is not None else Decimal(0)
