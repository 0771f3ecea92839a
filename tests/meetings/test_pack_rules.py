"""G2: names and order of the papers in a pack. No database."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.pack import MAX_INSIDE, PackPaper, fits_inside, in_pack


def test_g2_papers_come_in_the_order_of_the_agenda_those_of_the_whole_meeting_first() -> None:
    papers = [
        PackPaper(1, 7, "Two offers", "pdf", 9),
        PackPaper(2, None, "Minutes of last time", "docx", 9),
        PackPaper(3, 5, "Figures", "xlsx", 9),
        PackPaper(4, 7, "A third offer", "pdf", 9),
        PackPaper(5, 99, "Of an item taken off", "txt", 9),
    ]
    assert in_pack(papers, [5, 7]) == [
        (2, "00-1 Minutes of last time.docx"),
        (5, "00-2 Of an item taken off.txt"),
        (3, "01-1 Figures.xlsx"),
        (1, "02-1 Two offers.pdf"),
        (4, "02-2 A third offer.pdf"),
    ]


@given(st.lists(st.text(max_size=150), max_size=12), st.integers(0, 3))
def test_g2_any_title_gives_names_that_are_safe_and_never_meet(titles: list[str], item: int) -> None:
    papers = [PackPaper(number, item, title, "pdf", 1) for number, title in enumerate(titles)]
    names = [name for _number, name in in_pack(papers, [1, 2])]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert name.endswith(".pdf")
        assert not {"/", "\\", "\n", "\0", ":"} & set(name)
        assert name.isprintable()


def test_g2_too_many_bytes_do_not_fit_inside() -> None:
    whole = PackPaper(1, None, "Films", "pdf", MAX_INSIDE)
    assert fits_inside([whole])
    assert not fits_inside([whole, PackPaper(2, None, "One more", "txt", 1)])
    assert fits_inside([])
