"""Patterns that stand in the tables, each with words of which a text that it matches has one.

To look a few words up in the set of a text's words takes a hundredth of a search through it, and
few texts have any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table

from .letters import word_set

_LETTERS = re.compile(r"[^\W\d_]+(?![?*])")
"""Those of a pattern that a word must begin with: not the last one if it may be left out."""


class Cued(NamedTuple):
    """A pattern that is tried only on texts that have one of its cues."""

    cues: frozenset[str]
    """Lower-case words, each a run of letters; any text is tried if there are none."""
    pattern: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self.pattern.search(text) if self._may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text, in order."""
        return self.pattern.finditer(text) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        return not self.cues or not self.cues.isdisjoint(word_set(text))


@cache
def cued(name: str, kind: str, language: Language) -> Cued:
    """The pattern of a language, of a kind, in a table; its case is of no account.

    Args:
        name: of the table: `beyond` is `beyond.toml`.
        kind: a section with a table of `cues` and `pattern` for each language.
        language: which of them.
    """
    made = table(name)[kind][language]
    return Cued(frozenset(made["cues"].split()), re.compile(made["pattern"], re.IGNORECASE))


def beginnings_of(pattern: str) -> tuple[str, ...]:
    """The letters that words begin with of which a pattern has one: `sa` of `says?|said`.

    Args:
        pattern: alternatives of which each begins with letters.
    """
    found, depth = [""], 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    begins = [_LETTERS.match(alternative) for alternative in found]
    return tuple([begin[0] for begin in begins if begin])
