"""``status``, ``rebuild``, ``forget``, ``backup``, ``config``: how things stand, and mending."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import click

from .common import (
    folder_argument,
    guarded,
    json_option,
    model_options,
    opened,
    options,
    settings_from,
)

if TYPE_CHECKING:
    from assistant.engine import Assistant

_A_FOLDER = (
    "{} is a folder, and files are forgotten one by one: name one of them, as `attesto status` "
    "shows it. Nothing was forgotten."
)
_NEAREST = 3
"""Names shown where one is not known."""


@click.command()
@folder_argument
@options
@json_option
@guarded
def status(as_json: bool, **flags: Any) -> None:
    """Tell what is indexed and where, and what was left out and why."""
    from assistant.console import print_status

    with opened(settings_from(flags)) as assistant:
        print_status(assistant, as_json=as_json)


@click.command()
@folder_argument
@options
@click.option("--read", is_flag=True, help="Read every file anew first.")
@guarded
def rebuild(read: bool, **flags: Any) -> None:
    """Make the index of vectors anew, without embedding anything again."""
    with opened(settings_from(flags)) as assistant:
        click.echo(f"Rebuilt: {assistant.index.rebuild(read=read)} passages.")


@click.command()
@click.argument("file")
@folder_argument
@options
@click.option("--undo", is_flag=True, help="Have a forgotten file read again.")
@guarded
def forget(file: str, undo: bool, **flags: Any) -> None:
    """Leave no byte of FILE in the index, and do not read it again.

    FILE is its name as `attesto status` shows it, or its path. Renamed it is not read either, until
    --undo with its new name. The file itself is not touched, and neither are backups and answers
    that were saved before.
    """
    from assistant.console import print_forgotten
    from assistant.safe_text import on_one_line

    if not file.strip():
        raise click.BadParameter("Name the file to forget.", param_hint="FILE")
    with opened(settings_from(flags)) as assistant:
        index = assistant.index
        file = _as_indexed(assistant, file)
        if file not in _names(assistant) and (assistant.folder / file).is_dir():
            raise click.UsageError(_A_FOLDER.format(on_one_line(file)))
        if not undo:
            done = index.forget(file)
            print_forgotten(assistant, done)
            found = done.was_known
        elif found := index.remember(file):
            assistant.sync()
            click.echo(f"{on_one_line(file)} is read again.")
        else:
            click.echo(f"{on_one_line(file)} was not forgotten.")
        if not found:
            away = [skip.file for skip in index.skipped() if skip.reason == "forgotten"]
            _print_alike(file, away if undo else _names(assistant))
            raise SystemExit(1)


def _print_alike(file: str, names: Iterable[str]) -> None:
    """Print the names that may have been meant; nothing where none is like it."""
    from difflib import get_close_matches

    from assistant.safe_text import on_one_line

    last = file.rpartition("/")[2].casefold()
    known = sorted(names)
    same = [name for name in known if name.rpartition("/")[2].casefold() == last]
    if alike := list(dict.fromkeys([*same, *get_close_matches(file, known, _NEAREST)])):
        click.echo("Names that are like it:")
    for name in alike[:_NEAREST]:
        click.echo(f"  {on_one_line(name)}")


def _names(assistant: Assistant) -> set[str]:
    index = assistant.index
    return {row.file for row in index.files()} | {skip.file for skip in index.skipped()}


def _as_indexed(assistant: Assistant, file: str) -> str:
    """The name of a file in the index, for one that is given as a path, or composed otherwise."""
    from assistant.safe_text import on_one_line
    from index import spelled_out

    known = _names(assistant)
    for name in (file, spelled_out(file)):
        if name in known:
            return name
    alike = [name for name in known if file in (on_one_line(name), normalize("NFC", name))]
    alike = alike or [name for name in known if normalize("NFC", name) == normalize("NFC", file)]
    place = Path(file).expanduser()
    place = place.parent.resolve() / place.name
    if len(alike) == 1:
        return alike[0]
    inside = place.is_relative_to(assistant.folder)
    return place.relative_to(assistant.folder).as_posix() if inside else file


@click.command()
@click.argument("to", metavar="DEST", type=click.Path(path_type=Path))
@folder_argument
@options
@guarded
def backup(to: Path, **flags: Any) -> None:
    """Copy the index to DEST, a new folder, as it is at one moment.

    The copy is a store like any other: name it with --store, and its vectors are made ready
    without embedding anything.
    """
    with opened(settings_from(flags)) as assistant:
        click.echo(f"Copied {assistant.index.back_up(to):,} bytes to {to}.")


@click.command()
@folder_argument
@options
@model_options
@guarded
def config(**flags: Any) -> None:
    """Show every setting and where it comes from."""
    from assistant.console import print_config
    from assistant.settings import load

    print_config(load(flags))
