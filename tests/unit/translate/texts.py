"""Random Markdown and words, as people write them and as they should not."""

from hypothesis import strategies as st

WORDS = st.sampled_from(
    (
        *(
            "reading",
            "Schools",
            "año",
            "we",
            "can’t",
            "and",
            "“so”",
            "2",
            "48.0%",
            "2023–24",
            "$61,000",
        ),
        *(
            "**bold**",
            "*so*",
            "[words](/vision/)",
            "![Alt](/a/b.jpg)",
            "`code x`",
            "[^1]",
            "{x}",
            "a|b",
        ),
        *(
            "<b>b</b>",
            "https://alder.example.org/x",
            "plan@alder.example.org",
            "[a](https://x.org/(y))",
        ),
        *(
            '[t](/x/ "title")',
            "{{",
            "}",
            "\\*",
            "&amp;",
            "#1",
            "-",
            ">",
            "1.",
            ":",
            "—",
            "[ref][r]",
            "`` ` ``",
        ),
    )
)
LINE = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
START = st.sampled_from(
    (
        *(
            "",
            "",
            "",
            "",
            "## ",
            "### ",
            "- ",
            "* ",
            "1. ",
            "2. ",
            "> ",
            "> - ",
            "    ",
            "    - ",
            ":   ",
        ),
        *("[^1]: ", "*[CMAS]: ", "[r]: /x/ ", "| ", "\t", "  ", "- - ", "#", "<!-- ", "<div>"),
    )
)
END = st.sampled_from(("", "", "", "", "  ", " ##", " {: #here}", " |", " -->", "\n===", "\n---"))
WHOLE = st.sampled_from(
    (
        *(
            "",
            "",
            "",
            "",
            "{{ chart grade-3 }}",
            "---",
            "{: .note}",
            "| a | 3 |\n|---|--:|\n| b | 4% |",
        ),
        *("***", "```", "<div>", "\x0b", "\u2028", "| a\n|---|", "a | b\n--- | ---\nc | d\n1 | 2"),
    )
)
LINES = st.one_of(st.tuples(START, LINE, END).map("".join), WHOLE)
MARKDOWN = st.lists(LINES, max_size=12).map("\n".join)
ANY = st.text(
    st.one_of(
        st.sampled_from("#-*>|`[](){}:!\\^ \n\t\"'1a.é\x00\u2028<&_="), st.characters(codec="utf-8")
    ),
    max_size=60,
)
