"""The route to a local model, against a server that nobody here wrote: ``make test-local-model``.

llama.cpp's server serves a model of random weights. The streaming, the errors and the counting of
tokens are real; the text is nonsense, so nothing of it may end up as a supported statement.
Skipped unless ``LOCAL_MODEL_PYTHON`` names a Python that has ``llama-cpp-python[server]``.
"""

import json
import os
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from assistant import Answer, Assistant, ModelProblem
from evals.__main__ import main as evaluate

PYTHON = os.environ.get("LOCAL_MODEL_PYTHON", "")
pytestmark = pytest.mark.skipif(not PYTHON, reason="run it with: make test-local-model")

BRIDGE = "Die neue Brücke in Halden ist 412 Meter lang und kostete 48 Millionen Pfund."
QUESTIONS = """\
corpus: bridge
passages:
  bruecke.txt:
    length: ist 412 Meter lang
nuggets:
  n412: {number: 412}
questions:
  - id: length
    type: figure
    ask:
      en: How long is the bridge in Halden?
      fr: Quelle est la longueur du pont de Halden ?
      de: Wie lang ist die Brücke in Halden?
      it: Quanto è lungo il ponte di Halden?
    gold: [length]
    nuggets: [n412]
"""


def serve(model: Path, context: int) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        PYTHON, "-m", "llama_cpp.server", "--model", str(model), "--model_alias", "random",
        "--host", "127.0.0.1", "--port", str(port), "--n_ctx", str(context),
        "--chat_format", "chatml", "--verbose", "False",
        # Its threads wait by spinning: on a busy machine two of them are slower than one.
        "--n_threads", "1", "--n_threads_batch", "1",
    ]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/v1"
    for _ in range(300):
        assert process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(f"{url}/models", timeout=5) as reply:
                assert json.load(reply)["data"][0]["id"] == "random"
                return process, url
        except OSError:
            time.sleep(0.2)
    process.kill()
    raise AssertionError("the server did not start within a minute")


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    path = tmp_path_factory.mktemp("model") / "random.gguf"
    writer = Path(__file__).with_name("write_model.py")
    subprocess.run([PYTHON, str(writer), str(path)], check=True)
    assert path.stat().st_size < 320_000
    return path


@pytest.fixture(scope="module")
def endpoint(model):
    process, url = serve(model, context=16_384)
    yield url
    process.terminate()
    process.wait(30)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "bridge"
    place.mkdir()
    (place / "bruecke.txt").write_text(BRIDGE, "utf-8")
    return place


@pytest.fixture
def open_at(folder, tmp_path):
    opened = []

    def _open(url):
        assistant = Assistant.open(folder, store=tmp_path / "store", model="random", base_url=url)
        opened.append(assistant)
        return assistant

    yield _open
    for assistant in opened:
        assistant.close()


@pytest.mark.parametrize(
    "question",
    ["How long is the bridge?", "Wie lang ist die Brücke?", "Quelle est la longueur du pont ?",
     "Quanto è lungo il ponte?"],
)  # fmt: skip
def test_nonsense_is_never_supported(open_at, endpoint, question):
    answer = open_at(endpoint).ask(question)
    assert answer.model == "random"
    assert answer.usage.requests >= 1
    assert not [s for s in answer.statements if s.support.verdict == "supported"]
    for citation in answer.citations:
        assert BRIDGE[citation.start : citation.end] == citation.quote
    assert "\x00" not in answer.text


def test_it_is_streamed_and_the_answer_comes_last(open_at, endpoint):
    *pieces, last = open_at(endpoint).stream("Wie lang ist die Brücke?")
    assert isinstance(last, Answer)
    assert all(isinstance(piece, str) for piece in pieces)
    assert last.usage.requests == 1
    assert last.usage.passages == 1


def test_a_prompt_beyond_the_context_is_an_error_not_a_refusal(open_at, model):
    # This server breaks a stream off before its first word then, and does not say why.
    process, url = serve(model, context=512)
    try:
        with pytest.raises(ModelProblem, match="sent an empty answer"):
            open_at(url).ask("Wie lang ist die Brücke?")
    finally:
        process.terminate()
        process.wait(30)


def test_a_server_that_is_gone_is_said(open_at, model):
    process, url = serve(model, context=512)
    assistant = open_at(url)
    process.kill()
    process.wait(30)
    with pytest.raises(ModelProblem):
        assistant.ask("Wie lang ist die Brücke?")


def test_it_is_evaluated_recorded_and_replayed(folder, tmp_path, endpoint, capsys):
    questions = tmp_path / "questions"
    questions.mkdir()
    (questions / "bridge.all.yaml").write_text(QUESTIONS, "utf-8")
    about = ["--folder", str(folder), "--questions", str(questions)]
    replies, live, again = (tmp_path / name for name in ("replies", "live.json", "again.json"))
    at = ["--model", "random", "--base-url", endpoint, "--record", str(replies)]
    assert evaluate([*about, *at, "--json", str(live)]) == 0
    assert evaluate([*about, "--model", f"replay:{replies}", "--json", str(again)]) == 0
    first, second = (json.loads(path.read_text("utf-8")) for path in (live, again))
    assert first == second
    ended = first["bridge"]["outcomes"]["answerable"]
    assert (ended["right"], ended["crashed"], ended["unparsed"]) == (0, 0, 0)
    said = [json.loads(line)["text"] for line in replies.read_text("utf-8").splitlines()]
    assert [bool(text.strip()) for text in said] == [True] * 4
