"""Questions spoiled on purpose: nobody answers them, and each looks as if somebody did.

Four ways to spoil one: its document is taken away; the sentences that answer are cut out of the
passages; a name is changed for one of another article; or a common word is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.reader.asked import understand
from assistant.reader.lexicon import importance
from index import Embedder, Hit, sentences

from .nouns import PASSAGES, Gold, ReadingCase, indexed, lines_of, numbered, paragraph_files

_NAME = re.compile(r"[A-Z][\w-]+(?: (?:of |the |de |von )?[A-Z][\w-]+)*")


def cut_out(case: ReadingCase) -> ReadingCase:
    """The same question with the sentences that answer it cut out of the passages.

    What is left speaks of the same things and does not answer: the hardest of misses.
    """
    left = tuple(replace(p, hit=_without(p.hit, case.gold)) for p in case.passages)
    return replace(case, set=f"{case.set} cut out", passages=left, gold=(), answerable=False)


def _without(hit: Hit, gold: Sequence[Gold]) -> Hit:
    kept = [
        hit.text[start:end]
        for start, end in sentences(hit.text, hit.language)
        if not any(
            g.file == hit.file and g.start < hit.start + end and hit.start + start < g.end
            for g in gold
        )
    ]
    return replace(hit, text=" ".join(kept))


def without_answer(case: ReadingCase, found: Sequence[Hit]) -> ReadingCase:
    """The same question with the document that answers it taken away.

    A sibling that gives the same answer by chance (about one in ten) makes this an upper bound
    on false answers.
    """
    answering = {gold.file for gold in case.gold}
    left = numbered([hit for hit in found if hit.file not in answering])
    name = f"{case.set} taken away"
    return ReadingCase(name, case.cluster, case.question, case.language, left, (), False)


def swapped(data: Path, asked: str, told: str, embedder: Embedder) -> Iterator[ReadingCase]:
    """XQuAD's questions with a name changed for one from another article: nobody answers them.

    A name is a run of capitalised words that stands in the English and in the German question
    alike, which leaves out German nouns.
    """
    twins = [list(lines_of(data / f"xquad.{language}.jsonl")) for language in ("en", "de")]
    asked_in = {p["id"]: p for p in twins[asked == "de"]}
    named: list[tuple[str, str, str]] = []  # article, question, name
    for english, german in zip(*twins, strict=True):
        for one, other in zip(english["questions"], german["questions"], strict=True):
            shared = [m.group() for m in _NAME.finditer(one["question"]) if m.start()]
            shared = [name for name in shared if name in other["question"]]
            if shared:
                text = next(
                    q["question"]
                    for q in asked_in[english["id"]]["questions"]
                    if q["id"] == one["id"]
                )
                named.append((english["title"], text, max(shared, key=len)))
    texts = {f"{p['id']}.txt": p["text"] for p in twins[told == "de"]}
    with indexed(texts, embedder) as folder:
        for place, (article, question, name) in enumerate(named):
            title, _, stranger = named[(place + len(named) // 2) % len(named)]
            if title == article or stranger in question:
                continue
            false = question.replace(name, stranger)
            found = numbered(folder.search(false, PASSAGES))
            set_name = f"xquad {asked}-{told} name swapped"
            yield ReadingCase(set_name, article, false, asked, found, (), False)


def reworded(data: Path, asked: str, told: str, embedder: Embedder) -> Iterator[ReadingCase]:
    """XQuAD's questions with their weightiest common word changed for one of another article.

    The names are right and what is asked of them is not there: a near miss.
    """
    asking = [
        (p["title"], q["question"])
        for p in lines_of(data / f"xquad.{asked}.jsonl")
        for q in p["questions"]
    ]
    said = [_weightiest(question, asked, embedder) for _, question in asking]
    texts, _ = paragraph_files(list(lines_of(data / f"xquad.{told}.jsonl")))
    with indexed(texts, embedder) as folder:
        for place, (article, question) in enumerate(asking):
            other = (place + len(asking) // 2 + 7) % len(asking)
            if not said[place] or not said[other] or asking[other][0] == article:
                continue
            false = re.sub(rf"\b{re.escape(said[place])}\b", said[other], question)
            found = numbered(folder.search(false, PASSAGES))
            name = f"xquad {asked}-{told} reworded"
            yield ReadingCase(name, article, false, asked, found, (), False)


def _weightiest(question: str, language: str, embedder: Embedder) -> str:
    """The word that no name or figure is and that moves the meaning most; none if all are names."""
    asked = understand(question, language)
    weights = importance(asked.words, embedder.embed)
    common = [
        (weight, word)
        for weight, word in zip(weights, asked.words, strict=True)
        if word not in asked.names and len(word) > 3 and word != asked.counted
    ]
    return max(common, default=(0, ""))[1]
