"""What kind of thing a question asks for, and which of its words say what it is about.

Rules, not a model: four languages ask in few ways, and a rule can be read. They lie as data in
``asked.toml``; the first kind whose pattern matches wins.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast

from assistant.facts.figures.named_money import is_only_money
from index import LANGUAGES

from .naming import BODY, WORD, is_loud, names_of, parts_of, phrases_of
from .source import Source, parted

Kind = Literal[
    "figure", "share", "money", "date", "person", "place", "organisation", "cause", "definition",
    "list", "comparison", "yesno", "open",
]  # fmt: skip

_ORDER: tuple[Kind, ...] = (
    "comparison", "cause", "share", "money", "figure", "date", "yesno", "person", "place",
    "organisation", "list", "definition",
)  # fmt: skip
"""Kinds in the order they are tried: a money question is also a figure question."""

FIGURES = frozenset({"money", "figure", "share", "date"})
"""Kinds whose facts are always seen; a person or a place may also be said in common words."""

_COUNTED = re.compile(
    r"\b(?:how (?:many|much)|combien (?:de |d['’])|wie ?viele?[nr]?|quant[iea])\s*"
    r"(?:(?:other|autres|andere[nr]?|altri|altre|million|billion|millions|milliards"
    r"|Millionen|Milliarden|milioni|miliardi)\s+(?:de |d['’]|di )?)*(?P<what>[^\W_]+)",
    re.IGNORECASE,
)
_TIME = frozenset({"time", "temps", "zeit"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, understood as far as rules can."""

    text: str
    language: str
    kind: Kind
    words: tuple[str, ...]
    """The words that say what it is about, as written, without the words that only ask."""
    bare: bool
    """No word says what it is about: :attr:`words` are those that only ask, as in *Who is it?*"""
    names: tuple[str, ...]
    """Those of them that are names or figures: what an answer's source must speak of."""
    phrases: tuple[tuple[str, ...], ...] = ()
    """Names of several words, which belong together: ``(Bank, China)`` of *Bank of China*."""
    counted: str = ""
    """What is counted, where a number is asked for: ``points`` of ``how many points``."""
    measure: str = ""
    """The dimension of the figure asked for, where the question gives one: ``length``."""
    grain: str = ""
    """How fine a date is asked for, ``time``, ``day``, ``year``, or what place, ``city``,
    ``country``; ``named`` where only the name of a person will do, ``aim`` where no cause but a
    purpose is asked for; of a list ``countries``, ``people`` or ``bodies``; or nothing."""

    parts: tuple[tuple[str, ...], ...] = ()
    """The names of things that are set side by side, two or more: *Rome and Paris*; or nothing."""

    office: str = ""
    """What the person asked for is to a thing: ``lead``, ``mayor``, ``coach``, ``found``,
    ``design``, ``write``, ``owner`` and others of ``asked.toml``; or nothing."""

    source: Source = Source()
    """Who is to say it; :attr:`text` and :attr:`words` are those of the question without it."""

    @property
    def wants_a_name(self) -> bool:
        """Whether nothing but the name of a person, a city or a country will do."""
        return self.grain in ("named", "city", "country")

    @property
    def is_strict(self) -> bool:
        """Whether a sentence without a fact, a name or a reason of the kind answers nothing."""
        why = self.kind == "cause" and self.grain != "aim"
        return why or self.wants_a_name or self.kind in FIGURES

    def is_name(self, word: str) -> bool:
        """Whether a word of the question is one of a name; a figure or a day is none."""
        return word in self.names and not word[0].isdigit()


@dataclass(frozen=True, slots=True)
class _Manner:
    """How one language asks."""

    patterns: tuple[tuple[Kind, re.Pattern[str]], ...]
    measures: Mapping[str, re.Pattern[str]]
    grains: Mapping[str, re.Pattern[str]]
    asking: frozenset[str]


def understand(question: str, language: str) -> Asked:
    """Tell the kind of a question, the words it is about and who is to say it.

    Args:
        question: as the reader typed it.
        language: ``en``, ``fr``, ``de`` or ``it``; another is read like English.
    """
    manner = _manners()[language if language in LANGUAGES else "en"]
    source, question = parted(question, language if language in LANGUAGES else "en", manner.asking)
    spoken = question if is_loud(question) else BODY.sub("-", question)
    text = " ".join(spoken.replace("’", "'").lower().split()).lstrip('¿?!.,;:-–— "«»„“”')
    kind = next((kind for kind, pattern in manner.patterns if pattern.search(text)), "open")
    found = [match.group() for match in WORD.finditer(question)]
    words = [word for word in found if word.lower() not in manner.asking and _is_content(word)]
    bare = not words
    words = list(dict.fromkeys(words or found))
    match = _COUNTED.search(question)
    counted = match["what"] if match and match["what"] in words else ""
    if language == "de" and not counted[:1].isupper():
        counted = ""  # "Wie viel könnte …": only a noun can be counted
    if kind == "figure" and is_only_money(counted, language if language in LANGUAGES else "en"):
        kind, counted = "money", ""
    measure = _first(manner.measures, text) if kind == "figure" else ""
    if measure == "duration" and counted.lower() in _TIME:
        counted = ""  # "Combien de temps": no number of times
    names = names_of(question, words, language)
    return Asked(
        question,
        language,
        cast(Kind, kind),
        tuple(words),
        bare,
        names,
        phrases_of(question, names),
        counted,
        measure,
        _grain(manner, kind, text),
        parts_of(question, names, everything=kind == "comparison"),
        _earliest(_offices(), text) if kind == "person" else "",
        source,
    )


def tells_office(text: str, office: str) -> bool:
    """Tell whether a text, in any language, speaks of such an office, see :attr:`Asked.office`."""
    return bool(_offices()[office].search(text.lower()))


_GRAINS = {
    "date": ("published", "time", "day", "year"),
    "place": ("city", "country"),
    "person": ("named",),
    "cause": ("aim",),
    "list": ("countries", "people", "bodies"),
}


def _grain(manner: _Manner, kind: str, text: str) -> str:
    grains = {name: manner.grains[name] for name in _GRAINS.get(kind, ())}
    return _first(grains, text)


def _first(patterns: Mapping[str, re.Pattern[str]], text: str) -> str:
    return next((name for name, pattern in patterns.items() if pattern.search(text)), "")


def _earliest(patterns: Mapping[str, re.Pattern[str]], text: str) -> str:
    """Which comes first in the text: *who leads the architects* asks for no architect."""
    places = {
        name: match.start() for name, form in patterns.items() if (match := form.search(text))
    }
    return min(places, key=lambda name: places[name], default="")


def _is_content(word: str) -> bool:
    return len(word) > 1 or word.isdigit()


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "asked.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _offices() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(form) for name, form in _data()["office"].items()}


@lru_cache(maxsize=1)
def _manners() -> dict[str, _Manner]:
    return {
        language: _Manner(
            tuple((kind, re.compile("|".join(rules[kind]))) for kind in _ORDER if rules.get(kind)),
            {name: re.compile(form) for name, form in rules["measure"].items()},
            {name: re.compile(form) for name, form in rules["grain"].items()},
            frozenset(rules["asking"].split()),
        )
        for language, rules in _data().items()
        if language in LANGUAGES
    }
