"""Arabic letters in the forms that they take beside one another, for their widths."""

from functools import cache
from unicodedata import category, decomposition

_TATWEEL = "\u0640"
_JOINING = {
    (False, False): "isolated",
    (False, True): "initial",
    (True, False): "final",
    (True, True): "medial",
}
"""(joined to the letter before, to the letter after) to the name of the form."""


def shaped(text: str) -> str:
    """Return a text with Arabic letters as presentation forms (Unicode Standard, 9.2).

    Lam and alef are one. Marks above and below letters, which take no width, are left out.
    """
    letters = [letter for letter in text if category(letter) != "Mn"]
    found: list[str] = []
    joined, index = False, 0
    while index < len(letters):
        pair = "".join(letters[index : index + 2])
        unit = pair if pair in _forms() else letters[index]
        index += len(unit)
        forms = _forms().get(unit, {})
        onward = "initial" in forms and _joins("".join(letters[index : index + 1]))
        found.append(forms.get(_JOINING[joined, onward], unit))
        joined = onward or unit == _TATWEEL
    return "".join(found)


def _joins(letter: str) -> bool:
    """Tell whether a letter joins the one before it."""
    return letter == _TATWEEL or "final" in _forms().get(letter, {})


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return for each letter, and for lam with alef, the presentation form by the form's name."""
    found: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        name, *letters = decomposition(chr(code)).split() or [""]
        of = "".join(chr(int(letter, 16)) for letter in letters)
        if len(of) == 1 or of.startswith("\u0644"):
            found.setdefault(of, {})[name.strip("<>")] = chr(code)
    return found
