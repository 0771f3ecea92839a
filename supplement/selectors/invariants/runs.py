"""What must hold of runs and claims (S6, S7, S8)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from supplement.models.runs import Run
from supplement.rules.runs import FIXED
from supplement.rules.snapshot import Unreadable, digest_of, recalculate
from supplement.selectors import runs
from supplement.selectors.invariants.check import About, Check

#: Runs that are calculated again each night, the newest first.
MAX_AGAIN = 12
HAS_FIGURES = "('calculated', 'reviewed', 'approved', 'exported', 'paid', 'closed')"
FIXED_STATES = "('approved', 'exported', 'paid', 'closed')"


def _wrong_digests() -> Iterator[int]:
    for run in Run.objects.filter(state__in=FIXED).order_by("-number").iterator():
        kept = runs.snapshot_of(run)
        if kept is not None and digest_of(kept[0]) != kept[1]:
            yield run.pk


def _wrong_again() -> Iterator[int]:
    for run in Run.objects.filter(state__in=FIXED).order_by("-number")[:MAX_AGAIN]:
        kept = runs.snapshot_of(run)
        try:
            if kept is not None and not recalculate(kept[0]).agrees:
                yield run.pk
        except Unreadable:
            yield run.pk


def _wrong_total_of_snapshot() -> Iterator[int]:
    """What the snapshot comes to, and the claims of the run without corrections."""
    for run in Run.objects.filter(state__in=FIXED).order_by("-number")[:MAX_AGAIN]:
        kept = runs.snapshot_of(run)
        claims = sum(row.pence - row.adjusted_pence for row in run.claims.all())
        try:
            if kept is not None and recalculate(kept[0]).calculation.pence != claims:
                yield run.pk
        except Unreadable:
            yield run.pk


RUN_CHECKS = (
    Check("run_total_is_its_claims", About.RUN, _("A run’s total is the sum of its claims."), f"""
        SELECT r.id FROM @run r WHERE r.state IN {HAS_FIGURES} AND r.total_pence <>
        (SELECT coalesce(sum(c.pence), 0) FROM @runclaim c WHERE c.run_id = r.id)"""),
    Check("run_total_is_its_lines", About.RUN, _("A run’s total is the sum of its lines."), f"""
        SELECT r.id FROM @run r WHERE r.state IN {HAS_FIGURES} AND r.total_pence <>
        (SELECT coalesce(sum(l.pence), 0) FROM @runline l WHERE l.run_id = r.id)"""),
    Check("run_counts_its_claims", About.RUN, _("A run counts its claims rightly."), f"""
        SELECT r.id FROM @run r WHERE r.state IN {HAS_FIGURES} AND r.claims_count <>
        (SELECT count(*) FROM @runclaim c WHERE c.run_id = r.id)"""),
    Check("run_counts_its_lines", About.RUN, _("A run counts its lines rightly."), f"""
        SELECT r.id FROM @run r WHERE r.state IN {HAS_FIGURES} AND r.lines_count <>
        (SELECT count(*) FROM @runline l WHERE l.run_id = r.id)"""),
    Check("claim_is_its_lines", About.RUN, _("A claim of a run is the sum of its members’ lines."), """
        SELECT c.run_id FROM @runclaim c WHERE c.pence <>
        (SELECT coalesce(sum(l.pence), 0) FROM @runline l WHERE l.run_id = c.run_id AND l.claim_id = c.claim_id)"""),
    Check("corrections_are_their_lines", About.RUN, _("A claim’s corrections are the sum of their lines."), """
        SELECT c.run_id FROM @runclaim c WHERE c.adjusted_pence <>
        (SELECT coalesce(sum(l.pence), 0) FROM @runline l
          WHERE l.run_id = c.run_id AND l.claim_id = c.claim_id AND l.adjustment_id IS NOT NULL)"""),
    Check("claim_not_above_its_cap", About.RUN, _("No claim is above what was left after its own cap."), """
        SELECT c.run_id FROM @runclaim c WHERE c.pence - c.adjusted_pence > c.asked_pence"""),
    Check("cap_does_not_add", About.RUN, _("A cap never adds to what the members come to."), """
        SELECT c.run_id FROM @runclaim c WHERE c.asked_pence > c.sum_pence"""),
    Check("line_not_above_its_cap", About.RUN, _("No line is above what the member’s caps leave."), """
        SELECT l.run_id FROM @runline l WHERE l.adjustment_id IS NULL AND l.pence > l.capped_pence"""),
    Check("members_cap_does_not_add", About.RUN, _("A member’s caps never add to what was counted."), """
        SELECT l.run_id FROM @runline l WHERE l.adjustment_id IS NULL AND l.capped_pence > l.rounded_pence"""),
    Check("line_not_below_zero", About.RUN, _("No line but a correction is below zero."), """
        SELECT l.run_id FROM @runline l WHERE l.adjustment_id IS NULL AND l.pence < 0"""),
    Check("instalments_are_their_line", About.RUN, _("The instalments of a line are its sum."), """
        SELECT l.run_id FROM @runline l WHERE l.adjustment_id IS NULL AND l.pence <>
        (SELECT coalesce(sum(part.pence::bigint), 0) FROM jsonb_array_elements_text(l.instalments) AS part (pence))"""),
    Check("line_once", About.RUN, _("There is one line for each claim, component and member."), """
        SELECT l.run_id FROM @runline l
        GROUP BY l.run_id, l.claim_id, l.component, l.membership_id, l.adjustment_id HAVING count(*) > 1"""),
    Check("line_has_its_claim", About.RUN, _("Every line belongs to a claim of its run."), """
        SELECT l.run_id FROM @runline l WHERE NOT EXISTS
        (SELECT 1 FROM @runclaim c WHERE c.run_id = l.run_id AND c.claim_id = l.claim_id)"""),
    Check("blocked_pays_nothing", About.RUN, _("A claim that a criterion blocks comes to nothing."), """
        SELECT c.run_id FROM @runclaim c WHERE c.is_blocked AND c.pence <> c.adjusted_pence"""),
    Check("run_has_its_snapshot", About.RUN, _("No line without a snapshot of what it was worked out from."), f"""
        SELECT r.id FROM @run r WHERE r.state IN {HAS_FIGURES} AND NOT EXISTS
        (SELECT 1 FROM @runsnapshot s WHERE s.run_id = r.id)"""),
    Check("snapshot_is_unchanged", About.RUN, _("A snapshot is the text that its hash is of."), finds=_wrong_digests),
    Check("snapshot_gives_the_same", About.RUN, _("A snapshot calculated again gives the same pence."),
          finds=_wrong_again),
    Check("snapshot_is_the_run", About.RUN, _("A run’s total is that of its snapshot and its corrections."),
          finds=_wrong_total_of_snapshot),
    Check("approved_by_another", About.RUN, _("Nobody approved a run that they calculated."), f"""
        SELECT r.id FROM @run r WHERE r.state IN {FIXED_STATES} AND r.approved_by_id = r.calculated_by_id"""),
    Check("approved_after_calculation", About.RUN, _("A run was approved after it was calculated."), f"""
        SELECT r.id FROM @run r WHERE r.state IN {FIXED_STATES}
        AND (r.calculated_at IS NULL OR r.approved_at < r.calculated_at)"""),
    Check("approved_after_review", About.RUN, _("A run was approved after its review."), f"""
        SELECT r.id FROM @run r WHERE r.state IN {FIXED_STATES}
        AND (r.reviewed_at IS NULL OR r.approved_at < r.reviewed_at)"""),
    Check("exceptions_were_seen", About.RUN, _("Everything unusual was looked at before the approval."), f"""
        SELECT r.id FROM @run r JOIN @runclaim c ON c.run_id = r.id WHERE r.state IN {FIXED_STATES}
        AND c.exceptions <> '[]'::jsonb AND c.seen_at IS NULL"""),
    Check("run_stands_where_it_was_moved", About.RUN, _("A run stands where its last step led."), """
        SELECT r.id FROM @run r JOIN LATERAL (SELECT s.to FROM @runstep s WHERE s.run_id = r.id
        ORDER BY s.at DESC, s.id DESC LIMIT 1) AS last ON true WHERE last.to <> r.state"""),
    Check("paid_for_once", About.RUN, _("No claim is paid for by two runs, but for corrections."), f"""
        SELECT c.run_id FROM @runclaim c JOIN @run r ON r.id = c.run_id AND r.state IN {FIXED_STATES}
        JOIN @runclaim d ON d.claim_id = c.claim_id AND d.run_id < c.run_id
        JOIN @run q ON q.id = d.run_id AND q.state IN {FIXED_STATES}
        WHERE c.pence <> c.adjusted_pence AND d.pence <> d.adjusted_pence
        AND EXISTS (SELECT 1 FROM @payment p WHERE p.claim_id = c.claim_id AND p.run_id = c.run_id AND p.state <> 'held')
        AND EXISTS (SELECT 1 FROM @payment p WHERE p.claim_id = c.claim_id AND p.run_id = d.run_id AND p.state <> 'held')"""),
    Check("claims_are_of_the_period", About.RUN, _("A run pays for claims of its own period."), """
        SELECT c.run_id FROM @runclaim c JOIN @run r ON r.id = c.run_id JOIN @claim k ON k.id = c.claim_id
        WHERE k.period_id <> r.period_id AND c.pence <> c.adjusted_pence"""),
    Check("pot_is_not_exceeded", About.PERIOD, _("No period is paid more than its pot."), f"""
        SELECT p.id FROM @schemeperiod p JOIN @run r ON r.period_id = p.id AND r.state IN {FIXED_STATES}
        JOIN @runclaim c ON c.run_id = r.id WHERE p.pot_pence IS NOT NULL
        GROUP BY p.id, p.pot_pence HAVING sum(c.pence - c.adjusted_pence) > p.pot_pence"""),
    Check("instalments_are_the_whole", About.PERIOD, _("The instalments of an approved period are 100 %."), """
        SELECT i.period_id FROM @schemeinstalment i JOIN @schemeperiod p ON p.id = i.period_id
        JOIN @scheme s ON s.id = p.scheme_id AND s.state IN ('approved', 'superseded')
        GROUP BY i.period_id HAVING sum(i.percent) <> 100"""),
)  # fmt: skip

CLAIM_CHECKS = (
    Check("claim_stands_where_it_was_moved", About.CLAIM, _("A claim stands where its last step led."), """
        SELECT k.id FROM @claim k JOIN LATERAL (SELECT s.to FROM @claimstep s WHERE s.claim_id = k.id
        ORDER BY s.at DESC, s.id DESC LIMIT 1) AS last ON true WHERE last.to <> k.state"""),
    Check("approved_claim_is_in_a_run", About.CLAIM, _("A claim that is approved or paid is in an approved run."), f"""
        SELECT k.id FROM @claim k WHERE k.state IN ('approved', 'in_run', 'paid', 'adjusted', 'reported')
        AND NOT EXISTS (SELECT 1 FROM @runclaim c JOIN @run r ON r.id = c.run_id AND r.state IN {FIXED_STATES}
        WHERE c.claim_id = k.id)"""),
    Check("claim_of_a_run_is_eligible", About.CLAIM, _("What an approved run pays for was assessed as eligible."), f"""
        SELECT k.id FROM @claim k JOIN @runclaim c ON c.claim_id = k.id AND c.pence <> c.adjusted_pence
        JOIN @run r ON r.id = c.run_id AND r.state IN {FIXED_STATES}
        WHERE k.assessment NOT IN ('eligible', 'part')"""),
    Check("claim_in_a_file", About.CLAIM, _("A claim in a payment run has a payment in a file."), """
        SELECT k.id FROM @claim k WHERE k.state = 'in_run' AND NOT EXISTS
        (SELECT 1 FROM @payment p WHERE p.claim_id = k.id AND p.state IN ('in_file', 'paid'))"""),
    Check("paid_claim_was_paid", About.CLAIM, _("A claim that is paid has a payment that was paid."), """
        SELECT k.id FROM @claim k WHERE k.state IN ('paid', 'reported') AND NOT EXISTS
        (SELECT 1 FROM @payment p WHERE p.claim_id = k.id AND p.state = 'paid')"""),
    Check("waiver_says_why", About.CLAIM, _("Every waiver says why."), """
        SELECT w.claim_id FROM @claimwaiver w WHERE btrim(w.reason) = ''"""),
    Check("corrected_claim_has_a_correction", About.CLAIM, _("A claim that is corrected has a correction."), """
        SELECT k.id FROM @claim k WHERE k.state = 'adjusted' AND NOT EXISTS
        (SELECT 1 FROM @adjustment a WHERE a.claim_id = k.id)"""),
    Check("correction_is_of_what_was_approved", About.CORRECTION, _("A correction is of an approved claim."), f"""
        SELECT a.id FROM @adjustment a WHERE NOT EXISTS (SELECT 1 FROM @runclaim c
        JOIN @run r ON r.id = c.run_id AND r.state IN {FIXED_STATES} WHERE c.claim_id = a.claim_id)"""),
    Check("correction_is_carried_once", About.CORRECTION, _("A run that carries a correction has one line of its sum."),
          """SELECT a.id FROM @adjustment a LEFT JOIN @runline l ON l.adjustment_id = a.id AND l.run_id = a.run_id
        WHERE a.run_id IS NOT NULL GROUP BY a.id, a.pence HAVING count(l.id) <> 1 OR sum(l.pence) <> a.pence"""),
    Check("share_is_moved_once", About.CORRECTION, _("A line of a leaver’s share is of its sum, and no entry moves it too."),
          """SELECT a.id FROM @adjustment a LEFT JOIN @leaversettlement s ON s.id = a.settlement_id
        WHERE a.settlement_id IS NOT NULL AND a.taken_back_at IS NULL
        AND (s.id IS NULL OR NOT s.by_run OR abs(a.pence) <> s.pence)"""),
    Check("taken_back_is_not_paid", About.CORRECTION, _("A correction that was taken back is in no approved run."), f"""
        SELECT a.id FROM @adjustment a JOIN @runline l ON l.adjustment_id = a.id
        JOIN @run r ON r.id = l.run_id AND r.state IN {FIXED_STATES} WHERE a.taken_back_at IS NOT NULL"""),
    Check("correction_is_in_one_run", About.CORRECTION, _("No correction is in two approved runs."), f"""
        SELECT l.adjustment_id FROM @runline l JOIN @run r ON r.id = l.run_id AND r.state IN {FIXED_STATES}
        WHERE l.adjustment_id IS NOT NULL GROUP BY l.adjustment_id HAVING count(DISTINCT l.run_id) > 1"""),
)  # fmt: skip
