"""YAML that remembers its lines, so that every error about a question can name its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evals.errors import QuestionFault


class Mapping(dict[str, Any]):
    """A YAML mapping with the line it starts on and the line of each of its keys."""

    def __init__(self, line: int = 1) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a question file."""

    file: str
    line: int

    def __str__(self) -> str:
        """Return ``file:line``, as compilers write it."""
        return f"{self.file}:{self.line}"


def read_yaml(path: Path) -> Mapping:
    """Read a question file.

    Args:
        path: a YAML file in UTF-8 whose top level is a mapping.

    Returns:
        The mapping; it and every mapping inside it know their line, counted from 1.

    Raises:
        QuestionFault: the file cannot be read, is not YAML, repeats a key, or holds something
            else than a mapping.
    """
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8")
    except OSError as fault:
        raise QuestionFault(f"{path} cannot be read: {fault.strerror}.") from fault
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise QuestionFault(
            f"{path.name}:{line}: not UTF-8: {fault.reason}; save the file as UTF-8."
        ) from fault
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise QuestionFault(f"{path.name}:{line}: not valid YAML: {fault.problem}.") from fault
    except yaml.YAMLError as fault:
        raise QuestionFault(f"{path.name}:1: not valid YAML: {fault}.") from fault
    if not isinstance(root, yaml.MappingNode):
        raise QuestionFault(f"{path.name}:1: the file must be a mapping, such as `corpus: seeds`.")
    value = _value(root, path.name)
    assert isinstance(value, Mapping)
    return value


def _value(node: yaml.Node, file: str, around: tuple[yaml.Node, ...] = ()) -> Any:
    """Turn a node into plain Python; scalars stay the strings that were written."""
    if any(node is outer for outer in around):
        line = node.start_mark.line + 1
        raise QuestionFault(
            f"{file}:{line}: this holds itself, by a `*` that means it; write it out."
        )
    around = (*around, node)
    if isinstance(node, yaml.MappingNode):
        result = Mapping(node.start_mark.line + 1)
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in result:
                raise QuestionFault(f"{file}:{line}: `{key}` is given twice; remove one.")
            result[key] = _value(value_node, file, around)
            result.lines[key] = line
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, file, around) for item in node.value]
    return str(node.value)
