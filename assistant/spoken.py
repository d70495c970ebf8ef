"""Which language a question is read in, and which one it is answered in: two things.

A question is in a language whoever reads the answer: *When do the works begin?* is English, and is
read as such, even where answers are wanted in French.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.followups.turns import Turn
from index import LANGUAGES, Hit

from .settings import Settings

OTHER = "other"
"""What a question in none of the four languages is in."""
_TEXT = 30
"""Letters from which a passage is text."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The two languages of one exchange."""

    question: str
    """``en``, ``fr``, ``de``, ``it`` or ``other``."""
    answer: str
    """``en``, ``fr``, ``de`` or ``it``."""


def spoken(
    question: str,
    turns: Sequence[Turn],
    settings: Settings,
    tell: Callable[[str, str], str],
    reader: str,
) -> Spoken:
    """Tell both languages.

    Args:
        question: as the reader typed it.
        turns: what was said before: *2019?* is in the language of the question before it.
        settings: may set either language.
        tell: a question and a default to the language it is in, ``other`` for none of the four.
        reader: the reader's own language, for an answer whose language nothing else tells.
    """
    given = settings.language or reader
    default = given if given in LANGUAGES else "en"
    if settings.asked_in:
        return Spoken(settings.asked_in, settings.language or settings.asked_in)
    before = next((turn.text for turn in reversed(turns) if turn.role == "user"), "")
    told = tell(question, tell(before, default) if before else default)
    return Spoken(told, settings.language or (told if told in LANGUAGES else default))


def is_foreign(hit: Hit) -> bool:
    """Tell whether a passage is text in none of the four languages; a table of figures is not."""
    letters = sum(map(str.isalpha, hit.text))
    signs = sum(not character.isspace() for character in hit.text)
    return hit.language == OTHER and letters >= _TEXT and 2 * letters > signs
