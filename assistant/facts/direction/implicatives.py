"""What a text says did not happen, by a verb that says so of what it governs: *escaped a fine*.

Some predicates decide whether the deed that they govern happened (Karttunen's implicative verbs):
who managed to sign has signed, who avoided a strike had none. `refusals` reads those of a person's
will (*refused to sign*), `unreal` those that leave it open (*plans to sign*); here are those that
say of a deed, mostly told by a noun, that it was not done: *cancelled his visit*, *prevented the
thief from selling it*. The predicates are in `implicatives.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.letters import lowered
from assistant.facts.text.tongue import function_words

from .refusals import GAP, Refusal, is_denied, zu_deed

_LONGEST = 2_000
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’]s(?!\w))?")
_CLAUSE = re.compile(r"[,;:.!?–]")
_NOUN_WORDS = 4
"""Words of an English noun with what stands before it."""
_SHORTEST = 3
_BEGIN = 4


class _Words(NamedTuple):
    """The words of a language: what governs, and what is read behind it."""

    things: re.Pattern[str]
    plans: re.Pattern[str]
    deeds: re.Pattern[str]
    passive: re.Pattern[str]
    joined: re.Pattern[str]
    empty: frozenset[str]
    planned: frozenset[str]


@lru_cache(maxsize=4096)
def not_done(text: str, language: Language) -> tuple[Refusal, ...]:
    """What a text says did not happen, each by the word that tells it.

    Args:
        text: a sentence or a passage.
        language: its language.
    """
    text = text[:_LONGEST]
    if not any(word.startswith(_starts(language)) for word in lowered(text)):
        return ()
    words = _words(language)
    found: list[Refusal] = []
    taken: set[int] = set()
    for pattern, read in (
        (words.deeds, _joined), (words.things, _behind), (words.plans, _planned),
        (words.passive, _before),
    ):  # fmt: skip
        for mark in pattern.finditer(text):
            if mark.start() not in taken and not is_denied(text, mark, language):
                deeds = [Refusal(deed, mark.start(), True) for deed in read(text, mark, language)]
                found += deeds
                taken.update(deed.start for deed in deeds)
    if language == "de":
        found += _german(text)
    return tuple(found)


@lru_cache(maxsize=2048)
def may_say_not_done(text: str, language: Language) -> bool:
    """Has a text a word by which it may say that something was not done?"""
    whole, stems = _near(language)
    return any(word in whole or word.startswith(stems) for word in lowered(text))


def _joined(text: str, mark: re.Match[str], language: Language) -> Iterator[str]:
    """The verb that the predicate governs some words on."""
    if language == "de":
        deed = zu_deed(text, mark.end())
        if deed:
            yield deed
        return
    found = _words(language).joined.match(text, mark.end())
    if found:
        yield found["deed"].lower()


def _behind(text: str, mark: re.Match[str], language: Language) -> Iterator[str]:
    """The noun or the verb right behind the predicate."""
    words = _words(language)
    run = list(_run(text, mark.end(), language))
    if run and run[0].lower() in words.planned:
        yield from _planned(text, mark, language)
        return
    yield from _head(run, language)


def _planned(text: str, mark: re.Match[str], language: Language) -> Iterator[str]:
    """What the plan behind the predicate is of."""
    words, at = _words(language), mark.end()
    for found in _WORD.finditer(text, at, min(len(text), at + 80)):
        if _CLAUSE.search(text, at, found.start()):
            return
        if found[0].lower() in words.planned:
            joint = re.compile(r" (to|for|of|on)\b").match(text, found.end())
            if language == "en" and joint is None:
                return
            behind = joint.end() if joint else found.end()
            run = list(_run(text, behind, language))
            yield from run[:1] if joint and joint[1] == "to" else _head(run, language)
            return


def _before(text: str, mark: re.Match[str], language: Language) -> Iterator[str]:
    """The subject of a passive."""
    begin = max((m.end() for m in _CLAUSE.finditer(text, 0, mark.start())), default=0)
    run = list(_run(text, begin, language, until=mark.start()))
    yield from _head(run, language)


def _run(text: str, at: int, language: Language, until: int | None = None) -> Iterator[str]:
    """The words of the noun or the verb that begins at a place, without articles."""
    empty, little = function_words()[language], _words(language).empty
    any_yet, end = False, at
    for found in _WORD.finditer(text, at, min(len(text), until or at + 100)):
        low, gap = found[0].lower(), text[end : found.start()]
        if gap.strip(" \u00a0’'") or (any_yet and low in empty):
            return
        end = found.end()
        if low in little:
            if any_yet and language != "de":
                return
            continue
        if low in empty:
            return
        if language == "en" and found[0][0].isupper() and until is None:
            if any_yet:
                return
            continue  # Monday's visit
        if len(low) >= _SHORTEST:
            any_yet = True
            yield found[0]


def _head(run: Sequence[str], language: Language) -> Iterator[str]:
    """The word among them that tells the deed."""
    if not run:
        return
    if language == "de":
        yield from [word.lower() for word in run if word[0].isupper()][:1]
    elif language != "en" or run[0].endswith("ing"):
        yield _CLITIC.sub("e", run[0].lower())
    else:
        yield run[:_NOUN_WORDS][-1].lower()


def _german(text: str) -> Iterator[Refusal]:
    """What stands before or between the parts of a German predicate."""
    for kind, articles in _GERMAN:
        for mark in _german_marks(kind).finditer(text):
            if is_denied(text, mark, "de"):
                continue
            inside = next((part for part in mark.groups() if part), "")
            if not inside:
                begin = max((m.end() for m in _CLAUSE.finditer(text, 0, mark.start())), default=0)
                inside = text[begin : mark.start()]
                helper = _HELPER.search(inside)
                if helper is None:
                    continue
                inside = inside[helper.end() :]
            noun = _object(inside, articles)
            if noun:
                yield Refusal(noun, mark.start(), is_noun=True)


_GERMAN = (("parted", "object"), ("last", "object"), ("excluded", "some"), ("dative", "to_whom"))
"""What stands in its clause, and the articles of the noun that it governs."""
_CLITIC = re.compile(r"(?<=[aei]r)(?:l[oaie]|ne|ci|gli)$")
"""What an Italian infinitive has behind it: *venderlo*."""
_HELPER = re.compile(r"\b(?:hat|haben|hatten?|ist|sind|war|waren)\b", re.IGNORECASE)


def _object(text: str, articles: str) -> str:
    """The last noun with one of these articles that no preposition governs."""
    found = ""
    for match in _object_of(articles).finditer(f" {text}"):
        found = match["noun"].lower()
    return found


@cache
def _object_of(articles: str) -> re.Pattern[str]:
    some = "|".join(table("implicatives")["de"][articles].split())
    preps = "|".join(table("doing")["de"]["prep"].split())
    return re.compile(
        rf"(?<!\w)(?P<prep>(?:{preps}) )?(?:{some}) (?:[a-zäöüß]+ ){{0,2}}(?P<noun>[A-ZÄÖÜ][\w-]+)"
    )


@cache
def _german_marks(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{table('implicatives')['de'][kind]})(?!\w)")


@cache
def _words(language: Language) -> _Words:
    rows = table("implicatives")[language]

    def whole(kind: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{rows.get(kind, '(?!)')})(?!\w)", re.IGNORECASE)

    return _Words(
        whole("thing"),
        whole("plan"),
        whole("deed"),
        whole("passive"),
        re.compile(GAP + rf"{{0,5}}? {rows.get('joined', '(?!)')}(?!\w)"),
        frozenset(rows["empty"].split()),
        frozenset(rows["plans"].split()),
    )


@cache
def _near(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    forms = table("implicatives")[language]["near"].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    return whole, tuple(form for form in forms if not form.endswith("="))


@cache
def _starts(language: Language) -> tuple[str, ...]:
    """Beginnings of words of which each text that says so has one."""
    whole, stems = _near(language)
    return tuple(sorted({form[:_BEGIN] for form in (*whole, *stems)}))
