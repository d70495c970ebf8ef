"""Does a claim say *more effective than* where its quotes have *no more …* or *less effective*?

A denied comparison is seen by its form, so this holds across languages and long sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.facts.facts import Language
from assistant.facts.polarity import direction
from assistant.facts.reasons import Reason

from .meaning import Meaning

_THAN: dict[Language, str] = {
    "en": r"(?: \w+){0,2}? than(?!\w)(?! [\d$€£])",
    "fr": r" qu(?:e |['’])(?!\d)",
    "de": r"(?: [a-zäöü]\w*)? als(?!\w)(?! \d)",
    "it": r" (?:d[ie]l?|dello|del\w+|dei|de[gl]li|che|rispetto|dell['’])(?![\w])(?! \d)",
}
_MORE: dict[Language, str] = {
    "en": r"(?:more (?P<of>\w+)|better|worse|(?!other|rather|later|sooner|fewer|lower)\w{2,}er)",
    "fr": r"(?:plus (?P<of>\w+)|mieux|meilleure?s?|pires?)",
    "de": r"(?:mehr|(?!ander|oder|eher|früher|später|länger)(?P<of>[a-zäöü]{3,})er)",
    "it": r"(?:più (?P<of>\w+)|meglio|miglior\w?|peggior\w?)",
}
_DENIED: dict[Language, str] = {
    "en": r"(?:no|not|n['’]t|hardly)(?: (?:any|much|(?!only)\w+ly))? ",
    "fr": r"(?:ne |n['’])\w+ (?:pas|guère)(?: \w+ment| beaucoup)? ",
    "de": r"(?:nicht|kaum|keineswegs) (?:wesentlich |viel |deutlich )?",
    "it": r"non \w+(?: \w+mente| affatto)? ",
}
_LESS: dict[Language, str] = {
    "en": r"less (?P<of>\w+)", "fr": r"moins (?P<of>\w+)", "de": r"weniger (?P<of>\w+)",
    "it": r"meno (?P<of>\w+)",
}  # fmt: skip
_UP, _NOT_UP, _DOWN = (
    {of: re.compile(r"(?<!\w)" + begin[of] + _THAN[of], re.IGNORECASE) for of in _THAN}
    for begin in (_MORE, {of: _DENIED[of] + _MORE[of] for of in _THAN}, _LESS)
)
_SAME = 0.5
"""Cosine from which two things that are compared are one: *effective, efficace*."""


def no_more(
    claim: str, language: Language, quotes: Sequence[tuple[str, Language]], meaning: Meaning
) -> Reason | None:
    """Say if a claim has *more than* of what its quotes have as no more, or as less.

    Args:
        claim: a sentence that is otherwise supported.
        language: the claim's.
        quotes: their texts and languages.
        meaning: tells how near words are.
    """
    up, less = _UP[language].search(claim), _DOWN[language].search(claim)
    if not quotes or not (up or less) or direction(claim, language).denials:
        return None
    of = up["of"] if up and not less else None
    for text, tongue in quotes:
        rest, denied = _NOT_UP[tongue].subn(" ", text)
        down = _DOWN[tongue].search(text)
        is_less = bool(of and down and float(meaning.table([of], [down["of"]]).max()) >= _SAME)
        if _UP[tongue].search(rest) or not (is_less or (denied and not down)):
            return None
    return Reason("denied")
