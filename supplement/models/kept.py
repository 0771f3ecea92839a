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


def agreed_and_taken_back() -> pgtrigger.Trigger:
    """A correction is agreed once, by another than whoever added it, and taken back once, until the run that
    carries it is approved. An approved run keeps what it carries.
    """
    return pgtrigger.Trigger(
        name="agreed_by_another",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF OLD.agreed_at IS DISTINCT FROM NEW.agreed_at
               AND (OLD.agreed_at IS NOT NULL OR NEW.agreed_by_id IS NOT DISTINCT FROM NEW.by_id)
            THEN RAISE EXCEPTION 'a second person agrees, once' {REFUSED} END IF;
            IF OLD.taken_back_at IS NOT NULL AND (OLD.taken_back_at, OLD.taken_back_words, OLD.run_id)
               IS DISTINCT FROM (NEW.taken_back_at, NEW.taken_back_words, NEW.run_id)
            THEN RAISE EXCEPTION 'what was taken back stays so' {REFUSED} END IF;
            IF OLD.run_id IS NOT NULL AND OLD.run_id IS DISTINCT FROM NEW.run_id THEN
                PERFORM 1 FROM supplement_run AS r
                  WHERE r.authority_id = OLD.authority_id AND r.id = OLD.run_id AND r.state IN ({_STATES});
                IF FOUND THEN RAISE EXCEPTION 'an approved run keeps what it carries' {REFUSED} END IF;
            END IF;
            RETURN NEW;
        """,
    )


def only_in_open_period(periods: str, *, changed: tuple[str, ...] = ()) -> list[pgtrigger.Trigger]:
    """Refuse to add rows about a period that finance has closed, and to change what counts of them. The
    period is held while it is looked at: it is not closed at that moment. Asked once a statement.

    ``periods``: SQL of authority and period of ``{rows}`` AS n; ``changed``: the columns that count.
    """
    func = f"""
        PERFORM 1 FROM supplement_schemeperiod AS p
          WHERE (p.authority_id, p.id) IN ({periods}) ORDER BY p.id FOR KEY SHARE OF p;
        PERFORM 1 FROM supplement_periodclosing AS c
          WHERE c.reopened_at IS NULL AND (c.authority_id, c.period_id) IN ({periods});
        IF FOUND THEN RAISE EXCEPTION 'a closed period stays as it is' {REFUSED} END IF;
        RETURN NULL;
    """
    triggers = [
        pgtrigger.Trigger(
            name="added_in_open_period",
            when=pgtrigger.After,
            level=pgtrigger.Statement,
            operation=pgtrigger.Insert,
            referencing=pgtrigger.Referencing(new="added"),  # type: ignore[no-untyped-call]
            func=func.replace("{rows}", "added").replace("{changed}", ""),
        )
    ]
    if changed:
        old, new = (", ".join(f"{row}.{name}" for name in changed) for row in ("o", "n"))
        differs = (
            "JOIN before AS o ON o.authority_id = n.authority_id AND o.id = n.id"
            f" WHERE ({old}) IS DISTINCT FROM ({new})"
        )
        triggers.append(
            pgtrigger.Trigger(
                name="changed_in_open_period",
                when=pgtrigger.After,
                level=pgtrigger.Statement,
                operation=pgtrigger.Update,
                referencing=pgtrigger.Referencing(old="before", new="later"),  # type: ignore[no-untyped-call]
                func=func.replace("{rows}", "later").replace("{changed}", differs),
            )
        )
    return triggers
