"""Which tables an authority owns, and the keys between them."""

from __future__ import annotations

from django.apps import apps
from django.db import models

#: Tables with an authority column that are not one authority's data, each with its reason.
GLOBAL_TABLES = {
    "accounts_affiliation": "read at sign-in, before any authority is in scope; holds ids only",
    "accounts_securityevent": "a sign-in may be at no authority's address; read through one selector",
    "documents_outboxmessage": "the relay serves all authorities; holds ids only",
}

_STAGED = (
    "rows of a file that wait for their load: nothing points at one, and they are read and dropped by"
    " authority"
)
#: Owned tables without a primary key, and so without a model, each with its reason; and the partitions that
#: take their COPY.
KEYLESS_TABLES = {
    f"{table}{partition}": _STAGED
    for table in ("ofsted_stagedsetting", "ofsted_stagedinspection", "ofsted_stagedgone")
    for partition in ("", "_copied")
}


def owned_models() -> list[type[models.Model]]:
    """Every model whose rows an authority owns, guardian's and pghistory's included."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        and model._meta.db_table not in GLOBAL_TABLES
        and any(field.column == "authority_id" for field in model._meta.local_concrete_fields)
    ]


def owned_relations() -> list[tuple[type[models.Model], models.ForeignKey]]:
    """(model, field) of each key from an owned table to an owned
    table, history tables excepted (they keep the past).
    """
    owned = set(owned_models())
    return [
        (model, field)
        for model in owned
        if not hasattr(model, "pgh_tracked_model")
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model in owned
    ]


def owned_foreign_keys() -> list[tuple[str, str]]:
    """(table, column) of each of ``owned_relations``."""
    return [(model._meta.db_table, str(field.column)) for model, field in owned_relations()]
