"""What nobody changes any more: triggers that hold whoever writes, bulk and raw writes included."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models

#: A run from its approval on (`rules.runs.FIXED`).
APPROVED_STATES = ("approved", "exported", "paid", "closed")
_STATES = ", ".join(f"'{state}'" for state in APPROVED_STATES)
_RAISED = "USING ERRCODE = 'restrict_violation';"


def _without(row: str, columns: tuple[str, ...]) -> str:
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
                IF {_without("OLD", free)} = {_without("NEW", free)} THEN RETURN NEW; END IF;
            END IF;
            RAISE EXCEPTION 'what was recorded stays as it is' {_RAISED}
        """,
    )


def kept_with_run(*, people: tuple[str, ...] = ()) -> list[pgtrigger.Trigger]:
    """Refuse to add, change or delete a row of an approved run. The run is locked while it is looked at:
    nothing is added to it at the moment in which it is approved. Additions are asked once a statement.
    """
    fixed = "SELECT 1 FROM supplement_run AS r WHERE (r.authority_id, r.id) IN ({runs}) ORDER BY r.id FOR SHARE OF r"
    refused = f"RAISE EXCEPTION 'an approved run stays as it is' {_RAISED}"
    added = "SELECT DISTINCT n.authority_id, n.run_id FROM added AS n"
    looked = f"""
        PERFORM 1 FROM ({fixed}) AS locked;
        PERFORM 1 FROM supplement_run AS r
          WHERE (r.authority_id, r.id) IN ({{runs}}) AND r.state IN ({_STATES});
        IF FOUND THEN {refused} END IF;
    """
    return [
        pgtrigger.Trigger(
            name="approved_is_kept",
            when=pgtrigger.Before,
            operation=pgtrigger.Update | pgtrigger.Delete,
            func=f"""
                IF TG_OP = 'UPDATE' THEN
                    IF {_without("OLD", people)} = {_without("NEW", people)} THEN RETURN NEW; END IF;
                END IF;
                {looked.format(runs="SELECT OLD.authority_id, OLD.run_id")}
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                {looked.format(runs="SELECT NEW.authority_id, NEW.run_id")}
                RETURN NEW;
            """,
        ),
        pgtrigger.Trigger(
            name="added_before_approval",
            when=pgtrigger.After,
            level=pgtrigger.Statement,
            operation=pgtrigger.Insert,
            referencing=pgtrigger.Referencing(new="added"),  # type: ignore[no-untyped-call]
            func=f"{looked.format(runs=added)} RETURN NULL;",
        ),
    ]


def person(label: object, *, null: bool = False) -> models.ForeignKey:  # type: ignore[type-arg]
    """Who did it. ``null``: nobody has yet, or it was the product itself."""
    blank = {"null": True, "blank": True} if null else {}
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=label, **blank
    )
