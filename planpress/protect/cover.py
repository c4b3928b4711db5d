"""What else to hide: as few cells as it takes, then as few people as it takes."""

from planpress.protect.ledger import BOUND, HIDDEN, OPEN, PLENTY, SHOWN, UNKNOWN, Ledger
from planpress.protect.links import unproved
from planpress.protect.moves import narrow
from planpress.protect.paths import close_all
from planpress.protect.primary import Rule

_SMALL = 400
"""In tables of so many cells it is tried one by one whether they must be hidden."""

_TRIES = 3
"""How often more is hidden in a large table around cells that cannot be proved to be safe."""


def cover(ledger: Ledger, rule: Rule) -> None:
    """Hide cells until no unknown count can be narrowed down to fewer than `rule.doubt` people.

    Hidden parts of a visible total are also `rule.minimum` people together. First each equation is
    mended for itself, then cells that can still be worked out are put on a cycle along the
    cheapest path. What cannot be made safe ends with everything around it hidden, totals too; in
    large tables, where proofs are hard to find, after a few tries. The audit has the last word.
    """
    before = list(ledger.kind)
    _mend(ledger, rule, range(len(ledger.frame.equations) + len(ledger.frame.implied)))
    proved: set[int] = set()
    tries = _TRIES
    small = ledger.frame.size <= _SMALL
    while unsafe := in_danger(ledger, rule.doubt, proved):
        changed = close_all(ledger, unsafe, rule.doubt)
        if not changed and not small:
            still = set(narrow(ledger, unsafe, rule.doubt))
            proved.update(cell for cell in unsafe if cell not in still)
            unsafe = [cell for cell in unsafe if cell in still]
        if not changed and (tries or small):
            changed = _more_all(ledger, unsafe, rule.doubt)
            tries -= 1
        if unsafe and not changed:
            break
        _mend(ledger, rule, sorted({line for cell in changed for line in ledger.frame.lines[cell]}))
    if ledger.frame.size <= _SMALL:
        _relent(ledger, rule, before)


def in_danger(ledger: Ledger, doubt: int, proved: set[int]) -> list[int]:
    """Return the unknown cells that are not proved to be safe.

    What is `proved` stays so when more is hidden; what is found to be safe is added to it. In
    large tables the quick proof must do for cells of one or two equations.
    """
    left = [cell for cell in unproved(ledger, doubt) if cell not in proved]
    small = ledger.frame.size <= _SMALL
    hard = [cell for cell in left if small or ledger.frame.arcs[cell] is None]
    narrowed = set(narrow(ledger, hard, doubt)) if hard else set()
    proved.update(cell for cell in hard if cell not in narrowed)
    return [cell for cell in left if cell not in proved]


def _members(ledger: Ledger, line: int) -> tuple[int, ...]:
    """Return the cells of an equation, or of an implied sum."""
    equations = ledger.frame.equations
    return equations[line] if line < len(equations) else ledger.frame.implied[line - len(equations)]


def at_fault(ledger: Ledger, line: int, rule: Rule) -> bool:
    """Tell whether an equation or implied sum alone gives away too much about unknown cells."""
    members, kind, span = _members(ledger, line), ledger.kind, ledger.span
    unknown = [cell for cell in members if kind[cell] in OPEN]
    if not unknown or ledger.free.issuperset(unknown):
        return False
    if len(unknown) == 1:
        return True
    if kind[members[0]] != SHOWN:
        return False
    bounded = [cell for cell in unknown if kind[cell] == BOUND] if span else []
    hidden = [cell for cell in unknown if kind[cell] == HIDDEN] if bounded else unknown
    if hidden and _together(ledger.n, members, hidden) < rule.minimum:
        return True
    doubt = rule.doubt - sum(span[cell][1] - span[cell][0] for cell in bounded)
    if _together(ledger.y, members, hidden) < doubt:
        return True
    return ledger.layers == 2 and _together(ledger.z, members, hidden) < doubt


def _together(counts: list[int], members: tuple[int, ...], hidden: list[int]) -> int:
    """Return the count of hidden parts: their own, or where it is not known what is left."""
    own = [counts[cell] for cell in hidden]
    if UNKNOWN not in own:
        return sum(own)
    rest = [counts[cell] for cell in members if cell not in hidden]
    return 2 * rest[0] - sum(rest) if all(0 <= one < PLENTY for one in rest) else PLENTY


def _mend(ledger: Ledger, rule: Rule, lines: range | list[int]) -> None:
    """Hide the cheapest cell of each line at fault, until none is."""
    waiting = list(lines)[::-1]
    queued = set(waiting)
    while waiting:
        line = waiting.pop()
        queued.discard(line)
        while at_fault(ledger, line, rule):
            cell = _cheapest(ledger, line)
            if cell is None:
                break
            ledger.kind[cell] = HIDDEN
            for other in ledger.frame.lines[cell]:
                if other not in queued and other != line:
                    queued.add(other)
                    waiting.append(other)


def _cheapest(ledger: Ledger, line: int) -> int | None:
    """Return the cell to hide: it should help its other equations too, and trouble none of them."""
    candidates = [
        cell
        for cell in _members(ledger, line)
        if ledger.kind[cell] in (SHOWN, BOUND) and cell < ledger.frame.size
    ]
    return min(candidates, key=lambda cell: (_trouble(ledger, cell, line), cell), default=None)


def _trouble(ledger: Ledger, cell: int, line: int) -> int:
    cost, kind = ledger.cost[cell], ledger.kind
    for other, _ in ledger.frame.places[cell]:
        if other != line:
            unknown = 0
            for one in ledger.frame.equations[other]:
                if kind[one] in OPEN:
                    unknown += 1
                    if unknown > 1:
                        break
            cost += (1 - unknown) << 50
    return cost + ((kind[cell] == BOUND) << 51)


def _more_all(ledger: Ledger, unsafe: list[int], doubt: int) -> list[int]:
    """Hide a cell more around each cell in danger; in small tables only around the first."""
    changed: list[int] = []
    for cell in unsafe:
        changed += _more(ledger, cell, doubt)
        if changed and ledger.frame.size <= _SMALL:
            break
    return changed


def _more(ledger: Ledger, cell: int, doubt: int) -> list[int]:
    """Hide the cheapest cell that is nearest to one in danger; return what was hidden."""
    if ledger.frame.arcs[cell] is None:
        paired = _paired(ledger, cell, doubt)
        if paired:
            return paired
    equations, places = ledger.frame.equations, ledger.frame.places
    level = [equation for equation, _ in places[cell]]
    seen = set(level)
    found = [cell] if ledger.kind[cell] == BOUND else []
    weak = [e for e in level if not _gives(ledger, e, cell, doubt)]
    if not found:
        found = [one for equation in weak if (one := _cheapest(ledger, equation)) is not None]
    while level and not found:
        found = [one for equation in level if (one := _cheapest(ledger, equation)) is not None]
        around = {e for equation in level for one in equations[equation] for e, _ in places[one]}
        level = sorted(around - seen)
        seen |= around
    for chosen in sorted(found, key=lambda one: (ledger.cost[one], one))[:1]:
        ledger.kind[chosen] = HIDDEN
        return [chosen]
    return []


def _gives(ledger: Ledger, equation: int, cell: int, doubt: int) -> bool:
    """Tell whether an equation has another hidden cell that can give up enough people."""
    return any(
        ledger.kind[one] == HIDDEN and one != cell and ledger.fat(one, doubt)
        for one in ledger.frame.equations[equation]
    )


def _paired(ledger: Ledger, cell: int, doubt: int) -> list[int]:
    """Hide, for a total of several partitions, parts of another that can take its people.

    It is the hidden total for which the least is missing.
    """
    places, equations, kind = ledger.frame.places, ledger.frame.equations, ledger.kind
    best: list[int] = []
    for number, _ in places[cell]:
        for other in equations[number]:
            if other == cell or ledger.frame.arcs[other] or kind[other] != HIDDEN:
                continue
            wanted: list[int] = []
            for e, _ in places[other]:
                plain = [c for c in equations[e] if ledger.frame.arcs[c] and ledger.fat(c, doubt)]
                shown = [c for c in plain if kind[c] == SHOWN and c < ledger.frame.size]
                if plain and shown and not any(kind[c] == HIDDEN for c in plain):
                    wanted.append(min(shown, key=lambda c: (ledger.cost[c], c)))
            if wanted and (not best or _price(ledger, wanted) < _price(ledger, best)):
                best = wanted
    for one in best:
        kind[one] = HIDDEN
    return best


def _price(ledger: Ledger, cells: list[int]) -> int:
    return sum(ledger.cost[cell] for cell in cells)


def _relent(ledger: Ledger, rule: Rule, before: list[int]) -> None:
    """Show again what need not be hidden after all, the dearest first; in small tables only."""
    added = [cell for cell, kind in enumerate(before) if kind != ledger.kind[cell]]
    if not added or in_danger(ledger, rule.doubt, set()):
        return
    for cell in sorted(added, key=lambda one: (-ledger.cost[one], one)):
        ledger.kind[cell] = before[cell]
        faulty = any(at_fault(ledger, line, rule) for line in ledger.frame.lines[cell])
        if faulty or in_danger(ledger, rule.doubt, set()):
            ledger.kind[cell] = HIDDEN
