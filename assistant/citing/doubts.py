"""What is said about a citation that is not as the model gave it, in the four languages."""

from __future__ import annotations

from typing import Literal

from assistant.answers import Support, Verdict
from assistant.facts.reasons import Reason, tell
from assistant.facts.text.tongue import told

Doubt = Literal[
    "uncited",
    "unquoted",
    "moved",
    "beside",
    "accents",
    "worn",
    "stale",
    "unsaid",
    "invented",
    "judged",
    "judged_because",
]

_DOUBTS: dict[Doubt, dict[str, str]] = {
    "uncited": {
        "en": "no source was given for this sentence",
        "fr": "aucune source n'est donnée pour cette phrase",
        "de": "für diesen Satz wurde keine Quelle genannt",
        "it": "per questa frase non è indicata alcuna fonte",
    },
    "unquoted": {
        "en": "these words are in no source, so they are not shown as a quotation: {words}",
        "fr": "ces mots ne sont dans aucune source ; ils perdent leurs guillemets : {words}",
        "de": "diese Worte stehen in keiner Quelle, daher ohne Anführungszeichen: {words}",
        "it": "queste parole non sono in nessuna fonte, perciò senza virgolette: {words}",
    },
    "unsaid": {
        "en": "the source shown does not say so in these words; they lose their marks: {words}",
        "fr": "la source affichée ne dit pas ces mots ; ils perdent leurs guillemets : {words}",
        "de": "so steht es nicht in der gezeigten Quelle, daher ohne Anführungszeichen: {words}",
        "it": "la fonte mostrata non usa queste parole, perciò senza virgolette: {words}",
    },
    "invented": {
        "en": "names an address or a file that is not in the source: {words}",
        "fr": "cite une adresse ou un fichier que la source ne contient pas : {words}",
        "de": "nennt eine Adresse oder Datei, die nicht in der Quelle steht: {words}",
        "it": "cita un indirizzo o un file che non è nella fonte: {words}",
    },
    "moved": {
        "en": "the model named another source; the words are in the one shown",
        "fr": "le modèle indiquait une autre source ; ces mots sont dans celle affichée",
        "de": "das Modell nannte eine andere Quelle; die Worte stehen in der gezeigten",
        "it": "il modello indicava un'altra fonte; le parole sono in quella mostrata",
    },
    "beside": {
        "en": "beside the quotation, this rests on a source that the model did not name",
        "fr": "outre la citation, ceci s'appuie sur une source que le modèle n'a pas indiquée",
        "de": "neben dem Zitat stützt sich dies auf eine Quelle, die das Modell nicht nannte",
        "it": "oltre alla citazione, ciò si basa su una fonte che il modello non ha indicato",
    },
    "accents": {
        "en": "the quotation differs from the source in its accents",
        "fr": "la citation diffère de la source par ses accents",
        "de": "das Zitat weicht in den Akzenten von der Quelle ab",
        "it": "la citazione differisce dalla fonte negli accenti",
    },
    "worn": {
        "en": "the same place in the source was already given for {count} other sentences",
        "fr": "le même passage est déjà donné pour {count} autres phrases",
        "de": "dieselbe Stelle wurde schon für {count} andere Sätze genannt",
        "it": "lo stesso passo è già indicato per altre {count} frasi",
    },
    "stale": {
        "en": "the source has changed since it was read",
        "fr": "la source a changé depuis sa lecture",
        "de": "die Quelle hat sich seit dem Einlesen geändert",
        "it": "la fonte è cambiata da quando è stata letta",
    },
    "judged": {
        "en": "{model}, asked as judge, does not find this in the source",
        "fr": "{model}, consulté comme juge, ne trouve pas cela dans la source",
        "de": "{model}, als Prüfer gefragt, findet das nicht in der Quelle",
        "it": "{model}, interpellato come giudice, non lo trova nella fonte",
    },
    "judged_because": {
        "en": "{model}, asked as judge, does not find this in the source: {reason}",
        "fr": "{model}, consulté comme juge, ne trouve pas cela dans la source : {reason}",
        "de": "{model}, als Prüfer gefragt, findet das nicht in der Quelle: {reason}",
        "it": "{model}, interpellato come giudice, non lo trova nella fonte: {reason}",
    },
}


_MARKS: dict[Verdict, dict[str, str]] = {
    "supported": {},
    "contradicted": {
        "en": "(the source says otherwise)",
        "fr": "(la source dit autre chose)",
        "de": "(die Quelle sagt etwas anderes)",
        "it": "(la fonte dice altro)",
    },
    "unsupported": {
        "en": "(not confirmed by the sources)",
        "fr": "(non confirmé par les sources)",
        "de": "(durch die Quellen nicht belegt)",
        "it": "(non confermato dalle fonti)",
    },
}


def mark(support: Support, language: str | None) -> str:
    """What stands behind a statement in an answer's text; empty for what is supported.

    What states nothing, such as a heading, has no mark either.
    """
    forms = _MARKS[support.verdict]
    tongue = told(language) or "en"
    if not forms or support.problems == (tell(Reason("no_statement"), tongue),):
        return ""
    return forms[tongue]


def doubt(kind: Doubt, language: str | None, **values: object) -> str:
    """Return the reason in a language; one we do not speak falls back to English."""
    forms = _DOUBTS[kind]
    return forms.get(language or "en", forms["en"]).format(**values)
