"""Where two sentences of two sources cannot both be so, though no figure differs.

One denies or reverses what the other says (*resigned*, *did not resign*; *supports*, *rejects*), or
each gives another name for what one alone is or does (*won by Marco Bellini*, *won by Jonas
Weber*). Most sentences that differ in a name are both true: several people live in one town. So
names count only where words of ``sole.toml`` stand in both sentences.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.facts import Fact, Language, find
from assistant.facts.comparing import same
from assistant.facts.direction.opposites import poles
from assistant.facts.direction.polarity import direction
from assistant.facts.direction.reversals import MOST_ABROAD, reversals
from assistant.facts.names.names import DETERMINERS, scan
from assistant.facts.text.spelling import alike, fold
from assistant.facts.text.tongue import known
from assistant.facts.text.vocabulary import same_thing, titles

from .answered import Question, both_tell, of_two_things
from .sides import Side, kinds_apart, named_apart
from .topic import speak_of_the_same

_WORD = re.compile(r"[^\W\d_]+")
_PAIR = re.compile(r"\b(?P<first>[A-ZÀ-Þ]\w+) (?P<second>[A-ZÀ-Þ]\w+)")
_AS_LONG = 0.55
"""How long the shorter of two sentences that deny each other is, as a share of the longer one:
*she resigned*, *she did not resign*. A denial in a longer one may be of something else."""
_LEAST = 2
"""Content words that must be left of each beside what is reversed, or beside the names."""
_MARK = "oppositum"
"""Stands for either side of an opposition; a word of none of the languages."""
_MOST = 32
"""Words of a sentence in which names are compared."""
_BY = frozenset("by par von vom durch da dal dalla dall".split())
_INTO = frozenset(
    "in at near to à au aux en dans im am bei zu nel nella nello nell a ad al alla presso".split()
)
_BETWEEN = frozenset(
    "of from with against for on over than de du des d avec contre pour sur que aus mit gegen für"
    " auf über als di del della dei dello dell con contro per su sul sulla che".split()
)
"""A name behind one of these is neither who nor where: *the mayor of Graz*."""
Slots = frozenset[tuple[str, str]]
"""What one alone is or does, each with whether it is of a doer or a place."""
_ARTICLES = frozenset("the la le les l il lo i gli der die das dem den".split())


def deny_each_other(one: Side, other: Side, meaning: Meaning) -> bool:
    """Tell whether one of two sentences denies or reverses what the other one says.

    Args:
        one: a sentence with its document.
        other: that of another source.
        meaning: tells how near texts are.
    """
    tongues = known(one.language, ""), known(other.language, "")
    ways = direction(one.text, tongues[0]), direction(other.text, tongues[1])
    short, long = sorted(way.length for way in ways)
    if long > MOST_ABROAD or short < _AS_LONG * long:
        return False
    abroad = tongues[0] != tongues[1]
    if not any(reversals(a, [b], abroad=abroad) for a, b in (ways, ways[::-1])):
        return False
    turned = {
        (number, "other" if side == "one" else "one") for w in ways for number, side in w.poles
    }
    left = [
        _turned_back(side.text, tongue, turned)
        for side, tongue in zip((one, other), tongues, strict=True)
    ]
    words = [set(content(*part).words) - {_MARK} for part in zip(left, tongues, strict=True)]
    if min(map(len, words)) < _LEAST:
        return False
    if not speak_of_the_same(left[0], left[1], *tongues, meaning, turned=True):
        return False
    return _same_facts(one.text, other.text, tongues) and not named_apart(one, other)


def exchanged(
    one: Side, other: Side, meaning: Meaning, question: Question | None = None
) -> tuple[Fact, Fact] | None:
    """The two names that two sentences give for what one alone is or does; None without such.

    Args:
        one: a sentence with its document.
        other: that of another source.
        meaning: tells how near texts are.
        question: what they are to answer both.
    """
    sides, tongues = (one, other), (known(one.language, ""), known(other.language, ""))
    kinds = [_slots(side.text) for side in sides]
    common = kinds[0] & kinds[1]
    if not common or max(len(_WORD.findall(side.text)) for side in sides) > _MOST:
        return None
    names = [_names(s.text, tongue) for s, tongue in zip(sides, tongues, strict=True)]
    alone = [
        [name for name in _alone(own, text) if not _slots(name.text) & common]
        for own, text in ((names[0], other.text), (names[1], one.text))
    ]
    if len(alone[0]) != 1 or len(alone[1]) != 1:
        return None
    pair = alone[0][0], alone[1][0]
    places = [_place(s.text, name) for s, name in zip(sides, pair, strict=True)]
    if places[0] != places[1] or places[0] not in {kind for kind, _ in common}:
        return None
    if places[0] == "doer" and (pair[0].unit == "place") != (pair[1].unit == "place"):
        return None
    if places[0] == "place" and len(names[0]) < 2:
        return None  # born, buried: somebody is named
    left = [f"{s.text[: n.start]} {s.text[n.end :]}" for s, n in zip(sides, pair, strict=True)]
    if min(len(content(*part).words) for part in zip(left, tongues, strict=True)) < _LEAST:
        return None
    beside = frozenset(word for name in pair for word in _WORD.findall(name.text))
    if named_apart(one, other, beside) or not _same_facts(one.text, other.text, tongues):
        return None
    if question and _asked_apart(common, question, one, other, meaning):
        return None
    if question and _asked_of_both(common, question, one, other, meaning):
        return pair
    return pair if speak_of_the_same(left[0], left[1], *tongues, meaning) else None


def _asked_of_both(
    common: Slots, question: Question, one: Side, other: Side, meaning: Meaning
) -> bool:
    """Is it asked who or where, and has each of two sentences every other word of the question?"""
    asked = common & _slots(question.text)
    if not asked or kinds_apart(one, other):
        return False
    bare = Question(_beside(question.text, asked), question.language)
    sides = [replace(side, text=_beside(side.text, asked)) for side in (one, other)]
    return both_tell(bare, sides[0], sides[1], meaning)


def _asked_apart(
    common: Slots, question: Question, one: Side, other: Side, meaning: Meaning
) -> bool:
    bare = Question(_beside(question.text, common), question.language)
    sides = [replace(side, text=_beside(side.text, common)) for side in (one, other)]
    return of_two_things(bare, sides[0], sides[1], meaning)


def _beside(text: str, slots: Slots) -> str:
    """A text without its words for what one alone is or does."""
    for slot in slots:
        text = re.sub(_forms()[slot], " ", text)
    return text


def _turned_back(text: str, language: Language, turned: set[tuple[int, str]]) -> str:
    """A sentence with one mark for all words that take the other side of what the other takes."""
    words = list(_WORD.finditer(text))
    lowered = [word[0].lower() for word in words]
    given = poles(lowered, language) & turned
    kept, end = [], 0
    for i, word in enumerate(words):
        if given and not given <= poles(lowered[:i] + lowered[i + 1 :], language):
            kept += [text[end : word.start()], _MARK]
            end = word.end()
    return "".join((*kept, text[end:]))


def _same_facts(one: str, other: str, tongues: Sequence[Language]) -> bool:
    """Has one of two sentences every figure and date of the other one?"""
    ours, theirs = (
        [fact for fact in find(text, tongue) if fact.kind != "name" and fact.precision != "word"]
        for text, tongue in zip((one, other), tongues, strict=True)
    )
    return any(
        all(any(same(f, g) or same(g, f) for g in there) for f in here)
        for here, there in ((ours, theirs), (theirs, ours))
    )


def _names(text: str, language: Language) -> list[Fact]:
    """The names of a text with all their words; of German ones each may be an ordinary word."""
    names = list(scan(text, language))
    if language == "de":
        taken = [fact for fact in find(text, language) if fact.kind != "name"]
        for pair in _PAIR.finditer(text):
            first, second = pair.group("first", "second")
            before = text[: pair.start()].split()[-1:]
            ordinary = not before or before[-1].lower() in DETERMINERS or first.lower() in titles()
            if ordinary or any(f.start < pair.end() and pair.start() < f.end for f in taken):
                continue
            names = [n for n in names if n.end <= pair.start() or n.start >= pair.end()]
            name = f"{first} {second}"
            names.append(Fact("name", pair.start(), pair.end(), name, None, "", fold(name)))
    return names


def _alone(names: Sequence[Fact], other: str) -> list[Fact]:
    """The names of which another sentence has no word."""
    there = [word for word in _WORD.findall(other) if word[0].isupper()]
    codes = {code for word in there if (code := same_thing(word))}
    return [
        name
        for name in names
        if not any(
            same_thing(word) in codes or any(alike(word, word_there) for word_there in there)
            for word in _WORD.findall(name.text)
            if word[0].isupper()
        )
    ]


def _place(text: str, name: Fact) -> str:
    """What a name is by the small word before it: ``doer``, ``place``, or nothing."""
    before = [word.lower() for word in _WORD.findall(text[: name.start])][-2:]
    while before and before[-1] in _ARTICLES:
        before.pop()
    last = before[-1] if before else ""
    if last in _INTO:
        return "place"
    if last in _BETWEEN or (last in _BY and name.unit == "place"):
        return ""
    return "doer"


@lru_cache(maxsize=4096)
def _slots(text: str) -> Slots:
    lowered = text.lower().replace("’", "'")
    return frozenset(slot for slot, form in _forms().items() if form.search(lowered))


@cache
def _forms() -> Mapping[tuple[str, str], re.Pattern[str]]:
    """What one alone is or does, with whether its slot is for a doer or a place."""
    raw = tomllib.loads((files(__package__) / "sole.toml").read_text(encoding="utf-8"))
    return {
        (kind, name): re.compile(form, re.IGNORECASE)
        for kind, forms in raw.items()
        for name, form in forms.items()
    }
