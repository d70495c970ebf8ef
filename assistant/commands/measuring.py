"""``eval``: is it any good?"""

from __future__ import annotations

import click


@click.command("eval", context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def evaluate(arguments: tuple[str, ...]) -> None:
    """Score the answers on hand-written questions."""
    # The one place that looks up the stairs: the command line is where everything meets.
    from evals.__main__ import main
    from evals.progress import stoppable

    raise SystemExit(stoppable(lambda: main(list(arguments))))
