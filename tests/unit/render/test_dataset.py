import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest
from unit.render.sample import indicator, plan, site, words
from unit.render.speaking import real, say

from planpress.render.dataset import data_sources

BLOCK = re.compile(r'<script type="application/ld\+json">(.*)</script>', re.DOTALL)
ONE = "{{ dataset(project.indicators['grade-3'], as_of) }}"
ALL = "{{ data_catalog(as_of) }}"


def told(line, code="en", **project):
    made = real(site(**project))
    found = BLOCK.fullmatch(say(line, code, path="indicators/grade-3/", made=made))
    assert found
    return json.loads(found[1])


def test_a_dataset_says_what_it_is_and_where_its_files_are():
    found = told(ONE)
    assert found["@type"] == "Dataset"
    assert found["name"] == "Grade 3 reading"
    assert found["url"] == "https://alder.example.org/plan/indicators/grade-3/"
    assert found["temporalCoverage"] == "2022-07-01/2024-06-30"
    assert found["dateModified"] == "2026-11-21"
    assert [(one["encodingFormat"], one["contentUrl"]) for one in found["distribution"]] == [
        ("text/csv", "https://alder.example.org/plan/data/grade-3.csv"),
        ("application/json", "https://alder.example.org/plan/data/grade-3.json"),
    ]
    assert found["isBasedOn"] == [
        {
            "@type": "CreativeWork",
            "name": "Alder Schools",
            "url": "https://alder.example.org/a",
        }
    ]


def test_it_speaks_the_language_of_its_page():
    found = told(ONE, "es")
    assert (found["inLanguage"], found["name"]) == ("es", "Lectura en tercer grado")
    assert found["url"] == "https://alder.example.org/plan/es/indicators/grade-3/"


def test_the_license_is_an_address_where_there_is_one():
    assert "license" not in told(ONE)
    licensed = plan(license={"name": "CC BY 4.0", "url": "https://example.org/by"})
    assert told(ONE, plan=licensed)["license"] == "https://example.org/by"
    assert told(ONE, plan=plan(license={"name": "Own terms"}))["license"] == "Own terms"


def test_the_catalog_names_every_measure_that_has_numbers():
    found = told(ALL, indicators={"grade-3": indicator(), "b": indicator("b")})
    assert found["@type"] == "DataCatalog"
    assert [one["name"] for one in found["dataset"]] == ["Grade 3 reading"]


def test_a_measure_without_numbers_is_no_dataset():
    made = real(site(indicators={"b": indicator("b")}))
    assert say("{{ dataset(project.indicators['b'], as_of) }}", made=made) == ""


@pytest.mark.parametrize("text", ["</script><script>go()", "<!--<script>", "a & b", "\u2028"])
def test_no_text_can_end_the_block(text):
    hostile = {"grade-3": indicator(title=words(text))}
    made = real(site(indicators=hostile))
    block = BLOCK.fullmatch(say(ONE, made=made))
    assert block
    assert not set(block[1]) & set("<>&\u2028")
    assert json.loads(block[1])["name"] == text


def test_the_policy_names_a_data_block_by_what_is_in_it():
    block = say(ONE, path="indicators/grade-3/", made=real(site()))
    content = BLOCK.fullmatch(block)[1]
    named = b64encode(sha256(content.encode()).digest()).decode()
    assert data_sources(block) == f" 'sha256-{named}'"
    assert data_sources("<p>No data.</p>") == ""
