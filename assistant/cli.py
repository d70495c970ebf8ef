"""The command line: puts the parts together from the settings, and prints.

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
    from .engine import Assistant
    from .settings import Settings

_FOLDER = click.argument("folder", required=False, type=click.Path(path_type=Path))


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that every command about a folder takes."""
    store = click.option(
        "--store", type=click.Path(path_type=Path), help="Where the index is kept."
    )
    embedder = click.option("--embedder", help="auto (built in), or an embedding model's name.")
    base_url = click.option("--base-url", help="An OpenAI-compatible endpoint.")
    return store(embedder(base_url(command)))


def _model_options(command: Callable[..., None]) -> Callable[..., None]:
    model = click.option("--model", help="auto, extract (built in), or a model's name.")
    language = click.option("--language", help="Answer in en, fr, de or it.")
    strict = click.option(
        "--strict", is_flag=True, default=None, help="Withhold what the sources do not support."
    )
    deadline = click.option("--deadline", type=float, help="Seconds a model may take.")
    return model(language(strict(deadline(command))))


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: attesto ask 'What is this about?' FOLDER",
)
@click.version_option(package_name="attesto")
def cli() -> None:
    """Ask a folder of documents, and check every answer against its sources.

    Questions may be in English, French, German or Italian, and so may the documents. It works
    without a key and without a network; with a language model the wording gets better.

    FOLDER is remembered: after the first command it can be left out.
    """


def _command(function: Callable[..., None]) -> Callable[..., None]:
    """Show our errors as one plain sentence, with exit code 1; Ctrl-C ends with 130."""

    @wraps(function)
    def guarded(**flags: Any) -> None:
        from index import IndexFault

        from .errors import AssistantFault

        try:
            function(**flags)
        except (AssistantFault, IndexFault) as fault:
            click.secho(f"attesto: {fault}", err=True, fg="red" if sys.stderr.isatty() else None)
            raise SystemExit(1) from fault
        except KeyboardInterrupt:
            click.echo("\nStopped. Nothing is lost; the same command goes on.", err=True)
            raise SystemExit(130) from None

    return guarded


def _settings(flags: dict[str, Any]) -> Settings:
    from .settings import load

    return load(flags).settings


@contextmanager
def _opened(settings: Settings) -> Iterator[Assistant]:
    from .console import progress
    from .engine import Assistant
    from .settings import remember_folder

    with progress() as step:
        assistant = Assistant.from_settings(settings, progress=step)
    try:
        remember_folder(assistant.folder)
        yield assistant
    finally:
        assistant.close()


@cli.command("index")
@_FOLDER
@_options
@_command
def index_command(**flags: Any) -> None:
    """Read a folder, and make it searchable.

    Only what changed since last time is read again. Files that cannot be read are named, with the
    reason; the others go on.
    """
    from .console import print_report

    with _opened(_settings(flags)) as assistant:
        print_report(assistant)


@cli.command()
@click.argument("words")
@_FOLDER
@_options
@click.option("-k", default=10, show_default=True, help="How many passages.")
@click.option("--explain", is_flag=True, help="Show what each score is made of.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@_command
def search(words: str, k: int, explain: bool, as_json: bool, **flags: Any) -> None:
    """Find the passages that WORDS are about."""
    from .console import print_hits

    with _opened(_settings(flags)) as assistant:
        print_hits(assistant, assistant.search(words, k=k), explain=explain, as_json=as_json)


@cli.command()
@click.argument("question")
@_FOLDER
@_options
@_model_options
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
@_command
def ask(question: str, as_json: bool, **flags: Any) -> None:
    """Answer QUESTION from the documents, with citations that can be checked.

    Prints the answer, then each citation as FILE:LINE with the words quoted.
    """
    from .console import print_answer

    with _opened(_settings(flags)) as assistant:
        print_answer(assistant.ask(question), as_json=as_json)


@cli.command()
@_FOLDER
@_options
@_model_options
@click.option("--port", default=7860, show_default=True, help="Port on this machine.")
@click.option("--open/--no-open", "open_browser", default=True, help="Open a browser.")
@_command
def chat(port: int, open_browser: bool, **flags: Any) -> None:
    """Open a page to chat with the folder in, on this machine only."""
    from .ui import launch

    with _opened(_settings(flags)) as assistant:
        launch(assistant, port=port, open_browser=open_browser)


@cli.command()
@_FOLDER
@_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@_command
def status(as_json: bool, **flags: Any) -> None:
    """Tell what is indexed, where it is kept, and what was left out and why."""
    from .console import print_status

    with _opened(_settings(flags)) as assistant:
        print_status(assistant, as_json=as_json)


@cli.command()
@_FOLDER
@_options
@_command
def rebuild(**flags: Any) -> None:
    """Make the vector index again from the catalogue, embedding nothing."""
    with _opened(_settings(flags)) as assistant:
        click.echo(f"Rebuilt: {assistant.index.rebuild()} passages.")


@cli.command()
@click.argument("answer", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_FOLDER
@_options
@_command
def verify(answer: Path, **flags: Any) -> None:
    """Check a saved ANSWER.json against the documents as they are now.

    Exit code 3 when a citation no longer stands where the answer says.
    """
    from .console import print_verification
    from .verify import load_answer, verify_answer

    saved = load_answer(answer)
    with _opened(_settings(flags)) as assistant:
        if not print_verification(verify_answer(saved, assistant.index)):
            raise SystemExit(3)


@cli.command()
@_FOLDER
@_options
@_model_options
@_command
def config(**flags: Any) -> None:
    """Show every setting and where it comes from."""
    from .console import print_config
    from .settings import load

    print_config(load(flags))


@cli.command("eval", context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def eval_command(arguments: tuple[str, ...]) -> None:
    """Score the answers on hand-written questions; `attesto eval --help` tells more."""
    # The one place that looks up the stairs: the command line is where everything meets.
    from evals.__main__ import main as evaluate

    raise SystemExit(evaluate(list(arguments)))


def main() -> None:
    """Run the command line."""
    cli()
