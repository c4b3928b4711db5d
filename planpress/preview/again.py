"""One build after another in one process: what the first has learnt, the next one knows."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module

from planpress.chart.vega import start
from planpress.options import Options
from planpress.pipeline import Outcome, build
from planpress.progress import Progress
from planpress.render.families import FAMILIES

LATE = (
    "planpress.render.environment",
    "planpress.assess.equity",
    "planpress.assess.method",
    "pandas",
    "planpress.read.series",
    "planpress.read.interface_words",
    "planpress.read.heads",
    *dict.fromkeys(f"planpress.render.{kind.module}" for kind in FAMILIES),
    "planpress.render.downloads",
    "planpress.render.feeds",
    "planpress.chart.draw",
    "planpress.chart.diagrams",
    "planpress.chart.svg",
    "planpress.audit.site",
    "planpress.audit.texts",
    "planpress.audit.streams",
    "planpress.audit.attack",
    "planpress.publish.tree",
    "planpress.protect.published",
    "highspy",
)
"""What the stages import only when they need it, what a saved sentence needs first."""


@dataclass
class Again:
    """Builds with the same options, but for the day, which passes while a preview is open."""

    options: Options
    progress: Callable[[], Progress]
    day: Callable[[], date] = date.today
    left: list[Callable[[], None]] = field(default_factory=list)
    stopped: bool = False

    def __call__(self) -> Outcome:
        """Build once more."""
        self.finish()
        self.options = on(self.options, self.day())
        with self.progress() as progress:
            progress.heed = self._heed
            return build(self.options, progress, self.left.append)

    def stop(self) -> None:
        """End a build that is going on as Ctrl-C does, from another thread, and all later ones.

        One that has begun to publish is over in a moment, and does so.
        """
        self.stopped = True

    def _heed(self) -> None:
        if self.stopped:
            raise KeyboardInterrupt

    def finish(self) -> None:
        """Do what the last build has left for later, as the site was waited for."""
        while self.left:
            self.left.pop(0)()


def on(options: Options, today: date) -> Options:
    """Return the options on another day, with what has been kept and whoever does the work."""
    if today == options.today:
        return options
    later = replace(options, today=today)
    vars(later).update(store=options.store, workers=options.workers)
    return later


def warm() -> None:
    """Import what a build needs in which something has changed, and start what draws charts."""
    with suppress(Exception):  # what is wrong shows when it is needed
        for name in LATE:
            import_module(name)
        start()
