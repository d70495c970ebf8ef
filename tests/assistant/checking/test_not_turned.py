"""What only seems to point the other way than its quote is not called a contradiction."""

from __future__ import annotations

import pytest

from assistant import check

PERMIT = (
    "Le Tribunal cantonal a annulé la décision de la commune de Pernoy, qui avait refusé le permis"
    " de construire demandé par la société Albatera SA."
)
OFFER = (
    "Die Genossenschaft lehnte das Angebot der Helvora AG ab, die für das Areal in Birchwil"
    " 9 Millionen Franken geboten hatte."
)
LATE = (
    "If the supplier fails to deliver within 30 days, the buyer may cancel the order and is"
    " entitled to a refund of any advance payment."
)
FIRE = "Two firefighters were slightly hurt in the fire in Dunholt and nobody was killed."
PETS = "Haustiere sind mit Ausnahme von Hunden erlaubt."
SOLD = "Ferrolux ha acquistato dalla concorrente Brenti lo stabilimento di Porto Samele."
UPHELD = (
    "Das Bundesgericht hiess die Beschwerde von Regula Hostettler teilweise gut und wies die Sache"
    " zur neuen Entscheidung an die Vorinstanz zurück."
)
MILK = (
    "En 2023, la production de lait a reculé de 3,2 % dans le canton, alors que celle de fromage"
    " progressait légèrement."
)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Albatera SA avait demandé un permis de construire.", PERMIT),
        ("Il Tribunale cantonale ha annullato la decisione di negare il permesso.", PERMIT),
        ("Helvora AG aveva offerto 9 milioni di franchi per l'area di Birchwil.", OFFER),
        ("Helvora AG avait offert 9 millions de francs pour le terrain de Birchwil.", OFFER),
        ("In case of late delivery beyond 30 days, the buyer gets any advance payment back.", LATE),
        ("No one died in the fire.", FIRE),
        ("Hunde sind nicht erlaubt.", PETS),
        ("Ferrolux bought the Porto Samele plant from its competitor Brenti.", SOLD),
        ("Ferrolux a racheté l'usine de Porto Samele à son concurrent Brenti.", SOLD),
        ("Il Tribunale federale ha parzialmente accolto il ricorso di Regula Hostettler.", UPHELD),
        ("La production de fromage a légèrement augmenté en 2023.", MILK),
        ("Nel 2023 la produzione di formaggio è cresciuta leggermente.", MILK),
        (
            "Quatre membres du conseil se sont abstenus.",
            "Le conseil de Vaubrelle a approuvé, par 31 voix contre 12 et 4 abstentions, un crédit"
            " pour la rénovation de l'école.",
        ),
        (
            "Revenue rose by 12.5 per cent in 2022.",
            "Revenue at Norvane rose from €480 million in 2021 to €540 million in 2022, while net"
            " profit fell.",
        ),
    ],
)
def test_it_is_no_contradiction(claim, quote):
    assert check(claim, [quote]).verdict != "contradicted"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The supplier agreed to deliver the goods.", "The supplier refused to deliver the goods."),
        (
            "Le fournisseur a livré la marchandise.",
            "Le fournisseur a refusé de livrer la marchandise.",
        ),
        ("Der Händler lieferte die Ware.", "Der Händler weigerte sich, die Ware zu liefern."),
        (
            "Il fornitore ha consegnato la merce.",
            "Il fornitore si è rifiutato di consegnare la merce.",
        ),
        ("Nobody was hurt in the fire in Dunholt.", "Two firefighters were hurt in the fire."),
        ("Haustiere sind nicht erlaubt.", "Haustiere sind erlaubt."),
        ("Porto Nuovo beat Brenti.", "Brenti beat Porto Nuovo."),
    ],
)
def test_what_is_turned_stays_contradicted(claim, quote):
    assert check(claim, [quote]).verdict == "contradicted"
