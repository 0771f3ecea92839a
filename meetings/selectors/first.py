"""Reads about first meetings of forming groups (C1, G1): the one of a group, who is invited, who comes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import TaskLink, User, holds_on
from collaborations.models import Collaboration, FirstMeeting
from collaborations.rules import State
from collaborations.selectors import first_meeting_of
from core.ordering import InOrder
from meetings.models.first import FirstInvited
from meetings.models.planning import Meeting
from meetings.rules.first import ARRANGING, FirstFacts, Tally, Word, tally
from meetings.rules.states import AHEAD, MeetingState
from meetings.selectors.guests import opens_until
from memberships.models.members import SettingRole

#: What the links of those who are invited are for.
FIRST_MEETING = "meetings.first_meeting"


def first_meeting_in(collaboration: Collaboration) -> Meeting | None:
    """The first meeting of a group that is arranged or was held here; a cancelled one is none."""
    rows = Meeting.objects.filter(collaboration=collaboration, kind=Meeting.Kind.FIRST)
    return rows.exclude(state=MeetingState.CANCELLED).select_related("chaired_by", "collaboration").first()


def facts_of_first(collaboration: Collaboration) -> FirstFacts:
    """What arranging the first meeting is judged by."""
    return FirstFacts(
        State(collaboration.state),
        is_arranged=first_meeting_in(collaboration) is not None,
        is_recorded=first_meeting_of(collaboration) is not None,
    )


def first_meetings(*, since: date, until: date) -> QuerySet[Meeting]:
    """Those that take place in ``[since, until)``, of all groups, and were not held yet."""
    rows = Meeting.objects.filter(kind=Meeting.Kind.FIRST, state__in=AHEAD, on__gte=since, on__lt=until)
    return rows.select_related("collaboration__district", "chaired_by").order_by("on", "starts_at", "pk")


def groups_with_first(collaboration_ids: Collection[int]) -> set[int]:
    """Those of some groups whose first meeting is arranged and was not held yet. One query."""
    rows = Meeting.objects.filter(
        collaboration__in=collaboration_ids, kind=Meeting.Kind.FIRST, state__in=AHEAD
    )
    return set(rows.order_by().values_list("collaboration_id", flat=True)) if collaboration_ids else set()


def waiting_for_first() -> QuerySet[Collaboration]:
    """Groups that are proposed, or wait for their first meeting, without one that is arranged or recorded."""
    arranged = Meeting.objects.filter(collaboration=OuterRef("pk"), kind=Meeting.Kind.FIRST)
    arranged = arranged.exclude(state=MeetingState.CANCELLED)
    recorded = FirstMeeting.objects.filter(collaboration=OuterRef("pk"))
    rows = Collaboration.objects.filter(~Exists(arranged), ~Exists(recorded), state__in=sorted(ARRANGING))
    return rows.order_by("started_on", "pk")


def invited_to_first(meeting: Meeting) -> QuerySet[FirstInvited]:
    """Those who are invited, in the order in which they were."""
    rows = FirstInvited.objects.filter(meeting=meeting, withdrawn_at=None)
    return rows.select_related("provider", "invited_by", "meeting").order_by("invited_at", "pk")


def everybody_invited() -> QuerySet[FirstInvited]:
    """Those who are invited to first meetings, each with ``shown_name``: of the setting, or their own."""
    rows = FirstInvited.objects.filter(withdrawn_at=None).select_related(
        "provider__district", "invited_by", "meeting"
    )
    rows = rows.annotate(shown_name=Coalesce("provider__name", "name"))
    return rows.annotate(name_in_order=InOrder("shown_name")).order_by("invited_at", "pk")


def invited_in(meeting: Meeting, invited_id: int) -> FirstInvited | None:
    """Somebody invited to this meeting, also one whose invitation was taken back."""
    rows = FirstInvited.objects.filter(meeting=meeting, pk=invited_id)
    return rows.select_related("provider", "meeting__collaboration").first()


def invited_by_id(invited_id: int) -> FirstInvited | None:
    """With the meeting and the group, for a link and for emails."""
    rows = FirstInvited.objects.select_related(
        "provider", "invited_by", "meeting__collaboration", "meeting__authority", "meeting__chaired_by"
    )
    return rows.filter(pk=invited_id).first()


def invited_for_update(invited_id: int) -> FirstInvited:
    rows = FirstInvited.objects.select_for_update(of=("self",))
    return rows.select_related("meeting__collaboration", "provider").get(pk=invited_id)


def tally_of(rows: Iterable[FirstInvited]) -> Tally:
    """Who comes and who has not answered, counted."""
    return tally(row.word for row in rows)


def with_needs_until(today: date) -> list[Meeting]:
    """Meetings before a day of which somebody's needs are still kept."""
    rows = Meeting.objects.filter(invited__needs__isnull=False, on__lt=today).select_related("collaboration")
    return list(rows.order_by("pk").distinct())


def links_of(rows: Sequence[FirstInvited]) -> list[tuple[FirstInvited, TaskLink]]:
    """The links that were sent to them and open still, one for each address: the latest."""
    by_id = {row.pk: row for row in rows}
    links = TaskLink.objects.filter(purpose=FIRST_MEETING, about_id__in=by_id, withdrawn_at=None)
    latest = {(link.about_id, link.email): link for link in links.select_related("user").order_by("pk")}
    return [(by_id[about_id], link) for (about_id, _email), link in latest.items()]


def days_open(meeting: Meeting, *, at: datetime) -> int:
    """For so many days from an instant a new link opens."""
    return max((opens_until(meeting) - at).days + 1, 1)


def may_use_link(link: TaskLink, invited: FirstInvited, *, on: date) -> bool:
    """Whether who has a link is still who was written to: of a setting, somebody who works there."""
    if invited.withdrawn_at is not None:
        return False
    return invited.provider_id is None or works_at(link.user_id, invited.provider_id, on=on)


def works_at(user_id: int | None, provider_id: int, *, on: date) -> bool:
    rows = SettingRole.objects.filter(holds_on(on), provider_id=provider_id)
    return user_id is not None and rows.filter(user_id=user_id).exists()


def may_answer_for(user: User, invited: FirstInvited) -> bool:
    """Whether somebody signed in answers for a setting that is invited: whoever works there."""
    on = timezone.localdate()
    return invited.provider_id is not None and works_at(user.pk, invited.provider_id, on=on)


def who_came(meeting: Meeting) -> list[str]:
    """Who of those invited to a first meeting came, by name; nobody at any other meeting."""
    if not meeting.is_first:
        return []
    return [str(row) for row in invited_to_first(meeting) if row.came]


def coming_by_default(rows: Iterable[FirstInvited]) -> list[int]:
    """Ids of those who came; before it is said, of those who answered that they come."""
    said = list(rows)
    if any(row.came is not None for row in said):
        return [row.pk for row in said if row.came]
    return [row.pk for row in said if row.word == Word.YES]
