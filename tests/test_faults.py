"""Every fault of the catalogue that is about models, citations and injection has its test.

The catalogue lists faults by letter and number; a test carries the id in its name, or in the name
of one of its cases.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
LAST = {"E": 31, "F": 16, "G": 12}
_ID = re.compile(r"(?<![A-Za-z0-9])([EFG]\d\d)(?!\d)")


def ids_in(tree: ast.AST) -> Iterator[str]:
    """The ids in names of tests and in names of their cases, not those in comments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield from _ID.findall(node.name.upper().replace("_", " "))
            for decorator in node.decorator_list:
                for part in ast.walk(decorator):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield from _ID.findall(part.value)
        elif isinstance(node, ast.Assign):
            for part in ast.walk(node.value):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield from _ID.findall(part.value[:4])


@pytest.fixture(scope="module")
def tested() -> set[str]:
    files = TESTS.rglob("test_*.py")
    return {i for file in files for i in ids_in(ast.parse(file.read_text(encoding="utf-8")))}


@pytest.mark.parametrize("letter", LAST)
def test_every_fault_has_a_test(letter: str, tested: set[str]) -> None:
    wanted = {f"{letter}{number:02}" for number in range(1, LAST[letter] + 1)}
    assert sorted(wanted - tested) == []
