"""The files of the site, those inside of archives too."""

import io
import zipfile
from collections.abc import Iterable, Iterator

from planpress.model.document import Document


def opened(documents: Iterable[Document]) -> Iterator[Document]:
    """Yield every document; a ZIP archive as the files in it, below its own path."""
    for document in documents:
        if not zipfile.is_zipfile(io.BytesIO(document.content)):
            yield document
            continue
        with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
            inside = [
                Document(f"{document.path}/{info.filename}", archive.read(info))
                for info in archive.infolist()
                if not info.is_dir()
            ]
        yield from opened(inside)
