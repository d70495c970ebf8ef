"""Currencies by all names they have in four languages: *Swedish kronor*, *zloty polacchi*, *CZK*.

The names are CLDR's, in `currencies.txt`. A noun that several currencies share (*crowns*, *pesos*,
*Lire*) means its whole family: the codes of all of them joined by a stroke, `CZK/DKK/…/SEK`, which
agrees with each. The few currencies that are written in many ways (*$*, *Mio. Euro*) are in
`measures.toml` and come first, except where an adjective says whose money it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from assistant.facts.facts import LANGUAGES, Language
from assistant.facts.tables import lines, table
from assistant.facts.text.vocabulary import is_ordinary

_BEHIND = re.compile(
    r"[ \u00a0\u202f]?(?:de |d['’]|di |of )?"
    r"(?P<first>[^\W\d_]+(?:-[^\W\d_]+)?)(?: (?P<second>[^\W\d_]+)(?: (?P<third>[^\W\d_]+))?)?"
)
_CODE_BEFORE = re.compile(r"(?<![^\W\d_])([A-Z]{3})[ \u00a0\u202f]?$")
_CASE = re.compile(r"(?<=[^\W\d_]{4})(?:e[nrms]?|s)\b")
"""Endings of German adjectives, and of plurals."""
_OTHER_WORDS = frozenset(
    "coupon coupons sum sums real reals réal réals leone leones inti intis sol colon som soms denar"
    .split()
)  # fmt: skip
"""Nouns of rare currencies that mean something else behind most figures."""
_UNSAID = frozenset({"USD", "GBP", "CHF"})
_OWNER = re.compile(
    r"US|[Ss]wi|[Ss]ui|[Ss]chwei|[Ss]vizz|[Ss]terling|[Aa]m[eé]ri|statunit|[Bb]rit|ingles"
)
"""Says whose dollars, pounds or francs they are."""
_BARE = re.compile(
    r"(?:dollar(?:s|i|o)?|pounds?|pfund|livres?|sterlin[ae]|francs?|franken|franchi)$", re.I
)
"""Nouns that mean one currency if nothing else is said, and are still those of a family."""


def behind(text: str, end: int) -> tuple[str, int] | None:
    """The currency whose full name, with an adjective, stands behind a number, and its end."""
    match = _BEHIND.match(text, end)
    if match is None or match["second"] is None:
        return None
    known = _full_names()
    for last in ("third", "second"):
        if match[last]:
            name = text[match.start("first") : match.end(last)]
            code = known.get(_folded(name))
            if code:
                return code, match.end(last)
    return None


def noun_behind(text: str, end: int, language: Language) -> tuple[str, int] | None:
    """The currency or the family of currencies whose noun or code stands behind a number."""
    match = _BEHIND.match(text, end)
    if match is None:
        return None
    word = match["first"]
    if word in _codes():
        return word, match.end("first")
    code = _nouns(language).get(_folded(word))
    return (code, match.end("first")) if code else None


def code_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency whose code stands before a number, and where it begins: *PLN 500*."""
    match = _CODE_BEFORE.search(text, max(0, start - 5), start)
    return (match[1], match.start(1)) if match and match[1] in _codes() else None


@lru_cache(maxsize=4096)
def same_money(one: str, other: str, said: str, given: str) -> bool:
    """May two amounts be of one currency?

    Args:
        one: the code of an amount, or those of a family.
        other: the same of the other.
        said: how the one is written.
        given: how the other is written.
    """
    ours, theirs = set(one.split("/")), set(other.split("/"))
    if ours & theirs:
        return True
    for bare, written, codes in ((one, said, theirs), (other, given, ours)):
        if bare not in _UNSAID or not _BARE.search(written) or _OWNER.search(written):
            continue
        if any(bare in family and codes & family for family in _shared()):
            return True
    return False


def says_whose(said: str, given: str) -> bool:
    """Does an amount say whose pounds or francs they are, where the other leaves it open?

    *Franken* are Swiss by themselves, *francs* are not.
    """
    left_open = _BARE.search(given) and not given.lower().endswith("franken")
    return bool(_OWNER.search(said)) and bool(left_open) and not _OWNER.search(given)


def name(code: str, many: bool, language: Language) -> str:
    """What a currency is called; its code where it has no one name."""
    row = _rows().get(code)
    if row is None:
        return ""
    one, _, other = row[LANGUAGES.index(language)].partition("|")
    return other if many and other else one


def _folded(phrase: str) -> str:
    """Lower case, no accents, no case endings: *schwedischen Kronen* is *schwedisch kron*."""
    plain = unicodedata.normalize("NFKD", phrase.lower().replace("ł", "l").replace("\u00a0", " "))
    return _CASE.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


@cache
def _rows() -> Mapping[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in lines("currencies"))
    return {code: tuple(names) for code, *names in rows}


@cache
def _codes() -> frozenset[str]:
    return frozenset(_rows()) - {"ALL", "TOP", "MOP", "BOB", "CUP", "LAK", "ANG", "MAD", "GEL"}


@cache
def _full_names() -> Mapping[str, str]:
    """Every name of two or three words to its code."""
    found: dict[str, str] = {}
    for code, names in _rows().items():
        for forms in names:
            for form in forms.split("|"):
                if " " in form:
                    found.setdefault(_folded(form), code)
    for code, forms in table("measures")["adjectives"].items():
        for form in forms.split():
            found.setdefault(_folded(form.replace("_", " ")), code)
    return found


@cache
def _nouns(language: Language) -> Mapping[str, str]:
    """The noun of each currency to its code, or to all codes that it is the noun of."""
    codes: dict[str, set[str]] = {}
    at = LANGUAGES.index(language)
    extra = table("measures")["crowns"]
    for code, names in _rows().items():
        for form in names[at].split("|"):
            noun = form.split()[-1 if language in ("en", "de") else 0].rpartition("-")[2]
            if not is_ordinary(noun, language) and noun.lower() not in _OTHER_WORDS:
                codes.setdefault(_folded(noun), set()).add(code)
    for noun, members in extra[language].items():
        codes.setdefault(_folded(noun), set()).update(members.split())
    return {noun: "/".join(sorted(members)) for noun, members in codes.items()}


@cache
def _shared() -> tuple[frozenset[str], ...]:
    """The currencies that have a noun in common: all dollars, all pounds, all francs."""
    nouns = ("dollar", "pound", "franc")
    english = {code: names[0].split("|")[0].split()[-1] for code, names in _rows().items()}
    return tuple(frozenset(c for c, noun in english.items() if noun == n) for n in nouns)
