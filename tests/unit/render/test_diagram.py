from unit.render.speaking import say

from planpress.model.diagram import Diagram

FOUND = Diagram(
    kind="chain",
    subject="tactics/coaches",
    language="en",
    title="From <top> to bottom",
    description="1. First.\n2. Second & last.",
    pictures={"wide": "<svg id='w'/>", "narrow": "<svg id='n'/>"},
)


def test_a_figure_of_words_has_a_title_pictures_and_sentences():
    html = say(
        '{% from "parts/diagram.html" import diagram with context %}{{ diagram(found) }}',
        found=FOUND,
    )
    assert '<figure class="figure" id="diagram-tactics-coaches-chain">' in html
    assert "<figcaption><strong>From &lt;top&gt; to bottom</strong></figcaption>" in html
    assert "<div class=\"picture wide\"><svg id='w'/></div>" in html
    assert "<div class=\"picture narrow\"><svg id='n'/></div>" in html
    assert "<p>1. First.</p>\n<p>2. Second &amp; last.</p>" in html
