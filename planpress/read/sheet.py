"""One Markdown file: its front matter as strings with places, and its body."""

from collections.abc import Iterator, Mapping
from dataclasses import field

import yaml

from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.source import Key
from planpress.read.parted import Parted, parted

Tree = str | list["Tree"] | dict[str, "Tree"]
"""Front matter as it was written: strings, lists and groups of keys."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What stands in one file; `tree` is always a group of keys."""

    path: str
    tree: Mapping[str, Tree] = field(default_factory=dict)
    places: Mapping[Key, Place] = field(default_factory=dict)
    body: str = ""
    body_place: Place

    def at(self, way: Key) -> Place:
        """Return the place of a field, or of the nearest thing around it."""
        for length in range(len(way), 0, -1):
            if way[:length] in self.places:
                return self.places[way[:length]]
        return Place(self.path, 1)


def parse(path: str, text: str) -> tuple[Sheet, list[Problem]]:
    """Split a file into front matter and body, and read the front matter.

    `text` has LF line ends. All faults are reported; what could be read is returned.
    """
    parts, problems = parted(path, text)
    sheet, wrong = front_of(parts)
    return sheet, problems + wrong


def front_of(parts: Parted) -> tuple[Sheet, list[Problem]]:
    """Read the front matter of a file that has been split."""
    path, front, body, place = parts
    tree, places, problems = _Reader(path).read(front)
    return Sheet(path=path, tree=tree, places=places, body=body, body_place=place), problems


def parse_facts(path: str, text: str) -> tuple[Sheet, list[Problem]]:
    """Read a file that is YAML as a whole, without words below it."""
    reader = _Reader(path, first=1, what="the file")
    tree, places, problems = reader.read(text)
    return Sheet(path=path, tree=tree, places=places, body_place=Place(path, 1)), problems


class _Reader:
    """Turns YAML nodes into strings, lists and dicts, and notes where each stands."""

    def __init__(self, path: str, first: int = 2, what: str = "the front matter") -> None:
        self.path = path
        self.first = first
        self.what = what
        self.places: dict[Key, Place] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def read(self, front: str) -> tuple[dict[str, Tree], dict[Key, Place], list[Problem]]:
        try:
            node = yaml.compose(front, Loader=yaml.CBaseLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = (
                Place(self.path, mark.line + self.first, mark.column + 1)
                if mark
                else Place(self.path)
            )
            said = error.problem or "it cannot be understood"
            hint = "Check indents and colons; put a value that has a colon into quotation marks."
            self._report(place, "yaml", f"{self.what} is not valid YAML: {said}", hint)
            return {}, {}, self.problems
        except (yaml.YAMLError, ValueError) as error:
            hint = "Look for control characters or an odd copy and paste; type the line again."
            said = f"{self.what} is not valid YAML: {error}".splitlines()[0]
            self._report(Place(self.path, self.first), "yaml", said, hint)
            return {}, {}, self.problems
        if node is None:
            return {}, {}, self.problems
        if not isinstance(node, yaml.MappingNode):
            message = f"{self.what} is not a group of keys"
            hint = "Write every fact as a key, a colon and a value, such as “title: Our vision”."
            self._report(self._place(node), "yaml", message, hint)
            return {}, {}, self.problems
        tree = self._group(node, ())
        return tree, self.places, self.problems

    def _report(self, place: Place, rule: str, message: str, hint: str) -> None:
        self.problems.append(error(place, rule, message, hint))

    def _place(self, node: yaml.Node) -> Place:
        return Place(self.path, node.start_mark.line + self.first, node.start_mark.column + 1)

    def _tree(self, node: yaml.Node, way: Key) -> Tree:
        if id(node) in self.seen:
            hint = "Write the value out again instead of using & and *."
            self._report(self._place(node), "yaml", "a value is used twice by a reference", hint)
            return ""
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._group(node, way)
        if isinstance(node, yaml.SequenceNode):
            items: list[Tree] = []
            for index, item in enumerate(node.value):
                self.places[(*way, index)] = self._place(item)
                items.append(self._tree(item, (*way, index)))
            return items
        return str(node.value)

    def _group(self, node: yaml.MappingNode, way: Key) -> dict[str, Tree]:
        group: dict[str, Tree] = {}
        for key, value in self._pairs(node):
            name = str(key.value)
            if name in group:
                first = self.places[(*way, name)]
                message = f"the key “{name}” stands here again; the first is on line {first.line}"
                hint = "Keep one of the two lines and remove the other."
                self._report(self._place(key), "duplicate-key", message, hint)
                continue
            self.places[(*way, name)] = self._place(key)
            group[name] = self._tree(value, (*way, name))
        return group

    def _pairs(self, node: yaml.MappingNode) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key, value
            else:
                hint = "A key is one word or several joined by underscores."
                self._report(self._place(key), "yaml", "a key is not a plain word", hint)
