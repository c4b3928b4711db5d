"""Says a template's line as a page of the small site would."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from unit.render.sample import site, words

from planpress.model.site import Site
from planpress.render.address import Address
from planpress.render.environment import environment
from planpress.render.heard import Heard
from planpress.render.leaf import Leaf

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"


def real(made: Site | None = None, **facts: Any) -> Site:
    """Return the small site, or another, with the templates of the repository."""
    return replace(made or site(), **{"templates": (TEMPLATES,), **facts})


def leaf(path: str = "", *, listed: bool = True) -> Leaf:
    return Leaf(template="", path=path, title=words("Title"), listed=listed)


def say(line: str, code: str = "en", path: str = "", made: Site | None = None, **more: Any) -> str:
    speaking = made or real()
    here = Address(path, code, default=code == "en")
    spoken = environment(speaking, speaking.languages[code])
    return spoken.from_string(line).render(
        **{"here": here, "leaf": leaf(path), "heard": Heard(), **more}
    )
