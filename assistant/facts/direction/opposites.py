"""Which side of an opposition the words of a sentence take: *rises* or *falls*, *bought* or *sold*.

The pairs are data, in `polarity.toml`. A form is the beginning of a word (`increas`), a whole
word (`rise=`), words in a row (`turned_down`, the last one a beginning if no `=` follows), or the
two parts of a German verb (`lehnte+ab`): then the first part alone does not count, as *stieg*
without its *ab*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from assistant.facts.facts import LANGUAGES, Language
from assistant.facts.tables import table
from assistant.facts.text.finite import finite
from assistant.facts.text.letters import Met, Stems

Pole = tuple[int, str]
"""Number of an opposition, and `one` or `other`."""

_REACH = 12
"""Words between the two parts of a German verb."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One written form of a side; `rest` follows it, at once or within the clause."""

    pole: Pole
    rest: tuple[str, ...]
    parted: bool

    def stands(self, words: Sequence[str], at: int) -> bool:
        """Does the rest of the form follow the word at this place?"""
        if self.parted:
            return self.rest[0] in words[at + 1 : at + 1 + _REACH]
        if len(self.rest) > 1 and (at + 1 == len(words) or words[at + 1] != self.rest[0]):
            return False
        follow = words[at + 1 : at + 1 + len(self.rest)]
        *before, last = self.rest
        if len(follow) < len(self.rest) or list(follow[:-1]) != before:
            return False
        return follow[-1] == last[:-1] if last.endswith("=") else follow[-1].startswith(last)


def poles(words: Sequence[str], language: Language) -> frozenset[Pole]:
    """The sides of oppositions that the lower-case words of a text take."""
    return frozenset([pole for _, pole in poles_at(words, language)])


def poles_at(words: Sequence[str], language: Language) -> list[tuple[int, Pole]]:
    """The same, each with the place of the word that takes it."""
    hits = [(i, met) for i, met in enumerate(map(_met(language).__getitem__, words)) if met]
    found: list[tuple[int, Pole]] = []
    for i, (alone, longer) in hits:
        taken = alone
        if longer:
            taken = tuple([form.pole for form in longer if form.stands(words, i)]) or alone
        found += [(i, pole) for pole in taken]
    return found


def opposed_in(ours: Set[Pole], theirs: Set[Pole]) -> list[int]:
    """The oppositions of which two texts take different sides, and neither takes both."""
    found = []
    for number, side in sorted(ours):
        opposite = (number, "other" if side == "one" else "one")
        if opposite in theirs and opposite not in ours and (number, side) not in theirs:
            found.append(number)
    return found


@cache
def deny_by_themselves() -> frozenset[int]:
    """The oppositions of which one side is a denial: *accept* and *reject*."""
    pairs = table("polarity")["opposites"]
    return frozenset(i for i, pair in enumerate(pairs) if pair.get("refusal"))


@cache
def always_opposed() -> frozenset[int]:
    """The oppositions that a denial beside them does not turn: *almost all*, *almost none*."""
    return frozenset(i for i, pair in enumerate(table("polarity")["opposites"]) if "always" in pair)


@cache
def of_two_only() -> frozenset[int]:
    """The oppositions of which what is not the one is the other: *open* and *closed*."""
    return frozenset(i for i, pair in enumerate(table("polarity")["opposites"]) if "binary" in pair)


@cache
def told_side_by_side() -> frozenset[int]:
    """The oppositions whose sides are often told of one thing: who wins defeats somebody."""
    return frozenset(i for i, pair in enumerate(table("polarity")["opposites"]) if "beside" in pair)


@cache
def told_of_times() -> frozenset[int]:
    """The oppositions that put one thing before or after another: both sides may be true of two."""
    return frozenset(i for i, pair in enumerate(table("polarity")["opposites"]) if "times" in pair)


@cache
def ending() -> frozenset[Pole]:
    """The sides that put an end to something, or keep it from being: *abolish, ban, switch off*."""
    pairs = table("polarity")["opposites"]
    return frozenset((i, "other") for i, pair in enumerate(pairs) if "ends" in pair)


class _Met(NamedTuple):
    """What a word may be of."""

    alone: tuple[Pole, ...]
    """The sides that it takes by itself."""
    longer: tuple[_Form, ...]
    """The forms that it begins, which go before."""


@cache
def _met(language: Language) -> Met[_Met | None]:
    whole, stems = _forms(language)

    def met(word: str) -> _Met | None:
        forms = [*whole.get(word, ()), *stems.of(word)]
        if not forms and language != "en":  # any English word might be an infinitive
            forms = [form for present in finite(word, language) for form in whole.get(present, ())]
        alone = tuple([form.pole for form in forms if not form.rest])
        return _Met(alone, tuple([form for form in forms if form.rest])) if forms else None

    return Met(met)


@cache
def _forms(language: Language) -> tuple[dict[str, list[_Form]], Stems[_Form]]:
    """Whole words, and stems, each to the forms that begin with it."""
    whole: dict[str, list[_Form]] = {}
    stems: Stems[_Form] = Stems()
    for begin, is_stem, form in _listed(language):
        if is_stem:
            stems.add(begin, form)
        else:
            whole.setdefault(begin, []).append(form)
    return whole, stems


def _listed(language: Language) -> Iterator[tuple[str, bool, _Form]]:
    assert language in LANGUAGES
    for number, pair in enumerate(table("polarity")["opposites"]):
        for side, forms in zip(("one", "other"), pair[language], strict=True):
            for form in forms.split():
                parted = "+" in form
                begin, *rest = form.replace("+", "_").split("_")
                begin = begin.rstrip("=")
                is_stem = not rest and not form.endswith("=")
                yield begin, is_stem, _Form((number, side), tuple(rest), parted)
                if parted:
                    for joined in _joined(begin, rest[0]):
                        yield joined, False, _Form((number, side), (), False)


def _joined(verb: str, part: str) -> Iterator[str]:
    """The forms of a parted verb in one word: *ablehnt*, *abzulehnen*, *abgelehnt*."""
    yield part + verb
    if verb.endswith("en"):
        yield f"{part}zu{verb}"
    if verb.endswith("t"):
        yield f"{part}ge{verb}"
