"""Another country in a question, and another name without the article of the one before.

*Und in Russland?* after *Wer ist der Präsident von China?* asks for that of Russia: a place takes
the place of the only one, also where another preposition stands before it.
"""

from __future__ import annotations

import re

from assistant.facts import Language
from assistant.facts.text.vocabulary import same_thing

from .name_places import name_alone, whole_names

_IN = {
    "en": r"in(?: the)?",
    "fr": r"en|aux?|à(?: la)?|dans (?:les?|la)",
    "de": r"in(?: de[rnm])?|im",
    "it": r"in|a|ne(?:l|i|gli|ll[oae])",
}
_OF = {
    "en": r"of(?: the)?",
    "fr": r"d['’]|de(?: la| l['’])?|du|des",
    "de": r"von(?: de[rnm])?|vom|der|des",
    "it": r"di|de(?:l|i|gli|ll[oae]|ll['’])",
}
_FRENCH = {"en": "de", "à": "de", "au": "du", "aux": "des"}
"""What is *of* before a name that has the other before it."""
_VOWEL = re.compile(r"[aeiouéèêâîôh]", re.IGNORECASE)
_ARTICLE = {
    "fr": re.compile(r"(?<!\w)(?:la|le|l['’])\s*\Z", re.IGNORECASE),
    "de": re.compile(r"(?<!\w)(?:de[rnm]|die|das)\s+\Z", re.IGNORECASE),
    "it": re.compile(r"(?<!\w)(?:il|lo|la|l['’])\s*\Z", re.IGNORECASE),
}
_JOINED = {
    "fr": re.compile(r"(?<!\w)du\s+\Z"),
    "it": re.compile(r"(?<!\w)de(?:l|ll[oa]|ll['’])\s*\Z"),
}
"""*Of* with an article in it, and the word without."""
_WITHOUT = {"fr": "de ", "it": "di "}
_GENITIVE = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]{0,60} der\s{1,3}\Z")


def other_place(bare: str, before: str, language: Language) -> str:
    """*In Russia* after *the president of China*; empty where that is not plain.

    Args:
        bare: the follow-up, without *and* and its question mark.
        before: the question before it, in full.
        language: of both.
    """
    brought = name_alone(bare, language)
    if not brought or not same_thing(brought[1]):
        return ""
    lead, name = brought[0].strip().lower(), brought[1]
    places = [one for one in whole_names(before, language) if same_thing(one.text)]
    if not re.fullmatch(_IN[language], lead) or len(places) != 1:
        return ""
    ahead, behind = before[: places[0].start], before[places[0].end :]
    if language == "en" and re.match(r"['’]s\b", behind):
        return ahead + name + behind
    inside = re.search(rf"(?<!\w)(?:{_IN[language]})\s+\Z", ahead, re.IGNORECASE)
    if inside:
        return f"{ahead[: inside.start()]}{lead} {name}{behind}"
    owned = re.search(rf"(?<!\w)(?:{_OF[language]})\s*\Z", ahead, re.IGNORECASE)
    if not owned:
        return ""
    return f"{ahead[: owned.start()]}{_of(lead, name, language)}{behind}"


def without_article(ahead: str, language: Language) -> str:
    """What stands before a name, for one of unknown gender: *leitet die* without its *die*.

    Args:
        ahead: the question up to the name.
        language: of it.
    """
    if language == "de" and _GENITIVE.search(ahead):
        return re.sub(r"der\s+\Z", "von ", ahead)
    if (joined := _JOINED.get(language)) and joined.search(ahead):
        return joined.sub(_WITHOUT[language], ahead)
    article = _ARTICLE.get(language)
    return article.sub("", ahead) if article else ahead


def _of(lead: str, name: str, language: Language) -> str:
    """*Of* that place; Italian has its gender in the word, so there it stays *in*."""
    if language == "fr":
        of = _FRENCH.get(lead, f"de {lead.partition(' ')[2]}".strip())
        return f"d'{name}" if of == "de" and _VOWEL.match(name) else f"{of} {name}"
    if language == "it":
        return f"{lead} {name}"
    if lead == "im":
        return f"vom {name}"
    article = lead.partition(" ")[2]
    return " ".join(filter(None, ({"en": "of"}.get(language, "von"), article, name)))
