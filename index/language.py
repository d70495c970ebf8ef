"""Which of the four languages a text is in.

Small words decide: *the*, *which*, *dell'*, *nicht*. Every second word of running text is one of
a few hundred, and questions are made of little else. Letters (ß, ç, ò) and word endings (-zione,
-keit) add their part; where a question is only what it is about (*prix terminal*), how frequent its
words are in each language does (`frequent`). Of a document that leaves doubt py3langid is asked,
which takes most of a second to load; it also knows the languages that are none of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from .documents import LANGUAGES
from .foreign import identifier
from .frequent import levels

_SMALL = {
    "en": """
        the of and to in is that for it was on as with be by at are this from or an have not
        had which but they his her their its were been has who whom whose what when where
        why how there would could should did does do will can may than then these those such
        into about after also many much any some more most other between under over during
        before while he she we you i me my your our us him them no if so only out up down
        because through all both first new a name list give tell show said says year years
        people long often old far called made used found known born died won wrote country
        city company state war world became begin began type types kind happen happened mean
        means different part use each being same explain describe compare summarise
        summarize thanks
    """,
    "fr": """
        le la les de des du un une et est en que qui dans pour pas sur plus par au aux avec
        il elle ils elles ce cette ces cet se sa son ses leur leurs ne nous vous je tu on ou
        où mais donc ni car y l d qu c s n j m quel quelle quels quelles quand comment
        pourquoi combien quoi dont comme sont été était étaient avait ont fait faire peut
        être avoir sera entre sous après avant depuis pendant vers chez sans aussi très bien
        tout tous toute toutes autre autres même selon lors lequel laquelle lorsque puis
        encore a t donne donnez liste nom ville pays année ans quelqu afin contre notre
        votre moins non oui ainsi deux trois premier première aujourd appelle appelé nommé
        né née mort devenu porte signifie trouve partie font vont doit guerre monde siècle
        société type types cela ça si explique décris compare résume montre moi à
        merci
    """,
    "de": """
        der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als
        auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem
        über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei
        hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines
        sehr jahr jahre jahren zwischen immer was wer wo wann warum wieso welche welcher
        welches welchen welchem viele viel wen wem wessen woher wohin gibt gab waren wurden
        ihr ihm ihn ihnen seinen seinem seiner ihren ihrem ihrer dieser diese dieses diesen
        diesem kein keine keinen nun da hier dort ob damit seit während ohne worden worauf
        woran wofür wodurch wozu womit heißt heißen hieß nennt genannt nenne liste land
        stadt firma krieg welt erste ersten letzte letzten lang alt groß hoch oft bedeutet
        macht liegt befindet bekannt geboren gestorben starb heute art arten teil namen name
        alle mir gib zeig zeige sag erkläre beschreibe vergleiche fasse worum weshalb etwa
        beim ins ans danke
    """,
    "it": """
        il lo la i gli le di a da in con su per tra fra e è che non un uno una del dello
        della dei degli delle al allo alla ai agli alle dal dallo dalla dai dagli dalle nel
        nello nella nei negli nelle sul sullo sulla sui sugli sulle si sono ha hanno era
        erano stato stata stati state essere come più ma anche se o ed ad quale quali quando
        dove perché chi cosa quanto quanta quanti quante quest questo questa questi queste
        quello quella quell suo sua suoi sue loro ci ne mi ti vi io tu lui lei noi voi fu
        furono viene venne può possono dopo prima durante secondo sotto fino ogni tutti
        tutto tutte altro altri altre molto molti così quindi poi senza oltre già l d c dell
        all dall nell sull qual cos dov com chiama chiamato nome elenco città paese anno
        anni nato nata morto mondo guerra secolo primo fatto fare avuto tipo tipi parte hai
        ho abbia sia aveva avevano deve solo ancora mentre contro invece spiega descrivi
        confronta riassumi dammi mostra mostrami
        grazie
    """,
    "other": """
        el los las y del una por con para su al lo como más este esta sus pero entre muy sin ser
        ha han fue son es que de la en se não os as um uma com dos das pelo pela mais ao à é foi
        els amb dels i va per és het een van zijn niet met voor op aan te dat ook naar bij uit deze
        door och att det som på är av för till inte den om med har og ikke til af der på cu și pe
        din care este pentru nu w z na się jest że do nie
        cuánto cuánta cuántos cuántas cuanto cuántas qué quién quiénes dónde cuándo cómo cuál cuáles
        hay tiene fue desde hasta donde cuando quien quanto quanta quantos quantas quem onde quando
        qual quais como foi tem custa custou não você quants quan qui què on hoeveel wie wat waar
        wanneer waarom welke welk hoe kost kostte heeft wordt werd hur mycket många vad vem var när
        varför vilken vilket hvad hvem hvor hvornår hvorfor hvordan hvilken mye kuinka paljon mitä
        kuka missä milloin miksi ile kto co gdzie kiedy dlaczego jak jaki jaka kolik kdo kde kdy
        proč jaký koliko tko gdje zašto kako cât câți cine ce unde când cum ne kadar kim nerede
        niçin mennyi mikor hol miért
    """,
}
"""Words that running text and questions of a language are full of; ``other`` are its neighbours."""

_LETTERS = (
    ("ßäöü", {"de": 1.5}),
    ("çœêîûëâô", {"fr": 1.2}),
    ("òì", {"it": 1.5}),
    ("ù", {"it": 1.0, "fr": 0.3}),
    ("à", {"it": 0.8, "fr": 0.8}),
    ("è", {"it": 0.8, "fr": 0.8}),
    ("é", {"fr": 1.0, "it": 0.1}),
)

_ENDINGS = (
    (r"(?:[zs]ion[ei]|ità|mente|aggi[oa]?|zza|zze|ggio|anno|arono|irono|ato|ata|ati|ate|uto|uta|ivo"
     r"|iva|ario|ista|isti|ico|ica|ici|iche|ismo|logia|ante|ente|enti|ndo|tore|trice|ere|are|ire|ello"
     r"|etto|ino|oso|osa|ano|ana|iana|iano|cchi\w?|ull[ao])", "it", 0.6),
    (r"(?:tions?|ments?|eux|euses?|aient|ait|ées?|és|ique|iques|eurs?|eaux?|oires?|aires?|ances?"
     r"|ences?|elles?|ettes?|ienn?es?|ois|oise|aux|ains?|aines?|ent|sse|rre|ville|erie|ière|ou[rs])",
     "fr", 0.4),
    (r"(?:ungs?|ungen|keit|heit|lich\w{0,2}|isch\w{0,2}|schaft\w{0,2}|ieren|iert\w?|chen|tät|sten?"
     r"|ern|eln|tz\w{0,2}|cht\w{0,2}|ischen|werk|haus|burg|stadt|ss?e[nr]|tt?e[nr]|eich|land|ig\w{0,2}"
     r"|heim|zeug|berg\w?|nn|eit|aft|ng\w{0,2}|ck\w{0,2})", "de", 0.5),
    (r"(?:ings?|ed|ly|ness|tions?|ity|ties|ers?|ous|ful|less|ship|ance|ence|ive|ght|th|wn|ck|ey|ys?"
     r"|al|oo[a-z]|ee[a-z]|ow|ew|igh|ea[a-z]|ies|sh|ch|ds|ts|rd|ld|nd)", "en", 0.35),
)  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_SAMPLE = 900  # characters of a document that are looked at: from start, middle and end
_ENOUGH_WORDS = 0.3  # share of small words that running text of a language has
_CLEARLY = 2.0  # how much more evidence there must be than for the next language
_SHORT = 15  # words: a note or a headline, not running text
_PLAINLY = 4.0  # a lead of two small words: nothing else need be asked
_SMALL_WORDS = 2.0  # levels that a unit of evidence counts
_LEAD = 3.0  # levels from which a language is told where there may be names, which mislead
_LEAD_WITHOUT_NAMES = 1.5  # where there are none
_FOREIGN_LETTER = re.compile(r"[ñãõåøłżźćńśąęřěčšžůőűășțğış]")
_TURNED_MARK = re.compile(r"[¿¡]")


def detect(text: str) -> str:
    """Tell the language of a document.

    Returns:
        ``en``, ``fr``, ``de``, ``it``, or ``other`` for another language or script, and for text
        without words.
    """
    sample = _sample(text)
    words = _WORD.findall(sample.replace("’", "'").lower())
    if not words or not _is_latin(sample):
        return "other"
    scores, shares = _small_words(words)
    first, second = sorted(scores, key=lambda language: -scores[language])[:2]
    if shares[first] >= _ENOUGH_WORDS and scores[first] > _CLEARLY * scores[second]:
        return first
    if len(words) < _SHORT and (guess := detect_question(sample, "")):
        return guess  # too short for py3langid, which has 140 languages to choose from
    best = str(identifier().classify(sample)[0])
    return best if best in LANGUAGES else "other"


def detect_question(text: str, default: str = "en") -> str:
    """Tell the language a question is asked in, so that it is answered in the same.

    Args:
        text: A question, or a few words.
        default: The answer when nothing tells, as for ``GPU 2026``.

    Returns:
        ``en``, ``fr``, ``de`` or ``it``; ``other`` for a question in none of them; or the default.
    """
    if not _WORD.search(text):
        return default
    if not _is_latin(text):
        return "other"
    words = _said(text)
    lower = [word.lower() for word in words]
    scores = _scores(lower)
    first, second = sorted(LANGUAGES, key=lambda language: -scores[language])[:2]
    if _is_foreign(text, words):
        return "other"
    if scores[first] - scores[second] >= _PLAINLY:
        return first
    # What only doubt needs is read from its file only then.
    told = levels(lower, [i > 0 and word[0].isupper() for i, word in enumerate(words)])
    small, _ = _small_words(lower)
    sums = {language: told[language] + _SMALL_WORDS * small[language] for language in LANGUAGES}
    first, second = sorted(LANGUAGES, key=lambda language: -sums[language])[:2]
    lead = _LEAD if any(word[0].isupper() for word in words) else _LEAD_WITHOUT_NAMES
    return first if sums[first] - sums[second] >= lead else default


def _said(text: str) -> list[str]:
    """The words of a question that a language can be told from: no *AI*, no *DeepSeek*."""
    words = _WORD.findall(text.replace("’", "'"))[:200]
    if text.isupper():
        return words
    return [word for word in words if not any(map(str.isupper, word[1:]))]


def _is_foreign(text: str, words: list[str]) -> bool:
    """Whether small words and letters are of a language that is none of the four.

    A capital inside a question begins a name: *El Salvador* makes no question Spanish.
    """
    common = [w.lower() for i, w in enumerate(words) if i == 0 or not w[0].isupper()]
    other = _others()
    foreign = sum(filter(None, map(other.get, common)), 0.0)
    foreign += 2.0 * len(_FOREIGN_LETTER.findall(" ".join(common)))
    foreign += 4.0 * bool(_TURNED_MARK.search(text))
    if foreign < 2.0:
        return False
    scores, _ = _small_words(common)
    ours = max(scores[language] for language in LANGUAGES)
    if foreign < ours - 0.5:
        return False
    return foreign >= ours + _CLEARLY or str(identifier().classify(text)[0]) not in LANGUAGES


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    part = _SAMPLE // 3
    middle = len(text) // 2
    # Not from the very start: that is where page furniture and datelines are.
    early = min(part, len(text) - _SAMPLE)
    return f"{text[early : early + part]} {text[middle : middle + part]} {text[-part:]}"


def _is_latin(text: str) -> bool:
    if text.isascii():
        return True
    latin = sum(map(len, _LATIN.findall(text)))
    # There are no more letters than characters: mostly the letters need not be counted.
    return latin > 0.6 * len(text) or latin > 0.6 * sum(map(str.isalpha, text))


def _scores(words: list[str]) -> dict[str, float]:
    """Evidence for each language from small words, letters and endings."""
    scores: dict[str, float] = dict.fromkeys(_SMALL, 0.0)
    for word in words:
        for language, weight in _evidence(word):
            scores[language] += weight
    return scores


@lru_cache(maxsize=20_000)
def _evidence(word: str) -> tuple[tuple[str, float], ...]:
    found = [(language, weight) for language, weight in _vocabulary().get(word, {}).items()]
    if not found and len(word) > 3:
        found = [(language, weight) for pattern, language, weight in _endings() if pattern(word)]
    for letters, weights in () if word.isascii() else _LETTERS:
        if any(letter in word for letter in letters):
            found += weights.items()
    return tuple(found)


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """The words that tell a language and hardly anything else, of the four, in lower case."""
    return frozenset(word for language in LANGUAGES for word in _SMALL[language].split())


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, dict[str, float]]:
    homes: dict[str, set[str]] = {}
    for language, small in _SMALL.items():
        for word in small.split():
            homes.setdefault(word, set()).add(language)
    # A word of one language is worth 2, of two languages 0.7 to each, of three 0.3.
    worth = {1: 2.0, 2: 0.7, 3: 0.3, 4: 0.1, 5: 0.1}
    return {word: dict.fromkeys(found, worth[len(found)]) for word, found in homes.items()}


@lru_cache(maxsize=1)
def _others() -> dict[str, float]:
    """What small words say for the languages that are none of the four."""
    return {word: told["other"] for word, told in _vocabulary().items() if "other" in told}


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[Callable[[str], object], str, float], ...]:
    return tuple(
        (re.compile(rf"\w+{pattern}$").match, language, weight)
        for pattern, language, weight in _ENDINGS
    )


def _small_words(words: list[str]) -> tuple[dict[str, float], dict[str, float]]:
    """What the small words say: evidence for each language, and their share of all words."""
    scores = dict.fromkeys(_SMALL, 0.0)
    known = dict.fromkeys(_SMALL, 0)
    vocabulary = _vocabulary()
    for found in filter(None, map(vocabulary.get, words)):
        for language, weight in found.items():
            scores[language] += weight
            known[language] += 1
    return scores, {language: known[language] / max(1, len(words)) for language in known}
