"""Neighbours by meaning that are two things: cities, employment and unemployment."""

import pytest

from assistant import check

IN_CHINA = {
    "en": "The company opened a new factory in {}.",
    "fr": "L'entreprise a ouvert une nouvelle usine à {}.",
    "de": "Das Unternehmen eröffnete eine neue Fabrik in {}.",
    "it": "L'azienda ha aperto una nuova fabbrica a {}.",
}
SHANGHAI = {"en": "Shanghai", "fr": "Shanghai", "de": "Schanghai", "it": "Shanghai"}
BEIJING = {"en": "Beijing", "fr": "Pékin", "de": "Peking", "it": "Pechino"}
OSAKA = dict.fromkeys(IN_CHINA, "Osaka")
TOKYO = {"en": "Tokyo", "fr": "Tokyo", "de": "Tokio", "it": "Tokyo"}
ACROSS = [(one, other) for one in IN_CHINA for other in IN_CHINA if one != other]
EMPLOYMENT = {
    "en": "Employment {} in May.",
    "fr": "L'emploi {} en mai.",
    "de": "Die Beschäftigung ist im Mai {}.",
    "it": "L'occupazione {} a maggio.",
}
UNEMPLOYMENT = {
    "en": "Unemployment {} in May.",
    "fr": "Le chômage {} en mai.",
    "de": "Die Arbeitslosigkeit ist im Mai {}.",
    "it": "La disoccupazione {} a maggio.",
}
FELL = {"en": "fell", "fr": "a baissé", "de": "gesunken", "it": "è calata"}
ROSE = {"en": "rose", "fr": "a augmenté", "de": "gestiegen", "it": "è aumentata"}


@pytest.mark.parametrize(("one", "other"), ACROSS)
@pytest.mark.parametrize(("said", "given"), [(SHANGHAI, BEIJING), (OSAKA, TOKYO)])
def test_two_cities_are_two_across_languages(
    said: dict[str, str], given: dict[str, str], one: str, other: str
) -> None:
    claim, quote = IN_CHINA[one].format(said[one]), IN_CHINA[other].format(given[other])
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize(("one", "other"), ACROSS)
@pytest.mark.parametrize("city", [SHANGHAI, BEIJING, TOKYO, OSAKA])
def test_one_city_is_one_under_all_its_names(city: dict[str, str], one: str, other: str) -> None:
    claim, quote = IN_CHINA[one].format(city[one]), IN_CHINA[other].format(city[other])
    assert check(claim, [quote]).verdict == "supported"


@pytest.mark.parametrize("one", EMPLOYMENT)
@pytest.mark.parametrize("other", EMPLOYMENT)
@pytest.mark.parametrize("way", [FELL, ROSE])
def test_employment_is_not_unemployment(one: str, other: str, way: dict[str, str]) -> None:
    up, down = EMPLOYMENT[one].format(way[one]), UNEMPLOYMENT[other].format(way[other])
    assert check(up, [down]).verdict == "unsupported"
    assert check(UNEMPLOYMENT[one].format(way[one]), [down]).verdict == "supported"
    assert check(up, [EMPLOYMENT[other].format(way[other])]).verdict == "supported"


@pytest.mark.parametrize("language", EMPLOYMENT)
def test_the_fall_of_the_one_is_neither_the_rise_of_the_other_nor_against_it(language: str) -> None:
    claim = UNEMPLOYMENT[language].format(FELL[language])
    quote = EMPLOYMENT[language].format(ROSE[language])
    assert check(claim, [quote]).verdict == "unsupported"


def test_those_who_look_for_employment_have_none() -> None:
    quote = "Le nombre de demandeurs d'emploi a baissé en mai."
    assert check("Le chômage a baissé en mai.", [quote]).verdict == "supported"
