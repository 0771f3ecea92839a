"""Reads about requests for support, and what waits for officers and for those who run a group.

Nothing here reads a leadership case: what was withdrawn in one is not seen from any of these.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.permissions import Permission
from accounts.roles import ROLES, Role
from accounts.selectors import people_with_role
from audit.models import Entry
from collaborations.models import Collaboration, CollaborationGrant
from core.wording import date_in_words
from leadership.models import SupportRequest
from leadership.selectors.attention import Attention, cases_to_look_at
from leadership.selectors.referrals import referrals

REQUEST = "leadership.supportrequest"
GIVING_ROLES = tuple(role for role in Role if Permission.GIVE_SUPPORT in ROLES[role].permissions)
State = SupportRequest.State
#: A referral of which nothing has been heard so long is worth a call.
QUIET = timedelta(days=28)
#: So long an answer is news on the home page of those who run the group.
NEWS = timedelta(days=14)


def support_requests() -> QuerySet[SupportRequest]:
    """Every request, newest first."""
    return SupportRequest.objects.select_related("collaboration", "asked_by", "answered_by", "officer").order_by("-asked_at", "-pk")


def request_by_id(request_id: int) -> SupportRequest | None:
    return support_requests().filter(pk=request_id).first()


def requests_of(collaboration: Collaboration) -> QuerySet[SupportRequest]:
    return support_requests().filter(collaboration=collaboration)


def request_seen_by(user: User, request_id: int) -> SupportRequest | None:
    """One request for those who run its group and for those who see all support; to others it does not exist."""
    found = request_by_id(request_id)
    if found is None or not (user.has_perm(Permission.VIEW_SUPPORT) or user.has_perm(Permission.RUN_COLLABORATION, found.collaboration)):
        return None
    return found


def request_for_update(request_id: int) -> SupportRequest:
    """The row, locked to the end of the transaction. Raises SupportRequest.DoesNotExist."""
    rows = SupportRequest.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("collaboration", "asked_by", "officer").get(pk=request_id)


def open_requests_like(*, collaboration: Collaboration, kind: str, wanted_on: date | None, words: str) -> QuerySet[SupportRequest]:
    """What the group has asked for already in the same words or for the same day, and waits for."""
    rows = SupportRequest.objects.filter(collaboration=collaboration, kind=kind, state__in=[State.ASKED, State.ACCEPTED])
    return rows.filter(words=words) if wanted_on is None else rows.filter(wanted_on=wanted_on)


def request_story(request: SupportRequest) -> QuerySet[Entry]:
    """What happened to it, newest first."""
    return Entry.objects.filter(about_type=REQUEST, about_id=request.pk, is_confidential=False).order_by("-at", "-pk")


def people_giving_support(*, on: date) -> QuerySet[User]:
    """Who may come, on a day, by name."""
    return people_with_role(*GIVING_ROLES, on=on)


# --- the home page ---------------------------------------------------------------------------------------------------------


def attention_for(user: User) -> list[Attention]:
    """What waits for this person in leadership: cases, requests for support, referrals; and news for those who run a group."""
    today = timezone.localdate()
    return [*cases_to_look_at(user), *_requests(user, today), *_quiet_referrals(user, today), *_news(user, today)]


def _requests(user: User, today: date) -> list[Attention]:
    if not user.has_perm(Permission.GIVE_SUPPORT):
        return []
    waits, mine = Q(state=State.ASKED), Q(state=State.ACCEPTED, officer=user, wanted_on__gte=today)
    found = SupportRequest.objects.order_by().aggregate(
        waiting=Count("pk", filter=waits),
        since=Min("asked_at", filter=waits),
        visits=Count("pk", filter=mine),
        next=Min("wanted_on", filter=mine),
    )
    lines, address = [], reverse("leadership:support")
    if number := found["waiting"]:
        title = ngettext("%(n)d request for support waits for an answer", "%(n)d requests for support wait for an answer", number)
        since = _("The oldest since %(date)s.") % {"date": date_in_words(found["since"])}
        lines.append(Attention(title % {"n": number}, since, f"{address}?state=asked"))
    if number := found["visits"]:
        title = ngettext("%(n)d collaboration expects you", "%(n)d collaborations expect you", number)
        lines.append(
            Attention(title % {"n": number}, _("Next on %(date)s.") % {"date": date_in_words(found["next"])}, f"{address}?state=accepted")
        )
    return lines


def _quiet_referrals(user: User, today: date) -> list[Attention]:
    """Only this person's own: whoever referred a setting follows it up."""
    if not user.has_perm(Permission.GIVE_SUPPORT):
        return []
    mine = referrals().filter(referred_by=user, state="open", referred_at__date__lte=today - QUIET)
    number = mine.filter(standing="open").count()
    if not number:
        return []
    title = ngettext("%(n)d referral of yours has had no news", "%(n)d referrals of yours have had no news", number) % {"n": number}
    return [
        Attention(title, _("For four weeks or longer. Ask how it went."), reverse("leadership:referrals") + f"?state=open&by={user.pk}")
    ]


def _news(user: User, today: date) -> list[Attention]:
    """Answers to what the groups that this person runs have asked for, and officers who are to come."""
    runs = CollaborationGrant.objects.filter(user=user, permission__codename=Permission.RUN_COLLABORATION.split(".")[1])
    answered = Q(state__in=[State.ACCEPTED, State.DECLINED], answered_at__date__gt=today - NEWS)
    rows = support_requests().filter(
        answered | Q(state=State.ACCEPTED, wanted_on__gte=today), collaboration__in=runs.values("content_object_id")
    )
    return [
        Attention(
            _("%(group)s: the early years team has answered your request") % {"group": row.collaboration},
            answer_in_words(row),
            reverse("leadership:support_request", args=[row.pk]),
        )
        for row in rows[:5]
    ]


def answer_in_words(row: SupportRequest) -> str:
    """What was answered, in one sentence."""
    if row.state == State.DECLINED:
        return _("They cannot help this time.")
    if row.wanted_on is None:
        return _("%(person)s helps you.") % {"person": row.officer}
    return _("%(person)s comes on %(day)s.") % {"person": row.officer, "day": date_in_words(row.wanted_on)}
