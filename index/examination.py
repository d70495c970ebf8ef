"""An examination of an index: what is in it, how it was read, and whether the store is sound.

Nothing is changed. Figures are of live documents; file names are as in the folder.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from .cards import read_cards, stories
from .catalogue import Catalogue, FileRow
from .documents import Card
from .errors import StoreDamaged
from .health import spread_vectors, unusable_vectors
from .schema import FORMAT
from .seal import CHROMA, database_fault
from .store import ChromaStore

_PLAIN = frozenset({"", "utf-8", "utf-8-sig", "ascii"})  # "": the format says which letters
_SHORT = 200  # characters of article below which a page may have hardly one
_A_PAGE = 100  # characters a page of a PDF below which most of it is pictures
_MARKUP = 10_000  # bytes of HTML of which more than a note is expected
_ENDS = tuple(".!?:»”’)\"']]}*_`")
_CUT = ("…", "...", "[…]", "[...]")
_PROSE = 60  # characters of a last line that is prose: a signature or an entry of a list is shorter
_ROWS = ("table", "records")  # their lines end as they like
_HIDDEN = "[\U000e0000-\U000e007f\u202a-\u202e\u2066-\u2069]"
_GARBLED = "Ã[\u0080-\u00bf]"
# Letters of Greek and Cyrillic that look like ours; not those of µm, kΩ or Δt.
_ALIKE = "АВЕКМНОРСТХЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_SAMPLE = 256
_TOLERANCE = 1e-3


@dataclass(frozen=True, slots=True)
class Examination:
    """How an index is. Pairs are sorted by name; file names are sorted."""

    format: int
    bytes: int
    """Of all the store's files."""
    documents: int
    passages: int
    characters: int
    furniture: float
    """Share of the characters in passages that are not the article's own word, 0 to 1."""
    languages: tuple[tuple[str, int], ...]
    """How many documents are in each."""
    dated: int
    """Documents that say when they were published."""
    repaired: tuple[tuple[str, str], ...]
    """Files that were not UTF-8, with the encoding they were read in."""
    copies: tuple[tuple[str, ...], ...]
    """Files that tell the same story."""
    short: tuple[str, ...]
    """Files with hardly any article in them, for their size: a note may be as short as it likes."""
    cut: tuple[str, ...]
    """Files whose article ends in the middle of a sentence, or in dots."""
    hidden: tuple[str, ...]
    """Files with signs that no reader sees and a model would: tags, changes of direction."""
    garbled: tuple[str, ...]
    """Files that hold ``Ã©`` for ``é``: their letters were encoded twice before they came here."""
    mixed: tuple[str, ...]
    """Files with a word of Latin letters and of others that look like them: it is not found as it
    looks, for letters are compared as they are."""
    remarks: tuple[tuple[str, str], ...]
    """Files that were read though something was wrong with them, and what, a sentence each."""
    faults: tuple[str, ...]
    """What is wrong with the store, a sentence each: run `attesto rebuild`."""


def examine(store: Path, catalogue: Catalogue, vectors: ChromaStore | None) -> Examination:
    """Look at everything once.

    Args:
        store: its folder.
        catalogue: that of the store.
        vectors: Chroma's part of it; None while another process is writing there, or nobody can.

    Raises:
        CatalogueDamaged: the catalogue cannot be read.
    """
    catalogue.check()
    with catalogue.reading() as db:
        cards, rows = read_cards(db), catalogue.files()
        kinds: Counter[str] = Counter()
        articles: Counter[str] = Counter()
        around: Counter[str] = Counter()
        query = """SELECT file, kind, sum(end - start) FROM chunks JOIN documents USING (version)
            WHERE live GROUP BY file, kind"""
        for file, kind, length in db.execute(query):
            kinds[kind] += length
            (articles if kind == "article" else around)[file] += length
        characters = db.execute("SELECT sum(length(text)) FROM documents WHERE live").fetchone()[0]
    total = sum(kinds.values())
    return Examination(
        format=FORMAT,
        bytes=sum(path.stat().st_size for path in store.rglob("*") if path.is_file()),
        documents=len(rows),
        passages=catalogue.count(),
        characters=int(characters or 0),
        furniture=(total - kinds["article"]) / total if total else 0.0,
        languages=tuple(sorted(Counter(row.language for row in rows).items())),
        dated=sum(card.date is not None for card in cards),
        repaired=tuple((r.file, r.encoding) for r in rows if r.encoding.lower() not in _PLAIN),
        copies=tuple(tuple(files) for _, files in stories(cards)),
        short=tuple(
            card.file
            for card, row in zip(cards, rows, strict=True)
            if _hardly_text(card, row, articles[row.file], around[row.file])
        ),
        cut=_cut(catalogue),
        hidden=_holding(catalogue, _HIDDEN),
        garbled=_holding(catalogue, _GARBLED),
        mixed=_holding(catalogue, f"[A-Za-z][{_ALIKE}]", f"[{_ALIKE}][A-Za-z]"),
        remarks=tuple((row.file, remark) for row in rows for remark in row.remarks),
        faults=tuple(_faults(store, catalogue, vectors)),
    )


def _holding(catalogue: Catalogue, *signs: str) -> tuple[str, ...]:
    """Files whose text holds any of these: patterns of SQLite's GLOB."""
    either = " OR ".join(["text GLOB ?"] * len(signs))
    query = f"SELECT file FROM documents WHERE live AND ({either}) ORDER BY file"
    with catalogue.reading() as db:
        return tuple(file for (file,) in db.execute(query, [f"*{sign}*" for sign in signs]))


def _hardly_text(card: Card, row: FileRow, article: int, around: int) -> bool:
    """Tell whether a short article is little for what its file is."""
    size = int(row.stamp.partition(":")[0] or 0)
    if card.pages:
        return article < _A_PAGE * len(card.pages)
    return article < _SHORT and (around > article or (card.format == "html" and size > _MARKUP))


def _cut(catalogue: Catalogue) -> tuple[str, ...]:
    query = """SELECT file, coalesce(format, 'text'), substr(text, max(1, max(end) - 199),
        min(200, max(end))) FROM chunks JOIN documents USING (version) LEFT JOIN cards
        USING (version) WHERE live AND kind = 'article' GROUP BY file ORDER BY file"""
    with catalogue.reading() as db:
        ends = [(str(file), form, str(end).rstrip()) for file, form, end in db.execute(query)]
    return tuple(file for file, form, end in ends if form not in _ROWS and _is_cut(end))


def _is_cut(end: str) -> bool:
    """Tell whether an article that ends so goes on elsewhere."""
    last = end.rsplit("\n", 1)[-1]
    return end.endswith(_CUT) or (
        len(last) >= _PROSE and "|" not in last and not end.endswith(_ENDS)
    )


def _faults(store: Path, catalogue: Catalogue, vectors: ChromaStore | None) -> list[str]:
    faults: list[str] = []
    if bad := unusable_vectors(catalogue):
        faults.append(f"{len(bad)} vectors are not of unit length.")
    if vectors is None:
        return faults
    held = catalogue.held()
    try:
        there = vectors.count() if held else 0
        if there != held:
            faults.append(f"Chroma holds {there:,} passages, and there are {held:,}.")
        sample = spread_vectors(catalogue, _SAMPLE) if held else []
        nearest = [max(vectors.nearest(vector, 1).values(), default=0.0) for vector in sample]
        if lost := sum(abs(cosine - 1) > _TOLERANCE for cosine in nearest):
            faults.append(f"{lost} of {len(sample)} passages are not found by their own vector.")
    except StoreDamaged as damage:
        faults.append(str(damage))
    if (store / CHROMA).exists() and (wrong := database_fault(store)):
        faults.append(f"Chroma's database is damaged ({wrong}).")
    return faults
