"""Problems as a page for the browser, in place of the site that could not be built."""

from collections.abc import Iterable
from html import escape

from planpress.model.problem import Problem


def problem_page(problems: Iterable[Problem]) -> str:
    """Return a page that lists problems, those that stop the build first."""
    listed = sorted(problems, key=lambda problem: not problem.stops)
    items = "".join(
        f"<li><p class=place>{escape(one.place.path)}{_where(one)}</p>"
        f"<p><strong>{escape(one.message)}</strong></p><p>{escape(one.hint)}</p></li>"
        for one in listed
    )
    title = "One thing to mend" if len(listed) == 1 else f"{len(listed)} things to mend"
    return sheet(
        title,
        f"<p>The site was not built. Mend and save: this page goes away by itself. What is "
        f"published stands as it was.</p><ol>{items}</ol>",
    )


def _where(problem: Problem) -> str:
    line, column = problem.place.line, problem.place.column
    words = (f", line {line}" if line else "") + (f", column {column}" if line and column else "")
    return words + ("" if problem.stops else f" · {problem.level}")


def bug_page(trace: str) -> str:
    """Return a page that says that planpress has failed, with the traceback."""
    return sheet(
        "This is a bug in planpress",
        "<p>It is not your mistake. The site was not built; what is published stands as it was. "
        "Undo the last change to go on, and send this to whoever looks after planpress:</p>"
        f"<pre>{escape(trace)}</pre>",
    )


def sheet(title: str, body: str) -> str:
    """Return a whole page with a heading, readable by itself; `body` is HTML."""
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><style>
:root {{ color-scheme: light dark }}
body {{ font: 1.125rem/1.55 "Public Sans", system-ui, sans-serif; max-width: 42rem;
  margin: 3rem auto; padding: 0 1rem }}
h1 {{ line-height: 1.15 }} li {{ margin: 0 0 2rem }} li p {{ margin: 0 }}
.place, pre {{ font-family: ui-monospace, monospace; font-size: 1rem; overflow-wrap: anywhere }}
pre {{ white-space: pre-wrap }}
</style></head><body><main><h1>{title}</h1>{body}</main></body></html>
"""
