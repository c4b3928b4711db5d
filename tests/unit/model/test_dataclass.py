"""What our dataclasses have in common with those of the standard library, and what they spare."""

import dataclasses
import pickle
from collections.abc import Callable
from copy import copy, deepcopy
from inspect import signature
from typing import Any

import pytest

from planpress.model.dataclass import dataclass

WAYS: list[dict[str, bool]] = [
    {},
    {"slots": True},
    {"kw_only": True},
    {"slots": True, "kw_only": True},
]


def a_class(made: Callable[..., Any], **how: bool) -> Any:
    @made(frozen=True, **how)
    class Pupil:
        name: str
        age: int = 5
        marks: dict[str, int] = dataclasses.field(default_factory=dict, compare=False)
        known: str = dataclasses.field(default="yes", repr=False)
        length: int = dataclasses.field(init=False, compare=False)
        digest: str = dataclasses.field(default="", init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.name))

    return Pupil


@pytest.fixture(params=WAYS, ids=str)
def both(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    """The same class, made by us and by the standard library."""
    return a_class(dataclass, **request.param), a_class(dataclasses.dataclass, **request.param)


ANN: dict[str, Any] = {"name": "Ann"}


@pytest.mark.parametrize(
    "given", [ANN, {**ANN, "age": 6}, {**ANN, "marks": {"art": 1}}, {**ANN, "marks": None}]
)
def test_it_is_filled_in_as_the_standard_library_does(
    both: tuple[Any, Any], given: dict[str, Any]
) -> None:
    ours, theirs = (kind(**given) for kind in both)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours).rpartition(".")[2] == repr(theirs).rpartition(".")[2]
    assert ours.marks is not both[0](**ANN).marks


def test_what_it_is_made_from_is_the_same(both: tuple[Any, Any]) -> None:
    ours, theirs = both
    assert [p.kind for p in signature(ours).parameters.values()] == [
        p.kind for p in signature(theirs).parameters.values()
    ]
    assert list(signature(ours).parameters) == list(signature(theirs).parameters)
    assert ours.__match_args__ == theirs.__match_args__
    assert hasattr(ours(**ANN), "__dict__") == hasattr(theirs(**ANN), "__dict__")
    for wrong in ({}, {**ANN, "other": 1}, {**ANN, "digest": "x"}):
        for kind in both:
            with pytest.raises(TypeError):
                kind(**wrong)


def test_values_are_equal_by_what_is_compared(both: tuple[Any, Any]) -> None:
    ours, theirs = both
    one = ours(**ANN)
    assert one == ours(**ANN, marks={"art": 1})
    assert hash(one) == hash(ours(**ANN, marks={"art": 1}))
    assert one != ours(**ANN, age=6)
    assert one != ours(**ANN, known="no")
    assert one != theirs(**ANN)
    assert len({one, ours(**ANN), ours(**ANN, age=6)}) == 2


def test_nothing_of_it_can_be_changed(both: tuple[Any, Any]) -> None:
    one = both[0](**ANN)
    for name in ("name", "nowhere"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(one, name, "Bob")
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.name
    assert one.name == "Ann"
    assert dataclasses.replace(one, name="Bo").length == 2


@dataclass(frozen=True, slots=True)
class Slim:
    """Can be found by its name, as pickle needs it."""

    name: str
    after: tuple[int, ...] = ()


@dataclass(frozen=True)
class Broad:
    """The same, with a place for anything else."""

    name: str
    after: tuple[int, ...] = ()


@pytest.mark.parametrize("one", [Slim("Ann", (1,)), Broad("Ann", (1,))])
def test_it_is_kept_and_copied(one: Any) -> None:
    assert pickle.loads(pickle.dumps(one, protocol=5)) == one
    assert copy(one) == deepcopy(one) == one


def test_what_a_class_says_itself_stands() -> None:
    @dataclass(frozen=True)
    class Own:
        name: str

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "me"

    assert (Own("a") == 1, hash(Own("a")), repr(Own("a"))) == (True, 7, "me")


def test_what_may_change_is_the_standard_librarys() -> None:
    @dataclass
    class Loose:
        name: str

    @dataclass(frozen=True, order=True)
    class Ordered:
        number: int

    one = Loose("Ann")
    one.name = "Bob"
    assert one == Loose("Bob")
    assert Ordered(1) < Ordered(2)


def test_one_function_is_compiled_for_a_class() -> None:
    compiled = [
        name
        for name, method in vars(Slim).items()
        if getattr(getattr(method, "__code__", None), "co_filename", "") == "<string>"
    ]
    assert compiled == ["__init__"]
