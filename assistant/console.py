"""What the command line prints: colour only on a terminal, text from outside made harmless."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from index import IGNORED, Hit, explain_score, set_aside

from .answers import preview
from .safe_text import for_terminal, on_one_line

if TYPE_CHECKING:
    from index import FileRow, Filter, Forgot, Skipped, SyncReport

    from .answers import Answer, Citation
    from .engine import Assistant
    from .settings import Loaded
    from .verify import Verification

_NAMED = 20
"""Files that were added, changed or removed, above which they are not all named."""

_ALIKE = 4
"""Files left out for one reason, above which they are not named one by one."""

_EMPTY = "There is nothing in the folder yet that can be read"


def _echo(text: str = "", **style: object) -> None:
    # click drops the colours itself when the output is not a terminal.
    click.secho(for_terminal(text), **style)  # type: ignore[arg-type]


def _row(text: str, **style: object) -> None:
    """Print a line that holds the name of a file: none can make two lines of it."""
    click.secho(on_one_line(text), **style)  # type: ignore[arg-type]


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None]]:
    """Show a bar on standard error while files are read; nothing when it is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total, file: None
        return

    def step(done: int, total: int, file: str) -> None:
        width = 24
        bar = "█" * (width * done // total) + "░" * (width - width * done // total)
        click.echo(f"\r{bar} {done}/{total} {on_one_line(file)[:40]:<40}", err=True, nl=False)
        if done == total:
            click.echo("\r" + " " * 90 + "\r", err=True, nl=False)

    yield step


def print_report(assistant: Assistant, report: SyncReport) -> None:
    """Print what a sync did."""
    _row(f"{assistant.folder}", bold=True)
    for word, files in (
        ("added", report.added), ("changed", report.changed), ("removed", report.removed),
    ):  # fmt: skip
        for file in files[:_NAMED]:
            _row(f"  {word:8} {file}")
        if len(files) > _NAMED:
            _echo(f"  {word:8} … and {len(files) - _NAMED:,} more")
    for row in assistant.index.files() if report.touched else ():
        if row.remarks and row.file in {*report.added, *report.changed}:
            _row(f"  in part  {row.file}: {' '.join(row.remarks)}", fg="yellow")
    for told in skips_in_words(report.skipped):
        _row(f"  skipped  {told}", fg="yellow")
    if report.absent:
        _row(f"  kept     {report.absent_why}", fg="yellow")
    for repair in assistant.index.mended():
        _echo(f"  repaired {repair}", fg="yellow")
    files_now = report.unchanged + len(report.added) + len(report.changed) + len(report.absent)
    _echo(
        f"{_many(files_now, 'document')}, {_many(report.chunks, 'passage')}; "
        f"{f'{report.touched:,}' if report.touched else 'nothing'} changed, "
        f"{report.embedded:,} embedded."
    )
    if not files_now and not report.skipped:
        _echo(_empty(assistant))


def _empty(assistant: Assistant) -> str:
    listed = (assistant.folder / IGNORED).exists()
    return f"{_EMPTY}, but for what its {IGNORED} leaves out." if listed else f"{_EMPTY}."


def skips_in_words(skips: Sequence[Skipped]) -> list[str]:
    """Say which files were left out and why: many with one reason share a line."""
    files: dict[str, list[str]] = {}
    for skip in skips:
        files.setdefault(skip.detail, []).append(skip.file)
    told: list[str] = []
    for detail, names in files.items():
        if len(names) > _ALIKE:
            names = [f"{', '.join(names[:2])} and {len(names) - 2:,} more"]
        told += [f"{name}: {detail}" for name in names]
    return told


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def print_hits(
    assistant: Assistant, hits: Sequence[Hit], only: Filter, *, explain: bool, as_json: bool
) -> None:
    """Print passages, best first; `only` names the documents they were looked for in."""
    if as_json:
        click.echo(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=2))
        return
    if not hits and not assistant.index.count():
        _echo(_empty(assistant))
    elif not hits:
        none = "" if assistant.index.cards(only) else " The filters let no document by."
        _echo(f"Nothing found.{none}")
    for rank, hit in enumerate(hits, start=1):
        line = assistant.line(hit.file, hit.start)
        # A reader's comment, a teaser, a menu: not the article's word.
        kind = f"  ({hit.kind})" if hit.kind != "article" else ""
        _row(f"{rank:2} {hit.file}:{line}{kind}", bold=True)
        if explain:
            parts = explain_score(hit, assistant.index.embedder)
            shares = " + ".join(
                f"{part.name} {part.value:.2f} × {part.weight:.3f}" for part in parts
            )
            _echo(f"   score {hit.score:.3f} = {shares}", fg="cyan")
            _row("   " + " · ".join(_facts(hit)), fg="cyan")
        _echo("   " + " ".join(hit.text.split()))


def print_parts(assistant: Assistant, words: str) -> None:
    """Print the words that were looked for by their parts as well."""
    for compound in assistant.index.compounds(words):
        _echo(f"{compound.word}: looked for as {' + '.join(compound.parts)} as well", fg="cyan")


def _facts(hit: Hit) -> list[str]:
    """What a filter or the spread over stories goes by."""
    facts = [hit.language, hit.date or "no date"]
    facts += [f"page {hit.page}"] if hit.page else []
    return facts + ([f"same story as {hit.story}"] if hit.story != hit.file else [])


def print_answer(answer: Answer, *, as_json: bool) -> None:
    """Print an answer, then its citations as ``file:line`` with their quotes."""
    if as_json:
        click.echo(json.dumps(answer.to_dict(), ensure_ascii=False, indent=2))
        return
    if answer.asked:
        _echo(answer.asked, fg="cyan")
    _echo(answer.text)
    _print_doubts(answer)
    if answer.citations:
        _echo()
    for citation in answer.citations:
        _print_citation(citation)
    if answer.declined:
        for hit in answer.nearest[:3]:
            _row(f"  ~ {hit.file}: {preview(hit, 160)}", dim=True)
    usage = answer.usage
    models = answer.model + (f" · judge {answer.judge}" if answer.judge else "")
    _echo(f"\n{models} · {usage.passages} passages · {usage.seconds:.1f} s", dim=True)


def _print_doubts(answer: Answer) -> None:
    """Print what is doubted of an answer, and what its notes tell, with their places."""
    for statement in answer.statements:
        if statement.doubt:
            _echo(statement.doubt, fg="yellow")
    for note in answer.notes:
        _echo()
        _row(f"! {note}", fg="yellow")
        for side in _uncited(answer, note):
            _row(f"  {side.file}:{side.line}", bold=True)
            _echo("    " + " ".join(side.quote.split()))


def _print_citation(citation: Citation) -> None:
    page = f", page {citation.page}" if citation.page else ""
    _row(f"[{citation.label}] {citation.file}:{citation.line}{page}", bold=True)
    # A title that had to be cut is the article's first sentence: the quote says more.
    titled = citation.title not in ("", citation.file) and not citation.title.endswith("…")
    titled = titled and not citation.quote.startswith(citation.title)
    about = [citation.title] if titled else []
    about += [citation.date] if citation.date else []
    if about:
        _row("    " + " · ".join(about), dim=True)
    _echo("    " + " ".join(citation.quote.split()))


def _uncited(answer: Answer, note: str) -> list[Citation]:
    """The places of a disagreement that stand nowhere else in what is printed."""
    told = [found for found in answer.disagreements if found.text == note]
    return [side for found in told for side in found.sides if not side.label]


def print_status(assistant: Assistant, *, as_json: bool) -> None:
    """Print what is indexed and what was left out."""
    files = assistant.index.files()
    skipped = assistant.index.skipped()
    aside = set_aside(assistant.folder, assistant.index.store)
    if as_json:
        data = {
            "folder": str(assistant.folder),
            "store": str(assistant.index.store),
            "model": assistant.model.name,
            "embedder": assistant.index.embedder.name,
            "passages": assistant.index.count(),
            "files": [asdict(row) for row in files],
            "skipped": [asdict(skip) for skip in skipped],
            "aside": [asdict(skip) for skip in aside],
            "absent": list(assistant.report.absent),
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    _row(f"folder    {assistant.folder}", bold=True)
    _row(f"store     {assistant.index.store}")
    _echo(f"model     {assistant.model.name}")
    _echo(f"embedder  {assistant.index.embedder.name}")
    _echo(f"{_many(len(files), 'document')}, {_many(assistant.index.count(), 'passage')}")
    for row in files:
        _row(f"  {row.language:5} {row.characters:>8,} characters  {row.file}  {_title(row)}")
        for remark in row.remarks:
            _row(f"        {remark}", fg="yellow")
    for told in skips_in_words(skipped):
        _row(f"  skipped  {told}", fg="yellow")
    for told in skips_in_words(aside):
        _row(f"  left out {told}", dim=True)


def _title(row: FileRow) -> str:
    title = " ".join(row.title.split())
    return "" if title == row.file else title[:50]


def print_forgotten(assistant: Assistant, done: Forgot) -> None:
    """Print what forgetting a file did, and what it could not reach."""
    if not done.was_known:
        _row(f"There is no {done.file}, in the index or in the folder.", bold=True, fg="yellow")
        _echo("What deleted files had left in the index is gone; nothing else was forgotten.")
        return
    if done.was_indexed:
        _row(f"{done.file} is forgotten.", bold=True)
    else:
        _row(f"{done.file} was not in the index; what deleted files had left is gone.", bold=True)
    if done.pieces:
        looked_for = f"{_many(done.pieces, 'line')} of its own"
        _echo(f"None of {looked_for} is in the {done.bytes:,} bytes of the index's files.")
    else:
        _echo("The index was written anew. No line was long enough, and its own, to look for it.")
    if any(skip.file == done.file for skip in assistant.sync().skipped):
        _echo("The file is still in the folder. It will not be read again, under any name, unless:")
        _row(f"  attesto forget --undo {shlex.quote(done.file)}")
    for copy in done.copies:
        _row(f"The same text is also in {copy}, which was not forgotten.", fg="yellow")
    _echo("Backups of the index, and answers you saved, may still hold it.", dim=True)


def print_config(loaded: Loaded) -> None:
    """Print every setting with its origin. Keys are not settings and are never printed."""
    from .settings import NAMES, config_file, store_of, unnamed_folder

    settings, origins = loaded.settings, dict(loaded.origins)
    if settings.folder is None and (found := unnamed_folder()):
        settings, origins["folder"] = replace(settings, folder=found[0]), found[1]
    if settings.store is None and settings.folder is not None:
        settings, origins["store"] = replace(settings, store=store_of(settings.folder)), "default"
    for name in NAMES:
        value = getattr(settings, name)
        _row(f"{name:14} {'-' if value is None else value!s:30} {origins[name]}")
    path = config_file()
    _echo(f"\nconfig file: {path}" + ("" if path.is_file() else " (there is none)"), dim=True)


def print_verification(results: Sequence[Verification]) -> bool:
    """Print how each citation of a saved answer fares; True when all stand."""
    for result in results:
        style = {} if result.stands else {"fg": "red"}
        _row(f"{'ok  ' if result.stands else 'FAIL'} [{result.label}] {result.detail}", **style)
    standing = sum(result.stands for result in results)
    _echo(f"{standing} of {len(results)} citations stand.")
    return standing == len(results)
