"""``index``: read a folder."""

from __future__ import annotations

from typing import Any

import click

from .common import folder_argument, guarded, opened, options, settings_from


@click.command("index")
@folder_argument
@options
@click.option("--watch", "watching", is_flag=True, help="Go on, and follow every change.")
@guarded
def index(watching: bool, **flags: Any) -> None:
    """Read a folder, and make it searchable.

    Only what changed since last time is read again. Files that cannot be read are named, with the
    reason; the others go on.
    """
    from assistant.console import print_report

    with opened(settings_from(flags)) as assistant:
        print_report(assistant)
        if not watching:
            return
        from assistant.watching import watch

        click.echo("Following the folder; Ctrl-C ends it.")
        for _ in watch(assistant):
            print_report(assistant)
