"""The site's content security policy, open for the preview's own script as well."""

import re
from html import escape, unescape

_POLICY = re.compile(r"<meta\b[^>]*http-equiv=.?content-security-policy[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(r"""content=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def with_script(page: str, script: str, host: str) -> str:
    """Return a page with a script tag in its head; its policy lets the script run and listen."""
    page = _POLICY.sub(lambda found: relaxed(found[0], host), page)
    head, end, rest = page.partition("</head>")
    return head + script + end + rest if end else page + script


def relaxed(tag: str, host: str) -> str:
    """Return a policy's tag that also allows scripts of `host`, and sockets to it."""
    content = _CONTENT.search(tag)
    if not content:
        return ""
    rules = [rule.split() for rule in unescape(content[1] or content[2] or "").split(";")]
    allowed = {rule[0].lower(): rule[1:] for rule in rules if rule}
    for name, sources in {
        "script-src": ["'self'"],
        "connect-src": ["'self'", f"ws://{host}"],
    }.items():
        before = allowed.get(name, allowed.get("default-src", []))
        allowed[name] = [one for one in before if one != "'none'" and one not in sources] + sources
    policy = "; ".join(" ".join((name, *sources)) for name, sources in allowed.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
