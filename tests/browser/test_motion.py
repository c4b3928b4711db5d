"""What moves though less motion was asked for is found."""

import pytest
from browser.motion import moving

pytestmark = pytest.mark.browser

TURN = "@keyframes turn { to { rotate: 1turn } }"


def shown(chromium, style):
    return chromium.found(moving, f"<style>{style}</style><p>Still")


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("p { transition: color 1s }", "p has a transition"),
        (TURN + "p { animation: turn 2s infinite }", "p has an animation"),
        ("html { scroll-behavior: smooth }", "html scrolls smoothly"),
    ],
)
def test_a_planted_fault_is_found(chromium, style, said):
    assert any(said in line for line in shown(chromium, style))
    assert shown(chromium, f"@media (prefers-reduced-motion: no-preference) {{{style}}}") == []
