"""Which way a sentence points: does it deny, and which side of an opposition does it take?

Word by word, without grammar, so it keeps to what words alone can show: a claim that denies what
has no denial in its quote, a claim that has *rises* where the quote has only *falls*, two names
that changed places around the same verb. What it cannot tell it leaves alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.letters import Met, beginnings
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import is_ordinary

from .idioms import without_idioms, words_apart
from .opposites import Pole, poles
from .refusals import Refusals, refusals, starts

_NE_REACH = 6
"""Words between *ne* and the *pas* or *plus* that belongs to it."""
_BEFORE_NE = frozenset("personne rien aucun aucune".split())
_NICHT_REACH = 8
"""Words between a German auxiliary and the *nicht* that denies its verb."""
_CLITICS = frozenset("si ci vi ne lo la li le gli mi ti c l".split())
"""Between the Italian *non* and the verb that it denies: *non si è dimessa*."""
_SINCE = frozenset("since seit depuis".split())
_BESIDE = re.compile(
    r"(?:, ?|\b(?:and|et|und|e|ma|mais|but|sondern|aber) )(?:not|non|nicht|pas|kein\w{0,2})\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?[ \u00a0]?[\"“”«»]?$")


def _denying(verbs: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^[^,;.:]{{0,40}}?)?\b(?:{verbs})\b", re.IGNORECASE)


_DENIES_THAT: dict[Language, tuple[re.Pattern[str], str]] = {
    "en": (_denying("(?:den(?:y|ies|ied)|disput(?:es?|ed)) that"), "does not"),
    "fr": (_denying("(?:dément(?:ent|i)?|nie(?:nt)?|nié|conteste) que?"), "ne fait pas"),
    "de": (_denying(r"(?:bestreite|bestritt|dementier)\w*,? dass"), "hat nicht"),
    "it": (_denying(r"(?:nega(?:no|to)?|negò|smenti\w*) che"), "non ha"),
}
"""Who denies a whole sentence, if it begins with that, and the denial that says as much."""
_DENIAL = 3
"""Words of that denial, which are not counted: it is of the whole sentence."""
_DENIES_CUES = frozenset("deny deni disp déme nie nien nié cont best deme nega negò smen".split())
_PREFIXES: dict[Language, tuple[str, ...]] = {
    "en": ("un", "dis", "non"),
    "fr": ("dés", "non", "mé"),
    "de": ("un", "miss", "nicht"),
    "it": ("dis", "non"),
}
"""Before a root of the everyday vocabulary they deny it."""
_WHOLE: dict[Language, tuple[str, ...]] = {
    "en": ("discover", "display", "disease", "discount", "discharge", "district", "discuss"),
    "fr": ("médi", "méde", "mémo", "méca", "méta", "méth", "mélan", "méri", "métr"),
    "de": (),
    "it": ("dispon", "dispos", "distr", "discu", "disci", "dista", "disti"),
}
"""Words that only look so: *médicament*, *disponibile*."""
_SHORTEST_ROOT = 4
_NEGATIVE_ADJECTIVE = re.compile(r"i[nmlr]\w{3,}(?:bles?|bil[ei]|bilit(?:y|é|à))$")
_WITHOUT: dict[Language, tuple[str, ...]] = {
    "en": ("less", "free"),
    "fr": (),
    "de": tuple(f"{stem}{end}" for stem in ("los", "frei") for end in ("", "e", "en", "er", "es")),
    "it": (),
}
_LONGEST, _LONGEST_WORD = 20_000, 40
"""Characters that are read. No word is longer; what is, has no opposite and no prefix."""
_NO_LONGER = (["longer"], ["mehr"])
"""Behind a denial: *no longer, nicht mehr*."""
_LEFT_OVER = frozenset("longer mehr plus più l d s n".split())
"""What else stands beside a denial, and what an apostrophe leaves."""
_FRENCH_ONLY = (["seulement"], ["uniquement"], ["que"])


@dataclass(frozen=True, slots=True)
class Direction:
    """What the words of a text say about which way it points."""

    denials: int
    """How many words plainly deny a verb: *not, ne ... pas, kein, non*."""
    sure: int
    """How many of them deny a verb beyond doubt, by their place: *is not, n'est pas, hat nie*."""
    refused: int
    """How many of them are verbs that deny: *refuse, ablehnen*."""
    other: bool
    """Something else in it is negative, if only a prefix or *without*."""
    poles: frozenset[Pole]
    """Sides of oppositions that it takes."""
    length: int
    """Its number of words."""
    undone: Refusals
    """What it says was refused or left undone: *refused to sign*."""
    told: int
    """Its number of words with content that do not deny."""
    formed: int
    """How many of its words are negative in another way, or by their form: *stops*, *unable*."""
    loose: bool
    """One of them is a little word (*without*, *yet*, *noch*), or what is denied is only beside
    what is said: *for the wind, not for the rain*."""
    since: bool = False
    """A denial in it turns nothing round: it asks, or tells of what is since some time: *not so
    high since May* is as high as it was in May."""


_NOTHING = Refusals()
_DENIES, _NEGATES = 1, 2
"""What a word may do, each a bit."""


@lru_cache(maxsize=8192)
def direction(text: str, language: Language) -> Direction:
    """Read which way a text points."""
    text = text[:_LONGEST]
    text = without_idioms(text)
    whole = 0
    if not _DENIES_CUES.isdisjoint(beginnings(text)):
        pattern, plainly = _DENIES_THAT[language]
        text, whole = pattern.subn(plainly, text)
    words = words_apart(text)
    told = [(at, how) for at, how in enumerate(map(_marks(language).__getitem__, words)) if how]
    denying = [at for at, how in told if how & _DENIES]
    denials, sure, refused = _count_denials(words, denying, language) if denying else (0, 0, 0)
    undone = _NOTHING
    if not starts().isdisjoint(beginnings(text)):
        undone = refusals(text, language)
        denials, refused = denials - refused, max(refused - undone.denied, len(undone.deeds))
        denials = max(0, denials - undone.denied) + refused
        sure = max(0, sure - undone.denied) + sum(not deed.is_noun for deed in undone.deeds)
    since = not _SINCE.isdisjoint(words) or bool(_ASKS.search(text))
    if since:
        sure = 0
    negative = [words[at] for at, how in told if how & _NEGATES]
    plain = denial_words(language) if negative else frozenset()
    formed = sum(word not in plain and not word.startswith(_refusing()) for word in negative)
    loose = bool(denying and _BESIDE.search(text)) or not _loose().isdisjoint(negative)
    other = bool(formed if denials else negative)
    length = max(1, len(words) - _DENIAL * whole)
    return Direction(
        denials,
        sure,
        refused,
        other,
        poles(words, language),
        length,
        undone,
        _with_content(words, language),
        formed,
        loose,
        since,
    )


def _with_content(words: Sequence[str], language: Language) -> int:
    empty, plain = function_words()[language], denial_words(language)
    return len([w for w in words if w not in empty and w not in plain and w not in _LEFT_OVER])


def _count_denials(
    words: Sequence[str], places: Sequence[int], language: Language
) -> tuple[int, int, int]:
    """How many words deny, how many of those surely a verb, and how many are verbs that deny.

    Args:
        words: of a text, lower case.
        places: of those that may deny.
        language: of the text.
    """
    plain, only = _denials()[language], _denials()["only"]
    with_ne = _denials()["fr_with_ne"] if language == "fr" else frozenset()
    count = sure = refused = 0
    refusing = _refusing()
    for i in places:
        word = words[i]
        if word in plain or word.endswith("n't"):
            if i + 1 == len(words) or words[i + 1] not in only:  # not only ... but also
                count += 1
                sure += _denies_verb(words, i, language)
        elif word in with_ne:
            near = {"ne", "n"} & set(words[max(0, i - _NE_REACH) : i])
            if not near and word in _BEFORE_NE:  # personne n'a été blessé
                near = {"ne", "n"} & set(words[i + 1 : i + 4])
            denies = bool(near) and words[i + 1 : i + 2] not in _FRENCH_ONLY
            count += denies
            sure += denies
        else:
            refused += word.startswith(refusing)
    return count + refused, sure, refused


def _denies_verb(words: Sequence[str], i: int, language: Language) -> bool:
    """Does the denial at place `i` stand where one that denies the verb stands?"""
    verbs = _denials().get(f"{language}_verbs", frozenset())
    if words[i + 1 : i + 2] in _NO_LONGER:
        return True
    if language == "it" and not {"più", "mai"}.isdisjoint(words[i + 2 : i + 4]):
        return True
    if language == "it":
        after = words[i + 1 : i + 3]
        return bool(verbs & set(after[1:] if after[0:1] and after[0] in _CLITICS else after[:1]))
    if words[i].endswith("n't") or words[i] in ("cannot", "never", "nie", "niemals"):
        return True
    reach = _NICHT_REACH if language == "de" else 2
    return bool(verbs & set(words[max(0, i - reach) : i]))


@cache
def _marks(language: Language) -> Met[int]:
    """Of each word whether it may deny, and whether it is negative, in itself or by its form."""
    plain, refusing = _denials()[language], _refusing()
    if language == "fr":
        plain = plain | _denials()["fr_with_ne"]
    whole, stems = _negative(language)

    def marks(word: str) -> int:
        denies = word in plain or word.endswith("n't") or word.startswith(refusing)
        negates = word in whole or word.startswith(stems) or _is_formed_negative(word, language)
        return _DENIES * denies + _NEGATES * negates

    return Met(marks)


def _is_formed_negative(word: str, language: Language) -> bool:
    """Is a word negative by the way it is formed: *unable*, *introuvable*, *ärmellos*?"""
    if not _SHORTEST_ROOT < len(word) <= _LONGEST_WORD:
        return False
    if (word[0] == "i" and _NEGATIVE_ADJECTIVE.match(word)) or word.endswith(_WITHOUT[language]):
        return True
    if not word.startswith(_PREFIXES[language]) or word.startswith(("unter", *_WHOLE[language])):
        return False
    return any(
        word.startswith(prefix)
        and len(word) - len(prefix) >= _SHORTEST_ROOT
        and is_ordinary(word[len(prefix) :], language)
        for prefix in _PREFIXES[language]
    )


@cache
def denial_words(language: Language) -> frozenset[str]:
    """The words of a language that deny by themselves, lower case."""
    plain = _denials()[language]
    return plain | _denials()["fr_with_ne"] | {"ne", "n"} if language == "fr" else plain


@cache
def _loose() -> frozenset[str]:
    return frozenset(table("polarity")["denial"]["loose"].split())


@cache
def _refusing() -> tuple[str, ...]:
    """Stems of verbs that deny, whatever stands behind them."""
    return tuple(sorted(_denials()["refusal"]))


@cache
def _denials() -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in table("polarity")["denial"].items()}


@cache
def _negative(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    forms = table("polarity")["negative"][language].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    return whole, tuple(form for form in forms if not form.endswith("="))
