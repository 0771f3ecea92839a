"""Reads about referrals.

What became of one is read from applications and memberships, so it shows by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Case as SqlCase
from django.db.models import CharField, Count, F, Min, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import TruncDate
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
from collaborations.selectors import collaborations
from core.attention import Attention
from core.wording import date_in_words
from memberships.models.joining import Application
from memberships.models.members import Membership
from memberships.selectors.days import not_left_by
from memberships.selectors.members import MAX_RESULTS
from memberships.selectors.people import leaders_to_write_to, managers_to_write_to
from providers.models import Provider
from providers.selectors import register, settings_matching
from support.models import Message, MessageCopy, Referral, SupportRequest
from support.rules import TAKES_NOBODY, WAITING, ReferralFacts, refusals_to_refer

REFERRAL = "support.referral"
APPLIED, TURNED_DOWN = "applied", "turned_down"
STILL_WAITING = sorted(str(state) for state in WAITING)


def standings() -> list[tuple[str, str]]:
    """How a referral may stand: its own state, or what has become of it since."""
    words = dict(Referral.State.choices)
    return [
        (Referral.State.OPEN.value, str(words[Referral.State.OPEN])),
        (Referral.State.IN_TOUCH.value, str(words[Referral.State.IN_TOUCH])),
        (APPLIED, _("Has applied")),
        (TURNED_DOWN, _("Applied, not accepted")),
        (Referral.State.JOINED.value, str(words[Referral.State.JOINED])),
        (Referral.State.NOT_JOINED.value, str(words[Referral.State.NOT_JOINED])),
        (Referral.State.WITHDRAWN.value, str(words[Referral.State.WITHDRAWN])),
    ]


def referrals() -> QuerySet[Any]:
    """Every referral, newest first, each with ``joined_on``,
    ``application`` (its state) and ``standing`` as of now.

    A membership counts when it had not ended on the day of the referral: a member that day could not be
    referred, so it came after.
    """
    memberships = Membership.objects.filter(
        collaboration=OuterRef("collaboration"), provider=OuterRef("provider")
    )
    since = memberships.filter(Q(left_on__isnull=True) | Q(left_on__gt=OuterRef("referred_on"))).order_by(
        "joined_on"
    )
    asked = Application.objects.filter(
        collaboration=OuterRef("collaboration"),
        provider=OuterRef("provider"),
        applied_at__gte=OuterRef("referred_at"),
    ).order_by("-applied_at")
    return (
        Referral.objects.select_related("provider", "collaboration", "referred_by")
        .annotate(referred_on=TruncDate("referred_at"))
        .annotate(
            joined_on=Subquery(since.values("joined_on")[:1]), application=Subquery(asked.values("state")[:1])
        )
        .annotate(standing=_standing())
        .order_by("-referred_at", "-pk")
    )


def _standing() -> SqlCase:
    waits = Q(state__in=STILL_WAITING)
    return SqlCase(
        When(waits & Q(joined_on__isnull=False), then=Value(Referral.State.JOINED.value)),
        When(waits & Q(application=Application.State.OPEN), then=Value(APPLIED)),
        When(waits & Q(application=Application.State.DECLINED), then=Value(TURNED_DOWN)),
        default=F("state"),
        output_field=CharField(),
    )


def by_standing(rows: QuerySet[Any], value: str) -> QuerySet[Any]:
    """Narrowed to one standing, or to ``waiting``: all of which nothing has come yet."""
    if value == "waiting":
        return rows.filter(standing__in=[Referral.State.OPEN, Referral.State.IN_TOUCH, APPLIED, TURNED_DOWN])
    return rows.filter(standing=value)


def referral_by_id(referral_id: int) -> Referral | None:
    return referrals().filter(pk=referral_id).first()


def referral_for_update(referral_id: int) -> Referral:
    """The row, locked to the end of the transaction. Raises Referral.DoesNotExist."""
    rows = Referral.objects.select_for_update(of=("self",), no_key=True).select_related(
        "provider", "collaboration"
    )
    return rows.get(pk=referral_id)


def referral_story(referral: Referral) -> QuerySet[Entry]:
    """What happened to it, newest first."""
    return Entry.objects.filter(about_type=REFERRAL, about_id=referral.pk, is_confidential=False).order_by(
        "-at", "-pk"
    )


def people_who_referred() -> QuerySet[User]:
    """Who has made a referral, by name: the choices of a filter."""
    return User.objects.filter(pk__in=Referral.objects.order_by().values("referred_by_id")).order_by(
        "full_name__in_order", "pk"
    )


def groups_to_refer_to() -> QuerySet[Collaboration]:
    """The groups that a setting may be pointed to, by name: those that it could apply to."""
    return collaborations().exclude(state__in=sorted(TAKES_NOBODY))


def settings_by_ids(ids: Collection[int]) -> list[Provider]:
    """Those of the settings that are in the register, by name."""
    return list(register().filter(pk__in=ids)) if ids else []


def settings_found(text: str, *, but: Collection[int], with_homes: bool) -> list[Provider]:
    """Settings found by name, URN or postcode; at most twenty."""
    if not text.strip():
        return []
    return list(
        settings_matching(text, within=register().exclude(pk__in=but), with_homes=with_homes)[:MAX_RESULTS]
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What referring a setting to a group would do: nothing but refuse, when there are reasons."""

    provider: Provider
    reasons: tuple[str, ...]


def what_referring_does(
    providers: Sequence[Provider], collaboration: Collaboration, *, on: date
) -> list[Asked]:
    """Setting by setting, whether it can be referred to the group and why not.

    Two queries, however many settings.
    """
    ids = [provider.pk for provider in providers]
    memberships = Membership.objects.filter(not_left_by(on), collaboration=collaboration, provider_id__in=ids)
    members = set(memberships.order_by().values_list("provider_id", flat=True))
    referred = set(
        Referral.objects.filter(collaboration=collaboration, provider_id__in=ids, state__in=STILL_WAITING)
        .order_by()
        .values_list("provider_id", flat=True)
    )
    told = []
    for provider in providers:
        facts = ReferralFacts(
            collaboration.state, is_member=provider.pk in members, is_referred=provider.pk in referred
        )
        told.append(Asked(provider, tuple(reason.in_words(_) for reason in refusals_to_refer(facts))))
    return told


def is_member_since(referral: Referral, *, referred_on: date) -> date | None:
    """The day from which the setting of a referral is a member, if it became one after it."""
    memberships = Membership.objects.filter(
        not_left_by(referred_on), collaboration=referral.collaboration_id, provider=referral.provider_id
    )
    return memberships.order_by("joined_on").values_list("joined_on", flat=True).first()


def joined_but_waiting(collaboration: Collaboration, provider_ids: Collection[int]) -> list[Any]:
    """Referrals of these settings that still wait although a membership has come of them: they are closed
    before a new one.
    """
    rows = referrals().filter(
        collaboration=collaboration, provider_id__in=provider_ids, state__in=STILL_WAITING
    )
    return list(rows.filter(joined_on__isnull=False))


REQUEST = "support.supportrequest"
GIVING_ROLES = tuple(role for role in Role if Permission.GIVE_SUPPORT in ROLES[role].permissions)
State = SupportRequest.State
#: A referral of which nothing has been heard so long is worth a call.
QUIET = timedelta(days=28)
#: So long an answer is news on the home page of those who run the group.
NEWS = timedelta(days=14)


def support_requests() -> QuerySet[SupportRequest]:
    """Every request, newest first."""
    return SupportRequest.objects.select_related(
        "collaboration", "asked_by", "answered_by", "officer"
    ).order_by("-asked_at", "-pk")


def request_by_id(request_id: int) -> SupportRequest | None:
    return support_requests().filter(pk=request_id).first()


def requests_of(collaboration: Collaboration) -> QuerySet[SupportRequest]:
    return support_requests().filter(collaboration=collaboration)


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


def request_for_update(request_id: int) -> SupportRequest:
    """The row, locked to the end of the transaction. Raises SupportRequest.DoesNotExist."""
    rows = SupportRequest.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("collaboration", "asked_by", "officer").get(pk=request_id)


def open_requests_like(
    *, collaboration: Collaboration, kind: str, wanted_on: date | None, words: str
) -> QuerySet[SupportRequest]:
    """What the group has asked for already in the same words or for the same day, and waits for."""
    rows = SupportRequest.objects.filter(
        collaboration=collaboration, kind=kind, state__in=[State.ASKED, State.ACCEPTED]
    )
    return rows.filter(words=words) if wanted_on is None else rows.filter(wanted_on=wanted_on)


def request_story(request: SupportRequest) -> QuerySet[Entry]:
    """What happened to it, newest first."""
    return Entry.objects.filter(about_type=REQUEST, about_id=request.pk, is_confidential=False).order_by(
        "-at", "-pk"
    )


def people_giving_support(*, on: date) -> QuerySet[User]:
    """Who may come, on a day, by name."""
    return people_with_role(*GIVING_ROLES, on=on)


# --- the home page ------------------------------------------------------------------------------------------


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


def answer_in_words(row: SupportRequest) -> str:
    """What was answered, in one sentence."""
    if row.state == State.DECLINED:
        return _("They cannot help this time.")
    if row.wanted_on is None:
        return _("%(person)s helps you.") % {"person": row.officer}
    return _("%(person)s comes on %(day)s.") % {"person": row.officer, "day": date_in_words(row.wanted_on)}


def people_to_write_to(audience: str, collaboration_ids: Collection[int], *, on: date) -> QuerySet[User]:
    """The people of an audience (``Message.Audience``)."""
    to_leaders = audience == Message.Audience.LEADERS
    return (leaders_to_write_to if to_leaders else managers_to_write_to)(collaboration_ids, on=on)


def chosen_collaborations(ids: Collection[int]) -> list[Collaboration]:
    """Those of the groups that are there, by name."""
    return list(collaborations().filter(pk__in=ids)) if ids else []


def messages() -> QuerySet[Message]:
    """Every message, newest first, with how many people it is to and how many have it."""
    return (
        Message.objects.select_related("sent_by", "job")
        .annotate(people=Count("copies"), sent=Count("copies", filter=Q(copies__sent_at__isnull=False)))
        .order_by("-sent_at", "-pk")
    )


def messages_matching(rows: QuerySet[Message], text: str) -> QuerySet[Message]:
    """Those with every word in their subject or in the names of their collaborations."""
    for word in text.split():
        rows = rows.filter(Q(subject__icontains=word) | Q(about__icontains=word))
    return rows


def message_by_id(message_id: int) -> Message | None:
    return messages().filter(pk=message_id).first()


def copies_of(message: Message) -> QuerySet[MessageCopy]:
    """Who gets a message, by name."""
    return (
        MessageCopy.objects.filter(message=message)
        .select_related("user")
        .order_by("user__full_name__in_order", "pk")
    )


def next_copy(message_id: int, *, but: Collection[int]) -> MessageCopy | None:
    """A copy that is to be sent and that nobody else is sending, locked to the end of the transaction."""
    waiting = MessageCopy.objects.select_for_update(of=("self",), skip_locked=True, no_key=True).filter(
        message=message_id, sent_at=None
    )
    return waiting.exclude(pk__in=but).select_related("user", "message", "authority").order_by("pk").first()


def copies_counted(message_id: int) -> tuple[int, int]:
    """How many copies there are, and how many were sent."""
    rows = MessageCopy.objects.filter(message=message_id).aggregate(
        all=Count("pk"), sent=Count("pk", filter=Q(sent_at__isnull=False))
    )
    return rows["all"], rows["sent"]


def said_already(*, by: User, subject: str, text: str, about: str, since: datetime) -> Message | None:
    """The same message of the same person to the same groups."""
    return Message.objects.filter(
        sent_by=by, subject=subject, text=text, about=about, sent_at__gte=since
    ).first()
