"""Are the citations real, and do they point to what answers?

Validity is a hard gate: the file exists, the range lies in it, the quote *is* that range, the line
is right, the model was given the place, every marker in the text has its citation, and a refusal
cites nothing.

A citation meets a gold span when it covers at least half of it. Character precision is the share of
the cited characters that lie in gold, where gold is widened to whole sentences: nobody who cites
sentences can cite less. ``strict`` counts the bare gold span. Recall is that of the best
alternative. Files are counted the same way. Coverage is over factual statements: with a figure, a
date or at least five words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant import Answer, Citation
from evals.cases import Case, Corpus, Span
from evals.records import Record
from evals.text.values import dates, numbers
from index import Hit

from .ranges import Range, covered, merge, overlap
from .scores import Metric, Score

METRICS = (
    Metric("validity", "citations are exact", binary=True),
    Metric("cites_gold", "answerable: a citation meets the gold", binary=True),
    Metric("cites_gold_answered", "answered: a citation meets the gold", binary=True),
    Metric("file_precision", "cited documents that are right"),
    Metric("file_recall", "right documents that are cited"),
    Metric("char_precision", "cited characters in gold sentences"),
    Metric("char_precision_strict", "cited characters in gold spans"),
    Metric("char_recall", "gold characters that are cited"),
    Metric("char_f1", "characters, F1"),
    Metric("coverage", "factual statements with a citation"),
    Metric("marked", "statements that our own check supports"),
    Metric("cited_length", "characters cited", higher_is_better=False, unit="characters"),
)
_MARKER = re.compile(r"\[(\d+)\]")
_WORD = re.compile(r"[^\W_]{2,}")
_FACTUAL = 5
"""Words from which on a sentence is held to say something that can be checked."""


def score(case: Case, record: Record, corpus: Corpus) -> Iterator[Score]:
    """Score the citations of an answer; see the head of this module."""
    answer = record.answer
    if answer is None:
        yield Score("validity", None, record.detail)
        if case.answerable:
            yield Score("cites_gold", None, record.detail)
        return
    faults = [*_faults(answer, corpus), *_unseen(answer, record.sent)]
    yield Score("validity", float(not faults), "; ".join(faults))
    if not case.answerable:
        return
    if answer.declined:
        yield Score("cites_gold", 0.0, "declined")
        return
    met = [c.label for c in answer.citations if meets_gold(c, case)]
    why = f"[{'], ['.join(met)}]" if met else "no citation meets a gold span"
    yield Score("cites_gold", float(bool(met)), why)
    yield Score("cites_gold_answered", float(bool(met)), why)
    yield from _shares(case, answer)


def meets_gold(citation: Citation, case: Case) -> bool:
    """Tell whether a citation covers at least half of a gold span of some alternative."""
    return any(
        citation.file == span.file
        and 2 * overlap((citation.start, citation.end), (span.start, span.end))
        >= span.end - span.start
        for spans in case.gold
        for span in spans
    )


def _faults(answer: Answer, corpus: Corpus) -> Iterator[str]:
    if answer.declined and answer.citations:
        yield "a refusal cites"
    labels = {citation.label for citation in answer.citations}
    if len(labels) != len(answer.citations):
        yield "two citations share a label"
    for citation in answer.citations:
        text = corpus.texts.get(citation.file)
        if text is None:
            yield f"[{citation.label}] names {citation.file}, which is not in the folder"
        elif not 0 <= citation.start < citation.end <= len(text):
            yield f"[{citation.label}] lies outside {citation.file}"
        elif text[citation.start : citation.end] != citation.quote:
            yield f"[{citation.label}] quotes what {citation.file} does not say there"
        elif text.count("\n", 0, citation.start) + 1 != citation.line:
            yield f"[{citation.label}] gives line {citation.line}, which is not where it starts"
    used = set(_MARKER.findall(answer.text))
    for statement in answer.statements:
        used.update(statement.citations)
    for label in sorted(used - labels):
        yield f"[{label}] has no citation"


def _unseen(answer: Answer, sent: Sequence[Hit] | None) -> Iterator[str]:
    """What is cited must have been read: a place that the model was not given is made up."""
    for citation in answer.citations if sent is not None else ():
        given = [(hit.start, hit.end) for hit in sent or () if hit.file == citation.file]
        place = citation.start, citation.end
        if covered(place, given) < citation.end - citation.start:
            yield f"[{citation.label}] lies outside the passages that were sent"


def _shares(case: Case, answer: Answer) -> Iterator[Score]:
    cited: dict[str, list[Range]] = defaultdict(list)
    for citation in answer.citations:
        cited[citation.file].append((citation.start, citation.end))
    files = set(cited)
    length = sum(end - start for ranges in cited.values() for start, end in merge(ranges))
    spans = {span for alternative in case.gold for span in alternative}
    wide = _inside(cited, [(span.file, span.wide) for span in spans])
    bare = _inside(cited, [(span.file, (span.start, span.end)) for span in spans])
    yield Score.share("file_precision", len(files & case.gold_files), len(files))
    yield Score.share("char_precision", wide, length)
    yield Score.share("char_precision_strict", bare, length)
    yield Score.share("file_recall", *max((_files_found(s, files) for s in case.gold), key=_ratio))
    best = max((_found(spans, cited) for spans in case.gold), key=_ratio)
    yield Score.share("char_recall", *best)
    precision, recall = wide / length if length else 0.0, _ratio(best)
    both = precision + recall
    yield Score("char_f1", 2 * precision * recall / both if both else 0.0)
    yield from _carried(answer)
    yield Score("cited_length", float(length))


def _carried(answer: Answer) -> Iterator[Score]:
    labels = {citation.label for citation in answer.citations}
    factual = [s for s in answer.statements if _is_factual(s.text, answer.language)]
    if factual:
        carried = sum(not labels.isdisjoint(statement.citations) for statement in factual)
        yield Score.share("coverage", carried, len(factual), f"{len(factual)} statements")
    else:
        yield Score("coverage", None, "no factual statement")
    if answer.statements:
        good = sum(statement.support.verdict == "supported" for statement in answer.statements)
        yield Score.share("marked", good, len(answer.statements))


def _is_factual(text: str, language: str) -> bool:
    return bool(numbers(text, language) or dates(text)) or len(_WORD.findall(text)) >= _FACTUAL


def _inside(cited: dict[str, list[Range]], gold: Sequence[tuple[str, Range]]) -> int:
    by_file: dict[str, list[Range]] = defaultdict(list)
    for file, span in gold:
        by_file[file].append(span)
    return sum(
        covered(part, by_file.get(file, ()))
        for file, ranges in cited.items()
        for part in merge(ranges)
    )


def _found(spans: Sequence[Span], cited: dict[str, list[Range]]) -> tuple[int, int]:
    """Gold characters that are cited, and how many there are."""
    inside = sum(covered((s.start, s.end), cited.get(s.file, ())) for s in spans)
    return inside, sum(span.end - span.start for span in spans)


def _files_found(spans: Sequence[Span], files: set[str]) -> tuple[int, int]:
    wanted = {span.file for span in spans}
    return len(wanted & files), len(wanted)


def _ratio(counts: tuple[int, int]) -> float:
    return counts[0] / counts[1]
