"""The interface says everything in every language that has a catalogue."""

import io
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "say": None,
    "ngettext": (1, 2),
    "say_n": (1, 2),
    "say_in_all": (2,),
}
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
SPEAKING = ("model", "assess", "chart", "render")
"""Who speaks to readers; the other stages speak to staff, in English."""

CATALOGUES = sorted((ROOT / "templates/locale").glob("*/planpress.po"))


def asked_for():
    """Yield (message, file, line) for every message of the code and the templates."""
    options = {"**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}
    for folder in (*(f"planpress/{stage}" for stage in SPEAKING), "templates"):
        found = extract_from_dir(ROOT / folder, METHODS, options, keywords=KEYWORDS)
        for file, line, message, _, _ in found:
            first = message[0] if isinstance(message, tuple) else message
            if first:
                yield first, f"{folder}/{file}", line


def test_messages_are_found_in_code_and_templates():
    files = {Path(file).suffix for _, file, _ in asked_for()}
    assert files == {".py", ".html"}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parent.name)
def test_every_message_is_translated(file):
    catalogue = read_po(io.BytesIO(file.read_bytes()), locale=file.parent.name, abort_invalid=True)
    missing = [
        f"{where}:{line}: {message}"
        for message, where, line in asked_for()
        if not (known := catalogue.get(message)) or not all(_forms(known.string))
    ]
    assert missing == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parent.name)
def test_translations_keep_every_placeholder(file):
    catalogue = read_po(io.BytesIO(file.read_bytes()), locale=file.parent.name, abort_invalid=True)
    assert [str(fault) for message in catalogue for fault in message.check(catalogue)] == []
    assert not [message.id for message in catalogue if message.fuzzy and message.id]


def _forms(string):
    return string if isinstance(string, tuple) else (string,)
