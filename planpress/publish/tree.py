"""What a page or an XML file refers to, read by a parser."""

from lxml import etree

from planpress.publish.markup import Markup

_IDS = etree.XPath("//@id | //a/@name", smart_strings=False)
_LINKS = etree.XPath(
    "//@href | //@src | //@poster | //object/@data | //@action | //@formaction"
    " | //@longdesc | //@*[name()='xlink:href']",
    smart_strings=False,
)
_SETS = etree.XPath("//@srcset | //@imagesrcset", smart_strings=False)
_STYLES = etree.XPath(
    "//@*[contains(., 'url(')] | //*[local-name()='style']/text()", smart_strings=False
)
_REFRESH = etree.XPath("//meta[@http-equiv]/@content", smart_strings=False)
_LOCATIONS = etree.XPath(
    "//*[local-name()='loc' or local-name()='link']/text()", smart_strings=False
)


def tree_of_page(content: bytes) -> Markup:
    """Return what an HTML page refers to, whatever its markup is like."""
    # A parser of its own for each page: one that is shared keeps the log of every page.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        page = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return Markup()
    if page is None:
        return Markup()
    return _all_of(page)


def tree_of_xml(content: bytes) -> tuple[Markup | None, tuple[str, ...]]:
    """Return what an XML file refers to and its locations; None and why it cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        return None, (error.msg.rstrip(".") if error.msg else "it cannot be read",)
    return _all_of(root), _texts(_LOCATIONS(root))


def _all_of(root: etree._Element) -> Markup:
    asked = (_IDS, _LINKS, _STYLES, _SETS, _REFRESH)
    return Markup(*(_texts(question(root)) for question in asked))


def _texts(found: object) -> tuple[str, ...]:
    return tuple(str(text) for text in found) if isinstance(found, list) else ()
