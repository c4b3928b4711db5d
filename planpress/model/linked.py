"""What hangs together, directly or through others."""

from collections.abc import Iterable


def linked(names: Iterable[str], links: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return the groups of names that are linked, each in the order of `names`.

    Links to other names do not count.
    """
    group = {name: [name] for name in names}
    order = {name: at for at, name in enumerate(group)}
    for one, other in links:
        if one in group and other in group and group[one] is not group[other]:
            fewer, more = sorted((group[one], group[other]), key=len)
            more += fewer
            group |= dict.fromkeys(fewer, more)
    distinct = {id(members): members for members in group.values()}
    return [tuple(sorted(members, key=order.__getitem__)) for members in distinct.values()]
