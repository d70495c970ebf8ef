"""Four small sources, and a check small enough to follow by eye."""

import re

from assistant import Support
from assistant.citing.citations import cite
from assistant.models.seam import Passage
from index import Hit

SOURCES = {
    "fr.txt": (
        "Vladimir Poutine a signé un décret.\nLa Sberbank participera aux travaux. "
        "Il souhaite « la poursuite de la coopération avec Pékin » dans ce domaine. "
        "La Banque de Chine investira 138 milliards de dollars."
    ),
    "it.txt": (
        "Il governo italiano osserva la situazione. La Russia ha firmato un accordo con la Cina. "
        "Il valore è di 300 milioni di euro."
    ),
    "de.txt": (
        "Am 3. März traf Dr. Müller die Delegation. Die Regierung plant neue Rechenzentren. "
        "Sie kosten 11 Milliarden Euro. Das gab die „Zentralbank der Rus-\nsischen Föderation“ "
        "bekannt."
    ),
    "en.txt": "The council met on Monday. It approved the new bridge. The bridge costs 12 million.",
}
LANGUAGES = {file: file[:2] for file in SOURCES}


def passages(*files):
    return [
        Passage(i, Hit(file, 0, len(SOURCES[file]), SOURCES[file], 1.0, LANGUAGES[file], file))
        for i, file in enumerate(files or SOURCES, start=1)
    ]


def words(text):
    found = re.findall(r"\w+", text.replace("-\n", "").casefold())
    return {word for word in found if len(word) > 3 or word.isdigit()}


def check(claim, quotes):
    """Supported if every longer word and every figure is there; other figures contradict."""
    said, there = words(claim), words(" ".join(quote.text for quote in quotes))
    missing = said - there
    if not missing:
        return Support("supported")
    if all(word.isdigit() for word in missing):
        return Support("contradicted", ("another figure",))
    return Support("unsupported", ("not there",))


def traced(reply, *files, verdict=check):
    return cite(reply, passages(*files), SOURCES.__getitem__, verdict, language="en")


def quotes(claim):
    return [SOURCES[span.file][span.start : span.end] for span in claim.spans]
