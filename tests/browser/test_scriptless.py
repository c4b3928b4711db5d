"""Every page reads whole without scripts."""

import pytest
from browser.scriptless import lost, words

pytestmark = pytest.mark.browser

OFFERS_MORE = "explore/index.html"
"""What this page shows with scripts depends on what its reader chooses."""


def test_every_page_reads_whole_without_scripts(chromium, thrives):
    found = []
    with chromium.page() as page, chromium.page(java_script_enabled=False) as bare:
        for path in thrives.pages:
            address = thrives.address(path)
            said = words(bare, address)
            scripted = "<script" in (thrives.folder / path).read_text("utf-8")
            scripted &= not path.endswith(OFFERS_MORE)
            found += lost(said, words(page, address) if scripted else said, path)
    assert not found, "\n".join(found)


def test_what_only_a_script_writes_is_found(chromium, faulty):
    (faulty.folder / "scripted.html").write_text(
        f"<!DOCTYPE html><main><p>{'Words of the page. ' * 20}</p><p id=a></p></main>"
        "<script>document.getElementById('a').textContent = 'Written by a script'</script>",
        "utf-8",
    )
    address = faulty.url + "scripted.html"
    with chromium.page() as page, chromium.page(java_script_enabled=False) as bare:
        found = lost(words(bare, address), words(page, address), "planted")
    assert found == ["planted: not there without scripts: Written by a script"]


def test_an_empty_page_is_found(chromium, faulty):
    (faulty.folder / "empty.html").write_text("<!DOCTYPE html><main></main>", "utf-8")
    with chromium.page(java_script_enabled=False) as bare:
        found = lost(words(bare, faulty.url + "empty.html"), "", "planted")
    assert found == ["planted: only “” without scripts"]
