"""The command line: which commands there are, and where each is found.

A command's module is loaded when the command is used or listed. What the commands share is in
``commands/common.py``; what they print is in ``console.py``.
"""

from __future__ import annotations

import signal
from importlib import import_module

import click

COMMANDS = {
    "ask": "asking:ask",
    "backup": "care:backup",
    "chat": "serving:chat",
    "config": "care:config",
    "doctor": "checkup:doctor",
    "eval": "measuring:evaluate",
    "forget": "care:forget",
    "index": "indexing:index",
    "rebuild": "care:rebuild",
    "search": "asking:search",
    "status": "care:status",
    "verify": "asking:verify",
}
"""Name of a command: the module of ``commands/`` and the function."""


class _Commands(click.Group):
    """A group that loads a command when it is asked for; Ctrl-C ends any with 130."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"{__package__}.commands.{module}"), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:  # while the command's module is loaded, too
            click.echo("\nStopped. Nothing is lost; the same command goes on.", err=True)
            raise SystemExit(130) from None


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: attesto ask 'How much will the bank invest?' FOLDER",
)
@click.version_option(package_name="attesto")
def cli() -> None:
    """Ask a folder of documents, and check every answer against its sources.

    Questions may be in English, French, German or Italian, and so may the documents. It works
    without a key and without a network; with a language model the wording gets better.

    FOLDER is remembered: after the first command it can be left out.
    """


def main() -> None:
    """Run the command line; who ends it with SIGTERM, as supervisors do, is heard like Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    cli()
