"""What the program itself says to readers, in the four languages."""

from __future__ import annotations

from typing import Literal

Phrase = Literal[
    "declined",
    "nearest",
    "nothing_supported",
    "cut",
    "withheld",
    "prompt_cut",
    "other_language",
    "empty_folder",
    "filtered",
    "thanks",
    "hello",
    "about_me",
    "foreign",
    "unread",
    "unread_one",
    "unread_question",
    "unread_source",
    "not_asked",
    "nothing_of_it",
    "not_judged",
    "no_time",
]

_PHRASES: dict[Phrase, dict[str, str]] = {
    "declined": {
        "en": "The documents do not answer this question.",
        "fr": "Les documents ne répondent pas à cette question.",
        "de": "Die Dokumente beantworten diese Frage nicht.",
        "it": "I documenti non rispondono a questa domanda.",
    },
    "nearest": {
        "en": "What comes nearest is shown below.",
        "fr": "Le plus proche est ci-dessous.",
        "de": "Das Nächstliegende steht darunter.",
        "it": "Sotto c'è ciò che più si avvicina.",
    },
    "nothing_supported": {
        "en": "No statement of the answer is supported by the documents, so none is shown.",
        "fr": "Aucune affirmation de la réponse n'est étayée par les documents ; aucune n'est "
        "donc donnée.",
        "de": "Keine Aussage der Antwort ist durch die Dokumente belegt; daher wird keine gezeigt.",
        "it": "Nessuna affermazione della risposta è sostenuta dai documenti, perciò non se ne "
        "mostra nessuna.",
    },
    "cut": {
        "en": "The answer is incomplete",
        "fr": "La réponse est incomplète",
        "de": "Die Antwort ist unvollständig",
        "it": "La risposta è incompleta",
    },
    "withheld": {
        "en": "Statements withheld because the sources do not support them: {n}.",
        "fr": "Affirmations retenues, car les sources ne les étayent pas : {n}.",
        "de": "Zurückgehaltene Aussagen, weil die Quellen sie nicht belegen: {n}.",
        "it": "Affermazioni trattenute perché le fonti non le sostengono: {n}.",
    },
    "prompt_cut": {
        "en": "The model's server read {read} of about {sent} tokens: it did not see all passages.",
        "fr": "Le serveur du modèle a lu {read} jetons sur {sent} : il n'a pas vu tout le texte.",
        "de": "Der Server des Modells las {read} von etwa {sent} Token: er sah nicht alle Stellen.",
        "it": "Il server del modello ha letto {read} token su {sent}: non ha visto tutti i passi.",
    },
    "not_judged": {
        "en": "The judge {model} gave no verdict on {n} of the statements; they are shown as the "
        "built-in check found them.",
        "fr": "Le juge {model} ne s'est pas prononcé sur {n} des affirmations ; elles sont "
        "montrées telles que le contrôle intégré les a trouvées.",
        "de": "Der Prüfer {model} hat zu {n} der Aussagen nichts gesagt; sie stehen so da, wie "
        "die eingebaute Prüfung sie fand.",
        "it": "Il giudice {model} non si è espresso su {n} delle affermazioni; sono mostrate "
        "come le ha trovate il controllo incorporato.",
    },
    "no_time": {
        "en": "No time was left before the deadline.",
        "fr": "Il ne restait plus de temps avant l'échéance.",
        "de": "Vor Ablauf der Frist blieb keine Zeit.",
        "it": "Non restava tempo prima della scadenza.",
    },
    "other_language": {
        "en": "The model answered in another language than the question's.",
        "fr": "Le modèle a répondu dans une autre langue que celle de la question.",
        "de": "Das Modell hat in einer anderen Sprache geantwortet als der der Frage.",
        "it": "Il modello ha risposto in una lingua diversa da quella della domanda.",
    },
    "empty_folder": {
        "en": "There are no readable documents in the folder yet.",
        "fr": "Il n'y a pas encore de document lisible dans le dossier.",
        "de": "Im Ordner gibt es noch keine lesbaren Dokumente.",
        "it": "Nella cartella non ci sono ancora documenti leggibili.",
    },
    "filtered": {
        "en": "No passage lies within what the search was narrowed to.",
        "fr": "Aucun passage ne correspond au filtre choisi.",
        "de": "Keine Stelle liegt in dem, worauf die Suche eingegrenzt ist.",
        "it": "Nessun passo rientra nel filtro scelto.",
    },
    "thanks": {
        "en": "You are welcome. Ask about the documents whenever you like.",
        "fr": "Avec plaisir. Interrogez les documents quand vous voulez.",
        "de": "Gern geschehen. Fragen Sie die Dokumente, wann immer Sie möchten.",
        "it": "Prego. Interroga i documenti quando vuoi.",
    },
    "foreign": {
        "en": "The question is in none of English, French, German and Italian; it is answered in "
        "English.",
        "fr": "La question n'est ni en anglais, ni en français, ni en allemand, ni en italien ; la "
        "réponse est en français.",
        "de": "Die Frage ist weder englisch, französisch, deutsch noch italienisch; geantwortet "
        "wird auf Deutsch.",
        "it": "La domanda non è in inglese, francese, tedesco o italiano; la risposta è in "
        "italiano.",
    },
    "unread_question": {
        "en": "The built-in reader does not read the language of this question.",
        "fr": "Le lecteur intégré ne lit pas la langue de cette question.",
        "de": "Der eingebaute Leser liest die Sprache dieser Frage nicht.",
        "it": "Il lettore incorporato non legge la lingua di questa domanda.",
    },
    "unread": {
        "en": "The nearest passages are in a language that the built-in reader does not read.",
        "fr": "Les passages les plus proches sont dans une langue que le lecteur intégré ne lit "
        "pas.",
        "de": "Die nächstliegenden Stellen sind in einer Sprache, die der eingebaute Leser nicht "
        "liest.",
        "it": "I passi più vicini sono in una lingua che il lettore incorporato non legge.",
    },
    "unread_one": {
        "en": "The nearest passage is in a language that the built-in reader does not read.",
        "fr": "Le passage le plus proche est dans une langue que le lecteur intégré ne lit pas.",
        "de": "Die nächstliegende Stelle ist in einer Sprache, die der eingebaute Leser nicht "
        "liest.",
        "it": "Il passo più vicino è in una lingua che il lettore incorporato non legge.",
    },
    "unread_source": {
        "en": "A source is in a language that the built-in reader does not read; it was found by "
        "words that match.",
        "fr": "Une source est dans une langue que le lecteur intégré ne lit pas ; elle a été "
        "trouvée par des mots qui concordent.",
        "de": "Eine Quelle ist in einer Sprache, die der eingebaute Leser nicht liest; gefunden "
        "wurde sie durch gleiche Wörter.",
        "it": "Una fonte è in una lingua che il lettore incorporato non legge; è stata trovata "
        "grazie a parole che coincidono.",
    },
    "not_asked": {
        "en": "The language model was not asked, as nothing of the question was found.",
        "fr": "Le modèle de langue n'a pas été interrogé : rien de la question n'a été trouvé.",
        "de": "Das Sprachmodell wurde nicht gefragt, da nichts von der Frage gefunden wurde.",
        "it": "Il modello linguistico non è stato interrogato: nulla della domanda si trova.",
    },
    "nothing_of_it": {
        "en": "No passage found is about what is asked.",
        "fr": "Aucun passage trouvé ne parle de ce qui est demandé.",
        "de": "Keine gefundene Stelle spricht von dem, wonach gefragt ist.",
        "it": "Nessun passo trovato parla di ciò che è chiesto.",
    },
    "hello": {
        "en": "Hello. Ask a question: the answer quotes the places in the documents that say it.",
        "fr": "Bonjour. Posez une question : la réponse cite les passages des documents qui le "
        "disent.",
        "de": "Guten Tag. Stellen Sie eine Frage: Die Antwort zitiert die Stellen der Dokumente, "
        "an denen es steht.",
        "it": "Buongiorno. Fai una domanda: la risposta cita i passi dei documenti che lo dicono.",
    },
    "about_me": {
        "en": "Attesto answers questions about the documents of a folder, in English, French, "
        "German or Italian. It quotes the places that say it, checks each statement against them, "
        "and says so where the documents do not answer.",
        "fr": "Attesto répond aux questions sur les documents d'un dossier, en français, anglais, "
        "allemand ou italien. Il cite les passages qui le disent, compare chaque affirmation avec "
        "eux, et le dit quand les documents ne répondent pas.",
        "de": "Attesto beantwortet Fragen zu den Dokumenten eines Ordners, auf Deutsch, Englisch, "
        "Französisch oder Italienisch. Es zitiert die Stellen, an denen es steht, vergleicht jede "
        "Aussage mit ihnen und sagt es, wenn die Dokumente nicht antworten.",
        "it": "Attesto risponde a domande sui documenti di una cartella, in italiano, inglese, "
        "francese o tedesco. Cita i passi che lo dicono, confronta con essi ogni affermazione e lo "
        "dice quando i documenti non rispondono.",
    },
}


def say(phrase: Phrase, language: str, **values: object) -> str:
    """Return a phrase in a language; one we do not speak falls back to English."""
    forms = _PHRASES[phrase]
    return forms.get(language, forms["en"]).format(**values)
