"""A statement that joins what two sources tell, such as that Alpha opened in 1990 and has 40 rooms.

No quote carries the whole of it, so it is read as the statements it joins, each about the same
subject, and each must be carried by one place. What holds for both parts, a day or a denial, is not
taken from either: *sold 40 cars and bought 25 trucks in 2019* is no sale of 2018.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from assistant.answers import Support
from assistant.facts import Language, find
from assistant.facts.doing import little_words
from assistant.facts.named import is_named
from assistant.facts.polarity import direction
from assistant.facts.subjects import subject
from assistant.facts.tongue import function_words, known
from index import sentences

from .evidence import Evidence, Place, Span, stems

Find = Callable[[str], Sequence[tuple[Place, Support]]]
"""A statement to the places that carry it, one of each passage that was named."""

_JOIN = re.compile(
    r"; |,? (?:(?:and|while|whereas|et|tandis que|alors que|und|während|ed?|mentre) "
    r"|(?:tandis|alors) qu['’])|, (?=[^,;]{1,60} \d[\d.,]{0,12}$)"
)
_ASIDE = re.compile(
    r", (?:(?:which|who|that|qui|che|der|die|das) )?(?P<aside>[^,;]{1,100}), "
    r"(?P<rest>[^,;]{1,200})$"
)
_GAPPED = re.compile(
    r"(?<![^\n])(?P<head>[^,;\d]{1,60}?)"
    r"(?: (?:dagegen|hingegen|only|nur|seulement|solo|invece|en|in|im|nel|au))*"
    r" (?P<figure>\d[\d.,]*)$"
)
_FIGURE = re.compile(r"\d[\d.,]*")
_LED = re.compile(r"(?<![^\n])(?P<lead>[^,;]{1,100}), (?P<rest>[^,;]{1,200})$")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_OF = re.compile(
    r"(?:\s(?:of|de|du|des|di|del|della|von|der|the|la|le)|\sd['’])?[\s'’-]{0,2}$", re.IGNORECASE
)
"""Between a noun and the name that goes with it: *mayor of Arles*, *Hotel Alpha*."""
_HELPERS = {
    "en": "has have had is are was were will can",
    "fr": "a ont avait avaient est sont était étaient sera seront",
    "de": "hat haben hatte hatten ist sind war waren wird werden wurde wurden",
    "it": "ha hanno aveva avevano è sono era erano fu furono sarà saranno",
}
_PRONOUNS = {
    "en": "it he she they",
    "fr": "il elle ils elles",
    "de": "er sie es",
    "it": "esso essa egli ella lui lei loro",
}
_OWN = {
    "en": "its his her their",
    "fr": "son sa ses leur leurs",
    "de": "sein seine ihr ihre",
    "it": "suo sua suoi sue loro",
}
_PARTICIPLE = {
    "en": r"(?:\w{2,}ed|built|begun|held|made|written|set)",
    "fr": r"\w+(?:ée?s?|ie?s?|ue?s?|erte?s?|(?:i|ui)te?s?|in?te?s?)",
    "de": r"(?!)",
    "it": r"\w+(?:[aiu]t[oaie]|ert[oaie]|tt[oaie]|nt[oaie]|s[oaie])",
}


def several_statements(text: str, language: str) -> tuple[str, ...]:
    """The statements that a sentence joins, each with the subject; nothing where that is not plain.

    Example:
        >>> several_statements("The Alpha hotel opened in 1990 and has 40 rooms.", "en")
        ('The Alpha hotel opened in 1990', 'The Alpha hotel has 40 rooms')
    """
    spoken = known(language, text)
    told = text.strip().rstrip(".!?… ")
    if direction(told, spoken).denials:
        return ()
    return _set_aside(told, spoken) or _led(told, spoken) or _joined(told, spoken)


def carried_apart(
    text: str, language: str, evidence: Evidence, carrying: Find
) -> tuple[Span, ...] | None:
    """The places that carry what a sentence joins, one for each part.

    Args:
        text: the sentence.
        language: its language.
        evidence: the passages.
        carrying: finds the places for one part.

    Returns:
        Nothing where a part is carried by none; None where the sentence joins no statements.
    """
    spoken = known(language, text)
    statements = several_statements(text, language)
    if not statements:
        return None
    dates = _days(text, spoken)
    found = []
    named = _names(_subject(statements[0], spoken), spoken)
    for statement in statements:
        dated = bool(_days(statement, spoken))
        names = _names(_subject(statement, spoken), spoken)
        fit = [
            span
            for place, support in carrying(statement)
            if support.verdict == "supported"
            and (span := evidence.in_context(place.span))
            and all(is_named(name, evidence.quote(span)) for name in names)
            and (dated or _days(*_sentence(statement, place, evidence)) <= dates)
        ]
        if not fit:
            return ()
        found.append(fit)
    if not named and len({spans[0].file for spans in found}) > 1:
        return ()  # *the hotel* of one document need not be that of another
    return tuple(dict.fromkeys(spans[0] for spans in found))


def _joined(text: str, language: Language) -> tuple[str, ...]:
    """*S opened in 1990 and has 40 rooms*, *S opened in 1990, while T opened in 2005*."""
    head = _subject(text, language)
    if not head:
        return ()
    cuts = [
        join
        for join in _JOIN.finditer(text, len(head))
        if _gap(text[: join.start()], text[join.end() :], head, language)
        or _part(text[join.end() :], head, language)
    ]
    if not cuts:
        return ()
    found = [text[: cuts[0].start()]]
    ends = [*(cut.start() for cut in cuts[1:]), len(text)]
    for cut, end in zip(cuts, ends, strict=True):
        part = text[cut.end() : end]
        found.append(_gap(found[-1], part, head, language) or _part(part, head, language) or part)
    return tuple(found)


def _gap(before: str, part: str, head: str, language: Language) -> str:
    """*T 25* behind *S has 40 rooms*, with the verb that it leaves out; else nothing."""
    match = _GAPPED.match(part)
    if match is None or not before.startswith(head) or len(_FIGURE.findall(before)) != 1:
        return ""
    verb = _WORD.findall(match["head"])[len(_WORD.findall(_subject(part, language))) :]
    if not set(verb) <= set(_WORD.findall(head)):
        return ""
    return match["head"] + _FIGURE.sub(lambda _: match["figure"], before[len(head) :])


def _part(part: str, head: str, language: Language) -> str:
    """What is joined to a statement, with a subject; empty where it is no statement."""
    words = _WORD.findall(part)
    if len(words) < 2 or not part[:1].isalpha():
        return ""
    first, second = words[0].lower(), words[1].lower()
    little, empty = little_words(language), function_words()[language]
    if first in _PRONOUNS[language].split():
        return f"{head}{part[len(words[0]) :]}"
    own = _OWN[language].split()
    if first in own or (language == "it" and second in own):
        return f"{head}, {part}"
    follows = second in little.det or second[0].isdigit() or second in little.prep
    if first in _HELPERS[language].split() and first not in little.det | little.prep - {"a"}:
        return f"{head} {part}"
    if words[0].islower() and first not in little.det | little.prep | empty:
        return f"{head} {part}" if follows else ""
    own_subject = _subject(part, language)
    rest = _WORD.findall(part[len(own_subject) :]) if own_subject else []
    verb = len(rest) > 1 and rest[0].islower() and rest[0].lower() not in little.prep - {"a"}
    return part if verb and not rest[0][0].isdigit() else ""


def _set_aside(text: str, language: Language) -> tuple[str, ...]:
    """*S, opened in 1990, has 40 rooms*, *S, which opened in 1990, has 40 rooms*."""
    head = _subject(text, language)
    match = _ASIDE.match(text, len(head)) if head else None
    if match is None or _PRONOUN_FIRST.match(match["rest"]):
        return ()
    relative = not text[match.start() + 2 :].startswith(match["aside"])
    if not relative and not re.match(rf"{_PARTICIPLE[language]}\b", match["aside"]):
        return ()
    return f"{head} {match['aside']}", f"{head} {match['rest']}"


_PRONOUN_FIRST = re.compile(r"(?:and|but|et|mais|und|aber|e|ma)\b")


def _led(text: str, language: Language) -> tuple[str, ...]:
    """*Opened in 1990, S has 40 rooms*."""
    match = _LED.match(text)
    if match is None or not re.match(rf"{_PARTICIPLE[language]}\b", match["lead"], re.IGNORECASE):
        return ()
    head = _subject(match["rest"], language)
    low = match["lead"][0].lower() + match["lead"][1:]
    return (f"{head} {low}", match["rest"]) if head else ()


def _subject(text: str, language: Language) -> str:
    """The subject that a text begins with, the names that go with it among it; else nothing."""
    found = subject(text, language)
    words = list(_WORD.finditer(text))
    if found is None or not found.head or found.begin > 2 or found.end >= len(words):
        return ""
    if any(word.group().lower() in little_words(language).prep for word in words[: found.begin]):
        return ""
    end = words[found.end - 1].end()
    for word in words[found.end :]:
        if word.group()[0].isupper() and _OF.fullmatch(text[end : word.start()]):
            end = word.end()
        elif word.group().lower() not in _linking():
            break
    return text[:end]


@cache
def _linking() -> frozenset[str]:
    return frozenset("of the de du des la le d di del della von der".split())


def _names(head: str, language: Language) -> tuple[str, ...]:
    """The names in a subject: who has none need not be the same in every document."""
    words = [word for word in _WORD.findall(head) if word[0].isupper() and len(word) > 1]
    words = [word for word in words if word.lower() not in little_words(language).det]
    described = language == "de" and head.split()[0] not in words
    return tuple(words[1:] if described else words)


def _sentence(statement: str, place: Place, evidence: Evidence) -> tuple[str, Language]:
    """The sentence of a place that says most of a statement."""
    spoken = known(evidence.tongue(place.span.file), place.quote)
    words = stems(statement)
    parts = [place.quote[start:end] for start, end in sentences(place.quote, spoken)]
    return max(parts, key=lambda part: len(words & stems(part)), default=place.quote), spoken


def _days(text: str, language: Language) -> frozenset[str]:
    """The days and years that a text names."""
    return frozenset(fact.key for fact in find(text, language) if fact.kind == "date")
