"""What a rule is: a closer look at a claim, and which texts give it anything to look at.

Most rules speak of few sentences: of those with *except*, a rate, or a numeral behind a name. What
opens a rule is asked of each text once and kept, so that a rule costs nothing where it is shut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.reasons import Reason

from .meaning import Meaning


class Sentence(NamedTuple):
    """A text with the language it is read in: a claim, or a quote of one sentence or several."""

    text: str
    language: Language


Look = Callable[[Sentence, Sequence[Sentence], Meaning], Reason | None]
"""A claim that is supported so far, its quotes and what tells how near words are, to a reason why
the quotes do not carry it; None where there is none."""
Opens = Callable[[str, Language], object]
"""A text and its language to anything that is true if the text can open a rule."""


_KEPT = 2048
"""Texts of which is kept what they open."""


def always(text: str, language: Language) -> bool:
    """Any text opens a rule."""
    return True


class Rule(NamedTuple):
    """A look, and what there must be in a claim and in one of its quotes for it to find anything.

    A rule must look at its texts alone, must not be opened by less than it can find, and what opens
    it should be cheap: a look for words in `letters.word_set` before a pattern.
    """

    look: Look
    claim: Opens = always
    quote: Opens = always
    several: bool = False
    """Several quotes open it too, whatever is in them."""
    named: bool = False
    """Only for a claim that names somebody whom nothing in the quotes explains."""


class Rules:
    """Rules in the order in which they are asked; the first that finds something decides.

    Args:
        rules: each with what opens it.
    """

    def __init__(self, *rules: Rule) -> None:
        self._rules = [rule._replace(quote=_remembered(rule.quote)) for rule in rules]
        self._opened = lru_cache(maxsize=_KEPT)(self._open)

    def find(
        self, claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning, *, named: bool
    ) -> Reason | None:
        """The reason of the first rule that has one.

        Args:
            claim: a sentence that is supported so far.
            quotes: what it is held against.
            meaning: tells how near words are.
            named: it names somebody whom nothing in the quotes explains.
        """
        several = len(quotes) > 1
        for rule in self._opened(claim):
            if rule.named and not named:
                continue
            everywhere = rule.quote is always or (several and rule.several)
            if everywhere or any([rule.quote(*quote) for quote in quotes]):
                found = rule.look(claim, quotes, meaning)
                if found:
                    return found
        return None

    def _open(self, claim: Sentence) -> tuple[Rule, ...]:
        """The rules that a claim opens; they are few, and quotes are asked of those alone."""
        return tuple([rule for rule in self._rules if rule.claim(*claim)])


def _remembered(opens: Opens) -> Opens:
    """The same, asked once of each text."""
    return opens if opens is always else lru_cache(maxsize=_KEPT)(opens)
