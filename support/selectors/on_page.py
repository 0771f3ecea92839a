"""What one page reads of support: what groups asked for, visits, referrals without news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Min, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.page_rows import PageRow, add_page_rows, page_rows
from core.frame.visitor import Visitor
from core.prepared import prepared
from support.models import SupportRequest
from support.selectors.referrals import referrals
from support.selectors.requests import State, support_requests

#: A referral of which nothing has been heard so long is worth a call.
QUIET = timedelta(days=28)
#: So long an answer is news on the home page of those who run the group.
NEWS = timedelta(days=14)


class Visit(NamedTuple):
    """A request that somebody has promised to come for. ``kind`` is what is stored."""

    pk: int
    group: str
    kind: str
    on: date
    place: str
    starts_at: time | None = None

    @property
    def label(self) -> str:
        return str(SupportRequest.Kind(self.kind).label)


class Desk(NamedTuple):
    """What waits for an answer of all groups (how many, since when, one of them), and somebody's visits to
    come, the earliest first.
    """

    number: int = 0
    since: datetime | None = None
    first: int | None = None
    visits: Sequence[Visit] = ()


def desk_of(visitor: Visitor) -> Desk:
    """Nothing for whoever gives no support."""
    return (
        visitor.once(_desk, visitor.user, on=visitor.on)
        if visitor.allows(Permission.GIVE_SUPPORT)
        else Desk()
    )


def _desk(user: User, *, on: date) -> Desk:
    """One query, however many requests there are."""
    for number, since, first, visits in _desk_rows(user=user, on=on):
        shown = [_visit(**row) for row in visits or ()]
        return Desk(number, since, first, shown)
    return Desk()


@prepared
def _desk_rows(user: User, on: date) -> QuerySet[Any]:
    """One row; none where no group has asked for anything."""
    asked, mine = Q(state=State.ASKED), Q(state=State.ACCEPTED, officer=user, wanted_on__gte=on)
    visit = JSONObject(
        pk="pk", group="collaboration__name", kind="kind", on="wanted_on", place="place", at="starts_at"
    )
    desk = (
        SupportRequest.objects.order_by()
        .values("authority_id")
        .annotate(
            number=Count("pk", filter=asked),
            since=Min("asked_at", filter=asked),
            first=Min("pk", filter=asked),
            visits=ArrayAgg(visit, filter=mine, order_by=("wanted_on", "pk")),
        )
    )
    return desk.values_list("number", "since", "first", "visits")


def _visit(*, on: str, at: str | None, **facts: Any) -> Visit:
    return Visit(**facts, on=date.fromisoformat(on), starts_at=time.fromisoformat(at) if at else None)


def _open_referrals(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """Those that the reader made, and of which nothing has become."""
    return referrals().filter(referred_by=user, state="open", standing="open")


add_page_rows(_open_referrals, key="referrals", facts={"at": "referred_at"})


def quiet_referrals(visitor: Visitor) -> int:
    """How many referrals of the reader's own have had no news for ``QUIET``."""
    until = visitor.on - QUIET
    made = (datetime.fromisoformat(row.facts["at"]) for row in page_rows(visitor, "referrals"))
    return sum(timezone.localdate(at) <= until for at in made)


class OpenRequest(NamedTuple):
    """What a group has asked for and not had yet. ``kind`` and ``state`` are what is stored."""

    pk: int
    kind: str
    state: str
    place: str
    officer: str
    asked_at: datetime
    wanted_on: date | None

    @property
    def label(self) -> str:
        return str(SupportRequest.Kind(self.kind).label)


def open_requests_of_page(visitor: Visitor, collaboration: Collaboration) -> list[OpenRequest]:
    """Those of one of the page's groups, the nearest day first, then the oldest. Read with what the page reads
    at once.
    """
    rows = page_rows(visitor, "open_requests")
    requests = [_open_request(row) for row in rows if row.facts["group_id"] == collaboration.pk]
    return sorted(requests, key=lambda row: (row.wanted_on or date.max, row.asked_at, row.pk))


def _open_request(row: PageRow) -> OpenRequest:
    facts = row.facts
    return OpenRequest(
        pk=row.pk,
        kind=facts["kind"],
        state=facts["state"],
        place=facts["place"],
        officer=facts["officer"] or facts["officer_email"] or "",
        asked_at=datetime.fromisoformat(facts["asked_at"]),
        wanted_on=date.fromisoformat(facts["wanted_on"]) if facts["wanted_on"] else None,
    )


def _open_requests(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    return SupportRequest.objects.filter(collaboration__in=groups, state__in=[State.ASKED, State.ACCEPTED])


add_page_rows(
    _open_requests,
    key="open_requests",
    facts={
        "group_id": "collaboration_id",
        "kind": "kind",
        "state": "state",
        "place": "place",
        "officer": "officer__full_name",
        "officer_email": "officer__email",
        "asked_at": "asked_at",
        "wanted_on": "wanted_on",
    },
    of_group_alone=True,
)


def requests_of_page(visitor: Visitor) -> list[SupportRequest]:
    """What the page's groups wait for or were answered lately, and visits to come, the first asked first."""
    return visitor.once(_requests, visitor.groups, on=visitor.on)


def is_news(request: SupportRequest) -> bool:
    return request.state in (State.ACCEPTED, State.DECLINED)


def _requests(groups: Sequence[Collaboration], *, on: date) -> list[SupportRequest]:
    return _request_rows(groups=groups, on=on, news_from=on - NEWS) if groups else []


@prepared
def _request_rows(groups: Sequence[Collaboration], on: date, news_from: date) -> QuerySet[SupportRequest]:
    answered = Q(state__in=[State.ACCEPTED, State.DECLINED], answered_at__date__gt=news_from)
    to_come = Q(state=State.ACCEPTED, wanted_on__gte=on)
    rows = support_requests().filter(answered | to_come | Q(state=State.ASKED), collaboration__in=groups)
    return rows.order_by(F("asked_at"), "pk")
