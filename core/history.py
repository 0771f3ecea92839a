"""Row history by database triggers (pghistory): the old row is kept at
each update and delete, bulk and raw writes included.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django_scopes import ScopedManager
from pghistory.models import EventQuerySet

from core.models import OwnedForeignKey, OwnedOneToOneField

#: How a trigger that refuses ends its sentence.
REFUSED = "USING ERRCODE = 'restrict_violation';"


class OwnedHistory(pghistory.models.Event):
    """Base of every history table: isolated by authority as the rows it remembers."""

    pgh_id = models.BigAutoField(primary_key=True)
    objects: Any = ScopedManager(  # type: ignore[misc]
        authority="authority_id", _manager_class=models.Manager.from_queryset(EventQuerySet)
    )

    class Meta:
        abstract = True


def keep_history(*, exclude: list[str] | None = None) -> Callable[[type[models.Model]], type[models.Model]]:
    """Class decorator.

    The table is called ``<model>_history``; who did it stands in ``pgh_context`` as ``{"user": id}``.
    """

    def decorate(model: type[models.Model]) -> type[models.Model]:
        name = f"{model.__name__}History"
        options: dict[str, Any] = {
            "db_table": f"{model._meta.db_table}_history",
            "base_manager_name": "objects",
        }
        return pghistory.track(
            pghistory.UpdateEvent(row="OLD"),
            pghistory.DeleteEvent(),
            model_name=name,
            base_model=OwnedHistory,
            context_field=pghistory.ContextJSONField(),
            context_id_field=None,  # type: ignore[arg-type]
            obj_field=None,
            exclude=exclude,
            attrs={
                "pgh_obj": OwnedForeignKey(model, models.DO_NOTHING, related_name="history"),
                **_one_to_one(model, exclude or []),
            },
            meta=options,
        )(model)

    return decorate


def _one_to_one(model: type[models.Model], exclude: list[str]) -> dict[str, OwnedForeignKey]:
    """Many rows of a history have one row's key. pghistory turns other fields into their like by itself, and
    these into plain keys.
    """
    return {
        field.name: OwnedForeignKey(
            field.remote_field.model,
            models.DO_NOTHING,
            null=field.null,
            related_name="+",
            related_query_name="+",
        )
        for field in model._meta.local_fields
        if isinstance(field, OwnedOneToOneField) and field.name not in exclude
    }


def without(row: str, columns: tuple[str, ...]) -> str:
    """A row of a trigger, in SQL, without what may change."""
    names = ",".join(columns)
    return f"(to_jsonb({row}) - '{{{names}}}'::text[])"


def only_added(*, people: tuple[str, ...] = (), also: tuple[str, ...] = ()) -> pgtrigger.Trigger:
    """Refuse to change or delete a row. ``people``: columns that name a person, who may become another
    account's by a merge; ``also``: columns that are filled in later.
    """
    free = (*people, *also)
    return pgtrigger.Trigger(
        name="only_added",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'UPDATE' THEN
                IF {without("OLD", free)} = {without("NEW", free)} THEN RETURN NEW; END IF;
            END IF;
            RAISE EXCEPTION 'what was recorded stays as it is' {REFUSED}
        """,
    )


def person(label: Any, *, null: bool = False) -> models.ForeignKey:
    """Who did it. ``null``: nobody has yet, or it was the product itself."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=label,
        null=null,
        blank=null,
    )
