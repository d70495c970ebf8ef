"""Follow-ups in full that move a question to another time or thing, or ask why it was so.

*The year before?* after *in 2023* is a question for 2022, *and this year?* one for this year
instead of the last, *how many of them?* one of those that were counted, *why not?* the reason for
the no. What :mod:`.carrying` puts behind a question in brackets is so put into its words.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from assistant.facts import LANGUAGES, Language
from assistant.facts.text.vocabulary import same_thing

from .carrying import OPENERS, POINTERS, is_asking, names
from .leads import small_lead
from .name_places import name_alone, other_name, whole_names
from .other_places import other_place, without_article
from .other_units import in_other_unit
from .phrase_places import noun_phrases
from .standing_in import stand_in
from .whys import why_in_full

_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_HOW_IT_IS = re.compile(r"(quant[oa] (?:è|era|sono) )[a-z]+", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w'’-]*)*")
_MOST = 6
"""Words of a follow-up that leans so."""
_SHORT_WORDS = 3
"""Words that a preposition brings."""
_WAYS: dict[Language, frozenset[str]] = {
    "en": frozenset("in by for with without on at from to under over".split()),
    "fr": frozenset("en par pour avec sans à sur sous".split()),
    "de": frozenset("in per für mit ohne auf zu".split()),
    "it": frozenset("in per con senza a su".split()),
}
"""What stands before how, for whom or where it is so."""
_LEADS = frozenset(
    "about for with from of in at on by sur pour avec de dans chez über für mit von aus bei per con"
    " su di da a à".split()
)


def followed(question: str, before: str, language: str) -> str:
    """Put a short follow-up into the words of the question before; empty where no rule fits.

    Args:
        question: the follow-up.
        before: the question before it, in full.
        language: of both.

    Example:
        >>> followed("the year before?", "What did Sberbank invest in 2023?", "en")
        'What did Sberbank invest in 2022?'
    """
    if language not in LANGUAGES or len(question.split()) > _MOST + _SHORT_WORDS:
        return ""
    spoken: Language = language
    typed = question.strip().rstrip(" ?!.\u00a0\u202f")
    bare = small_lead(OPENERS.sub("", typed))
    before = before.strip()
    for rule in _RULES:
        if full := rule(bare, before, spoken):
            return full[0].upper() + full[1:]
    return _another(small_lead(typed), before, spoken)


def _next_year(bare: str, before: str, language: Language) -> str:
    """*The year before*, *im Jahr danach*: of the one year that was asked about."""
    years = _YEAR.findall(before)
    for name, step in (("before", -1), ("after", 1)):
        if len(years) == 1 and _form(name, language).fullmatch(bare):
            return _YEAR.sub(str(int(years[0]) + step), before)
    return ""


def _other_time(bare: str, before: str, language: Language) -> str:
    """*This year* for *last year*, *am Sonntag* for *am Montag*."""
    form = _form("time", language)
    told = list(form.finditer(before))
    if not form.fullmatch(bare) or len(told) != 1:
        return ""
    return before[: told[0].start()] + bare + before[told[0].end() :]


def _other_ordinal(bare: str, before: str, language: Language) -> str:
    """*In the second* after *in the first quarter*."""
    form = _form("ordinal", language)
    brought, told = list(form.finditer(bare)), list(form.finditer(before))
    if len(brought) != 1 or len(told) != 1 or brought[0].end() != len(bare):
        return ""
    lead = bare[: brought[0].start()].split()
    if len(lead) >= _SHORT_WORDS:
        return ""
    return before[: told[0].start()] + brought[0][0] + before[told[0].end() :]


def _other_aim(bare: str, before: str, language: Language) -> str:
    """*About schools* after *what did he say about taxes?*: one preposition, one word behind it."""
    lead, _, thing = bare.partition(" ")
    words = thing.split()
    if lead.lower() not in _LEADS or not words or len(words) > _SHORT_WORDS or "?" in thing:
        return ""
    if not all(word[0].isalpha() for word in words) or _NAME.fullmatch(thing) and language != "de":
        return ""
    told = list(re.finditer(rf"(?<!\w){lead} [^\W\d_]+(?=\s*\??$)", before, re.IGNORECASE))
    return f"{before[: told[0].start()]}{bare}{_end(before)}" if len(told) == 1 else ""


def _in_brackets(bare: str, before: str, language: Language) -> str:
    """*And in Kolm?* after *how many were hurt? (Halden)*: for the name carried over."""
    asked, _, carried = before.rpartition(" (")
    brought = name_alone(bare, language)
    if not asked.endswith("?") or not carried.endswith(")") or not brought or is_asking(bare):
        return ""
    there = whole_names(f"x {carried}", language)
    if len(there) != 1:
        return ""
    ahead, behind = carried[: there[0].start - 2], carried[there[0].end - 2 :]
    return f"{asked} ({ahead}{brought[1]}{behind}"


def _beside(bare: str, before: str, language: Language) -> str:
    """*By train* after *how long does it take to Lugano?*: said of all that was asked."""
    lead, _, rest = bare.partition(" ")
    words = re.findall(r"[^\W\d_]+", rest)
    if lead.lower() not in _WAYS[language] or not 0 < len(words) <= _SHORT_WORDS:
        return ""
    if rest != rest.lower() or any(word in POINTERS or is_asking(word) for word in words):
        return ""
    if noun_phrases(bare, language) or re.search(r"\d", rest) or not is_asking(before):
        return ""
    end = _end(before)
    return f"{before.removesuffix(end)} {bare}{end}"


def _other_quality(bare: str, before: str, language: Language) -> str:
    """*E larga?* after *quanto è lunga la galleria?*."""
    told = _HOW_IT_IS.match(before) if language == "it" else None
    one = bare.isalpha() and bare.islower() and bare[-1] in "aeio"
    return f"{told[1]}{bare}{before[told.end() :]}" if told and one else ""


def _of_them(bare: str, before: str, language: Language) -> str:
    """*How many of them are women?* after *how many workers does Korvan employ?*."""
    match = _form("ofthem", language).fullmatch(bare)
    counted = _form("counted", language).search(before)
    if not match or not counted:
        return ""
    rest, of = match["rest"] or "", " ".join(names("x " + before[counted.end() :].rstrip(" ?")))
    what = counted["what"]
    form: str = _data()["counting"][language]
    if language == "it":
        form = form.replace("Quanti dei", _ITALIAN_OF[what[-1] == "e"])
        form = form.replace("dei {what}", "degli {what}") if _VOWEL.match(what) else form
    return form.format(what=what, rest=rest, of=f" ({of})" if of else "")


_ITALIAN_OF = {True: "Quante delle", False: "Quanti dei"}


def _another(typed: str, before: str, language: Language) -> str:
    """*What about China?*: a place for the only place, another name for who does it."""
    bare = OPENERS.sub("", _form("of", language).sub("", typed, count=1).strip()).strip()
    brought = name_alone(bare, language)
    if not brought or is_asking(bare):
        return ""
    if brought[0]:
        return other_name(bare, before, language)
    there = whole_names(before, language)
    places = [name for name in there if same_thing(name.text)]
    alike = places if same_thing(bare) else [name for name in there if name not in places]
    alone = [name for name in alike if not _lead(before, name.start)]
    found = alike if len(alike) == 1 else alone
    if len(found) != 1:
        return ""
    ahead = before[: found[0].start]
    if language == "de" or not same_thing(bare):
        ahead = without_article(ahead, language)
    return ahead + bare + before[found[0].end :]


def _lead(text: str, at: int) -> bool:
    words = re.findall(r"[^\W\d_]+", text[:at])
    return bool(words) and words[-1].lower() in _LEADS


def _end(before: str) -> str:
    match = re.search(r"\s*\?\s*$", before)
    return match[0] if match else ""


@cache
def _form(name: str, language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_data()[name][language]})(?!\w)", re.IGNORECASE)


@cache
def _data() -> dict[str, dict[str, str]]:
    text = (files(__package__) / "following.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = tomllib.loads(text)
    return found


def _why(bare: str, before: str, language: Language) -> str:
    for name, denied in (("why", False), ("whynot", True)):
        if _form(name, language).fullmatch(bare):
            return why_in_full(before, language, denied=denied)
    return ""


_RULES = (
    _in_brackets, other_place, _next_year, in_other_unit, _other_time, _other_ordinal,
    _other_quality, _other_aim, _of_them, _why, stand_in, _beside,
)  # fmt: skip
"""Tried in this order."""
