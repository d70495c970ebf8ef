"""What a question says behind its asking word, where nobody does anything: *is the price*.

Another asking word before it would ask nothing (*why is the price?*), nor would one that loses its
noun (*why sentence did he get?*): it is put in brackets instead.
"""

from __future__ import annotations

import re

from .name_places import whole_names
from .phrase_places import noun_phrases

_COPULA = re.compile(
    r"\A(?:is|are|was|were|est|sont|était|étaient|ist|sind|war|waren|è|sono|era|erano)\s+",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"which|what|how many|quel(?:le)?s?|combien de|welche[nmrs]?|wie ?viele|quant[ie]|qual[ei]",
    re.IGNORECASE,
)
"""What may ask with a noun: *which sentence*."""
_HELPED = re.compile(
    r"(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|est|sont|était|a|ont|avait"
    r"|sera|ist|sind|war|waren|hat|haben|hatte|wird|werden|wurden?|è|sono|era|erano|ha|hanno|aveva"
    r"|sarà|fu|viene)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\A[A-Z][^'’]*['’]s? [a-z -]+\Z")


def bracketed(asked: str, rest: str, language: str) -> str:
    """What to put in brackets behind another asking word; empty where it may stand before all.

    Args:
        asked: the word that asks in the question before.
        rest: what follows it.
        language: of both.
    """
    told = _COPULA.match(rest)
    thing = re.sub(r"[ ?()]+\Z", "", rest[told.end() if told else 0 :])
    if told:
        return thing if _is_thing(thing, language) else ""
    return thing if _ATTRIBUTE.fullmatch(asked) and not _HELPED.match(rest) else ""


def _is_thing(text: str, language: str) -> bool:
    """A thing or a name from the first letter to the last, and so without a verb."""
    phrases, named = noun_phrases(text, language), whole_names(f"x {text}", language)
    starts = [phrase.start for phrase in phrases] + [name.start - 2 for name in named]
    ends = [phrase.end for phrase in phrases] + [name.end - 2 for name in named]
    owned = language == "en" and _OWNED.fullmatch(text)
    return bool(owned) or (0 in starts and len(text) in ends)
