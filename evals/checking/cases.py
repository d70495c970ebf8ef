"""Claims to check, made from sentences that professionals translated.

A sentence in one language is the claim, its translation into another is the quote: a true pair.
False pairs are made from true ones: by taking another sentence of the same story as the quote, or
by changing one thing in the claim, a digit, a scale word, a month, a person. Everything here works
on the bare text with small lists of its own, and knows nothing of `assistant.facts`: a meter must
not share its eyes with what it measures.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Literal, cast

Language = Literal["en", "fr", "de", "it"]

LANGUAGES: tuple[Language, ...] = ("en", "fr", "de", "it")

_SCALES = {
    "en": ("thousand", "million", "billion", "trillion"),
    "fr": ("millions?", "milliards?"),
    "de": ("Millionen|Million", "Milliarden|Milliarde", "Mio\\.", "Mrd\\."),
    "it": ("milioni|milione", "miliardi|miliardo"),
}
_OTHER_SCALE = {
    "thousand": "million", "million": "billion", "billion": "million", "trillion": "billion",
    "millions": "milliards", "milliard": "million", "milliards": "millions",
    "Million": "Milliarde", "Millionen": "Milliarden", "Milliarde": "Million",
    "Milliarden": "Millionen", "Mio.": "Mrd.", "Mrd.": "Mio.",
    "milione": "miliardo", "milioni": "miliardi", "miliardo": "milione", "miliardi": "milioni",
}  # fmt: skip
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
}
_PERSON = re.compile(
    r"(?<![.!?:“\"„«] )(?<!^)\b([A-ZÀ-Þ][a-zß-ÿ]+) ([A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-Z][a-z]+)?)\b"
    r"(?! of\b| [A-Z])"
)


_ACTS = r"(?:'s)? (?:said|says|told|added|was|is|has|had|will|would|went|did|made)\b"
"""What a surname is followed by somewhere in its story, and a company's name seldom."""


@dataclass(frozen=True, slots=True)
class Case:
    """One claim with its quote; `kind` says what was done to it."""

    kind: str
    story: str
    claim: str
    claim_language: Language
    quote: str
    quote_language: Language


Stories = Mapping[str, Mapping[str, Sequence[str]]]
"""Story id to language to its sentences; the same number of sentences in each language."""


def read_stories(path: Path) -> Stories:
    """Read `ntrex.jsonl`: one JSON object a line with `doc_id, lang, segments`."""
    stories: dict[str, dict[str, Sequence[str]]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        stories[record["doc_id"]][record["lang"]] = record["segments"]
    return dict(sorted(stories.items()))


def read_pairs(path: Path, count: int, seed: int) -> list[Case]:
    """True pairs with figures from a gzipped file of `language, text, language, text` lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    known = [r for r in rows if len(r) == 4 and {r[0], r[2]} <= set(LANGUAGES)]
    random.Random(seed).shuffle(known)
    both = (r if i % 2 else [*r[2:], *r[:2]] for i, r in enumerate(known))
    fit = (r for r in both if re.search(r"\d", r[1]) and 30 < len(r[1]) < 500)
    return [
        Case("figures", path.name, said, cast(Language, a), given, cast(Language, b))
        for a, said, b, given in islice(fit, count)
    ]


def split(stories: Stories) -> tuple[Stories, Stories]:
    """Every fourth story for reporting, the others for fitting; nothing is in both."""
    names = sorted(stories)
    kept = set(names[3::4])
    return {n: stories[n] for n in names if n not in kept}, {n: stories[n] for n in names[3::4]}


def true_pairs(stories: Stories) -> Iterator[Case]:
    """Each sentence in each language with its translation into each other language."""
    for story, texts in stories.items():
        for a in LANGUAGES:
            for b in LANGUAGES:
                if a != b:
                    for claim, quote in zip(texts[a], texts[b], strict=True):
                        kind = "figures" if re.search(r"\d", claim) else "plain"
                        yield Case(kind, story, claim, a, quote, b)


def mismatches(stories: Stories, share: float, seed: int) -> Iterator[Case]:
    """A sentence with another sentence of its story, in the same or another language."""
    chance = random.Random(seed)
    for story, texts in stories.items():
        for a in LANGUAGES:
            for b in LANGUAGES:
                kind = "mismatch" if a != b else "mismatch, one language"
                for i, claim in enumerate(texts[a]):
                    for j, quote in enumerate(texts[b]):
                        if i != j and chance.random() < share:
                            yield Case(kind, story, claim, a, quote, b)


def number_changed(case: Case, chance: random.Random) -> Case | None:
    """One digit of the claim turned into another; None without digits."""
    places = [m.start() for m in re.finditer(r"\d", case.claim)]
    if not places:
        return None
    at = chance.choice(places)
    first = at == 0 or not case.claim[at - 1].isdigit()
    digits = [d for d in "123456789" + ("" if first else "0") if d != case.claim[at]]
    claim = case.claim[:at] + chance.choice(digits) + case.claim[at + 1 :]
    return replace(case, kind="number", claim=claim)


def scale_changed(case: Case, chance: random.Random) -> Case | None:
    """*million* turned into *billion* and so on; None without a scale word after a figure."""
    words = "|".join(_SCALES[case.claim_language])
    found = list(re.finditer(rf"(?<=\d[ \u00a0])(?:{words})(?!\w)", case.claim))
    if not found:
        return None
    match = chance.choice(found)
    claim = case.claim[: match.start()] + _OTHER_SCALE[match[0]] + case.claim[match.end() :]
    return replace(case, kind="scale", claim=claim)


def month_changed(case: Case, chance: random.Random) -> Case | None:
    """One month turned into another; None without one that is surely a month."""
    months = _MONTHS[case.claim_language].split()
    sure = [m for m in months if m not in ("May", "March", "mars")]
    found = list(re.finditer(rf"(?<!\w)(?:{'|'.join(sure)})(?!\w)", case.claim))
    if not found:
        return None
    match = chance.choice(found)
    other = chance.choice([m for m in months if m != match[0]])
    claim = case.claim[: match.start()] + other + case.claim[match.end() :]
    return replace(case, kind="month", claim=claim)


_NEIGHBOURS = {
    "en": "Iran:Iraq Iraq:Iran Austria:Australia Australia:Austria India:Indonesia Indonesia:India"
          " Slovenia:Slovakia Syria:Serbia Libya:Liberia Nigeria:Niger Sweden:Switzerland"
          " kilometres:metres kilograms:grams kg:g km:m mother:father father:mother son:daughter"
          " wife:husband sister:brother brother:sister summer:winter morning:evening women:men"
          " men:women daily:weekly weekly:monthly",
    "fr": "Iran:Irak Irak:Iran Autriche:Australie Australie:Autriche Inde:Indonésie Indonésie:Inde"
          " Slovénie:Slovaquie Syrie:Serbie Libye:Libéria Nigeria:Niger Suède:Suisse"
          " kilomètres:mètres kg:g km:m mère:père père:mère matin:soir femmes:hommes hommes:femmes"
          " sœur:frère frère:sœur hiver:été",
    "de": "Iran:Irak Irak:Iran Österreich:Australien Australien:Österreich Indien:Indonesien"
          " Indonesien:Indien Slowenien:Slowakei Syrien:Serbien Libyen:Liberia Nigeria:Niger"
          " Schweden:Schweiz Kilometer:Meter kg:g km:m Mutter:Vater Vater:Mutter Sohn:Tochter"
          " Schwester:Bruder Bruder:Schwester Sommer:Winter Frauen:Männer Männer:Frauen"
          " täglich:wöchentlich",
    "it": "Iran:Iraq Iraq:Iran Austria:Australia Australia:Austria India:Indonesia"
          " Indonesia:India Slovenia:Slovacchia Siria:Serbia Libia:Liberia Nigeria:Niger"
          " Svezia:Svizzera"
          " chilometri:metri kg:g km:m madre:padre padre:madre figlio:figlia moglie:marito"
          " sorella:fratello fratello:sorella estate:inverno mattina:sera donne:uomini"
          " uomini:donne",
}  # fmt: skip
"""Words and the neighbours that they are exchanged for: countries, units, kin, times, rates."""


def neighbour_put(case: Case, chance: random.Random) -> Case | None:
    """One word of the claim exchanged for its neighbour; None without one that has any."""
    pairs = dict(pair.split(":") for pair in _NEIGHBOURS[case.claim_language].split())
    found = list(re.finditer(rf"(?<!\w)(?:{'|'.join(pairs)})(?!\w)", case.claim))
    found = [match for match in found if pairs[match[0]] not in case.claim]
    if not found:
        return None
    match = chance.choice(found)
    claim = case.claim[: match.start()] + pairs[match[0]] + case.claim[match.end() :]
    return replace(case, kind="neighbour", claim=claim)


_NEGATED = {
    "en": (r"\b(is|are|was|were|has|had|will|would|can|could)\b(?! not|n't)", r"\1 not"),
    "fr": (r"(?<![’'] )\b(est|sont|a|ont|sera|était|avait)\b(?! pas)", r"ne \1 pas"),
    "de": (r"\b(ist|sind|war|waren|hat|haben|wird|werden|kann|soll)\b(?! nicht)", r"\1 nicht"),
    "it": (r"\b(è|sono|ha|hanno|sarà|era|aveva)\b(?<!non )", r"non \1"),
}


def negated(case: Case, chance: random.Random) -> Case | None:
    """A verb of the claim denied; None without a verb that is easy to deny."""
    pattern, denial = _NEGATED[case.claim_language]
    claim, changes = re.subn(pattern, denial, case.claim, count=1)
    return replace(case, kind="negated", claim=claim) if changes else None


def persons(stories: Stories) -> dict[str, list[tuple[str, str]]]:
    """Story to the people in it, first name and surname.

    Two capital words that all four languages of a sentence share, the second of which all four
    stories have alone as well, and which somewhere in the story does something.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for story, texts in stories.items():
        whole = {language: " ".join(texts[language]) for language in LANGUAGES}
        names: dict[tuple[str, str], None] = {}
        for sentences in zip(*(texts[language] for language in LANGUAGES), strict=True):
            for first, last in _PERSON.findall(sentences[0]):
                together = f"{first} {last}"
                alone = re.compile(rf"(?<!{re.escape(first)} )\b{re.escape(last)}\b")
                acts = re.search(
                    rf"\b{re.escape(last)}{_ACTS}|\bM(?:r|s|rs)\.? {re.escape(last)}\b", whole["en"]
                )
                if (
                    acts
                    and all(together in s for s in sentences)
                    and all(alone.search(whole[language]) for language in LANGUAGES)
                ):
                    names[first, last] = None
        if names:
            found[story] = list(names)
    return found


def person_swapped(
    case: Case, people: Mapping[str, Sequence[tuple[str, str]]], chance: random.Random
) -> Case | None:
    """A person of the claim turned into a person of another story; None if nobody is named.

    The quote must have the person's surname as well.
    """
    own = people.get(case.story, ())
    for first, last in own:
        others = [
            name
            for story, names in people.items()
            if story != case.story
            for name in names
            if name[1] not in case.quote
        ]
        if not others or not re.search(rf"\b{last}", case.quote):
            continue
        new_first, new_last = chance.choice(others)
        whole, alone = rf"\b{first} {last}", rf"\b{last}\b"
        if re.search(whole, case.claim):
            claim = re.sub(whole, f"{new_first} {new_last}", case.claim)
            return replace(case, kind="person", claim=re.sub(alone, new_last, claim))
        if re.search(alone, case.claim):
            return replace(case, kind="person", claim=re.sub(alone, new_last, case.claim))
    return None
