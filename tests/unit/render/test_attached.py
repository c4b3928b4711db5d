from unit.render.speaking import real, say

SITE = real(
    attached={"pages/older/plan.pdf": "archive/older/plan.pdf"},
    sizes={"archive/older/plan.pdf": 1_240_000},
)
LINK = "{{ attached('pages', 'older', name) }}"


def test_the_link_leads_from_the_page_to_the_file():
    assert say(LINK, path="tactics/", made=SITE, name="plan.pdf") == "../archive/older/plan.pdf"


def test_the_same_file_serves_every_language():
    made = say(LINK, "es", path="tactics/", made=SITE, name="plan.pdf")
    assert made == "../../archive/older/plan.pdf"


def test_a_file_that_is_not_published_has_no_link():
    assert say(LINK, made=SITE, name="index.html") == "None"


def test_a_file_is_told_with_its_kind_and_size():
    line = "{{ 'pages/older/' ~ name | file_size }}"
    assert say(line, made=SITE, name="plan.pdf") == "pages/older/PDF"
    line = "{{ ('pages/older/' ~ name) | file_size }}"
    assert say(line, made=SITE, name="plan.pdf") == "PDF, 1.2 MB"
    assert say(line, made=SITE, name="other.docx") == "DOCX"
