"""Versions of ways of working to read and print, as rows in the
authority in scope: one written, one adopted with its record.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from accounts.models import User
from collaborations.models import Collaboration
from tests.factories.agreed import agreed
from ways_of_working.models import TermsSection, WaysOfWorking
from ways_of_working.rules.questions import QUESTIONS
from ways_of_working.rules.record import record_as_json
from ways_of_working.selectors.record import record_on

ADOPTED = date(2026, 10, 14)
WORDS = {
    "aims": "We help every child to talk.\nWe share what works.",
    "conduct": "We are courteous.",
    "safeguarding_disclosures": "We stop, and the people concerned talk in private straight away.",
}
VALUES: dict[str, object] = {
    "attendance_threshold": "75",
    "meetings_a_year": "4",
    "decision_method": "qualified_majority:60",
    "safeguarding_routes": ["own_lead", "emergency"],
}


def adopted(
    group: Collaboration, by: User, *, on: date = ADOPTED, unused: tuple[str, ...] = ("1.14",), **said: object
) -> WaysOfWorking:
    """The next version, adopted on a day, with its record."""
    values = {**VALUES, **{key: value for key, value in said.items() if key in VALUES or key == "payee"}}
    texts = {**WORDS, **{key: str(value) for key, value in said.items() if key not in values}}
    ways = agreed(group, by, on=on, values=values, texts=texts, unused=unused)
    ways.record = record_as_json(record_on(group, on=on, rule="all"))
    ways.circulated_at, ways.circulated_by = datetime(on.year, on.month, on.day, 8, tzinfo=UTC), by
    ways.save(update_fields=["record", "circulated_at", "circulated_by"])
    return ways


def written(group: Collaboration, by: User, *, state: str = "draft", **texts: str) -> WaysOfWorking:
    """The next version, being written or with the members."""
    at = datetime(2026, 11, 2, 9, tzinfo=UTC)
    before = WaysOfWorking.objects.filter(collaboration=group).order_by("version").last()
    sent = (
        {"circulated_at": at, "circulated_by": by, "answer_by_on": date(2026, 11, 30)}
        if state == "circulated"
        else {}
    )
    version = before.version + 1 if before else 1
    ways = WaysOfWorking.objects.create(
        collaboration=group, version=version, state=state, started_by=by, started_at=at, before=before, **sent
    )
    TermsSection.objects.create(
        ways=ways, key="1.2", position=1, texts={"aims": "We would like to meet online.", **texts}
    )
    return ways


def long_texts(words: str) -> dict[str, str]:
    """The same words as an answer to every question."""
    return {question.key: words for question in QUESTIONS}
