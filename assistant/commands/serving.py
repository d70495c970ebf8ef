"""``chat``: the page."""

from __future__ import annotations

from typing import Any

import click

from .common import folder_argument, guarded, model_options, opened, options, settings_from


@click.command()
@folder_argument
@options
@model_options
@click.option("--port", default=7860, show_default=True, help="Port on this machine.")
@click.option("--open/--no-open", "open_browser", default=True, help="Open a browser.")
@guarded
def chat(port: int, open_browser: bool, **flags: Any) -> None:
    """Open a page to chat with the folder in, on this machine only."""
    from assistant.ui import launch

    with opened(settings_from(flags)) as assistant:
        launch(assistant, port=port, open_browser=open_browser)
