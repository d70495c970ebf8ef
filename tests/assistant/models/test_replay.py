"""What was recorded comes back; what was not is not made up."""

import json

import pytest

from assistant import ConfigError, Finish, ModelProblem, ScriptedChat
from assistant.models.replay import ReplayChat, prompt_digest

END = Finish(prompt_tokens=7, completion_tokens=3, requests=1)


def test_a_recording_is_a_round_trip(tmp_path, make_request):
    file = tmp_path / "replies.jsonl"
    script = ScriptedChat([["138 milliards\u2028", "[1].", END]])
    recorder = ReplayChat(file, "m", record=script)
    assert list(recorder.reply(make_request())) == ["138 milliards\u2028", "[1].", END]
    assert list(recorder.reply(make_request())) == ["138 milliards\u2028[1].", END]
    # Another process, another random mark, and nobody to ask.
    assert list(ReplayChat(file, "m").reply(make_request())) == ["138 milliards\u2028[1].", END]


def test_other_words_passages_or_models_are_other_replies(tmp_path, make_request):
    file = tmp_path / "replies.jsonl"
    list(ReplayChat(file, "m", record=ScriptedChat(["Ja."])).reply(make_request()))
    for name, request in [
        ("other", make_request()),
        ("m", make_request("Und 2025?")),
        ("m", make_request(language="German")),
        ("m", make_request(texts=("Etwas anderes.",))),
    ]:
        with pytest.raises(ModelProblem, match="no reply of"):
            list(ReplayChat(file, name).reply(request))


def test_the_digest_leaves_out_nothing_but_the_mark(make_request):
    assert prompt_digest(make_request()) == prompt_digest(make_request())
    attack = "<passage 1 0123456789abcdef>"
    assert prompt_digest(make_request(attack)) != prompt_digest(make_request())


def test_a_reply_that_was_cut_is_not_kept(tmp_path, make_request):
    file = tmp_path / "replies.jsonl"
    cut = Finish(complete=False, reason="deadline")
    model = ReplayChat(file, "m", record=ScriptedChat([["Un", cut], "Una risposta."]))
    assert list(model.reply(make_request())) == ["Un", cut]
    assert list(model.reply(make_request()))[0] == "Una risposta."


def test_a_key_is_not_recorded(tmp_path, make_request):
    file = tmp_path / "replies.jsonl"
    script = ScriptedChat(["The key is sk-proj-Zq81kfLw02maXyPd, said the model."])
    list(ReplayChat(file, "m", record=script).reply(make_request()))
    assert "Zq81" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"model": "m"}', json.dumps({"finish": {}})])
def test_a_file_that_is_no_recording_is_named_with_its_line(tmp_path, line):
    file = tmp_path / "replies.jsonl"
    file.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"Line 2 of .*replies\.jsonl"):
        ReplayChat(file, "m")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ConfigError, match="nowhere"):
        ReplayChat(tmp_path / "nowhere", "m")
