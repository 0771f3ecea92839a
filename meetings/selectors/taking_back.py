"""Reads about undoing the planning of a meeting: what stands on it, and what was planned together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from documents.selectors import sent_of_kind
from meetings.models.actions import MeetingAction
from meetings.models.agenda import AgendaItem, Paper, PapersSent
from meetings.models.attendance import Attendance, AttendanceMark, OtherPresent
from meetings.models.minutes import Minutes
from meetings.models.planning import Answer, Meeting
from meetings.models.safeguarding import ConcernRoutesGiven
from meetings.models.votes import Vote
from meetings.rules.states import MeetingState
from meetings.rules.taking_back import PlannedFacts

#: The kind of email that says what was planned.
PLANNED = "meetings.planned"


def _on_it() -> dict[str, Any]:
    def there(model: Any, path: str = "meeting") -> Exists:
        return Exists(model.objects.filter(**{path: OuterRef("pk")}))

    marks = there(Attendance) | there(AttendanceMark) | there(OtherPresent)
    minutes = there(Minutes) | there(Minutes, "agreed_by_meeting") | there(MeetingAction)
    return {
        "has_marks": marks,
        "has_votes": there(Vote),
        "has_minutes": minutes | there(ConcernRoutesGiven),
        "has_papers": there(Paper) | there(PapersSent),
        "has_answers": there(Answer),
        "has_items": there(AgendaItem),
    }


def with_what_stands(rows: QuerySet[Meeting]) -> list[tuple[Meeting, PlannedFacts]]:
    """Each meeting and what undoing its planning is judged by, by day. One query."""
    names = _on_it()
    found = rows.annotate(**names).order_by("on", "starts_at", "pk")
    return [
        (
            row,
            PlannedFacts(
                row.planned_at,
                is_first=row.is_first,
                **{name: bool(getattr(row, name)) for name in names},
            ),
        )
        for row in found
    ]


def planned_facts(meeting: Meeting) -> PlannedFacts | None:
    """The same of one meeting; None where it is gone."""
    found = with_what_stands(Meeting.objects.filter(pk=meeting.pk))
    return found[0][1] if found else None


def planned_together(meeting: Meeting) -> QuerySet[Meeting]:
    """The meetings of the group that were planned in the same act, this one too."""
    return Meeting.objects.filter(
        collaboration=meeting.collaboration_id,
        planned_by=meeting.planned_by_id,
        planned_at=meeting.planned_at,
    )


def meetings_taken_back(ids: Iterable[int]) -> list[Meeting]:
    """Meetings that are gone, as they were last: for the email that takes them out of calendars."""
    history: Any = Meeting._meta.get_field("history").related_model
    names = [field.attname for field in Meeting._meta.concrete_fields]
    rows = history.objects.filter(pgh_obj_id__in=list(ids), pgh_label="delete").order_by(
        "on", "starts_at", "id"
    )
    gone = []
    for row in rows:
        meeting = Meeting(**{name: getattr(row, name) for name in names})
        meeting.state, meeting.edition = MeetingState.CANCELLED, meeting.edition + 1
        gone.append(meeting)
    return gone


def was_told(user_id: int, meeting_ids: Iterable[int]) -> bool:
    """Whether somebody has got an email that one of these meetings is planned, alone or in that of a day."""
    wanted = {str(pk) for pk in meeting_ids}
    references, ids = sent_of_kind(user_id, PLANNED)
    said = [reference.removeprefix("meetings-planned-").split("-") for reference in references]
    said += [str(each.get("meeting_ids", "")).split(",") for each in ids]
    return any(wanted & set(numbers) for numbers in said)
