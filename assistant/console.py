"""What the command line prints: colour only on a terminal, text from outside made harmless."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from index import Hit

from .safe_text import for_terminal

if TYPE_CHECKING:
    from index import Forgot

    from .answers import Answer, Statement
    from .engine import Assistant
    from .settings import Loaded
    from .verify import Verification

_MARKS = {"supported": "", "contradicted": "✗ ", "unsupported": "? "}


def _echo(text: str = "", **style: object) -> None:
    # click drops the colours itself when the output is not a terminal.
    click.secho(for_terminal(text), **style)  # type: ignore[arg-type]


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None]]:
    """Show a bar on standard error while files are read; nothing when it is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total, file: None
        return

    def step(done: int, total: int, file: str) -> None:
        width = 24
        bar = "█" * (width * done // total) + "░" * (width - width * done // total)
        click.echo(f"\r{bar} {done}/{total} {for_terminal(file)[:40]:<40}", err=True, nl=False)
        if done == total:
            click.echo("\r" + " " * 90 + "\r", err=True, nl=False)

    yield step


def print_report(assistant: Assistant) -> None:
    """Print what the last sync did."""
    report = assistant.report
    _echo(f"{assistant.folder}", bold=True)
    for word, files in (
        ("added", report.added), ("changed", report.changed), ("removed", report.removed),
    ):  # fmt: skip
        for file in files:
            _echo(f"  {word:8} {file}")
    for skip in report.skipped:
        _echo(f"  skipped  {skip.file}: {skip.detail}", fg="yellow")
    for repair in report.repaired:
        _echo(f"  repaired {repair}", fg="yellow")
    files_now = report.unchanged + len(report.added) + len(report.changed)
    _echo(
        f"{files_now} documents, {report.chunks} passages; "
        f"{report.touched or 'nothing'} changed, {report.embedded} embedded."
    )


def print_hits(assistant: Assistant, hits: Sequence[Hit], *, explain: bool, as_json: bool) -> None:
    """Print passages, best first."""
    if as_json:
        click.echo(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=2))
        return
    if not hits:
        _echo("Nothing found.")
    for rank, hit in enumerate(hits, start=1):
        line = assistant.line(hit.file, hit.start)
        _echo(f"{rank:2} {hit.file}:{line}", bold=True)
        if explain:
            parts = ("meaning", "words", "grams", "tokens", "window")
            shares = ", ".join(f"{name} {getattr(hit, name):.2f}" for name in parts)
            _echo(f"   score {hit.score:.3f} from {shares}", fg="cyan")
            _echo("   " + " · ".join(_facts(hit)), fg="cyan")
        _echo("   " + " ".join(hit.text.split()))


def _facts(hit: Hit) -> list[str]:
    """What a filter or the spread over stories goes by."""
    facts = [hit.language, hit.date or "no date"]
    facts += [f"page {hit.page}"] if hit.page else []
    facts += [hit.kind] if hit.kind != "article" else []
    return facts + ([f"same story as {hit.story}"] if hit.story != hit.file else [])


def print_answer(answer: Answer, *, as_json: bool) -> None:
    """Print an answer, then its citations as ``file:line`` with their quotes."""
    if as_json:
        click.echo(json.dumps(answer.to_dict(), ensure_ascii=False, indent=2))
        return
    if answer.asked:
        _echo(answer.asked, fg="cyan")
    _echo(answer.text)
    for statement in answer.statements:
        _print_doubt(statement)
    for note in answer.notes:
        _echo(f"\n! {note}", fg="yellow")
    if answer.citations:
        _echo()
    for citation in answer.citations:
        page = f", page {citation.page}" if citation.page else ""
        _echo(f"[{citation.label}] {citation.file}:{citation.line}{page}", bold=True)
        # A title that had to be cut is the article's first sentence: the quote says more.
        titled = citation.title not in ("", citation.file) and not citation.title.endswith("…")
        about = [citation.title] if titled else []
        about += [citation.date] if citation.date else []
        if about:
            _echo("    " + " · ".join(about), dim=True)
        _echo("    " + " ".join(citation.quote.split()))
    if answer.declined:
        for hit in answer.nearest[:3]:
            _echo(f"  ~ {hit.file}: {shorten(hit.text, 160, placeholder=' …')}", dim=True)
    usage = answer.usage
    _echo(f"\n{answer.model} · {usage.passages} passages · {usage.seconds:.1f} s", dim=True)


def _print_doubt(statement: Statement) -> None:
    if statement.support.verdict != "supported":
        mark = _MARKS[statement.support.verdict]
        reasons = "; ".join(statement.support.problems)
        _echo(f"{mark}{statement.support.verdict}: “{statement.text}” {reasons}", fg="yellow")


def print_status(assistant: Assistant, *, as_json: bool) -> None:
    """Print what is indexed and what was left out."""
    files = assistant.index.files()
    skipped = assistant.index.skipped()
    if as_json:
        data = {
            "folder": str(assistant.folder),
            "store": str(assistant.index.store),
            "model": assistant.model.name,
            "embedder": assistant.index.embedder.name,
            "passages": assistant.index.count(),
            "files": [asdict(row) for row in files],
            "skipped": [asdict(skip) for skip in skipped],
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    _echo(f"folder    {assistant.folder}", bold=True)
    _echo(f"store     {assistant.index.store}")
    _echo(f"model     {assistant.model.name}")
    _echo(f"embedder  {assistant.index.embedder.name}")
    _echo(f"{len(files)} documents, {assistant.index.count()} passages")
    for row in files:
        _echo(f"  {row.language:5} {row.characters:>8,} characters  {row.file}  {row.title[:50]}")
    for skip in skipped:
        _echo(f"  skipped  {skip.file}: {skip.detail}", fg="yellow")


def print_forgotten(assistant: Assistant, done: Forgot) -> None:
    """Print what forgetting a file did, and what it could not reach."""
    if done.was_indexed:
        _echo(f"{done.file} is forgotten.", bold=True)
    else:
        _echo(f"{done.file} was not in the index; what deleted files had left is gone.", bold=True)
    _echo(f"All {done.bytes:,} bytes of the index's {done.files} files hold none of its text.")
    if (assistant.folder / done.file).exists():
        _echo("The file is still in the folder. It will not be read again, unless you say so:")
        _echo(f"  attesto forget --undo {done.file}")
    for copy in done.copies:
        _echo(f"The same text is also in {copy}, which was not forgotten.", fg="yellow")
    _echo("Backups of the index, and answers you saved, may still hold it.", dim=True)


def print_config(loaded: Loaded) -> None:
    """Print every setting with its origin. Keys are not settings and are never printed."""
    from .settings import NAMES, config_file

    for name in NAMES:
        value = getattr(loaded.settings, name)
        _echo(f"{name:14} {'-' if value is None else value!s:30} {loaded.origins[name]}")
    path = config_file()
    _echo(f"\nconfig file: {path}" + ("" if path.is_file() else " (there is none)"), dim=True)


def print_verification(results: Sequence[Verification]) -> bool:
    """Print how each citation of a saved answer fares; True when all stand."""
    for result in results:
        style = {} if result.stands else {"fg": "red"}
        _echo(f"{'ok  ' if result.stands else 'FAIL'} [{result.label}] {result.detail}", **style)
    standing = sum(result.stands for result in results)
    _echo(f"{standing} of {len(results)} citations stand.")
    return standing == len(results)
