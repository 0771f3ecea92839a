"""Reads about the yearly confirmation that a member's staff know of the membership (C9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from accounts.models import TaskLink, User, can_work, holds_on
from collaborations.models import Collaboration
from collaborations.selectors import active_from
from memberships.models.members import Membership, SettingRole
from memberships.models.offices import StaffTold
from memberships.rules.staff_told import TellingFacts, staff_told_due, staff_told_due_on
from memberships.selectors.days import is_member_on
from providers.models import Provider
from providers.rules.workforce import Workforce, workforce_of
from providers.selectors import last_staff

STAFF_TOLD = "memberships.staff_told"
#: A setting is not reminded again within this time.
REMINDED_AGAIN_AFTER = timedelta(days=7)
#: A membership, and those before it that it carries on: as many as a confirmation, good for one year, can
#: outlive.
CARRIED_ON = ("pk", "continues_id", "continues__continues_id", "continues__continues__continues_id")


@dataclass(frozen=True, slots=True)
class StaffToldLine:
    """How a member stands with the confirmation: the last one, from when the next is owed (None: not asked),
    when it was last reminded.
    """

    membership: Membership
    last: date | None
    due_on: date | None
    owes: bool
    workforce: Workforce = Workforce.EMPLOYS
    reminded_on: date | None = None


def staff_told_lines(collaboration: Collaboration, *, on: date) -> list[StaffToldLine]:
    """The members of a day and how each stands, by name. Two queries."""
    rows = list(with_telling(Membership.objects.filter(is_member_on(on), collaboration=collaboration)))
    links = TaskLink.objects.filter(purpose=STAFF_TOLD, about_id__in=[row.pk for row in rows]).order_by()
    reminded = dict(links.values_list("about_id").annotate(last=Max("made_at")))
    return [_line(row, on=on, reminded_at=reminded.get(row.pk)) for row in rows]


def staff_not_told(collaboration: Collaboration, *, on: date) -> int:
    """How many members owe the confirmation on a day."""
    return sum(line.owes for line in staff_told_lines(collaboration, on=on))


def staff_told_line(membership: Membership, *, on: date) -> StaffToldLine:
    """How one member stands."""
    return _line(with_telling(Membership.objects.filter(pk=membership.pk)).get(), on=on, reminded_at=None)


def confirmations_of(membership: Membership) -> QuerySet[StaffTold]:
    """What was confirmed for a member, the last first."""
    return (
        StaffTold.objects.filter(membership=membership)
        .select_related("confirmed_by")
        .order_by("-confirmed_on", "-pk")
    )


def managers_of(provider: Provider, *, on: date) -> list[User]:
    """Who manages a setting on a day, by name."""
    roles = SettingRole.objects.filter(
        holds_on(on), can_work(), provider=provider, role=SettingRole.Role.MANAGER
    )
    return [role.user for role in roles.select_related("user").order_by("user__full_name__in_order", "pk")]


def manages_setting(user_id: int | None, provider_id: int, *, on: date) -> bool:
    """Whether somebody manages a setting on a day."""
    if user_id is None:
        return False
    roles = SettingRole.objects.filter(
        holds_on(on), provider_id=provider_id, user_id=user_id, role=SettingRole.Role.MANAGER
    )
    return roles.filter(can_work()).exists()


def membership_on(membership_id: int, *, on: date) -> Membership | None:
    """A membership that holds on a day, by its number."""
    rows = Membership.objects.filter(is_member_on(on), pk=membership_id)
    return rows.select_related("collaboration", "provider").first()


def reminder_of(link_id: int) -> TaskLink | None:
    """The link of a reminder, while it can be used."""
    links = TaskLink.objects.filter(purpose=STAFF_TOLD, used_at=None, withdrawn_at=None)
    return links.filter(pk=link_id).select_related("user", "authority").first()


def confirmed_since(link: TaskLink) -> StaffTold | None:
    """The confirmation that came of the task of a link, by it or otherwise."""
    rows = StaffTold.objects.filter(
        membership=link.about_id, confirmed_on__gte=timezone.localdate(link.made_at)
    )
    return rows.select_related("confirmed_by", "membership").order_by("confirmed_on", "pk").first()


def was_reminded_lately(line: StaffToldLine, *, at: datetime) -> bool:
    """Whether the last reminder is too young for another one."""
    return line.reminded_on is not None and timezone.localdate(at) < line.reminded_on + REMINDED_AGAIN_AFTER


def last_told() -> Subquery:
    """For an annotation of Membership: the day of the last confirmation,
    also of those that this one carries on (C4, O2).
    """
    of_membership = Q()
    for path in CARRIED_ON:
        of_membership |= Q(membership_id=OuterRef(path))
    return Subquery(
        StaffTold.objects.filter(of_membership).order_by("-confirmed_on").values("confirmed_on")[:1]
    )


def with_telling(rows: QuerySet[Membership]) -> QuerySet[Membership]:
    """Memberships by name, each with all that ``telling_facts`` reads."""
    return (
        rows.annotate(
            last_told=last_told(),
            active_from=active_from("collaboration"),
            last_staff=last_staff("provider_id"),
        )
        .select_related("provider", "collaboration")
        .order_by("provider__search_text", "pk")
    )


def telling_facts(row: Membership) -> TellingFacts:
    """A row of ``with_telling`` as the rule takes it (C9)."""
    return TellingFacts(
        last=row.last_told,  # type: ignore[attr-defined]
        joined_on=row.joined_on,
        active_from=row.active_from,  # type: ignore[attr-defined]
        workforce=workforce_of(row.provider.provider_type, row.last_staff),  # type: ignore[attr-defined]
    )


def _line(row: Membership, *, on: date, reminded_at: datetime | None) -> StaffToldLine:
    facts = telling_facts(row)
    return StaffToldLine(
        membership=row,
        last=facts.last,
        due_on=staff_told_due_on(facts),
        owes=staff_told_due(facts, on),
        workforce=facts.workforce,
        reminded_on=timezone.localdate(reminded_at) if reminded_at else None,
    )
