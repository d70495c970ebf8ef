"""Follow-ups: turn "and in 2025?" into a question that stands on its own.

With a language model the model rewrites it (`rewriting`). Without one, or where its rewriting is
not fit to be searched for, rules do (`carrying`), and the reader always sees the question that was
searched for. Thanks and greetings are no question (`courtesies`): they are answered and nothing is
searched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.courtesies import courtesy
from assistant.models import is_built_in
from assistant.models.seam import ChatModel

from .carrying import OPENERS, POINTERS, SHORT, asks_first, carry_over, names, stands_alone
from .following import followed
from .leads import has_preposition
from .name_places import whole_names
from .persons import of_person
from .rewriting import rewrite
from .turns import FollowUp, Turn

_TURNS = 8
"""Questions that a follow-up may lean on; an older one is no longer what is talked about."""
_FRAGMENT = 3
"""Words of a follow-up that is a preposition with what it brings."""
_LONGEST = 1_000
"""Characters of a question that a follow-up may lean on: a longer one is a text put in, of which no
rule tells what it asks."""


def standalone(
    question: str, turns: Sequence[Turn], language: str, model: ChatModel, seconds: float = 60.0
) -> FollowUp:
    """Rewrite a follow-up as a question that stands on its own.

    Args:
        question: what the reader typed.
        turns: the conversation so far, oldest first.
        language: language of the question.
        model: asked for the rewriting, unless it is the built-in reader.
        seconds: what the model has for the whole answer, this included.

    Returns:
        The full question, the same one when it needs nothing from before, and what that cost.
    """
    before = _asked_before(turns, language)
    if not before or not leans(question, before, language):
        return FollowUp(question)
    person = of_person(question, before, turns, language)
    by_rules = person or in_full(question, before, language)
    loose = by_rules != question and stands_alone(question, language)
    carried = tuple(names(before)) if loose else ()
    if is_built_in(model):
        return FollowUp(by_rules, carried=carried)
    found = rewrite(question, turns, language, model, seconds)
    return found if found.text else replace(found, text=by_rules, carried=carried)


def in_full(question: str, before: str, language: str) -> str:
    """Put a follow-up in full by rules: in the words of the question before, or with its things.

    Args:
        question: the follow-up.
        before: the question before it, in full.
        language: of the follow-up.
    """
    return followed(question, before, language) or carry_over(question, before, language)


def _asked_before(turns: Sequence[Turn], language: str) -> str:
    """The last question, in full: after *and in 2022?* it is still the visitors that are asked for.

    Thanks and greetings are none; nothing where there was none.
    """
    asked = ""
    for text in [turn.text for turn in turns if turn.role == "user"][-_TURNS:]:
        if len(text) <= _LONGEST and not courtesy(text):
            leaning = asked and leans(text, asked, language)
            asked = in_full(text, asked, language) if leaning else text
    return asked


def leans(question: str, before: str, language: str) -> bool:
    """Tell whether a question leans on the one before: by its words, or because a rule fits both.

    Args:
        question: as it was typed.
        before: the question before it, in full.
        language: of the question.
    """
    if needs_context(question) or followed(question, before, language):
        return True
    words = question.strip().rstrip(" ?!.").split()
    if len(words) > SHORT or not has_preposition(question.strip()):
        return False
    # *À Kolm ?* and *mit wie viel Prozent?*; *in welchem Land liegt Kolm?* is a question whole
    asks = any(map(asks_first, words))
    return not whole_names(question, language) if asks else len(words) <= _FRAGMENT


def needs_context(question: str) -> bool:
    """Tell whether a question leans on what was said before."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", question)
    if OPENERS.match(question.strip()):
        return True
    if not words or (len(words) <= SHORT and not names(question)):
        return True
    return any(word.lower() in POINTERS for word in words) and not names(question)
