"""``chat``: the page."""

from __future__ import annotations

from typing import Any

import click

from .common import folder_argument, guarded, model_options, opened, options, settings_from


@click.command()
@folder_argument
@options
@model_options
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=7860,
    show_default=True,
    help="Port on this machine.",
)
@click.option("--host", default="127.0.0.1", help="Address to listen on; others need a password.")
@click.option("--name", "names", multiple=True, help="Another name the page is reached by.")
@click.option("--allow-upload", is_flag=True, help="Let readers add documents to the folder.")
@click.option("--open/--no-open", "open_browser", default=True, help="Open a browser.")
@guarded
def chat(open_browser: bool, **flags: Any) -> None:
    """Open a page to chat with the folder in, on this machine only.

    To serve others, give --host and set ATTESTO_PASSWORD: their browsers will ask for it.
    """
    from assistant.ui import Door, launch

    door = Door(**{field: flags.pop(field) for field in ("port", "host", "names", "allow_upload")})
    with opened(settings_from(flags)) as assistant:
        launch(
            assistant,
            door,
            open_browser=open_browser,
            told=lambda address: click.echo(f"The chat is at {address} · Ctrl-C ends it."),
        )
