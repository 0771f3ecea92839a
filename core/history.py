"""Row history by database triggers (pghistory): the old row is kept at
each update and delete, bulk and raw writes included.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pghistory
from django.db import models
from django_scopes import ScopedManager
from pghistory.models import EventQuerySet

from core.models import OwnedForeignKey, OwnedOneToOneField


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
