"""``python -m evals``: ask the hand-written questions, score the answers, hold them to account."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from assistant import AssistantFault, report_file
from evals.questions.loader import load_cases
from evals.telling.output import make_places, write
from evals.telling.page import Before, Part, html_report
from evals.telling.report import json_report, text_report
from index import IndexFault

from .cases import LANGUAGES, CaseSet
from .corpora import CORPORA, read_folder
from .drafts import draft_questions
from .errors import EvalFault, OutputFault
from .feedback import draft_complaints
from .gate import (
    BASELINE,
    Gate,
    check,
    compare_scores,
    comparison_lines,
    exit_code,
    read_baseline,
    save_baseline,
    scores_of,
)
from .progress import counted, stoppable
from .records import Header, RecordFile, read_records
from .results import Results, judge
from .run import header_of, run
from .subjects import DEADLINE, EXTRACT, open_subject, recorded_name

_TROUBLE = 1
_DESCRIPTION = "Ask the hand-written questions, score the answers, hold them to account."


def main(argv: Sequence[str] | None = None) -> int:
    """Run the evaluation.

    Returns:
        0; 1 when the run could not be made, 2 for a wrong argument, and with ``--gate`` 3 for
        worse, 4 for broken, 5 for cannot tell.
    """
    arguments = _parser().parse_args(argv)
    questions = arguments.questions or Path("questions")
    try:
        make_places([arguments.json, arguments.html, arguments.records, arguments.record])
        make_places([arguments.baseline if arguments.save_baseline else None])
        if arguments.command == "init":
            return _init(arguments.documents, questions)
        if arguments.compare:
            before, after = arguments.compare
            return _compare(before, after, arguments)
        if arguments.cases:
            return _complaints(arguments.cases, arguments.folder, questions)
        return _evaluate(arguments)
    except (EvalFault, AssistantFault, IndexFault) as fault:
        sys.stderr.write(f"{fault}\n")
        if isinstance(fault, AssistantFault) and arguments.records:
            sys.stderr.write(
                f"{arguments.records} holds what was answered; the same goes on there.\n"
            )
        return _TROUBLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="attesto eval", description=_DESCRIPTION, allow_abbrev=False
    )
    add = parser.add_argument
    add("--corpus", choices=CORPORA, help="one of our two; both when neither is chosen")
    add("--folder", type=Path, help="evaluate on your own documents; needs --questions")
    add("--questions", type=Path, help="where the question files are, or are drafted")
    add("--cases", type=Path, metavar="FEEDBACK", help="draft cases from the chat's thumbs-down")
    add(
        "--model",
        default=EXTRACT,
        help="extract (built in), oracle, scripted[:PERSONA], replay:FILE, or any at an endpoint",
    )
    add("--base-url", help="the OpenAI-compatible endpoint of the model")
    add("--deadline", type=float, default=DEADLINE, help="seconds a model may take for an answer")
    add("--record", type=Path, metavar="FILE", help="keep the model's replies, for replay:FILE")
    add("--only", choices=LANGUAGES, help="ask in one language only")
    add("--records", type=Path, help="keep what was answered in FILE; a stopped run goes on there")
    add("--json", type=Path, help="write the reports as JSON to FILE, by corpus")
    add("--html", type=Path, help="write the report as one HTML page to FILE")
    add("--failures", action="store_true", help="list every question that went wrong")
    add("--timing", action="store_true", help="say how long answers took")
    add("--gate", action="store_true", help="fail when worse (3), broken (4), cannot tell (5)")
    add("--baseline", type=Path, default=BASELINE, help="what --gate compares with")
    add("--save-baseline", action="store_true", help="make this run the baseline")
    add("--compare", nargs=2, type=Path, metavar=("A", "B"), help="compare two --records files")
    commands = parser.add_subparsers(dest="command", title="instead of asking")
    init = commands.add_parser("init", help="draft questions about your own documents")
    init.add_argument("documents", type=Path, metavar="FOLDER", help="your documents")
    init.add_argument(
        "--questions", type=Path, help="where the drafts are written: the folder questions here"
    )
    return parser


def _evaluate(arguments: argparse.Namespace) -> int:
    started = time.monotonic()
    parts = [_part(cases, arguments) for cases in _case_sets(arguments)]
    if arguments.json:
        told = {part.results.header.corpus: json_report(part.results) for part in parts}
        write(arguments.json, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    page = html_report(parts)
    if arguments.html:
        write(arguments.html, page)
    _show_in_chat(page)
    asked = sum(len(part.results.results) for part in parts)
    # Not on the standard output: two reports of the same answers are the same bytes.
    sys.stderr.write(f"{asked} questions in {time.monotonic() - started:.0f} s\n")
    return exit_code([part.gate for part in parts if part.gate]) if arguments.gate else 0


def _show_in_chat(page: str) -> None:
    """Leave the page where the chat shows the last one: a courtesy that fails no run."""
    try:
        write(report_file(), page)
    except OutputFault as fault:
        sys.stderr.write(f"The chat will not show this report: {fault}\n")


def _part(cases: CaseSet, arguments: argparse.Namespace) -> Part:
    """Ask the questions about one corpus, and tell what came of it."""
    header = header_of(cases, recorded_name(arguments.model))
    if arguments.gate and not arguments.save_baseline:
        read_baseline(header, arguments.baseline)  # missing: said before anything is asked
    results = _ask(header, cases, arguments)
    sys.stdout.write(text_report(results, timing=arguments.timing, failures=arguments.failures))
    if arguments.save_baseline:
        save_baseline(results, arguments.baseline)
    if not arguments.gate:
        sys.stdout.write("\n")
        return Part(results)
    baseline = read_baseline(header, arguments.baseline)
    gate = check(results, baseline)
    sys.stdout.write("\n".join(["", *_gate_lines(gate)]) + "\n\n")
    return Part(results, gate, Before("the baseline", baseline["cases"], gate.comparisons))


def _case_sets(arguments: argparse.Namespace) -> Iterator[CaseSet]:
    if arguments.folder is None:
        for corpus in [arguments.corpus] if arguments.corpus else CORPORA:
            yield _spoken(load_cases(corpus), arguments.only)
    elif arguments.questions is None:
        raise EvalFault("Say with --questions where the questions about this folder are.")
    else:
        corpus = read_folder(arguments.folder)
        yield _spoken(load_cases(corpus, arguments.questions), arguments.only)


def _spoken(cases: CaseSet, language: str | None) -> CaseSet:
    """Leave the questions in one language."""
    if language is None:
        return cases
    return replace(cases, cases=tuple(c for c in cases.cases if c.language == language))


def _init(folder: Path, questions: Path) -> int:
    path = draft_questions(read_folder(folder), questions)
    sys.stdout.write(f"{path} holds drafts. Read and rewrite them: its head says how.\n")
    return 0


def _complaints(feedback: Path, folder: Path | None, questions: Path) -> int:
    if folder is None:
        raise EvalFault("Say with --folder which documents the feedback is about.")
    path = draft_complaints(feedback, read_folder(folder), questions)
    sys.stdout.write(f"{path} holds drafts. Say in each what is right: its head says how.\n")
    return 0


def _ask(header: Header, cases: CaseSet, arguments: argparse.Namespace) -> Results:
    file = RecordFile(arguments.records, header) if arguments.records else None
    with open_subject(
        cases, arguments.model, arguments.base_url, arguments.record, arguments.deadline
    ) as subject:
        asked = counted(cases.cases, f"questions about {header.corpus}", len(cases.cases))
        answers = run(asked, subject, file)
    return judge(header, cases, answers)


def _compare(before: Path, after: Path, arguments: argparse.Namespace) -> int:
    """Compare two record files, question by question, corpus by corpus."""
    about = {cases.corpus.name: cases for cases in _case_sets(arguments)}
    earlier, later = (_judged(path, about) for path in (before, after))
    shared = [corpus for corpus in earlier if corpus in later]
    if not shared:
        raise EvalFault(
            f"{before} and {after} hold no two runs over {' or '.join(about)}. Of runs over your "
            "own documents say with --folder and --questions what they were about."
        )
    parts = []
    for corpus in shared:
        scores = scores_of(earlier[corpus])
        comparisons = compare_scores(later[corpus], scores)
        parts.append(Part(later[corpus], before=Before(before.name, scores, comparisons)))
        lines = [f"{corpus}: {after} against {before}, in points", *comparison_lines(comparisons)]
        sys.stdout.write("\n".join(lines) + "\n")
    if arguments.html:
        write(arguments.html, html_report(parts))
    return 0


def _judged(path: Path, about: Mapping[str, CaseSet]) -> dict[str, Results]:
    """Judge the runs of a file over these documents, as the questions are now."""
    found = {}
    for header, records in read_records(path).items():
        cases = about.get(header.corpus)
        if cases is None:
            continue
        if (cases.digest, cases.corpus.digest) != (header.questions_digest, header.corpus_digest):
            raise EvalFault(f"{path}: questions or documents have changed since; run it again.")
        found[header.corpus] = judge(header, cases, records)
    return found


def _gate_lines(gate: Gate) -> list[str]:
    lines = [f"Gate: {gate.verdict}", *(f"  {reason}" for reason in gate.reasons)]
    return [*lines, *comparison_lines(gate.comparisons)]


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
