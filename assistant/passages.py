"""Hits into numbered passages within a token budget, and those into the prompt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index import Hit, count
from prompts import fence, load, new_mark

from .models.seam import Message, Passage

_NAMES = {"en": "English", "fr": "French", "de": "German", "it": "Italian"}

READ = 12
"""Passages the built-in reader reads at least: they cost it no tokens."""


def for_reader(hits: Sequence[Hit], limit: int) -> tuple[Passage, ...]:
    """Choose what the built-in reader reads; without a tokenizer a cold answer is faster."""
    return pack(hits, 0, max(limit, READ), lambda text: 0)


def for_model(hits: Sequence[Hit], budget: int, limit: int) -> tuple[Passage, ...]:
    """Choose what a language model reads: no page furniture, within a budget of tokens."""
    return pack(quotable(hits), budget, limit, count)


def pack(
    hits: Sequence[Hit], budget: int, limit: int, count: Callable[[str], int]
) -> tuple[Passage, ...]:
    """Choose the hits a model gets to see, and number them.

    Best first; a hit that does not fit is left out and smaller ones after it may still fit. The
    first one always goes in, so that there is something to answer from.

    Args:
        hits: best first.
        budget: tokens for all passages together.
        limit: how many passages at most.
        count: tokens of a text.

    Returns:
        Passages numbered from 1, in the order of the hits.
    """
    chosen: list[Hit] = []
    left = budget
    for hit in hits:
        tokens = count(hit.text)
        if chosen and tokens > left:
            continue
        chosen.append(hit)
        left -= tokens
        if len(chosen) == limit:
            break
    return tuple(Passage(number, hit) for number, hit in enumerate(chosen, start=1))


def quotable(hits: Sequence[Hit]) -> list[Hit]:
    """Leave out page furniture: a teaser or a menu is nobody's word on the question.

    What readers wrote stays in, and is labelled as theirs in the prompt.
    """
    return [hit for hit in hits if hit.kind in ("article", "comment")]


def _shown(hit: Hit) -> str:
    return (
        f"[A reader's comment, not the article.] {hit.text}" if hit.kind == "comment" else hit.text
    )


def messages(question: str, language: str, passages: Sequence[Passage]) -> tuple[Message, ...]:
    """Fill the prompts for one question, with the passages behind a fresh fence."""
    mark = new_mark()
    user = load("answer.user").fill(
        mark=mark,
        passages=fence([_shown(passage.hit) for passage in passages], mark),
        language=language_name(language),
        question=question,
    )
    return Message("system", load("answer.system").fill()), Message("user", user)


def language_name(language: str) -> str:
    """Return how prompts call a language; one we do not speak falls back to English."""
    return _NAMES.get(language, "English")
