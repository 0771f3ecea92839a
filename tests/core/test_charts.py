"""Charts: the figures in the drawing are right, and nothing in it needs inline style or script."""

import re
from xml.etree import ElementTree

import pytest

from core.charts import Bar, BarTable, LineChart, Series, figure, rounded_up


def line_chart(*series: Series, **kwargs: object) -> LineChart:
    labels = [f"Meeting {number}" for number in range(len(series[0].values))]
    return LineChart("trend", "Attendance", "Meeting", labels, series, "It rose.", **kwargs)  # type: ignore[arg-type]


def drawing(page: str) -> ElementTree.Element:
    return ElementTree.fromstring(re.search(r'<svg class="app-chart".*?</svg>', page, flags=re.DOTALL)[0])  # type: ignore[index]


def test_bars_are_as_long_as_their_share_of_the_top() -> None:
    page = str(
        BarTable(
            "Attended",
            "Setting",
            "Meetings",
            [Bar("A", 9, "9 of 12"), Bar("B", 3, is_low=True, note="Low")],
            top=12,
        )
    )
    assert re.findall(r'class="(fg|low)" fill="(#\w+)" width="([\d.]+)%"', page) == [
        ("fg", "#1d70b8", "75.0"),
        ("low", "#ca3535", "25.0"),
    ]
    assert "9 of 12" in page
    assert ">Low</strong>" in page


def test_bars_without_a_top_take_the_longest() -> None:
    page = str(BarTable("T", "L", "V", [Bar("A", 10), Bar("B", 5)]))
    assert 'width="100.0%"' in page
    assert 'width="50.0%"' in page


def test_no_bars_is_a_table_without_rows() -> None:
    assert '<tbodyrole="rowgroup"></tbody>' in "".join(str(BarTable("T", "L", "V", [])).split())


def test_lines_join_the_points_and_leave_a_gap() -> None:
    svg = drawing(str(line_chart(Series("A", [0, 50, None, 100]), top=100)))
    dots = [(dot.get("cx"), dot.get("cy")) for dot in svg.iter("circle")]
    assert dots == [("0.0%", "100.0%"), ("33.33%", "50.0%"), ("100.0%", "0.0%")]
    lines = [line for line in svg.iter("line") if line.get("class")]
    assert [(line.get("x1"), line.get("y1"), line.get("x2"), line.get("y2")) for line in lines] == [
        ("0.0%", "100.0%", "33.33%", "50.0%")
    ]


def test_a_line_chart_says_its_figures_as_text() -> None:
    page = str(
        line_chart(Series("This collaboration", [67, None, 82.25]), Series("County", [78, 79, 80]), unit="%")
    )
    assert "This collaboration: 82.2% now" in page
    assert '<desc id="trend-summary">It rose.</desc>' in page
    cells = re.findall(r'<td class="govuk-table__cell govuk-table__cell--numeric[^>]*>([^<]*)</td>', page)
    assert cells == ["67%", "78%", "–", "79%", "82.2%", "80%"]


def test_lines_differ_by_more_than_colour() -> None:
    page = str(line_chart(Series("A", [1, 2]), Series("B", [2, 1]), Series("C", [1, 1])))
    assert len({*re.findall(r'stroke-dasharray="([^"]+)"', page)}) == 3
    with pytest.raises(ValueError, match="told apart"):
        line_chart(*[Series("x", [1])] * 4)


def test_one_point_and_no_points_are_drawn_too() -> None:
    assert 'cx="0.0%"' in str(line_chart(Series("A", [5])))
    assert "– now" in str(line_chart(Series("A", [None, None])))


def test_many_labels_leave_room_and_the_last_always_stands() -> None:
    page = str(line_chart(Series("A", list(range(30)))))
    shown = re.findall(r">(Meeting \d+)</text>", page)
    assert len(shown) == 10
    assert shown[-1] == "Meeting 29"
    on_a_phone = [
        label
        for spare, label in re.findall(r'<text( class="app-tick--spare")? [^>]*>(Meeting \d+)<', page)
        if not spare
    ]
    assert on_a_phone == ["Meeting 5", "Meeting 11", "Meeting 17", "Meeting 23", "Meeting 29"]


def test_nothing_in_a_chart_needs_inline_style_or_script_and_text_is_escaped() -> None:
    page = str(line_chart(Series("<script>", [1, 2]))) + str(
        BarTable("<script>", "L", "V", [Bar("<script>", 1)])
    )
    assert "style=" not in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, 1), (1, 1), (3, 4), (7, 8), (9, 10), (67, 80), (100, 100), (130, 200), (0.3, 0.4)],
)
def test_the_top_of_a_scale_reads_well(value: float, expected: float) -> None:
    assert rounded_up(value) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "text"), [(1234, "1,234"), (12.54, "12.5"), (12.0, "12"), (1234.56, "1,234.6")]
)
def test_figures(value: float, text: str) -> None:
    assert figure(value) == text
