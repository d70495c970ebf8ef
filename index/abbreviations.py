"""The words of four languages that say whether a full stop after or before them ends a sentence."""

from __future__ import annotations

from functools import lru_cache

_TITLES = {
    "en": "mr mrs ms messrs dr prof rev hon gen col lt sgt capt cpt cmdr adm maj gov sen rep pres"
    " mt ft vs viz approx dept est e.g i.e cf",
    "fr": "m mm mme mmes mlle mlles me dr pr prof st ste mgr gén col cdt cap av bd boul c-à-d p.ex"
    " cf env ex réf",
    "de": "dr prof hr fr frl dipl ing mag phil med jur rer nat bzw ca vgl z.b d.h u.a o.ä sog ggf"
    " evtl inkl exkl insb bspw zzgl gegr geb gest verh ehem hl st dt engl frz ital amerik russ chin"
    " einschl i.d.r z.t s.o s.u v.a i.a zit hrsg allg bes bez resp mind max min rd sen",
    "it": "sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa avv ing arch geom rag on sen gen col"
    " cap mons don ten mar s ss cfr es ecc.mo spett gent egr p.es c.d cd",
}
"""Nearly always followed by more of the same sentence."""

TITLES_IF_CAPITAL = frozenset("st ste on gen sen col cap mons don ing arch geom".split())

_OTHERS = "on me ex don mar cap es av ing min max sen st bes mag nat est ft rep ten"
"""Titles in one language and ordinary words, or ends of sentences, in another."""

USUALLY_INSIDE = frozenset(
    """
    etc usw ecc al inc ltd co corp plc llc bros jr sr mio mrd mia mld mln tsd std jh jhd bd abb
    str a.m p.m am pm ave blvd rd sq no nos ed eds vol op loc cit ibid u.s u.k u.n d.c u.s.a e.u
    a.c s.p.a s.r.l s.a s.n.c soc univ inst aufl ver ges gmbh abt
    """.split()
)
"""May end a sentence: they do so before a word that opens one."""

BEFORE_NUMBER = frozenset(
    """
    n° no nos nr nrn n p pp pag pagg s ss art artt abs par vol vols ch chap cap fig figg tab tav
    nº ziff kap bd bde az rn ca env tel rif prot sec
    """.split()
)
"""An abbreviation before a number only."""

GERMAN_MONTHS = frozenset("Januar Jänner Februar März Mai Juni Juli Oktober Dezember".split())
"""Those that no other of the four languages writes like that."""

MONTHS = frozenset(
    """
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec januar jänner februar märz mai juni juli
    oktober dezember mrz okt dez janvier février mars avril juin juillet août septembre octobre
    novembre décembre janv févr juil déc gennaio febbraio marzo aprile maggio giugno luglio
    agosto settembre ottobre dicembre genn febbr ott dic jahrhundert jahrhunderts jh
    """.split()
)

GERMAN_BEFORE_ORDINAL = frozenset(
    """
    am im vom zum zur beim der dem den das die des ihr ihre ihrem ihren ihrer ihres sein seine
    seinem seinen seiner seines unser unsere jeder jede jedes jeden kein keine ein eine einen
    einem einer seit bis ab ins und oder in
    """.split()
)
"""Before a number with a full stop, these make it an ordinal (``zum 5. Mal``)."""

GERMAN_BEFORE_DAY = frozenset("am vom zum beim dem den seit".split())
"""Those that no other of the four languages has before a number."""

STARTERS = frozenset(
    """
    The This That These Those It Its He She They We You There Here However But And So Then When
    While If Although After Before Since In On At As For From With Our His Her Their A An What
    Who Where Why How Yet Still Meanwhile Today Yesterday Another Some Many Most Both Il Elle
    Ils Elles Ce Cet Cette Ces C Nous Vous Je J Les Des Une Un Le La L Mais Et Or Donc Car Ainsi
    Alors Cependant Toutefois Pourtant Dans En Au Aux Avec Pour Par Sur Selon Depuis Après Avant
    Si Quand Lorsque Comme Son Sa Ses Leur Leurs Notre Nos Qui Que Quoi Où Der Die Das Dem Den
    Er Sie Es Wir Ihr Ich Man Ein Eine Einen Einem Einer Aber Und Oder Doch Denn Dann Danach
    Dabei Damit Dazu Dort Da Daher Deshalb Darum Diese Dieser Dieses Diesem Im Am Beim Zum Zur
    Vom Mit Nach Nachdem Vor Für Bei Seit Wenn Als Ob Obwohl Weil Während Auch Nur Noch Schon
    Jetzt Heute Gestern Hier Was Wer Wie Wo Warum Zudem Außerdem Allerdings Jedoch Laut Lo Gli I
    Uno Una Ma E Però Quindi Inoltre Tuttavia Infatti Poi Dopo Prima Quando Se Nel Nella Nei Al
    Alla Dal Dalla Del Della Con Per Su Tra Fra Secondo Questo Questa Questi Queste Quello
    Quella Egli Ella Essi Noi Voi Lei Lui Loro Sono È Ha Hanno Non Anche Così Come Chi Che Is
    Are Not No Nicht Kein Keine Ihre Seine Sein Unser
    """.split()
)
"""Words that, with a capital, mostly open a sentence."""


@lru_cache(maxsize=8)
def never_last(language: str | None) -> frozenset[str]:
    """Return the abbreviations that do not end a sentence, for one language or for all four."""
    if language in _TITLES:
        return frozenset(_TITLES[language].split())
    everything = frozenset(word for words in _TITLES.values() for word in words.split())
    return everything - frozenset(_OTHERS.split())
