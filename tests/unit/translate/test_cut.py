from planpress.model.place import Place
from planpress.model.translation import State, Unit
from planpress.model.worded import BODY
from planpress.translate.cut import cut
from planpress.translate.message import Progress


def unit(source, target=None, state=State.COMPLETE, before=None, way=BODY):
    return Unit(
        record="pages/vision",
        language="es",
        way=way,
        state=state,
        source=source,
        target=target,
        before=before,
        source_place=Place("content/pages/vision.md", 5),
        section=0 if way == BODY else None,
    )


def pieces(one):
    (found,) = cut([one])
    return [(s.source, s.target, s.progress, s.before) for s in found.segments]


def test_a_text_is_cut_beside_its_translation():
    assert pieces(unit("## A\n\n- b\n- c", "## Á\n\n* be\n* ce")) == [
        ("A", "Á", Progress.DONE, None),
        ("b", "be", Progress.DONE, None),
        ("c", "ce", Progress.DONE, None),
    ]


def test_a_field_is_one_piece_with_its_own_name():
    (found,) = cut([unit("Our # vision", "La visión", way=("goals", "x", "title"))])
    assert [s.context for s in found.segments] == ["pages/vision#goals/x/title"]


def test_names_of_sections_do_not_depend_on_what_stands_around():
    one, two = unit("## A\n\nb"), unit("## C\n\nd")
    names = [[s.context for s in found.segments] for found in cut([one, two, one])]
    assert [[s.context for s in found.segments] for found in cut([two])] == [names[1]]
    assert len({name for known in names for name in known}) == 6


def test_places_are_those_of_the_pieces():
    (found,) = cut([unit("## A\n\nb\n\nc")])
    assert [segment.place.line for segment in found.segments] == [5, 7, 9]


def test_a_translation_that_is_built_otherwise_goes_out_whole():
    (found,) = cut([unit("a\n\nb\n", "á y be\n")])
    (segment,) = found.segments
    assert (found.whole, segment.source, segment.target) == (True, "a\n\nb", "á y be")
    assert segment.context.count(":") == 0


def test_of_what_is_stale_only_the_changed_pieces_are_doubtful():
    changed = unit("a\n\nnew\n\nB\n\nc", "á\n\nbe\n\nce", State.STALE, "a\n\nb\n\nc")
    assert pieces(changed) == [
        ("a", "á", Progress.DONE, None),
        ("new", "be", Progress.DOUBTFUL, "b"),
        ("B", None, Progress.EMPTY, None),
        ("c", "ce", Progress.DONE, None),
    ]


def test_where_nothing_is_known_of_the_former_source_all_is_doubtful():
    assert pieces(unit("a\n\nb", "á\n\nbe", State.STALE)) == [
        ("a", "á", Progress.DOUBTFUL, None),
        ("b", "be", Progress.DOUBTFUL, None),
    ]
    assert pieces(unit("a\n\nb", "á", State.STALE)) == [
        ("a", None, Progress.EMPTY, None),
        ("b", None, Progress.EMPTY, None),
    ]


def test_a_section_that_was_moved_asks_to_be_looked_at():
    moved = unit("a\n\nb", "á\n\nbe", State.STALE, "a\n\nb")
    assert [progress for _, _, progress, _ in pieces(moved)] == [Progress.DOUBTFUL, Progress.DONE]


def test_a_machine_s_words_are_doubtful():
    assert pieces(unit("a", "á", State.UNREVIEWED)) == [("a", "á", Progress.DOUBTFUL, None)]


def test_a_stale_piece_has_the_targets_of_its_new_source():
    (found,) = cut([unit("[a](/new/) b", "[á](/old/) be", State.STALE, "[a](/old/) b")])
    (segment,) = found.segments
    assert segment.translation == ("[á](", 1, ") be")
    assert segment.read(segment.translation) == "[á](/new/) be"


def test_a_good_piece_keeps_its_own_targets():
    (found,) = cut([unit("[a](/en.pdf)", "[á](/es.pdf)")])
    (segment,) = found.segments
    assert segment.translation == ("[á](", 1, ")")
    assert segment.read(segment.translation) == "[á](/es.pdf)"


def test_what_was_taken_away_does_not_go_out():
    assert list(cut([unit(None, "á", State.STALE)])) == []
