"""Roles over the whole authority."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import rules
from accounts.emails.roles import RoleEnded, RoleGiven, RoleWithdrawn
from accounts.models import Affiliation, Authority, RoleAppointment, User
from accounts.permissions import Permission
from accounts.roles import Role
from accounts.selectors import forget_what_was_read, is_last_manager
from accounts.services.appointments import AppointmentKind, give_appointment, is_news_to
from accounts.signals import account_changed, email_wanted
from core.dates import Span, last_day
from core.emails import Email
from core.scoping import current_authority_id
from core.wording import from_to_in_words


class RoleKind(AppointmentKind[RoleAppointment]):
    """Roles over the whole authority.

    A second person gives and ends a manager's role, never the manager alone.
    """

    kind = rules.Kind.ROLE
    model = RoleAppointment
    end_terms = rules.EndTerms(too_early=rules.TOO_EARLY)
    withdrawn_on_first_day = True
    taken_away_with = Permission.MANAGE_PEOPLE

    def take_turn(self) -> None:
        """One change of roles at a time in an authority: two managers leave one."""
        Authority.objects.select_for_update(no_key=True).get(pk=current_authority_id())

    def in_words(self, row: RoleAppointment) -> str:
        return str(row.get_role_display())

    def is_last_manager(self, row: RoleAppointment, *, on: date) -> bool:
        return row.role == Role.MANAGER and is_last_manager(row.user, on=on)

    def lock(self, row: RoleAppointment) -> RoleAppointment:
        return RoleAppointment.objects.select_for_update(of=("self",)).select_related("user").get(pk=row.pk)

    def check(self, row: RoleAppointment) -> Mapping[str, Any]:
        """A person belongs to an authority before having a role in it: invited, or accepted (A2)."""
        if not Affiliation.objects.filter(user=row.user, authority_id=current_authority_id()).exists():
            raise ValidationError({"user": _("This person does not belong here yet. Add the person first.")})
        return {}

    def others(self, row: RoleAppointment) -> Iterable[Span]:
        rows = RoleAppointment.objects.select_for_update().filter(user=row.user, role=row.role)
        return [Span(other.starts_on, other.ends_on) for other in rows]

    def clash(self, row: RoleAppointment) -> dict[str, str]:
        return {"role": _("%(person)s already has this role in that time.") % {"person": row.user}}

    def record_given(self, row: RoleAppointment, *, by: User | None, details: Mapping[str, Any]) -> None:
        time = from_to_in_words(row.starts_on, row.ends_on)
        self._record("role_given", row, by=by, time=time)

    def record_ended(self, row: RoleAppointment, *, by: User | None) -> None:
        self._record("role_ended", row, by=by)

    def record_withdrawn(self, row: RoleAppointment, *, by: User) -> None:
        self._record("role_withdrawn", row, by=by, **{"from": row.starts_on})

    def settle(self, row: RoleAppointment) -> None:
        forget_what_was_read(row.user)

    def settle_person(self, person: User) -> None:
        forget_what_was_read(person)

    def tell(self, row: RoleAppointment, *, by: User) -> None:
        if is_news_to(row, by=by, today=timezone.localdate()):
            self._send(RoleGiven(role_id=row.pk, user_id=row.user_id))

    def tell_end(self, row: RoleAppointment, *, by: User) -> None:
        if self._is_told(row, by):
            self._send(RoleEnded(role_id=row.pk, user_id=row.user_id, ends_on=str(row.ends_on)))

    def tell_withdrawal(self, row: RoleAppointment, *, by: User) -> None:
        if self._is_told(row, by):
            self._send(RoleWithdrawn(role_id=row.pk, user_id=row.user_id, role=row.role))

    def _is_told(self, row: RoleAppointment, by: User) -> bool:
        return row.user_id != by.pk and row.user.invited_to_id is None

    def _send(self, email: Email[Any]) -> None:
        email_wanted.send(RoleAppointment, email=email)

    def _record(self, action: str, row: RoleAppointment, *, by: User | None, **facts: object) -> None:
        facts = {
            "person": str(row.user),
            "role": row.get_role_display(),
            "last_day": last_day(row.ends_on),
            **facts,
        }
        account_changed.send(RoleAppointment, action=action, about=row, by=by, facts=facts)


ROLE = RoleKind()


def appoint_to_role(
    *, user: User, role: str, starts_on: date, ends_on: date | None = None, by: User | None
) -> RoleAppointment:
    """Give a role over the whole authority from a day.

    Raises ValidationError as ``give_appointment`` does.
    """
    row = RoleAppointment(user=user, role=Role(role), starts_on=starts_on, ends_on=ends_on, appointed_by=by)
    return give_appointment(ROLE, row, by=by)
