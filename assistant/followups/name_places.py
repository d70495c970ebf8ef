"""Where a question has a name, whole: *Bank of China*, *la Banque centrale européenne*.

A name of several words is replaced as one, with the small words inside and the adjectives behind a
common noun; a part of it in another's place would be a name that nobody has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.facts import LANGUAGES, Language
from assistant.facts.finding import days_and_hours
from assistant.facts.text.vocabulary import is_any_word, is_ordinary, same_thing

from .other_units import names_money

_CAPITAL = r"[A-ZÀ-ÖØ-Þ](?:[\w-]|['’](?!s\b)(?=\w))*"
_INSIDE = {
    "en": r"of(?: the)?|de|du|di|von|van|for",
    "fr": r"of(?: the)?|de(?: la| l['’])?|du|des|d['’]|di|von|van",
    "de": r"of(?: the)?|de|du|di|van",
    "it": r"of(?: the)?|de(?:l|i|gli|ll[ae]|ll['’])|di|d['’]|de|von|van",
}
"""Small words inside a name; German has *von* before whose it is, behind any noun."""
_ADJECTIVE = {
    "fr": r"[a-zà-ÿ]{2,}(?:al|ale|aux|ique|aire|éen|éenne|ien|ienne|ais|aise)s?",
    "it": r"[a-zà-ÿ]{2,}(?:ale|ali|ico|ica|ario|aria|ano|ana|ese|eo|ea)",
}
"""What is written small behind the noun of a name: *Banca centrale europea*."""
_NAMES = {
    language: re.compile(
        rf"(?<!\w){_CAPITAL}(?P<adjectives>(?:\s+(?:{_ADJECTIVE.get(language, '(?!)')})(?!\w))*)"
        rf"(?:\s+(?:(?:{inside})(?:(?<=['’])|\s+))?{_CAPITAL}"
        rf"(?:\s+(?:{_ADJECTIVE.get(language, '(?!)')})(?!\w))*)*"
    )
    for language, inside in _INSIDE.items()
}
_ARTICLE = {
    "en": "the",
    "fr": r"les?|la|l['’]",
    "de": r"de[rnms]|die|das",
    "it": r"il|lo|la|l['’]|i|gli|le",
}
_JOINED = {"du": "le", "au": "le", "des": "les", "aux": "les"}
"""French prepositions with an article in them."""
_ITALIAN = re.compile(r"(?:[nd]e|da|a|su|co)l?(l['’]|l[oae]|gli|i|l)\Z")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a question."""

    start: int
    end: int
    text: str


def whole_names(text: str, language: str, *, nouns: bool = False) -> list[Name]:
    """The names behind the first word, whole and without *'s*; no months and days of the week.

    Args:
        text: a question.
        language: it is in; another than the four is read as English.
        nouns: German common nouns, which are written like names, are given too.
    """
    spoken: Language = language if language in LANGUAGES else "en"
    first = re.match(r"\s*[^\s'’]+['’]?", text)
    found = _NAMES[spoken].finditer(text, first.end() if first else 0)
    said = [_told(match, spoken) for match in found]
    told = [name for name in said if not days_and_hours(name.text, spoken)]
    return [name for name in told if nouns or _is_name(name, spoken)]


def name_alone(text: str, language: str) -> tuple[str, str] | None:
    """The small words before a name and the name, where a text is that and nothing more.

    Args:
        text: a follow-up without *and* and its question mark.
        language: of it.
    """
    names = whole_names(f"x {text}", language)
    if len(names) != 1 or names[0].end != len(text) + 2:
        return None
    lead = text[: names[0].start - 2]
    return (lead, names[0].text) if lead == lead.lower() and len(lead.split()) <= 2 else None


def other_name(bare: str, before: str, language: Language) -> str:
    """*And the Bank of England?*: the one name for the one name; empty where that is not plain.

    Args:
        bare: the follow-up, without *and* and its question mark.
        before: the question before it, in full.
        language: of both.
    """
    brought, there = name_alone(bare, language), whole_names(before, language)
    if not brought or not brought[0].strip() or len(there) != 1:
        return ""
    lead, name, start = brought[0].casefold(), brought[1], there[0].start
    ahead, behind = before[:start], before[there[0].end :]
    if re.search(rf"(?<!\w){re.escape(lead)}\Z", ahead, re.IGNORECASE):
        return ahead + name + behind
    if not re.fullmatch(_ARTICLE[language], lead.strip()):
        return ""
    told = re.search(r"(?<!\w)([^\W\d_]+)(['’]|\s+)\Z", ahead)
    if not told:
        return ""
    word = (told[1] + told[2]).strip().casefold()
    if language == "de":
        of_it = word == "der" and lead.strip() == "die" and _noun_ahead(ahead[: told.start()])
        return ahead + name + behind if of_it else ""
    if re.fullmatch(_ARTICLE[language], word):
        return ahead[: told.start()] + brought[0] + name + behind
    inner = _ITALIAN.match(word) if language == "it" else None
    article = _JOINED.get(word, "") if language == "fr" else inner[1] if inner else ""
    same = lead.strip() == {"l": "il"}.get(article, article)
    return ahead + name + behind if same else ""


def _told(match: re.Match[str], language: Language) -> Name:
    """The name in a match; adjectives are of it only behind a common noun, *Banca centrale*."""
    head = re.split(r"[\s'’]", match[0], maxsplit=1)[0]
    small = match["adjectives"]
    end = match.end()
    if small and not is_ordinary(head.lower(), language):
        end = match.start("adjectives")
    return Name(match.start(), end, match.string[match.start() : end])


def _is_name(name: Name, language: Language) -> bool:
    if language != "de":
        return True
    if names_money(name.text, language):
        return False
    return bool(" " in name.text or same_thing(name.text) or not is_any_word(name.text))


def _noun_ahead(text: str) -> bool:
    words = text.split()
    return bool(words) and words[-1][0].isupper() and len(words) > 1
