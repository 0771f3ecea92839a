"""Reads about requests for support."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Permission
from accounts.roles import ROLES, Role
from accounts.selectors import people_with_role
from audit.models import Entry
from collaborations.models import Collaboration
from collaborations.selectors import ids_run_by
from core.wording import day_with_times
from providers.models import Provider
from support.models import SupportRequest

REQUEST = "support.supportrequest"
GIVING_ROLES = tuple(role for role in Role if Permission.GIVE_SUPPORT in ROLES[role].permissions)
State = SupportRequest.State


def support_requests() -> QuerySet[SupportRequest]:
    """Every request, newest first."""
    return SupportRequest.objects.select_related(
        "collaboration", "asked_by", "answered_by", "officer", "person", "provider"
    ).order_by("-asked_at", "-pk")


def request_by_id(request_id: int) -> SupportRequest | None:
    return support_requests().filter(pk=request_id).first()


def requests_of(collaboration: Collaboration) -> QuerySet[SupportRequest]:
    return support_requests().filter(collaboration=collaboration)


def first_meeting_request(collaboration: Collaboration) -> SupportRequest | None:
    """What a group asks of the team for its first meeting, what was accepted before what was asked."""
    rows = requests_of(collaboration).filter(
        state__in=[State.ASKED, State.ACCEPTED], kind=SupportRequest.Kind.FIRST_MEETING
    )
    return min(rows, key=lambda row: row.state != State.ACCEPTED, default=None)


def request_seen_by(user: User, request_id: int) -> SupportRequest | None:
    """One request for those who run its group and for those who
    see all support; to others it does not exist.
    """
    request = request_by_id(request_id)
    if request is None or not (
        user.has_perm(Permission.VIEW_SUPPORT)
        or user.has_perm(Permission.RUN_COLLABORATION, request.collaboration)
    ):
        return None
    return request


def requests_in_calendar(user: User, *, on: date, since: date, until: date) -> QuerySet[SupportRequest]:
    """Requests that an officer was named for and whose day lies in ``[since, until)``: those of this officer,
    and of the groups that a person runs on a day. What was taken back since is among them.
    """
    rows = support_requests().select_related("authority").filter(wanted_on__gte=since, wanted_on__lt=until)
    mine = Q(officer=user) | Q(officer__isnull=False, collaboration__in=ids_run_by(user, on=on))
    return rows.exclude(state=State.ASKED).filter(mine)


def request_for_update(request_id: int) -> SupportRequest:
    """The row, locked to the end of the transaction. Raises SupportRequest.DoesNotExist."""
    rows = SupportRequest.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("collaboration", "asked_by", "officer").get(pk=request_id)


def open_requests_like(
    *,
    collaboration: Collaboration,
    kind: str,
    wanted_on: date | None,
    words: str,
    person: User | None = None,
    provider: Provider | None = None,
) -> QuerySet[SupportRequest]:
    """What the group has asked for already in the same words or for the same day, and waits for."""
    rows = SupportRequest.objects.filter(
        collaboration=collaboration, kind=kind, state__in=[State.ASKED, State.ACCEPTED]
    )
    rows = rows.filter(person=person, provider=provider)
    return rows.filter(words=words) if wanted_on is None else rows.filter(wanted_on=wanted_on)


def request_story(request: SupportRequest) -> QuerySet[Entry]:
    """What happened to it, newest first."""
    return Entry.objects.filter(about_type=REQUEST, about_id=request.pk, is_confidential=False).order_by(
        "-at", "-pk"
    )


def people_giving_support(*, on: date) -> QuerySet[User]:
    """Who may come, on a day, by name."""
    return people_with_role(*GIVING_ROLES, on=on)


def answer_in_words(row: SupportRequest) -> str:
    """What was answered, in one sentence."""
    if row.state == State.DECLINED:
        return _("They cannot help this time.")
    if row.wanted_on is None:
        return _("%(person)s helps you.") % {"person": row.officer}
    return _("%(person)s comes on %(day)s.") % {"person": row.officer, "day": when_in_words(row)}


def when_in_words(row: SupportRequest) -> str:
    """The day, and from when until when where that is known; "" without a day."""
    return day_with_times(row.wanted_on, row.starts_at, row.ends_at)
