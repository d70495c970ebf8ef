"""A script is followed to the letter, and ends."""

import pytest

from assistant import Finish, ScriptedChat
from assistant.errors import ModelBusy


def test_replies_come_in_order_and_requests_are_kept(make_request):
    model = ScriptedChat(["Eins [1].", ["Due ", "[2]."]])
    first, second = make_request("Was?", "German"), make_request("Che cosa?", "Italian")
    assert list(model.reply(first)) == ["Eins [1].", Finish(requests=1)]
    assert list(model.reply(second)) == ["Due ", "[2].", Finish(requests=1)]
    assert model.requests == [first, second]
    assert model.left == 0


def test_a_script_can_say_how_a_reply_ends(make_request):
    end = Finish(complete=False, reason="cut")
    assert list(ScriptedChat([["Une part", end]]).reply(make_request())) == ["Une part", end]


def test_a_script_can_fail(make_request):
    model = ScriptedChat([ModelBusy("later"), "now"])
    with pytest.raises(ModelBusy):
        list(model.reply(make_request()))
    assert list(model.reply(make_request()))[0] == "now"


def test_running_dry_is_an_error(make_request):
    with pytest.raises(LookupError, match="no reply"):
        list(ScriptedChat([]).reply(make_request()))
