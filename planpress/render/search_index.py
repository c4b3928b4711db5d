"""What the search page of a language can find: pages, measures, terms, milestones and roles."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from planpress.model.equity import GROUP
from planpress.model.language import Language
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.address import file_of
from planpress.render.leaf import say_in_all
from planpress.render.milestones import steps_by_owner
from planpress.render.register import Entry
from planpress.render.search_words import Texts, searched, shortened, template_of

Found = dict[str, str]
"""One thing that can be found: its `kind`, `path` and `title`, and what else is known of it.

`path` counts from the language's root, `text` is shown, `more` is only searched, `indicator` is the
measure that it is about. `titleLang` and `textLang` name a language other than the page's.
"""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def search_index(
    site: Site, language: Language, pages: Iterable[Entry], texts: Mapping[str, Texts]
) -> bytes:
    """Return the script that hands the search page what can be found, one thing on a line.

    `texts` has what there is to find in the bodies of records.

    It is a script and no JSON file, as browsers let no page on a disk (`file://`) read a file. What
    stands between the signs of assignment and the end is JSON.
    """
    found = [*_pages(site, language, pages, texts), *_terms(site, language)]
    found += [*_milestones(site, language), *_roles(site, language)]
    kinds = kind_words(site, language)
    used = {name: kinds[name] for name in kinds if any(one["kind"] == name for one in found)}
    lines = ",\n".join(_json(one) for one in found)
    return f'const searchIndex = {{"kinds":{_json(used)},\n"found":[\n{lines}\n]}};\n'.encode()


def kind_words(site: Site, language: Language) -> Mapping[str, str]:
    """Return what a thing that was found is called, by its kind."""
    labels = site.project.plan.labels

    def called(own: Words, usual: str) -> str:
        return own.said(language.code).text or usual

    return {
        "page": language.say("Page"),
        "priority": called(labels.priority, language.say("Priority")),
        "indicator": called(labels.measure, language.say("Measure")),
        "tactic": called(labels.tactic, language.say("Tactic")),
        "initiative": language.say("Initiative"),
        "stocktake": language.say("Stocktake"),
        "review": language.say("Review"),
        "report": language.say("Monitoring report"),
        "update": language.say("Update"),
        "earlier": language.say("Page of an earlier plan"),
        "term": language.say("Term"),
        "milestone": language.say("Milestone"),
        "role": language.say("Role"),
    }


def _pages(
    site: Site, language: Language, pages: Iterable[Entry], texts: Mapping[str, Texts]
) -> Iterator[Found]:
    kinds = kind_words(site, language)
    for page, key in searched(pages):
        template = template_of(page)
        kind = template if template in kinds else "page"
        if page.path.startswith("archive/"):
            kind = "earlier"
        known = texts.get(key, {})
        shown = Words(dict(page.summary)) or Words(
            {code: begins for code, (begins, _) in known.items()}
        )
        spoken = language.code if language.code in known else next(iter(known), "")
        headings = known[spoken][1] if spoken else ""
        yield _found(
            language,
            kind,
            page.path,
            (Words(dict(page.title)), shown),
            more=(*_more(site, language, key, template), headings),
            indicator=key.removeprefix("indicators/") if template == "indicator" else "",
        )


def _more(site: Site, language: Language, key: str, template: str) -> Iterator[str]:
    """Yield words by which a page is found that its title and summary do not have."""
    code, project = language.code, site.project
    kind, _, name = key.partition("/")
    if kind == "priorities":
        yield from (goal.title.said(code).text for goal in project.priorities[name].goals)
    elif kind == "initiatives":
        for stream in project.initiatives[name].workstreams:
            yield stream.title.said(code).text
            yield from (item.title.said(code).text for item in stream.items)
    elif kind == "tactics" and (lead := project.tactics[name].lead):
        yield lead.role.said(code).text
        yield lead.name or ""
    elif template == "equity":
        codes = project.codes_of(GROUP)
        yield from (project.code_label(GROUP, one).said(code).text for one in codes)


def _terms(site: Site, language: Language) -> Iterator[Found]:
    for term in site.project.glossary.terms if site.project.glossary else ():
        words = (term.term, term.definition)
        yield _found(language, "term", f"glossary/#{term.id}", words)


def _milestones(site: Site, language: Language) -> Iterator[Found]:
    """Yield the dated steps, each at the page of the tactic or measure to which it belongs."""
    for group in steps_by_owner(site):
        about = PurePosixPath(group.of.path).name if group.measured else ""
        for step in group.milestones:
            yield _found(
                language,
                "milestone",
                f"{group.of.path}#milestones",
                (step.title, group.of.title),
                more=(step.note.said(language.code).text,),
                indicator=about,
            )


def _roles(site: Site, language: Language) -> Iterator[Found]:
    for role in site.project.plan.roles:
        words = (role.title, role.summary or say_in_all(site, "Where do I fit?"))
        yield _found(language, "role", f"roles/#role-{role.id}", words)


def _found(
    language: Language,
    kind: str,
    path: str,
    words: tuple[Words, Words],
    more: Iterable[str] = (),
    indicator: str = "",
) -> Found:
    (title, titled), (text, texted) = (one.said(language.code) for one in words)
    known = {
        "kind": kind,
        "path": file_of(path),
        "indicator": indicator,
        "title": title,
        "titleLang": titled if titled != language.code else "",
        "text": shortened(text),
        "textLang": texted if texted != language.code else "",
        "more": " ".join(filter(None, more)),
    }
    return {name: value for name, value in known.items() if value}


def _json(thing: object) -> str:
    """Return a thing as JSON that is a script as well; `<` never begins a tag in it."""
    return _ENCODER.encode(thing).replace("<", "\\u003c")
