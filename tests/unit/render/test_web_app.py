import json
from pathlib import Path

from unit.render.speaking import real, say

from planpress.render.web_app import ICONS, manifest, manifest_path

ASSETS = Path(__file__).resolve().parents[3] / "assets"


def told(code):
    made = real()
    return json.loads(manifest(made, made.languages[code]))


def test_each_language_has_a_manifest_of_its_own():
    made = real()
    assert [manifest_path(made, code) for code in ("en", "es")] == [
        "manifest.webmanifest",
        "es/manifest.webmanifest",
    ]
    assert (told("es")["lang"], told("es")["dir"]) == ("es", "ltr")


def test_its_addresses_are_relative_and_its_icons_are_there():
    for code, up in (("en", ""), ("es", "../")):
        found = told(code)
        assert found["start_url"] == "index.html"
        assert [icon["src"] for icon in found["icons"]] == [f"{up}assets/{n}" for n, *_ in ICONS]
    assert all((ASSETS / name).is_file() for name, *_ in ICONS)


def test_the_home_page_says_who_publishes_the_site():
    text = say("{{ website() }}", "es", made=real())
    found = json.loads(text.partition(">")[2].rpartition("<")[0])
    assert found["@type"] == "WebSite"
    assert found["publisher"]["name"]
    assert found["inLanguage"] == "es"
