"""The one place that turns appointments into guardian's dated rows.

A row holds between its dates by itself (accounts.models.DatedGrant), so a permission ends on its day whatever
job runs or does not run. Rows that were given by hand (``is_exceptional``) are never touched.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, cast

from django.contrib.auth.models import Permission
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_noop

from accounts.models import Authority, DatedGrant, User
from accounts.permissions import Permission as AccountPermission
from accounts.services.appointments import AppointmentKind, Row, is_news_to
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import CollaborationGrant
from core.scoping import current_authority_id
from documents.services.outbox import send_email
from memberships.emails.appointing import AppointedByTeam, Welcomed
from memberships.rules.permissions import DatedPermission, DerivedPermissions, permissions_from
from memberships.selectors.permissions import appointments_of
from memberships.selectors.telling import Appointed, leaders_to_tell
from providers.models import ProviderGrant


@dataclass(frozen=True, slots=True)
class Drift:
    """How the rows differ from what the appointments say."""

    missing: tuple[tuple[type[DatedGrant], DatedPermission], ...]
    surplus: tuple[tuple[type[DatedGrant], int], ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.surplus)


def take_turn() -> None:
    """Wait until no one else in this authority is changing members,
    people or leaders; held to the end of the transaction.

    What is read after this is what the others have committed, so permissions are never derived from half of
    two changes.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('memberships'), %s)", [current_authority_id()])


def drift(*, user_ids: Collection[int] | None = None) -> Drift:
    """What is missing and what is too much, for these people or (None) for everybody. Changes nothing."""
    wanted = _wanted(user_ids)
    missing: list[tuple[type[DatedGrant], DatedPermission]] = []
    surplus: list[tuple[type[DatedGrant], int]] = []
    for model, permissions in (
        (CollaborationGrant, wanted.on_collaborations),
        (ProviderGrant, wanted.on_settings),
    ):
        there = _rows(model, user_ids)
        missing += [(model, permission) for permission in sorted(permissions - there.keys(), key=str)]
        surplus += [(model, row_id) for permission, row_id in there.items() if permission not in permissions]
    return Drift(tuple(missing), tuple(surplus))


@transaction.atomic
def settle_permissions(*, user_ids: Collection[int] | None = None) -> Drift:
    """Make the derived rows of these people (None: everybody) what their appointments say.

    Again, it changes nothing.
    """
    take_turn()
    found = drift(user_ids=user_ids)
    for model in {model for model, _row in found.surplus}:
        model.all_dates.filter(pk__in=[row_id for of, row_id in found.surplus if of is model]).delete()
    for model in {model for model, _permission in found.missing}:
        ids = _permission_ids(model)
        model.all_dates.bulk_create(
            _row(model, permission, ids) for of, permission in found.missing if of is model
        )
    return found


@transaction.atomic
def check_permissions() -> Drift:
    """The nightly check of one authority: what differs is put right and
    written to the audit log, by the software itself.
    """
    found = settle_permissions()
    if found:
        authority = Authority.objects.get(pk=current_authority_id())
        record(
            Action.PERMISSIONS_REPAIRED,
            about=authority,
            by=None,
            missing=len(found.missing),
            surplus=len(found.surplus),
        )
    return found


class KindWithPermissions(AppointmentKind[Row]):
    """An appointment that permissions are derived from, and the lock
    and the derivation that all of these share.
    """

    in_use = gettext_noop("Somebody leads or holds an office for this member. End that first.")

    def take_turn(self) -> None:
        take_turn()

    def record_withdrawn(self, row: Row, *, by: User) -> None:
        record(Action.WITHDRAWN, about=cast(Model, row), by=by, **{"from": row.starts_on})

    def settle(self, row: Row) -> None:
        settle_permissions(user_ids=[row.user_id])

    def settle_person(self, person: User) -> None:
        settle_permissions(user_ids=[person.pk])

    def tell(self, row: Row, *, by: User) -> None:
        """Whoever is appointed hears of it; what the authority does in a group, the group's leaders do (A1).

        Somebody who is invited has the invitation, and gets no second email; what is recorded long
        afterwards is no news.
        """
        about: dict[str, Any] = {"kind": self.kind.value, "row_id": row.pk, "by_id": by.pk}
        if is_news_to(row, by=by, today=timezone.localdate()):
            send_email(Welcomed(user_id=row.user_id, **about))
        if not by.has_perm(AccountPermission.CHANGE_MEMBERS):
            return
        for leader in leaders_to_tell(cast(Appointed, row), on=timezone.localdate()).exclude(pk=by.pk):
            send_email(AppointedByTeam(user_id=leader.pk, **about))


def _wanted(user_ids: Collection[int] | None) -> DerivedPermissions:
    return permissions_from(*appointments_of(user_ids))


def _rows(model: type[DatedGrant], user_ids: Collection[int] | None) -> dict[DatedPermission, int]:
    rows = model.all_dates.filter(is_exceptional=False)
    if user_ids is not None:
        rows = rows.filter(user_id__in=user_ids)
    fields = ("user_id", "content_object_id", "permission__codename", "starts_on", "ends_on", "pk")
    return {DatedPermission(*facts): row_id for *facts, row_id in rows.order_by("pk").values_list(*fields)}


def _permission_ids(model: type[DatedGrant]) -> dict[str, int]:
    row: Any = model
    about = row._meta.get_field("content_object").related_model
    names = Permission.objects.filter(
        content_type__app_label=about._meta.app_label, content_type__model=about._meta.model_name
    )
    return dict(names.values_list("codename", "pk"))


def _row(model: Any, permission: DatedPermission, permission_ids: dict[str, int]) -> DatedGrant:
    row: DatedGrant = model(
        user_id=permission.user_id,
        content_object_id=permission.object_id,
        permission_id=permission_ids[permission.permission],
        starts_on=permission.starts_on,
        ends_on=permission.ends_on,
    )
    return row
