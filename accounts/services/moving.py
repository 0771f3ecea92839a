"""Everything of the authority in scope that names one account, given to another (decisions 0028 and 0049)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.db import IntegrityError, models, transaction
from django.db.models.fields.reverse_related import ForeignObjectRel

from accounts.decisions import Correction
from accounts.models import AccountNotice, PersonInvitation, TaskLink, User
from accounts.rules import overlaps
from accounts.services.appointments import KINDS, AppointmentKind
from core.dates import Span
from core.grants import is_insert_only
from core.models import AuthorityOwned
from core.scoping import everything_in_sight


class Relation(NamedTuple):
    """A foreign key to a person."""

    model: type[models.Model]
    field: str


#: What stays with an account that another one of the same person takes over, and why.
KEPT_BY_ACCOUNT: Mapping[Relation, str] = {
    Relation(AccountNotice, "user"): "was told to this account's own address",
    Relation(TaskLink, "user"): "went to this account's own address, and ends",
    Relation(PersonInvitation, "user"): "says how this account came here",
    Relation(Correction, "user"): "says what was done with this account",
    Relation(Correction, "into"): "says what was done with this account",
}


def relations_to_people() -> Iterator[Relation]:
    """Every foreign key to a person, of whichever app, also those that no name leads back by."""
    for each in User._meta.get_fields(include_hidden=True):
        if isinstance(each, ForeignObjectRel):
            model: Any = each.related_model
            yield Relation(model, each.field.name)


def is_moved(relation: Relation) -> bool:
    """Whether rows are given to the other account: what an authority owns and may change.

    Of what is only ever inserted, such as the audit log, each row keeps the account that it was written with.
    """
    return issubclass(relation.model, AuthorityOwned) and not is_insert_only(relation.model._meta.db_table)


@everything_in_sight()
def put_in_place(person: User, *, of: User) -> None:
    """Give everything of this authority that names a stand-in, or an account that leaves it, to a person who
    has nothing here.
    """
    for relation in filter(is_moved, relations_to_people()):
        _rows(relation, of).update(**{relation.field: person})


@everything_in_sight()
def take_over(person: User, *, of: User) -> None:
    """Give everything of this authority that names one account to another that has rows of its own here.

    What both have (a role at the same time, a preference) stays with the account that is taken over.
    """
    kinds = {kind.model: kind for kind in KINDS.values()}
    for relation in filter(is_moved, relations_to_people()):
        if relation in KEPT_BY_ACCOUNT:
            continue
        kind = kinds.get(relation.model) if relation.field == "user" else None
        if kind is not None:
            for row in kind.of_person(of):
                if not collides(kind, row, person):
                    _give(relation, row.pk, person)
        elif not _give_all(relation, person, of):
            for pk in _rows(relation, of).values_list("pk", flat=True):
                _give(relation, pk, person)


def collides(kind: AppointmentKind[Any], row: Any, person: User) -> bool:
    """Whether a person has something of a kind already at the time of another account's row."""
    before, row.user = row.user, person
    try:
        return overlaps(Span(row.starts_on, row.ends_on), kind.beside(row))
    finally:
        row.user = before


def _rows(relation: Relation, person: User) -> models.QuerySet[Any]:
    return relation.model._base_manager.filter(**{relation.field: person})


def _give_all(relation: Relation, person: User, of: User) -> bool:
    """In one statement, which a row that both have refuses as a whole."""
    try:
        with transaction.atomic():
            _rows(relation, of).update(**{relation.field: person})
    except IntegrityError:
        return False
    return True


def _give(relation: Relation, pk: int, person: User) -> None:
    try:
        with transaction.atomic():
            relation.model._base_manager.filter(pk=pk).update(**{relation.field: person})
    except IntegrityError:
        pass  # the person has such a row already: it stays where it is
