"""Worded fields as the lines of a front matter, or as one value in brackets."""

from collections.abc import Iterable

from planpress.translate.scalars import scalar
from planpress.translate.ways import Branch, Entries, Group, Leaf, Lines


def lines(branch: Branch, indent: int) -> Iterable[str]:
    """Yield the lines of what is to be written below a key, without a line end."""
    space = " " * indent
    if isinstance(branch, Lines):
        for leaf in branch.inner.values():
            if isinstance(leaf, Leaf) and leaf.text is not None:
                yield f"{space}- {scalar(leaf.text, indent, indent + 2)}"
    elif isinstance(branch, Entries):
        for name, entry in branch.inner.items():
            if entry.said:
                yield f"{space}- {branch.named[name]}: {name}"
                yield from lines(entry, indent + 2)
    elif isinstance(branch, Group):
        for key, inner in branch.inner.items():
            yield from _key(key, inner, indent)


def _key(key: str, inner: Branch, indent: int) -> Iterable[str]:
    space = " " * indent
    if isinstance(inner, Leaf) and inner.text is not None:
        yield f"{space}{key}: {scalar(inner.text, indent, indent + len(key) + 2)}"
    elif inner.said:
        yield f"{space}{key}:"
        yield from lines(inner, indent + 2)


def only(wanted: Group, name: str) -> Group:
    """Return one branch of a group, in a group of its kind."""
    alone = {name: wanted.inner[name]}
    if isinstance(wanted, Entries):
        return Entries(alone, wanted.keys, wanted.named)
    return type(wanted)(alone)


def merged(there: object, wanted: Branch) -> object:
    """Return a value as it was read from YAML, with new words in it."""
    if isinstance(wanted, Leaf):
        return there if wanted.text is None else wanted.text
    if isinstance(wanted, Lines):
        lines = list(there) if isinstance(there, list) else []
        for at, leaf in enumerate(wanted.inner.values()):
            said = merged(lines[at] if at < len(lines) else "", leaf)
            lines[at : at + 1] = [said] if said else []
        return lines
    if isinstance(wanted, Entries):
        entries = list(there) if isinstance(there, list) else []
        by_name = {next((e[k] for k in wanted.keys if k in e), ""): e for e in entries}
        for name, branch in wanted.inner.items():
            if branch.said:
                old = by_name.get(name, {wanted.named[name]: name})
                new = merged(old, branch)
                entries[:] = [new if e is old else e for e in entries]
                if name not in by_name:
                    entries.append(new)
        return entries
    group = dict(there) if isinstance(there, dict) else {}
    for key, branch in wanted.inner.items():
        if branch.said:
            group[key] = merged(group.get(key), branch)
    return group
