"""S11: what the finance system says of payments, line by line. No database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from supplement.rules.answers import Answer, AnswerLine, Outcome, Owed, columns_in, judged, read_lines
from supplement.rules.payments import PaymentState

TODAY = date(2026, 7, 20)
PAID_ON = date(2026, 7, 15)
OWED = {
    "sls3-1": Owed(1, 17_500, PaymentState.IN_FILE),
    "sls3-2": Owed(2, 5_000, PaymentState.PAID, PAID_ON),
    "sls3-3": Owed(3, 5_000, PaymentState.FAILED),
    "sls3-4": Owed(4, 5_000, PaymentState.DUE),
    "sls3-5": Owed(5, -1_250, PaymentState.IN_FILE),
}


def answered(*lines: AnswerLine) -> Sequence[Answer]:
    return judged(lines, OWED, today=TODAY)


def line(
    reference: str = "SLS3-1", amount: str = "175.00", outcome: str = "Paid", day: str = "15/07/2026"
) -> AnswerLine:
    return AnswerLine(7, reference, amount, outcome, day)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (line(), Outcome.PAID),
        (line("sls3-1", "£175", "cleared.", "2026-07-15"), Outcome.PAID),
        (line(day="46218"), Outcome.PAID),
        (line(outcome="REJECTED", day=""), Outcome.FAILED),
        (line("SLS3-5", "-12.50"), Outcome.PAID),
        (line("SLS3-2", "50"), Outcome.KNOWN),
        (line("SLS3-3", "50", "failed"), Outcome.KNOWN),
    ],
)
def test_s11_a_line_is_understood(said: AnswerLine, outcome: Outcome) -> None:
    [answer] = answered(said)
    assert (answer.outcome, answer.why) == (outcome, None)
    if outcome is Outcome.PAID:
        assert answer.on == PAID_ON


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (AnswerLine(7, problem="Damaged."), "Damaged."),
        (line(""), "There is no reference."),
        (line("SLS9-1"), "No payment of this run has the reference “SLS9-1”."),
        (line(amount=""), "There is no amount."),
        (line(amount="lots"), "Enter an amount in pounds, such as 85 or 1,250.50."),
        (line(amount="174.99"), "The amount is £174.99, but the payment is £175."),
        (line(outcome=""), "“–” is neither “paid” nor “failed”."),
        (line(outcome="perhaps"), "“perhaps” is neither “paid” nor “failed”."),
        (line(day=""), "There is no date on which it was paid."),
        (line(day="21/07/2026"), "future"),
        (line("SLS3-2", "50", day="14/07/2026"), "This payment is recorded as paid on another day."),
        (line("SLS3-2", "50", "failed"), "recorded as paid. Money that came back is a correction."),
        (line("SLS3-3", "50"), "This payment is in no payment file."),
        (line("SLS3-4", "50"), "This payment is in no payment file."),
        (line("SLS3-4", "50", "failed"), "This payment is in no payment file."),
    ],
)
def test_s11_a_line_that_cannot_be_recorded_says_why(said: AnswerLine, why: str) -> None:
    [answer] = answered(said)
    assert answer.outcome is Outcome.REFUSED
    assert answer.why is not None
    assert why in answer.why.in_words()


def test_s11_two_lines_about_one_payment() -> None:
    assert [each.outcome for each in answered(line(), line())] == [Outcome.PAID, Outcome.KNOWN]
    first, second = answered(line(), line(outcome="failed"))
    assert (first.outcome, second.outcome) == (Outcome.PAID, Outcome.REFUSED)
    assert second.why is not None
    assert second.why.in_words() == "Line 7 says something else about this payment."


def test_s11_columns_are_found_by_their_headings() -> None:
    rows = [
        (1, ["Larkshire finance system"], ""),
        (
            2,
            ["Invoice_No", "Supplier", "Paid Amount:", "STATUS", "Date Paid", "BACS reference", "Reason"],
            "",
        ),
        (3, [" SLS3-1 ", "LK-1", "175.00", "Paid", "15/07/2026", "B77"], ""),
        (4, ["", " ", "", "", "", ""], ""),
        (5, [], "Damaged."),
    ]
    assert read_lines(rows) == [
        AnswerLine(3, "SLS3-1", "175.00", "Paid", "15/07/2026", "B77", ""),
        AnswerLine(5, problem="Damaged."),
    ]
    assert columns_in(["Amount", "Net", "x"]) == {"amount": 0}
    assert AnswerLine(**read_lines(rows)[0].kept()) == read_lines(rows)[0]
    assert answered(AnswerLine(3, "SLS3-1", "175", "no", reason="x" * 400))[0].words == "x" * 300


@pytest.mark.parametrize("rows", [[], [(1, ["Amount"], "")], [(n, ["x"], "") for n in range(1, 40)]])
def test_s11_without_headings_nothing_is_guessed(rows: list[tuple[int, list[str], str]]) -> None:
    with pytest.raises(ValueError, match="no headings"):
        read_lines(rows)
