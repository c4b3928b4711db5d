import pickle
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from planpress.model.spoken import spoken


def compiled(**texts):
    catalog = Catalog(locale="ar")
    for text, said in texts.items():
        catalog.add((text, text + "s") if isinstance(said, tuple) else text, said)
    raw = BytesIO()
    write_mo(raw, catalog)
    return raw.getvalue()


MANY = ("none", "one", "two", "few", "many", "other")
OURS = compiled(goal="ours", page=MANY)
THEIRS = compiled(goal="theirs")


def test_the_first_catalogue_that_has_a_text_says_it():
    words = spoken((THEIRS, OURS))
    assert words.gettext("goal") == "theirs"
    assert words.ngettext("page", "pages", 2) == "two"
    assert spoken((OURS, THEIRS)).gettext("goal") == "ours"
    assert words.gettext("unknown") == "unknown"
    assert spoken(()).gettext("goal") == "goal"


def test_words_are_the_same_in_another_process():
    for catalogues in ((THEIRS, OURS), (OURS,), ()):
        words = spoken(catalogues)
        sent = pickle.loads(pickle.dumps(words, protocol=5))
        assert sent.gettext("goal") == words.gettext("goal")
        for number in (0, 1, 2, 5, 50, 100):
            said = words.ngettext("page", "pages", number)
            assert sent.ngettext("page", "pages", number) == said
