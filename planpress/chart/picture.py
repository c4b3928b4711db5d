"""A drawing as a picture that says what it is."""

from html import escape


def whole(  # noqa: PLR0913 (each is a part of one picture)
    drawing: str, *, key: str, width: float, height: float, language: str, title: str, text: str
) -> str:
    """Return a drawing as a picture with a name and a description.

    `key` begins its ids and must be unique in a page. The direction is fixed: a drawing for readers
    from right to left is turned already, and each text in it keeps its own direction (see mirror).
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'lang="{escape(language)}" aria-labelledby="{key}-title" aria-describedby="{key}-desc" '
        f'direction="ltr" font-family="Public Sans, sans-serif">'
        f'<title id="{key}-title">{escape(title, quote=False)}</title>'
        f'<desc id="{key}-desc">{escape(text, quote=False)}</desc>{drawing}</svg>'
    )
