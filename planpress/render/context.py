"""What a template looks up and calls while it is rendered: as Jinja does it, in fewer steps."""

from types import FunctionType
from typing import Any

from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode, missing, pass_context, pass_eval_context
from markupsafe import Markup

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
        anew each time. Only what wants the context can see the variables of loops and blocks.
        """
        loop = block = None
        if kwargs:
            loop, block = kwargs.pop("_loop_vars", None), kwargs.pop("_block_vars", None)
        kind = type(called)
        if kind is Macro:
            return self._macro(called, args, kwargs)
        if kind is FunctionType:
            wanted = called.__dict__.get("jinja_pass_arg")
            if wanted is None:
                return called(*args, **kwargs)
            if wanted is _FOR_STATE:
                return called(self.eval_ctx, *args, **kwargs)
            if wanted is _FOR_CONTEXT and not (loop or block):
                return called(self, *args, **kwargs)
        return super().call(called, *args, **kwargs, _loop_vars=loop, _block_vars=block)

    @internalcode
    def _macro(self, called: Macro, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call a macro; one whose arguments are all in their places needs no more than them."""
        absent = called._argument_count - len(args)  # noqa: SLF001 (Jinja works it out anew)
        odd = called.caller or called.catch_kwargs or called.catch_varargs
        if kwargs or odd or absent < 0:
            return called(self.eval_ctx, *args, **kwargs)
        text = called._func(*args, *(missing,) * absent)  # noqa: SLF001
        marked = type(text) is Markup or not self.eval_ctx.autoescape
        return text if marked else Markup(text)  # noqa: S704 (as Jinja has it)
