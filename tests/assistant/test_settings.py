"""Where settings come from, and where a key may go."""

import pytest

from assistant import ConfigError
from assistant.settings import endpoint, folder_of, key_for, load, store_of


def test_flags_over_environment_over_file_over_defaults(tmp_path):
    (tmp_path / "config.toml").write_text("model = 'file'\npassages = 3\nstrict = true\n")
    environ = {"ATTESTO_HOME": str(tmp_path), "ATTESTO_MODEL": "env", "ATTESTO_PASSAGES": "4"}
    loaded = load({"model": "flag", "strict": None}, environ)
    settings = loaded.settings
    assert (settings.model, settings.passages, settings.strict) == ("flag", 4, True)
    assert loaded.origins["model"] == "command line"
    assert loaded.origins["passages"] == "environment"
    assert loaded.origins["strict"].endswith("config.toml")
    assert loaded.origins["deadline"] == "default"


@pytest.mark.parametrize(
    "environ",
    [
        {"ATTESTO_LANGUAGE": "es"},
        {"ATTESTO_DEADLINE": "-1"},
        {"ATTESTO_BASE_URL": "localhost:11434"},
        {"ATTESTO_PROMPT_TOKENS": "lots"},
    ],
)
def test_a_wrong_value_names_its_setting(environ, tmp_path):
    with pytest.raises(ConfigError, match=next(iter(environ)).removeprefix("ATTESTO_").lower()):
        load({}, {"ATTESTO_HOME": str(tmp_path), **environ})


@pytest.mark.parametrize(
    ("environ", "url", "key"),
    [
        ({"OPENAI_API_KEY": "o"}, "https://api.openai.com/v1", "o"),
        ({"OPENAI_API_KEY": "o"}, "http://localhost:11434/v1", None),
        ({"OPENAI_API_KEY": "o"}, "https://api.openai.com.evil.example/v1", None),
        ({"OPENAI_API_KEY": "o", "OPENAI_BASE_URL": "http://a/v1"}, "http://a/v1/", "o"),
        ({"OPENAI_API_KEY": "o", "OPENAI_BASE_URL": "http://a/v1"}, "http://a:81/v1", None),
        ({"ATTESTO_API_KEY": "a", "ATTESTO_BASE_URL": "http://b/v1"}, "http://b/v1", "a"),
        ({"ATTESTO_API_KEY": "a", "ATTESTO_BASE_URL": "http://b/v1"}, "http://c/v1", None),
        ({"ATTESTO_API_KEY": "a"}, "http://c/v1", None),
    ],
)
def test_a_key_goes_only_to_the_host_it_was_given_for(environ, url, key, tmp_path):
    assert key_for(url, {"ATTESTO_HOME": str(tmp_path), **environ}) == key


def test_without_endpoint_or_key_there_is_no_endpoint(tmp_path):
    settings = load({}, {"ATTESTO_HOME": str(tmp_path)}).settings
    assert endpoint(settings, {}) is None
    assert endpoint(settings, {"OPENAI_API_KEY": "k"}) == "https://api.openai.com/v1"


def test_the_store_lies_outside_the_folder_and_is_its_own(tmp_path):
    environ = {"ATTESTO_HOME": str(tmp_path / "home")}
    first, second = tmp_path / "a" / "news", tmp_path / "b" / "news"
    stores = {store_of(first, environ), store_of(second, environ)}
    assert len(stores) == 2
    assert all(store.is_relative_to(tmp_path / "home") for store in stores)


def test_no_folder_at_all_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    environ = {"ATTESTO_HOME": str(tmp_path / "home")}
    with pytest.raises(ConfigError, match="attesto index"):
        folder_of(load({}, environ).settings, environ)
