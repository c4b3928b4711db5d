"""Whether anything has changed since the last build: answered before anything else is imported.

It needs only Python's quickest modules. What is compared is what is in the files that a build
reads, and of the published files whether anybody has touched them since.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from typing import Any

from planpress.makers import contents_of, digests_of, makers, told_apart
from planpress.standing import Standing, stands

_OTHERS = ("data", "templates", "assets")
_OURS = ("templates", "assets")


class Seal:
    """The last build of a project to an output, and what it was made from.

    `root` is the folder of the program, `today` the day that counts where no other is asked for.
    `seen` has the digests of the files of content/ as they were found, by path in the project.
    """

    def __init__(self, project: str, output: str, root: str, asked: Mapping[str, Any]) -> None:
        self._output = output
        name = hashlib.sha256(os.path.abspath(output).encode()).hexdigest()[:16]  # noqa: PTH100
        self._file = os.path.join(project, ".cache", "built", f"{name}.json")  # noqa: PTH118
        self._asked = dict(asked)
        words = digests_of(os.path.join(project, "content"))  # noqa: PTH118
        self.seen = {f"content/{path}": digest for path, digest in words.items()}
        folders = [os.path.join(project, name) for name in _OTHERS]  # noqa: PTH118
        folders += [os.path.join(root, name) for name in _OURS]  # noqa: PTH118
        others = (contents_of(folder) for folder in dict.fromkeys(folders))
        self.inputs = _digest(makers(), told_apart(words), *others)

    def told(self, today: str) -> Any:
        """Return what the last build had to tell, if it would be the same today; None if not."""
        try:
            with open(self._file, encoding="utf-8") as file:  # noqa: PTH123
                kept = json.load(file)
            same = kept["inputs"] == self.inputs and kept["asked"] == self._asked
            if same and kept["today"] in {today, ""} and self._stands(kept["output"]):
                return kept["told"]
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    def keep(self, today: str, told: object, published: Mapping[str, Standing]) -> None:
        """Say that what was found at the beginning has been built, and what there was to tell.

        `today` is the day for which it was built, empty where any other would make the same;
        `published` is how everything in the output stood when it was.
        """
        kept = {
            "inputs": self.inputs,
            "asked": self._asked,
            "today": today,
            "output": {path: how for path, how in published.items() if path[-1:] not in {"", "/"}},
            "told": told,
        }
        new = f"{self._file}.new"
        try:
            os.makedirs(os.path.dirname(self._file), exist_ok=True)  # noqa: PTH103, PTH120
            with open(new, "w", encoding="utf-8") as file:  # noqa: PTH123
                json.dump(kept, file)
            os.replace(new, self._file)  # noqa: PTH105
        except OSError:
            pass

    def _stands(self, published: Mapping[str, Any]) -> bool:
        """Return whether no file was touched since, and no killed build has left anything.

        What somebody has added stays where it is, whether there is a build or not.
        """
        above, name = os.path.split(os.path.abspath(self._output))  # noqa: PTH100
        if any(other.startswith((f".{name}.new-", f".{name}.old-")) for other in os.listdir(above)):  # noqa: PTH208
            return False
        now = ((stands(os.lstat(f"{self._output}/{path}")), how) for path, how in published.items())
        return all(found == tuple(how) for found, how in now)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
