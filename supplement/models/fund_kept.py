"""S10: what the database itself refuses about a fund, whoever writes, raw and bulk writes included.

What adds a promise locks the collaboration's row first, so that of two at once the second sees the first.
"""

from __future__ import annotations

import pgtrigger

from supplement.models.kept import APPROVED_STATES

_RAISED = "USING ERRCODE = 'restrict_violation';"
_APPROVED = ", ".join(f"'{state}'" for state in APPROVED_STATES)
#: Entries that make a fund larger (`rules.fund.COMES_IN`).
_COMES_IN = "('opening', 'received', 'from_leaver', 'from_group')"
#: What came less what went, less what open decisions keep and closed ones have spent, less the shares of
#: leavers that the next run takes off. Of ``NEW``'s fund.
_NOT_MORE_THAN_FREE = f"""
    PERFORM 1 FROM collaborations_collaboration AS c
      WHERE c.authority_id = NEW.authority_id AND c.id = NEW.collaboration_id FOR NO KEY UPDATE;
    IF (SELECT COALESCE(sum(CASE WHEN e.kind IN {_COMES_IN} THEN e.pence ELSE -e.pence END), 0)
          FROM supplement_fundentry AS e
         WHERE e.authority_id = NEW.authority_id AND e.collaboration_id = NEW.collaboration_id)
     - (SELECT COALESCE(sum(d.pence), 0) FROM supplement_spendingdecision AS d
         WHERE d.authority_id = NEW.authority_id AND d.collaboration_id = NEW.collaboration_id
           AND d.closed_at IS NULL)
     - (SELECT COALESCE(sum(s.pence), 0)
          FROM supplement_spendingdecision AS d
          JOIN supplement_spending AS s ON s.authority_id = d.authority_id AND s.decision_id = d.id
         WHERE d.authority_id = NEW.authority_id AND d.collaboration_id = NEW.collaboration_id
           AND d.closed_at IS NOT NULL AND s.paid_on IS NOT NULL AND s.taken_back_at IS NULL)
     + (SELECT COALESCE(sum(a.pence), 0)
          FROM supplement_claim AS k
          JOIN supplement_adjustment AS a ON a.authority_id = k.authority_id AND a.claim_id = k.id
          LEFT JOIN supplement_run AS r ON r.authority_id = a.authority_id AND r.id = a.run_id
         WHERE k.authority_id = NEW.authority_id AND k.collaboration_id = NEW.collaboration_id
           AND a.settlement_id IS NOT NULL AND a.pence < 0 AND a.taken_back_at IS NULL
           AND (r.id IS NULL OR r.state NOT IN ({_APPROVED})))
     < 0
    THEN RAISE EXCEPTION 'no more than what is free' {_RAISED} END IF;
    RETURN NULL;
"""


def _without(row: str, columns: tuple[str, ...]) -> str:
    return f"(to_jsonb({row}) - '{{{','.join(columns)}}}'::text[])"


def never_overdrawn(condition: str = "") -> pgtrigger.Trigger:
    """Refuse a new row that would leave a fund with less than nothing free."""
    return pgtrigger.Trigger(
        name="never_overdrawn",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        condition=pgtrigger.Condition(condition) if condition else None,
        func=_NOT_MORE_THAN_FREE,
    )


def only_closed() -> pgtrigger.Trigger:
    """A decision is written once, and closed once: when nothing that was ordered waits for payment."""
    people, later = ("recorded_by_id", "closed_by_id"), ("changed", "closed_at", "closed_words")
    return pgtrigger.Trigger(
        name="only_closed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a decision to spend stays' {_RAISED} END IF;
            IF {_without("OLD", (*people, *later))} <> {_without("NEW", (*people, *later))}
               OR (OLD.closed_at IS NOT NULL AND (OLD.closed_at, OLD.closed_words)
                   IS DISTINCT FROM (NEW.closed_at, NEW.closed_words))
            THEN RAISE EXCEPTION 'a decision to spend stays as it is' {_RAISED} END IF;
            IF OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL THEN
                PERFORM 1 FROM supplement_spending AS s
                  WHERE s.authority_id = NEW.authority_id AND s.decision_id = NEW.id
                    AND s.paid_on IS NULL AND s.taken_back_at IS NULL;
                IF FOUND THEN RAISE EXCEPTION 'what is ordered is paid first' {_RAISED} END IF;
            END IF;
            RETURN NEW;
        """,
    )


def within_decision() -> pgtrigger.Trigger:
    """Spending is within an open decision, paid once, and taken back once; its sum never changes."""
    people = ("recorded_by_id", "taken_back_by_id")
    later = ("paid_on", "taken_back_at", "taken_back_words")
    return pgtrigger.Trigger(
        name="within_decision",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'spending stays' {_RAISED} END IF;
            IF TG_OP = 'UPDATE' THEN
                IF {_without("OLD", (*people, *later))} <> {_without("NEW", (*people, *later))}
                   OR (OLD.paid_on IS NOT NULL AND OLD.paid_on IS DISTINCT FROM NEW.paid_on)
                   OR (OLD.taken_back_at IS NOT NULL AND (OLD.taken_back_at, OLD.taken_back_words, OLD.paid_on)
                       IS DISTINCT FROM (NEW.taken_back_at, NEW.taken_back_words, NEW.paid_on))
                THEN RAISE EXCEPTION 'spending stays as it was recorded' {_RAISED} END IF;
                IF OLD.paid_on IS NOT DISTINCT FROM NEW.paid_on THEN RETURN NEW; END IF;
            END IF;
            PERFORM 1 FROM supplement_spendingdecision AS d
              WHERE d.authority_id = NEW.authority_id AND d.id = NEW.decision_id FOR NO KEY UPDATE;
            IF (SELECT d.closed_at IS NOT NULL OR d.pence < (
                    SELECT COALESCE(sum(s.pence), 0) FROM supplement_spending AS s
                     WHERE s.authority_id = NEW.authority_id AND s.decision_id = NEW.decision_id
                       AND s.taken_back_at IS NULL AND s.id IS DISTINCT FROM NEW.id) + NEW.pence
                  FROM supplement_spendingdecision AS d
                 WHERE d.authority_id = NEW.authority_id AND d.id = NEW.decision_id)
            THEN RAISE EXCEPTION 'no more than what is left of the decision' {_RAISED} END IF;
            RETURN NEW;
        """,
    )


def moves_one_way() -> pgtrigger.Trigger:
    """The share of a leaver is moved by an entry of the fund, or by lines of runs, never by both: from lines to
    an entry it goes once they are taken back; an entry stays.
    """
    return pgtrigger.Trigger(
        name="moves_one_way",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF (OLD.entry_id, OLD.by_run) IS NOT DISTINCT FROM (NEW.entry_id, NEW.by_run) THEN RETURN NEW; END IF;
            IF NOT OLD.by_run THEN RAISE EXCEPTION 'a share is moved once' {_RAISED} END IF;
            PERFORM 1 FROM supplement_adjustment AS a
              WHERE a.authority_id = NEW.authority_id AND a.settlement_id = NEW.id AND a.taken_back_at IS NULL;
            IF FOUND THEN RAISE EXCEPTION 'the lines of a share are taken back first' {_RAISED} END IF;
            RETURN NEW;
        """,
    )


def only_decided() -> pgtrigger.Trigger:
    """What members vote on stays as it is; it is decided or ended once, and decided about just its sum."""
    people, later = ("proposed_by_id", "ended_by_id"), ("decision_id", "ended_at", "ended_words")
    return pgtrigger.Trigger(
        name="only_decided",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a proposal to spend stays' {_RAISED} END IF;
            IF {_without("OLD", (*people, *later))} <> {_without("NEW", (*people, *later))}
               OR ((OLD.decision_id IS NOT NULL OR OLD.ended_at IS NOT NULL)
                   AND (OLD.decision_id, OLD.ended_at, OLD.ended_words)
                   IS DISTINCT FROM (NEW.decision_id, NEW.ended_at, NEW.ended_words))
            THEN RAISE EXCEPTION 'a proposal to spend stays as it is' {_RAISED} END IF;
            IF NEW.decision_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM supplement_spendingdecision AS d
                 WHERE d.authority_id = NEW.authority_id AND d.id = NEW.decision_id
                   AND d.collaboration_id = NEW.collaboration_id AND d.pence = NEW.pence)
            THEN RAISE EXCEPTION 'decided is what was proposed' {_RAISED} END IF;
            RETURN NEW;
        """,
    )
