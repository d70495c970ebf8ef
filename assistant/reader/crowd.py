"""What an answer must show where every passage is about the very thing that is asked about.

There a line that names it proves nothing. The answer stands out from the other lines, tells in its
own sentence what the question names, and has the form that is asked for: who asks how to do a thing
is told to do something, *the most famous* one is called so, who asks how somebody died is told of a
death, and a count is said of what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from .asked import Asked
from .holding import TYPED, candidates, known
from .lexicon import Matrix, WordVectors, likeness
from .line import Line
from .lines import Page
from .naming import WORD
from .select import Scored
from .wording import says

MORE = (
    "no_instruction", "no_superlative", "no_meaning", "no_life", "count_apart",
    "fact_near", "facts_held", "said_held", "names_beside", "names_carried", "stands_out",
)  # fmt: skip
"""What is looked at beside :data:`.evidence.SIGNS`, in the order of the weights."""

_LOOKED = 3
"""Likeliest lines in which the form of an answer is looked for."""
_COUNTED_IN = 6
_FACTS = 6
_REACH = 6.0
"""Words from a fact over which a word of the question counts less and less."""
_MEETS = 0.6
_FIRST, _LATER, _NOWHERE = 0.2, 0.6, 1.0
"""How much an answer's form is missing, where the likeliest line, another or none has it."""
_STEADY = 0.03
"""Added to a spread, since lines that are all alike stand out by nothing."""


def more(
    asked: Asked, page: Page, scored: Sequence[Scored], vectors: WordVectors
) -> NDArray[np.float32]:
    """Look more closely: one number for each of :data:`MORE`.

    Raises:
        IndexError: the page has no line.
    """
    top = page.lines.index(scored[0].line)
    lines = [held.line for held in scored[:_COUNTED_IN]]
    values = {
        **_of_form(asked, lines[:_LOOKED]),
        "count_apart": _count_apart(asked, page, lines, vectors),
        "fact_near": _fact_near(asked, page, lines[0], vectors),
        **_of_holding(asked, page),
        "stands_out": _stands_out(page.feature("near_words"), top),
    }
    return np.array([values[name] for name in MORE], np.float32)


def _of_form(asked: Asked, lines: Sequence[Line]) -> Mapping[str, float]:
    return {
        "no_instruction": _untold(asked, lines, "asks_how", "instructs"),
        "no_superlative": _untold(asked, lines, "superlative", "superlative"),
        "no_meaning": _untold(asked, lines, "asks_word", "tells_word"),
        "no_life": _untold(asked, lines, "asks_life", "tells_life"),
    }


def _untold(asked: Asked, lines: Sequence[Line], asks: str, tells: str) -> float:
    """How much the wording is missing that such a question is answered in; 0 for another one."""
    if not says(asks, known(asked.language)).search(asked.text.strip()):
        return 0.0
    told = [bool(says(tells, known(line.passage.hit.language)).search(line.text)) for line in lines]
    return _FIRST if told[0] else _LATER if any(told) else _NOWHERE


def _count_apart(asked: Asked, page: Page, lines: Sequence[Line], vectors: WordVectors) -> float:
    """How far from what is counted, or from the rest of the question, the best number stands."""
    if not asked.counted:
        return 0.0
    others = [row for row, word in enumerate(_words(asked, page)) if word != asked.counted]
    best = 0.0
    for line in lines:
        facts = candidates(asked, line)[:_FACTS]
        said = list(WORD.finditer(line.text))
        if not facts or not said:
            continue
        spoken = [word.group().lower() for word in said]
        alike = likeness([asked.counted.lower()], spoken, vectors)[0]
        carried = page.carried[others, page.lines.index(line)].min(initial=1)
        for fact in facts:
            at = int(np.argmin([abs(word.start() - fact.end) for word in said]))
            beside = alike[max(0, at - 1) : at + 3].max()
            best = max(best, float(min(1.0, beside) * carried))
    return 1 - best


def _fact_near(asked: Asked, page: Page, line: Line, vectors: WordVectors) -> float:
    """How near a fact of the kind asked for stands to the words of the question."""
    if asked.kind not in TYPED:
        return 0.4
    facts = candidates(asked, line)
    said = list(WORD.finditer(line.text))
    words = [word.lower() for word in _words(asked, page)]
    if not facts or not said:
        return 0.0
    meets = likeness(words, [word.group().lower() for word in said], vectors) > _MEETS
    return max(float(page.weight @ _nearness(meets, said, fact.start)) for fact in facts)


def _nearness(meets: NDArray[np.bool_], said: Sequence[re.Match[str]], start: int) -> Matrix:
    at = int(np.argmin([abs(word.start() - start) for word in said]))
    far = np.exp(-np.abs(np.arange(len(said)) - at) / _REACH)
    near: Matrix = np.where(meets, far, 0).max(axis=1).astype(np.float32)
    return near


def _of_holding(asked: Asked, page: Page) -> Mapping[str, float]:
    """How many lines hold what is asked for, and what of the question these say themselves."""
    held = page.feature("type")
    said = page.weight @ page.matches
    names = [row for row, word in enumerate(_words(asked, page)) if asked.is_name(word)]
    beside, carried = (
        float(1 - (m[names].min(axis=0) * (held > 0)).max()) if names else 0.3
        for m in (page.matches, page.carried)
    )
    typed = asked.kind in TYPED
    return {
        "facts_held": float((held > 0).mean()) if typed else 0.5,
        "said_held": float((held * said).max()) if typed else float(said.max()),
        "names_beside": beside,
        "names_carried": carried,
    }


def _stands_out(seen: NDArray[np.float32], top: int) -> float:
    return float((seen[top] - seen.mean()) / (seen.std() + _STEADY))


def _words(asked: Asked, page: Page) -> tuple[str, ...]:
    return asked.words[: len(page.matches)]
