"""What `check` is given: a claim and its quotes as texts, or a clear refusal."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from assistant.errors import NotText

Day = datetime.date | str | None
"""A day, or how ISO 8601 writes it, as the citations of an answer have it."""


def texts(claim: object, quotes: object) -> tuple[str, tuple[str, ...]]:
    """Return the claim and its quotes; one text alone is one quote.

    Raises:
        NotText: the claim is no text, or the quotes are no texts.
    """
    if not isinstance(claim, str):
        raise NotText(f"The claim is no text: {_shown(claim)}. Give one sentence as a string.")
    if isinstance(quotes, str):
        return claim, (quotes,)
    if isinstance(quotes, bytes | Mapping) or not isinstance(quotes, Iterable):
        raise NotText(
            f"The quotes are no texts: {_shown(quotes)}. Give a list of strings, or one string."
        )
    found: list[str] = []
    for number, quote in enumerate(quotes, start=1):
        if not isinstance(quote, str):
            raise NotText(f"Quote {number} is no text: {_shown(quote)}. Give it as a string.")
        found.append(quote)
    return claim, tuple(found)


def days(given: Sequence[Day] | None) -> tuple[datetime.date | None, ...] | None:
    """Return the days that quotes were written; what is no day is none that is known."""
    return None if given is None else tuple(map(_day, given))


def _day(given: Day) -> datetime.date | None:
    if isinstance(given, datetime.datetime):
        return given.date()
    if isinstance(given, str):
        try:
            return datetime.date.fromisoformat(given[:10])
        except ValueError:
            return None
    return given


def _shown(thing: object) -> str:
    return f"{type(thing).__name__} {str(thing)[:40]!r}"
