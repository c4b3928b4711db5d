import pytest

from planpress.preview.policy import relaxed, with_script

RULES = "default-src 'none'; script-src 'self'"
POLICY = f'<meta http-equiv="Content-Security-Policy" content="{RULES}">'


@pytest.mark.parametrize(
    ("policy", "wider"),
    [
        ("connect-src 'none'", "connect-src 'self' ws://h; script-src 'self'"),
        ("default-src x", "default-src x; script-src x 'self'; connect-src x 'self' ws://h"),
        (
            "script-src 'self' 'wasm-unsafe-eval'; connect-src y 'self'",
            "script-src 'wasm-unsafe-eval' 'self'; connect-src y 'self' ws://h",
        ),
    ],
)
def test_a_policy_keeps_what_it_allows(policy: str, wider: str) -> None:
    tag = relaxed(f'<meta http-equiv=content-security-policy content="{policy}">', "h")
    assert f'content="{wider}"' in tag.replace("&#x27;", "'")


def test_a_policy_that_says_nothing_goes() -> None:
    assert relaxed("<meta http-equiv=content-security-policy>", "h") == ""


def test_the_script_stands_in_the_head_and_its_socket_is_allowed() -> None:
    page = with_script(f"<head>{POLICY}</head><body></head>", "<script>", "host:1")
    assert page.endswith("<script></head><body></head>")
    assert "connect-src &#x27;self&#x27; ws://host:1" in page


def test_a_page_without_a_head_has_the_script_too() -> None:
    assert with_script("<p>x", "<script>", "h") == "<p>x<script>"
