"""A setting, or an object, becomes a model; nothing is loaded that was not chosen."""

import subprocess
import sys

import pytest
from llama_index.core.llms import MockLLM

from assistant import ConfigError, ScriptedChat
from assistant.models import choose
from assistant.models.extract import ExtractReader
from assistant.models.llamaindex import LlamaIndexChat
from assistant.models.openai import OPENAI_MODEL, OpenAIChat

LOCAL = "http://localhost:11434"


@pytest.mark.parametrize(
    ("spec", "base_url", "key", "kind", "name"),
    [
        ("extract", None, None, ExtractReader, "extract"),
        ("extract", LOCAL, "k", ExtractReader, "extract"),
        ("auto", None, None, ExtractReader, "extract"),
        ("auto", None, "k", OpenAIChat, OPENAI_MODEL),
        ("auto", "https://api.openai.com/v1", "k", OpenAIChat, OPENAI_MODEL),
        ("auto", "https://api.openai.com.example/v1", "k", OpenAIChat,
         "first model of api.openai.com.example"),
        ("auto", LOCAL, None, OpenAIChat, "first model of localhost:11434"),
        ("qwen3:8b", LOCAL, None, OpenAIChat, "qwen3:8b"),
        (" gpt-5 ", None, "k", OpenAIChat, "gpt-5"),
    ],
)  # fmt: skip
def test_by_name(spec, base_url, key, kind, name):
    model = choose(spec, base_url=base_url, key=key)
    assert type(model) is kind
    assert model.name == name


def test_a_model_of_ours_is_taken_as_it_is():
    model = ScriptedChat([])
    assert choose(model) is model


def test_a_llamaindex_llm_is_wrapped():
    assert type(choose(MockLLM())) is LlamaIndexChat


@pytest.mark.parametrize("spec", ["", "  ", None, 5, object(), ["gpt-5"]])
def test_anything_else_is_refused(spec):
    with pytest.raises(ConfigError):
        choose(spec)


@pytest.mark.parametrize(
    ("spec", "unwanted"),
    [
        ("'extract'", ("openai", "httpx", "llama_index")),
        ("'qwen3', base_url='http://localhost:1'", ("llama_index",)),
    ],
)
def test_only_what_is_chosen_is_loaded(spec, unwanted):
    code = (
        f"import sys; from assistant.models import choose; choose({spec}); "
        f"print([m for m in {unwanted!r} if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
