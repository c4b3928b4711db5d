"""A preview at work, of a small site whose every page and style sheet is a file in content/."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from planpress.model.document import Document
from planpress.model.place import Place
from planpress.model.problem import Level, Problem
from planpress.pipeline import Outcome
from planpress.preview.server import Preview, listen
from planpress.publish.swap import publish

PATIENCE = 20
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'"
FRAME = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    '<link rel="stylesheet" href="/style.css"></head><body><main>{text}</main></body></html>'
)
WRONG = "WRONG"


@dataclass
class Previewed:
    """Files of content/ and where the preview shows what is made from them."""

    folder: Path
    url: str = ""
    ready: threading.Event = field(default_factory=threading.Event)
    stop: Callable[[], object] = lambda: None

    @property
    def content(self) -> Path:
        """The folder that is edited."""
        return self.folder / "content"

    def build(self) -> Outcome:
        """Publish a page for each text, unless one is wrong."""
        documents, problems = [], []
        files = sorted(self.content.iterdir()) if self.content.is_dir() else []
        for file in files:
            text = file.read_text("utf-8")
            if WRONG in text:
                line = text[: text.index(WRONG)].count("\n") + 1
                problems.append(_problem(f"content/{file.name}", line))
            if file.suffix in (".css", ".gif"):
                documents.append(Document(file.name, text.encode()))
            else:
                page = FRAME.format(name=file.stem, text=text).encode()
                documents.append(Document(f"{file.stem}/index.html", page))
        if not files:
            problems.append(_problem("content/plan.md", 0))
        if problems:
            return Outcome(problems=tuple(problems))
        return Outcome(problems=(), published=publish(documents, self.folder / "site"))

    def run(self) -> None:
        """Show it until it is stopped."""

        async def until_stopped() -> None:
            task, loop = asyncio.current_task(), asyncio.get_running_loop()
            self.stop = lambda: loop.call_soon_threadsafe(task.cancel)
            listening = listen(0)
            self.url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
            preview = Preview(self.build, self.folder / "site", [self.content], self.say)
            await preview.run(listening)

        with suppress(asyncio.CancelledError):
            asyncio.run(until_stopped())

    def say(self, line: str) -> None:
        """Notice that it is there."""
        if line.startswith("Preview at"):
            self.ready.set()


def _problem(path: str, line: int) -> Problem:
    return Problem(
        place=Place(path, line, 0),
        rule="wrong",
        level=Level.ERROR,
        message="This is wrong.",
        hint="Make it right.",
    )


@contextmanager
def previewing(folder: Path) -> Iterator[Previewed]:
    """Show a folder with a content/ in it."""
    shown = Previewed(folder)
    thread = threading.Thread(target=shown.run)
    thread.start()
    try:
        assert shown.ready.wait(PATIENCE)
        yield shown
    finally:
        shown.stop()
        thread.join(PATIENCE)
