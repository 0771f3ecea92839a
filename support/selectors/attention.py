"""What waits for a person in support, for the home page."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.permissions import Permission
from collaborations.models import CollaborationGrant
from core.attention import Attention
from core.wording import date_in_words
from support.models import SupportRequest
from support.selectors.referrals import referrals
from support.selectors.requests import State, answer_in_words, support_requests

#: A referral of which nothing has been heard so long is worth a call.
QUIET = timedelta(days=28)
#: So long an answer is news on the home page of those who run the group.
NEWS = timedelta(days=14)


def attention_for(user: User) -> list[Attention]:
    """What waits for this person of support: requests for support,
    referrals; and news for those who run a group.
    """
    today = timezone.localdate()
    return [*_requests(user, today), *_quiet_referrals(user, today), *_news(user, today)]


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
    lines, address = [], reverse("support:support")
    if number := found["waiting"]:
        title = ngettext(
            "%(n)d request for support waits for an answer",
            "%(n)d requests for support wait for an answer",
            number,
        )
        since = _("The oldest since %(date)s.") % {"date": date_in_words(found["since"])}
        lines.append(Attention(title % {"n": number}, since, f"{address}?state=asked"))
    if number := found["visits"]:
        title = ngettext("%(n)d collaboration expects you", "%(n)d collaborations expect you", number)
        lines.append(
            Attention(
                title % {"n": number},
                _("Next on %(date)s.") % {"date": date_in_words(found["next"])},
                f"{address}?state=accepted",
            )
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
    title = ngettext(
        "%(n)d referral of yours has had no news", "%(n)d referrals of yours have had no news", number
    ) % {"n": number}
    return [
        Attention(
            title,
            _("For four weeks or longer. Ask how it went."),
            reverse("support:referrals") + f"?state=open&by={user.pk}",
        )
    ]


def _news(user: User, today: date) -> list[Attention]:
    """Answers to what the groups that this person runs have asked for, and officers who are to come."""
    runs = CollaborationGrant.objects.filter(
        user=user, permission__codename=Permission.RUN_COLLABORATION.split(".")[1]
    )
    answered = Q(state__in=[State.ACCEPTED, State.DECLINED], answered_at__date__gt=today - NEWS)
    rows = support_requests().filter(
        answered | Q(state=State.ACCEPTED, wanted_on__gte=today),
        collaboration__in=runs.values("content_object_id"),
    )
    return [
        Attention(
            _("%(group)s: the early years team has answered your request") % {"group": row.collaboration},
            answer_in_words(row),
            reverse("support:support_request", args=[row.pk]),
        )
        for row in rows[:5]
    ]
