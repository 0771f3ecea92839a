"""What one page reads of applications and invitations, of all its groups and settings at once."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet, Subquery
from django.utils import timezone

from accounts.permissions import Permission
from core.frame.page_rows import add_page_rows, page_rows
from core.frame.visitor import Visitor
from memberships.models.joining import Application, Invitation
from memberships.selectors.joining import at_groups_nobody_leads
from providers.selectors import name_of_setting


class Waiting(NamedTuple):
    """An application or invitation that waits for an answer, and since when. Names are as they are written."""

    pk: int
    group_id: int
    group: str
    setting_id: int
    setting: str
    at: datetime

    @property
    def since(self) -> date:
        return timezone.localdate(self.at)


def applications_of_page(visitor: Visitor) -> list[Waiting]:
    """Applications that wait, to the page's groups and of its settings, the longest waiting first."""
    return sorted(_waiting(visitor, "applications"), key=lambda row: (row.at, row.pk))


def invitations_of_page(visitor: Visitor) -> list[Waiting]:
    """Invitations without an answer, of the page's groups and to its settings, the newest first."""
    return sorted(_waiting(visitor, "invitations"), key=lambda row: (row.at, row.pk), reverse=True)


class NobodysApplications(NamedTuple):
    """Applications that wait at groups which nobody leads: how many, since when, and the longest waiting."""

    number: int
    since: date
    collaboration_id: int
    application_id: int


def applications_nobody_leads(visitor: Visitor) -> NobodysApplications | None:
    """What waits there, for the team's pages; None where nothing does."""
    for row in page_rows(visitor, "applications_nobody_leads"):
        since = timezone.localdate(datetime.fromisoformat(row.facts["since"]))
        return NobodysApplications(row.facts["number"], since, row.facts["group_id"], row.pk)
    return None


def _waiting(visitor: Visitor, key: str) -> list[Waiting]:
    return [
        Waiting(row.pk, **{**row.facts, "at": datetime.fromisoformat(row.facts["at"])})
        for row in page_rows(visitor, key)
    ]


def _applications(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    return _named(Application.objects.filter(_of(groups, settings), state=Application.State.OPEN))


def _invitations(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    return _named(Invitation.objects.filter(_of(groups, settings), state=Invitation.State.SENT))


def _nobodys(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """The one that has waited longest, with how many do."""
    waiting = at_groups_nobody_leads(Application.objects.filter(state=Application.State.OPEN), on=on)
    counted = waiting.order_by().values("authority_id").annotate(number=Count("pk"))
    first = waiting.order_by("applied_at", "pk").values("pk")[:1]
    return Application.objects.filter(pk__in=first).annotate(number=Subquery(counted.values("number")))


def _of(groups: Any, settings: Any) -> Q:
    return Q(collaboration__in=groups) | Q(provider__in=settings)


def _named(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.annotate(setting_name=name_of_setting("provider__"))


_FACTS = {
    "group_id": "collaboration_id",
    "group": "collaboration__name",
    "setting_id": "provider_id",
    "setting": "setting_name",
}
add_page_rows(_applications, key="applications", facts={**_FACTS, "at": "applied_at"})
add_page_rows(_invitations, key="invitations", facts={**_FACTS, "at": "sent_at"})
add_page_rows(
    _nobodys,
    key="applications_nobody_leads",
    facts={"since": "applied_at", "number": "number", "group_id": "collaboration_id"},
    permission=Permission.CHANGE_MEMBERS,
)
