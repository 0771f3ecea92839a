"""The one service that gives, ends and withdraws appointments of any kind (decision 0020)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, ClassVar, Generic, Protocol, TypeVar, cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from accounts import rules
from accounts.models import PersonInvitation, User
from core.dates import Span
from core.models import AuthorityOwned
from core.reasons import Reason
from core.saving import save_in_words
from core.scoping import everything_in_sight


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
    model: ClassVar[type[Any]]
    end_terms: ClassVar[rules.EndTerms]
    #: Refuses to withdraw a row that others hang on. Marked for the catalogue, translated when it is raised.
    in_use: ClassVar[str] = ""
    #: The permission with which one of the team takes a row away at once (A2). Empty: it cannot be.
    taken_away_with: ClassVar[str] = ""
    #: Whether a row that was given by mistake is taken back on its first day too (A2).
    withdrawn_on_first_day: ClassVar[bool] = False

    def __init__(self) -> None:
        KINDS[self.kind] = self

    def of_person(self, person: User) -> Iterable[Row]:
        """Every row that names the person."""
        return self.model._base_manager.filter(user=person).order_by("pk")

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

    def beside(self, row: Row) -> Iterable[Span]:
        """The times that the row may not overlap, whatever refuses that."""
        return self.others(row)

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

    def record_ended(self, row: Row, *, by: User | None) -> None:
        raise NotImplementedError

    def record_withdrawn(self, row: Row, *, by: User) -> None:
        raise NotImplementedError

    def in_words(self, row: Row) -> str:
        """What the row appoints to, and where."""
        return str(row)

    def hanging_on(self, row: Row) -> Iterable[tuple[AppointmentKind[Any], Any]]:
        """What is taken away along with the row, because it cannot be without it; each locked, with its kind."""
        return ()

    def is_last_manager(self, row: Row, *, on: date) -> bool:
        """Whether the row is what makes somebody the only manager who can work."""
        return False

    def settle(self, row: Row) -> None:
        """Bring what is derived from appointments up to date."""

    def settle_person(self, person: User) -> None:
        """The same for everything of one person, after it was given to another account or taken over."""

    def tell(self, row: Row, *, by: User) -> None:
        """Ask for the emails that a person's giving brings with it (A1)."""

    def tell_end(self, row: Row, *, by: User) -> None:
        """Ask for the emails that come with an end which somebody records."""

    def tell_withdrawal(self, row: Row, *, by: User) -> None:
        """Ask for the emails that come with taking a row back; it is there still."""


#: What began longer ago than this is recorded late, and no news to whoever is appointed.
RECORDED_LATE_AFTER = timedelta(days=28)


def is_news_to(row: Appointment, *, by: User, today: date) -> bool:
    """Whether whoever is appointed is written to: not by oneself, nor where the invitation says it all."""
    is_late = row.starts_on < today - RECORDED_LATE_AFTER
    return row.user_id != by.pk and row.user.invited_to_id is None and not is_late


#: Every kind by its name, entered when it is made.
KINDS: dict[rules.Kind, AppointmentKind[Any]] = {}
#: What hangs on a person's time at a setting ends before it.
DEPENDENT_FIRST = (rules.Kind.LEADER, rules.Kind.OFFICE)


@transaction.atomic
def give_appointment(kind: AppointmentKind[Row], row: Row, *, by: User | None) -> Row:
    """Give an appointment: a new row with its person and its time. ``by`` None is the software itself.

    Raises ValidationError at the field where the shared rules or the kind's own refuse it.
    """
    kind.take_turn()
    _refuse_for_oneself(kind, rules.Step.GIVE, row, by)
    _hold_invitation(row.user)
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
    if by is not None:
        kind.tell(row, by=by)
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
    kind.tell_end(row, by=by)
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
    """Take back what is to begin after today, or today where the kind says so; it never held.

    Raises ValidationError when it has begun, or others depend on it.
    """
    kind.take_turn()
    row = kind.lock(row)
    _refuse_for_oneself(kind, rules.Step.WITHDRAW, row, by)
    _refuse(rules.refused_withdrawal(row.starts_on, today=today, on_first_day=kind.withdrawn_on_first_day))
    kind.before_withdrawal(row)
    kind.record_withdrawn(row, by=by)
    kind.tell_withdrawal(row, by=by)
    try:
        cast(AuthorityOwned, row).delete()
    except ProtectedError as refusal:
        raise ValidationError(_(kind.in_use)) from refusal
    kind.settle(row)


@everything_in_sight()
def end_everything_of(person: User, *, today: date, by: User | None) -> None:
    """End everything that a person is appointed to: a stand-in who has said no or is no longer invited, or an
    account that another one took over.

    What has not lasted a day goes, what has keeps its place in the history.
    """
    for kind in sorted(KINDS.values(), key=lambda kind: kind.kind not in DEPENDENT_FIRST):
        kind.take_turn()
        for row in [row for row in kind.of_person(person) if row.ends_on is None or row.ends_on > today]:
            _never_held(kind, row, today=today, by=by)
            kind.settle(row)


def _never_held(kind: AppointmentKind[Any], row: Any, *, today: date, by: User | None) -> None:
    if row.starts_on < today:
        _write_end(kind, row, ends_on=today, by=by)
        return
    row.ends_on = row.starts_on
    kind.record_ended(row, by=by)
    try:
        with transaction.atomic():
            row.delete()
    except ProtectedError:  # something hangs on it: it ends after its first day
        row.ends_on = row.starts_on + timedelta(days=1)
        save_in_words(row, fields=["ends_on"])


def _hold_invitation(person: User) -> None:
    """Somebody invited does not become an account while something is being given to the stand-in.

    Raises ValidationError when that has happened just now.
    """
    if person.invited_to_id is None:
        return
    if not PersonInvitation.objects.select_for_update(no_key=True).filter(user_id=person.pk).exists():
        raise ValidationError(
            _("%(person)s has just accepted the invitation. Try again.") % {"person": person}
        )


def _refuse_for_oneself(kind: AppointmentKind[Row], step: rules.Step, row: Row, by: User | None) -> None:
    _refuse(rules.refused_for_oneself(kind.kind, step, person_id=row.user_id, by_id=by.pk if by else None))


def _refuse(reason: Reason | None, *, field: str = "") -> None:
    if reason is not None:
        words = reason.in_words(_)
        raise ValidationError({field: words} if field else words)


def _write_end(kind: AppointmentKind[Row], row: Row, *, ends_on: date, by: User | None) -> None:
    row.ends_on = ends_on
    save_in_words(cast(AuthorityOwned, row), fields=["ends_on"])
    kind.record_ended(row, by=by)
