"""The bench's own parts: text, plot and table. What it times is not timed here."""

import json
import xml.etree.ElementTree as ET
from itertools import pairwise

from evals.bench import tasks
from evals.bench.__main__ import _size_lines
from evals.bench.chart import Line, Plot, growth_chart
from evals.bench.scale import Size, growth, ratios
from evals.bench.sent import _sent
from evals.bench.text import LANGUAGES, PARAGRAPHS, questions, write_articles
from evals.cases import Span
from index import Hit, detect

TASKS = {
    "index": {"seconds": 10.0, "busy": 8.0, "chunks": 1000.0, "peak_mb": 350.0},
    "upsert": {"seconds": 10.0, "busy": 8.0},
    "search": {"ours_p50": 0.02, "ours_p95": 0.03, "bare_p50": 0.01, "bare_p95": 0.01},
    "recall": {"recall": 0.995, "ours": 0.999},
    "answer": {"seconds": 0.1, "peak_mb": 600.0},
    "change": {"seconds": 0.05},
}


def test_the_same_articles_for_everyone(tmp_path):
    for name in ("one", "other"):
        write_articles(tmp_path / name, 8)
    files = sorted(path.relative_to(tmp_path / "one") for path in tmp_path.glob("one/*/*.txt"))
    assert len(files) == 8
    for number, file in enumerate(files):
        text = (tmp_path / "one" / file).read_text("utf-8")
        assert text == (tmp_path / "other" / file).read_text("utf-8")
        assert len(text.strip().split("\n\n")) == PARAGRAPHS + 1
        assert detect(text) == LANGUAGES[number % 4]
    assert questions(8) == questions(8)
    assert len(set(questions(8))) == 8


def test_tasks_measure_and_print_json(tmp_path, capsys):
    write_articles(tmp_path / "folder", 12)
    folder, store, bare = (str(tmp_path / name) for name in ("folder", "store", "bare"))
    told = {}
    for name, *arguments in (
        ("index", folder, store), ("upsert", store, bare), ("search", folder, store, bare, "-"),
        ("answer", folder, store), ("rescan", folder, store), ("change", folder, store),
        ("recall", store),  # last: a plain client of Chroma stays open as long as the process
    ):  # fmt: skip
        tasks.main([name, *arguments])
        told[name] = json.loads(capsys.readouterr().out)
    assert told["index"]["chunks"] >= 12
    assert told["recall"] == {"recall": 1.0, "ours": 1.0}
    assert (told["rescan"]["files"], told["rescan"]["written"]) == (12, 0)
    assert {"ours_p95", "bare_p95"} <= told["search"].keys()


def test_ratios_are_held_against_their_bars():
    found = {
        r.claim: r for r in ratios([Size(10_000, TASKS)], {"seconds": 6, "walk": 1, "written": 0})
    }
    assert found["10,000 chunks: index / bare upsert"].measured == 1.0
    assert found["10,000 chunks: index / bare upsert"].holds
    assert not found["10,000 chunks: search p95 / bare query"].holds
    assert not found["10,000 chunks: answering, MB / 500"].holds
    assert not found["rescan of 10,000 / walk"].holds
    assert found["rescan: files written or embedded"].holds
    assert found["10,000 chunks: one change / whole index"].holds  # a 200th; at 100,000 a 100th
    assert [*ratios([Size(1000, TASKS)], None)] == []  # shown, not judged


def test_growth_is_drawn_and_told():
    sizes = [Size(1000, TASKS), Size(10_000, TASKS | {"index": TASKS["index"] | {"chunks": 1e4}})]
    seconds, asking, memory, recall = growth(sizes)
    assert seconds.lines["whole index"].points == [(1000.0, 10.0), (10_000.0, 10.0)]
    assert "LlamaIndex" not in seconds.lines
    assert "search, p95" in asking.lines
    assert [y for _, y in memory.lines["answering"].points] == [TASKS["answer"]["peak_mb"]] * 2
    assert [y for _, y in recall.lines["search"].points] == [100 * TASKS["recall"]["ours"]] * 2
    plots = [seconds, asking, memory, recall]
    drawing = ET.fromstring(growth_chart("How it grows & why", plots))
    assert len(drawing.findall(".//{*}polyline")) == sum(len(plot.lines) for plot in plots)
    assert growth_chart("nothing", [Plot("empty", "s", {})]) == ""
    assert "prefers-color-scheme: dark" in growth_chart("both", plots)
    table = "\n".join(_size_lines(sizes))
    assert "search p95, ms" in table
    assert "·" in table  # what was not measured is not a zero


def test_names_of_lines_that_meet_are_written_apart_and_all_lie_within_the_plot():
    lines = {name: Line([(1_000, 5.0), (90_000, 7.0)], "a") for name in "abcdefg"}
    for least in (None, 0):
        drawing = ET.fromstring(growth_chart("t", [Plot("p", "s", lines, least, bars=(9,))]))
        names = [t for t in drawing.iter("{http://www.w3.org/2000/svg}text") if t.text in lines]
        heights = sorted(float(text.get("y")) for text in names)
        assert all(b - a >= 13 for a, b in pairwise(heights))
        dots = list(drawing.iter("{http://www.w3.org/2000/svg}circle"))
        assert all(60 <= float(dot.get("cx")) <= 348 for dot in dots)
        assert all(30 <= float(dot.get("cy")) <= 240 for dot in dots)


def test_tokens_sent_and_what_they_cover():
    gold = (Span("a.txt", 0, 10, "x" * 10, (0, 10)),)
    hits = [Hit("b.txt", 0, 5, "five words are sent here", 1.0), Hit("a.txt", 5, 20, "one", 0.5)]
    one, two = (_sent(k, [hits], [(gold,)]) for k in (1, 2))
    assert (one.coverage, two.coverage) == (0.0, 0.5)
    assert two.tokens == one.tokens + 1
