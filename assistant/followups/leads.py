"""Small words that a short follow-up may begin with: *in Kolm*, *durant la guerre*, *mit wem*."""

from __future__ import annotations

LEADING = frozenset(
    "in of for with by at from on to the en au aux à a pour avec chez dans de du des la le les l "
    "im bei von vom für mit aus nach zu zum zur der die das den dem am an nel nella nei negli per "
    "con da dal di del della al alla il lo gli i".split()
)
"""Small words that may stand before what a follow-up brings."""


BESIDE = frozenset(
    "over under between during through after before since until against sur sous entre pendant "
    "depuis contre après avant jusqu'à über unter zwischen während durch nach vor seit bis gegen "
    "ab su sotto tra fra durante dopo contro entro".split()
)
"""More of them, of time and place."""


_ARTICLES = frozenset("the la le les l der die das den dem il lo i gli".split())


def small_lead(text: str) -> str:
    """A follow-up whose first word is small where it is such a one: *In Kolm?*, *À Kolm ?*."""
    first, _, rest = text.partition(" ")
    small = rest.strip(" ?!.") and first.lower() in LEADING | BESIDE
    return text[:1].lower() + text[1:] if small else text


def has_preposition(text: str) -> bool:
    """Tell whether a text begins with a preposition, and goes on."""
    first, _, rest = text.partition(" ")
    return bool(rest.strip(" ?!.")) and first.lower() in (LEADING | BESIDE) - _ARTICLES
