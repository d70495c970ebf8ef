"""Does a short question lean on what was said before? The documents tell.

*Who is the mayor?* after *When will the port of Lindholm close?* asks for Lindholm's mayor; *How
long is the whale?* asks nothing of Lindholm. Rules carry the name over in both. It stays only where
a document that names it is among those that come nearest to the question as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.facts.names.named import is_named
from index import Hit

from .turns import FollowUp

_NEAR = 0.75
"""Share of the best score from which a passage comes near to a question too."""


def settle(
    full: FollowUp, question: str, search: Callable[[str], list[Hit]]
) -> tuple[FollowUp, list[Hit]]:
    """Search for a question in full; for the typed one alone where what was carried is not of it.

    Args:
        full: the question in full, with the names that rules carried over.
        question: as the reader typed it.
        search: gives the passages for a text, best first.

    Returns:
        The question as it is asked in the end, and what was found for it.
    """
    hits = search(full.text)
    if not full.carried:
        return full, hits
    alone = search(question)
    named = {hit.file for hit in hits if _names(hit, full.carried)}
    if any(hit.file in named and hit.score >= _NEAR * alone[0].score for hit in alone):
        return full, hits
    return replace(full, text=question, carried=()), alone


def _names(hit: Hit, names: tuple[str, ...]) -> bool:
    return any(is_named(name, f"{hit.title}\n{hit.text}") for name in names)
