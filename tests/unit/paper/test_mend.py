"""What stands in the margins of pages is no content."""

import re

import pytest
from unit.paper.read_back import opened
from unit.paper.test_press import PAPER, html

from planpress.paper.press import printed
from planpress.paper.system import printing_with

pytestmark = pytest.mark.skipif(printing_with() is None, reason="Pango is not installed")


def test_margins_are_artifacts_and_in_no_list_of_tags():
    with opened(printed(PAPER, html("<p>Words.</p>"))) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
        marked = {int(number) for number in re.findall(rb"/MCID (\d+)", drawn)}
        entries = list(pdf.Root.StructTreeRoot.ParentTree.Nums[1])
    assert b"/Artifact BMC" in drawn
    assert {at for at, entry in enumerate(entries) if entry is not None} == marked


def test_the_identifier_is_that_of_the_content():
    one, same, other = (printed(PAPER, html(f"<p>{words}</p>")) for words in ("A", "A", "B"))
    with opened(one) as first, opened(same) as again, opened(other) as second:
        assert bytes(first.trailer.ID[0]) == bytes(again.trailer.ID[0])
        assert one != other
        assert bytes(first.trailer.ID[1]) != bytes(second.trailer.ID[1])
