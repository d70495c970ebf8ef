"""A sentence without what it sets apart as not meant: *Oslo, and not Bergen*, *statt in Ungarn*.

Only names are left out. All words stand in the sentence, so a claim with the one that is not meant
has every word of it; and a claim about the one that is meant seems to leave out a denial. The
patterns are in `contrasted.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from assistant.facts import Language
from assistant.facts.direction.polarity import direction
from assistant.facts.names.names import capitals
from assistant.facts.text.letters import word_set

from .named_beside import one_name
from .sources import Source

_NAME = (
    r"[A-ZÀ-Þ][\w’'-]*(?: (?:(?:de|du|di|von|van|of|del|della|der|la|le) )?[A-ZÀ-Þ][\w’'-]*){0,3}"
)
_ANY = r"[\w’'-]+(?: [\w’'-]+){0,3}(?=[,.;:!?)]|$)"
_BEHIND = re.compile(r"(?:[\w’'-]+ ?){0,4}")
"""What stands in place of it."""


class _Contrasts(NamedTuple):
    """The words and patterns of a language."""

    cues: frozenset[str]
    left_out: tuple[re.Pattern[str], ...]
    kept: tuple[re.Pattern[str], ...]


class _Meant(NamedTuple):
    """A text without what it sets apart, and that."""

    text: str
    apart: tuple[str, ...]


def meant(claim: str, spoken: Language, sources: Sequence[Source]) -> tuple[Sequence[Source], str]:
    """Quotes without what they name only to set it apart.

    Args:
        claim: a sentence; if it denies or sets apart anything itself, quotes are left as they are.
        spoken: its language.
        sources: the quotes.

    Returns:
        The quotes, and a name of the claim that they have only as set apart; empty if none.
    """
    read = [as_meant(source.text, source.language) for source in sources]
    if not any(one.apart for one in read):
        return sources, ""
    if direction(claim, spoken).denials or as_meant(claim, spoken).apart:
        return sources, ""
    left = [s._replace(text=one.text) for s, one in zip(sources, read, strict=True)]
    there = {name.word for s in left for name in capitals(s.text, s.language)}
    for name in capitals(claim, spoken):
        if not any(one_name(name.word, other) for other in there):
            for source, one in zip(sources, read, strict=True):
                apart = [other.word for t in one.apart for other in capitals(t, source.language)]
                if any(one_name(name.word, other) for other in apart):
                    return left, name.word
    return left, ""


@lru_cache(maxsize=4096)
def as_meant(text: str, language: Language) -> _Meant:
    """A text without what it names only to set it apart.

    Args:
        text: a quote.
        language: its language.
    """
    contrasts = _contrasts(language)
    if contrasts.cues.isdisjoint(word_set(text)):
        return _Meant(text, ())
    apart: list[str] = []

    def cut(found: re.Match[str]) -> str:
        kept = _BEHIND.match(found.string, found.end()) if "kept" in found.re.groupindex else None
        both = f"{found[0]} {kept[0]}" if kept else found[0]
        if not any(name.strong for name in capitals(both, language)):
            return found[0]  # other words are told apart too badly to do without them
        apart.append(found[0])
        return found.groupdict().get("kept", "") or ""

    for pattern in (*contrasts.kept, *contrasts.left_out):
        text = pattern.sub(cut, text)
    return _Meant(text, tuple(apart))


@cache
def _contrasts(language: Language) -> _Contrasts:
    made = tomllib.loads((files(__package__) / "contrasted.toml").read_text(encoding="utf-8"))
    own = made[language]
    little = rf"(?:(?:{own['prep']})(?: |(?<=['’])))?(?:(?:{own['det']})(?: |(?<=['’])))*"
    prep = rf"(?=(?:{own['prep']})(?: |(?<=['’])))"
    begins = rf"(?=(?:{own['prep']}|{own['det']})(?: |(?<=['’]))|[A-ZÀ-Þ\d])"
    filled = {"n": little + _NAME, "a": little + _ANY, "b": begins, "p": prep}
    left_out, kept = (
        tuple(re.compile(pattern.format(**filled)) for pattern in own[kind])
        for kind in ("left_out", "kept")
    )
    return _Contrasts(frozenset(own["cues"].split()), left_out, kept)
