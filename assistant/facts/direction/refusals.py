"""What a text says was refused, declined, renounced, omitted or not managed: *refused to sign*.

Such a verb denies the deed that it governs, as *not* would: an infinitive (*lehnte es ab, den
Vertrag zu unterzeichnen*) or a noun made of a verb (*verweigerte die Unterschrift*). The stems of
these verbs are in `polarity.toml`; here is how each language joins a deed to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.facts.facts import Language
from assistant.facts.tables import table
from assistant.facts.text.letters import BEGINNING
from assistant.facts.text.tongue import function_words

GAP = (
    r"(?: (?!(?:and|but|or|because|when|since|as|that|which|who|after|if|et|mais|ou|qui|que|e|ma|o"
    r"|che)\b)[\w’'-]+)"
)
"""A word between the verb and the word that joins the deed to it: *refused once more to*."""
_CLAUSE_ENDS = r"(?=[ \u00a0]?(?:[,.;:!?)»“”\"–]|$| (?:und|oder|aber|sondern)\b))"
_DEEDS: dict[Language, tuple[str, ...]] = {
    "en": (
        GAP + r"{0,2}? to (?:(?:be|have|been|even|\w+ly) )*(?P<deed>[a-z]{2,})(?! \d)",
        r" from (?:being |having )?(?P<deed>[a-z]{2,}ing)\b",
        r"(?:(?<=avoid)|(?<=avoids)|(?<=avoided)|(?<=avoiding)) (?P<deed>[a-z]{2,}ing)\b",
        r"(?: (?:him|her|them|the|a|an|any|all|his|their|its))? (?P<noun>[a-z]{3,})",
    ),
    "fr": (
        GAP + r"{0,2}? (?:de |d['’]|à )(?:(?:se|le|la|les|lui|leur|y|en|être|avoir) |[sl]['’])*"
        r"(?P<deed>[^\W\d_]{2,}(?:er|ir|re|oir))(?!\w)",
        r"(?: (?:à|de))? (?:l['’]|(?:la|le|les|une?|toute?|son|sa|au) )(?P<noun>[^\W\d_]{3,})",
    ),
    "de": (
        r"[^.;:!?]{0,120}?\bzu (?P<deed>[a-zäöüß]+n)" + _CLAUSE_ENDS,
        r"[^.;:!?]{0,120}?\b(?P<deed>[a-zäöüß]{2,}zu[a-zäöüß]{3,}n)" + _CLAUSE_ENDS,
        r"(?: auf)?(?: (?:ihm|ihr|ihnen|ihn))?"
        r"(?: (?:die|den|das|der|ein|eine|einen|jede|jeden|seine|seinen|ihre|ihren))?"
        r" (?P<noun>[A-ZÄÖÜ][a-zäöüß]{2,})",
    ),
    "it": (
        GAP + r"{0,2}? (?:di |a |ad |dal(?:lo)? |dall['’])(?:essere |aver )?"
        r"(?P<deed>[^\W\d_]{2,}(?:[aei]re|[aei]r(?:si|lo|la|li|le|gli|ne|ci|vi)|durre|porre))(?!\w)",
        r"(?: (?:al|alla|ai) | all['’]| (?:l['’]|(?:il|lo|la|i|gli|le|una?|ogni) ))"
        r"(?P<noun>[^\W\d_]{3,})",
    ),
}  # fmt: skip
_TURNED = re.compile(
    r"\bzu (?P<deed>[a-zäöüß]+n), (?:lehnt|verweiger|weiger|unterließ|versäum)\w*"
    r"|\b(?P<other>[a-zäöüß]{2,}zu[a-zäöüß]{3,}n), (?:lehnt|verweiger|weiger|unterließ)\w*"
)
"""The deed first: *Den Vertrag zu unterzeichnen, lehnte sie ab*."""
_DENIED_BEFORE = re.compile(
    r"(?:\b(?:not|never|cannot|nie|nicht|kein\w*|non|mai|n['’]a(?:\w+)? pas|pas|jamais)|n['’]t)"
    r"(?: (?:be|been|have|da|es|si|è|ha|hanno|sich|été|longer|mehr))* ?$",
    re.IGNORECASE,
)
_DENIED_BEHIND = re.compile(r"(?:[a-zäöüß]*(?: sich| es)?)? nicht\b|\w* (?:pas|jamais)\b")
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """A deed that was refused or left undone."""

    deed: str
    """The verb or the noun it is called by, lower case."""
    start: int
    """Where the verb that refuses begins in the text."""
    is_noun: bool


@dataclass(frozen=True, slots=True)
class Refusals:
    """The verbs of a text that refuse."""

    deeds: tuple[Refusal, ...] = ()
    """What is plainly refused or left undone."""
    seen: int = 0
    """How many such verbs there are, whatever stands behind them."""
    denied: int = 0
    """How many of them are denied themselves: *did not refuse to sign*."""


def refusals(text: str, language: Language) -> Refusals:
    """What a text says was refused, with what is seen of such verbs beside.

    Args:
        text: a sentence or a passage.
        language: its language.
    """
    text, found, seen, denied = text[:_LONGEST], [], 0, 0
    for match in _verbs(language).finditer(text):
        seen += 1
        if is_denied(text, match, language):
            denied += 1
            continue
        refusal = _governed(text, match, language)
        if refusal is not None:
            found.append(refusal)
    found.extend(_turned(text) if language == "de" and not found else ())
    return Refusals(tuple(found), seen, denied)


def is_denied(text: str, verb: re.Match[str], language: Language) -> bool:
    """Is a verb of a text denied itself: *did not refuse*, *n'a pas évité*?"""
    before = text[max(0, verb.start() - 24) : verb.start()]
    if _DENIED_BEFORE.search(before):
        return True
    return language in ("de", "fr") and bool(_DENIED_BEHIND.match(text, verb.end()))


def zu_deed(text: str, at: int) -> str:
    """The German verb with *zu* at the end of a clause behind a place; empty if there is none."""
    for pattern in _deeds("de")[:2]:
        found = pattern.match(text, at)
        if found:
            return found["deed"].lower()
    return ""


def _turned(text: str) -> Iterator[Refusal]:
    for match in _TURNED.finditer(text):
        yield Refusal(match["deed"] or match["other"], match.start(), False)


def _governed(text: str, verb: re.Match[str], language: Language) -> Refusal | None:
    """The deed behind a verb that refuses."""
    for pattern in _deeds(language):
        is_noun = "noun" in pattern.groupindex
        match = pattern.match(text, verb.end())
        if match is None or (is_noun and verb["thing"] is None):
            continue
        deed = match["noun" if is_noun else "deed"].lower()
        if deed not in function_words()[language]:
            return Refusal(deed, verb.start(), is_noun)
    return None


@cache
def starts() -> frozenset[str]:
    """The first letters of all verbs that refuse: most texts need not be searched."""
    forms = " ".join(" ".join(row.values()) for row in table("polarity")["refusing"].values())
    return frozenset(form[:BEGINNING] for form in forms.split())


@cache
def _verbs(language: Language) -> re.Pattern[str]:
    row = table("polarity")["refusing"][language]
    kinds = (f"(?P<{kind}>(?:{'|'.join(row[kind].split())}))" for kind in ("thing", "deed"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})\w*", re.IGNORECASE)


@cache
def _deeds(language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _DEEDS[language])
