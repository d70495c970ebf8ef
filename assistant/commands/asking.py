"""``search``, ``ask`` and ``verify``: questions to the folder, and answers held against it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    from index import Filter


_PARTS = """
meaning  how near the passage is to the whole question
words    the share of the question's words that stand in it, rare words counting more
grams    the same for pieces of four letters
same     1 where the passage is in the question's language, if that is given
tokens   how well each word of the question is met by one near in meaning
window   the same within the best 48 tokens
around   how near the passage is together with its neighbours"""


def _filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say which documents to look at."""
    filters = (
        click.option("--file", "files", multiple=True, help="Only files like this: '2025/*.pdf'."),
        click.option("--written-in", multiple=True, help="Only those in en, fr, de, it or other."),
        click.option("--since", help="Only documents dated since 2025, 2025-01 or 2025-01-31."),
        click.option("--until", help="Only documents dated until then."),
        click.option("--per-document", type=int, help="At most so many passages from each."),
    )
    for option in reversed(filters):
        command = option(command)
    return command


def _in_order(text: str, flags: dict[str, Any]) -> str:
    """The question of the two, where the folder was given first: *ask papers "Who pays?"*."""
    folder = flags.get("folder")
    if folder is None or folder.is_dir() or not Path(text).is_dir():
        return text
    flags["folder"] = Path(text)
    return str(folder)


def _filter_from(flags: dict[str, Any]) -> Filter:
    """Take the filter's options out of the flags."""
    from index import Filter

    return Filter(
        files=tuple(flags.pop("files")),
        languages=tuple(flags.pop("written_in")),
        since=flags.pop("since"),
        until=flags.pop("until"),
        per_document=flags.pop("per_document"),
    )


@click.command()
@click.argument("words")
@folder_argument
@options
@_filter_options
@click.option(
    "-k", type=click.IntRange(1, 100), default=10, show_default=True, help="How many passages."
)
@click.option("--explain", is_flag=True, help="Show what each score is made of.")
@json_option
@guarded
def search(words: str, k: int, explain: bool, as_json: bool, **flags: Any) -> None:
    """Find the passages that WORDS are about."""
    from assistant.console import print_hits, print_parts

    only = _filter_from(flags)
    words = _in_order(words, flags)
    with opened(settings_from(flags)) as assistant:
        hits = assistant.search(words, k=k, only=only)
        if explain and not as_json:
            print_parts(assistant, words)
        print_hits(assistant, hits, only, explain=explain, as_json=as_json)
        if explain and hits and not as_json:
            click.secho(_PARTS, dim=True)


@click.command()
@click.argument("question")
@folder_argument
@options
@model_options
@_filter_options
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
@guarded
def ask(question: str, as_json: bool, **flags: Any) -> None:
    """Answer QUESTION from the documents, with exact citations.

    Prints the answer, then each citation as FILE:LINE with the words quoted.
    """
    from assistant.console import print_answer

    only = _filter_from(flags)
    question = _in_order(question, flags)
    with opened(settings_from(flags)) as assistant:
        print_answer(assistant.ask(question, only=only), as_json=as_json)


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
