"""What a rule is: a closer look at a claim, and which texts give it anything to look at.

Most rules speak of few sentences: of those with *except*, a rate, or a numeral behind a name. What
opens a rule is asked of each text once and kept, so that a rule costs nothing where it is shut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
        self._rules = [(rule, 1 << place) for place, rule in enumerate(rules)]
        self._claims = [(rule.claim, bit) for rule, bit in self._rules if rule.claim != always]
        self._quotes = [(rule.quote, bit) for rule, bit in self._rules if rule.quote != always]
        self._any_claim = sum(bit for rule, bit in self._rules if rule.claim == always)
        self._any_quote = sum(bit for rule, bit in self._rules if rule.quote == always)
        self._several = sum(bit for rule, bit in self._rules if rule.several)
        self._unnamed = sum(bit for rule, bit in self._rules if not rule.named)
        self._by_claim = lru_cache(maxsize=2048)(self._open_claim)
        self._by_quote = lru_cache(maxsize=2048)(self._open_quote)

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
        for rule in self._opened(claim, quotes, named=named):
            found = rule.look(claim, quotes, meaning)
            if found:
                return found
        return None

    def _opened(
        self, claim: Sentence, quotes: Sequence[Sentence], *, named: bool
    ) -> Iterator[Rule]:
        bits = self._several if len(quotes) > 1 else 0
        for quote in quotes:
            bits |= self._by_quote(quote)
        bits &= self._by_claim(claim)
        if not named:
            bits &= self._unnamed
        if bits:
            yield from (rule for rule, bit in self._rules if bits & bit)

    def _open_claim(self, claim: Sentence) -> int:
        opened = self._any_claim
        for opens, bit in self._claims:
            if opens(*claim):
                opened |= bit
        return opened

    def _open_quote(self, quote: Sentence) -> int:
        opened = self._any_quote
        for opens, bit in self._quotes:
            if opens(*quote):
                opened |= bit
        return opened
