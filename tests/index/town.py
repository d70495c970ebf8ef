"""A small town's papers, a fast embedder, and what an index says about them."""

import zlib

import numpy as np

from index import EVERYTHING
from index.embed import unit_rows

BRIDGE = "The bridge over the river was opened in May. It cost 12 million euros.\n"
PONT = "Le pont sur le fleuve a été inauguré en mai. Il a coûté 12 millions d'euros.\n"
CLUB = "Der Verein gewann im Finale mit drei zu eins. Der Trainer war zufrieden.\n"
BILANCIO = "Il comune ha approvato il bilancio. Le scuole ricevono due milioni di euro.\n"
MARKET = "The market moved to the square. Forty farmers sell fruit there on Fridays.\n"

TOWN = {"bridge.txt": BRIDGE, "pont.txt": PONT, "club.txt": CLUB, "bilancio.txt": BILANCIO}
QUESTIONS = (
    "What did the bridge cost?", "Combien a coûté le pont ?", "Wer gewann das Finale?",
    "Quanto ricevono le scuole?", "Who sells fruit on the square?",
)  # fmt: skip


class WordEmbedder:
    """Words into columns, fast; counts the texts it is given."""

    name = fingerprint = "words-64"
    dimension = 64

    def __init__(self):
        self.texts = 0

    def embed(self, texts):
        self.texts += len(texts)
        matrix = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                place = zlib.crc32(word.strip(".,?").encode())
                matrix[row, place % self.dimension] += 1 if place >> 31 else -1
        return unit_rows(matrix)


def write(folder, papers):
    """Make the folder hold exactly these papers."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.name not in papers:
            path.unlink()
    for name, text in papers.items():
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != text:
            (folder / name).write_text(text, encoding="utf-8")


def answers(index, k=4, questions=QUESTIONS, only=EVERYTHING):
    """What is found for each question: file, place, text and score."""
    hits = [index.search(question, k=k, only=only) for question in questions]
    return [[(h.file, h.start, h.text, round(h.score, 5)) for h in found] for found in hits]


def content(index):
    """What the catalogue holds: nothing pending, nothing orphaned, no vector without a passage."""
    with index.catalogue.reading() as db:
        tables = {
            name: db.execute(query).fetchall()
            for name, query in {
                "documents": "SELECT file, digest, text, live FROM documents ORDER BY file",
                "chunks": "SELECT id, start, end, hex(text_key) FROM chunks ORDER BY id",
                "vectors": "SELECT hex(text_key), hex(vector) FROM vectors ORDER BY text_key",
                "orphans": "SELECT * FROM orphans",
                "skipped": "SELECT file, reason FROM skipped ORDER BY file",
            }.items()
        }
    return tables
