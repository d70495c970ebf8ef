"""Short texts in every single-byte encoding lose and invent no letter."""

import pytest

from index.encoding import Decoded, decode

SHORT = {
    "en": "The café owner’s fiancée paid £40 – “too much”, she said, for the façade.",
    "fr": "Le maire a déclaré : « Voilà où nous en étions, à l’été. » Il a été réélu à 52 %.",
    "de": "Die Straße wäre für größere Züge geöffnet, heißt es. „Schön“, sagt Müller über Köln.",
    "it": "La città è più sicura: «Perché no?», ha detto il sindaco. Così sarà, però, da lunedì.",
}
WAYS = {
    "cp1252": lambda text: text.encode("cp1252"),
    "latin-9": lambda text: plain(text).encode("iso8859-15"),
    "mac_roman": lambda text: text.encode("mac_roman"),
    "cp850": lambda text: plain(text).encode("cp850"),
    "utf-16 with a mark": lambda text: text.encode("utf-16"),
    "utf-16 without": lambda text: text.encode("utf-16-le"),
}


def plain(text):
    """Without the quotation marks that some encodings lack."""
    return text.translate(str.maketrans("’“”„–", '\'"""-'))


@pytest.mark.parametrize("language", SHORT)
@pytest.mark.parametrize("way", WAYS)
def test_B01_B04_twenty_four_short_samples_lose_and_invent_no_letter(language, way):
    text = SHORT[language]
    found = decode(WAYS[way](text))
    if isinstance(found, Decoded):
        assert found.text in (text, plain(text))
    else:
        assert found.reason == "encoding-unsure"


def test_B01_B04_all_twenty_four_are_read():
    read = [
        (language, way)
        for language, text in SHORT.items()
        for way, encode in WAYS.items()
        if isinstance(decode(encode(text)), Decoded)
    ]
    assert len(read) == 24
