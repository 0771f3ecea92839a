"""Emails about roles over an authority, and about the first sign-in of its first manager."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser, place_of_authority
from accounts.models import Authority, RoleAppointment
from accounts.roles import ROLES, Role
from accounts.selectors import (
    current_authority,
    people_here,
    people_to_write_to,
)
from core.dates import last_day
from core.emails import AsOf, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.names import team_of
from core.subjects import subject_in, subject_of
from core.wording import day_and_month


@dataclass(frozen=True, kw_only=True)
class OfRole(EmailToUser[AsOf[RoleAppointment]]):
    """An email to whoever holds a role over the authority, about that role."""

    role_id: int

    def load(self, at: datetime, /) -> AsOf[RoleAppointment] | None:
        rows = RoleAppointment.objects.select_related("user", "authority", "appointed_by")
        row = rows.filter(pk=self.role_id, user_id=self.user_id).first()
        return AsOf(row, timezone.localdate(at)) if row is not None else None

    def context(self, row: AsOf[RoleAppointment], /) -> Mapping[str, Any]:
        role = ROLES[Role(row.row.role)]
        return {
            "row": row.row,
            "title": _lower(_(role.title)),
            "purpose": _(role.purpose),
            "needs_second_factor": role.needs_second_factor,
        }

    def contact(self, row: AsOf[RoleAppointment], to: Recipient, /) -> Contact | None:
        by = row.row.appointed_by
        if by is None or by.pk == self.user_id or not people_to_write_to([by.pk]).exists():
            return None
        return Contact(by.full_name, by.email, of_team=True)

    def why(self, row: AsOf[RoleAppointment], to: Recipient, /) -> str:
        return _("You get this email because it is about your role in the team.")


@email_kind("accounts.role_given")
class RoleGiven(OfRole):
    """To whoever is given a role over the authority: which, from when, what it is for."""

    template = "accounts/role_given"

    def subject(self, row: AsOf[RoleAppointment], to: Recipient, /) -> str:
        facts = {"role": _lower(row.row.get_role_display()), "day": day_and_month(row.row.starts_on)}
        return subject_of(_team(row.row.authority), _("you are %(role)s from %(day)s") % facts)

    def reference(self, row: AsOf[RoleAppointment], /) -> str:
        return f"role-given-{row.row.pk}"


@email_kind("accounts.first_sign_in")
class FirstSignIn(OfRole):
    """To the first manager of a new authority: where to sign in, how, and what comes next."""

    template = "accounts/first_sign_in"

    def subject(self, row: AsOf[RoleAppointment], to: Recipient, /) -> str:
        return subject_of(place_of_authority(row.row.authority), _("your first sign-in"))

    def reference(self, row: AsOf[RoleAppointment], /) -> str:
        return f"first-sign-in-{row.row.pk}"

    def link(self, row: AsOf[RoleAppointment], to: Recipient, /) -> Link:
        return Link(_("Sign in for the first time"))


@email_kind("accounts.role_ended")
class RoleEnded(OfRole):
    """To whoever held a role: it ends on a day, or has ended. Nothing where the end was moved meanwhile.

    ``ends_on`` is the end that this is about; ``is_ahead``: it is written so that nobody is surprised.
    """

    template = "accounts/role_ended"
    ends_on: str
    is_ahead: int = 0

    def still_true(self, row: AsOf[RoleAppointment], /) -> bool:
        return str(row.row.ends_on) == self.ends_on

    def subject(self, row: AsOf[RoleAppointment], to: Recipient, /) -> str:
        last = last_day(date.fromisoformat(self.ends_on))
        sentence = _("Your role in the %(about)s team ends on %(day)s")
        if last < row.on:
            sentence = _("Your role in the %(about)s team has ended")
        return subject_in(sentence, row.row.authority.name, day=day_and_month(last))

    def reference(self, row: AsOf[RoleAppointment], /) -> str:
        return f"role-ended-{row.row.pk}-{self.ends_on}-{self.is_ahead}"

    def context(self, row: AsOf[RoleAppointment], /) -> Mapping[str, Any]:
        last = last_day(date.fromisoformat(self.ends_on))
        return {**super().context(row), "last_day": last, "is_over": last < row.on}


@email_kind("accounts.role_of_another_ends")
class RoleOfAnotherEnds(EmailToUser[AsOf[RoleAppointment]]):
    """To a manager of the authority: somebody's role ends soon, or has ended. Nothing where the end was moved."""

    template = "accounts/role_of_another_ends"
    role_id: int
    ends_on: str
    is_ahead: int

    def load(self, at: datetime, /) -> AsOf[RoleAppointment] | None:
        row = RoleAppointment.objects.select_related("user", "authority").filter(pk=self.role_id).first()
        return AsOf(row, timezone.localdate(at)) if row is not None else None

    def still_true(self, row: AsOf[RoleAppointment], /) -> bool:
        return str(row.row.ends_on) == self.ends_on

    def subject(self, row: AsOf[RoleAppointment], to: Recipient, /) -> str:
        last = last_day(date.fromisoformat(self.ends_on))
        what = _("a role ended on %(day)s") if last < row.on else _("a role ends on %(day)s")
        return subject_of(_team(row.row.authority), what % {"day": day_and_month(last)})

    def reference(self, row: AsOf[RoleAppointment], /) -> str:
        return f"role-of-another-{row.row.pk}-{self.ends_on}-{self.is_ahead}"

    def context(self, row: AsOf[RoleAppointment], /) -> Mapping[str, Any]:
        last = last_day(date.fromisoformat(self.ends_on))
        title = _lower(_(ROLES[Role(row.row.role)].title))
        return {"person": row.row.user, "title": title, "last_day": last, "is_over": last < row.on}

    def link(self, row: AsOf[RoleAppointment], to: Recipient, /) -> Link:
        return Link(_("Open the person's page"), within_authority("portal:person", row.row.user_id))

    def why(self, row: AsOf[RoleAppointment], to: Recipient, /) -> str:
        return _("You get this email because you manage the team's roles.")


@email_kind("accounts.role_withdrawn")
class RoleWithdrawn(EmailToUser[Authority]):
    """To whoever was to have a role: it was given by mistake, and taken back before it counted."""

    template = "accounts/role_withdrawn"
    role: str
    role_id: int

    def load(self, at: datetime, /) -> Authority | None:
        """None where the role is there after all, or the person does not belong to the authority in scope."""
        is_there = RoleAppointment.objects.filter(pk=self.role_id).exists()
        belongs = people_here().filter(pk=self.user_id).exists()
        return current_authority() if belongs and not is_there else None

    def subject(self, authority: Authority, to: Recipient, /) -> str:
        return subject_in(_("Your role in the %(about)s team is taken back"), authority.name)

    def reference(self, authority: Authority, /) -> str:
        return f"role-withdrawn-{self.role_id}"

    def context(self, authority: Authority, /) -> Mapping[str, Any]:
        return {"title": self._title}

    def why(self, authority: Authority, to: Recipient, /) -> str:
        return _("You get this email because it is about your role in the team.")

    @property
    def _title(self) -> str:
        return _lower(_(ROLES[Role(self.role)].title))


def _team(authority: Authority) -> str:
    return team_of(authority.name, authority.team_name)


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
