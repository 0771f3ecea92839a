"""What nobody changes any more: triggers that hold whoever writes, bulk and raw writes included."""

from __future__ import annotations

import pgtrigger

from core.history import REFUSED, without

#: A run from its approval on (`rules.runs.FIXED`).
APPROVED_STATES = ("approved", "exported", "paid", "closed")
_STATES = ", ".join(f"'{state}'" for state in APPROVED_STATES)


def kept_with_run(*, people: tuple[str, ...] = ()) -> list[pgtrigger.Trigger]:
    """Refuse to add, change or delete a row of an approved run. The run is locked while it is looked at:
    nothing is added to it at the moment in which it is approved. Additions are asked once a statement.
    """
    fixed = "SELECT 1 FROM supplement_run AS r WHERE (r.authority_id, r.id) IN ({runs}) ORDER BY r.id FOR SHARE OF r"
    refused = f"RAISE EXCEPTION 'an approved run stays as it is' {REFUSED}"
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
                    IF {without("OLD", people)} = {without("NEW", people)} THEN RETURN NEW; END IF;
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
