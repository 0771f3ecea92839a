"""Reads about chairs, administrators and safeguarding contacts."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from accounts.models import holds_on
from collaborations.models import Collaboration
from core.dates import Span
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import not_ended_by


def offices_of(collaboration: Collaboration, *, on: date) -> QuerySet[OfficeHolder]:
    """Who holds an office on a day or is to hold one later, by office."""
    return _in(collaboration).filter(not_ended_by(on))


def offices_held(collaboration: Collaboration, *, on: date) -> QuerySet[OfficeHolder]:
    """Who holds an office on a day."""
    return _in(collaboration).filter(holds_on(on))


def past_offices_of(collaboration: Collaboration, *, on: date) -> QuerySet[OfficeHolder]:
    """Who held an office that has ended by a day, the last one first."""
    return _in(collaboration).filter(ends_on__lte=on).order_by("-ends_on", "pk")


def office_in(collaboration: Collaboration, office_id: int) -> OfficeHolder | None:
    return _in(collaboration).filter(pk=office_id).first()


def office_holders() -> QuerySet[OfficeHolder]:
    """Everybody who held, holds or is to hold an office, by collaboration and office."""
    rows = OfficeHolder.objects.select_related("user", "membership__collaboration", "membership__provider")
    return rows.order_by("membership__collaboration__name__in_order", "office", "starts_on", "pk")


def office_for_update(office_id: int) -> OfficeHolder:
    return _locked().get(pk=office_id)


def offices_for_update(
    *, membership_id: int | None = None, user_id: int | None = None, provider_id: int | None = None
) -> list[OfficeHolder]:
    """Offices held for a membership, or by a person for a setting, locked, the earliest first."""
    wanted = {"membership_id": membership_id, "user_id": user_id, "membership__provider_id": provider_id}
    return list(_locked().filter(**{name: value for name, value in wanted.items() if value is not None}))


def times_of_office(collaboration_id: int, office: str, *, except_user_id: int) -> list[tuple[str, Span]]:
    """By whom else an office of a collaboration was, is and will be held, and when."""
    rows = OfficeHolder.objects.filter(membership__collaboration_id=collaboration_id, office=office).exclude(
        user_id=except_user_id
    )
    return [
        (str(row.user), Span(row.starts_on, row.ends_on))
        for row in rows.select_related("user").order_by("starts_on", "pk")
    ]


def _in(collaboration: Collaboration) -> QuerySet[OfficeHolder]:
    rows = OfficeHolder.objects.filter(membership__collaboration=collaboration)
    return rows.select_related("user", "membership__provider", "membership__collaboration").order_by(
        "office", "starts_on", "pk"
    )


def _locked() -> QuerySet[OfficeHolder]:
    rows = OfficeHolder.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("user", "membership__collaboration", "membership__provider").order_by(
        "starts_on", "pk"
    )
