"""What the commands share: the folder, the options, the way an error is shown, an open assistant.

Heavy packages are imported inside the commands, so that ``attesto --help`` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from assistant.engine import Assistant
    from assistant.settings import Settings
    from index import StoreProblem

folder_argument = click.argument("folder", required=False, type=click.Path(path_type=Path))
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that every command about a folder takes."""
    store = click.option(
        "--store", type=click.Path(path_type=Path), help="Where the index is kept."
    )
    embedder = click.option("--embedder", help="auto (built in), or an embedding model's name.")
    base_url = click.option("--base-url", help="An OpenAI-compatible endpoint.")
    return store(embedder(base_url(command)))


def model_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of the commands that answer."""
    model = click.option("--model", help="auto, extract (built in), or a model's name.")
    language = click.option("--language", help="Answer in en, fr, de or it.")
    strict = click.option(
        "--strict", is_flag=True, default=None, help="Withhold what the sources do not support."
    )
    deadline = click.option("--deadline", type=float, help="Seconds a model may take.")
    judge = click.option("--judge", help="off, auto (the model that answers), or a model's name.")
    asked_in = click.option("--asked-in", help="The question is in en, fr, de or it.")
    return model(judge(language(asked_in(strict(deadline(command))))))


def guarded(function: Callable[..., None]) -> Callable[..., None]:
    """Show our errors as one plain sentence, with exit code 1."""

    @wraps(function)
    def guard(**flags: Any) -> None:
        from assistant.errors import AssistantFault
        from assistant.safe_text import for_terminal
        from index import IndexFault

        try:
            function(**flags)
        except (AssistantFault, IndexFault) as fault:
            text = for_terminal(f"attesto: {fault}")
            click.secho(text, err=True, fg="red" if sys.stderr.isatty() else None)
            raise SystemExit(1) from fault

    return guard


def settings_from(flags: dict[str, Any]) -> Settings:
    """Put the settings together from what the command line gave and all that lies below it."""
    from assistant.settings import load

    return load(flags).settings


@contextmanager
def opened(settings: Settings, *, reading: bool = True, retry: bool = False) -> Iterator[Assistant]:
    """Open the folder, show the progress, remember the folder, and close it at the end.

    Args:
        settings: name the folder.
        reading: what is there already will do, with a word about who is writing.
        retry: files that broke or outlasted their reader are tried again.
    """
    from assistant.console import progress
    from assistant.engine import Assistant
    from assistant.settings import remember_folder

    with progress() as step:
        assistant = Assistant.from_settings(settings, progress=step, retry=retry)
    try:
        remember_folder(assistant.folder)
        if reading and assistant.behind:
            tell_behind(assistant.behind)
        if reading and assistant.report.absent:
            tell_absent(assistant.report.absent_why)
        yield assistant
    finally:
        assistant.close()


def tell_absent(why: str) -> None:
    """Say which documents are not in the folder just now, and were kept."""
    from assistant.safe_text import on_one_line

    click.echo(on_one_line(why), err=True)


def tell_behind(why: StoreProblem) -> None:
    """Say in one line why the index is not written to, and what that means for the reader."""
    from assistant.safe_text import on_one_line
    from index import StoreLocked

    told = f"{why} What"
    if isinstance(why, StoreLocked):
        told = f"The index is being written by {why.writer or 'another process'}; what"
    click.echo(on_one_line(f"{told} changed in the folder is not in yet."), err=True)
