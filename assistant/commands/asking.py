"""``search``, ``ask`` and ``verify``: questions to the folder, and answers held against it."""

from __future__ import annotations

from pathlib import Path
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
@click.argument("words")
@folder_argument
@options
@click.option("-k", default=10, show_default=True, help="How many passages.")
@click.option("--explain", is_flag=True, help="Show what each score is made of.")
@json_option
@guarded
def search(words: str, k: int, explain: bool, as_json: bool, **flags: Any) -> None:
    """Find the passages that WORDS are about."""
    from assistant.console import print_hits

    with opened(settings_from(flags)) as assistant:
        print_hits(assistant, assistant.search(words, k=k), explain=explain, as_json=as_json)


@click.command()
@click.argument("question")
@folder_argument
@options
@model_options
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
@guarded
def ask(question: str, as_json: bool, **flags: Any) -> None:
    """Answer QUESTION from the documents, with citations that can be checked.

    Prints the answer, then each citation as FILE:LINE with the words quoted.
    """
    from assistant.console import print_answer

    with opened(settings_from(flags)) as assistant:
        print_answer(assistant.ask(question), as_json=as_json)


@click.command()
@click.argument("answer", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@folder_argument
@options
@guarded
def verify(answer: Path, **flags: Any) -> None:
    """Check a saved ANSWER.json against the documents as they are now.

    Exit code 3 when a citation no longer stands where the answer says.
    """
    from assistant.console import print_verification
    from assistant.verify import load_answer, verify_answer

    saved = load_answer(answer)
    with opened(settings_from(flags)) as assistant:
        if not print_verification(verify_answer(saved, assistant.index)):
            raise SystemExit(3)
