"""The closer looks at a claim that is supported so far; the first that finds something decides."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.facts import Language
from assistant.facts.reasons import Reason

from .apart import apart
from .bare import too_bare
from .beyond import beyond
from .decades import another_decade
from .excepting import excepted
from .kindred import another_kind
from .meaning import Meaning
from .namesakes import namesake
from .no_more import no_more
from .pace import another_rate
from .receiving import receiver
from .shares import another_share
from .strange_parts import strange_part
from .turnings import turning
from .unreal import only_unreal
from .wholly import wholly_unreal


def loose(
    claim: str,
    language: Language,
    quotes: Sequence[tuple[str, Language]],
    meaning: Meaning,
    *,
    named: bool,
) -> Reason | None:
    """Say what of a claim hangs loose, if anything does.

    Args:
        claim: a sentence whose figures, names, direction and gist the quotes have.
        language: the claim's.
        quotes: their texts and languages.
        meaning: tells how near words are.
        named: it names somebody whom nothing in the quotes explains.
    """
    found = (
        too_bare(claim, language, quotes, meaning)
        or beyond(claim, language, quotes)
        or only_unreal(claim, language, quotes, meaning)
        or no_more(claim, language, quotes, meaning)
        or wholly_unreal(claim, language, quotes, meaning)
        or apart(claim, language, quotes, meaning)
    )
    if not found and named:
        found = strange_part(claim, language, quotes, meaning)
    return (
        found
        or another_kind(claim, language, quotes, meaning)
        or namesake(claim, language, quotes)
        or another_rate(claim, language, quotes)
        or turning(claim, language, quotes)
        or another_decade(claim, quotes)
        or excepted(claim, language, quotes, meaning)
        or another_share(claim, language, quotes, meaning)
        or receiver(claim, quotes)
    )
