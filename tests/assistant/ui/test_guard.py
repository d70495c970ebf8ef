"""Who may ask, for what, how much: the rules, asked as a browser or an attacker would ask."""

import base64

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from assistant import ConfigError
from assistant.ui.guard import LARGEST_POST, Guard, Rules
from assistant.ui.serve import Door, rules_of

HERE = "http://127.0.0.1:7860"


async def everything(scope, receive, send):
    """An application that would give anything away."""
    while scope["method"] == "POST":
        message = await receive()
        if not message.get("more_body"):
            break
    page = "<html><head></head><script>1</script><script >2</script></html>"
    await PlainTextResponse(page if scope["path"] == "/" else "SECRET")(scope, receive, send)


def client(rules=None, base=HERE):
    return TestClient(Guard(everything, rules or Rules()), base_url=base)


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file/etc/passwd",
        "/file=/etc/passwd",
        "/gradio_api/proxy=http://169.254.169.254/",
        "/gradio_api/upload",
        "/gradio_api/stream/x/1/2/playlist.m3u8",
        "/gradio_api/component_server",
        "/gradio_api/vibe-edit",
        "/monitoring",
        "/static/../../../etc/passwd",
        "/static/%2e%2e/%2e%2e/etc/passwd",
        "/static/..%5c..%5cetc",
        "/assets/%00",
        "/attesto/web/..%2f..%2fsecret",
        "/attesto/web/C:%5cx",
        "/attesto/web/\u2024\u2024/x",
        "/attesto/web/" + "%2e%2e/" * 500,
        "/nothing",
    ],
)
def test_G15_no_path_but_the_pages_own_exists_and_all_say_the_same(path):
    reply = client().get(path)
    assert (reply.status_code, reply.text) == (404, "There is nothing here.")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:7860", "127.0.0.1.evil.example"])
def test_G17_a_rebound_name_is_refused(host):
    reply = client().get("/", headers={"host": host})
    assert reply.status_code == 421
    assert "SECRET" not in reply.text


@pytest.mark.parametrize("host", ["127.0.0.1:7860", "localhost:7860", "[::1]:7860"])
def test_G17_the_machines_own_names_are_known(host):
    assert client().get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/gradio_api/call/ask", "/attesto/feedback"])
def test_G17_another_site_can_post_nothing(path, headers):
    assert client().post(path, json={}, headers=headers).status_code == 403


def test_G17_another_site_can_read_nothing_but_may_link_here():
    cross = {"sec-fetch-site": "cross-site"}
    assert client().get("/attesto/source", headers=cross).status_code == 403
    assert client().get("/", headers={**cross, "sec-fetch-mode": "navigate"}).status_code == 200
    assert client().post("/attesto/feedback", headers={"origin": HERE}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/attesto/source", "/nothing"])
def test_G02_G17_every_reply_tells_the_browser_what_it_may_not_do(path):
    headers = client().get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["img-src"] == "'self' data:"
    assert policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_G02_only_scripts_of_the_page_itself_have_its_nonce():
    one, two = client().get("/"), client().get("/")
    nonce = one.headers["content-security-policy"].split("'nonce-")[1].split("'")[0]
    assert one.text.count(f'<script nonce="{nonce}"') == 3  # two there, and ours
    assert nonce not in two.text


def test_H05_a_request_larger_than_any_the_page_makes_is_refused():
    big = b"x" * (LARGEST_POST + 1)
    assert client().post("/attesto/feedback", content=big).status_code == 413
    unnamed = iter([big])  # in pieces, so that no length is announced
    assert client().post("/attesto/feedback", content=unnamed).status_code == 413


def test_H05_a_document_may_be_larger_only_where_documents_may_be_added():
    big = b"x" * (LARGEST_POST + 1)
    assert client().post("/attesto/documents", content=b"x").status_code == 413
    allowed = client(Rules(largest_upload=2 * LARGEST_POST))
    assert allowed.post("/attesto/documents", content=big).status_code == 200


@pytest.mark.parametrize(
    "given", [None, "Basic", "Basic !!!", "Bearer x", "Basic " + base64.b64encode(b"x:no").decode()]
)
def test_H01_without_the_password_there_is_nothing(given):
    reply = client(Rules(password="open sesame")).get(
        "/attesto/source", headers={"authorization": given} if given else {}
    )
    assert reply.status_code == 401
    assert reply.headers["www-authenticate"].startswith("Basic")


def test_H01_the_password_opens():
    assert client(Rules(password="öpen")).get("/", auth=("any", "öpen")).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org"])
def test_H01_another_host_needs_a_password(host):
    with pytest.raises(ConfigError, match="ATTESTO_PASSWORD"):
        rules_of(Door(host=host), None)


def test_H01_with_a_password_a_number_will_do_but_a_foreign_name_will_not():
    rules = rules_of(Door(host="0.0.0.0", names=("Docs.Example.org",)), "secret")
    served = client(rules)
    for host, status in [
        ("192.168.1.5:7860", 401), ("docs.example.org", 401), ("evil.example", 421),
    ]:  # fmt: skip
        assert served.get("/", headers={"host": host}).status_code == status


def test_there_are_no_web_sockets():
    with pytest.raises(WebSocketDisconnect), client().websocket_connect("/"):
        pass
