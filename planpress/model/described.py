"""What docs and errors say of a field: the text that stands below it in the code."""

import ast
from collections.abc import Mapping
from functools import cache
from inspect import cleandoc, get_annotations, getsource
from textwrap import dedent

from planpress.model.record import Part


def description(model: type[Part], name: str) -> str:
    """Return what is said of a field of a model, empty where nothing is.

    It is read from the code when somebody asks. pydantic can do so too, but for every field of
    every model whenever they are imported.
    """
    owners = (owner for owner in model.__mro__ if name in get_annotations(owner))
    owner = next(owners, None)
    return _below(owner).get(name, "") if owner else ""


@cache
def _below(owner: type) -> Mapping[str, str]:
    (whole,) = ast.parse(dedent(getsource(owner))).body
    assert isinstance(whole, ast.ClassDef)
    found = {}
    for one, after in zip(whole.body, whole.body[1:], strict=False):
        match one, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = cleandoc(text)
    return found
