"""``status``, ``rebuild`` and ``config``: how things stand, and how to put them right."""

from __future__ import annotations

from typing import Any

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


@click.command()
@folder_argument
@options
@json_option
@guarded
def status(as_json: bool, **flags: Any) -> None:
    """Tell what is indexed, where it is kept, and what was left out and why."""
    from assistant.console import print_status

    with opened(settings_from(flags)) as assistant:
        print_status(assistant, as_json=as_json)


@click.command()
@folder_argument
@options
@guarded
def rebuild(**flags: Any) -> None:
    """Make the vector index again from the catalogue, embedding nothing."""
    with opened(settings_from(flags)) as assistant:
        click.echo(f"Rebuilt: {assistant.index.rebuild()} passages.")


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
