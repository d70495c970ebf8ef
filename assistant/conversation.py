"""Follow-ups: turn "and in 2025?" into a question that stands on its own.

With a language model the model rewrites it (`rewriting`). Without one, or where its rewriting is
not fit to be searched for, rules do (`carrying`), and the reader always sees the question that was
searched for. Thanks are no question: they are answered and nothing is searched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .carrying import OPENERS, SHORT, carry_over, names
from .models import is_built_in
from .models.seam import ChatModel
from .rewriting import rewrite
from .turns import FollowUp, Turn

_POINTERS = frozenset(
    # pronouns and pointers that need something said before
    "it its they their them he his him she her this that these those there then "
    "il elle ils elles lui leur leurs ce cela ça ceci celui celle ceux celles y en son sa ses "
    "er sie es ihn ihm ihr ihre ihren ihrem seine seinen sein dies diese dieser das dort davon "
    "lui lei essi loro esso essa questo questa quello quella ciò ne suo sua suoi sue vi".split()
)
_THANKS = frozenset("thanks thank thx merci danke dank grazie".split())
_POLITE = frozenset(
    "you so very much a lot many ok okay great perfect beaucoup bien mille vous parfait super "
    "schön sehr vielen besten herzlichen gut prima tante molte infinite perfetto bene for your "
    "the help answer pour votre réponse aide für die ihre deine antwort hilfe per la tua risposta "
    "aiuto and et und e".split()
)


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
    earlier = [turn.text for turn in turns if turn.role == "user"]
    if not earlier or not needs_context(question):
        return FollowUp(question)
    if is_built_in(model):
        return FollowUp(carry_over(question, earlier[-1], language))
    found = rewrite(question, turns, language, model, seconds)
    text = found.text or carry_over(question, earlier[-1], language)
    return replace(found, text=text)


def needs_context(question: str) -> bool:
    """Tell whether a question leans on what was said before."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", question)
    if OPENERS.match(question.strip()):
        return True
    if not words or (len(words) <= SHORT and not names(question)):
        return True
    return any(word.lower() in _POINTERS for word in words) and not names(question)


def is_thanks(text: str) -> bool:
    """Tell whether a message thanks, and asks nothing."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return any(word in _THANKS for word in words) and all(
        word in _THANKS or word in _POLITE for word in words
    )
