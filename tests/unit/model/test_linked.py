from planpress.model.linked import linked


def test_what_is_linked_through_others_is_one_group_in_the_given_order():
    found = linked("abcde", [("d", "b"), ("b", "e"), ("a", "a")])
    assert found == [("a",), ("b", "d", "e"), ("c",)]


def test_links_to_others_do_not_count():
    assert linked("ab", [("a", "x"), ("x", "b")]) == [("a",), ("b",)]


def test_two_groups_become_one():
    assert linked("abcd", [("a", "b"), ("c", "d"), ("d", "a")]) == [("a", "b", "c", "d")]
