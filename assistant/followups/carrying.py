"""A follow-up put in full by rules: what it brings takes the place of its like.

A year that of a year, *en Chine* that of *en Russie*, *the museum* that of *the harbour*, *wann*
that of *wie viel*. Where there is nothing like it, it is put behind the question before, or the
names and other key words of that question are carried over.
"""

from __future__ import annotations

import re

from .leads import BESIDE, LEADING, small_lead
from .name_places import name_alone, whole_names
from .phrase_places import noun_phrases, of_one
from .states import bracketed

OPENERS = re.compile(
    r"^(?:and|but|so|what about|how about|et|mais|alors|qu'en est-il de|und|aber|wie ist es mit|"
    r"e|ed|ma|che dire di|invece)\b[\s,:]*",
    re.IGNORECASE,
)
SHORT = 5
"""Words; a question of so few rarely stands on its own after another."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_YEARS = re.compile(
    r"(?:\b(?:from|between|since|in|entre|depuis|de|en|von|zwischen|seit|dal?|tra|fra|nel|dall['’])\s*)?"
    r"(?<!\d)(?:1[5-9]|20)\d\d"
    r"(?:(?:\s*(?:,|-|–|\b(?:and|or|to|until|et|ou|à|und|oder|bis|e|o|al?)\b)\s*)+(?:1[5-9]|20)\d\d)+",
    re.IGNORECASE,
)
"""Several years as one: *in 2023 and 2024*, *von 2020 bis 2024*."""
_IN_YEAR = {"en": "in ", "fr": "en ", "de": "", "it": "nel "}
_NAME = re.compile(
    r"\b(?:[A-ZÀ-ÖØ-Þ][\w'’-]*)(?:\s+(?:of|de|du|di|von|der|della|des)?\s*[A-ZÀ-ÖØ-Þ][\w'’-]*)*"
)
_ASKING = re.compile(
    r"(?:(?:since|until|till) when|depuis quand|jusqu['’]à quand|(?:seit|bis|ab) wann|"
    r"(?:da|fino a) quando|"
    r"how (?:much|many|long|often|far|big|large|old|high|tall|deep|wide|heavy|fast)|"
    r"what|when|where|who|whom|whose|why|which|how|"
    r"combien(?: de)?|pourquoi|comment|quand|où|qui|que|qu['’]|quoi|quel(?:le)?s?|"
    r"wie ?viele?|wie (?:lange?|oft|weit|groß|alt|hoch|tief|breit|schwer|schnell|teuer)|"
    r"wann|warum|weshalb|wieso|wohin|woher|wo|wer|wen|wem|was|wie|"
    r"welche[nmrs]?|"
    r"perché|quando|dove|chi|che cosa|che|cosa|quant[oiae]|qual[ei]?|come)(?:(?<=['’])|(?!\w))",
    re.IGNORECASE,
)
"""What asks, in four languages; longer forms first."""
_WHY = frozenset(
    ["why", "how", "pourquoi", "comment", "warum", "weshalb", "wieso", "wie", "perché", "come"]
    + ["since when", "until when", "till when", "depuis quand", "jusqu'à quand", "jusqu’à quand"]
    + ["seit wann", "bis wann", "ab wann", "da quando", "fino a quando"]
)
"""What may be asked of who did it or what was done, both of which stay."""
_THING = re.compile(
    r"(?:how (?:much|many)|what|combien(?: de)?|que|qu['’]|wie ?viel|was|che cosa|che|cosa|quanto|"
    r"who|qui|wer|chi)"
    r"(?:(?<=['’])|(?!\w))",
    re.IGNORECASE,
)
"""What asks for who does it or for what is done: *why* in its place would leave the verb alone."""
_WHO = frozenset(["who", "qui", "wer", "chi"])
"""What asks for who does it: nothing else can stand in its place."""
_HELPERS = re.compile(r"^\s*(?:did|does|do)\s+", re.IGNORECASE)
_POINTING = {
    "en": "it its they their them he his him she her this that these those there then",
    "fr": "il elle ils elles lui leur leurs ce cela ça ceci celui celle ceux celles y en son sa "
    "ses",
    "de": "er sie es ihn ihm ihr ihre ihren ihrem seine seinen sein dies diese dieser das dort "
    "davon",
    "it": "lui lei essi loro esso essa questo questa quello quella ciò ne suo sua suoi sue vi",
}
POINTERS = frozenset(" ".join(_POINTING.values()).split())
"""Pronouns and pointers that need something said before."""
_ALSO_ARTICLES = frozenset("en das".split())
"""Those that point less often than they stand before a word: *en 2025*, *das Museum*."""
_TYPED_SMALL = re.compile(r"\b(?:de[rnm]|die|ein\w{0,2}) [a-zäöüß]{3,}")
"""A German thing typed in small letters: *der bürgermeister*."""


_HELPING = frozenset(
    "did does do is are was were has have had will would can could "
    "est sont était a ont avait sera on se ist sind war waren hat haben hatte wird werden sich "
    "è sono era ha hanno aveva sarà si".split()
)
"""Verbs that help: they are not what a question was about."""


def stands_alone(question: str, language: str) -> bool:
    """Tell whether a question names a thing of its own, and points at nothing said before.

    *How long is the whale?* does; *and the whale?*, *how long is it?* and *how long?* do not. What
    it leaves out may still be of what was said: *who is the mayor?*

    Args:
        question: as it was typed.
        language: it is in.
    """
    if OPENERS.match(question.strip()) or not _ASKING.match(question.strip()):
        return False
    pointing = set(_POINTING.get(language, "").split()) - _ALSO_ARTICLES
    words = re.findall(r"[^\W\d_]+", question.lower())
    small = language == "de" and _TYPED_SMALL.search(question)
    return pointing.isdisjoint(words) and bool(small or noun_phrases(question, language))


def carry_over(question: str, before: str, language: str = "en") -> str:
    """Complete a follow-up from the question before, by rules.

    Args:
        question: the follow-up.
        before: the question before it.
        language: of the follow-up.

    Example:
        >>> carry_over("And in 2025?", "What did Sberbank invest in 2023?")
        'What did Sberbank invest in 2025?'
    """
    bare = small_lead(OPENERS.sub("", question.strip()))
    if len(bare.split()) <= SHORT:
        for rule in _RULES:
            if replaced := rule(bare.rstrip(" ?!."), before, language):
                return replaced
    known = {word.lower() for word in re.findall(r"\w+", question)}
    carried = [thing for thing in _things(bare, before, language) if thing.lower() not in known]
    return f"{bare} ({' '.join(dict.fromkeys(carried))})" if carried else question


def _things(bare: str, before: str, language: str) -> list[str]:
    """What the question before was about: its names; for a fragment and a pronoun its things too.

    *Who is the mayor?* asks for something of its own, *who leads it?* does not.
    """
    named = names(before)
    words = [word.lower() for word in re.findall(r"[\w'’-]+", bare)]
    unsaid = language == "it" and not noun_phrases(bare, language)  # *Quanti anni ha?* has no *lei*
    if named and _ASKING.match(bare) and POINTERS.isdisjoint(words) and not unsaid:
        return named
    phrases = [before[p.start + len(p.lead) : p.end] for p in noun_phrases(before, language)]
    found = [phrase.strip(" ?") for phrase in phrases]
    inside = " ".join(found).split()
    found += [name for name in named if not all(word in inside for word in name.split())]
    asked = {word.lower() for match in _ASKING.finditer(before) for word in match[0].split()}
    said = re.findall(r"[\w'’-]+", OPENERS.sub("", before))
    return found or [w for w in said if w.lower() not in asked | LEADING | _HELPING | POINTERS]


def is_asking(text: str) -> bool:
    """Tell whether a text asks: it has a question mark, or begins with a word that asks."""
    return "?" in text or asks_first(text)


def asks_first(text: str) -> bool:
    """Tell whether a text begins with a word that asks."""
    return bool(_ASKING.match(OPENERS.sub("", text.strip())))


def names(text: str) -> list[str]:
    """Capitalised words behind the first word, which every sentence writes with a capital."""
    _, _, rest = text.strip().partition(" ")
    return [match.group().strip() for match in _NAME.finditer(rest)]


def _other_year(brought: str, before: str, language: str) -> str:
    """*And in 2025?* after *in 2023*, or after *in 2023 and 2024*, or after no year at all."""
    years = _YEAR.findall(brought)
    if len(years) != 1:
        return ""
    told = list(_YEAR.finditer(before))
    if len(told) == 1:
        return _YEAR.sub(years[0], before)
    lead = brought[: brought.index(years[0])].strip()
    if not all(word.lower() in LEADING for word in lead.split()):
        return ""
    put = brought if lead else f"{_IN_YEAR.get(language, '')}{years[0]}"
    runs = list(_YEARS.finditer(before))
    if len(runs) == 1:
        return before[: runs[0].start()] + put + before[runs[0].end() :]
    return "" if told else _behind(before, put)


def _asked_otherwise(brought: str, before: str, language: str) -> str:
    """*Und wann?* after *Wie viel hat sie investiert?* is *Wann hat sie investiert?*, in full."""
    asks, asked = _ASKING.fullmatch(brought), _ASKING.match(before)
    if not asks or not asked or asks[0].casefold() == asked[0].casefold():
        return ""
    asking, rest = f"{brought[0].upper()}{brought[1:]}", before[asked.end() :].lstrip()
    if thing := bracketed(asked[0], rest, language):
        return f"{asking} ({thing})?"
    whole = asked[0].casefold() in _WHO
    if whole or (brought.casefold() in _WHY and _THING.fullmatch(asked[0])):
        bare = re.sub(r"\s*[?()]+\s*", " ", _HELPERS.sub("", rest)).strip()
        return f"{asking} ({bare})?"
    return f"{asking} {rest}"


def _asked_beside(brought: str, before: str, language: str) -> str:
    """*Over how many years?* after *How much will the bank invest?*: what it does stays."""
    lead, _, rest = brought.partition(" ")
    words = {word.lower() for word in re.findall(r"[\w'’-]+", rest)}
    if lead.lower() not in LEADING | BESIDE or not _ASKING.match(rest) or words & POINTERS:
        return ""
    bare = OPENERS.sub("", before)
    asked = _ASKING.match(bare)
    told = _HELPERS.sub("", bare[asked.end() :].lstrip(" -") if asked else bare)
    told = re.sub(r"\s*[?()]+\s*", " ", told).strip()
    return f"{brought[0].upper()}{brought[1:]} ({told})?" if told else ""


def _of_another(brought: str, before: str, language: str) -> str:
    """*Et à celle de Lyon ?* after *… à la gare de Nantes*: the same thing of another."""
    match = of_one(brought)
    if not match:
        return ""
    of, name = match
    there = [m for m in _NAME.finditer(before) if _word_before(before, m.start()) == of.lower()]
    if len(there) != 1:
        return ""
    return before[: there[0].start()] + name + before[there[0].end() :]


def _put_in_place(brought: str, before: str, language: str) -> str:
    """*Et en Chine ?* after *Combien en Russie ?*; behind the question where it has no such place.

    Only for what is a few small words with a name: anything with a verb is a question of its own.
    """
    lead, _, rest = brought.partition(" ")
    if lead.lower() not in LEADING:
        lead, rest = "", brought
    if not _NAME.fullmatch(rest) or is_asking(rest):
        return ""
    if language == "de" and lead.lower() in ("der", "die", "das", "den", "dem"):
        return ""  # a common noun
    there = whole_names(before, language, nouns=True)
    alike = [n for n in there if lead and _word_before(before, n.start) == lead.lower()]
    if len(alike) == 1:
        return before[: alike[0].start] + rest + before[alike[0].end :]
    if len(there) == 1 and not lead:
        return before[: there[0].start] + rest + before[there[0].end :]
    return _behind(before, brought) if lead else ""


def _other_thing(brought: str, before: str, language: str) -> str:
    """*And the museum?* after *How much did the harbour cost?*: the last thing of its kind."""
    phrases = noun_phrases(brought, language)
    if len(phrases) != 1 or phrases[0].start != 0 or phrases[0].end != len(brought):
        return ""
    if name_alone(brought, language) and whole_names(before, language):
        return ""  # a name for a name, or nothing
    lead = phrases[0].lead.lower()
    there = [phrase for phrase in noun_phrases(before, language) if phrase.lead.lower() == lead]
    if there:
        return before[: there[-1].start] + brought + before[there[-1].end :]
    if lead:
        return _behind(before, brought)
    # *Who paid for the door?* and then *the roof*: the preposition stays.
    found = [phrase for phrase in noun_phrases(before, language) if phrase.parted]
    at = found[-1].start + len(found[-1].lead) if found else 0
    return f"{before[:at]} {brought}{before[found[-1].end :]}" if found else ""


def _behind(before: str, brought: str) -> str:
    mark = re.search(r"\s*\?\s*$", before)
    end = mark.start() if mark else len(before)
    return f"{before[:end]} {brought}{before[end:]}"


def _word_before(text: str, at: int) -> str:
    words = re.findall(r"[^\W\d_]+", text[:at])
    return str(words[-1]).lower() if words else ""


_RULES = (
    _other_year,
    _asked_otherwise,
    _asked_beside,
    _of_another,
    _put_in_place,
    _other_thing,
)
"""Tried in this order on a short follow-up."""
