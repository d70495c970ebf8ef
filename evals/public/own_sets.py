"""Our hand-written questions as public sets are: for the same rankings, and for the same reading.

A question belongs to the pair of its language and the language of a document that answers: the
reader's own where one does, else that of the first. Follow-ups are left out: what they ask stands
in the turns before them.
"""

from __future__ import annotations

from collections.abc import Iterator

from evals.cases import Case, Corpus
from evals.corpora import CORPORA
from evals.questions.loader import load_cases
from evals.reading.nouns import PASSAGES, Gold, ReadingCase, indexed, numbered
from index import Embedder

from .sets import Asked, Passage, RetrievalSet


def own_retrieval(every: int = 1) -> Iterator[RetrievalSet]:
    """Our questions, one in ``every``, and the documents of their corpus, by pair of languages."""
    for corpus, cases in _corpora(every):
        passages = tuple(
            Passage(file, text, corpus.languages[file]) for file, text in corpus.texts.items()
        )
        pairs: dict[str, list[Asked]] = {}
        for case in cases:
            if case.answerable:
                pairs.setdefault(_pair(case, corpus), []).append(_asked(case))
        for pair in sorted(pairs):
            asking, answering = pair.split("→")
            family = f"{corpus.name} {'same' if asking == answering else 'across'}"
            yield RetrievalSet(f"{corpus.name} {pair}", family, passages, tuple(pairs[pair]))


def own_reading(embedder: Embedder, every: int = 1) -> Iterator[ReadingCase]:
    """Our questions, one in ``every``, with what the product's search finds in their corpus."""
    for corpus, cases in _corpora(every):
        with indexed(corpus.texts, embedder) as folder:
            for case in cases:
                gold = tuple(
                    tuple(Gold(span.file, span.start, span.end) for span in spans)
                    for spans in case.gold
                )
                pair = _pair(case, corpus) if case.answerable else f"{case.language}, no answer"
                yield ReadingCase(
                    f"{corpus.name} {pair.replace('→', '-')}",
                    case.cluster,
                    case.question,
                    case.language,
                    numbered(folder.search(case.question, PASSAGES)),
                    tuple(place for places in gold for place in places),
                    case.answerable,
                    gold,
                )


def _corpora(every: int) -> Iterator[tuple[Corpus, list[Case]]]:
    for name in CORPORA:
        read = load_cases(name)
        yield read.corpus, [case for case in read.cases if not case.history][::every]


def _pair(case: Case, corpus: Corpus) -> str:
    files = [span.file for spans in case.gold for span in spans]
    tongues = [corpus.languages[file] for file in files]
    return f"{case.language}→{case.language if case.language in tongues else tongues[0]}"


def _asked(case: Case) -> Asked:
    first, *others = (span.file for spans in case.gold for span in spans)
    return Asked(case.id, case.question, case.language, first, case.cluster, frozenset(others))
