"""Public question sets as retrieval tasks: passages, questions, and which passage answers.

What is read are the files that docs/finding.md describes: XQuAD, SQuAD-it and NTREX, one JSON
object a line. A question is grouped with all others about its article or story, in any language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import CorpusFault

_STORY_LANGUAGES = ("en", "fr", "de", "it")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a story."""

    id: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that one of the passages answers."""

    id: str
    question: str
    language: str
    passage: str
    """The id of the passage that answers."""
    cluster: str
    """The article or story it is about."""
    also: frozenset[str] = frozenset()
    """Ids of other passages that answer as well."""


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Questions and the passages they are asked of."""

    name: str
    family: str
    """Which sets are averaged together in summaries and weigh together in a fit."""
    passages: tuple[Passage, ...]
    asked: tuple[Asked, ...]


def retrieval_sets(data: Path) -> Iterator[RetrievalSet]:
    """Read all sets of a folder.

    Raises:
        CorpusFault: a file is missing or is not one JSON object a line.
    """
    yield from _paragraph_sets(data)
    yield from _story_sets(data)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read one JSON object a line.

    Raises:
        CorpusFault: the file is missing or holds something else.
    """
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except FileNotFoundError as fault:
        raise CorpusFault(f"{path} is missing; docs/finding.md says where to get it.") from fault
    except json.JSONDecodeError as fault:
        raise CorpusFault(f"{path} is not one JSON object a line: {fault}.") from fault


def _paragraph_sets(data: Path) -> Iterator[RetrievalSet]:
    files = {"en": "xquad.en.jsonl", "de": "xquad.de.jsonl", "it": "squad_it.jsonl"}
    rows = {language: read_lines(data / file) for language, file in files.items()}
    pools = {
        language: tuple(Passage(f"{language}:{row['id']}", row["text"], language) for row in found)
        for language, found in rows.items()
    }
    links = {r["xquad"]: r["squad_it"] for r in read_lines(data / "xquad_to_squad_it.jsonl")}
    twins = _Twins(rows, links)
    for asking in rows:
        for answering in rows:
            family = _family(asking, answering)
            asked = tuple(_questions(rows[asking], asking, answering, twins))
            yield RetrievalSet(f"{asking}→{answering}", family, pools[answering], asked)
    for asking in ("en", "de"):
        yield _mixed_paragraphs(rows, pools, links, asking)


def _family(asking: str, answering: str) -> str:
    if asking == answering:
        return "it→it" if asking == "it" else "same"
    return "en,de→it" if answering == "it" else "it→en,de" if asking == "it" else "en↔de"


class _Twins:
    """Which paragraph of another language says the same."""

    def __init__(self, rows: Mapping[str, Sequence[Any]], links: Mapping[str, str]) -> None:
        self._links = links
        self._back = {italian: other for other, italian in links.items()}
        titles = {row["id"]: row["title"] for row in rows["en"]}
        italian = {row["id"]: row["title"] for row in rows["it"]}
        # An article has one name whatever the language, so that its questions are one cluster.
        self._articles = {italian[it]: titles[other] for other, it in links.items()}

    def paragraph(self, name: str, asking: str, answering: str) -> str | None:
        if "it" not in (asking, answering) or asking == answering:
            return name
        return self._links.get(name) if answering == "it" else self._back.get(name)

    def article(self, title: str) -> str:
        return str(self._articles.get(title, title))


def _questions(rows: Sequence[Any], asking: str, answering: str, twins: _Twins) -> Iterator[Asked]:
    for row in rows:
        twin = twins.paragraph(row["id"], asking, answering)
        if twin is None:
            continue
        for number, item in enumerate(row["questions"]):
            name = f"{row['id']}/{number:02}"
            article = twins.article(row["title"])
            yield Asked(name, item["question"], asking, f"{answering}:{twin}", article)


def _mixed_paragraphs(
    rows: Mapping[str, Sequence[Any]],
    pools: Mapping[str, Sequence[Passage]],
    links: Mapping[str, str],
    asking: str,
) -> RetrievalSet:
    """Each paragraph in one language only, in turn: a folder of documents as people have them."""
    by_id = {passage.id: passage for pool in pools.values() for passage in pool}
    passages, asked = [], []
    for number, row in enumerate(rows[asking]):
        turn = ("en", "de", "it")[number % 3]
        name = links.get(row["id"]) if turn == "it" else row["id"]
        passage = by_id[f"{turn}:{name}"] if name else by_id[f"de:{row['id']}"]
        passages.append(passage)
        for place, item in enumerate(row["questions"]):
            name = f"{row['id']}/{place:02}"
            asked.append(Asked(name, item["question"], asking, passage.id, row["title"]))
    return RetrievalSet(f"{asking}→mixed", "mixed", tuple(passages), tuple(asked))


def _story_sets(data: Path) -> Iterator[RetrievalSet]:
    stories: dict[str, dict[str, Any]] = {}
    for row in read_lines(data / "ntrex.jsonl"):
        stories.setdefault(row["doc_id"], {})[row["lang"]] = row
    names = sorted(stories)

    def passage(name: str, language: str) -> Passage:
        text = " ".join(stories[name][language]["segments"])
        return Passage(f"{language}:{name}", text, language)

    def asked(asking: str, passages: Sequence[Passage]) -> tuple[Asked, ...]:
        return tuple(
            Asked(name, stories[name][asking]["headline"], asking, found.id, name)
            for name, found in zip(names, passages, strict=True)
        )

    for asking in _STORY_LANGUAGES:
        for answering in _STORY_LANGUAGES:
            family = "headline, same" if asking == answering else "headline, across"
            pool = tuple(passage(name, answering) for name in names)
            yield RetrievalSet(f"headline {asking}→{answering}", family, pool, asked(asking, pool))
        mixed = tuple(passage(n, _STORY_LANGUAGES[i % 4]) for i, n in enumerate(names))
        yield RetrievalSet(f"headline {asking}→mixed", "mixed", mixed, asked(asking, mixed))
