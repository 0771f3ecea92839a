"""People of settings: who works where, between which dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from accounts.permissions import Permission
from accounts.rules import TOO_EARLY, EndTerms, Kind, overlaps
from accounts.services.appointments import AppointmentKind, give_appointment
from accounts.services.people import invite_person
from audit.rules.actions import Action
from audit.services import record
from core.dates import Span, last_day
from core.wording import from_to_in_words
from memberships.models.members import SettingRole
from memberships.selectors.leaders import leaders_for_update
from memberships.selectors.offices import offices_for_update
from memberships.selectors.people import setting_role_for_update, times_at_setting
from memberships.services.leaders import LEADER
from memberships.services.offices import OFFICE, end_leaders_and_offices
from memberships.services.permissions import KindWithPermissions, take_turn
from providers.models import Provider


class SettingRoleKind(KindWithPermissions[SettingRole]):
    """People of settings. Whoever leads or holds an office for a setting works there as long."""

    kind = Kind.SETTING_ROLE
    model = SettingRole
    end_terms = EndTerms(
        too_early=TOO_EARLY,
        ended_before=gettext_noop("The role has ended already, on %(day)s."),
    )

    withdrawn_on_first_day = True
    taken_away_with = Permission.CHANGE_MEMBERS

    def in_words(self, row: SettingRole) -> str:
        return _("%(role)s, %(setting)s") % {"role": row.get_role_display(), "setting": row.provider}

    def hanging_on(self, row: SettingRole) -> Iterable[tuple[AppointmentKind[Any], Any]]:
        """Where the person leads or holds an office for this setting since this role began."""
        at_setting = {"user_id": row.user_id, "provider_id": row.provider_id}
        rows: list[tuple[AppointmentKind[Any], Any]] = [
            *((LEADER, leader) for leader in leaders_for_update(**at_setting)),
            *((OFFICE, office) for office in offices_for_update(**at_setting)),
        ]
        today = timezone.localdate()
        return [
            (kind, each)
            for kind, each in rows
            if each.starts_on >= row.starts_on and (each.ends_on is None or each.ends_on > today)
        ]

    def lock(self, row: SettingRole) -> SettingRole:
        return setting_role_for_update(row.pk)

    def others(self, row: SettingRole) -> Iterable[Span]:
        return times_at_setting(row.user_id, row.provider_id)

    def clash(self, row: SettingRole) -> dict[str, str]:
        words = {"person": row.user, "setting": row.provider}
        return {"email": _("%(person)s is already recorded at %(setting)s in that time.") % words}

    def before_end(self, row: SettingRole, *, ends_on: date, by: User) -> None:
        """Where the person leads or holds an office for this setting
        since this role began, that ends by then too.
        """
        of = {"user_id": row.user_id, "provider_id": row.provider_id}
        end_leaders_and_offices(ends_on=ends_on, by=by, field="ends_on", since=row.starts_on, **of)

    def before_withdrawal(self, row: SettingRole) -> None:
        time = Span(row.starts_on, row.ends_on)
        at_setting = {"user_id": row.user_id, "provider_id": row.provider_id}
        leads = leaders_for_update(**at_setting)
        if overlaps(time, (Span(leader.starts_on, leader.ends_on) for leader in leads)):
            raise ValidationError(
                _("%(person)s is recorded as a leader in that time. End that first.") % {"person": row.user}
            )
        offices = offices_for_update(**at_setting)
        if overlaps(time, (Span(office.starts_on, office.ends_on) for office in offices)):
            raise ValidationError(
                _("%(person)s is recorded in an office in that time. End that first.") % {"person": row.user}
            )

    def record_given(self, row: SettingRole, *, by: User | None, details: Mapping[str, Any]) -> None:
        facts: dict[str, Any] = {
            "role": row.get_role_display(),
            "setting": row.provider,
            "time": from_to_in_words(row.starts_on, row.ends_on),
        }
        record(Action.SETTING_ROLE_GIVEN, about=row, by=by, person=row.user, **facts)

    def record_ended(self, row: SettingRole, *, by: User | None) -> None:
        facts: dict[str, Any] = {
            "person": row.user,
            "setting": row.provider,
            "last_day": last_day(row.ends_on),
        }
        record(Action.SETTING_ROLE_ENDED, about=row, by=by, **facts)

    def record_withdrawn(self, row: SettingRole, *, by: User) -> None:
        facts: dict[str, Any] = {"person": row.user, "setting": row.provider, "from": row.starts_on}
        record(Action.SETTING_ROLE_WITHDRAWN, about=row, by=by, **facts)


SETTING_ROLE = SettingRoleKind()


@transaction.atomic
def add_person_of_setting(
    *,
    provider: Provider,
    email: str,
    full_name: str,
    role: str,
    starts_on: date,
    ends_on: date | None = None,
    by: User,
) -> SettingRole:
    """Record that a person works at a setting; who does not belong to the authority yet is invited (A2).

    Raises ValidationError when the person is recorded there already in that time.
    """
    take_turn()
    user = invite_person(email=email, full_name=full_name, by=by)
    row = SettingRole(user=user, provider=provider, role=role, starts_on=starts_on, ends_on=ends_on)
    return give_appointment(SETTING_ROLE, row, by=by)
