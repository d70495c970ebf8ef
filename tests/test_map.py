"""The map of docs/design.md, as a test: layers, doors, sizes, cheap imports."""

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("index", "prompts", "assistant", "evals")
MAY_IMPORT = {
    "index": set(),
    "prompts": set(),
    "assistant": {"index", "prompts"},
    "evals": {"assistant", "index", "prompts"},
}
# The command line is where everything meets: its `eval` command looks up the stairs.
EXCEPTIONS = {("assistant/commands/measuring.py", "evals")}
# What fits the weights of a part, or times it alone, has to see inside it.
FITTING = (
    "evals/furniture.py",
    "evals/bench/tasks.py",
    "evals/checking/bounds.py",
    "evals/checking/differ.py",
    "evals/checking/fit.py",
    "evals/fit.py",
    "evals/public",
    "evals/reading",
)
# One file for each outside library; two where it is a seam on both sides.
VENDORS = {
    "chromadb": {"index/chroma_client.py"},
    "chromadb_rust_bindings": {"index/chroma_engine.py"},
    "gradio": {"assistant/ui"},
    "openai": {"assistant/models/openai.py"},
    "httpx": {"index/connection.py"},
    "tiktoken": {"index/tokens.py"},
    "Stemmer": {"index/terms.py"},
    "py3langid": {"index/foreign.py"},
    "trafilatura": {"index/formats/html.py"},
    "lxml": {"index/formats/html.py"},
    "pypdf": {"index/formats/pdf.py"},
    "docx": {"index/formats/docx.py"},
    "striprtf": {"index/formats/rtf.py"},
    "llama_index": {
        "assistant/llamaindex.py",
        "assistant/models/llamaindex.py",
        "index/llamaindex_embedder.py",
    },
    "click": {"assistant/cli.py", "assistant/commands/", "assistant/console.py"},
    "filelock": {"index/lock.py"},
    "platformdirs": {"assistant/settings.py"},
}
FREE_OF_VENDORS = ("evals/bench", "index/training")  # measure or make what others provide


def modules() -> Iterator[tuple[str, ast.Module, str]]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            yield path.relative_to(ROOT).as_posix(), ast.parse(text), text


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


MODULES = list(modules())
IDS = [name for name, _, _ in MODULES]


@pytest.mark.parametrize(("name", "tree", "text"), MODULES, ids=IDS)
def test_a_package_imports_only_what_lies_below_it_and_only_by_its_door(name, tree, text):
    own = name.split("/")[0]
    for target in imports(tree):
        package, _, inner = target.partition(".")
        if package not in PACKAGES or package == own or (name, package) in EXCEPTIONS:
            continue
        assert package in MAY_IMPORT[own], f"{name} imports {target}: {own} lies below {package}"
        assert not inner or name.startswith(FITTING), (
            f"{name} imports {target}: use the door, `from {package} import …`"
        )


@pytest.mark.parametrize(("name", "tree", "text"), MODULES, ids=IDS)
def test_each_vendor_is_imported_in_its_own_file(name, tree, text):
    if name.startswith(FREE_OF_VENDORS):
        return
    for target in imports(tree):
        homes = VENDORS.get(target.split(".")[0])
        assert homes is None or any(name.startswith(home) for home in homes), (
            f"{name} imports {target}, which belongs in {', '.join(sorted(homes))}"
        )


@pytest.mark.parametrize(("name", "tree", "text"), MODULES, ids=IDS)
def test_files_and_functions_stay_short(name, tree, text):
    assert text.count("\n") < 300, f"{name} is too long: which idea wants a room of its own?"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            length = (node.end_lineno or 0) - body[0].lineno + 1
            assert length <= 40, f"{name}:{node.lineno}: {node.name} has {length} lines"


@pytest.mark.parametrize("package", PACKAGES)
def test_the_map_names_every_room(package):
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    rooms = {name.removeprefix(f"{package}/") for name in IDS if name.startswith(f"{package}/")}
    # A module by its name; what lies in a folder by the folder's.
    named = {
        room.partition("/")[0] + "/" if "/" in room else room.removesuffix(".py")
        for room in rooms
        if not room.startswith("__")
    }
    assert not [room for room in sorted(named) if f"`{room}`" not in text]


TESTS = sorted((ROOT / "tests").rglob("*.py"))


@pytest.mark.parametrize("path", TESTS, ids=[p.relative_to(ROOT).as_posix() for p in TESTS])
def test_files_of_tests_stay_short(path):
    assert path.read_text(encoding="utf-8").count("\n") < 300, "split it by what is tested"


def test_there_are_no_circles():
    graph = {name: set(_siblings(name, tree)) for name, tree, _ in MODULES}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail[trail.index(name) :], name])
        if name not in done:
            for target in graph.get(name, ()):
                visit(target, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def _siblings(name: str, tree: ast.Module) -> Iterator[str]:
    """Modules of the same package that are imported when this one is loaded."""
    known = set(IDS)
    for node in tree.body:
        if not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        folder = name.rsplit("/", 1)[0]
        base = f"{folder}/" if node.level == 1 else ""
        path = base + node.module.replace(".", "/")
        yield from (p for p in (f"{path}.py", f"{path}/__init__.py") if p in known and p != name)


@pytest.mark.parametrize("package", ["index", "assistant"])
def test_the_door_is_explicit_sorted_and_opens(package):
    door = importlib.import_module(package)
    names = door.__all__
    assert names == sorted(names, key=lambda n: (not n.isupper(), n[0].islower(), n))
    for name in names:
        assert getattr(door, name) is not None
    assert not hasattr(door, "not_there")


@pytest.mark.parametrize(
    "statement", ["import assistant", "import index", "from assistant import cli"]
)
def test_importing_costs_none_of_the_heavy_packages(statement):
    heavy = ("llama_index", "chromadb", "openai", "gradio", "numpy", "pydantic", "tiktoken")
    code = f"import sys; {statement}; print([m for m in {heavy!r} if m in sys.modules])"
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert out.stdout.strip() == "[]"
