"""Writes about authorities, people and roles."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Affiliation, Authority, RoleAppointment, TaskLink, User
from accounts.roles import Role
from accounts.selectors import forget_what_was_read
from accounts.signals import account_changed
from core.scoping import authority_scope, current_authority_id

DAYS_OPEN = 28


def make_link(*, purpose: str, about_id: int, email: str, at: datetime, user: User | None = None, days: int = DAYS_OPEN) -> TaskLink:
    """A link for one person and one task. Its address is ``accounts.selectors.token_of``."""
    link: TaskLink = TaskLink.objects.create(
        purpose=purpose, about_id=about_id, email=email.strip().lower(), user=user, made_at=at, expires_at=at + timedelta(days=days)
    )
    return link


@transaction.atomic
def use_link(*, link: TaskLink, at: datetime) -> None:
    """Use a link up, in the transaction of what it was for. Raises ValidationError when somebody has used it meanwhile, or it is too late."""
    link = TaskLink.objects.select_for_update().get(pk=link.pk)
    if link.used_at or link.withdrawn_at or link.expires_at <= at:
        raise ValidationError(_("This link has been used already or no longer works."))
    link.used_at = at
    link.save(update_fields=["used_at"])


def take_back_links(*, purpose: str, about_id: int, at: datetime) -> int:
    """End every open link of a task that has gone; answers how many."""
    waiting = TaskLink.objects.filter(purpose=purpose, about_id=about_id, used_at=None, withdrawn_at=None)
    return waiting.update(withdrawn_at=at)


@transaction.atomic
def create_authority(*, name: str, slug: str, by: User | None = None, **fields: Any) -> Authority:
    """Make a tenant. Raises ValidationError for a name or address that is taken, reserved or malformed."""
    authority = Authority(name=name, slug=slug, **fields)
    authority.full_clean()
    authority.save()
    with authority_scope(authority):
        account_changed.send(Authority, action="authority_created", about=authority, by=by, facts={})
    return authority


@transaction.atomic
def change_authority(*, authority: Authority, by: User, changes: dict[str, Any]) -> Authority:
    """Change the authority's own settings (brand, contacts, safeguarding routes)."""
    before = {name: getattr(authority, name) for name in changes}
    for name, value in changes.items():
        setattr(authority, name, value)
    authority.full_clean()
    authority.save(update_fields=list(changes))
    _forget_address(authority.slug)
    facts = {name: [str(before[name]), str(changes[name])] for name in changes if before[name] != changes[name]}
    account_changed.send(Authority, action="authority_changed", about=authority, by=by, facts=facts)
    return authority


def _forget_address(slug: str) -> None:
    """Take the authority out of the cache: now, for this request, and at commit, since another request may have read the old row."""
    cache.delete(f"authority:{slug}")
    transaction.on_commit(lambda: cache.delete(f"authority:{slug}"))


@transaction.atomic
def register_person(*, email: str, full_name: str, by: User | None = None, password: str | None = None) -> User:
    """The account with this e-mail address, made if there is none, affiliated to the authority in scope.

    An account without a password signs in by a one-time code. An existing person's name is left as it is.
    """
    email = email.strip().lower()
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email=email, full_name=full_name.strip(), password=password)
        EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    _made_here = Affiliation.objects.get_or_create(user=user, authority_id=current_authority_id())[1]
    if _made_here:
        account_changed.send(User, action="person_added", about=user, by=by, facts={})
    return user


@transaction.atomic
def appoint_to_role(*, user: User, role: str, starts_on: date, ends_on: date | None = None, by: User | None) -> RoleAppointment:
    """Give a role over the whole authority from a date. Raises ValidationError when the person has it already or the dates are wrong."""
    Affiliation.objects.get_or_create(user=user, authority_id=current_authority_id())
    if by is not None and by.pk == user.pk:
        raise ValidationError(_("You cannot give yourself a role. Ask another manager."))
    clash = RoleAppointment.objects.select_for_update().filter(user=user, role=role)
    if any((a.ends_on is None or a.ends_on > starts_on) and (ends_on is None or a.starts_on < ends_on) for a in clash):
        raise ValidationError({"role": _("%(person)s already has this role in that time.") % {"person": user}})
    appointment = RoleAppointment(user=user, role=Role(role), starts_on=starts_on, ends_on=ends_on, appointed_by=by)
    appointment.claim_authority()
    appointment.full_clean()
    appointment.save()
    forget_what_was_read(user)
    facts = {"person": str(user), "role": appointment.get_role_display(), "from": starts_on, "until": ends_on}
    account_changed.send(RoleAppointment, action="role_given", about=appointment, by=by, facts=facts)
    return appointment


@transaction.atomic
def end_role(*, appointment_id: int, ends_on: date, by: User) -> RoleAppointment:
    """End a role: ``ends_on`` is the first day without it. A second person ends a manager's role, never the manager alone."""
    appointment = RoleAppointment.objects.select_for_update(of=("self",)).select_related("user").get(pk=appointment_id)
    if appointment.user_id == by.pk:
        raise ValidationError(_("You cannot end your own role. Ask another manager."))
    appointment.ends_on = ends_on
    appointment.full_clean()
    appointment.save(update_fields=["ends_on"])
    facts = {"person": str(appointment.user), "role": appointment.get_role_display(), "until": ends_on}
    account_changed.send(RoleAppointment, action="role_ended", about=appointment, by=by, facts=facts)
    return appointment
