"""Why a reply is not whole, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

_ENDINGS: Mapping[str, Mapping[str, str]] = {
    "broken": {
        "en": "the connection ended before the answer did.",
        "fr": "la connexion s'est terminée avant la réponse.",
        "de": "die Verbindung endete vor der Antwort.",
        "it": "la connessione è finita prima della risposta.",
    },
    "fault": {
        "en": "the answer broke off ({detail}).",
        "fr": "la réponse s'est interrompue ({detail}).",
        "de": "die Antwort brach ab ({detail}).",
        "it": "la risposta si è interrotta ({detail}).",
    },
    "deadline": {
        "en": "the {detail} s allowed were over before it was complete.",
        "fr": "les {detail} s accordées étaient écoulées avant la fin.",
        "de": "die erlaubten {detail} s waren vorher um.",
        "it": "i {detail} s concessi sono scaduti prima della fine.",
    },
    "length": {
        "en": "the model reached its length limit.",
        "fr": "le modèle a atteint sa longueur limite.",
        "de": "das Modell hat seine Längengrenze erreicht.",
        "it": "il modello ha raggiunto il suo limite di lunghezza.",
    },
    "filter": {
        "en": "the provider's content filter stopped it.",
        "fr": "le filtre de contenu du fournisseur l'a arrêtée.",
        "de": "der Inhaltsfilter des Anbieters hat sie gestoppt.",
        "it": "il filtro dei contenuti del fornitore l'ha fermata.",
    },
    "tool": {
        "en": "the model tried to call a tool instead of finishing.",
        "fr": "le modèle a voulu appeler un outil au lieu de terminer.",
        "de": "das Modell wollte ein Werkzeug aufrufen, statt sie zu beenden.",
        "it": "il modello ha tentato di chiamare uno strumento invece di finire.",
    },
    "loop": {
        "en": "the model began to repeat itself and was stopped.",
        "fr": "le modèle a commencé à se répéter et a été arrêté.",
        "de": "das Modell begann sich zu wiederholen und wurde gestoppt.",
        "it": "il modello ha iniziato a ripetersi ed è stato fermato.",
    },
    "too-much": {
        "en": "the model wrote more than an answer can hold; the rest was left out.",
        "fr": "le modèle a écrit plus qu'une réponse ne peut contenir ; le reste est omis.",
        "de": "das Modell schrieb mehr, als eine Antwort fasst; der Rest wurde weggelassen.",
        "it": "il modello ha scritto più di quanto una risposta contenga; il resto è omesso.",
    },
    "other": {
        "en": "the provider stopped it ({detail}).",
        "fr": "le fournisseur l'a arrêtée ({detail}).",
        "de": "der Anbieter hat sie gestoppt ({detail}).",
        "it": "il fornitore l'ha fermata ({detail}).",
    },
}

WHOLE = frozenset({"stop", "eos", "eos_token", "end_turn", "stop_sequence"})
"""Providers' words for an answer that ended because it was done."""

_WORDS = {
    "": "broken",
    "length": "length",
    "max_tokens": "length",
    "model_length": "length",
    "content_filter": "filter",
    "tool_calls": "tool",
    "function_call": "tool",
}


def ending(finish_reason: str) -> str:
    """Which of our endings a provider's word for one is; empty for a whole answer."""
    return "" if finish_reason in WHOLE else _WORDS.get(finish_reason, "other")


def explain(which: str, language: str, detail: str = "") -> str:
    """Say why a reply is not whole, as the end of a sentence, in one of the four languages."""
    texts = _ENDINGS[which]
    return texts.get(language, texts["en"]).replace("{detail}", detail)
