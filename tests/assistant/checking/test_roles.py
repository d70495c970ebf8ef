"""Who does what to whom, whence and where to, until when: in four languages and across them."""

from __future__ import annotations

import pytest
from by_hand import in_four, verdicts

from assistant import check
from assistant.facts import figures
from assistant.facts.deeds.asides import asides
from assistant.facts.deeds.gapped import gapped
from assistant.facts.deeds.moves import moves
from assistant.facts.figures.order import pairs

SENTENCES = in_four("roles.tsv")
KINDS = list(dict.fromkeys(sentence.number for sentence in SENTENCES))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("across", [False, True])
def test_what_a_sentence_tells_is_supported(kind: str, across: bool) -> None:
    given = [sentence for sentence in SENTENCES if sentence.number == kind]
    assert set(verdicts(given, "true", "quote", across=across)) == {"supported"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("across", [False, True])
def test_with_its_parts_exchanged_it_is_not(kind: str, across: bool) -> None:
    given = [sentence for sentence in SENTENCES if sentence.number == kind]
    assert "supported" not in verdicts(given, "wrong", "quote", across=across)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The dollar fell against the euro.", "The euro rose against the dollar."),
        ("Il dollaro è sceso rispetto all'euro.", "L'euro è salito rispetto al dollaro."),
        ("Dobson won the final.", "Marek lost the final to Dobson."),
        ("Dobson a gagné la finale.", "Marek a perdu la finale contre Dobson."),
        ("Die Gewerkschaft lehnte ab.", "Die Gewerkschaft nahm das Angebot nicht an."),
        ("Il sindacato ha respinto l'offerta.", "Il sindacato non ha accettato l'offerta."),
        ("La maire a conservé son siège.", "La maire n'a pas perdu son siège."),
        ("Die Messe dauert acht Tage.", "Die Messe findet vom 4. bis 11. Oktober statt."),
        (
            "Sales reached 350 million in 2022.",
            "Sales rose from 310 in 2021 to 350 million in 2022.",
        ),
        ("The company will shut two plants.", "Two plants will be shut, the company said."),
    ],
)
def test_the_same_told_from_its_other_side_is_no_contradiction(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "contradicted"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Police arrested two men.", "Two men were arrested, police said."),
        ("The company will close two plants.", "Two plants will be closed, the company said."),
        (
            "Der Konzern schließt zwei Werke.",
            "Zwei Werke werden geschlossen, teilte der Konzern mit.",
        ),
        ("L'entreprise ferme deux usines.", "Deux usines seront fermées, a annoncé l'entreprise."),
        (
            "Il gruppo chiude due stabilimenti.",
            "Due stabilimenti saranno chiusi, ha detto il gruppo.",
        ),
    ],
)
def test_who_tells_what_they_do_themselves_is_not_beside_it(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "quote", "problem"),
    [
        ("The vice-president died.", "The patient died, the vice-president said.",
         "the source does not say this of vice-president"),
        ("Le porte-parole est mort.", "Le patient est mort, a annoncé le porte-parole.",
         "la source ne le dit pas de porte-parole"),
        ("Der Konzern-Sprecher starb.", "Der Patient starb, teilte der Konzern-Sprecher mit.",
         "die Quelle sagt das nicht von Konzern-Sprecher"),
        ("La porta-voce è morta.", "Il paziente è morto, ha detto la porta-voce.",
         "la fonte non lo dice di porta-voce"),
    ],
)  # fmt: skip
def test_who_only_tells_it_is_named_whole(claim: str, quote: str, problem: str) -> None:
    support = check(claim, [quote])
    assert (support.verdict, support.problems) == ("unsupported", (problem,))


def test_who_only_tells_it_is_beside_what_is_told() -> None:
    told = asides("Der Patient starb, teilte der Arzt mit.", "de")
    assert [one.words for one in told if one.tells] == [("arzt",)]
    against = asides("La livre a reculé face au franc suisse.", "fr")
    assert [(one.words, one.tells) for one in against] == [(("franc", "suisse"), False)]


def test_the_ends_of_a_move_are_read_by_little_words() -> None:
    move = moves("La clinica è stata trasferita dalla stazione al porto.", "it")[0]
    assert move == ((("stazione",),), (("porto",),))
    joined = moves("She joined Velta from Norbank.", "en")[0]
    assert joined == ((("Norbank",),), (("Velta",),))


def test_a_second_half_has_no_verb_of_its_own() -> None:
    halves = gapped("The school was built of brick and the church of stone.", "en")[0]
    assert (halves.lead, halves.other) == (("brick",), ("stone",))
    assert not gapped("The school was built of brick and the church burned in May.", "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("rose from 310 tonnes in 2021 to 350 tonnes in 2022", "en"),
        ("est passée de 310 tonnes en 2021 à 350 tonnes en 2022", "fr"),
        ("stieg von 310 Tonnen im Jahr 2021 auf 350 Tonnen im Jahr 2022", "de"),
        ("è salita da 310 tonnellate nel 2021 a 350 tonnellate nel 2022", "it"),
    ],
)
def test_a_change_is_read_over_its_years(text: str, language: str) -> None:
    told = [*pairs(text, language, figures(text, language))]  # type: ignore[arg-type]
    assert [(pair.kind, pair.first.value, pair.second.value) for pair in told] == [
        ("change", 310, 350)
    ]
