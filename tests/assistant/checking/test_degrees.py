"""More and less of something, in one language and across them."""

from __future__ import annotations

import pytest

from assistant import check

QUOTES = {
    "fr": "Le nouveau modèle est beaucoup moins cher que ses rivaux américains.",
    "de": "Das neue Modell ist viel weniger teuer als die Rivalen aus Amerika.",
    "it": "Il nuovo modello è molto meno caro dei suoi rivali americani.",
    "en": "The new model is much less expensive than its American rivals.",
}
RIGHT = {
    "en": "The new model is much cheaper than its American rivals.",
    "fr": "Le nouveau modèle est beaucoup moins cher que les rivaux américains.",
    "it": "Il nuovo modello è molto meno caro dei rivali americani.",
}
WRONG = {
    "en": "The new model is much more expensive than its American rivals.",
    "fr": "Le nouveau modèle est bien plus coûteux que ses rivaux américains.",
    "it": "Il nuovo modello è molto più costoso dei rivali americani.",
}


@pytest.mark.parametrize("quoted", QUOTES)
@pytest.mark.parametrize("claimed", RIGHT)
def test_the_same_degree_in_other_words_is_supported(claimed: str, quoted: str) -> None:
    assert check(RIGHT[claimed], QUOTES[quoted]).verdict == "supported"


@pytest.mark.parametrize("quoted", QUOTES)
@pytest.mark.parametrize("claimed", WRONG)
def test_the_opposite_degree_is_not_supported(claimed: str, quoted: str) -> None:
    assert check(WRONG[claimed], QUOTES[quoted]).verdict != "supported"


LONG = {
    "fr": "La banque Altmar veut travailler avec des chercheurs après que la jeune entreprise "
    "Quenta a bouleversé le marché en créant un modèle beaucoup moins cher que les rivaux "
    "américains, a déclaré un cadre.",
    "de": "Die Bank Altmar will mit Forschern arbeiten, nachdem das junge Unternehmen Quenta den "
    "Markt mit einem Modell erschüttert hat, das viel weniger teuer ist als die amerikanischen "
    "Rivalen.",
}


@pytest.mark.parametrize("quoted", LONG)
def test_a_degree_counts_in_a_clause_of_a_long_sentence(quoted: str) -> None:
    claim = "Quenta's model is much {} than those of its American rivals."
    assert check(claim.format("more expensive"), LONG[quoted]).verdict != "supported"
    assert check(claim.format("cheaper"), LONG[quoted]).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Le Rhin est plus long que la Seine.", "La Seine est plus courte que le Rhin."),
        ("Hamburg is bigger than Munich.", "München ist kleiner als Hamburg."),
        ("Amburgo è più grande di Lipsia.", "Leipzig is smaller than Hamburg."),
    ],
)
def test_sides_exchanged_with_the_degree_say_the_same(claim: str, quote: str) -> None:
    assert check(claim, quote).verdict == "supported"
