"""Questions to begin with, drawn from the folder: only such as the documents do answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.facts import LANGUAGES as FACT_LANGUAGES
from assistant.facts import Fact, find
from assistant.models.extract import ExtractReader
from index import Chunk

from .strings import strings

if TYPE_CHECKING:
    from assistant.engine import Assistant

MOST = 4
_READ = 400  # passages looked at: enough to know what a folder is about
_TRIED = 10  # candidates asked before giving up
_NEAR = 120  # characters between an amount and the name it is said of


def suggestions(assistant: Assistant, chunks: Sequence[Chunk], language: str) -> list[str]:
    """Draw questions from passages, and keep those that the built-in reader can answer.

    Args:
        assistant: whose documents they are; its own model is not asked.
        chunks: passages of the folder.
        language: of the questions.

    Returns:
        At most :data:`MOST` questions, each about another name.
    """
    reader = with_reader(assistant)
    kept: list[str] = []
    for question in _first(_questions(chunks, language), _TRIED):
        if not reader.ask(question).declined:
            kept.append(question)
        if len(kept) == MOST:
            break
    return kept


def with_reader(assistant: Assistant) -> Assistant:
    """The same documents, answered by the built-in reader: no language model is asked or paid."""
    return type(assistant)(assistant.index, ExtractReader(), assistant.settings)


def _first(questions: Iterator[str], count: int) -> Iterator[str]:
    for question, _ in zip(questions, range(count), strict=False):
        yield question


def _questions(chunks: Sequence[Chunk], language: str) -> Iterator[str]:
    """Amounts and names in turn, the most spoken of first."""
    names, amounts = _spoken_of(chunks[:_READ], language)
    asked: set[str] = set()
    said = strings(language)
    while names or amounts:
        for form, left in (("ask_amount", amounts), ("ask_about", names)):
            while left and left[0] in asked:
                left.pop(0)
            if left:
                name = left.pop(0)
                asked.add(name)
                yield said[form].format(name=name)


def _spoken_of(chunks: Sequence[Chunk], language: str) -> tuple[list[str], list[str]]:
    """Names by how many documents and passages speak of them; those with an amount near.

    A name is taken as it is written in the question's language, or in more than one: nobody asks
    in English about "Chine".
    """
    files: dict[str, set[str]] = defaultdict(set)
    spoken_in: dict[str, set[str]] = defaultdict(set)
    passages: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    amounts: set[str] = set()
    for chunk in chunks:
        if chunk.kind != "article" or chunk.language not in FACT_LANGUAGES:
            continue
        facts = find(chunk.text, chunk.language)
        named = [fact for fact in facts if _speaks(fact)]
        for fact in named:
            files[fact.key].add(chunk.file)
            spoken_in[fact.key].add(chunk.language)
            forms[fact.key][fact.text] += 1
        passages.update({fact.key for fact in named})
        for money in (f for f in facts if f.kind == "money"):
            before = [f for f in named if 0 <= money.start - f.end <= _NEAR]
            amounts.update({f.key for f in before[-1:]})

    def weight(key: str) -> tuple[int, int, str]:
        return -len(files[key]), -passages[key], key

    keys = [k for k in files if language in spoken_in[k] or len(spoken_in[k]) > 1]
    keys = sorted(keys or files, key=weight)
    shown = {key: forms[key].most_common(1)[0][0] for key in keys}
    # One word with a capital, said once, may be any word that begins a sentence.
    sure = [key for key in keys if passages[key] > 1 or " " in shown[key]] or keys
    return [shown[key] for key in sure], [shown[key] for key in sure if key in amounts]


def _speaks(fact: Fact) -> bool:
    """A name to ask about: not a place, which half the folder names, nor an abbreviation."""
    is_name = fact.kind == "name" and fact.unit != "place" and "\n" not in fact.text
    return is_name and not (fact.text.isupper() and len(fact.text) < 5)
