"""Writes about authorities, people and roles, and the one service that
gives, ends and withdraws appointments of any kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Generic, Protocol, TypeVar, cast

from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts import rules
from accounts.models import Affiliation, Authority, RoleAppointment, TaskLink, User
from accounts.roles import Role
from accounts.selectors import forget_what_was_read
from accounts.signals import account_changed
from core.dates import Span
from core.models import AuthorityOwned
from core.reasons import Reason
from core.saving import save_in_words
from core.scoping import authority_scope, current_authority_id

DAYS_OPEN = 28


def make_link(
    *, purpose: str, about_id: int, email: str, at: datetime, user: User | None = None, days: int = DAYS_OPEN
) -> TaskLink:
    """A link for one person and one task. Its address is ``accounts.selectors.token_of``."""
    link: TaskLink = TaskLink.objects.create(
        purpose=purpose,
        about_id=about_id,
        email=email.strip().lower(),
        user=user,
        made_at=at,
        expires_at=at + timedelta(days=days),
    )
    return link


@transaction.atomic
def use_link(*, link: TaskLink, at: datetime) -> None:
    """Use a link up, in the transaction of what it was for.

    Raises ValidationError when somebody has used it meanwhile, or it is too late.
    """
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
    facts = {
        name: [str(before[name]), str(changes[name])] for name in changes if before[name] != changes[name]
    }
    account_changed.send(Authority, action="authority_changed", about=authority, by=by, facts=facts)
    return authority


def _forget_address(slug: str) -> None:
    """Take the authority out of the cache: now, for this request, and at commit, since another request may
    have read the old row.
    """
    cache.delete(f"authority:{slug}")
    transaction.on_commit(lambda: cache.delete(f"authority:{slug}"))


@transaction.atomic
def register_person(
    *, email: str, full_name: str, by: User | None = None, password: str | None = None
) -> User:
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


class Appointment(Protocol):
    """A row that says what a person is appointed to, ``[starts_on, ends_on)``."""

    pk: Any
    user: Any
    user_id: Any
    starts_on: Any
    ends_on: Any


Row = TypeVar("Row", bound=Appointment)


class AppointmentKind(Generic[Row]):
    """What one kind of appointment asks and does beyond the rules that all share (``accounts.rules``).

    ``give_appointment``, ``end_appointment`` and ``withdraw_appointment`` call these in their one
    transaction.
    """

    kind: ClassVar[rules.Kind]
    end_terms: ClassVar[rules.EndTerms]
    #: Refuses to withdraw a row that others hang on. Marked for the catalogue, translated when it is raised.
    in_use: ClassVar[str] = ""

    def take_turn(self) -> None:
        """Lock what two changes at once could race for, before anything is read."""

    def lock(self, row: Row) -> Row:
        """The row as it is committed, locked to the end of the transaction."""
        raise NotImplementedError

    def check(self, row: Row) -> Mapping[str, Any]:
        """Raise ValidationError where the kind refuses to give the row.

        Returns what is kept beside the audit entry.
        """
        return {}

    def same(self, row: Row) -> Row | None:
        """The row that is there already, where giving twice is giving once."""
        return None

    def others(self, row: Row) -> Iterable[Span]:
        """The times that the row may not overlap, where no constraint of the table refuses that."""
        return ()

    def clash(self, row: Row) -> dict[str, str]:
        """What an overlap is called, by field."""
        raise NotImplementedError

    def save(self, row: Row) -> Row:
        """Insert a row that may be given."""
        save_in_words(cast(AuthorityOwned, row), clash=self.clash(row))
        return row

    def before_end(self, row: Row, *, ends_on: date, by: User) -> None:
        """End what cannot last longer than the row."""

    def before_withdrawal(self, row: Row) -> None:
        """Raise ValidationError where something hangs on the row."""

    def too_late_to_end(self, row: Row) -> str:
        """What refuses to end a row along with something else before its first day."""
        raise NotImplementedError

    def record_given(self, row: Row, *, by: User | None, details: Mapping[str, Any]) -> None:
        raise NotImplementedError

    def record_ended(self, row: Row, *, by: User) -> None:
        raise NotImplementedError

    def record_withdrawn(self, row: Row, *, by: User) -> None:
        raise NotImplementedError

    def settle(self, row: Row) -> None:
        """Bring what is derived from appointments up to date."""


@transaction.atomic
def give_appointment(kind: AppointmentKind[Row], row: Row, *, by: User | None) -> Row:
    """Give an appointment: a new row with its person and its time. ``by`` None is the software itself.

    Raises ValidationError at the field where the shared rules or the kind's own refuse it.
    """
    kind.take_turn()
    _refuse_for_oneself(kind, rules.Step.GIVE, row, by)
    details = kind.check(row)
    if (same := kind.same(row)) is not None:
        return same
    time = Span(row.starts_on, row.ends_on)
    _refuse(rules.refused_time(time), field="ends_on")
    if rules.overlaps(time, kind.others(row)):
        raise ValidationError(cast(dict[str, Any], kind.clash(row)))
    row = kind.save(row)
    kind.record_given(row, by=by, details=details)
    kind.settle(row)
    return row


@transaction.atomic
def end_appointment(kind: AppointmentKind[Row], row: Row, *, ends_on: date, by: User) -> Row:
    """Record that ``ends_on`` is the first day without the appointment. The same end again changes nothing.

    Raises ValidationError at "ends_on" where the kind's terms refuse the day.
    """
    kind.take_turn()
    row = kind.lock(row)
    _refuse_for_oneself(kind, rules.Step.END, row, by)
    if row.ends_on == ends_on:
        return row
    _refuse(rules.refused_end(Span(row.starts_on, row.ends_on), ends_on, kind.end_terms), field="ends_on")
    kind.before_end(row, ends_on=ends_on, by=by)
    _write_end(kind, row, ends_on=ends_on, by=by)
    kind.settle(row)
    return row


def end_appointments_along(
    kind: AppointmentKind[Row], rows: Iterable[Row], *, ends_on: date, by: User, field: str
) -> None:
    """End rows, locked by the caller, along with what they hang on;
    rows that have ended by then stay as they are.

    The caller settles what is derived. Raises ValidationError at ``field`` when a row begins only then or
    later.
    """
    for row in rows:
        if row.ends_on is not None and row.ends_on <= ends_on:
            continue
        if row.starts_on >= ends_on:
            raise ValidationError({field: kind.too_late_to_end(row)})
        _write_end(kind, row, ends_on=ends_on, by=by)


@transaction.atomic
def withdraw_appointment(kind: AppointmentKind[Row], row: Row, *, today: date, by: User) -> None:
    """Take back what is to begin after today.

    Raises ValidationError when it has begun, or others depend on it.
    """
    kind.take_turn()
    row = kind.lock(row)
    _refuse_for_oneself(kind, rules.Step.WITHDRAW, row, by)
    _refuse(rules.refused_withdrawal(row.starts_on, today=today))
    kind.before_withdrawal(row)
    kind.record_withdrawn(row, by=by)
    try:
        cast(AuthorityOwned, row).delete()
    except ProtectedError as refusal:
        raise ValidationError(_(kind.in_use)) from refusal
    kind.settle(row)


def _refuse_for_oneself(kind: AppointmentKind[Row], step: rules.Step, row: Row, by: User | None) -> None:
    _refuse(rules.refused_for_oneself(kind.kind, step, person_id=row.user_id, by_id=by.pk if by else None))


def _refuse(reason: Reason | None, *, field: str = "") -> None:
    if reason is not None:
        words = reason.in_words(_)
        raise ValidationError({field: words} if field else words)


def _write_end(kind: AppointmentKind[Row], row: Row, *, ends_on: date, by: User) -> None:
    row.ends_on = ends_on
    save_in_words(cast(AuthorityOwned, row), fields=["ends_on"])
    kind.record_ended(row, by=by)


class RoleKind(AppointmentKind[RoleAppointment]):
    """Roles over the whole authority.

    A second person gives and ends a manager's role, never the manager alone.
    """

    kind = rules.Kind.ROLE
    end_terms = rules.EndTerms(too_early=gettext_noop("The day must be after %(day)s, the first one."))

    def lock(self, row: RoleAppointment) -> RoleAppointment:
        return RoleAppointment.objects.select_for_update(of=("self",)).select_related("user").get(pk=row.pk)

    def check(self, row: RoleAppointment) -> Mapping[str, Any]:
        Affiliation.objects.get_or_create(user=row.user, authority_id=current_authority_id())
        return {}

    def others(self, row: RoleAppointment) -> Iterable[Span]:
        rows = RoleAppointment.objects.select_for_update().filter(user=row.user, role=row.role)
        return [Span(other.starts_on, other.ends_on) for other in rows]

    def clash(self, row: RoleAppointment) -> dict[str, str]:
        return {"role": _("%(person)s already has this role in that time.") % {"person": row.user}}

    def record_given(self, row: RoleAppointment, *, by: User | None, details: Mapping[str, Any]) -> None:
        self._record("role_given", row, by=by, **{"from": row.starts_on})

    def record_ended(self, row: RoleAppointment, *, by: User) -> None:
        self._record("role_ended", row, by=by)

    def settle(self, row: RoleAppointment) -> None:
        forget_what_was_read(row.user)

    def _record(self, action: str, row: RoleAppointment, *, by: User | None, **facts: object) -> None:
        facts = {"person": str(row.user), "role": row.get_role_display(), "until": row.ends_on, **facts}
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
