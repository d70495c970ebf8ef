"""Forgetting a file: no byte of its text stays in the store, and it is not read again.

Deleting is not forgetting: SQLite keeps what was deleted in its free pages, and Chroma keeps the
text of deleted rows. So both are written anew, and then every byte of the store is searched.

Which files are forgotten stands in the catalogue, each with the digest of its bytes: under another
name they are not read either. A copy of the list lies beside it, because the catalogue may be made
anew from the documents, and those would then be read again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from .catalogue import Catalogue
from .errors import EXHAUSTED, Exhausted, StoreProblem

KEPT = "forgotten"
"""The list's key in the catalogue."""
_LIST = "forgotten.json"
_LONG_ENOUGH = 24  # characters: a shorter run of words may stand anywhere
_MOST = 50  # pieces looked for
_BLOCK = 1 << 24
_CHILD = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from index.forgetting import _main; _main()"
)


@dataclass(frozen=True, slots=True)
class Bytes:
    """What a forgotten file held."""

    digest: str = ""
    """SHA-256 of its bytes, hexadecimal; empty where they were not known."""
    let_in: tuple[str, ...] = ()
    """Files with the same bytes that are read all the same, sorted."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is not to be read, on the reader's word."""

    files: Mapping[str, Bytes] = field(default_factory=dict)

    def __contains__(self, file: str) -> bool:
        return file in self.files

    def barring(self, file: str, digest: str) -> str | None:
        """The forgotten file whose bytes these are, where they may not come in as this file."""
        for name, held in self.files.items():
            if held.digest == digest and file not in held.let_in:
                return name
        return None

    def plus(self, file: str, held: Bytes) -> Forgotten:
        """These and one more; a digest that was known and is not any more is kept."""
        before = self.files.get(file, Bytes())
        return Forgotten({**self.files, file: held if held.digest else before})

    def minus(self, file: str) -> Forgotten:
        """These without one."""
        return Forgotten({name: held for name, held in self.files.items() if name != file})

    def letting_in(self, file: str) -> Forgotten:
        """These, but no bytes keep this file out."""
        return Forgotten(
            {
                name: Bytes(held.digest, tuple(sorted({*held.let_in, file})))
                for name, held in self.files.items()
            }
        )


@dataclass(frozen=True, slots=True)
class Forgot:
    """What forgetting a file did."""

    file: str
    was_known: bool
    """It was in the index or in the folder; if not, its name was not put on the list."""
    was_indexed: bool
    copies: tuple[str, ...]
    """Other files with the same bytes: these were not forgotten."""
    pieces: int
    """Runs of words, of this file alone, that were looked for: none where its lines are short."""
    files: int
    """Files of the store that were searched for its text afterwards."""
    bytes: int


def forgotten(store: Path, catalogue: Catalogue) -> Forgotten:
    """Return the files that are not to be read, on the reader's word.

    Raises:
        StoreProblem: the catalogue is a new one, and the copy of the list cannot be read.
    """
    kept = catalogue.meta(KEPT)
    if kept is not None:
        return _read(kept)
    try:
        return _copy(store)
    except FileNotFoundError:
        return Forgotten()
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno in EXHAUSTED:
            raise Exhausted(error.strerror) from error
        raise StoreProblem(
            f"{store / _LIST} is damaged ({error}), and it alone says which files were forgotten: "
            "nothing is read until it is put back, or holds their names again, as "
            '["name.txt"], or [] for none.'
        ) from error


def note_forgotten(store: Path, catalogue: Catalogue, files: Forgotten) -> None:
    """Keep exactly these as the files not to be read: on disk when it returns, or not at all."""
    with catalogue.transaction() as db:
        db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (KEPT, _written(files)))
        # Whatever was left out for its bytes is looked at once more.
        db.execute("UPDATE skipped SET stamp = '' WHERE reason = 'forgotten'")
    copy_forgotten(store, files)


def copy_forgotten(store: Path, files: Forgotten) -> None:
    """Keep the copy of the list that a new catalogue begins with."""
    half = store / f"{_LIST}.half"
    with suppress(OSError):  # the catalogue has the list; the next sync tries again
        if (store / _LIST).is_dir():
            (store / _LIST).rmdir()
        with half.open("w", encoding="utf-8") as out:
            out.write(_written(files))
            out.flush()
            os.fsync(out.fileno())
        half.replace(store / _LIST)


def is_kept_twice(store: Path, catalogue: Catalogue) -> bool:
    """Tell whether the catalogue and the copy beside it name the same files.

    Raises:
        StoreProblem: neither can be read.
    """
    known = forgotten(store, catalogue)
    if not known.files and not (store / _LIST).exists():
        return True
    try:
        return catalogue.meta(KEPT) is not None and _copy(store) == known
    except (OSError, ValueError):
        return False


def _written(known: Forgotten) -> str:
    told = {
        name: {"digest": held.digest, "let_in": held.let_in} for name, held in known.files.items()
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _read(text: str) -> Forgotten:
    """Understand a list; those of earlier versions, and of people, are names alone."""
    told = json.loads(text)
    if isinstance(told, list) and all(isinstance(name, str) for name in told):
        told = dict.fromkeys(told, {})
    if not isinstance(told, dict):
        raise ValueError("it is no list of names")
    return Forgotten({name: _bytes(held) for name, held in sorted(told.items())})


def _bytes(told: object) -> Bytes:
    if not isinstance(told, dict):
        raise ValueError("it is no list of names")
    return Bytes(str(told.get("digest", "")), tuple(map(str, told.get("let_in", ()))))


def _copy(store: Path) -> Forgotten:
    return _read((store / _LIST).read_text(encoding="utf-8"))


def own_pieces(catalogue: Catalogue, file: str) -> list[str]:
    """Return runs of words that stand in this live file and in no other."""
    text = catalogue.text(file) or ""
    lines = {line.strip() for line in text.splitlines() if len(line.strip()) >= _LONG_ENOUGH}
    query = "SELECT 1 FROM documents WHERE live AND file != ? AND instr(text, ?) LIMIT 1"
    found: list[str] = []
    with catalogue.reading() as db:
        for line in sorted(lines, key=len, reverse=True):
            piece = line[: 4 * _LONG_ENOUGH]
            if len(found) < _MOST and not db.execute(query, (file, piece)).fetchone():
                found.append(piece)
    return found


def copies_of(catalogue: Catalogue, file: str) -> tuple[str, ...]:
    """Return the other live files with the same bytes, sorted."""
    query = """SELECT file FROM documents WHERE live AND file != ? AND digest IN
        (SELECT digest FROM documents WHERE live AND file = ?) ORDER BY file"""
    with catalogue.reading() as db:
        return tuple(name for (name,) in db.execute(query, (file, file)))


def places_of(store: Path, pieces: Sequence[str]) -> list[Path]:
    """Search every byte of a store, and list the files that hold any of the pieces.

    In another process: whoever closes a file lets go of all the locks that its process holds on
    it, and SQLite would go on in this one without them.

    Raises:
        StoreProblem: the search did not come to its end.
    """
    asked = json.dumps([str(store), list(pieces)]).encode()
    command = [sys.executable, "-c", _CHILD, json.dumps(sys.path)]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise StoreProblem(
            f"{store} could not be searched for what is left of the text ({error}). "
            "Forget the file again."
        ) from error
    return [Path(place) for place in json.loads(done.stdout)]


def _main() -> None:
    store, pieces = json.load(sys.stdin)
    wanted = [piece.encode(code) for piece in pieces for code in ("utf-8", "utf-16-le")]
    found = [
        str(path)
        for path in sorted(path for path in Path(store).rglob("*") if path.is_file())
        if any(word in block for block in _blocks(path) for word in wanted)
    ]
    json.dump(found, sys.stdout)


def _blocks(path: Path) -> Iterator[bytes]:
    """A file's bytes, each block beginning with the end of the one before."""
    with path.open("rb") as file:
        end = b""
        while block := file.read(_BLOCK):
            yield end + block
            end = block[-1_000:]
