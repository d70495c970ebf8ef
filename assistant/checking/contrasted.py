"""A sentence without what it sets apart as not meant: *Oslo, and not Bergen*, *statt in Ungarn*.

All words stand in the sentence, so a claim with the one that is not meant
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

from .closer.elsewhere import has_word
from .closer.rules import Sentence
from .gist import content
from .meaning import Meaning
from .named_beside import one_name
from .sources import Source

_NAME = (
    r"[A-ZÀ-Þ][\w’'-]*(?: (?:(?:de|du|di|von|van|of|del|della|der|la|le) )?[A-ZÀ-Þ][\w’'-]*){0,3}"
)
_ANY = r"[\w’'-]+(?: [\w’'-]+){0,3}(?=[,.;:!?)]|$)"
_NEAR, _NEARER = 0.35, 0.1
"""Cosine from which what is set apart has a word of a claim, and by how much more than the rest."""


class _Contrasts(NamedTuple):
    """The words and patterns of a language."""

    cues: frozenset[str]
    left_out: tuple[re.Pattern[str], ...]
    kept: tuple[re.Pattern[str], ...]


class _Meant(NamedTuple):
    """A text without what it sets apart, and that."""

    text: str
    apart: tuple[str, ...]
    turned: tuple[str, ...]
    """What of that is set right: *not by arson but*."""


def meant(
    claim: str, spoken: Language, sources: Sequence[Source], meaning: Meaning
) -> tuple[Sequence[Source], str]:
    """Quotes without what they name only to set it apart.

    Args:
        claim: a sentence; if it denies or sets apart anything itself, quotes are left as they are.
        spoken: its language.
        sources: the quotes.
        meaning: tells how near words are.

    Returns:
        The quotes, and a word of the claim that they have only as set apart; empty if none.
    """
    read = [as_meant(source.text, source.language) for source in sources]
    if not any(one.apart for one in read):
        return sources, ""
    if direction(claim, spoken).denials or as_meant(claim, spoken).apart:
        return sources, ""
    left = [s._replace(text=one.text) for s, one in zip(sources, read, strict=True)]
    if word := _word_apart(Sentence(claim, spoken), left, read, meaning):
        return left, word
    there = {name.word for s in left for name in capitals(s.text, s.language)}
    for name in capitals(claim, spoken):
        if not any(one_name(name.word, other) for other in there):
            for source, one in zip(sources, read, strict=True):
                apart = [other.word for t in one.apart for other in capitals(t, source.language)]
                if any(one_name(name.word, other) for other in apart):
                    return left, name.word
    return left, ""


def _word_apart(
    claim: Sentence, left: Sequence[Source], read: Sequence[_Meant], meaning: Meaning
) -> str:
    """A word of a claim that quotes have, or come nearest to, in what they set apart; or empty."""
    for source, one in zip(left, read, strict=True):
        apart = [w for text in one.turned for w in content(text, source.language).words]
        there = content(source.text, source.language).words
        for word in content(*claim).distinct if apart else ():
            tongues = claim.language, source.language
            near, here = (has_word(word, words, *tongues, meaning) for words in (apart, there))
            if near >= max(_NEAR, here + _NEARER):
                return word
    return ""


@lru_cache(maxsize=4096)
def as_meant(text: str, language: Language) -> _Meant:
    """A text without what it names only to set it apart.

    Args:
        text: a quote.
        language: its language.
    """
    contrasts = _contrasts(language)
    if contrasts.cues.isdisjoint(word_set(text)):
        return _Meant(text, (), ())
    apart: list[str] = []
    turned: list[str] = []

    def turn(found: re.Match[str]) -> str:
        kept = "".join(found.groupdict(default="").values())
        turned.append(found[0].removeprefix(kept) if kept else found[0])
        return kept

    def cut(found: re.Match[str]) -> str:
        if not any(name.strong for name in capitals(found[0], language)):
            return found[0]  # other words are told apart too badly to do without them
        apart.append(found[0])
        return ""

    for pattern in contrasts.kept:
        text = pattern.sub(turn, text)
    for pattern in contrasts.left_out:
        text = pattern.sub(cut, text)
    return _Meant(text, (*turned, *apart), tuple(turned))


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
