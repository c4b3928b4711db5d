"""How many syllables a word has: English by rules, Spanish by its spelling.

A dictionary of pronunciations would be exact for English, but it takes half a second to load, in
every build. The rules below find the count of CMUdict for 98 in 100 words of a running text, and
they err to both sides: over many sentences their mean is right within one part in 200.
"""

import re

_EXACT = {
    word: count
    for count, words in (
        (1, "eye eyes tongue"),
        (
            2,
            """averaged business catholic colonel evening evenings every framework guideline
            guidelines hundred junior marriage maybe milestone milestones million millions billion
            mr mrs notepad patience patient patients senior seniors sideways therefore union
            unions""",
        ),
        (
            3,
            """anyone area areas averages behavior businesses efficient element elements everything
            everywhere familiar idea ideas linear opinion opinions parliament proficient sufficient
            vegetable video""",
        ),
        (4, "coordinate efficiently everybody misbehavior proficiency specifically"),
        (5, "coordinator coordinators economically"),
    )
    for word in words.split()
}
"""English words that no rule below gets right and that plans of schools use often."""

_FIRST = """bas|car|fir|for|gam|gav|giv|hom|hous|lif|lik|lin|mak|mor|not|nin|on|plac|saf|sam|scor
|sid|som|stat|stor|tak|ther|tim|typ|us|whit|wher|whol|wid|writ""".replace("\n", "")
_SECOND = """back|bod|book|by|case|cast|day|fit|front|ground|head|hold|how|keep|less|light|line|long
|made|maker|man|men|more|one|over|place|point|room|school|see|shop|sick|side|stone|tabl|teen|thing
|time|town|ty|ward|ware|well|what|where|wide|wise|with|work""".replace("\n", "")
_SILENT = (
    # An e before an ending or inside a compound: state-ment, care-ful, base-line, some-one.
    (r"(?<=[aeiouy][bcdfgklmnpqrstvwz])e(?=(?:l(?:y|ess\w*)|ness|ful\w*|ments?|mental\w*)$)", ""),
    (r"(?<=[nrs][cgsv])e(?=(?:ly|less|ness|ful\w*|ments?)$)", ""),
    (rf"^({_FIRST})e(?=(?:{_SECOND}))", r"\1"),
    # Endings: the e of -ed is heard after t and d, the e of -es after a hiss.
    (r"(?<=[^aeiouytd])ed$|(?<=[aeo]y)ed$", "d"),
    (r"(?<=[bcdfgkptz])ld$", "eld"),
    (r"(?<=[^aeiouyscgzx])(?<!sh)(?<!ch)es$", "s"),
    (r"(?<=[bcdfgkptz])ls$", "els"),
    (r"(?<=[bcdfgkptz])le$", "el"),
    (r"(?<=[aeiouy])(?:que|gue)s?$", "k"),
    (r"(?<=[^aeiouy])e$", ""),
)
_JOINED = (
    (r"qu", "k"),
    (r"gu(?=[aeiy])", "g"),
    (r"^y(?=[aeiou])", "j"),
    (r"(?<=[aeiou])y(?=[aeiou])", "yj"),
)
_PARTED = re.compile(
    r"(?<![cstgx])i(?=a)(?<!li(?=an))|(?<![cstgx])i(?=o(?!us))|(?<=[rv])i(?=ous)|(?<=ssoc)i(?=a)|(?<=[lrs])i(?=er)|(?<=[^aeiou])i(?=um|us|et|ent|enc)"
    r"|(?<=[^aeiou])[uy](?=ing|a[lrt]|i?ty|ous)|(?<=[aeo])(?=ing)|(?<=[^aeiou])e(?=o[lmns]|u[ms])"
    r"|(?<=cr)e(?=at(?!ur))|[ts]h?m$"
)
_HEARD = re.compile("could|did|does|had|has|have|is|might|must|need|should|was|would")
"""After these, -n't is a syllable of its own; in don't and can't it is none."""

_VOWELS = re.compile(r"[aeiouy]+")


def english(word: str) -> int:
    """Return the syllables of an English word, one at least."""
    word = word.lower().replace("’", "'")
    if word in _EXACT:
        return _EXACT[word]
    more = 0
    if word.endswith("n't"):
        word, more = word[:-3], int(_HEARD.fullmatch(word[:-3]) is not None)
    elif word.endswith("'s"):
        word = word[:-2]
        more = int(word.endswith(("s", "x", "z", "ch", "sh", "ce", "ge", "se")))
    word = word.replace("'", "")
    for pattern, by in (*_SILENT, *_JOINED):
        word = re.sub(pattern, by, word)
    return max(1, len(_VOWELS.findall(word)) + len(_PARTED.findall(word))) + more


_RUN = re.compile(r"[aeiouáéíóúüàâãêôõh]+")
_STRONG = re.compile(r"[aeoáéóíúàâãêôõ]")


def spanish(word: str) -> int:
    """Return the syllables of a Spanish word, one at least.

    Vowels part where both are strong (a, e, o) or a weak one (i, u) has an accent; an h between
    them changes nothing. Rules of the Ortografía de la lengua española (RAE 2010), chapter II.
    """
    word = re.sub(r"(?<![aeiouáéíóúü])y(?![aeiouáéíóúü])", "i", word.lower())
    runs = (run.replace("h", "") for run in _RUN.findall(word))
    return max(1, sum(max(1, len(_STRONG.findall(run))) for run in runs if run))
