"""New words put into a front matter at their places, found on a walk along its nodes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from planpress.translate.scalars import quoted, scalar
from planpress.translate.ways import Branch, Entries, Group, Leaf, Lines
from planpress.translate.yaml_lines import lines, merged, only


class Unfit(Exception):  # noqa: N818  # it says what the file is
    """A front matter is not built so that words can be put into it; the message says why."""


@dataclass
class Edits:
    """Replacements in a front matter, collected on a walk along its nodes."""

    text: str
    found: list[tuple[int, int, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.text and not self.text.endswith("\n"):
            self.text += "\n"
        self.starts = [0, *(m.end() for m in re.finditer("\n", self.text))]

    def done(self) -> str:
        """Return the front matter with all replacements made."""
        text = self.text
        for _, (start, end, _, new) in sorted(enumerate(self.found), key=_place, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def branch(self, node: yaml.Node, wanted: Branch, *, flow: bool = False) -> None:
        """Collect what is new at a node and below it. Raises Unfit."""
        if not wanted.said:
            return
        if isinstance(wanted, Leaf) and isinstance(node, yaml.ScalarNode):
            self._value(node, wanted.text or "", flow=flow)
        elif isinstance(wanted, Entries) and isinstance(node, yaml.SequenceNode):
            self._inside(node, wanted, {_named(item, wanted.keys): item for item in node.value})
        elif isinstance(wanted, Lines) and isinstance(node, yaml.SequenceNode):
            self._inside(node, wanted, {str(at): item for at, item in enumerate(node.value)})
        elif type(wanted) is Group and isinstance(node, yaml.MappingNode):
            self._inside(node, wanted, {str(key.value): value for key, value in node.value})
        else:
            raise Unfit(f"line {node.start_mark.line + 2} is not built like the first language's")

    def _inside(
        self, node: yaml.CollectionNode, wanted: Group, there: Mapping[str, yaml.Node]
    ) -> None:
        """Go on in what is there; put what is new behind what stands before it in the source."""
        if any(branch.said and name not in there for name, branch in wanted.inner.items()):
            if node.flow_style:
                self._flow(node, wanted)
                return
            self._into(node, wanted, there)
        for name, branch in wanted.inner.items():
            if name in there:
                self.branch(there[name], branch, flow=bool(node.flow_style))

    def _into(
        self, node: yaml.CollectionNode, wanted: Group, there: Mapping[str, yaml.Node]
    ) -> None:
        indent = node.start_mark.column
        name, first = next(iter(there.items()))
        at = self.starts[node.start_mark.line] if name in wanted.inner else self._after(first)
        for name, branch in wanted.inner.items():
            if name in there:
                at = self._after(there[name])
            elif branch.said:
                alone = only(wanted, name)
                new = "".join(f"{line}\n" for line in lines(alone, indent))
                self.found.append((at, at, indent, new))

    def _after(self, node: yaml.Node) -> int:
        """Return where the line behind a node begins."""
        last = node.end_mark.line - (1 if node.end_mark.column == 0 else 0)
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            inner = node.value[-1]
            return self._after(inner[1] if isinstance(inner, tuple) else inner)
        while last > node.start_mark.line and not self._line(last).strip():
            last -= 1
        last = max(last, node.start_mark.line)
        return self.starts[last + 1]

    def _line(self, number: int) -> str:
        return self.text[self.starts[number] : self.starts[number + 1]]

    def _value(self, node: yaml.ScalarNode, text: str, *, flow: bool) -> None:
        if node.value.strip() == text:
            return
        start = self.starts[node.start_mark.line] + node.start_mark.column
        end = self.starts[node.end_mark.line] + node.end_mark.column
        end = start + len(self.text[start:end].rstrip())
        line = self._line(node.start_mark.line)
        indent = len(line) - len(line.lstrip(" "))
        lead = re.match(r" *(?:- )+", line)
        if lead and lead.end() < node.start_mark.column:
            indent = lead.end()
        style = node.style or ("" if "\n" not in self.text[start:end] else ">")
        new = scalar(text, indent, node.start_mark.column, style)
        behind = self.text[end : self.text.index("\n", end)].strip()
        if (flow and style != "'") or (behind and "\n" in new):
            new = quoted(text)
        self.found.append((start, end, 0, new))

    def _flow(self, node: yaml.CollectionNode, wanted: Group) -> None:
        """Write a list or group in brackets anew, with what is new in it."""
        whole = merged(_plain(node), wanted)
        dumped = yaml.safe_dump(
            whole, default_flow_style=True, allow_unicode=True, width=1_000_000, sort_keys=False
        ).strip()
        start = self.starts[node.start_mark.line] + node.start_mark.column
        end = self.starts[node.end_mark.line] + node.end_mark.column
        self.found.append((start, end, 0, dumped))


def _place(edit: tuple[int, tuple[int, int, int, str]]) -> tuple[int, int, int, int]:
    """Return what edits are sorted by: at one place the deepest comes first, then their order."""
    number, (start, end, indent, _) = edit
    return start, end, -indent, number


def _named(node: yaml.Node, keys: tuple[str, ...]) -> str:
    pairs = {k.value: v.value for k, v in node.value} if isinstance(node, yaml.MappingNode) else {}
    return next((str(pairs[key]).strip() for key in keys if key in pairs), "")


def _plain(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return str(node.value)
