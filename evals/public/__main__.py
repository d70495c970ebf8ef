"""``python -m evals.public --data DIR``: measure on public question sets, and on our own.

Every claim about public data is repeated by this one command: finding the right passage, finding
the right sentence in it, declining where nothing answers, and checking a statement against its
quote. The shipped weights are measured; ``docs/evals.md`` says where the sets come from. Finding
and reading are measured on our hand-written questions in the same form, and beside plain rankings
and other models.

A part of it is a function that takes the folder and yields lines; ``--only`` chooses one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.reader.weights import shipped
from evals.checking.cases import read_stories, split
from evals.checking.measure import cases, digits_only, lines, ours
from evals.checking.measure import table as check_table
from evals.errors import CorpusFault, EvalFault
from evals.progress import counted, stoppable
from evals.reading.cases import read_cases
from evals.reading.fit import Seen, look
from evals.reading.measure import SEEDS, report, speed_line
from evals.reading.peers import peer_lines
from evals.reading.table import table as reading_table
from index import Embedder, IndexFault, default_embedder

from .language import languages_told
from .model import model_lines
from .own_sets import own_reading, own_retrieval
from .peers import pilot, teacher
from .retrieval import measure, table
from .sets import retrieval_sets
from .twins import stories_found

_TROUBLE = 1


def retrieval(data: Path, every: int, peers: Sequence[Embedder] = ()) -> Iterator[str]:
    """Is the right passage found, by pair of languages?"""
    embedder = default_embedder()
    rows = [r for found in retrieval_sets(data) for r in measure(found, embedder, every, peers)]
    yield f"Finding the right passage, with {embedder.name}"
    yield from table(rows)


def model(data: Path, every: int, peers: Sequence[Embedder] = ()) -> Iterator[str]:
    """Does the embedding model alone find translations and paragraphs, and how fast?"""
    yield "The embedding model alone: the right one before all others"
    yield from model_lines(data, peers)


def reading(data: Path, every: int, peers: Sequence[Embedder] = ()) -> Iterator[str]:
    """Does the built-in reader find the sentence, and decline where there is none?"""
    embedder = default_embedder()
    yield "Finding the right sentence, and declining where nothing answers"
    gathered = counted(read_cases(data, SEEDS, embedder), "questions searched for")
    chosen = [case for n, case in enumerate(gathered) if n % every == 0]
    yield from _read(look(chosen, embedder.embed), embedder, peers)


def own(data: Path, every: int, peers: Sequence[Embedder] = ()) -> Iterator[str]:
    """The same two on our hand-written questions: is the right file found, and the sentence?"""
    embedder = default_embedder()
    yield f"Our own questions: finding the right file, with {embedder.name}"
    found = own_retrieval(every)
    yield from table([row for one in found for row in measure(one, embedder, 1, peers)])
    yield ""
    yield "Our own questions: finding the right sentence, and declining where nothing answers"
    yield from _read(look(own_reading(embedder, every), embedder.embed), embedder, peers)


def _read(seen: Sequence[Seen], embedder: Embedder, peers: Sequence[Embedder]) -> Iterator[str]:
    yield from reading_table(report(seen, embedder, shipped()))
    yield speed_line(seen, embedder)
    yield ""
    yield from peer_lines(seen, embedder, peers)


def checking(data: Path, every: int, peers: Sequence[Embedder] = ()) -> Iterator[str]:
    """Does the check support what is true, and catch what was changed?"""
    _, reporting = split(read_stories(data / "ntrex.jsonl"))
    made = cases(reporting)[::every]
    yield "Checking a statement against a quote, on the stories that were not fitted on"
    yield from lines(check_table(made, ours), check_table(made, digits_only))


def twins(data: Path, every: int, peers: Sequence[Embedder] = ()) -> Iterator[str]:
    """Are the translations of one story told from other stories?"""
    yield "Telling which documents are one story, by pairs of documents in different languages"
    yield from stories_found(data, every)


def language(data: Path, every: int, peers: Sequence[Embedder] = ()) -> Iterator[str]:
    """Is the language of a question told from a few of its words?"""
    yield "Telling the language of a question"
    yield from languages_told(data, every)


Part = Callable[[Path, int, Sequence[Embedder]], Iterator[str]]
PARTS: dict[str, Part] = {
    "model": model,
    "retrieval": retrieval,
    "reading": reading,
    "own": own,
    "checking": checking,
    "twins": twins,
    "language": language,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures of all parts, or of one."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.public",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--data", type=Path, required=True, help="folder with the sets: see docs/evals.md")
    add("--only", choices=sorted(PARTS), help="one part")
    add("--every", type=int, default=1, help="take every so-manieth question, to be quicker")
    add("--pilot", type=Path, help="a model2vec folder to measure beside the built-in model")
    add("--teacher", action="store_true", help="measure the English teacher, where installed")
    given = parser.parse_args(argv)
    try:
        peers = [pilot(given.pilot)] if given.pilot else []
        peers += teacher() if given.teacher else ()
        for name, part in PARTS.items():
            if given.only in (None, name):
                for line in _lines(part, given.data, given.every, peers):
                    sys.stdout.write(line + "\n")
                    sys.stdout.flush()  # a part takes minutes: what is known is shown
                sys.stdout.write("\n")
    except (EvalFault, IndexFault) as fault:
        sys.stderr.write(f"{fault}\n")
        return _TROUBLE
    return 0


def _lines(part: Part, data: Path, every: int, peers: Sequence[Embedder]) -> Iterator[str]:
    try:
        yield from part(data, every, peers)
    except FileNotFoundError as fault:
        raise CorpusFault(
            f"{fault.filename} is missing; docs/evals.md says where to get it."
        ) from fault


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
