"""What a person may open in an authority on a day, in one statement: every request asks (A2)."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import connection
from django.db.models import Model
from django.db.models.options import Options

from accounts.models import Affiliation, DatedGrant, RoleAppointment, User
from core.postgres.plans import Planned

# What a row is about, beside the kinds of objects
TIE, ROLE = "tie", "role"


@dataclass(frozen=True, slots=True)
class Access:
    """Whether an authority is open to a person, and the roles and permissions on objects of a day.

    ``grants``: label of the object's model, name of the permission, id of the object.
    """

    is_open: bool
    roles: frozenset[str]
    grants: frozenset[tuple[str, str, int]]


def access_of(user: User, authority_id: int | None, on: date) -> Access:
    """Every request asks, so it is one statement, written once: the ORM takes longer to build it than
    PostgreSQL to answer. It says what ``holds_on`` and ``not_locked`` say (tests/accounts/test_access.py).
    """
    with connection.cursor() as cursor:
        statement = _statement()
        cursor.execute(statement, statement.values({"user": user.pk, "authority": authority_id, "on": on}))
        rows = cursor.fetchall()
    if (TIE, "locked", 0) in rows:
        return Access(False, frozenset(), frozenset())
    return Access(
        is_open=(TIE, "open", 0) in rows,
        roles=frozenset(name for kind, name, _pk in rows if kind == ROLE),
        grants=frozenset(row for row in rows if row[0] not in (TIE, ROLE)),
    )


@functools.cache
def _statement() -> Planned:
    of_day = (
        "authority_id = %(authority)s AND user_id = %(user)s"
        " AND starts_on <= %(on)s AND (ends_on IS NULL OR ends_on > %(on)s)"
    )
    parts = [
        f"SELECT '{TIE}', CASE WHEN locked_at IS NULL THEN 'open' ELSE 'locked' END, 0::bigint"
        f" FROM {Affiliation._meta.db_table} WHERE user_id = %(user)s AND authority_id = %(authority)s",
        f"SELECT '{ROLE}', role, 0 FROM {RoleAppointment._meta.db_table} WHERE {of_day}",
    ]
    for model in apps.get_models():
        if issubclass(model, DatedGrant):
            fields: Options[Any] = model._meta
            kind = cast("type[Model]", fields.get_field("content_object").related_model)._meta.label
            parts.append(
                f"SELECT '{kind}', codename, content_object_id FROM {fields.db_table} g"
                f" JOIN {Permission._meta.db_table} p ON p.id = g.permission_id WHERE {of_day}"
            )
    return Planned.named(" UNION ALL ".join(parts))
