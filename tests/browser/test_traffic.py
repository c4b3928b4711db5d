"""A page asks nothing of another host, and loads without a fault."""

import pytest
from browser.traffic import Traffic

pytestmark = pytest.mark.browser

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'"


def test_what_is_not_there_is_answered_with_a_whole_page(chromium, thrives):
    nowhere = thrives.url + "indicators/nowhere/at/all/"
    with chromium.page() as page:
        traffic = Traffic(page, thrives.url, allowed=("status of 404", f"status 404: {nowhere}"))
        traffic.visit(nowhere, "nowhere")
        margin = page.evaluate("() => getComputedStyle(document.body).marginTop")
        page.get_by_role("main").get_by_role("link").first.click()
        page.wait_for_load_state()
        arrived = page.url
    assert not traffic.findings, "\n".join(traffic.findings)
    assert margin == "0px", "404.html is shown without its style sheet"
    assert arrived.startswith(thrives.url)
    assert (thrives.folder / arrived.removeprefix(thrives.url).partition("#")[0]).exists()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ('<img src="http://elsewhere.example/a.png" alt="">', "asks elsewhere: http://elsewhere"),
        ('<img src="http://elsewhere.example/a.png" alt="">', "refused by the policy: img-src"),
        ('<link rel="stylesheet" href="missing.css">', "status 404: "),
        ('<p style="color: red">Inline</p>', "refused by the policy: style-src-attr inline"),
        ("<script>undefined.thing</script>", "refused by the policy: script-src-elem inline"),
        ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">', "img-src data"),
    ],
)
def test_a_planted_fault_is_found(chromium, faulty, fault, said):
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    text = f'<!DOCTYPE html><html lang="en"><head><title>Fault</title>{policy}</head><body>{fault}'
    (faulty.folder / "index.html").write_text(text, "utf-8")
    with chromium.page() as page:
        traffic = Traffic(page, faulty.url)
        traffic.visit(faulty.url, "planted")
    assert any(said in line for line in traffic.findings), traffic.findings


def test_a_data_block_is_no_script_to_the_policy(chromium, faulty):
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    block = '<script type="application/ld+json">{"@context": "https://schema.org"}</script>'
    text = f'<!DOCTYPE html><html lang="en"><head><title>Data</title>{policy}{block}</head></html>'
    (faulty.folder / "index.html").write_text(text, "utf-8")
    with chromium.page() as page:
        traffic = Traffic(page, faulty.url)
        traffic.visit(faulty.url, "planted")
    assert traffic.findings == []


def test_a_script_that_fails_is_found(chromium, faulty):
    (faulty.folder / "index.html").write_text("<!DOCTYPE html><script>nobody()</script>", "utf-8")
    with chromium.page() as page:
        traffic = Traffic(page, faulty.url)
        traffic.visit(faulty.url, "planted")
    assert any("script: nobody is not defined" in line for line in traffic.findings)
