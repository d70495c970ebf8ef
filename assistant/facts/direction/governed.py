"""Is a sentence as a whole about something less than done: *the group plans to …*, *unions fear …*?

That is so where its main verb is a word of planning, fearing, demanding or alleging: near the
beginning, with no other clause before it. Then all that stands behind it is governed, however
long it is, but for what is said by the way (*, which opened in 1950,*). Words in `unreal.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.letters import word_set

from .unreal import is_guarded, is_owned

_LONGEST = 2_000
_MOST_BEFORE = 9
"""Words of the subject."""
_SEVERAL = re.compile(r"[.!?…][»”\"]?\s+[A-ZÀ-Ü«“\"„]|\n")
_ASIDE = re.compile(r"\([^()]*\)|[–—-] [^–—]* [–—-](?= )")
_OPENS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?<!\w)(?:who|which|what|that|because|when|and|or|but|not|to)(?!\w)", re.I),
    "fr": re.compile(
        r"(?<!\w)(?:qui|que|dont|où|parce|quand|mais|ne|pour|(?:et|ou)$)(?!\w)|qu['’]", re.I
    ),
    "de": re.compile(r"(?<!\w)(?:dass|weil|als|aber|zu|nicht|(?:und|oder)$)(?!\w)", re.I),
    "it": re.compile(r"(?<!\w)(?:che|cui|perché|quando|ma|non|per|(?:e|o)$)(?!\w)", re.I),
}
_FUTURE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?<!\w)(?:will|shall|going|about|due|set)(?!\w)|['’]ll(?!\w)", re.I),
    "fr": re.compile(r"(?<!\w)\w{3,}(?:ra|ront)(?!\w)", re.I),
    "de": re.compile(r"(?<!\w)(?:wird|werden|wirst)(?!\w)", re.I),
    "it": re.compile(r"(?<!\w)\w{3,}(?:rà|ranno)(?!\w)", re.I),
}
_HAPPENS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?<!\w)(?:when|once|whenever|as soon)(?!\w)", re.I),
    "fr": re.compile(r"(?<!\w)(?:quand|lorsqu?|dès)(?!\w)", re.I),
    "de": re.compile(r"(?<!\w)(?:sobald|wo)(?!\w)", re.I),
    "it": re.compile(r"(?<!\w)(?:quando|appena|una volta)(?!\w)", re.I),
}

_HAPPENS_CUES = frozenset(
    "when once whenever soon quand lorsqu lorsque dès sobald wo quando appena volta".split()
)
_NO_MATTER = re.compile(
    r"(?<!\w)(?:(?:about|almost|nearly|circa|quasi|fast|knapp|nahezu|presque|près d[e’']) ?(?=\d)"
    r"|interdi\w+|vietat\w)",
    re.IGNORECASE,
)
"""What says of a figure that it is round, and that something was forbidden, owns nothing."""


@dataclass(frozen=True, slots=True)
class Governed:
    """What a sentence has as less than done, all of it."""

    core: str
    """Its words without those said by the way, from the main verb on."""
    beside: str
    """What is said before it and by the way."""
    subject: str
    """Whom it is about."""
    is_strong: bool
    """Saying that it *will* be does not own it: feared, demanded, doubted, on a condition."""


@lru_cache(maxsize=4096)
def governed(text: str, language: Language) -> Governed | None:
    """Read a text that is one sentence with such a main verb; None if it is anything else."""
    text = text[:_LONGEST].strip()
    if not is_guarded(text, language) or _SEVERAL.search(text):
        return None
    asides = " ".join(_ASIDE.findall(text))
    text = _ASIDE.sub("", text).replace("  ", " ")
    if _conditional(language).match(text):
        return Governed(text, asides, "", is_strong=True)
    for kind in ("strong", "weak"):
        mark = _main(language, kind).search(text)
        if mark is None:
            continue
        before = text[: mark.start()].strip()
        *apart, subject = _segments(before)
        # An Italian verb may stand without a subject: *Prevede di acquistare …*.
        if not before and language != "it":
            continue
        if len(subject.split()) > _MOST_BEFORE or _OPENS[language].search(subject):
            continue
        core, beside = _parted(text[mark.start() :], mark.end() - mark.start(), language)
        strong = kind == "strong" or _is_open(mark[0], core, language)
        return Governed(core, " ".join((asides, *apart, beside)), subject, strong)
    return None


@lru_cache(maxsize=4096)
def owns(claim: str, language: Language, *, strongly: bool) -> bool:
    """Does a claim own that what it says is less than done?

    Args:
        claim: a sentence.
        language: its language.
        strongly: by more than saying that it will be.
    """
    if not _HAPPENS_CUES.isdisjoint(word_set(claim)) and _HAPPENS[language].search(claim):
        return True
    if not is_owned(claim, language):
        return False
    claim = _NO_MATTER.sub("", claim)
    if strongly:
        claim = _FUTURE[language].sub("", claim)
    return is_owned(claim, language)


def _segments(before: str) -> list[str]:
    """What is set apart by commas before the main verb, and last its subject."""
    parts = [part.strip() for part in before.split(",")]
    if len(parts) >= 3 and not parts[-1]:
        return [*parts[1:-1], parts[0]]  # the group, founded in 1950, plans
    return parts if parts[-1] else [*parts, ""]


def _parted(behind: str, verb: int, language: Language) -> tuple[str, str]:
    """What is governed, and what is said by the way."""
    core, beside, at = "", "", 0
    for found in _by_the_way(language).finditer(behind, verb + 2):
        if found.start() >= at:
            core += behind[at : found.start()] + " "
            end = behind.find(",", found.start() + 2)
            at = end if end > 0 else len(behind)
            beside += behind[found.start() : at] + " "
    return core + behind[at:], beside


@cache
def _main(language: Language, kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){table('unreal')['main'][language][kind]}(?![\w-])")


def _is_open(verb: str, core: str, language: Language) -> bool:
    """Is it only possible, or so on a condition: *could*, *if growth returns*?"""
    words = table("unreal")["main"][language]
    possible = re.fullmatch(words["possible"], verb.strip(), re.IGNORECASE)
    return possible is not None or re.search(words["only_if"], core) is not None


@cache
def _conditional(language: Language) -> re.Pattern[str]:
    words = table("unreal")["main"][language]
    return re.compile(rf"{words['if']}(?!\w)[^,]*, .*?(?<!\w){words['then']}(?!\w)", re.IGNORECASE)


@cache
def _by_the_way(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<= )|(?=,)){table('unreal')['main'][language]['beside']}(?!\w)|[;:]")
