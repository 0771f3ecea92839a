"""The PDF of minutes conforms, whatever the texts (G5). No database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import page as page_validation
import pytest

from core import pdf
from meetings.models.minutes import Minutes, MinutesAmendment
from meetings.models.planning import Meeting
from meetings.pdf import MINUTES_TEMPLATE, minutes_context
from meetings.rules.minutes import Agreement, MinutesState
from meetings.rules.written import GENERAL, Group, Line, Part, Written
from meetings.selectors.minutes import MinutesDocument
from tests.core.test_pdf import TEXTS

LARKSHIRE = SimpleNamespace(name="Larkshire", brand_colour="#00703c")


def document(words: tuple[str, ...]) -> Any:
    meeting = Meeting(title=words[0][:120], on=date(2026, 11, 10), starts_at=time(16), ends_at=time(18))
    later = Meeting(title="Later", on=date(2026, 12, 22), starts_at=time(16), ends_at=time(18))
    minutes = Minutes(state=MinutesState.AGREED, agreement=Agreement.WITH_CHANGES)
    minutes.agreement_changes = words[1]
    amendments = tuple(
        MinutesAmendment(number=number, words=text, at=datetime(2027, 1, 4, tzinfo=UTC))
        for number, text in enumerate(words, start=1)
    )
    who = tuple(Line(group, tuple(text[:120] for text in words)) for group in Group)
    parts = tuple(
        Part(number, text[:150], text, words, words, is_reached=number % 2 == 0)
        for number, text in enumerate(words)
    )
    assert parts[0].number == GENERAL
    written = Written(("10 November 2026", words[2][:200], words[3][:120]), who, parts)
    # What a database would join: neither row is stored here
    meeting.__dict__["_state"].fields_cache["collaboration"] = SimpleNamespace(name=words[4][:80])
    minutes.agreed_by_meeting_id = 1
    minutes.__dict__["_state"].fields_cache["agreed_by_meeting"] = later
    return MinutesDocument(meeting, minutes, written, amendments=amendments)


@pytest.mark.parametrize("number", [0, 3])
def test_g5_any_text_gives_a_conforming_document(number: int, tmp_path: Path) -> None:
    texts = tuple(TEXTS.values())
    shown = document((*texts[number:], *texts[:number]))
    content = pdf.render(pdf.document_html(MINUTES_TEMPLATE, minutes_context(shown), authority=LARKSHIRE))
    path = tmp_path / "minutes.pdf"
    path.write_bytes(content)
    found = page_validation.validate_pdf(str(path), profile="ua1").failures
    assert [f"{failure.rule_id}: {failure.message}" for failure in found] == []
