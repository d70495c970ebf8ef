"""The names in a question: which words are some, which belong together or stand side by side."""

from __future__ import annotations

import re

from assistant.facts import Language, find
from assistant.facts.text.vocabulary import country_names, is_ordinary, same_thing
from index import LANGUAGES

WORD = re.compile(r"[^\W_]+")
_FOREIGN = re.compile(r"\b([A-ZÀ-Ý]\w+) (?:of|the|de|du|di|del|della) ([A-ZÀ-Ý]\w+)\b")
"""A foreign name in a German question, where a capital makes no name: *Bank of China*."""
_DESCRIBED = re.compile(
    r"\b(?i:de[rsmn]|die|das|eine?[rsmn]?|welche[rsmn]?|diese[rsmn]?|im|[zv]om|zu[mr]|beim)"
    r"(?: (?!heute|gerne|alle)[a-zäöüß]+e[rsmn]?)+ ([A-ZÄÖÜ]\w+)\b(?![ -][A-ZÄÖÜ])"
)
"""A German noun behind an adjective: *das britische Sozialamt* is no name."""
_COUNTED = re.compile(r"\b(?:wie ?viele?[nrs]?|welche[rnms]?) ([A-ZÄÖÜ]\w+)\b", re.IGNORECASE)
"""A German noun that is counted or of which one is asked for: *wie viel Preisgeld*."""
_BESIDE = re.compile(r"(?<=[\w,] )([A-ZÄÖÜ]\w+) ([A-ZÄÖÜ]\w+)\b")
_PLACED = re.compile(r"\b(?:in|aus|nach) ([A-ZÄÖÜ]\w{3,})\b")
"""No article before it: *in Katalonien*, if it is no word of every day such as *in Betrieb*."""
BODY = re.compile(r"(?<=\w\s)(?:WHO|Who)\b")
"""No question word: the World Health Organization, or *Doctor Who*."""
_COUNTRY, _HEAD = 4, 4
"""Letters of a country that a German compound begins with, and of its head."""
_FEW = 2
"""Words that may be a name in capitals."""
_SIDE_BY_SIDE = re.compile(
    r",?\s+(?:and|or|und|oder|sowie|et|ou|ed?|od?|versus|vs\.?|than|als|che|di)\s+"
    r"(?:(?:the|in|of|for|at|der|die|das|de[mns]?|im|von|bei|le|la|les|du|à|en|il|lo|del|della|di|a)"
    r"\s+|d['’]|l['’]){0,2}|,\s+",
    re.IGNORECASE,
)
"""What stands between the names of two things that are set side by side."""
_CONNECTED = re.compile(
    r"\s(?:(?:of|the|de|du|des|la|di|del|della|von|der|van) ){0,2}", re.IGNORECASE
)


def names_of(question: str, words: list[str], language: str) -> tuple[str, ...]:
    """The words of names, figures and days; in German a capital alone does not make a name."""
    if is_loud(question):
        return tuple(word for word in words if word[0].isdigit())
    spoken: Language = language if language in LANGUAGES else "en"
    told = {
        word for fact in find(question, spoken) for word in WORD.findall(fact.text)
        if fact.kind in ("name", "date", "number", "unit", "money") and fact.precision != "relative"
    }  # fmt: skip
    if language == "de":
        told -= {match[1] for match in _DESCRIBED.finditer(question) if not same_thing(match[1])}
        told -= {match[1] for match in _COUNTED.finditer(question) if not same_thing(match[1])}
        told |= _uncommon(question)
        told |= {word for match in _FOREIGN.finditer(question) for word in match.groups()}
    first = WORD.search(question)
    start = first.group() if first else ""
    return tuple(
        word
        for word in words
        if word[0].isdigit()
        or _is_code(word)
        or (word[0].isupper() and (word in told or (language != "de" and word != start)))
    )


def _uncommon(question: str) -> set[str]:
    """Words of a German question that stand where names do and are no words of every day."""
    spoken = BODY.sub("-", question)  # *Doctor Who* is nobody whom a text calls so each time
    beside = {word for match in _BESIDE.finditer(spoken) for word in match.groups()}
    beside |= {match[1] for match in _PLACED.finditer(question)}
    return {word for word in beside if not is_ordinary(word, "de")}


def phrases_of(question: str, names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Runs of name words with at most a short word in lower case between them.

    An acronym stands on its own: *Putins KI* is no name.
    """
    found: list[list[str]] = [[]]
    end = 0
    for match in WORD.finditer(question):
        word = match.group()
        if word in names and not word[0].isdigit() and not word.isupper():
            if not _CONNECTED.fullmatch(question[end : match.start()]):
                found.append([])
            found[-1].append(word)
            end = match.end()
    return tuple(tuple(run) for run in found if len(run) > 1)


def parts_of(
    question: str, names: tuple[str, ...], *, everything: bool
) -> tuple[tuple[str, ...], ...]:
    """The names that are set side by side; in a comparison all names are.

    Words of one name follow each other; a figure or a year is no thing.
    """
    runs: list[list[str]] = []
    beside: list[bool] = []
    end = -1
    for match in WORD.finditer(question):
        word = match.group()
        if word not in names or word[0].isdigit():
            continue
        between = question[end : match.start()] if runs else ""
        if runs and not between.strip(" -'’"):
            runs[-1].append(word)
        else:
            beside.append(bool(runs) and bool(_SIDE_BY_SIDE.fullmatch(between)))
            runs.append([word])
        end = match.end()
    joined = [
        everything or beside[place] or (place + 1 < len(runs) and beside[place + 1])
        for place in range(len(runs))
    ]
    found = tuple(tuple(run) for run, held in zip(runs, joined, strict=True) if held)
    return found if len(found) > 1 else ()


def country_in(word: str) -> str:
    """The code of the country that a German compound begins with: *Vietnamkrieg*; or nothing."""
    for end in range(len(word) - _HEAD, _COUNTRY - 1, -1):
        code = same_thing(word[:end])
        names = dict(zip(LANGUAGES, country_names(code), strict=False))
        if names.get("de") == word[:end] and is_ordinary(word[end:], "de"):
            return code
    return ""


def countries_in(text: str) -> frozenset[str]:
    """The codes of the places that a text names, alone or in a German compound."""
    words = {word for word in WORD.findall(text) if word[0].isupper()}
    return frozenset(same_thing(word) or country_in(word) for word in words)


def is_loud(question: str) -> bool:
    """Whether it is all in capitals, which then make no name; *IBM?* alone is one."""
    return question.isupper() and len(WORD.findall(question)) > _FEW


def _is_code(word: str) -> bool:
    """``GPU``, ``DeepSeek``: written as no common noun is."""
    return any(letter.isupper() for letter in word[1:])
