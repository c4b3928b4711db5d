"""What was asked for, whatever the command."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from pathlib import Path

from planpress.model.dataclass import dataclass
from planpress.model.problem import Level, Problem
from planpress.store import Store, digest
from planpress.workers.share import Workers

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, kw_only=True)
class Options:
    """What was asked for; a project's own templates and assets win over the repository's.

    `paper` says that PDF files are wanted, which take longer to make than all else. `seen` has
    digests of files of the project that have just been read, by their paths: with what is kept,
    they need not be read again.
    """

    project: Path
    output: Path
    today: date
    as_of: date | None = None
    base_url: str | None = None
    strict: bool = False
    full: bool = False
    force: bool = False
    jobs: int = 1
    executor: str = ""
    paper: bool = False
    seen: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def workers(self) -> Workers:
        """Who does the work that can be shared out."""
        return Workers(self.jobs, self.executor)

    @property
    def built(self) -> Path | None:
        """Where is kept what the last build to this output knew; None where nothing is to help."""
        name = digest(str(self.output.absolute()))[:16]
        return None if self.full else self.project / ".cache" / "built" / name

    @cached_property
    def store(self) -> Store:
        """Where pure results are kept from run to run."""
        return Store(None if self.full else self.project / ".cache" / "store")

    def folders(self, name: str) -> tuple[Path, ...]:
        """Return the project's folder of that name before the repository's."""
        return tuple(dict.fromkeys((self.project / name, ROOT / name)))

    def stopped_by(self, problems: tuple[Problem, ...]) -> bool:
        """Whether these problems stop the build."""
        return any(p.stops or (self.strict and p.level is Level.WARNING) for p in problems)
