"""``python -m evals``: ask the hand-written questions, score the answers, hold them to account."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assistant import AssistantFault, report_file
from index import IndexFault

from .cases import LANGUAGES, CaseSet
from .corpora import corpus_folder, read_corpus
from .drafts import draft_questions
from .errors import EvalFault
from .feedback import draft_complaints
from .gate import (
    BASELINE,
    Gate,
    check,
    compare_scores,
    comparison_lines,
    read_baseline,
    save_baseline,
    scores_of,
)
from .loader import load_cases
from .page import Before, html_report
from .records import RecordFile, read_records
from .report import json_report, text_report
from .results import Results, judge
from .run import header_of, run
from .subjects import open_subject, recorded_name

_TROUBLE = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run the evaluation.

    Returns:
        0; 1 when the run could not be made, 2 for a wrong argument, and with ``--gate`` 3 for
        worse, 4 for broken, 5 for cannot tell.
    """
    arguments = _parser().parse_args(argv)
    try:
        if arguments.compare:
            before, after = arguments.compare
            return _compare(before, after, arguments.html)
        if arguments.init:
            return _init(arguments.init, arguments.questions or Path("questions"))
        if arguments.cases:
            return _complaints(arguments)
        return _evaluate(arguments)
    except (EvalFault, AssistantFault, IndexFault) as fault:
        sys.stderr.write(f"{fault}\n")
        return _TROUBLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="attesto eval", description=__doc__)
    add = parser.add_argument
    add("--corpus", default="seeds", choices=("seeds", "town"), help="which of our documents")
    add("--init", type=Path, metavar="FOLDER", help="draft questions about your own documents")
    add("--folder", type=Path, help="evaluate on your own documents; needs --questions")
    add("--questions", type=Path, help="where the question files are, or are drafted")
    add("--cases", type=Path, metavar="FEEDBACK", help="draft cases from the chat's thumbs-down")
    add(
        "--model",
        default="extract",
        help="extract (built in), oracle, scripted[:PERSONA], replay:FILE, or any at an endpoint",
    )
    add("--base-url", help="the OpenAI-compatible endpoint of the model")
    add("--record", type=Path, metavar="FILE", help="keep the model's replies, for replay:FILE")
    add("--only", choices=LANGUAGES, help="ask in one language only")
    add("--records", type=Path, help="keep what was answered in FILE; a stopped run goes on there")
    add("--json", type=Path, help="write the report as JSON to FILE")
    add("--html", type=Path, help="write the report as one HTML page to FILE")
    add("--failures", action="store_true", help="list every question that went wrong")
    add("--timing", action="store_true", help="say how long answers took")
    add("--gate", action="store_true", help="fail when worse (3), broken (4), cannot tell (5)")
    add("--baseline", type=Path, default=BASELINE, help="what --gate compares with")
    add("--save-baseline", action="store_true", help="make this run the baseline")
    add("--compare", nargs=2, type=Path, metavar=("A", "B"), help="compare two --records files")
    return parser


def _evaluate(arguments: argparse.Namespace) -> int:
    cases = _cases(arguments.corpus, arguments.folder, arguments.questions)
    if arguments.only:
        chosen = tuple(case for case in cases.cases if case.language == arguments.only)
        cases = replace(cases, cases=chosen)
    results = _ask(cases, arguments)
    sys.stdout.write(text_report(results, timing=arguments.timing, failures=arguments.failures))
    if arguments.json:
        text = json.dumps(json_report(results), ensure_ascii=False, indent=1)
        arguments.json.write_text(text + "\n", encoding="utf-8")
    if arguments.save_baseline:
        save_baseline(results, arguments.baseline)
    gate = before = None
    if arguments.gate:
        baseline = read_baseline(results, arguments.baseline)
        gate = check(results, baseline)
        before = Before("the baseline", baseline["cases"], gate.comparisons)
    page = html_report(results, gate, before)
    for place in {arguments.html, report_file()} - {None}:  # the chat shows the last one
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(page, encoding="utf-8")
    if gate is None:
        return 0
    sys.stdout.write("\n".join(["", *_gate_lines(gate)]) + "\n")
    return gate.exit_code


def _cases(corpus: str, folder: Path | None, questions: Path | None) -> CaseSet:
    if folder is None:
        return load_cases(corpus)
    if questions is None:
        raise EvalFault("Say with --questions where the questions about this folder are.")
    return load_cases(read_corpus(_name_of(folder), folder), questions)


def _name_of(folder: Path) -> str:
    """Name a corpus after its folder: ``My Files`` is ``my-files``."""
    return re.sub(r"\W+", "-", folder.resolve().name).strip("-").lower() or "documents"


def _init(folder: Path, questions: Path) -> int:
    path = draft_questions(read_corpus(_name_of(folder), folder), questions)
    sys.stdout.write(f"{path} holds drafts. Read and rewrite them: its head says how.\n")
    return 0


def _complaints(arguments: argparse.Namespace) -> int:
    folder = arguments.folder or corpus_folder(arguments.corpus)
    corpus = read_corpus(_name_of(folder), folder)
    cases = CaseSet(corpus, (), "")
    with open_subject(cases, arguments.model, arguments.base_url) as subject:
        place = arguments.questions or Path("questions")
        path = draft_complaints(arguments.cases, corpus, subject, place)
    sys.stdout.write(f"{path} holds drafts. Say in each what is right: its head says how.\n")
    return 0


def _ask(cases: CaseSet, arguments: argparse.Namespace) -> Results:
    header = header_of(cases, recorded_name(arguments.model))
    file = RecordFile(arguments.records, header) if arguments.records else None
    with open_subject(cases, arguments.model, arguments.base_url, arguments.record) as subject:
        answers = run(cases.cases, subject, file, _progress)
    return judge(header, cases, answers)


def _compare(before: Path, after: Path, page: Path | None) -> int:
    """Compare two record files, question by question."""
    judged = []
    for path in (before, after):
        header, records = read_records(path)
        cases = load_cases(header.corpus)
        if (cases.digest, cases.corpus.digest) != (header.questions_digest, header.corpus_digest):
            raise EvalFault(f"{path}: questions or documents have changed since; run it again.")
        judged.append(judge(header, cases, records))
    scores = scores_of(judged[0])
    comparisons = compare_scores(judged[1], scores)
    if page:
        earlier = Before(before.name, scores, comparisons)
        page.write_text(html_report(judged[1], before=earlier), encoding="utf-8")
    lines = [f"{after} against {before}, in points", *comparison_lines(comparisons)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _gate_lines(gate: Gate) -> list[str]:
    lines = [f"Gate: {gate.verdict}", *(f"  {reason}" for reason in gate.reasons)]
    return [*lines, *comparison_lines(gate.comparisons)]


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\r" if done < total else "\r\033[K"
        sys.stderr.write(f"question {done} of {total}{end}")
        sys.stderr.flush()


if __name__ == "__main__":
    raise SystemExit(main())
