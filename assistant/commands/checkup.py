"""``doctor``: how healthy are folder, index and model?"""

from __future__ import annotations

from collections import Counter
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
    from assistant.doctor import Checkup

_SHOWN = 8


@click.command()
@folder_argument
@options
@model_options
@json_option
@click.option("--report", is_flag=True, help="JSON for a bug report: no names, no paths, no text.")
@click.option("--probe/--no-probe", default=True, help="Send the model one long prompt.")
@guarded
def doctor(as_json: bool, report: bool, probe: bool, **flags: Any) -> None:
    """Examine the folder, the index and the model, and say what to do.

    Exit code 3 when something has to be done.
    """
    from assistant.doctor import check_up, redacted

    with opened(settings_from(flags)) as assistant:
        checkup = check_up(assistant, probe=probe)
    if report or as_json:
        import json  # here: --help lists the commands and must not wait for it

        data = redacted(checkup) if report else checkup.to_dict()
        click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))
    else:
        _print(checkup)
    if not checkup.healthy:
        raise SystemExit(3)


def _print(checkup: Checkup) -> None:
    from assistant.console import skips_in_words
    from assistant.doctor import advice

    index = checkup.index
    _line("Folder", checkup.folder)
    _line("Index", f"{checkup.store} · {index.bytes / 1e6:,.1f} MB · format {index.format}")
    _line("Documents", f"{index.documents:,} · {index.passages:,} passages")
    _line("Languages", ", ".join(f"{name} {many:,}" for name, many in index.languages) or "none")
    _line("Dates", f"{index.dated:,} of {index.documents:,} say when they were published")
    _line("Furniture", f"{index.furniture:.0%} of the text is menus, teasers and the like")
    encodings = Counter(encoding for _, encoding in index.repaired)
    many = [f"{number:,} in {encoding}" for encoding, number in sorted(encodings.items())]
    read_as = [f"{file} ({encoding})" for file, encoding in index.repaired]
    _list("Not UTF-8", [*many, *read_as], "none: all are UTF-8", many=len(read_as))
    _list("One story", [" = ".join(files) for files in index.copies], "no copies, no translations")
    _list("Hardly text", index.short, "none")
    _list("Cut short", index.cut, "none: all end with a whole sentence")
    _list("Hidden signs", index.hidden, "none: no text that only a model would see")
    if index.garbled:
        _list("Garbled", [f"{file}: é is spelled Ã©; save it anew" for file in index.garbled], "")
    out = (*checkup.skipped, *checkup.aside)
    if index.mixed:
        alike = "a word mixes letters that look alike, and is not found as it looks"
        _list("Letters", [f"{file}: {alike}" for file in index.mixed], "")
    if index.remarks:
        _list("Read in part", [f"{file}: {remark}" for file, remark in index.remarks], "")
    if checkup.absent:
        _list("Not there", checkup.absent, "")
    _list("Left out", skips_in_words(out), "no file", many=len(out))
    _list("Mended", checkup.mended, "nothing: nothing was damaged")
    _list("Faults", index.faults, "none: every vector checked finds itself", bad=True)
    _line("Embedder", checkup.embedder)
    _line("Model", f"{checkup.model} · {_told(checkup)}")
    click.echo()
    for sentence in advice(checkup):
        click.secho(f"! {sentence}", fg="red")
    if checkup.healthy:
        but = ", but for what is left out" if checkup.skipped else ""
        click.secho(f"All is well{but}.", fg="green")


def _told(checkup: Checkup) -> str:
    endpoint = checkup.endpoint
    return {
        "built in": "built in, no endpoint",
        "whole": f"reads a prompt of {endpoint.sent:,} tokens whole",
        "cut": f"cuts a prompt of {endpoint.sent:,} tokens to {endpoint.read:,}",
        "not told": "does not tell how much of a prompt it reads",
        "failed": "does not answer",
    }[endpoint.state]


def _line(name: str, text: str, **style: Any) -> None:
    from assistant.safe_text import on_one_line

    click.secho(f"{name:12} ", nl=False, bold=True)
    click.secho(on_one_line(text), **style)


def _list(
    name: str,
    items: tuple[str, ...] | list[str],
    none: str,
    *,
    many: int | None = None,
    bad: bool = False,
) -> None:
    if not items:
        _line(name, none, dim=True)
        return
    _line(name, f"{many or len(items):,}", fg="red" if bad else "yellow")
    for item in items[:_SHOWN]:
        _line("", item)
    if len(items) > _SHOWN:
        _line("", f"… and {len(items) - _SHOWN:,} more; --json lists all")
