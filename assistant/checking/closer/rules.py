"""What a rule is: a closer look at a claim, and which texts give it anything to look at.

Most rules speak of few sentences: of those with *except*, a rate, or a numeral behind a name. What
opens a rule is asked of each text once and kept, so that a rule costs nothing where it is shut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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


class _Quoted:
    """Which rules a quote was asked for when they were first needed, and which of them it opens.

    Both are numbers with a bit for each rule, put down as one: where two threads ask at a time, one
    answer may be forgotten and is asked for again, and none is halved.
    """

    __slots__ = ("told",)

    def __init__(self) -> None:
        self.told = (0, 0)


class Rules:
    """Rules in the order in which they are asked; the first that finds something decides.

    Args:
        rules: each with what opens it.
    """

    def __init__(self, *rules: Rule) -> None:
        self._rules = rules
        self._any_quote = _bits(rule.quote is always for rule in rules)
        self._several = self._any_quote | _bits(rule.several for rule in rules)
        self._named = _bits(rule.named for rule in rules)
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
        opened = self._opened(claim)
        if not named:
            opened &= ~self._named
        free = self._several if len(quotes) > 1 else self._any_quote
        told = [*map(self._quoted, quotes)]
        opened &= ~_shut(told) | free  # what all quotes are known not to open
        while opened:
            lowest = opened & -opened
            opened ^= lowest
            number = lowest.bit_length() - 1
            if not lowest & free and not self._is_opened(number, quotes, told):
                continue
            found = self._rules[number].look(claim, quotes, meaning)
            if found:
                return found
        return None

    def _is_opened(self, number: int, quotes: Sequence[Sentence], told: Sequence[_Quoted]) -> bool:
        """Does one of some quotes open a rule? Each is asked once, when that is first needed."""
        rule = 1 << number
        for quote, known in zip(quotes, told, strict=True):
            asked, opens = known.told
            if not asked & rule:
                found = rule if self._rules[number].quote(*quote) else 0
                asked, opens = known.told
                opens |= found
                known.told = asked | rule, opens
            if opens & rule:
                return True
        return False

    def _open(self, claim: Sentence) -> int:
        """The rules that a claim opens: few, and quotes are asked of those alone."""
        return _bits(rule.claim is always or rule.claim(*claim) for rule in self._rules)


def _bits(opens: Iterable[object]) -> int:
    """What is true of which rules, as one number: its lowest bit is the first rule's."""
    return sum([1 << number for number, open_ in enumerate(opens) if open_])


def _shut(quotes: Sequence[_Quoted]) -> int:
    """The rules of which all quotes were asked, and that none opens."""
    shut = ~0
    for quote in quotes:
        asked, opens = quote.told
        shut &= asked & ~opens
    return shut


def _nothing_asked(quote: Sentence) -> _Quoted:
    """What a quote opens: none was asked of it yet."""
    return _Quoted()
