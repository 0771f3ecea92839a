"""What one page reads of support: what groups asked for, visits, referrals without news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import Count, F, Min, Q

from accounts.models import User
from collaborations.models import Collaboration
from core.frame.visitor import Visitor
from support.models import SupportRequest
from support.selectors.referrals import referrals
from support.selectors.requests import State, support_requests

#: A referral of which nothing has been heard so long is worth a call.
QUIET = timedelta(days=28)
#: So long an answer is news on the home page of those who run the group.
NEWS = timedelta(days=14)


class Waiting(NamedTuple):
    number: int
    since: datetime | None
    first: int | None


def requests_waiting() -> Waiting:
    """Requests of all groups that nobody has answered, and one of them. One query, however many."""
    waiting = SupportRequest.objects.filter(state=State.ASKED).order_by()
    return Waiting(**waiting.aggregate(number=Count("pk"), since=Min("asked_at"), first=Min("pk")))


def visits_of(user: User, *, on: date) -> list[SupportRequest]:
    """The groups that somebody has promised to come to from a day on, the earliest first."""
    rows = support_requests().filter(state=State.ACCEPTED, officer=user, wanted_on__gte=on)
    return list(rows.order_by("wanted_on", "pk"))


def quiet_referrals(user: User, *, on: date) -> int:
    """How many referrals of somebody's own have had no news."""
    mine = referrals().filter(referred_by=user, state="open", referred_at__date__lte=on - QUIET)
    return mine.filter(standing="open").count()


def requests_of_page(visitor: Visitor) -> list[SupportRequest]:
    """What the page's groups wait for or were answered lately, and visits to come, what was asked first first."""
    return visitor.once(_requests, visitor.groups, on=visitor.on)


def is_news(request: SupportRequest) -> bool:
    return request.state in (State.ACCEPTED, State.DECLINED)


def _requests(groups: Sequence[Collaboration], *, on: date) -> list[SupportRequest]:
    if not groups:
        return []
    answered = Q(state__in=[State.ACCEPTED, State.DECLINED], answered_at__date__gt=on - NEWS)
    to_come = Q(state=State.ACCEPTED, wanted_on__gte=on)
    rows = support_requests().filter(
        answered | to_come | Q(state=State.ASKED), collaboration__in=[group.pk for group in groups]
    )
    return list(rows.order_by(F("asked_at"), "pk"))
