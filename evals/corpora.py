"""Read a folder of documents the way the positions in the contract count, and find sentences.

Our own corpora are read apart from the index on purpose: what is measured must not also hold the
ruler. Of a reader's folder, with its PDFs and its ``.attestoignore``, only the index knows which
files count and what their text is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.text.tongue import guess_language
from index import FolderIndex, HashEmbedder

from .cases import Corpus
from .errors import CorpusFault

_HERE = Path(__file__).resolve().parent
_BUILT_IN = {"seeds": _HERE.parent / "seeds", "town": _HERE / "corpora" / "town"}

CORPORA = tuple(_BUILT_IN)
"""The names of the corpora that are ours."""

_SENTENCE_END = re.compile(r"""[.!?…]["”“»)\]]*\s+|\n+""")
# "M. Poutine", "Am 11. Dezember", "6,8 Mrd. Liter": the dot after an initial, a day, a title or a
# scale ends no sentence.
_NO_END = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]|\d{1,2}|Nr|ca|bzw|Mio|Mrd|Mia|Tsd|Prof|Dr|Mme|Mr|Mrs|Sig)\.$"
)


def corpus_folder(name: str) -> Path:
    """Return the folder of a corpus of ours.

    Raises:
        CorpusFault: there is no corpus of this name, or it is not on this machine.
    """
    folder = _BUILT_IN.get(name)
    if folder is None:
        known = ", ".join(sorted(_BUILT_IN))
        raise CorpusFault(f"There is no corpus called {name!r}; choose one of: {known}.")
    if not folder.is_dir():
        raise CorpusFault(f"{folder} is missing: run this from a checkout of the repository.")
    return folder


def read_corpus(name: str, folder: Path) -> Corpus:
    """Read a corpus of ours: every ``.txt`` and ``.md`` file of a folder, a ``README`` left out.

    Args:
        name: how the corpus is called in question files.
        folder: where it is.

    Returns:
        The corpus; texts are the bytes as UTF-8 without a byte-order mark, otherwise untouched.

    Raises:
        CorpusFault: the folder holds no such file, or one of them is not UTF-8.
    """
    texts: dict[str, str] = {}
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if _is_document(path)):
        file = path.relative_to(folder).as_posix()
        raw = path.read_bytes()  # not read_text: it would change the line ends, and every position
        digest.update(file.encode() + b"\0" + hashlib.sha256(raw).digest())
        try:
            texts[file] = raw.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            raise CorpusFault(f"{path} is not UTF-8: {fault}.") from fault
    if not texts:
        raise CorpusFault(f"{folder} holds no .txt or .md file to ask about.")
    languages = {file: guess_language(text) or "other" for file, text in texts.items()}
    return Corpus(name, folder, texts, languages, digest.hexdigest())


def read_folder(folder: Path) -> Corpus:
    """Read a reader's own folder: every document the assistant would be asked about.

    Args:
        folder: where it is; the corpus is called after it, ``my-files`` for ``My Files``.

    Raises:
        CorpusFault: nothing in the folder can be read.
        index.IndexFault: there is no such folder.
    """
    name = re.sub(r"\W+", "-", folder.resolve().name).strip("-").lower() or "documents"
    with TemporaryDirectory(prefix="attesto-eval-") as store:
        index = FolderIndex.open(folder, Path(store), HashEmbedder())
        try:
            index.sync()
            rows = index.files()
            texts = {row.file: index.text(row.file) for row in rows}
        finally:
            index.close()
    if not texts:
        raise CorpusFault(f"{folder} holds no document that can be read.")
    languages = {file: guess_language(text) or "other" for file, text in texts.items()}
    digest = hashlib.sha256("".join(f"{row.file}\0{row.digest}\0" for row in rows).encode())
    return Corpus(name, folder, texts, languages, digest.hexdigest())


def _is_document(path: Path) -> bool:
    return path.suffix in (".txt", ".md") and path.stem != "README" and path.is_file()


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the range of each sentence, without the white space between them.

    A line break ends one; a dot after an initial, a day of the month, a title or a scale does not.
    """
    left = 0
    for border in _SENTENCE_END.finditer(text):
        before = text[max(0, border.start() - 12) : border.start() + 1]
        if "\n" not in border.group() and _NO_END.search(before):
            continue
        right = border.start() + len(border.group().rstrip())
        if left < right:
            yield left, right
        left = border.end()
    if left < len(text):
        yield left, len(text)


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the whole sentences that ``text[start:end]`` touches."""
    left, right = start, end
    for first, last in sentences(text):
        if first < end and start < last:
            left, right = min(left, first), max(right, last)
    return left, right
