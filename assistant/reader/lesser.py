"""Is somebody less than what is asked for? The *deputy* director is not the director.

What stands beside a name tells it: before it in its clause, between commas, or behind *is*.
"""

from __future__ import annotations

import re

from assistant.facts import Fact, Language
from assistant.facts.names.offices import Office, less_words, offices
from assistant.facts.text.doing import little_words

from .asked import Asked
from .holding import known
from .line import Line
from .naming import WORD
from .wording import says

_BREAK = re.compile(r"[.;:!?()«»\"“”„–—](?!\d)")
_END = re.compile(r"[,.;:!?()«»\"“”„–—]")
_WORDS, _NEAREST = 7, 3
"""Words beside a name that are read, and among how many of them *deputy* alone is its title."""
_STEM = 5
"""Letters in which two words for one office agree: *director*, *directors*."""


def is_less(asked: Asked, line: Line, name: Fact) -> bool:
    """Tell whether somebody is a deputy, a former one or a spokesman of the one asked for.

    Or, where a deputy is asked for, the one in full.

    Args:
        asked: the question; one that asks for no office nor a leader asks for no deputy either.
        line: the sentence.
        name: a person whom it names.
    """
    wanted = offices(asked.text, known(asked.language))
    if not wanted and asked.office != "lead":
        return False
    spoken = known(line.passage.hit.language)
    may = frozenset[str]().union(*(office.less for office in wanted))
    once = says("asks_past", known(asked.language)).search(asked.text)
    past = frozenset({"former"} if once and not may else ())
    before, behind = _before(line.text, name), _behind(line.text, name, spoken)
    near = [word.lower() for word in WORD.findall(before)][-_NEAREST:]
    beside = [*near, *(word.lower() for word in WORD.findall(behind)[:_NEAREST])]
    if "spokes" not in may and less_words("spokes", spoken).of(beside):
        return True
    held = [*offices(before, spoken)[-1:], *offices(behind, spoken)[:1]]
    if not held:
        alone = near and near[-1] not in little_words(spoken).prep
        return bool(alone and "deputy" not in may and less_words("deputy", spoken).of(near))
    same = [one for one in held if _is_asked(one, wanted)] or held
    return all(one.less - past != may for one in same)


def _is_asked(office: Office, wanted: tuple[Office, ...]) -> bool:
    return any(office.word[:_STEM] == one.word[:_STEM] for one in wanted)


def _before(text: str, name: Fact) -> str:
    """The words before a name in its clause, or between two commas right before it."""
    parts = _BREAK.split(text[: name.start])[-1].rstrip().split(",")
    near = parts[-2] if len(parts) > 1 and not parts[-1] else parts[-1]
    return " ".join(near.split()[-_WORDS:])


def _behind(text: str, name: Fact, spoken: Language) -> str:
    """What is said of somebody behind a comma, a bracket or *is*."""
    joint = says("is_a", spoken).match(text[name.end :])
    if not joint:
        return ""
    rest = _END.split(text[name.end + joint.end() :], maxsplit=1)[0]
    return " ".join(rest.split()[:_WORDS])
