"""How often two sources are told to differ, rightly and wrongly: pairs, and what becomes of them.

Three kinds of pairs differ in a fact: a sentence and its translation after one figure was changed
(they disagree), two sentences of different stories (they do not), and two sentences of one story
(hardly ever). Sentences of news are long and share few words, so short ones are put together as
well (``short_claims.toml``), about one thing, about two, and about two sides of one.
"""

from __future__ import annotations

import json
import random
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from assistant.checking.meaning import default_meaning
from assistant.disagreement.differing import differences, differing
from assistant.disagreement.sides import Side

from .cases import LANGUAGES, Case, Stories

_SHORT = Path(__file__).with_name("short_claims.toml")
_FIGURES = ("12", "25")
_CLAIMS = 60_000
"""Pairs of sentences of different stories that are looked at for claims, not for figures."""


@dataclass(frozen=True, slots=True)
class Share:
    """Of how many pairs of a kind it is told that they differ."""

    name: str
    told: int
    pairs: int
    wanted: bool
    """They do differ."""


Documents = Mapping[tuple[str, str], tuple[str, str]]
"""Story and language to its headline and its text."""


def documents(path: Path, stories: Stories) -> Documents:
    """The headline and the text of each story, from `ntrex.jsonl`."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["doc_id"] in stories:
            whole = "\n".join((record["headline"], *record["segments"]))
            found[record["doc_id"], record["lang"]] = record["headline"], whole
    return found


def shares(made: Sequence[Case], stories: Stories, texts: Documents, seed: int) -> Iterator[Share]:
    """Every share: of changed translations, of other sentences, of short sentences."""
    for name, kinds, wanted in (
        ("a figure of a translation changed", ("number", "scale", "month"), True),
        ("a verb of a translation denied", ("negated",), True),
        ("translations with figures", ("figures",), False),
        ("translations without figures", ("plain",), False),
        ("other sentences of a story, other language", ("mismatch",), False),
        ("other sentences of a story, same language", ("mismatch, one language",), False),
    ):
        chosen = [case for case in made if case.kind in kinds]
        told = sum(_is_told(*_sides(case, texts)) for case in chosen)
        yield Share(name, told, len(chosen), wanted)
    yield from across_stories(stories, texts, seed)
    yield from short_sentences()


def across_stories(stories: Stories, texts: Documents, seed: int) -> Iterator[Share]:
    """All pairs of sentences of different stories that differ in a fact of one kind; and others."""
    every = [
        (story, Side(text, language, *texts[story, language]))
        for story, told in stories.items()
        for language in LANGUAGES
        for text in told[language]
    ]
    pairs: Counter[str] = Counter()
    told: Counter[str] = Counter()
    figures = [(story, side) for story, side in every if any(map(str.isdigit, side.text))]
    for (story, one), (other, two) in combinations(figures, 2):
        if story == other:
            continue
        if differences(one.text, two.text, one.language, two.language):
            kind = "same language" if one.language == two.language else "other language"
            pairs[kind] += 1
            told[kind] += _is_told(one, two)
    for kind in sorted(pairs):
        yield Share(f"figures of two stories, {kind}", told[kind], pairs[kind], wanted=False)
    chance = random.Random(seed)
    for _ in range(_CLAIMS if len(stories) > 1 else 0):
        (story, one), (other, two) = chance.choice(every), chance.choice(every)
        if story != other:
            pairs["claims"] += 1
            told["claims"] += _is_told(one, two)
    yield Share("any sentences of two stories", told["claims"], pairs["claims"], wanted=False)


def short_sentences(part: str = "reporting") -> Iterator[Share]:
    """Short sentences about one thing, about two things, and about two sides of one thing."""
    listed = tomllib.loads(_SHORT.read_text(encoding="utf-8"))[part]
    subjects, said = listed["subjects"], listed["said"]
    places = [(a, b) for a in range(len(LANGUAGES)) for b in range(len(LANGUAGES))]

    def pair(one: tuple[str, str], other: tuple[str, str], a: int, b: int) -> tuple[Side, Side]:
        texts = [
            f"{subjects[subject][at]} {said[what][at].format(figure)}"
            for (subject, what), at, figure in zip((one, other), (a, b), _FIGURES, strict=True)
        ]
        return Side(texts[0], LANGUAGES[a]), Side(texts[1], LANGUAGES[b])

    kinds: dict[str, list[tuple[Side, Side]]] = {
        "short, the same": [
            pair((s, w), (s, w), a, b) for s in subjects for w in said for a, b in places
        ],
        "short, of two things": [
            pair((s, w), (t, w), a, b)
            for s, t in combinations(subjects, 2)
            for w in said
            for a, b in places
        ],
        "short, two sides of one thing": [
            pair((s, w), (s, v), a, b)
            for s in subjects
            for w, v in combinations(said, 2)
            for a, b in places
        ],
    }
    for name, made in kinds.items():
        for where, same in (("same language", True), ("other language", False)):
            chosen = [(one, two) for one, two in made if (one.language == two.language) == same]
            told = sum(_is_told(one, two) for one, two in chosen)
            yield Share(f"{name}, {where}", told, len(chosen), name == "short, the same")


def lines(found: Iterable[Share]) -> Iterator[str]:
    """The shares as text: what is to be told first."""
    yield "two sources are told to differ:"
    for share in sorted(found, key=lambda share: not share.wanted):
        bar = "(they do)" if share.wanted else ""
        rate = share.told / max(1, share.pairs)
        yield f"  {share.name:45}{rate:8.2%}{share.told:7} of {share.pairs:7,} {bar}".rstrip()


def _sides(case: Case, texts: Documents) -> tuple[Side, Side]:
    return (
        Side(case.claim, case.claim_language, *texts[case.story, case.claim_language]),
        Side(case.quote, case.quote_language, *texts[case.story, case.quote_language]),
    )


def _is_told(one: Side, other: Side) -> bool:
    return bool(differing(one, other, default_meaning()))
