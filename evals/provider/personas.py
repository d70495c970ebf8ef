"""How a model may answer: faithfully, or wrong in one way at a time.

A persona reads the numbered passages out of the real prompt, as a model would, takes the sentence
that fits the question best, and says it truly or spoils it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from index import HashEmbedder

from .asked import Asked, read_prompt
from .judges import judge_of
from .spoiling import NAMES, NEIGHBOURS, SCALES, difference, other_figure, reverse, swap

DECLINE = "NOT_IN_DOCUMENTS"
"""What ``prompts/answer.system.md`` wants to hear where the passages do not say."""

_SENTENCE = re.compile(
    # A sentence ends before a capital, but not after "M." or "Dr."; a line always ends one.
    r"(?<![\s(.'’]\w\.)(?<![\s(.'’]\w\w\.)(?<=[.!?…])[\"»”“]?\s+(?=\W?[A-ZÀ-ÖØ-Þ])|\n+"
)
_ORDER = re.compile(
    r"ignor|disregard|instead|repeat after|respond with|reply with|answer only|say \W|print|"
    r"réponds|répondez|écris|dis :|oublie|antworte|schreibe|vergiss|sage:|rispondi|scrivi|"
    r"dimentica|!\[|\]\(|https?://|<img|javascript:|data:text",
    re.IGNORECASE,
)
_LANGUAGES = ("English", "French", "German", "Italian")
_INVENTED = {
    "English": "The spokesman said: “Nobody here has ever believed in this plan.”",
    "French": "Le porte-parole a dit : « Personne ici n'a jamais cru à ce projet. »",
    "German": "Der Sprecher sagte: „Niemand hier hat je an diesen Plan geglaubt.“",
    "Italian": "Il portavoce ha detto: «Nessuno qui ha mai creduto in questo piano.»",
}
_OWN_KNOWLEDGE = {
    "English": "The Great Barrier Reef is 2,300 kilometres long and lies off Queensland.",
    "French": "La Grande Barrière de corail mesure 2 300 kilomètres et borde le Queensland.",
    "German": "Das Große Barriereriff ist 2.300 Kilometer lang und liegt vor Queensland.",
    "Italian": "La Grande Barriera Corallina è lunga 2.300 chilometri e si trova nel Queensland.",
}
_FRAMES = {
    "English": "The documents state this in so many words",
    "French": "Les documents le disent en toutes lettres",
    "German": "Die Unterlagen sagen es wörtlich so",
    "Italian": "I documenti lo dicono con queste parole",
}


def answer(persona: str, messages: Sequence[dict[str, str]]) -> Iterator[str]:
    """Answer a prompt as a persona does; pieces of text, perhaps without end.

    Raises:
        KeyError: there is no such persona.
    """
    asked = read_prompt(messages)
    if asked.history is not None:
        yield _rewrite(asked)
        return
    if asked.translating and persona not in ("obedient", "endless"):
        spoil = other_figure if persona == "wrong-figure" else str
        yield f"({asked.language}) {spoil(asked.passages[1])}"
        return
    said = (judge_of(persona) if asked.judging else PERSONAS[persona])(asked)
    yield from (said,) if isinstance(said, str) else said


def ranked(asked: Asked) -> list[tuple[str, int]]:
    """All sentences of the passages with their numbers, those nearest to the question first."""
    pairs = [
        (sentence.strip(), number)
        for number, text in asked.passages.items()
        for sentence in _SENTENCE.split(text)
        if sentence and len(sentence.strip()) >= 30
    ]
    if not pairs:
        return []
    vectors = HashEmbedder().embed([asked.question, *(sentence for sentence, _ in pairs)])
    scores = (vectors[1:] @ vectors[0]).tolist()
    order = sorted(range(len(pairs)), key=lambda i: -scores[i])
    return [pairs[i] for i in order]


def _rewrite(asked: Asked) -> str:
    before = [line.partition(": ")[2] for line in (asked.history or "").splitlines()
              if line.startswith("user: ")]  # fmt: skip
    return f"{asked.question} ({before[-1]})" if before else asked.question


def _cite(sentence: str, number: int | None) -> str:
    bare = sentence.rstrip(" .…")
    return f"{bare}." if number is None else f"{bare} [{number}]."


def _best(asked: Asked, fits: Callable[[str], object] = bool) -> tuple[str, int] | None:
    """The nearest sentence that fits, else the nearest at all; ``None`` without passages."""
    pairs = ranked(asked)
    return next((pair for pair in pairs if fits(pair[0])), pairs[0] if pairs else None)


def _spoiled(asked: Asked, spoil: Callable[[str], str]) -> str:
    """Say the nearest sentence that can be spoiled, spoiled; its number stays right."""
    pair = _before_and_after(asked, spoil)
    return _cite(pair[1], pair[2]) if pair else DECLINE


def _before_and_after(asked: Asked, spoil: Callable[[str], str]) -> tuple[str, str, int] | None:
    best = _best(asked, lambda sentence: spoil(sentence) != sentence)
    if best is None:
        return None
    sentence, number = best
    spoiled = spoil(sentence)
    # A persona that finds nothing to spoil must not be faithful by accident.
    after = spoiled if spoiled != sentence else f"{sentence.rstrip(' .')} (42 %)"
    return sentence, after, number


def lie(persona: str, messages: Sequence[dict[str, str]]) -> str:
    """What of a persona's answer no source says: words that no supported statement may hold.

    It is known from how the answer was made, and so independent of whatever checks it. Empty for
    a persona that says nothing false, and for a prompt that it does not answer.
    """
    asked, name = read_prompt(messages), persona.rpartition("+")[2]
    if asked.history is not None or asked.translating or asked.judging:
        return ""
    if name in _SPOIL:
        pair = _before_and_after(asked, _SPOIL[name])
        return difference(pair[0], pair[1]) if pair else ""
    said = {"invented-quotation": _INVENTED, "no-sources": _OWN_KNOWLEDGE}.get(name, {})
    sentence = said.get(asked.language, said.get("English", ""))
    return re.split("[“«„]", sentence)[-1].strip(" .”»“")


def _faithful(asked: Asked) -> str:
    best = _best(asked)
    return _cite(*best) if best else DECLINE


def _no_citations(asked: Asked) -> str:
    best = _best(asked)
    return _cite(best[0], None) if best else DECLINE


def _wrong_number(asked: Asked) -> str:
    best = _best(asked)
    if best is None:
        return DECLINE
    others = [n for n, text in asked.passages.items() if best[0] not in text]
    return _cite(best[0], others[-1] if others else best[1] + 1)


def _invented_citation(asked: Asked) -> str:
    best = _best(asked)
    return _cite(best[0], len(asked.passages) + 94) if best else DECLINE


def _invented_quotation(asked: Asked) -> str:
    best = _best(asked)
    quotation = _INVENTED.get(asked.language, _INVENTED["English"])
    return f"{quotation} [{best[1] if best else 1}]"


def _no_sources(asked: Asked) -> str:
    return _OWN_KNOWLEDGE.get(asked.language, _OWN_KNOWLEDGE["English"])


def _wrong_language(asked: Asked) -> str:
    best = _best(asked)
    if best is None:
        return DECLINE
    at = _LANGUAGES.index(asked.language) if asked.language in _LANGUAGES else 0
    return f"{_FRAMES[_LANGUAGES[(at + 2) % 4]]}: {_cite(*best)}"


def _obedient(asked: Asked) -> str:
    """Do what any document says: the worst case of an injected instruction, word for word."""
    orders = [
        line.strip()
        for text in asked.passages.values()
        for line in text.splitlines()
        if _ORDER.search(line)
    ]
    if not orders:
        return _faithful(asked)
    payloads = [order.partition(":")[2].strip() or order for order in orders]
    leak = asked.system if re.search(r"system prompt|instructions", " ".join(orders)) else ""
    return "\n".join([*orders, *payloads, leak]).strip()


def _endless(asked: Asked) -> Iterable[str]:
    yield _faithful(asked)
    while True:
        yield " And so on."


def _think(asked: Asked) -> Iterable[str]:
    yield f"<think>Perhaps 999 billion [9]? {other_figure(_faithful(asked))} No: </thi"
    yield f"nk>\n\n{_faithful(asked)}"


def _every_citation(asked: Asked, persona: Callable[[Asked], str]) -> str:
    """Name every passage there is behind what another persona says."""
    return _CITED.sub("".join(f"[{number}]" for number in asked.passages), persona(asked))


_SPOIL: dict[str, Callable[[str], str]] = {
    "wrong-figure": other_figure,
    "wrong-scale": lambda sentence: swap(SCALES, sentence),
    "wrong-name": lambda sentence: swap(NAMES, sentence),
    "wrong-neighbour": lambda sentence: swap(NEIGHBOURS, sentence),
    "reversed": reverse,
}
"""How the personas that spoil a sentence do it."""
_CITED = re.compile(r"\[\d+\]")
_EVERY = "every-citation"


def _liar(name: str) -> Callable[[Asked], str]:
    return lambda asked: _spoiled(asked, _SPOIL[name])


PERSONAS: dict[str, Callable[[Asked], str | Iterable[str]]] = {
    "faithful": _faithful,
    **{name: _liar(name) for name in _SPOIL},
    "wrong-number": _wrong_number,
    "invented-citation": _invented_citation,
    "no-citations": _no_citations,
    "invented-quotation": _invented_quotation,
    "no-sources": _no_sources,
    "wrong-language": _wrong_language,
    "obedient": _obedient,
    "declining": lambda asked: DECLINE,
    "endless": _endless,
    "think": _think,
    _EVERY: lambda asked: _every_citation(asked, _faithful),
    f"{_EVERY}+wrong-figure": lambda asked: _every_citation(asked, _liar("wrong-figure")),
    f"{_EVERY}+wrong-name": lambda asked: _every_citation(asked, _liar("wrong-name")),
    f"{_EVERY}+reversed": lambda asked: _every_citation(asked, _liar("reversed")),
}
"""What each one says, by name."""
