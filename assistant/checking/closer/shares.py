"""Another little word before the same thing: *some schools* for *all schools*, *without sugar*.

The words, in `shares.toml`, are held against each other only before words of the same meaning,
since a sentence has many of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from assistant.checking.meaning import Meaning
from assistant.facts.direction.polarity import direction
from assistant.facts.facts import LANGUAGES, Language
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.letters import lowered, word_set
from assistant.facts.text.tongue import function_words

from .rules import Sentence

_NEAR = 0.6
"""Cosine of two words from which on they are taken for one."""
_REACH, _CONTENT = 4, 2
"""Words behind the little word that are looked at, and how many of those with content."""
_TURNED = frozenset({"share", "having"})
"""Kinds that a denial turns: *not all* are some, what has no meat is without."""


class _Share(NamedTuple):
    """A little word, which it is, and what stands behind it, lower case."""

    kind: str
    member: str
    words: str
    behind: tuple[str, ...]


def another_share(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim has another little word than its quotes before the same thing."""
    given = [share for quote in quotes for share in shares(*quote)]
    turned = bool(given) and any(direction(*text).denials for text in (claim, *quotes))
    for ours in shares(*claim):
        if turned and ours.kind in _TURNED:
            continue
        if any(one.kind == ours.kind and one.member == ours.member for one in given):
            continue
        for theirs in given:
            if theirs.kind != ours.kind or theirs.member not in _excluded(ours):
                continue
            if meaning.table(ours.behind, theirs.behind).max() >= _NEAR:
                return Reason("other", ours.words, theirs.words)
    return None


@lru_cache(maxsize=4096)
def shares(text: str, language: Language) -> tuple[_Share, ...]:
    """The little words of a text that something stands behind, in order."""
    forms, words = _forms(language), lowered(text)
    if forms.keys().isdisjoint(word_set(text)):
        return ()
    return tuple(_found(words, forms, function_words()[language]))


def _found(
    words: tuple[str, ...], forms: Mapping[str, tuple[_Form, ...]], empty: frozenset[str]
) -> Iterator[_Share]:
    covered = 0
    for at, word in enumerate(words):
        for form in forms.get(word, ()) if at >= covered else ():
            end = at + 1 + len(form.rest)
            if words[at + 1 : end] != form.rest:
                continue
            near = takewhile(lambda word: word not in forms, words[end : end + _REACH])
            follow = (w for w in near if w not in empty)
            behind = tuple(w for w, _ in zip(follow, range(_CONTENT), strict=False))
            if behind:
                written = " ".join((*words[at:end], behind[0]))
                yield _Share(form.kind, form.member, written, behind)
            covered = end
            break


class _Form(NamedTuple):
    kind: str
    member: str
    rest: tuple[str, ...]


@cache
def _forms(language: Language) -> Mapping[str, tuple[_Form, ...]]:
    """First words of the forms, each to its forms, longest first."""
    assert language in LANGUAGES
    found: dict[str, tuple[_Form, ...]] = {}
    for kind, members in table("shares").items():
        for member, by_language in members.items():
            for written in by_language[language].split():
                first, *rest = written.split("_")
                forms = (*found.get(first, ()), _Form(kind, member, tuple(rest)))
                found[first] = tuple(sorted(forms, key=lambda form: -len(form.rest)))
    return found


def _excluded(share: _Share) -> frozenset[str]:
    """The members that a claim with this one cannot rest on."""
    return frozenset(table("shares")[share.kind][share.member]["not"].split())
