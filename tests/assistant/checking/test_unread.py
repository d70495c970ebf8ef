"""What is in none of the four languages supports nothing but its own words."""

import random
from itertools import permutations

import pytest

from assistant import check
from assistant.facts.text.foreign import is_foreign

FOREIGN = {
    "es": (
        "La ministra presentó su dimisión después de las elecciones de mayo.",
        "El gobierno aprobó la ley de presupuestos para el año que viene.",
        "Los trabajadores de la fábrica cobran más que antes.",
        "El tren llegó con dos horas de retraso.",
        "Las tortugas marinas ponen sus huevos en la playa.",
    ),
    "pt": (
        "A ministra apresentou a demissão depois das eleições de maio.",
        "O governo aprovou o orçamento para o próximo ano.",
        "Os trabalhadores da fábrica ganham mais do que antes.",
        "O comboio chegou com duas horas de atraso.",
    ),
    "nl": (
        "De minister trad af na de verkiezingen in mei.",
        "De regering keurde de begroting voor volgend jaar goed.",
        "De arbeiders van de fabriek verdienen meer dan vroeger.",
        "De schildpadden leggen hun eieren op het strand.",
    ),
    "pl": (
        "Burmistrz otworzył wczoraj nowy most na rzece.",
        "Pociąg przyjechał dwie godziny za późno.",
        "Cena mleka spadła w styczniu o pięć procent.",
    ),
    "ru": (
        "Мэр вчера открыл новый мост через реку.",
        "Поезд опоздал на два часа.",
        "Цена молока упала в январе.",
    ),
    "el": (
        "Ο δήμαρχος εγκαινίασε χθες τη νέα γέφυρα.",
        "Το τρένο έφτασε με δύο ώρες καθυστέρηση.",
    ),
}
OURS = {
    "en": "The minister resigned after the elections in May.",
    "fr": "La ministre a démissionné après les élections de mai.",
    "de": "Die Ministerin trat nach den Wahlen im Mai zurück.",
    "it": "La ministra si è dimessa dopo le elezioni di maggio.",
}
UNREAD = {
    "en": "in a language that is not read here",
    "fr": "dans une langue qui n’est pas lue ici",
    "de": "in einer Sprache, die hier nicht gelesen wird",
    "it": "in una lingua che qui non viene letta",
}


def nonsense(count):
    chance = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyz"
    for _ in range(count):
        words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(6)]
        yield " ".join(words).capitalize() + "."


@pytest.mark.parametrize("language", FOREIGN)
def test_each_sentence_is_told_from_the_four_languages(language):
    assert all(map(is_foreign, FOREIGN[language]))


@pytest.mark.parametrize("language", OURS)
def test_a_sentence_of_ours_is_not_foreign_nor_are_names_and_figures(language):
    assert not is_foreign(OURS[language])
    assert not is_foreign("Gazprom, Škoda, Łódź: 138")


@pytest.mark.parametrize("language", FOREIGN)
def test_no_sentence_of_a_fifth_language_supports_another(language):
    for claim, quote in permutations(FOREIGN[language], 2):
        assert check(claim, [quote]).verdict != "supported", (claim, quote)


@pytest.mark.parametrize("language", ["es", "pt", "nl", "pl"])
def test_what_is_copied_from_a_fifth_language_is_supported(language):
    text = " ".join(FOREIGN[language])
    for claim in FOREIGN[language]:
        assert check(claim, [text]).verdict == "supported", claim


def test_what_is_copied_without_its_denial_or_its_end_is_not():
    source = "No abrió el puente de San Telmo en mayo, según el alcalde de la ciudad."
    for claim in ("abrió el puente de San Telmo en mayo", "No abrió el puente de San Telmo"):
        assert check(claim, [source]).verdict != "supported"
    assert check("No abrió el puente de San Telmo en mayo.", [source]).verdict == "supported"


@pytest.mark.parametrize("language", OURS)
def test_a_foreign_source_carries_no_words_of_ours_and_the_reader_is_told_why(language):
    quote = "La ministra presentó su dimisión después de las elecciones de mayo."
    support = check(OURS[language], [quote], claim_language=language)
    assert support.verdict != "supported"
    support = check(FOREIGN["es"][3], ["El tren llegó con tres horas de retraso a la estación."])
    assert support.verdict != "supported"
    close = check(
        "Las tortugas marinas ponen huevos en la playa.", [FOREIGN["es"][4]], language=language
    )
    assert close.verdict == "unsupported"
    assert UNREAD[language] in close.problems[0]


def test_names_and_figures_alone_are_compared_whatever_surrounds_them():
    assert check("Gazprom: 138", ["Gazprom ganó 138 millones en el año."]).verdict == "supported"
    assert check("Gazprom: 138", ["Газпром заработал 138 миллионов."]).verdict == "unsupported"


def test_random_letters_support_no_random_letters():
    texts = [*nonsense(120)]
    verdicts = [check(a, [b]).verdict for a, b in zip(texts, texts[1:], strict=False)]
    assert "supported" not in verdicts


def test_a_quote_of_ours_beside_a_foreign_one_still_carries_a_claim():
    assert check(OURS["en"], [FOREIGN["es"][0], OURS["fr"]]).verdict == "supported"
