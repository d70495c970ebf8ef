"""German verbs that are parted in the sentence, against an English one that says the opposite."""

import pytest

from assistant import check

# German sentence, what it does not say, what it says
PARTED = [
    (
        "Der Rat lehnte den Antrag ab.",
        "The council accepted the motion.",
        "The council rejected the motion.",
    ),
    (
        "Der Minister trat am Montag zurück.",
        "The minister was appointed on Monday.",
        "The minister resigned on Monday.",
    ),
    (
        "Das Unternehmen stellte die Produktion ein.",
        "The company continued production.",
        "The company ended production.",
    ),
    (
        "Das Unternehmen setzte die Produktion fort.",
        "The company stopped production.",
        "The company continued production.",
    ),
    (
        "Die Regierung hob das Verbot auf.",
        "The government imposed the ban.",
        "The government lifted the ban.",
    ),
    (
        "Die Regierung führte das Verbot ein.",
        "The government lifted the ban.",
        "The government imposed the ban.",
    ),
    (
        "Das Land stieg aus dem Abkommen aus.",
        "The country joined the agreement.",
        "The country left the agreement.",
    ),
    (
        "Das Land trat dem Abkommen bei.",
        "The country left the agreement.",
        "The country joined the agreement.",
    ),
    (
        "Das Parlament stimmte dem Gesetz zu.",
        "Parliament rejected the law.",
        "Parliament approved the law.",
    ),
    (
        "Die Zahl der Unfälle nahm zu.",
        "The number of accidents fell.",
        "The number of accidents rose.",
    ),
    (
        "Die Zahl der Unfälle nahm ab.",
        "The number of accidents rose.",
        "The number of accidents fell.",
    ),
    (
        "Die Zahl der Unfälle ging zurück.",
        "The number of accidents increased.",
        "The number of accidents decreased.",
    ),
    (
        "Die Bank sagte das Treffen ab.",
        "The bank confirmed the meeting.",
        "The bank cancelled the meeting.",
    ),
    (
        "Die Polizei nahm den Mann fest.",
        "The police released the man.",
        "The police arrested the man.",
    ),
    (
        "Die Polizei ließ den Mann frei.",
        "The police arrested the man.",
        "The police released the man.",
    ),
    (
        "Das Museum macht am Sonntag auf.",
        "The museum closes on Sunday.",
        "The museum opens on Sunday.",
    ),
    (
        "Das Museum macht am Sonntag zu.",
        "The museum opens on Sunday.",
        "The museum closes on Sunday.",
    ),
    (
        "Der Zug kam um neun Uhr an.",
        "The train departed at nine.",
        "The train arrived at nine.",
    ),
    (
        "Der Zug fuhr um neun Uhr ab.",
        "The train arrived at nine.",
        "The train departed at nine.",
    ),
    (
        "Die Firma schaffte die Gebühr ab.",
        "The company introduced the fee.",
        "The company abolished the fee.",
    ),
    (
        "Die Behörde ließ das Medikament zu.",
        "The authority banned the drug.",
        "The authority approved the drug.",
    ),
    (
        "Der Vater gab die Tat zu.",
        "The father denied the act.",
        "The father admitted the act.",
    ),
    (
        "Der Vater stritt die Tat ab.",
        "The father admitted the act.",
        "The father denied the act.",
    ),
    (
        "Der Konzern baute 500 Stellen ab.",
        "The group created 500 jobs.",
        "The group cut 500 jobs.",
    ),
    (
        "Der Konzern baute 500 Stellen auf.",
        "The group cut 500 jobs.",
        "The group created 500 jobs.",
    ),
    (
        "Die Preise zogen im Mai an.",
        "Prices fell in May.",
        "Prices rose in May.",
    ),
    (
        "Das Gericht sprach den Mann frei.",
        "The court convicted the man.",
        "The court acquitted the man.",
    ),
    (
        "Der Chef stellte zehn Leute ein.",
        "The boss dismissed ten people.",
        "The boss hired ten people.",
    ),
    (
        "Die Stadt riss die Brücke ab.",
        "The city built the bridge.",
        "The city demolished the bridge.",
    ),
    (
        "Die Kommission wies die Klage zurück.",
        "The commission accepted the complaint.",
        "The commission dismissed the complaint.",
    ),
]


def verdict(quote, language, claim, spoken):
    return check(claim, [quote], claim_language=spoken, quote_languages=[language]).verdict


@pytest.mark.parametrize(("german", "opposite", "same"), PARTED)
def test_both_parts_of_a_verb_are_read_together(german, opposite, same):
    assert verdict(german, "de", opposite, "en") != "supported"
    assert verdict(opposite, "en", german, "de") != "supported"
    assert verdict(german, "de", same, "en") == "supported"
    assert verdict(same, "en", german, "de") == "supported"
