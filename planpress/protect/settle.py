"""Counts that are not known even to us: some that fit everything that is known."""

from collections import deque

from planpress.protect.ledger import PLENTY, UNKNOWN, Ledger

_FIRST = PLENTY
"""How many people are moved at first; then half as many, and so on."""


def settle(ledger: Ledger) -> None:
    """Give each unknown count one that fits the equations, as far as that can be done.

    An attacker who does not know them either must allow for every solution, so that any one of
    them shows which moves there are. Where none is found a count is nobody: it can only grow.
    """
    for counts in (ledger.y, ledger.z)[: ledger.layers]:
        open_ = [cell for cell, count in enumerate(counts) if count == UNKNOWN]
        if open_:
            _fill(ledger, counts, set(open_))


def _fill(ledger: Ledger, counts: list[int], open_: set[int]) -> None:
    equations, places = ledger.frame.equations, ledger.frame.places
    for cell in open_:
        counts[cell] = 0
    off: dict[int, int] = {}
    for number in sorted({e for cell in open_ for e, _ in places[cell]}):
        members = equations[number]
        if all(counts[cell] < PLENTY for cell in members):
            off[number] = 2 * counts[members[0]] - sum(counts[cell] for cell in members)
    for number in list(off):
        amount = _FIRST
        while (left := abs(off[number])) and amount:
            amount = min(amount, left)
            if not _eased(ledger, counts, open_, off, number, amount):
                amount //= 2


def _eased(
    ledger: Ledger,
    counts: list[int],
    open_: set[int],
    off: dict[int, int],
    start: int,
    amount: int,
) -> bool:
    """Bring an equation so much nearer to balance, along the shortest path of unknown counts."""
    equations, places = ledger.frame.equations, ledger.frame.places
    need = -amount if off[start] > 0 else amount
    before: dict[tuple[int, int], tuple[tuple[int, int], int, int]] = {}
    waiting = deque([(start, need)])
    while waiting:
        here = waiting.popleft()
        members = equations[here[0]]
        for cell in members:
            change = here[1] if cell == members[0] else -here[1]
            at = places[cell]
            if cell not in open_ or counts[cell] + change < 0 or len(at) > 2:
                continue
            ends = [(e, sign) for e, sign in at if e != here[0] and e in off]
            if ends:
                other, sign = ends[0]
                moved = sign * change
                there = (other, -moved)
                if off[other] * moved >= 0 or abs(off[other]) < amount or other == start:
                    if there not in before and other != start:
                        before[there] = (here, cell, change)
                        waiting.append(there)
                    continue
                off[other] += moved
            counts[cell] += change
            while here[0] != start:
                here, earlier, change = before[here]
                counts[earlier] += change
            off[start] += need
            return True
    return False
