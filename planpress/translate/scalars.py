"""Words as YAML writes them: as they stand, quoted, or in a block of lines."""

import textwrap

import yaml

WIDTH = 100
"""How long a line of a front matter gets; longer words stand in a block below their key."""


def scalar(text: str, indent: int, taken: int = 0, style: str | None = None) -> str:
    """Return words as a YAML value that reads as exactly these words.

    `indent` is that of the key, `taken` how long the line before the value is. `style` is how the
    value was written: `'`, `"`, `>`, `|`, or empty for plain; None chooses.
    """
    plain = text if "\n" not in text else ""
    single = "'" + plain.replace("'", "''") + "'"
    folded, literal = _folded(text, indent), _literal(text, indent)
    short = "\n" not in text and taken + len(text) <= WIDTH
    choices = {
        None: (plain, quoted(text)) if short else (folded, plain, literal),
        "": (plain, folded, literal),
        "'": (single,),
        '"': (),
        ">": (folded, plain, literal),
        "|": (literal, plain),
    }
    for written in choices[style]:
        if written and reads_as(written, text, indent):
            return written
    return quoted(text)


def reads_as(written: str, text: str, indent: int = 0) -> bool:
    """Return whether a value written after a key of some indent is read as these words."""
    key = " " * indent
    try:
        node = yaml.compose(f"{key}k: {written}\n{key}z: z\n", Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError):
        return False
    if not isinstance(node, yaml.MappingNode) or len(node.value) != 2:
        return False
    value = node.value[0][1]
    return isinstance(value, yaml.ScalarNode) and value.value == text


def _folded(text: str, indent: int) -> str:
    inner = " " * (indent + 2)
    wrapper = textwrap.TextWrapper(
        WIDTH - len(inner),
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,
        replace_whitespace=False,
    )
    paragraphs = ["\n".join(inner + line for line in wrapper.wrap(p)) for p in text.split("\n")]
    return ">-\n" + "\n\n".join(paragraphs)


def _literal(text: str, indent: int) -> str:
    inner = " " * (indent + 2)
    return "|-\n" + "\n".join(inner + line if line else "" for line in text.split("\n"))


def quoted(text: str) -> str:
    """Return words as a YAML value on one line, in double quotation marks."""
    dumped: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=1_000_000)
    return dumped.strip()
