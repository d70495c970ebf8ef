"""Who gives is not who receives: *Mehmet received the medal*, *received the medal from Mehmet*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import has_any
from assistant.facts.text.spelling import skeleton

from .rules import Sentence

_CUES = ("receiv", "reçu", "reçoi", "reçut", "erhielt", "erhalten", "bekam", "bekommen", "ricev")
_VERB = re.compile(
    r"\b(?:received?|receives|reçue?s?|reçoit|reçut|erhielt(?:en)?|erhält|bekam(?:en)?|erhalten|bekommen|ricev\w{1,4})\b"
)
_NAME = r"[A-ZÀ-Þ][^\W\d_]{1,30}(?: [A-ZÀ-Þ][^\W\d_]{1,30})?"
_GIVER = re.compile(rf"\b(?:from|von|vom|da|dal|dalla|dall['’]|de|du|des|par|d['’]) ?({_NAME})")
_NAMED = re.compile(_NAME)


def receiver(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim has the one receive something who gives it in the quotes."""
    ours = parties(*claim)
    if not ours:
        return None
    theirs = [told for quote in quotes if (told := parties(*quote))]
    received = {name for takers, _ in theirs for name in takers}
    gave = {name for _, givers in theirs for name in givers}
    return (
        Reason("turned_round") if ours[0] and ours[0] <= gave and not ours[0] & received else None
    )


@lru_cache(maxsize=2048)
def parties(text: str, language: Language) -> tuple[frozenset[str], frozenset[str]] | None:
    """Who is named first before the verb, and of whom a text says that it is from them."""
    if not has_any(text, _CUES) or not (verb := _VERB.search(text)):
        return None
    takers, rest = text[: verb.start()], text[verb.end() :]
    givers = (found[1] for found in _GIVER.finditer(rest))
    first = _NAMED.search(takers)
    return _words(first[0] if first else ""), _words(" ".join(givers))


def _words(names: str) -> frozenset[str]:
    return frozenset(skeleton(name) for name in names.split())
