"""Clock times in words: `half past five`, *cinq heures et demie*, *halb sechs*, `noon`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.facts.facts import Fact, Language
from assistant.facts.figures import words
from assistant.facts.text.letters import has_any

_PATTERNS = {
    "en": re.compile(
        r"(?<!\w)(?:(?:half past|(?:a )?quarter (?P<way>to|past)) (?P<hour>(?!noon|mid)\w+)"
        r"|(?<=at )(?P<whole>\w+)(?: o['’]clock)?"
        r" (?:in the (?:(?P<later>evening|afternoon)|morning)"
        r"|(?P<night>at night|p\.?m\.?)|a\.?m\.?)"
        r"|(?P<half>half past )?(?:(?P<noon>noon|midday)|(?P<midnight>midnight)))(?![\w-])",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?<!\w)(?:(?<=à |s )(?P<hour>\w+) heures? (?:et (?:demie|(?P<past>quart))|trente"
        r"|(?P<to>moins le quart))|(?<=à )(?P<whole>\w+) heures? (?:(?P<later>du soir"
        r"|de l['’]après-midi)|du matin)|(?:(?P<noon>(?<!du )(?<!le )midi)|(?P<midnight>minuit))"
        r"(?P<half> et demie?)?)(?![\w-])",
    ),
    "de": re.compile(
        r"(?<!\w)(?:(?P<before>halb)|(?:[Vv]iertel|(?P<minutes>fünf|zehn|zwanzig)) "
        r"(?P<way>vor|nach)) (?P<hour>\w+)(?! [A-ZÄÖÜ](?!hr\b)|\w)|(?P<midnight>Mitternacht)(?!\w)"
        r"|(?<=um )(?P<whole>\w+) Uhr (?:(?P<later>nachmittags|abends)|morgens|früh)"
        r"|(?P<noon>(?!))",
    ),
    "it": re.compile(
        r"(?<!\w)(?:(?<=le )(?P<hour>\w+) (?:e (?:mezz[ao]|(?P<past>un quarto))"
        r"|(?P<to>meno un quarto))|(?<=lle )(?P<whole>\w+) (?:(?P<later>di sera|della sera"
        r"|del pomeriggio)|(?:del|di) mattin[ao])"
        r"|(?:(?P<noon>mezzogiorno)|(?P<midnight>mezzanotte))"
        r"(?P<half> e mezz[ao])?)(?![\w-])",
    ),
}
_CUES = {
    "en": (
        "past",
        "quarter to",
        "noon",
        "midday",
        "midnight",
        " in the ",
        "at night",
        ".m",
        " am",
        " pm",
    ),
    "fr": ("heure", "midi", "minuit"),
    "de": ("halb ", "iertel ", " vor ", " nach ", "Mitternacht", " Uhr "),
    "it": ("mezz", "quarto", " sera", "mattin", "pomeriggio"),
}
_MINUTES = {"fünf": 5, "zehn": 10, "zwanzig": 20}


def scan(text: str, language: Language) -> Iterator[Fact]:
    """Every clock time in words as `HH:MM`; noon and midnight may be left out by a translator."""
    if not has_any(text, _CUES[language]):
        return
    for match in _PATTERNS[language].finditer(text):
        found = match.groupdict()
        if found["noon"] or found["midnight"]:
            key = ("12:" if found["noon"] else "00:") + ("30" if found.get("half") else "00")
            yield Fact(
                "time", *match.span(), match[0], None, "", key,
                "minute" if found.get("half") else "word",
            )  # fmt: skip
            continue
        said = found["hour"] or found.get("whole") or ""
        word = words.read(said.lower(), language)
        hour = int(word.value) if word else int(said) if said.isdecimal() else 0
        if not 1 <= hour <= 12:
            continue
        hour, minute = _read(found, hour)
        key, also = f"{hour % 24:02}:{minute:02}", f"{(hour + 12) % 24:02}:{minute:02}"
        if found.get("whole"):
            later = found["later"] or found.get("night")
            key, also = (also, "") if later else (key, "")
        yield Fact("time", *match.span(), match[0], None, "", key, "minute", "", also)


def _read(found: dict[str, str | None], hour: int) -> tuple[int, int]:
    """Hour and minute of a match that names the hour."""
    if found.get("whole"):
        return hour, 0
    if found.get("before"):  # halb sechs
        return hour - 1, 30
    to = found.get("to") or found.get("way") in ("to", "vor")
    past = found.get("past") or found.get("way") in ("past", "nach")
    if not (to or past):
        return hour, 30
    minutes = _MINUTES.get(found.get("minutes") or "", 15)
    return (hour - 1, 60 - minutes) if to else (hour, minutes)
