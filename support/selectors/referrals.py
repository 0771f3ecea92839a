"""Reads about referrals.

What became of one is read from applications and memberships, so it shows by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case as SqlCase
from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from accounts.models import User
from audit.models import Entry
from collaborations.models import Collaboration
from collaborations.selectors import collaborations, collaborations_search
from core.searching import Matches, matching, words_in
from memberships.models.joining import Application
from memberships.models.members import Membership
from memberships.rules.paused import refusals_to_refer
from memberships.selectors.days import not_left_by
from memberships.selectors.members import MAX_RESULTS
from memberships.selectors.paused import paused_for, pauses
from providers.models import Provider
from providers.selectors import agencies, find_settings, register
from support import rules
from support.models import Referral
from support.rules import TAKES_NOBODY, WAITING, ReferralFacts

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


def groups_found(text: str, *, near: Sequence[Provider]) -> Matches:
    """Groups found by name; without a text those of the settings' districts first. At most twenty."""
    groups = groups_to_refer_to().select_related("district")
    if text:
        matches = matching(groups, text, collaborations_search(lambda: words_in(groups, "name")))
        return Matches(matches.rows[:MAX_RESULTS], matches.correction)
    districts = {setting.district_id for setting in near if setting.district_id}
    is_near = SqlCase(When(district__in=districts, then=0), default=1) if districts else Value(1)
    return Matches(groups.order_by(is_near, "name__in_order", "pk")[:MAX_RESULTS])


def settings_by_ids(ids: Collection[int]) -> list[Provider]:
    """Those of the settings that are in the register, by name."""
    return list(register().filter(pk__in=ids)) if ids else []


def agencies_by_ids(ids: Collection[int]) -> list[Provider]:
    """Those that are childminder agencies: they belong to no group."""
    return list(agencies().filter(pk__in=ids)) if ids else []


def settings_found(text: str, *, but: Collection[int], with_homes: bool) -> Matches:
    """Settings found by name, number or place; at most twenty."""
    if not text.strip():
        return Matches(register().none())
    matches = find_settings(text, within=register().exclude(pk__in=but), with_homes=with_homes)
    return Matches(matches.rows[:MAX_RESULTS], matches.correction)


@dataclass(frozen=True, slots=True)
class Asked:
    """What referring a setting to a group would do: nothing but refuse, when there are reasons."""

    provider: Provider
    reasons: tuple[str, ...]


def what_referring_does(
    providers: Sequence[Provider], collaboration: Collaboration, *, on: date
) -> list[Asked]:
    """Setting by setting, whether it can be referred to the group and why not.

    Three queries, however many settings.
    """
    ids = [provider.pk for provider in providers]
    memberships = Membership.objects.filter(not_left_by(on), collaboration=collaboration, provider_id__in=ids)
    members = set(memberships.order_by().values_list("provider_id", flat=True))
    referred = set(
        Referral.objects.filter(collaboration=collaboration, provider_id__in=ids, state__in=STILL_WAITING)
        .order_by()
        .values_list("provider_id", flat=True)
    )
    paused = refusals_to_refer(paused_for(collaboration.pk, pauses(on=on), person_id=None))
    told = []
    for provider in providers:
        facts = ReferralFacts(
            collaboration.state,
            is_member=provider.pk in members,
            is_referred=provider.pk in referred,
        )
        told.append(
            Asked(provider, tuple(reason.in_words(_) for reason in rules.refusals_to_refer(facts) or paused))
        )
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
