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

from .facts import LANGUAGES, Language
from .letters import Met
from .tables import table

Pole = tuple[int, str]
"""Number of an opposition, and `one` or `other`."""

_SHORTEST_STEM, _LONGEST_WORD = 3, 40
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
        follow = words[at + 1 : at + 1 + len(self.rest)]
        *before, last = self.rest
        if len(follow) < len(self.rest) or list(follow[:-1]) != before:
            return False
        return follow[-1] == last[:-1] if last.endswith("=") else follow[-1].startswith(last)


def poles(words: Sequence[str], language: Language) -> frozenset[Pole]:
    """The sides of oppositions that the lower-case words of a text take."""
    found: set[Pole] = set()
    for i, forms in enumerate(map(_forms_met(language).__getitem__, words)):
        if not forms:
            continue
        longer = [form for form in forms if form.rest and form.stands(words, i)]
        found.update(form.pole for form in longer or forms if form in longer or not form.rest)
    return frozenset(found)


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
def told_side_by_side() -> frozenset[int]:
    """The oppositions whose sides are often told of one thing: who wins defeats somebody."""
    return frozenset(i for i, pair in enumerate(table("polarity")["opposites"]) if "beside" in pair)


@cache
def _forms_met(language: Language) -> Met[tuple[_Form, ...]]:
    return Met(lambda word: _forms_of(word, language))


def _forms_of(word: str, language: Language) -> tuple[_Form, ...]:
    whole, stems, begins = _forms(language)
    if word[:_SHORTEST_STEM] not in begins:
        return whole.get(word, ())
    found = list(whole.get(word, ()))
    for length in range(_SHORTEST_STEM, min(len(word), _LONGEST_WORD) + 1):
        found += stems.get(word[:length], ())
    return tuple(found)


_ByWord = dict[str, tuple[_Form, ...]]


@cache
def _forms(language: Language) -> tuple[_ByWord, _ByWord, frozenset[str]]:
    """Whole words, and stems, each to the forms that begin with it; and how stems begin."""
    whole: _ByWord = {}
    stems: _ByWord = {}
    for begin, is_stem, form in _listed(language):
        into = stems if is_stem else whole
        into[begin] = (*into.get(begin, ()), form)
    return whole, stems, frozenset(stem[:_SHORTEST_STEM] for stem in stems)


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
