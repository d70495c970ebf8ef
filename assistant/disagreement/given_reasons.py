"""Where two sources give two reasons for one thing: *because of fog*, *wegen eines Motorschadens*.

Both may be so, and a reader who asks why and is shown one would never know of the other. What the
sentences say happened must be what was asked about; a reason that the other document tells as
well, somewhere, is no other one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from assistant.checking.gist import content
from assistant.checking.meaning import Meaning
from assistant.facts import Language
from assistant.facts.text.tongue import known

from .answered import Question, both_tell, of_two_things
from .sides import Side, kinds_apart, named_apart
from .things import things

_NEAR = 0.4
"""Cosine from which a word of one reason is another one's counterpart."""
_LONGEST = 400
"""Characters of a sentence that are read."""


class _Told(NamedTuple):
    """A sentence in two parts."""

    happened: str
    reason: str
    """With the word that calls it one, word for word."""
    bare: str
    """Without it."""


def reasons_apart(
    question: Question, one: Side, other: Side, meaning: Meaning
) -> tuple[str, str] | None:
    """The two reasons that two sentences give for what was asked about; None without such.

    Args:
        question: what was asked.
        one: a sentence with its document.
        other: that of another source.
        meaning: tells how near words are.
    """
    asking = _forms(known(question.language, "")).asking
    if not asking.search(question.text):
        return None
    told = [_told(side.text, known(side.language, "")) for side in (one, other)]
    first, second = told
    if first is None or second is None:
        return None
    bare = Question(asking.sub(" ", question.text), question.language)
    sides = replace(one, text=first.happened), replace(other, text=second.happened)
    if named_apart(*sides) or kinds_apart(*sides) or not both_tell(bare, *sides, meaning):
        return None
    if of_two_things(bare, *sides, meaning):
        return None
    tongues = known(one.language, ""), known(other.language, "")
    reasons = (first.bare, tongues[0]), (second.bare, tongues[1])
    wholes = (one.whole or one.text, tongues[0]), (other.whole or other.text, tongues[1])
    if _are_near(*reasons, meaning):
        return None
    if _is_told(reasons[0], wholes[1], meaning) or _is_told(reasons[1], wholes[0], meaning):
        return None
    return first.reason, second.reason


def _are_near(one: tuple[str, Language], other: tuple[str, Language], meaning: Meaning) -> bool:
    """Has one reason a word of the other, in whatever language?"""
    ours, theirs = content(*one), content(*other)
    if not ours.words or not theirs.words or not ours.heard.keys().isdisjoint(theirs.heard):
        return True
    if things(ours.words, one[1]) & things(theirs.words, other[1]):
        return True
    if float(meaning.table([one[0]], [other[0]])[0, 0]) >= _NEAR:
        return True
    return bool(meaning.table(ours.words, theirs.words).max() >= _NEAR)


def _is_told(reason: tuple[str, Language], text: tuple[str, Language], meaning: Meaning) -> bool:
    """Has a text every word of a reason?"""
    ours, theirs = content(*reason), content(*text)
    if not theirs.words:
        return False
    near = meaning.table(ours.words, theirs.words).max(axis=1).tolist()
    return all(
        sound in theirs.heard or cosine >= _NEAR
        for sound, cosine in zip(ours.sounds, near, strict=True)
    )


@lru_cache(maxsize=1024)
def _told(text: str, language: Language) -> _Told | None:
    """What happened and the reason for it, where one sentence tells both."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    for form in _forms(language).telling:
        match = form.search(text)
        if match:
            happened = f"{text[: match.start()]} {text[match.end() :]}"
            return _Told(happened, match[0].strip(" ,.;"), match["why"].strip(" ,.;"))
    return None


class _Forms(NamedTuple):
    asking: re.Pattern[str]
    telling: tuple[re.Pattern[str], ...]


@cache
def _forms(language: Language) -> _Forms:
    path = files(__package__) / "given_reasons.toml"
    raw: Mapping[str, Mapping[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    telling = tuple(
        re.compile(rf"(?<!\w)(?:{kinds[language]})", 0 if language == "de" else re.IGNORECASE)
        for name, kinds in raw.items()
        if name != "asking"
    )
    asking = re.compile(rf"(?<!\w)(?:{raw['asking'][language]})(?!\w)", re.IGNORECASE)
    return _Forms(asking, telling)
