"""Who does what is asked, or only stands beside it: a mayor who says that the port pays does not.

A name that a sentence holds is no answer to *who pays for the quay?* where it only says so, or
where the sentence tells plainly whose deed it is and that is somebody else.
"""

from __future__ import annotations

import re

from assistant.checking.closer.said_by import gives_words
from assistant.facts import Fact
from assistant.facts.names.sayings import speaks
from assistant.facts.text.doing import deeds_done
from index import fold

from .asked import Asked
from .holding import known
from .lexicon import WordVectors, likeness
from .line import Line
from .naming import WORD
from .wording import says

_CLAUSE = re.compile(r"[^,;:«»“”„\"]+")
_SAME = 0.5
"""Likeness from which on a verb is the one asked about."""


def is_beside_the_deed(asked: Asked, line: Line, name: Fact, vectors: WordVectors) -> bool:
    """Tell whether somebody only says what is asked about, or is not the plain doer of it.

    Args:
        asked: the question; one for what somebody is or says tells of no other deed.
        line: the sentence.
        name: a person whom it names.
        vectors: of single words.
    """
    if asked.office or not _asks_deed(asked):
        return False
    return _only_says(line, name) or _of_another_deed(asked, line, name, vectors)


def _asks_deed(asked: Asked) -> bool:
    """Whether a question asks who does something; not who is something, nor who says so."""
    language = known(asked.language)
    asks = says("asks_who", language).search(asked.text)
    return bool(asks) and not speaks(asked.text, language)


def _only_says(line: Line, name: Fact) -> bool:
    """Whether the words of the sentence are those of the one named, who says them."""
    spoken = known(line.passage.hit.language)
    named = {fold(word) for word in WORD.findall(name.text)}
    if named & {fold(word) for word in gives_words(line.text, spoken)}:
        return True
    own = next((m for m in _CLAUSE.finditer(line.text) if m.start() <= name.start < m.end()), None)
    return own is not None and own[0] != line.text and speaks(own[0], spoken)


def _of_another_deed(asked: Asked, line: Line, name: Fact, vectors: WordVectors) -> bool:
    """Whether the sentence plainly tells the deed asked about, with the one named nowhere in it."""
    spoken = known(line.passage.hit.language)
    words = [word.lower() for word in asked.words if not asked.is_name(word)]
    named = {word.lower() for word in WORD.findall(name.text)}
    for deed in deeds_done(line.text, spoken) if words else ():
        if likeness(words, list(deed.verbs), vectors).max() >= _SAME:
            behind = WORD.search(line.text, name.end)  # *the explorer Jean Ribault mapped*
            does = behind is not None and behind[0].lower() in deed.verbs
            return not does and not named & {*deed.doer, *deed.done_to}
    return False
