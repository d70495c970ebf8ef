"""Ways to make a true sentence false: another figure, scale or name, or the opposite."""

from __future__ import annotations

import re

from index import detect

_NUMBER = re.compile(r"\d+")
SCALES = {
    "milliards": "millions", "milliard": "million", "Milliarden": "Millionen",
    "Milliarde": "Million", "Billionen": "Milliarden", "miliardi": "milioni",
    "miliardo": "milione", "billion": "million", "trillion": "billion", "Mrd": "Mio",
    "millions": "milliards", "million": "billion", "Millionen": "Milliarden",
    "milioni": "miliardi",
}  # fmt: skip
NAMES = {
    "Bank of China": "Bank of Japan", "Vladimir Poutine": "Emmanuel Macron",
    "Wladimir Putin": "Emmanuel Macron", "Vladimir Putin": "Emmanuel Macron",
    "Xi Jinping": "Narendra Modi", "Poutine": "Macron", "Putin": "Macron", "Sberbank": "Gazprom",
    "DeepSeek": "Mistral", "Nvidia": "Intel", "Reuters": "Bloomberg", "Gref": "Miller",
    "Vedyakhin": "Miller", "Chine": "Inde", "Cina": "India", "China": "Indien",
    "Russie": "Turquie", "Russland": "Iran", "Russia": "Turchia", "Moscou": "Paris",
}  # fmt: skip
NEIGHBOURS = {
    "Italien": "Spanien", "Frankreich": "Belgien",
    "Deutschland": "Dänemark", "Allemagne": "Autriche",
    "Germania": "Austria", "Chine": "Corée du Sud", "Cina": "Corea del Sud", "China": "Südkorea",
    "Russie": "Ukraine", "Russia": "Ucraina", "Russland": "Ukraine", "Iran": "Irak",
    "kilometres": "metres", "kilomètres": "mètres", "Kilometer": "Meter", "chilometri": "metri",
    "euros": "dollars", "Euro": "Franken", "euro": "franchi", "francs": "euros",
    "a year": "a month", "par an": "par mois", "pro Jahr": "pro Monat", "all'anno": "al mese",
    "mayor": "governor", "maire": "préfet", "Bürgermeister": "Minister", "sindaco": "prefetto",
    "harbour": "airport", "port": "aéroport", "Hafen": "Bahnhof", "porto": "aeroporto",
    "school": "hospital", "école": "gare", "Schule": "Kirche", "scuola": "chiesa",
}  # fmt: skip
"""A country, a unit, a rate or an office, and its neighbour."""
_REVERSED = {
    "devancent": "suivent", "accroître": "réduire", "d'ordonner": "d'interdire",
    "vient d’annoncer": "vient de démentir", "prévoyons": "refusons", "soutenir": "empêcher",
    "interdits": "autorisés", "veut": "ne veut pas", "a lancé": "n'a jamais lancé",
    "ha ordinato": "ha vietato", "ha rafforzato": "ha indebolito", "hanno limitato":
    "non hanno limitato", "ha affermato": "ha negato", "strebt": "vermeidet",
    "gegeben": "verweigert", "kooperiere": "nicht kooperiere", "ordered": "forbade",
    "announced": "denied", "signed": "refused to sign", "rose": "fell", "increased": "decreased",
}  # fmt: skip
_DENIED = {
    "fr": {" est ": " n'est pas ", " sont ": " ne sont pas ", " a ": " n'a pas ",
           " ont ": " n'ont pas ", " peut ": " ne peut pas "},
    "de": {" ist ": " ist nicht ", " hat ": " hat nie ", " sind ": " sind nicht ",
           " haben ": " haben nie ", " wird ": " wird nicht "},
    "it": {" è ": " non è ", " ha ": " non ha ", " sono ": " non sono ", " hanno ": " non hanno "},
    "en": {" is ": " is not ", " are ": " are not ", " has ": " has never ",
           " was ": " was not ", " will ": " will not ", " were ": " were not "},
}  # fmt: skip
"""Verbs and their denials, by language; read the other way round they take a denial out."""


def swap(table: dict[str, str], sentence: str) -> str:
    """Replace the first entry of the table that the sentence holds, wherever it stands."""
    for old, new in table.items():
        begin = r"(?<!\w)" if old[0].isalnum() else ""
        end = r"(?!\w)" if old[-1].isalnum() else ""
        found = re.search(f"{begin}{re.escape(old)}{end}", sentence)
        if found:
            return f"{sentence[: found.start()]}{new}{sentence[found.end() :]}"
    return sentence


def other_figure(sentence: str) -> str:
    """Change the last digit of the first figure."""

    def shift(match: re.Match[str]) -> str:
        return f"{match[0][:-1]}{(int(match[0][-1]) + 3) % 10}"

    return _NUMBER.sub(shift, sentence, count=1)


def reverse(sentence: str) -> str:
    """Say the opposite: without the denial that the sentence has, or with one that it has not."""
    table = _DENIED.get(detect(sentence), {})
    plain = swap({denied: verb for verb, denied in table.items()}, sentence)
    if plain != sentence:
        return plain
    turned = swap(_REVERSED, sentence)
    return turned if turned != sentence else swap(table, sentence)


def difference(before: str, after: str) -> str:
    """The words that a spoiled sentence has otherwise, with one word of what is around them."""
    old, new = before.split(), after.split()
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    ends = zip(reversed(old[same:]), reversed(new[same:]), strict=False)
    tail = next((i for i, (a, b) in enumerate(ends) if a != b), min(len(old), len(new)) - same)
    return " ".join(new[max(0, same - 1) : len(new) - tail + 1]).rstrip(".…")
