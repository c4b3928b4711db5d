from planpress.chart.labels import Box, Room

BOUNDS = Box(0, 0, 300, 200)


def test_a_label_stands_to_the_right_if_there_is_room() -> None:
    placed = Room(BOUNDS).place("84.6%", 100, 100)
    assert (placed.anchor, placed.down) == ("start", 100)
    assert placed.across > 100


def test_a_label_at_the_edge_stays_inside() -> None:
    placed = Room(BOUNDS).place("Target 53%", 295, 100)
    assert placed.box.right <= 300
    assert placed.anchor != "start"


def test_labels_of_one_place_do_not_overlap() -> None:
    room = Room(BOUNDS)
    room.point(150, 100)
    boxes = [room.place(words, 150, 100).box for words in ("Target 53%", "Baseline 50%", "48%")]
    for index, box in enumerate(boxes):
        assert not any(box.overlap(other) for other in boxes[index + 1 :])
        assert not box.overlap(Box(145, 95, 155, 105))


def test_a_label_avoids_a_line() -> None:
    room = Room(BOUNDS)
    room.line([(100, 100), (250, 100)])
    assert room.place("84.6%", 100, 100).down != 100


def test_a_spare_label_is_left_out_where_there_is_no_room() -> None:
    assert Room(BOUNDS).spare("Expected", [(150, 100)])
    full = Room(BOUNDS, taken=[BOUNDS])
    assert full.spare("Expected", [(150, 100)]) is None
