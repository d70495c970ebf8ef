"""What a rule is: a closer look at a claim, and which texts give it anything to look at.

Most rules speak of few sentences: of those with *except*, a rate, or a numeral behind a name. What
opens a rule is asked of each text once and kept, so that a rule costs nothing where it is shut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason


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
        self._rules = rules
        self._opened = lru_cache(maxsize=_KEPT)(self._open)
        self._quoted = lru_cache(maxsize=_KEPT)(_nothing_asked)

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
        opened = [*map(self._quoted, quotes)]
        for number in self._opened(claim):
            rule = self._rules[number]
            if rule.named and not named:
                continue
            if (
                rule.quote is always
                or (several and rule.several)
                or self._is_opened(number, quotes, opened)
            ):
                found = rule.look(claim, quotes, meaning)
                if found:
                    return found
        return None

    def _is_opened(
        self, number: int, quotes: Sequence[Sentence], opened: Sequence[dict[int, bool]]
    ) -> bool:
        """Does one of some quotes open a rule? Each is asked once, when that is first needed."""
        for quote, known in zip(quotes, opened, strict=True):
            opens = known.get(number)
            if opens is None:
                opens = known[number] = bool(self._rules[number].quote(*quote))
            if opens:
                return True
        return False

    def _open(self, claim: Sentence) -> tuple[int, ...]:
        """The numbers of the rules that a claim opens: few, and quotes are asked of those alone."""
        return tuple(
            [
                number
                for number, rule in enumerate(self._rules)
                if rule.claim is always or rule.claim(*claim)
            ]
        )


def _nothing_asked(quote: Sentence) -> dict[int, bool]:
    """Which rules a quote opens, by their numbers: none was asked of it yet."""
    return {}
