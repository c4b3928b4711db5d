"""What a phone needs to keep the site on its first screen (W3C Web Application Manifest)."""

import json

from planpress.model.language import Language
from planpress.model.site import Site
from planpress.render.address import Address, relative

ICONS = (("icon.svg", "any", "image/svg+xml"), ("icon-512.png", "512x512", "image/png"))
"""Files of `assets/`, their sizes, and what they are."""
_BROWSER = "#ffffff"
_NAME = "manifest.webmanifest"


def manifest_path(site: Site, code: str) -> str:
    """Return where the manifest of a language stands."""
    return Address(_NAME, code, code == site.project.languages[0]).place


def manifest(site: Site, language: Language) -> bytes:
    """Return the manifest of a language; its addresses are relative, as those of pages are."""
    plan, code = site.project.plan, language.code
    path = manifest_path(site, code)
    title = plan.title.said(code).text
    found = {
        "name": f"{title} | {plan.organisation.said(code).text}",
        "short_name": title,
        "lang": code,
        "dir": language.direction,
        "start_url": "index.html",
        "scope": "./",
        "display": "browser",
        "background_color": _BROWSER,
        "theme_color": _BROWSER,
        "icons": [
            {"src": relative(path, f"assets/{name}"), "sizes": sizes, "type": kind}
            for name, sizes, kind in ICONS
        ],
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
