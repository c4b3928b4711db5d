"""What a template looks up and calls while it is rendered: as Jinja does it, in fewer steps."""

from types import FunctionType
from typing import Any

from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode, pass_context, pass_eval_context

_FOR_CONTEXT, _FOR_STATE = (
    mark(lambda: None).jinja_pass_arg  # type: ignore[attr-defined]
    for mark in (pass_context, pass_eval_context)
)
"""How Jinja marks functions that want the context, and those that want its state."""


class PageContext(Context):
    """The variables of a template."""

    def __getitem__(self, key: str) -> Any:
        """Return a variable; raises KeyError where there is none."""
        return self.vars[key] if key in self.vars else self.parent[key]

    def get(self, key: str, default: Any = None) -> Any:
        """Return a variable, or the default where there is none."""
        return self.vars[key] if key in self.vars else self.parent.get(key, default)

    @internalcode
    def call(
        self,
        called: Any,
        /,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """Call what a template calls.

        Most of it are our own functions and macros, of which it is known what they want; Jinja asks
        anew each time.
        """
        if kwargs:
            if kwargs.get("_loop_vars") or kwargs.get("_block_vars"):
                return super().call(called, *args, **kwargs)
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
        kind = type(called)
        if kind is Macro:
            return called(self.eval_ctx, *args, **kwargs)
        if kind is not FunctionType:
            return super().call(called, *args, **kwargs)
        wanted = called.__dict__.get("jinja_pass_arg")
        if wanted is None:
            return called(*args, **kwargs)
        if wanted is _FOR_CONTEXT:
            return called(self, *args, **kwargs)
        if wanted is _FOR_STATE:
            return called(self.eval_ctx, *args, **kwargs)
        return super().call(called, *args, **kwargs)
