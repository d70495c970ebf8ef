"""The nouns of an answer, and the one JSON shape that every surface shows.

``Answer.to_dict`` is what Python, ``--json``, the page's endpoints and the chat export give;
``answer.schema.json`` beside this file describes it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from textwrap import shorten
from typing import Any, Literal

from index import Hit

Verdict = Literal["supported", "contradicted", "unsupported"]


_MARKS = {"contradicted": "✗", "unsupported": "?"}


@dataclass(frozen=True, slots=True)
class Support:
    """Is a statement supported by its quotes?"""

    verdict: Verdict
    problems: tuple[str, ...] = ()
    """Reasons a reader understands; empty when there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Citation:
    """An exact place in a source: ``source_text[start:end] == quote``, always."""

    label: str
    """What stands between the brackets in the answer's text: ``"1"`` for ``[1]``."""
    file: str
    start: int
    end: int
    quote: str
    line: int
    """Line of ``start`` in the source text, counted from 1."""
    page: int | None = None
    """Page, for formats that have pages."""
    title: str = ""
    date: str | None = None
    """The document's date (ISO 8601) where one is known."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of the answer, with what carries it."""

    text: str
    """Without citation markers."""
    citations: tuple[str, ...]
    """Labels of the citations that carry it."""
    support: Support

    @property
    def doubt(self) -> str:
        """One line that says what is wrong with it; empty for what is supported."""
        if self.support.verdict == "supported":
            return ""
        reasons = "; ".join(self.support.problems)
        return f"{_MARKS[self.support.verdict]} {self.support.verdict}: “{self.text}” {reasons}"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sources that give different facts for the same thing; none of them is picked."""

    text: str
    """One sentence in the reader's language; it stands among the answer's notes as well."""
    readings: tuple[str, ...]
    """What each side says, word for word: ``"11,2 Billionen Rubel"``."""
    sides: tuple[Citation, ...]
    """Where each reading stands, in the same order; the label is empty where the answer does not
    cite the place."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A quote as a model puts it for a reader: no source, cited nowhere."""

    text: str
    language: str
    model: str
    """Who translated; shown with it, always."""
    complete: bool = True
    """False when the reply was cut."""
    differs: tuple[str, ...] = ()
    """Where it says other than the original, such as another figure; in the reader's language."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What an answer cost."""

    passages: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    requests: int = 0
    seconds: float = 0.0
    unknown_markers: int = 0
    """Markers in the model's reply that pointed nowhere: kept out of the text, counted here."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A checked answer to one question."""

    question: str
    text: str
    """What the reader sees, with ``[n]`` markers; every marker has its citation. Behind a statement
    that is not supported it says so, in the answer's language."""
    language: str
    """Language of the answer: ``en``, ``fr``, ``de`` or ``it``."""
    declined: bool
    """True when the documents do not answer the question."""
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    complete: bool = True
    """False when the reply was cut: a broken stream, a length limit, a deadline."""
    model: str = "extract"
    judge: str | None = None
    """The model that looked again at what the check supports, where one was asked to."""
    usage: Usage = Usage()
    nearest: tuple[Hit, ...] = ()
    """What came nearest; shown when the answer declines."""
    asked: str | None = None
    """The full question that was searched for, where a follow-up was rewritten."""
    notes: tuple[str, ...] = ()
    """What the reader should know: why it is incomplete, or that sources disagree."""
    disagreements: tuple[Disagreement, ...] = ()
    """Where other files give another figure, date or name than the answer cites, or deny it."""

    def __str__(self) -> str:
        """The text, and under it what is doubted of it and what else a reader should know."""
        doubts = [statement.doubt for statement in self.statements if statement.doubt]
        return "\n".join([self.text, *doubts, *(f"! {note}" for note in self.notes)])

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain JSON types; the inverse is :meth:`from_dict`."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Answer:
        """Rebuild an answer from :meth:`to_dict`.

        Raises:
            KeyError: a required field is missing.
            TypeError: a field has another type or an unknown name.
        """
        fields = dict(data)
        fields["statements"] = tuple(
            Statement(
                text=s["text"],
                citations=tuple(s["citations"]),
                support=Support(s["support"]["verdict"], tuple(s["support"]["problems"])),
            )
            for s in data["statements"]
        )
        fields["citations"] = tuple(Citation(**c) for c in data["citations"])
        fields["usage"] = Usage(**data["usage"])
        fields["nearest"] = tuple(Hit(**h) for h in data["nearest"])
        fields["notes"] = tuple(data["notes"])
        fields["disagreements"] = tuple(
            Disagreement(d["text"], tuple(d["readings"]), tuple(Citation(**c) for c in d["sides"]))
            for d in data.get("disagreements", ())  # answers saved before have none
        )
        return cls(**fields)


def preview(hit: Hit, most: int) -> str:
    """The beginning of a passage on one line, for a list of what comes nearest.

    Args:
        hit: the passage. A first line that only repeats its document's title is left out, with the
            signs of a heading: the title is shown beside it.
        most: characters that are shown, the mark of a cut included.
    """
    first, _, rest = hit.text.strip().partition("\n")
    title = " ".join(hit.title.split())
    repeats = bool(title) and " ".join(first.strip("#*= \t").split()) == title
    return shorten(rest if repeats and rest.strip() else hit.text, most, placeholder=" …")


def _plain(value: Any) -> Any:
    """Turn tuples into lists, all the way down, so that JSON gives the same thing back."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
