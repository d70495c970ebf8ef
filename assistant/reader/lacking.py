"""What the passages plainly lack, so that no likelihood can make an answer of them.

Four things are told apart, because a reader can be told which: a name of the question that nothing
found names; no fact of the kind that is asked for; no reason where one is asked for; and a source
that says the opposite of what the question takes for granted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.facts.polarity import direction, reversals

from .asked import Asked
from .holding import FIGURES, known
from .lines import NAMED, Page

_SAYS = {
    "name": {
        "en": "No passage found names {what}.",
        "fr": "Aucun passage trouvé ne nomme {what}.",
        "de": "Keine gefundene Stelle nennt {what}.",
        "it": "Nessun passo trovato nomina {what}.",
    },
    "money": {
        "en": "No passage found gives an amount of money for it.",
        "fr": "Aucun passage trouvé n'en donne le montant.",
        "de": "Keine gefundene Stelle nennt einen Betrag dafür.",
        "it": "Nessun passo trovato ne indica l'importo.",
    },
    "figure": {
        "en": "No passage found gives such a figure.",
        "fr": "Aucun passage trouvé ne donne un tel chiffre.",
        "de": "Keine gefundene Stelle nennt eine solche Zahl.",
        "it": "Nessun passo trovato dà una cifra del genere.",
    },
    "share": {
        "en": "No passage found gives a share.",
        "fr": "Aucun passage trouvé ne donne de pourcentage.",
        "de": "Keine gefundene Stelle nennt einen Anteil.",
        "it": "Nessun passo trovato indica una percentuale.",
    },
    "date": {
        "en": "No passage found gives a date for it.",
        "fr": "Aucun passage trouvé n'en donne la date.",
        "de": "Keine gefundene Stelle nennt eine Zeit dafür.",
        "it": "Nessun passo trovato ne indica la data.",
    },
    "person": {
        "en": "No passage found names the person.",
        "fr": "Aucun passage trouvé ne nomme la personne.",
        "de": "Keine gefundene Stelle nennt die Person.",
        "it": "Nessun passo trovato nomina la persona.",
    },
    "place": {
        "en": "No passage found names the place.",
        "fr": "Aucun passage trouvé ne nomme le lieu.",
        "de": "Keine gefundene Stelle nennt den Ort.",
        "it": "Nessun passo trovato nomina il luogo.",
    },
    "cause": {
        "en": "The nearest passage gives no reason.",
        "fr": "Le passage le plus proche ne donne pas de raison.",
        "de": "Die nächstliegende Stelle nennt keinen Grund.",
        "it": "Il passo più vicino non dà una ragione.",
    },
    "reversed": {
        "en": "The nearest passage says the opposite of what the question takes for granted.",
        "fr": "Le passage le plus proche dit le contraire de ce que la question suppose.",
        "de": "Die nächstliegende Stelle sagt das Gegenteil dessen, was die Frage annimmt.",
        "it": "Il passo più vicino dice il contrario di ciò che la domanda dà per scontato.",
    },
}


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is not there."""

    kind: str
    """``name``, ``reversed``, or the kind of thing asked for that is not held."""
    what: str = ""
    """The name that nobody names."""

    def say(self, language: str) -> str:
        """Tell a reader, in one sentence of their language."""
        forms = _SAYS[self.kind]
        return forms.get(language, forms["en"]).format(what=self.what)


def lacking(asked: Asked, page: Page, top: int) -> Lacking | None:
    """Find what is plainly missing; None if nothing is.

    Args:
        asked: the question.
        page: what was seen of the passages.
        top: the likeliest line.
    """
    for row, word in enumerate(asked.words[: len(page.matches)]):
        if asked.is_name(word) and max(page.matches[row].max(), page.told[row].max()) < NAMED:
            return Lacking("name", word)
    everywhere = asked.kind == "comparison"
    phrases = page.feature("file_phrases")
    if asked.phrases and (phrases.max() if everywhere else phrases[top]) < NAMED:
        return Lacking("name", _as_written(asked.text, asked.phrases[0]))
    if _reversed(asked, page, top):
        return Lacking("reversed")
    needed = asked.kind in FIGURES or asked.kind == "cause" or asked.wants_a_name
    if needed and page.feature("type")[top] == 0:
        return Lacking(asked.kind)
    return None


def _as_written(question: str, phrase: Sequence[str]) -> str:
    start = question.index(phrase[0])
    return question[start : question.index(phrase[-1], start) + len(phrase[-1])]


def _reversed(asked: Asked, page: Page, top: int) -> bool:
    """Whether the question denies or opposes what the line says; that it asks more is no matter."""
    line = page.lines[top]
    quote = direction(line.text, known(line.passage.hit.language))
    question = direction(asked.text, known(asked.language))
    turned = reversals(question, [quote], abroad=False)
    # *How many drowned?* is answered by *nobody was hurt*.
    return any(reason.why != "denied" for reason in turned)
