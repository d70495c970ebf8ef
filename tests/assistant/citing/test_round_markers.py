"""`(1)` behind a year or a figure is a marker; behind an article of a law it belongs to it."""

import pytest

from assistant.citing.markers import MarkerStream, displayed

MARKERS = [
    "It opened in 2024 (1).",
    "Opened 3 May 2024 (2).",
    "Elle a ouvert en 2024 (1).",
    "Das war 2024 (1).",
    "Aprì nel 2024 (1).",
    "They counted 1,200 (2).",
    "Es waren 1.200 (1).",
    "Ce sont 1 200 (1).",
    "Ha 40 (1).",
    "The score was 3:2 (1).",
    "on 03/05/2024 (1).",
    "opened: 2024 (1)\nclosed: 2025 (2)",
    "It was signed. (1)",
    "It was signed. (1)\nIt cost 5 euros. (2)",
    "Es wurde 1990 eröffnet (1) (2).",
    "C'est signé en 1990 (1) et (3).",
    "It opened (1). It has 40 rooms (1) and cost 3 million (2).",
    "Er kam (1). Es hat 40 Zimmer (1), sie sagt nichts (2).",
]
BESIDE_SQUARE = {
    "The bridge opened ［1］ in May (1).": "The bridge opened [1] in May [1].",
    "Le pont a ouvert ［1］ en mai (1).": "Le pont a ouvert [1] en mai [1].",
    "Die Brücke öffnete ［1］ im Mai (1).": "Die Brücke öffnete [1] im Mai [1].",
    "Il ponte ha aperto ［1］ a maggio (1).": "Il ponte ha aperto [1] a maggio [1].",
    "It opened [1]. It closed in June (2).": "It opened [1]. It closed in June [2].",
    "Il a ouvert [1]. Il a fermé en juin (2).": "Il a ouvert [1]. Il a fermé en juin [2].",
    "Sie öffnete [1].\nSie schloss im Juni (2)": "Sie öffnete [1].\nSie schloss im Juni [2]",
    "Ha aperto [1]. Ha chiuso a giugno（2）.": "Ha aperto [1]. Ha chiuso a giugno[2].",
    "It opened (1), [1].": "It opened [1].",
    "Sie öffnete (1) und [1] schloss": "Sie öffnete [1] schloss",
    "Il a ouvert (1)（1）.": "Il a ouvert [1].",
    # of the sentence: another bracket carries it
    "Norway won [1], Sweden came second (2).": "Norway won [1], Sweden came second (2).",
    "In May [1] it had two parts, (1) a road, (2) a rail.": "In May [1] it had two parts, "
    "(1) a road, (2) a rail.",
    "It opened [1]. See § 3 (2).": "It opened [1]. See § 3 (2).",
}
TEXT = [
    "§ 3 (2).",
    "§§ 3, 4 (1).",
    "Artikel 5 (1).",
    "l'article 5 (1).",
    "articoli 3 e 4 (1).",
    "Art. 5 und 6 (1).",
    "Art. 5 (1) Satz 2 (1).",
    "Regulation 2016/679 (1).",
    "annexe 2 (1).",
    "comma 2 (1).",
    "Seite 5 (2).",
    "n° 4 (1).",
    "f(1).",
    "Two parts. (1) price. (2) time.",
    "In 2024 (1) the bridge, in 2025 (2) the road, was built.",
    "In 2024 (9).",
]


def in_pieces(reply):
    stream = MarkerStream(3)
    return "".join(map(stream.feed, reply)) + stream.close()


@pytest.mark.parametrize("reply", MARKERS)
def test_a_round_marker_behind_a_figure_or_a_stop(reply):
    assert displayed(reply, 3) == in_pieces(reply)
    assert "(" not in displayed(reply, 3)
    assert displayed(reply, 3).count("[") == reply.count("(")


@pytest.mark.parametrize("reply", TEXT)
def test_a_round_bracket_of_the_sentence_stays(reply):
    assert displayed(reply, 3) == in_pieces(reply) == reply


def test_a_list_stays_in_a_reply_that_cites_in_round_brackets():
    reply = "It opened (1). It has three aims, (1) speed and (2) price."
    assert displayed(reply, 3) == "It opened [1]. It has three aims, (1) speed and (2) price."


@pytest.mark.parametrize(("reply", "shown"), BESIDE_SQUARE.items())
def test_a_round_marker_in_a_reply_that_cites_in_square_brackets(reply, shown):
    assert displayed(reply, 3) == in_pieces(reply) == shown
