"""Words that no quote has near and that its wording accounts for all the same.

*The majority of* stands for *most*, *ex-* for *former*, *25 percent* for *a quarter*, *says* for
*according to*, *falls* for a German condition that begins with its verb, *zustimmt* for *stimmt …
zu*. A share or a speaker that is another one is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.deeds.deeds import parted
from assistant.facts.direction.conditions import conditional
from assistant.facts.facts import Language
from assistant.facts.figures.portions import before, portions
from assistant.facts.names.offices import less_kinds, less_words
from assistant.facts.names.sayings import noun_speakers
from assistant.facts.text.letters import lowered

_SAYS = frozenset(
    "say says said state states stated dit disent affirme affirment déclare déclarent sagt sagen"
    " sagte sagten erklärt erklärte dice dicono detto afferma affermano dichiara dichiarato".split()
)
"""Verbs that say no more than that somebody says it, unlike *confirm*."""
_IF = frozenset("wenn falls sofern sollte sollten".split())


def accounted_for(added: str, language: Language, quotes: Sequence[tuple[str, Language]]) -> bool:
    """Does what the quotes say in other words account for all the words that a claim adds?

    Args:
        added: words of the claim.
        language: the claim's.
        quotes: what it is held against.
    """
    words = lowered(added)
    part = before(language).owns if any(portions(*quote) for quote in quotes) else frozenset()
    says = any(noun_speakers(*quote) for quote in quotes)
    known = part | (_SAYS if says else frozenset())
    if language == "de":
        german = [text for text, tongue in quotes if tongue == "de"]
        known |= _IF if any(conditional(text, "de") for text in german) else frozenset()
        known |= {whole for text in german for whole in parted(text)}
    less = [
        less_words(kind, language)
        for kind in less_kinds()
        if any(less_words(kind, tongue).of(lowered(text)) for text, tongue in quotes)
    ]
    return bool(words) and all(
        word in known or any(kind.of([word]) for kind in less) for word in words
    )
