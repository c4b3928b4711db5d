import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.check.sentences import sentences, words


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "One. Two! Three? Four…", 4),
        ("en", "The rate is 81.4% now. It rose by 2.5 points.", 2),
        ("en", "The U.S. Department of Justice and Dr. J. R. Smith say so.", 1),
        ("en", "Bring paper, e.g. a map, i.e. something flat, etc. and come.", 1),
        ("en", "See No. 5 and Sept. 3, approx. noon.", 1),
        ("en", "School ends at 3 p.m. Buses leave then.", 2),
        ("en", "They said “Come in.” Then we came (all of us). Good.", 3),
        ("en", "Is it on track? yes, it is", 1),
        ("en", "It was so in 2023. 15 schools took part.", 2),
        ("en", "No full stop at the end", 1),
        ("en", "Is it so? No. Not yet.", 3),
        ("es", "El Sr. Ruiz y la Dra. Paz, de EE. UU., vienen.", 1),
        ("es", "Hay ayuda, p. ej. Con tutores no. Y más.", 2),
        ("es", "¿Qué pasa? ¡Nada! Fue el núm. 5, pág. 3.", 3),
        ("es", "Hay ayuda, p. ej. con tutores.", 1),
        ("vi", "Đây là câu một. Đây là câu hai.", 2),
        ("ar", "هل نحن على المسار؟ نعم. هذا كل شيء", 3),
        ("zh", "这是第一句。这是第二句！", 2),
        ("hi", "यह पहला वाक्य है। यह दूसरा है।", 2),
        ("en", "... — !", 0),
    ],
)
def test_where_sentences_end(language, text, count):
    assert len(list(sentences(text, language))) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in 2023–24, 81.4% of 1,200", ["in", "2023-24", "81.4%", "of", "1,200"]),
        (
            "a well-kept plan—and more – or less",
            ["a", "well-kept", "plan", "and", "more", "or", "less"],
        ),
        ("staff and/or families", ["staff", "and", "or", "families"]),
        ("“Don’t,” she said …", ["Don’t", "she", "said"]),
        ("学校计划2028年", ["学校", "计划", "2028", "年"]),
        ("โรงเรียน", []),
        ("", []),
    ],
)
def test_what_is_a_word(text, found):
    assert list(words(text)) == found


def test_marks_that_combine_do_not_part_a_word():
    assert len(words("हिन्दी में तीन")) == 3


def test_sentences_know_their_line_and_are_on_one():
    one, two, three = sentences("First here.\nSecond\ngoes on. Third.", "en")
    assert [(s.text, s.line) for s in (one, two, three)] == [
        ("First here.", 0),
        ("Second goes on.", 1),
        ("Third.", 2),
    ]


@given(st.text(alphabet="aB1 .!?\n“”)(…。", max_size=60))
def test_no_word_is_lost_or_invented(text):
    parted = [word for sentence in sentences(text, "en") for word in sentence.words]
    assert "".join(parted) == "".join(words(text))
