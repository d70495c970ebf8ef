"""Is everybody and everything that a claim names in its quotes?

A name may be spelt for another language, or be a translation: so it is looked for by its sound,
by the things known under several names, and by meaning. What none of the three explains is a name
that the quotes do not have. That alone is weak evidence, since translators write *the Tories* for
*the Conservatives*; it is strong when the quotes in turn name somebody whom the claim does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from assistant.facts.facts import Language
from assistant.facts.names.names import Capital, capitals, code_of, with_short_name
from assistant.facts.names.speakers import other_speaker
from assistant.facts.names.states import states
from assistant.facts.text.letters import Met, words_of
from assistant.facts.text.spelling import alike_any, core, skeleton
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import bodies, is_participle, openers, same_thing

from .meaning import Meaning
from .other_things import is_sure, other_things

_NEAR = 0.35
"""A word this close in meaning explains a name: `Tories` by `Conservatives`."""
_NEAR_NAME = 0.5
"""The same if that word is a name itself: all politicians are near each other."""
_MAX_NAMES, _MAX_WORDS, _MAX_ALIKE = 60, 1000, 80
"""Names that are looked for, words among which they are, and words compared letter by letter."""


class Strangers(NamedTuple):
    """Names on one side that the other side does not explain."""

    claimed: tuple[str, ...]
    """Names of the claim that no quote has, whole."""
    quoted: tuple[str, ...]
    """Names of the quotes that the claim does not have, where the claim has strangers."""
    full: bool
    """One of the claimed ones is a first name and a surname, both unknown to the quotes."""


@dataclass(frozen=True)
class _Words:
    """The words of a text that can explain a name; each view of them is made when first asked."""

    text: str

    @cached_property
    def every(self) -> Sequence[str]:
        """As many words as are read."""
        return words_of(self.text)[: 5 * _MAX_WORDS]

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The longer ones, each once."""
        return tuple(dict.fromkeys([word for word in self.every if len(word) > 2]))[:_MAX_WORDS]

    def has_short(self, name: str) -> bool:
        """Is a name of two letters there, with or without a German ending?"""
        return bool({name, name + "s", name.removesuffix("s")}.intersection(self.every))

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """The same in lower case."""
        return tuple(word.lower() for word in self.listed)

    @cached_property
    def words(self) -> Mapping[str, None]:
        """The same to look up."""
        return dict.fromkeys(self.listed)

    @cached_property
    def things(self) -> frozenset[str]:
        """The codes of what is known under several names."""
        codes = {*map(_things().__getitem__, self.every)}
        return frozenset(codes.union(state.code for state in states(self.text))) - {""}

    @cached_property
    def by_sound(self) -> Mapping[str, Sequence[str]]:
        """The words by parts of how they sound."""
        sounds: dict[str, tuple[str, ...]] = {}
        keys = _keys()
        for word in self.listed:
            for key in keys[word]:
                sounds[key] = (*sounds.get(key, ()), word)
        return sounds


class _Names(NamedTuple):
    """The names of a text, as they are asked for."""

    every: tuple[Capital, ...]
    """As many as are looked for."""
    strong: tuple[Capital, ...]
    """Those that are surely names."""
    opening: tuple[Capital, ...]
    """First words of sentences that may be somebody's name."""
    whole: tuple[str, ...]
    """Countries of several words, and bodies that are called by an acronym."""


@lru_cache(maxsize=2048)
def _names(text: str, language: Language) -> _Names:
    return _sorted_out(capitals(text, language)[:_MAX_NAMES])


def _sorted_out(names: tuple[Capital, ...]) -> _Names:
    return _Names(
        names,
        tuple([name for name in names if name.strong]),
        tuple([name for name in names if _opens(name)]),
        tuple([name.word for name in names if not name.word.isalpha() or _is_body(name)]),
    )


def _is_body(name: Capital) -> bool:
    return name.acronym and same_thing(name.word) in bodies()


def _names_of(quotes: Sequence[tuple[str, Language]]) -> _Names:
    if len(quotes) == 1:
        return _names(*quotes[0])
    every = tuple(chain.from_iterable(_names(*quote).every for quote in quotes))
    return _sorted_out(every[:_MAX_NAMES])


def strangers(
    claim: str, quotes: Sequence[tuple[str, Language]], language: Language, meaning: Meaning
) -> Strangers:
    """Find the names of a claim that its quotes do not have, and the other way round."""
    if len(quotes) == 1:
        speaker = other_speaker(claim, quotes[0][0], language, quotes[0][1])
        if speaker:
            return Strangers(speaker[:1], speaker[1:], False)
    ours, theirs = _names(claim, language), _names_of(quotes)
    there = _words("\n".join([text for text, _ in quotes]))
    if ours.whole or theirs.whole:
        wrong = _other_states(ours, there, theirs, _words(claim))
        if wrong:
            return Strangers(wrong[:1], wrong[1:], False)
    here, others = _telling(ours, theirs)
    missing = _unexplained(here, there, others, meaning)
    if not missing:
        return Strangers((), (), False)
    foreign = _unexplained(others, _words(claim), here, meaning)
    if any(is_sure(name) for name in missing):
        sure = [name for name in others if is_sure(name)]
        foreign += [n for n in _unexplained(sure, _words(claim), here, None) if n not in foreign]
    missing, foreign = _weighed(missing, foreign)
    if not foreign:  # a name of two letters is soon left to the context
        missing = [name for name in missing if not name.is_short]
    groups = [g for g in _groups(missing, claim) if len(g) < 2 or _initials(g) not in there.words]
    if not groups:  # Grand Prix, GP
        return Strangers((), (), False)
    quoted = tuple(dict.fromkeys(with_short_name(name.word, there.text) for name in foreign))
    full = any(len(group) > 1 for group in groups)
    return Strangers(tuple(claim[g[0].start : g[-1].end] for g in groups), quoted, full)


def unnamed(
    names: Sequence[Capital], text: str, language: Language, meaning: Meaning
) -> list[Capital]:
    """Those of the names that a text has in no spelling and no translation."""
    return _unexplained(names, _words(text), _names(text, language).every, meaning)


def _other_states(ours: _Names, there: _Words, theirs: _Names, here: _Words) -> tuple[str, ...]:
    """A country of several words that only the claim names, and one that only the quotes name."""
    pair = []
    for names, other in ((ours, there), (theirs, here)):
        pair += [word for word in names.whole if code_of(word) not in other.things][:1]
        if not pair:
            return ()
    return tuple(pair) if len(pair) == 2 else ()


def _telling(ours: _Names, theirs: _Names) -> tuple[Sequence[Capital], Sequence[Capital]]:
    """Leave out first words that can tell nothing: names are looked for in vain at some cost.

    An ordinary word that opens a sentence counts only where both sides have one that may be a name,
    one of them surely.
    """
    first = (*ours.opening, *theirs.opening) if ours.opening and theirs.opening else ()
    if any([name.strong for name in first]):
        return ours.every, theirs.every
    return ours.strong, theirs.strong


def _weighed(missing: list[Capital], foreign: list[Capital]) -> tuple[list[Capital], list[Capital]]:
    """Keep what is surely a name, and a pair of first words of which one surely is.

    *Bone said* against *Rowlett a dit*: only the pair shows that *Bone* is somebody.
    """
    first = [name for name in missing if _opens(name)]
    opposite = [name for name in foreign if _opens(name)]
    paired = first and opposite and any(name.strong for name in first + opposite)
    return (
        [name for name in missing if name.strong or (paired and name in first)],
        [name for name in foreign if name.strong or (paired and name in opposite)],
    )


def _opens(name: Capital) -> bool:
    """May the first word of a sentence be somebody's name?"""
    if not name.begins:
        return False
    word = name.word.lower()
    return word not in _empty() and (name.strong or not is_participle(word))


def _unexplained(
    names: Sequence[Capital], there: _Words, others: Sequence[Capital], meaning: Meaning | None
) -> list[Capital]:
    """The names that no word of the other side explains."""
    words = there.words
    left = [
        name
        for name in names
        if name.word not in words
        and not (name.is_short and there.has_short(name.word))
        and (name.strong or name.begins)
        and not name.acronym
        and not ((code := code_of(name.word)) and code in there.things)
        and not alike_any(name.word, _candidates(name.word, there))
    ]
    if not left or not there.listed or meaning is None:
        return left
    table = meaning.table(tuple([name.word.lower() for name in left]), there.lowered)
    strong = {other.word for other in others if other.strong}
    bars = np.array([_NEAR_NAME if word in strong else _NEAR for word in there.listed])
    near = (table >= bars) & ~other_things(left, there.listed, strong)
    explained = np.logical_or.reduce(near, axis=1).tolist()
    return [name for name, known in zip(left, explained, strict=True) if not known]


@lru_cache(maxsize=2048)
def _words(text: str) -> _Words:
    return _Words(text)


@cache
def _things() -> Met[str]:
    return Met(same_thing)


@cache
def _keys() -> Met[tuple[str, ...]]:
    """Parts of how each word sounds: the first sound, the next two, those inside of a long one."""

    def keys(word: str) -> tuple[str, ...]:
        sound = skeleton(word)
        inner = core(sound)[:3]
        return (sound[:1], "." + sound[1:3], *(("-" + inner,) if inner else ()))

    return Met(keys)


def _candidates(name: str, there: _Words) -> Iterable[str]:
    """The words that can sound like a name: those that share one of these parts."""
    sounds = there.by_sound
    return chain.from_iterable([sounds.get(key, ())[:_MAX_ALIKE] for key in _keys()[name]])


@cache
def _empty() -> frozenset[str]:
    return openers().union(*function_words().values())


def _initials(names: Sequence[Capital]) -> str:
    return "".join(name.word[0] for name in names)


def _groups(names: Sequence[Capital], text: str) -> list[list[Capital]]:
    groups: list[list[Capital]] = []
    for name in names:
        if groups and text[groups[-1][-1].end : name.start] in (" ", "-", "\u00a0"):
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups
