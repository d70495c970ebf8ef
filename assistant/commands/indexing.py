"""``index``: read a folder."""

from __future__ import annotations

import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

from .common import folder_argument, guarded, opened, options, settings_from, tell_behind

if TYPE_CHECKING:
    from assistant.engine import Assistant
    from assistant.settings import Settings
    from index import FolderProblem, StoreLocked


@click.command("index")
@folder_argument
@options
@click.option("--watch", "watching", is_flag=True, help="Go on, and follow every change.")
@click.option("--gone", is_flag=True, help="What is not in the folder any more was deleted.")
@guarded
def index(watching: bool, gone: bool, **flags: Any) -> None:
    """Read a folder, and make it searchable.

    Only what changed since last time is read again, and what broke or outlasted its reader. Files
    that cannot be read are named, with the reason; the others go on. While another process writes,
    nothing is done, and it is named. When all of many files are gone at once, or those of a folder
    that is there and empty, a disk may be away: they are kept until --gone says that they are not.
    """
    from assistant.console import print_report

    settings = settings_from(flags)
    if watching:
        _follow(settings)
        return
    with opened(settings, reading=False, retry=True) as assistant:
        if assistant.behind:
            raise assistant.behind
        if gone and assistant.report.absent:
            assistant.report = assistant.index.sync(gone=True)
        print_report(assistant, assistant.report)


def _follow(settings: Settings) -> None:
    from assistant.console import print_report
    from assistant.watching import watch

    with ExitStack() as stack:
        assistant = _opened_in_the_end(settings, stack)
        if not assistant.behind:
            print_report(assistant, assistant.report)
        click.echo("Following the folder; Ctrl-C ends it.")
        for report in watch(assistant, held_up=_tell):
            print_report(assistant, report)


def _tell(why: StoreLocked | FolderProblem) -> None:
    """Say what is waited for: another writer, or the folder."""
    from assistant.safe_text import on_one_line
    from index import StoreLocked

    if isinstance(why, StoreLocked):
        tell_behind(why)
    else:
        click.echo(on_one_line(f"{why} Watching goes on."), err=True)


def _opened_in_the_end(settings: Settings, stack: ExitStack) -> Assistant:
    """Open a folder, waiting for whoever indexes it for the first time."""
    from assistant.watching import EVERY
    from index import StoreLocked

    told = False
    while True:
        try:
            return stack.enter_context(opened(settings, retry=True))
        except StoreLocked as locked:
            if not told:
                tell_behind(locked)
            told = True
        time.sleep(EVERY)
