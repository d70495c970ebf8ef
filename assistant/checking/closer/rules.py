"""What a rule is: a closer look at a claim, and which texts give it anything to look at.

Most rules speak of few sentences: of those with *except*, a rate, or a numeral behind a name. What
opens a rule is asked of each text once and kept, so that a rule costs nothing where it is shut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
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
        self._quoted = lru_cache(maxsize=_KEPT)(partial(_Opened, rules))

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
        for number, rule, everywhere in self._opened(claim):
            if rule.named and not named:
                continue
            if (
                everywhere
                or opened[0][number]
                or (several and (rule.several or any([one[number] for one in opened])))
            ):
                found = rule.look(claim, quotes, meaning)
                if found:
                    return found
        return None

    def _open(self, claim: Sentence) -> tuple[tuple[int, Rule, bool], ...]:
        """The rules that a claim opens, each with its number and whether any quote opens it too.

        They are few, and quotes are asked of those alone.
        """
        return tuple(
            [
                (number, rule, rule.quote is always)
                for number, rule in enumerate(self._rules)
                if rule.claim is always or rule.claim(*claim)
            ]
        )


class _Opened(dict[int, bool]):
    """Which rules a quote opens, by their numbers; each is asked of it once, when first needed."""

    def __init__(self, rules: Sequence[Rule], quote: Sentence) -> None:
        super().__init__()
        self._rules, self._sentence = rules, quote

    def __missing__(self, number: int) -> bool:
        opens = self[number] = bool(self._rules[number].quote(*self._sentence))
        return opens
