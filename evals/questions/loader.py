"""Question files become cases, or an error that names the file and the line.

A corpus has several files, ``<corpus>.<theme>.yaml``. Each may hold ``passages`` (the exact words
that answer, by document), ``nuggets`` (what answers say) and ``questions``; names given in one file
can be used in all of them. See ``questions/seeds.facts.yaml`` for the forms.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast, get_args

from evals.cases import (
    LANGUAGES,
    Case,
    CaseSet,
    Corpus,
    Nugget,
    NuggetKind,
    QuestionType,
    Reason,
    Span,
)
from evals.corpora import corpus_folder, read_corpus, widen
from evals.errors import QuestionFault
from evals.text.values import parse_iso, to_number

from .fields import mapping, one_of, refuse_unknown, strings, text
from .lines import Mapping, Place, read_yaml

QUESTIONS = Path(__file__).resolve().parent

_TOP = {"corpus", "passages", "nuggets", "questions"}
_ENTRY = {
    "id", "type", "ask", "gold", "nuggets", "welcome", "forbidden", "reason", "cluster", "tags",
    "frozen",
}  # fmt: skip
_TURN = {"after", "question"}


def load_cases(corpus: str | Corpus, questions: Path = QUESTIONS) -> CaseSet:
    """Read every question about a corpus and hold it against the documents.

    Args:
        corpus: the name of one of our corpora, or one that was read already.
        questions: the folder with ``<corpus>.*.yaml``.

    Returns:
        The cases, their gold found in the documents.

    Raises:
        CorpusFault: the documents are missing.
        QuestionFault: there are no questions, or one of them is wrong; names file and line.
    """
    if isinstance(corpus, str):
        corpus = read_corpus(corpus, corpus_folder(corpus))
    paths = sorted(questions.glob(f"{corpus.name}.*.yaml"))
    if not paths:
        raise QuestionFault(f"{questions} holds no {corpus.name}.*.yaml.")
    files = {path.name: read_yaml(path) for path in paths}
    loader = _Loader(corpus)
    for name, content in files.items():
        loader.read_facts(name, content)
    cases: list[Case] = []
    for name, content in files.items():
        cases.extend(loader.read_questions(name, content))
    if not cases:
        raise QuestionFault(
            f"{paths[0]}:1: no file about {corpus.name} asks anything; add `questions`."
        )
    loader.refuse_unused()
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return CaseSet(corpus, tuple(cases), digest.hexdigest())


class _Loader:
    """Names given so far: passages, nuggets and questions of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.passages: dict[str, Span] = {}
        self.nuggets: dict[str, Nugget] = {}
        self.questions: dict[str, Place] = {}
        self.used: set[str] = set()
        self.named_at: dict[str, Place] = {}

    def read_facts(self, file: str, content: Mapping) -> None:
        place = Place(file, content.line)
        refuse_unknown(place, content, _TOP)
        if content.get("corpus") != self.corpus.name:
            raise QuestionFault(f"{place}: the file must say `corpus: {self.corpus.name}`.")
        documents = mapping(place, "passages", content)
        for document in documents:
            quotes = mapping(Place(file, documents.lines[document]), document, documents)
            for name, quote in quotes.items():
                at = Place(file, quotes.lines[name])
                self._name(at, f"passage {name}")
                self.passages[name] = self._find(at, document, name, quote)
        kinds = mapping(place, "nuggets", content)
        for name in kinds:
            at = Place(file, kinds.lines[name])
            self._name(at, f"nugget {name}")
            value = mapping(at, name, kinds)
            unless = value.pop("unless", None)
            if unless is not None and (not isinstance(unless, str) or unless not in self.nuggets):
                raise QuestionFault(f"{at}: no nugget before this one is called `{unless}`.")
            nugget = _nugget(at, name, value)
            self.nuggets[name] = replace(nugget, unless=self.nuggets[unless] if unless else None)

    def read_questions(self, file: str, content: Mapping) -> Iterator[Case]:
        entries = content.get("questions", [])
        if not isinstance(entries, list):
            raise QuestionFault(f"{file}:{content.line}: `questions` must be a list.")
        for entry in entries:
            if not isinstance(entry, Mapping):
                raise QuestionFault(f"{file}:{content.line}: every question must be a mapping.")
            yield from self._entry(Place(file, entry.line), entry)

    def refuse_unused(self) -> None:
        """A passage or nugget that nobody uses is a slip, or a question that got lost."""
        for name in sorted(self.named_at.keys() - self.used):
            raise QuestionFault(f"{self.named_at[name]}: the {name} is used by no question.")

    def _name(self, place: Place, name: str) -> None:
        if name in self.named_at:
            raise QuestionFault(f"{place}: the {name} was named before, at {self.named_at[name]}.")
        self.named_at[name] = place

    def _find(self, place: Place, document: str, name: str, quote: Any) -> Span:
        source = self.corpus.texts.get(document)
        if source is None:
            raise QuestionFault(f"{place}: `{document}` is not in {self.corpus.folder}.")
        if not isinstance(quote, str) or not quote:
            raise QuestionFault(f"{place}: `{name}` must be a quote from {document}.")
        times = source.count(quote)
        if times != 1:
            what = "is not in" if times == 0 else f"stands {times} times in"
            advice = "copy it exactly" if times == 0 else "make it longer"
            raise QuestionFault(f"{place}: the quote `{name}` {what} {document}; {advice}.")
        start = source.index(quote)
        end = start + len(quote)
        return Span(document, start, end, quote, widen(source, start, end))

    def _entry(self, place: Place, entry: Mapping) -> Iterator[Case]:
        refuse_unknown(place, entry, _ENTRY)
        group = text(place, "id", entry.get("id"))
        if group in self.questions:
            raise QuestionFault(f"{place}: the id `{group}` was used at {self.questions[group]}.")
        self.questions[group] = place
        kind = one_of(place, "type", entry.get("type"), get_args(QuestionType))
        reason = entry.get("reason")
        if reason is not None:
            reason = one_of(place, "reason", reason, get_args(Reason))
        gold = self._gold(place, entry)
        nuggets = self._nuggets(place, "nuggets", entry) + self._nuggets(place, "welcome", entry)
        _refuse_contradiction(place, group, reason, gold, nuggets)
        asked = mapping(place, "ask", entry)
        if not asked:
            raise QuestionFault(f"{place}: `{group}` asks nothing; give `ask: {{en: ...}}`.")
        for language, words in asked.items():
            one_of(place, "language", language, LANGUAGES)
            question, history = _question(place, words, follow_up=kind == "follow_up")
            yield Case(
                id=f"{group}.{language}",
                group=group,
                language=language,
                type=cast(QuestionType, kind),
                question=question,
                answerable=reason is None,
                cluster=text(place, "cluster", entry.get("cluster", group)),
                reason=cast("Reason | None", reason),
                gold=gold,
                nuggets=nuggets,
                forbidden=self._nuggets(place, "forbidden", entry),
                history=history,
                frozen=tuple(self._passage(place, n) for n in strings(place, "frozen", entry)),
                tags=tuple(strings(place, "tags", entry)),
                place=str(place),
            )

    def _gold(self, place: Place, entry: Mapping) -> tuple[tuple[Span, ...], ...]:
        alternatives = entry.get("gold", [])
        if not isinstance(alternatives, list):
            raise QuestionFault(f"{place}: `gold` must be a list of passages.")
        gold = []
        for names in alternatives:
            together = names if isinstance(names, list) else [names]
            if not together:
                raise QuestionFault(f"{place}: an alternative of `gold` is empty.")
            gold.append(tuple(self._passage(place, name) for name in together))
        return tuple(gold)

    def _passage(self, place: Place, name: Any) -> Span:
        if not isinstance(name, str) or name not in self.passages:
            raise QuestionFault(f"{place}: no passage is called `{name}`.")
        self.used.add(f"passage {name}")
        return self.passages[name]

    def _nuggets(self, place: Place, key: str, entry: Mapping) -> tuple[Nugget, ...]:
        result = []
        for name in strings(place, key, entry):
            if name not in self.nuggets:
                raise QuestionFault(f"{place}: no nugget is called `{name}`.")
            self.used.add(f"nugget {name}")
            result.append(replace(self.nuggets[name], vital=key == "nuggets"))
        return tuple(result)


def _refuse_contradiction(
    place: Place,
    group: str,
    reason: str | None,
    gold: tuple[tuple[Span, ...], ...],
    nuggets: tuple[Nugget, ...],
) -> None:
    if reason is not None and (gold or nuggets):
        raise QuestionFault(f"{place}: `{group}` has a `reason` to be unanswerable, yet has gold.")
    if reason is None and not gold:
        raise QuestionFault(f"{place}: `{group}` needs `gold`, or the `reason` why it has none.")
    if reason is None and not any(nugget.vital for nugget in nuggets):
        raise QuestionFault(f"{place}: `{group}` needs a nugget that a right answer must say.")


def _question(
    place: Place, words: Any, *, follow_up: bool
) -> tuple[str, tuple[tuple[str, str], ...]]:
    if follow_up != isinstance(words, Mapping):
        raise QuestionFault(f"{place}: a follow_up, and only that, has `after` and `question`.")
    if not isinstance(words, Mapping):
        return text(place, "question", words), ()
    refuse_unknown(place, words, _TURN)
    turns: list[tuple[str, str]] = []
    for turn in words.get("after", []):
        if not isinstance(turn, Mapping) or len(turn) != 1:
            raise QuestionFault(f"{place}: a turn is `- user: ...` or `- assistant: ...`.")
        ((role, said),) = turn.items()
        role = one_of(place, "turn", role, ("user", "assistant"))
        turns.append((role, text(place, "turn", said)))
    if not turns:
        raise QuestionFault(f"{place}: a follow_up needs the turns before it, as `after`.")
    return text(place, "question", words.get("question")), tuple(turns)


def _nugget(place: Place, name: str, value: Mapping) -> Nugget:
    if len(value) != 1:
        raise QuestionFault(f"{place}: `{name}` must be of one kind, e.g. `{{number: 5}}`.")
    ((kind, content),) = value.items()
    kind = cast(NuggetKind, one_of(place, "nugget kind", kind, get_args(NuggetKind)))
    phrases = content if isinstance(content, list) else [content]
    if not phrases or not all(isinstance(phrase, str) and phrase for phrase in phrases):
        raise QuestionFault(f"{place}: `{name}` says nothing.")
    if kind == "number":
        values = [to_number(phrase) for phrase in phrases]
        if None in values:
            raise QuestionFault(f"{place}: `{name}` is not a number: {content!r}.")
        return Nugget(name, kind, values=tuple(v for v in values if v is not None))
    if kind == "date" and parse_iso(str(content)) is None:
        raise QuestionFault(f"{place}: `{name}` is not an ISO 8601 date: {content!r}.")
    if kind == "answer":
        one_of(place, "answer", content, ("yes", "no"))
    return Nugget(name, kind, phrases=tuple(phrases))
