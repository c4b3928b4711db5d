from planpress.model.place import Place
from planpress.model.translation import State, Unit
from planpress.model.worded import BODY
from planpress.translate.accept import accepted_alone
from planpress.translate.align import Kept, mark
from planpress.translate.lock import Lock


def unit(source, target, way=BODY, kept=None):
    return Unit(
        record="pages/vision",
        language="es",
        way=way,
        state=State.STALE,
        source=source,
        target=target,
        kept=kept,
        source_place=Place("content/pages/vision.md", 5),
    )


def test_only_what_is_chosen_is_taken_as_good():
    body, title = ("pages/vision", "es", BODY), ("pages/vision", "es", ("title",))
    known = {body: (Kept("s0", "t0"), Kept("s1", "t1")), title: (Kept("s2", "t2"),)}
    units = [
        unit("t", "t", ("title",), ("s2", "t2")),
        unit("a", "á", kept=("s0", "t0")),
        unit("b", "be", kept=("s1", "t1")),
        unit("c", None),
    ]
    lock = accepted_alone(Lock(known, {"s0": "old"}), units, [units[2]])
    assert lock.kept[title] == (Kept("s2", "t2"),)
    assert lock.kept[body] == (Kept("s0", "t0"), Kept(mark("b"), mark("be")))
    assert lock.sources == {"s0": "old", mark("b"): "b"}
