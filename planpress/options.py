"""What was asked for, whatever the command."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planpress.model.problem import Level, Problem
from planpress.store import Store

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, kw_only=True)
class Options:
    """What was asked for; a project's own templates and assets win over the repository's."""

    project: Path
    output: Path
    today: date
    as_of: date | None = None
    base_url: str | None = None
    strict: bool = False
    full: bool = False
    force: bool = False

    @property
    def store(self) -> Store:
        """Where pure results are kept from run to run."""
        return Store(None if self.full else self.project / ".cache" / "store")

    def folders(self, name: str) -> tuple[Path, ...]:
        """Return the project's folder of that name before the repository's."""
        return tuple(dict.fromkeys((self.project / name, ROOT / name)))

    def stopped_by(self, problems: tuple[Problem, ...]) -> bool:
        """Whether these problems stop the build."""
        return any(p.stops or (self.strict and p.level is Level.WARNING) for p in problems)
