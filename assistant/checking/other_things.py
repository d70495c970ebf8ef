"""Names that no nearness of meaning explains: *Peking* and *Shanghai* are near each other.

All cities of a part of the world are, in any language. So a word that is known to name one thing
explains no name of another.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

import numpy as np
from numpy.typing import NDArray

from assistant.facts.names.names import Capital, code_of
from assistant.facts.text.letters import Met
from assistant.facts.text.vocabulary import is_any_word, same_thing

_BEGIN = 3
"""Letters in which a name and one made of it are alike: *Chile*, *Chilean*."""


def is_sure(name: Capital) -> bool:
    """Is it no word of any of the languages, so that no meaning can explain it?"""
    return (
        name.strong
        and len(name.word) > 3
        and not (name.acronym or is_any_word(name.word) or same_thing(name.word))
    )


def other_things(
    names: Sequence[Capital], words: Sequence[str], strong: Set[str]
) -> NDArray[np.bool_]:
    """Which words name another place or body than each name, a row for each name.

    Args:
        names: none of which the words have under any name that is known.
        words: of the other side.
        strong: those that are surely names. A name that is no word at all is another thing than
            every place among them, but for one that begins like it.
    """
    met = _things()
    known = [bool(met[word]) for word in words]

    def row(name: Capital) -> list[bool]:
        if code_of(name.word):
            return known
        if not is_sure(name):
            return [False] * len(known)
        begin = name.word[:_BEGIN]
        named = [word in strong and word[:_BEGIN] != begin for word in words]
        return [one and is_thing for one, is_thing in zip(named, known, strict=True)]

    return np.array([*map(row, names)])


@cache
def _things() -> Met[str]:
    return Met(same_thing)
