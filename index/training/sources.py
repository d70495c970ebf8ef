"""The texts the model is trained on: which, under what licence, and how much each may weigh.

Only text that may be given away in the form of vectors: public domain, attribution and share-alike
licences. The folder may hold more; what is not in `SOURCES` is never opened.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from index.errors import FolderProblem


class Pair(NamedTuple):
    """The same thing said in two languages; English, where it is one of them, stands right."""

    left_language: str
    left: str
    right_language: str
    right: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file of pairs `NAME.tsv.gz`."""

    name: str
    licence: str
    credit: str
    weight: float
    """Share of the training batches, before the shares are scaled to one."""
    words: bool = False
    """Pairs of words and titles, not of sentences; they give start values."""
    pairs: int | None = None
    """At most so many per pair of languages: narrow sources must not fill the vocabulary."""
    digest: str = ""
    """SHA-256 of a file of which only some rows may be used: they are known by their numbers."""


SOURCES = (
    Source("flores_dev", "CC BY-SA 4.0", "FLORES-200, NLLB Team, Meta AI", 0.05),
    Source("clean_ud_pud", "CC BY-SA 3.0", "Universal Dependencies, Parallel UD treebanks", 0.05),
    Source("tico19", "CC0 1.0", "TICO-19, Translation Initiative for COVID-19", 0.02),
    Source(
        "clean_debian_www",
        "MIT, GPL 2+ or OPL 1.0",
        "Debian web pages, Software in the Public Interest",
        0.20,
    ),
    Source("clean_privacyguides", "CC BY-SA 4.0", "Privacy Guides and its translators", 0.05),
    Source("clean_gnome_help", "CC BY-SA 3.0", "GNOME user documentation", 0.05),
    Source(
        "clean_opensource_guide", "CC BY 4.0", "Open Source Guides, GitHub and contributors", 0.02
    ),
    Source("clean_mozilla_legal", "CC BY-SA 3.0", "Mozilla legal documents", 0.015),
    Source(
        "clean_mozilla_www_legacy", "MPL 2.0", "www.mozilla.org, Mozilla and its localisers", 0.02
    ),
    Source(
        "clean_mozilla_foundation",
        "MPL 2.0",
        "Mozilla Foundation web pages and its localisers",
        0.01,
    ),
    Source("mozilla_www", "MPL 2.0", "www.mozilla.org, Mozilla and its localisers", 0.02),
    Source("clean_bitcoin_org", "MIT", "bitcoin.org contributors", 0.015),
    Source("clean_swiss_eid_app", "MIT", "Swiss Confederation, e-ID wallet", 0.01),
    Source("clean_swiss_covid_app", "MPL 2.0", "Swiss Confederation, COVID certificate app", 0.01),
    Source(
        "clean_swiss_law",
        "public domain",
        "Swiss federal law (Art. 5 URG), Fedlex",
        0.13,
        pairs=60_000,
    ),
    Source(
        "clean_bible",
        "public domain",
        "WEB, Luther 1912, Elberfelder 1905, Segond 1910, Diodati 1649",
        0.08,
    ),
    Source("wikidict", "CC0 1.0", "Wikidata titles by way of open-dict-data", 0.12, words=True),
    Source(
        "omw",
        "CC BY-SA, CC BY 3.0, ODC-BY 1.0",
        "Wiktionary, CLDR, MultiWordNet, ItalWordNet",
        0.10,
        words=True,
        digest="fad3a7682bce540b914637864479c0fb4e8764212424f3359e31125c7ed14897",
    ),
    Source(
        "cldr_iso",
        "Unicode licence",
        "Unicode CLDR names",
        0.01,
        words=True,
        digest="e752f7c2e1ff7a965933017548c6ffae36c0fc570ce42b96e998a7460593b8b8",
    ),
    Source("osm_tags", "ISC", "OpenStreetMap tagging schema and its translators", 0.01, words=True),
)

_FRENCH_AFTER_WOLF = 68_600
"""`omw` lists its French sources in turn; the rows before this one are of WOLF (CeCILL-C)."""
_CLDR_ROWS = 2_791
"""`cldr_iso` begins with CLDR; the rows from this one on are of iso-codes (LGPL)."""


def read(source: Source, folder: Path) -> list[Pair]:
    """Read the pairs of one source.

    Raises:
        FolderProblem: The folder does not hold the source's file, or one that is cut or not of
            this form, or another one where only some rows may be used.
    """
    path = folder / f"{source.name}.tsv.gz"
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise FolderProblem(
            f"{path} cannot be read ({problem.strerror}). --data names the folder of parallel text "
            "that docs/model.md describes."
        ) from problem
    if source.digest and hashlib.sha256(content).hexdigest() != source.digest:
        raise FolderProblem(
            f"{path} is not the file whose rows were chosen by their licences; take the one that "
            "docs/model.md describes, or choose its rows anew in index/training/sources.py."
        )
    try:
        pairs = list(_lines(content))
    except (OSError, EOFError, UnicodeDecodeError, TypeError, zlib.error) as problem:
        raise _cut(path) from problem
    if not pairs:
        raise _cut(path)
    pairs = _allowed(pairs, source) if source.digest else pairs
    return _evenly(pairs, source.pairs) if source.pairs else pairs


def _cut(path: Path) -> FolderProblem:
    return FolderProblem(
        f"{path} is cut, or is no gzipped file of four columns (language, text, language, text). "
        "Copy it again."
    )


def _allowed(pairs: list[Pair], source: Source) -> list[Pair]:
    """The rows of a file that may be used, where it has others: they are known by their numbers."""
    if source.name == "omw":
        french = [pair for pair in pairs if pair.left_language == "fr"]
        pairs = [pair for pair in pairs if pair.left_language != "fr"] + french[_FRENCH_AFTER_WOLF:]
    if source.name == "cldr_iso":
        pairs = pairs[:_CLDR_ROWS]
    return pairs


def _lines(content: bytes) -> Iterator[Pair]:
    with gzip.open(BytesIO(content), "rt", encoding="utf-8") as lines:
        for line in lines:
            yield Pair(*line.rstrip("\n").split("\t"))


def _evenly(pairs: list[Pair], most: int) -> list[Pair]:
    """Draw pairs from the whole length of a source, the same number for each pair of languages."""
    by_languages: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        by_languages.setdefault((pair.left_language, pair.right_language), []).append(pair)
    return [
        pair
        for group in by_languages.values()
        for pair in islice(group, 0, None, max(1, len(group) // most))
    ]
