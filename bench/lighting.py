"""`python3 -m bench lighthouse`: what Lighthouse says of pages as a phone would load them."""

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.inside import ROOT
from bench.measure import Failed, as_usual
from bench.target import Target, table, targets
from bench.target import lines as target_lines

VERSION = "12.8.2"
OWN = ROOT / ".cache" / "lighthouse"
VARIABLE = "PLANPRESS_LIGHTHOUSE"
"""Names the folder in which npm has installed Lighthouse, if it is not `.cache/lighthouse/`."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE localhost'",
    "--ignore-certificate-errors",  # of the certificate that is made here
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = {
    "fcp": "first-contentful-paint",
    "lcp": "largest-contentful-paint",
    "cls": "cumulative-layout-shift",
    "tbt": "total-blocking-time",
    "bytes": "total-byte-weight",
}
LIGHT, SOON = 60_000, 1_200
"""Bytes and milliseconds to the largest paint that the home page of Jeffco may take."""
PATIENCE = 180


@dataclass(frozen=True)
class Plan:
    """A plan whose pages are looked at: where it is, its day if it names none, and the pages."""

    name: str
    folder: Path
    pages: dict[str, str]
    options: tuple[str, ...] = ()


JEFFCO, FOOTHILLS = "Jeffco", "Foothills"
PLANS = (
    Plan(
        JEFFCO,
        ROOT,
        {
            "home": "",
            "home in Spanish": "es/",
            "indicator": "indicators/graduation-rate/",
            "explorer": "explore/",
            "initiative (it has no tactics)": "initiatives/school-conditions/",
        },
        ("--as-of", "2026-11-21"),
    ),
    Plan(
        FOOTHILLS,
        ROOT / "examples" / "foothills",
        {
            "home": "",
            "indicator": "indicators/graduation-rate/",
            "explorer": "explore/",
            "tactic": "tactics/buses-on-time/",
        },
    ),
)


def need(what: str, *names: str) -> str:
    """Return the path of the first of these programs that is there; raise Failed if none is."""
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        raise Failed(f"skipped: {what} is not there ({', '.join(names)})")
    return path


def lighthouse() -> list[str]:
    """Return the command of Lighthouse; raise Failed, with the command that installs it."""
    folder = Path(os.environ.get(VARIABLE) or OWN)
    script = folder / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not script.is_file():
        install = f"npm install --prefix .cache/lighthouse --ignore-scripts lighthouse@{VERSION}"
        raise Failed(
            f"skipped: Lighthouse is not in {folder}: {install} (or name it in {VARIABLE})"
        )
    return [need("Node", "node"), str(script)]


@contextlib.contextmanager
def hosted(folder: Path, secrets: Path) -> Iterator[str]:
    """Serve a folder by HTTP/2, compressed, with a certificate of its own; yield the address."""
    certificate, key = str(secrets / "certificate.pem"), str(secrets / "key.pem")
    made = [need("OpenSSL", "openssl"), "req", "-x509", "-nodes", "-days", "2"]
    made += ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    made += ["-subj", "/CN=localhost", "-out", certificate, "-keyout", key]
    subprocess.run(made, check=True, capture_output=True)
    command = [need("Node", "node"), str(ROOT / "bench" / "host.mjs"), str(folder)]
    with subprocess.Popen(
        [*command, certificate, key], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as host:
        assert host.stdout
        port = host.stdout.readline().strip()
        if not port:
            raise Failed("bench/host.mjs does not start")
        yield f"https://localhost:{port}/"


def built(plan: Plan, folder: Path, address: str) -> None:
    """Build a plan for the address from which it is served."""
    command = [sys.executable, str(ROOT / "build.py"), "--project", str(plan.folder), "--quiet"]
    command += ["--output", str(folder), "--base-url", address, "--force", *plan.options]
    done = subprocess.run(command, env=as_usual(None), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"the plan of {plan.name} does not build:\n{done.stderr}")


def looked(tool: list[str], browser: str, address: str) -> dict[str, Any]:
    """Return what one run says of a page: scores of 100, milliseconds, bytes, and what is wrong."""
    command = [*tool, address, "--quiet", "--output=json", f"--chrome-flags={' '.join(FLAGS)}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = {**os.environ, "CHROME_PATH": browser}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    if done.returncode:
        raise Failed(f"Lighthouse fails on {address}:\n{done.stderr[-2000:]}")
    return read(json.loads(done.stdout))


def read(report: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept of a report of Lighthouse."""
    if error := report.get("runtimeError"):
        raise Failed(f"Lighthouse: {error['message']}")
    audits = report["audits"]
    wrong = [
        f"{name}: {audits[one['id']]['title']}"
        for name in CATEGORIES
        for one in report["categories"][name]["auditRefs"]
        if one["weight"] and (audits[one["id"]]["score"] or 0) < 1
        and audits[one["id"]]["score"] is not None
    ]  # fmt: skip
    scores = {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}
    found = {short: audits[name]["numericValue"] for short, name in METRICS.items()}
    return {**scores, **found, "wrong": wrong, "version": report["lighthouseVersion"]}


def together(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the median of each figure, the worst performance, and what the last run finds wrong.

    What Lighthouse finds besides speed is the same in each run.
    """
    middle = {name: median(one[name] for one in runs) for name in (*CATEGORIES, *METRICS)}
    worst = min(one["performance"] for one in runs)
    return {**middle, "worst": worst, "wrong": runs[-1]["wrong"], "version": runs[0]["version"]}


def judged(pages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the limits: full scores and no shift everywhere, and Jeffco's home page light."""
    made = []
    for one in pages:
        said = f"{one['plan']}, {one['page']}"
        made.append(
            Target(f"{said}: the lowest score", min(one[c] for c in CATEGORIES), 100, least=True)
        )
        made.append(Target(f"{said}: layout shift", one["cls"], 0))
        if one["plan"] == JEFFCO and one["page"].startswith("home"):
            made.append(Target(f"{said}: largest paint", one["lcp"], SOON, "ms"))
            made.append(Target(f"{said}: over the wire", one["bytes"], LIGHT, "bytes"))
    return targets(made)


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    """Return what Lighthouse says of the pages of both plans."""
    tool, browser = lighthouse(), need("Chromium", *BROWSERS)
    pages = []
    for plan in PLANS:
        with tempfile.TemporaryDirectory(prefix="planpress-bench-") as made:
            site, secrets = Path(made) / "site", Path(made) / "secrets"
            secrets.mkdir()
            site.mkdir()
            with hosted(site, secrets) as address:
                built(plan, site, address)
                for name, path in plan.pages.items():
                    said = f"bench: {plan.name}, {name}, {asked.repeats} times"
                    print(said, file=sys.stderr, flush=True)
                    runs = [looked(tool, browser, address + path) for _ in range(asked.repeats)]
                    pages.append({"plan": plan.name, "page": name, **together(runs)})
    return {"repeats": asked.repeats, "pages": pages, "targets": judged(pages)}


def lines(found: dict[str, Any]) -> list[str]:
    """Return the table and the targets."""
    heads = ["plan", "page", *(name.replace("-", " ") for name in CATEGORIES), "worst performance"]
    heads += ["first paint, ms", "largest paint, ms", "layout shift", "blocked, ms", "bytes"]
    rows = [
        [
            one["plan"],
            one["page"],
            *(f"{one[name]:.0f}" for name in (*CATEGORIES, "worst")),
            f"{one['fcp']:.0f}",
            f"{one['lcp']:.0f}",
            f"{one['cls']:.3g}",
            f"{one['tbt']:.0f}",
            f"{one['bytes']:,.0f}",
        ]
        for one in found["pages"]
    ]
    version = found["pages"][0]["version"]
    said = [
        f"Lighthouse {version}, its own mobile setting (slow 4G and a slow phone, simulated),",
        f"HTTP/2 with gzip. The median of {found['repeats']} runs counts; the worst",
        "performance, in which other programs on the machine show, stands beside it.",
        "",
        *table(heads, rows, 2),
    ]
    wrong = [
        f"- {one['plan']}, {one['page']}: {what}" for one in found["pages"] for what in one["wrong"]
    ]
    return [*said, *(["", *wrong] if wrong else []), *target_lines(found["targets"])]
