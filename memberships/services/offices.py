"""Giving and ending offices, as the members decided. Elections come with meetings; here the decision is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.wording import date_in_words
from memberships.models.members import Membership
from memberships.models.offices import OfficeHolder
from memberships.rules.dates import Span
from memberships.rules.leaders import WantedOffice, refusals_of_office
from memberships.selectors.members import membership_for_update
from memberships.selectors.offices import office_for_update, times_of_office
from memberships.selectors.people import times_at_setting
from memberships.services.leaders import refuse_for
from memberships.services.rights import settle_rights, take_turn


@transaction.atomic
def give_office(
    *,
    membership: Membership,
    user: User,
    office: str,
    starts_on: date,
    ends_on: date | None = None,
    decision: str,
    by: User,
) -> OfficeHolder:
    """Record that a person of a member setting holds an office, and how the members decided it.

    One person holds an office of a collaboration at a time. Raises ValidationError where somebody else does, where the person holds
    another office for this member then, or where the dates reach beyond the membership or the person's time at the setting.
    """
    take_turn()
    membership = membership_for_update(membership.pk)
    wanted = WantedOffice(
        time=Span(starts_on, ends_on),
        membership=Span(membership.joined_on, membership.left_on),
        at_setting=times_at_setting(user.pk, membership.provider_id),
        others=times_of_office(membership.collaboration_id, office, except_user_id=user.pk),
    )
    refuse_for(refusals_of_office(wanted))
    row = OfficeHolder(membership=membership, user=user, office=office, starts_on=starts_on, ends_on=ends_on, decision=decision.strip())
    clash = {"user": _("%(person)s already holds an office in that time.") % {"person": user}}
    save_in_words(row, clash=clash)
    facts: dict[str, Any] = {**_facts(row), "setting": membership.provider, "from": starts_on}
    record(Action.OFFICE_GIVEN, about=row, by=by, details={"until": ends_on and str(ends_on), "words": row.decision}, **facts)
    settle_rights(user_ids=[user.pk])
    return row


@transaction.atomic
def end_office(*, office: OfficeHolder, ends_on: date, by: User) -> OfficeHolder:
    """Record that ``ends_on`` is the first day on which the person no longer holds the office.

    Raises ValidationError when the day is not after the first one, or the office has ended before.
    """
    take_turn()
    office = office_for_update(office.pk)
    if office.ends_on == ends_on:
        return office  # pressed twice
    if ends_on <= office.starts_on:
        day = date_in_words(office.starts_on)
        raise ValidationError({"ends_on": _("The day must be after %(day)s, the first one in office.") % {"day": day}})
    if office.ends_on is not None and office.ends_on < ends_on:
        day = date_in_words(office.ends_on)
        raise ValidationError({"ends_on": _("The office has ended already, on %(day)s.") % {"day": day}})
    _end(office, on=ends_on, by=by)
    settle_rights(user_ids=[office.user_id])
    return office


def end_offices_by(offices: Iterable[OfficeHolder], *, on: date, by: User, field: str) -> None:
    """End what lasts beyond a day. Raises ValidationError at ``field`` when an office begins only then or later."""
    for office in offices:
        if office.ends_on is not None and office.ends_on <= on:
            continue
        if office.starts_on >= on:
            words = {"person": office.user, "day": date_in_words(office.starts_on), "office": office.get_office_display().lower()}
            raise ValidationError({field: _("%(person)s is to be %(office)s from %(day)s, which is later. End that first.") % words})
        _end(office, on=on, by=by)


def _end(office: OfficeHolder, *, on: date, by: User) -> None:
    office.ends_on = on
    save_in_words(office, fields=["ends_on"])
    record(Action.OFFICE_ENDED, about=office, by=by, **_facts(office), until=on)


def _facts(office: OfficeHolder) -> dict[str, Any]:
    collaboration = office.membership.collaboration
    return {"person": office.user, "office": office.get_office_display().lower(), "collaboration": collaboration}
