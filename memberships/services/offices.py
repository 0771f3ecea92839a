"""Giving offices, as the members decided. Elections come with meetings; here the decision is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from accounts.permissions import Permission
from accounts.rules import EndTerms, Kind
from accounts.services.appointments import end_appointments_along, give_appointment
from audit.rules.actions import Action
from audit.services import record
from core.dates import Span, last_day
from core.text import several_lines
from core.wording import date_in_words, from_to_in_words
from memberships.models.members import Membership
from memberships.models.offices import OfficeHolder
from memberships.rules.leaders import WantedOffice, refusals_of_office
from memberships.selectors.leaders import leaders_for_update
from memberships.selectors.members import membership_for_update
from memberships.selectors.offices import office_for_update, offices_for_update, times_of_office
from memberships.selectors.people import times_at_setting
from memberships.services.leaders import LEADER
from memberships.services.permissions import KindWithPermissions
from memberships.services.refusing import refuse


class OfficeKind(KindWithPermissions[OfficeHolder]):
    """Offices of a collaboration. One person holds an office of it at a time."""

    kind = Kind.OFFICE
    model = OfficeHolder
    end_terms = EndTerms(
        too_early=gettext_noop("The last day must be %(day)s, the first one in office, or later."),
        ended_before=gettext_noop("The office has ended already, on %(day)s."),
    )

    taken_away_with = Permission.APPOINT_LEADERS

    def in_words(self, row: OfficeHolder) -> str:
        words = {"what": row.get_office_display(), "group": row.membership.collaboration}
        return _("%(what)s, %(group)s") % words

    def lock(self, row: OfficeHolder) -> OfficeHolder:
        return office_for_update(row.pk)

    def check(self, row: OfficeHolder) -> Mapping[str, Any]:
        row.membership = membership = membership_for_update(row.membership_id)
        wanted = WantedOffice(
            time=Span(row.starts_on, row.ends_on),
            membership=Span(membership.joined_on, membership.left_on),
            at_setting=times_at_setting(row.user_id, membership.provider_id),
            others=times_of_office(membership.collaboration_id, row.office, except_user_id=row.user_id),
        )
        refuse(refusals_of_office(wanted))
        return {"words": row.decision}

    def beside(self, row: OfficeHolder) -> Iterable[Span]:
        rows = OfficeHolder.objects.filter(membership=row.membership_id, user=row.user_id)
        return [Span(each.starts_on, each.ends_on) for each in rows]

    def clash(self, row: OfficeHolder) -> dict[str, str]:
        return {"user": _("%(person)s already holds an office in that time.") % {"person": row.user}}

    def too_late_to_end(self, row: OfficeHolder) -> str:
        words = {
            "person": row.user,
            "day": date_in_words(row.starts_on),
            "office": row.get_office_display().lower(),
        }
        return _("%(person)s is to be %(office)s from %(day)s, which is later. End that first.") % words

    def record_given(self, row: OfficeHolder, *, by: User | None, details: Mapping[str, Any]) -> None:
        facts: dict[str, Any] = {**_facts(row), "setting": row.membership.provider}
        facts["time"] = from_to_in_words(row.starts_on, row.ends_on)
        record(Action.OFFICE_GIVEN, about=row, by=by, details={**details}, **facts)

    def record_ended(self, row: OfficeHolder, *, by: User | None) -> None:
        record(Action.OFFICE_ENDED, about=row, by=by, **_facts(row), last_day=last_day(row.ends_on))


OFFICE = OfficeKind()


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

    Raises ValidationError where somebody else holds it then, where the person holds another office for this
    member then, or where the dates reach beyond the membership or the person's time at the setting.
    """
    row = OfficeHolder(membership=membership, user=user, office=office, starts_on=starts_on, ends_on=ends_on)
    row.decision = several_lines(decision)
    return give_appointment(OFFICE, row, by=by)


def end_leaders_and_offices(
    *, ends_on: date, by: User, field: str, since: date | None = None, **of: int
) -> None:
    """End who leads and who holds an office, of a membership or of a person at a setting, by a day.

    ``of`` is ``membership_id``, or ``user_id`` and ``provider_id``; ``since`` leaves out what began before
    that day. The caller settles permissions. Raises ValidationError at ``field`` when somebody is to lead or
    to hold an office only from later.
    """
    leaders = [leader for leader in leaders_for_update(**of) if since is None or leader.starts_on >= since]
    end_appointments_along(LEADER, leaders, ends_on=ends_on, by=by, field=field)
    offices = [office for office in offices_for_update(**of) if since is None or office.starts_on >= since]
    end_appointments_along(OFFICE, offices, ends_on=ends_on, by=by, field=field)


def _facts(office: OfficeHolder) -> dict[str, Any]:
    collaboration = office.membership.collaboration
    return {
        "person": office.user,
        "office": office.get_office_display().lower(),
        "collaboration": collaboration,
    }
