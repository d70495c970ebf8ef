"""Which deeds does a text have as less than done: tried, planned, alleged, possible, almost?

*Tried to steal* is no theft, *soll gestohlen haben* only says that somebody says so, and *would
have closed* that it did not close. The words are in `unreal.toml`; here is how each language
joins a deed to them. Read without grammar, so only what stands right there is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.facts.facts import Language
from assistant.facts.figures.words import read
from assistant.facts.tables import table
from assistant.facts.text.letters import Met, beginnings, lowered
from assistant.facts.text.tongue import function_words

from .refusals import GAP

_BEGIN = 3
"""Letters of a word that are looked at first."""
_LONGEST = 4_000
_PERSONS_CUES = frozenset("susp accu ange verd sosp impu prév risk risq risi risc appe".split())
_MONTH = re.compile(r"(?<=[\w,;]) May(?!\w)")
"""May inside an English sentence is a month, not a verb."""
_FUTURE: dict[Language, tuple[str, ...]] = {
    "en": (),
    "fr": ("ra", "ront", "rait", "raient", "riez", "rions"),
    "de": (),
    "it": ("rà", "ranno", "rebbe", "rebbero"),
}
_SHORTEST_FUTURE = 5
"""What will be done is not said to be done; nor is what would be."""
_END = r"(?=[ \u00a0]?(?:[,.;:!?)»“”\"–]|$| (?:und|oder|aber|sondern|als|wie)\b))"
_FRENCH = r"(?:(?:ne|pas|plus|se|le|la|les|lui|leur|y|en|\w+ment) |[sl]['’])*"
_PARTICIPLE = r"(?P<deed>[^\W\d_]{2,}(?:ée?s?|ie?s?|ite?s?|ue?s?|erte?s?))(?!\w)"
_INFINITIVE = r"(?P<deed>[^\W\d_]{2,}(?:er|ir|re))(?!\w)"
_ITALIAN = r"(?P<deed>[^\W\d_]{2,}(?:[aei]re|[aei]r(?:si|lo|la|li|le|gli|ne|ci|vi)|durre|porre))\b"
_ITALIAN_DONE = (
    r"(?:(?:aver(?:e|la|lo|li)?|esser(?:e|si)?|stat[oaie]|già|\w+mente) )+"
    r"(?P<deed>[^\W\d_]{2,}[ts][oaie])\b"
)
_GERMAN = (
    r"(?P<deed>[a-zäöüß]{3,}[nt])(?: (?:worden|gewesen|zu|zu lassen))?"
    r"(?: (?:haben|sein|werden|worden))?"
)
_DEEDS: dict[tuple[Language, str], tuple[str, ...]] = {
    ("en", "joined"): (
        GAP + r"{0,6}? to (?:(?:be|have|been|get|even|\w+ly) )*(?P<deed>[a-z]{3,})",
    ),
    ("en", "of"): (
        GAP + r"{0,4}?(?: (?:of|with|about|on|for))? having (?:been )?(?P<deed>[a-z]{3,})",
        GAP + r"{0,4}? (?:of|with|about|on|for) (?:being )?(?P<deed>[a-z]{2,}(?:ing|ed))\b",
        r" (?P<deed>[a-z]{2,}ing)\b",
    ),
    ("en", "bare"): (
        r" (?:(?:be|have|been|also|well|soon|now|even|yet|still|not|never|only|\w+ly) )*"
        r"(?P<deed>[a-z]{3,})",
    ),
    ("en", "close"): (r" (?P<deed>[a-z]{3,})",),
    ("fr", "joined"): (
        GAP + r"{0,5}? (?:de |d['’]|à )" + _FRENCH + r"(?:avoir |être )(?:été )?" + _PARTICIPLE,
        GAP + r"{0,5}? (?:de |d['’]|à )" + _FRENCH + _INFINITIVE,
    ),
    ("fr", "bare"): (
        r" " + _FRENCH + r"(?:avoir |être )(?:été )?" + _PARTICIPLE,
        r" " + _FRENCH + r"(?:été )?" + _PARTICIPLE,
        r" " + _FRENCH + _INFINITIVE,
    ),
    ("fr", "close"): (r" " + _PARTICIPLE,),
    ("de", "joined"): (
        r"[^.;:!?]{0,120}?\b" + r"(?P<deed>[a-zäöüß]{3,}[nt]) zu (?:haben|sein|werden)" + _END,
        r"[^.;:!?]{0,120}?\bzu (?P<deed>[a-zäöüß]{3,}n)" + _END,
        r"[^.;:!?]{0,120}?\b(?P<deed>[a-zäöüß]{2,}zu[a-zäöüß]{3,}n)" + _END,
    ),
    ("de", "bare"): (r"[^,.;:!?]{0,160}? " + _GERMAN + _END,),
    ("de", "close"): (r" (?P<deed>[a-zäöüß]{3,}[nt])" + _END,),
    ("it", "joined"): (
        GAP + r"{0,5}? (?:di |ad? |d['’]|che )(?:non |si )?" + _ITALIAN_DONE,
        GAP + r"{0,5}? (?:di |ad? |d['’])(?:non )?" + _ITALIAN,
    ),
    ("it", "bare"): (
        r" (?:non |anche |pure )?" + _ITALIAN,
        r" (?:(?:stat[oaie]|già|anche|mai|\w+mente|quasi) )*(?P<deed>[^\W\d_]{2,}[ts][oaie])\b",
        r" " + _ITALIAN_DONE,
    ),
    ("it", "close"): (r" (?P<deed>[^\W\d_]{2,}[ts][oaie])\b",),
}  # fmt: skip
_BEFORE = re.compile(r"(?<!\w)" + _GERMAN + r" $")
"""The deed before a German modal verb: *das Haus, das er kaufen wollte*."""
_LAST_BEFORE = re.compile(r"(?<!\w)(?P<deed>[a-zäöüß]{3,}) $")
_CLAUSE_BEGINS = re.compile(r"[,.;:!?–]")
_CLAUSE_ENDS = re.compile(r"[.;!?–]|,? (?:but|mais|aber|doch|ma|però) ")


@dataclass(frozen=True, slots=True)
class Unreal:
    """The places of a text where something is told as less than done."""

    deeds: tuple[int, ...]
    """Where a verb begins that is governed so."""
    clauses: tuple[tuple[int, int], ...]
    """Begin and end of clauses that are so as a whole: *doubt that …*."""


_NOTHING = Unreal((), ())


@lru_cache(maxsize=8192)
def is_guarded(text: str, language: Language) -> bool:
    """Does a text own that it tells of something less than done, in whatever way?

    Args:
        text: a sentence.
        language: its language.
    """
    text = text[:_LONGEST]
    if language == "en" and "May" in text:
        text = _MONTH.sub(" ", text)
    if not _PERSONS_CUES.isdisjoint(beginnings(text)):
        text = _persons().sub(" ", text)
    return any(map(_guarding(language).__getitem__, lowered(text)))


@lru_cache(maxsize=8192)
def is_owned(text: str, language: Language) -> bool:
    """Does a claim own that, by more than a noun for what does something, or what it is done to?

    *The drug reduces the danger* has the deed as done; *there is a danger that* has not.

    Args:
        text: a sentence.
        language: its language.
    """
    if not is_guarded(text, language):
        return False
    left = _things(language).sub(_left, text[:_LONGEST])
    return left == text or is_guarded(left, language)


def _left(found: re.Match[str]) -> str:
    """What is left of a text without such a noun; all, if what stands before makes it one."""
    return found[0] if _makes().fullmatch(found["before"].strip()) else found["before"]


@cache
def _makes() -> re.Pattern[str]:
    return re.compile(table("unreal")["things"]["not_behind"], re.IGNORECASE)


@cache
def _things(language: Language) -> re.Pattern[str]:
    own = table("unreal")["things"]
    return re.compile(
        rf"(?<!\w)(?P<before>(?:\w++ )?){own['behind']}{own[language]}(?!\w)"
        rf"(?![^.;]{{0,24}}? {own['not_before']}(?!\w))",
        re.IGNORECASE,
    )


@cache
def _persons() -> re.Pattern[str]:
    """Those whom something is laid to; what they are called owns nothing."""
    return re.compile(table("unreal")["persons"]["any"], re.IGNORECASE)


@cache
def _guarding(language: Language) -> Met[bool]:
    """Of each lower-case word whether it tells of something less than done."""
    whole, stems, begins = _said(language)
    future = _FUTURE[language]

    def guards(word: str) -> bool:
        if word in whole or (word[:_BEGIN] in begins and word.startswith(stems)):
            return True
        return word.endswith(future) and len(word) >= _SHORTEST_FUTURE

    return Met(guards)


@lru_cache(maxsize=4096)
def unreal(text: str, language: Language) -> Unreal:
    """Find what a text has as less than done.

    Args:
        text: a quote, of one sentence or several.
        language: its language.
    """
    text = text[:_LONGEST]
    if not is_guarded(text, language):
        return _NOTHING
    deeds = tuple(
        start
        for kind in _KINDS
        if (language, kind) in _DEEDS
        for match in _marks(language, kind).finditer(text)
        for start in _governed(text, match, language, kind)
    )
    own = table("unreal")["governs"][language].get("own")
    if own:
        deeds += tuple(match.start() for match in _marks(language, "own").finditer(text))
    return Unreal(deeds, tuple(_clauses(text, language)))


_KINDS = ("joined", "of", "bare", "close")


def _governed(text: str, mark: re.Match[str], language: Language, kind: str) -> Iterator[int]:
    """Where the deed begins that a word governs, if it is a verb for all that can be seen."""
    for pattern in _patterns(language, kind):
        found = pattern.match(text, mark.end())
        if found is not None:
            break
    else:
        before = text[max(0, mark.start() - 60) : mark.start()]
        found = None
        if language == "de" and kind in ("bare", "close"):
            found = (_BEFORE if kind == "bare" else _LAST_BEFORE).search(before)
        if found is None:
            return
        yield max(0, mark.start() - 60) + found.start("deed")
        return
    deed = found["deed"].lower()
    if deed in function_words()[language]:
        return  # comptent quelque 2 000 soldats
    if kind != "close" or not (deed.endswith("ly") or read(deed, language)):  # nearly four
        yield found.start("deed")


def _clauses(text: str, language: Language) -> Iterator[tuple[int, int]]:
    for match in _marks(language, "clause").finditer(text):
        yield match.end(), _end(text, match.end())
    for match in _marks(language, "around").finditer(text):
        starts = [m.end() for m in _CLAUSE_BEGINS.finditer(text, 0, match.start())]
        yield starts[-1] if starts else 0, _end(text, match.end())


def _end(text: str, start: int) -> int:
    found = _CLAUSE_ENDS.search(text, start)
    return found.start() if found else len(text)


@cache
def _said(language: Language) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    forms = table("unreal")["said"][language].split()
    stems = tuple(form for form in forms if not form.endswith("="))
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    return whole, stems, frozenset(stem[:_BEGIN] for stem in stems)


@cache
def _marks(language: Language, kind: str) -> re.Pattern[str]:
    flags = re.IGNORECASE if kind != "bare" or language != "en" else 0  # May is a month
    pattern = table("unreal")["governs"][language][kind]
    end = "" if kind == "clause" else r"(?![^\W_])"
    return re.compile(rf"(?<!\w){pattern}{end}", flags)


@cache
def _patterns(language: Language, kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _DEEDS[language, kind])
