"""What may be lacking for an answer, and how a reader is told so."""

from __future__ import annotations

from dataclasses import dataclass

_SAYS = {
    "bare": {
        "en": "The question does not say what it is about.",
        "fr": "La question ne dit pas de quoi elle parle.",
        "de": "Die Frage sagt nicht, worum es geht.",
        "it": "La domanda non dice di che cosa parla.",
    },
    "name": {
        "en": "No passage found names {what}.",
        "fr": "Aucun passage trouvé ne nomme {what}.",
        "de": "Keine gefundene Stelle nennt {what}.",
        "it": "Nessun passo trovato nomina {what}.",
    },
    "apart": {
        "en": "No document found speaks of all of this together: {what}.",
        "fr": "Aucun document trouvé ne parle de tout cela à la fois : {what}.",
        "de": "Kein gefundenes Dokument spricht von alledem zugleich: {what}.",
        "it": "Nessun documento trovato parla di tutto questo insieme: {what}.",
    },
    "around": {
        "en": "Only a comment or the page around an article names {what}.",
        "fr": "Seul un commentaire, ou la page autour d'un article, nomme {what}.",
        "de": "Nur ein Kommentar oder die Seite um einen Artikel herum nennt {what}.",
        "it": "Solo un commento, o la pagina intorno a un articolo, nomina {what}.",
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
    "unsaid": {
        "en": "No passage found is about what is asked.",
        "fr": "Aucun passage trouvé ne parle de ce qui est demandé.",
        "de": "Keine gefundene Stelle spricht von dem, wonach gefragt ist.",
        "it": "Nessun passo trovato parla di ciò che è chiesto.",
    },
    "untold": {
        "en": "The nearest passage says nothing of “{what}”.",
        "fr": "Le passage le plus proche ne dit rien de « {what} ».",
        "de": "Die nächstliegende Stelle sagt nichts von „{what}“.",
        "it": "Il passo più vicino non dice nulla di «{what}».",
    },
    "thing": {
        "en": "What comes nearest is not said of this: {what}.",
        "fr": "Le plus proche n'est pas dit de ceci : {what}.",
        "de": "Das Nächstliegende ist nicht hiervon gesagt: {what}.",
        "it": "Ciò che più si avvicina non è detto di questo: {what}.",
    },
    "unsaid_by": {
        "en": "What comes nearest is not said by this source: {what}.",
        "fr": "Le plus proche n'est pas dit par cette source : {what}.",
        "de": "Das Nächstliegende sagt nicht diese Quelle: {what}.",
        "it": "Ciò che più si avvicina non è detto da questa fonte: {what}.",
    },
    "planned": {
        "en": "The nearest passage tells only of what is still to come.",
        "fr": "Le passage le plus proche ne parle que de ce qui est à venir.",
        "de": "Die nächstliegende Stelle spricht nur von dem, was noch kommen soll.",
        "it": "Il passo più vicino parla solo di ciò che deve ancora avvenire.",
    },
    "called": {
        "en": "The nearest passage does not give the name.",
        "fr": "Le passage le plus proche ne donne pas le nom.",
        "de": "Die nächstliegende Stelle nennt den Namen nicht.",
        "it": "Il passo più vicino non dà il nome.",
    },
    "other": {
        "en": "The nearest passage tells of another one.",
        "fr": "Le passage le plus proche parle d'un autre.",
        "de": "Die nächstliegende Stelle spricht von einem anderen.",
        "it": "Il passo più vicino parla di un altro.",
    },
    "cause": {
        "en": "The nearest passage gives no reason.",
        "fr": "Le passage le plus proche ne donne pas de raison.",
        "de": "Die nächstliegende Stelle nennt keinen Grund.",
        "it": "Il passo più vicino non dà una ragione.",
    },
    "rank": {
        "en": "No passage found tells which one was “{what}”.",
        "fr": "Aucun passage trouvé ne dit rien de « {what} ».",
        "de": "Keine gefundene Stelle sagt etwas von „{what}“.",
        "it": "Nessun passo trovato dice qualcosa di «{what}».",
    },
    "year": {
        "en": "The nearest passage tells of another year than {what}.",
        "fr": "Le passage le plus proche parle d'une autre année que {what}.",
        "de": "Die nächstliegende Stelle spricht von einem anderen Jahr als {what}.",
        "it": "Il passo più vicino parla di un anno diverso dal {what}.",
    },
    "span": {
        "en": "The nearest passage tells it for another time: {what}.",
        "fr": "Le passage le plus proche le dit pour une autre durée : {what}.",
        "de": "Die nächstliegende Stelle sagt es für eine andere Zeit: {what}.",
        "it": "Il passo più vicino lo dice per un altro periodo: {what}.",
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
    """``name``, ``around`` (only comments and the like name it), ``apart`` (no document names all
    of it), ``reversed``, ``planned`` (it is still to come), ``called`` (no name is given),
    ``unsaid_by`` (another one says it, or nobody), ``thing`` and ``other`` (of something else),
    ``unsaid``, ``bare`` (it is not said what is asked about), or the kind of thing asked for that
    is not held."""
    what: str = ""
    """The name that nobody names, or the names, the rank, the year, the time told instead."""

    def say(self, language: str) -> str:
        """Tell a reader, in one sentence of their language."""
        forms = _SAYS[self.kind]
        return forms.get(language, forms["en"]).format(what=self.what)
