"""What must hold of payments, their files and the funds (S8, S9, S10, S11)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from supplement.models.payments import PaymentFile
from supplement.rules.fund import COMES_IN
from supplement.rules.layouts import digest_of
from supplement.selectors.invariants.check import About, Check

_IN = ", ".join(f"'{kind}'" for kind in sorted(COMES_IN))
_CAME_LESS_WENT = f"""
        (SELECT coalesce(sum(CASE WHEN e.kind IN ({_IN}) THEN e.pence ELSE -e.pence END), 0)
           FROM @fundentry e WHERE e.collaboration_id = g.id)"""


def _wrong_files() -> Iterator[int]:
    for file in PaymentFile.objects.order_by("pk").iterator(chunk_size=20):
        if digest_of(file.layout, file.rows) != file.digest:
            yield file.pk


PAYMENT_CHECKS = (
    Check("payment_of_an_approved_run", About.PAYMENT, _("No payment without an approval."), """
        SELECT p.id FROM @payment p JOIN @run r ON r.id = p.run_id
        WHERE r.state NOT IN ('approved', 'exported', 'paid', 'closed')"""),
    Check("payments_are_the_claim", About.RUN, _("The payments of a claim are what the run approved for it."), """
        SELECT c.run_id FROM @runclaim c JOIN @payment p ON p.run_id = c.run_id AND p.claim_id = c.claim_id
        GROUP BY c.run_id, c.claim_id, c.pence HAVING sum(p.pence) <> c.pence"""),
    Check("payments_are_within_the_run", About.RUN, _("A run pays no more than its total and what is taken back."), """
        SELECT r.id FROM @run r JOIN @payment p ON p.run_id = r.id
        GROUP BY r.id, r.total_pence HAVING sum(p.pence) >
        (SELECT sum(greatest(c.pence, 0)) FROM @runclaim c WHERE c.run_id = r.id)"""),
    Check("payment_has_its_claim", About.PAYMENT, _("Every payment is of a claim of its run."), """
        SELECT p.id FROM @payment p WHERE NOT EXISTS
        (SELECT 1 FROM @runclaim c WHERE c.run_id = p.run_id AND c.claim_id = p.claim_id)"""),
    Check("blocked_is_not_paid", About.PAYMENT, _("What a criterion blocks is not paid."), """
        SELECT p.id FROM @payment p JOIN @runclaim c ON c.run_id = p.run_id AND c.claim_id = p.claim_id
        WHERE c.is_blocked"""),
    Check("payment_once", About.PAYMENT, _("A claim is paid once to a collaboration on a day."), """
        SELECT max(p.id) FROM @payment p GROUP BY p.run_id, p.claim_id, p.collaboration_id, p.pay_on
        HAVING count(*) > 1"""),
    Check("payment_of_something", About.PAYMENT, _("No payment is of nothing."), """
        SELECT p.id FROM @payment p WHERE p.pence = 0"""),
    Check("payment_has_a_reference", About.PAYMENT, _("Every payment has a supplier reference."), """
        SELECT p.id FROM @payment p WHERE btrim(p.reference) = ''"""),
    Check("payment_on_a_day_of_its_period", About.PAYMENT, _("Every payment is on a day of payment of its period."), """
        SELECT p.id FROM @payment p JOIN @run r ON r.id = p.run_id WHERE NOT EXISTS
        (SELECT 1 FROM @schemeinstalment i WHERE i.period_id = r.period_id AND i.pay_on = p.pay_on)"""),
    Check("payee_has_accepted", About.PAYMENT, _("Money goes to a setting that accepted to receive it for the group."), """
        SELECT p.id FROM @payment p WHERE NOT EXISTS (SELECT 1 FROM @payee y
        WHERE y.collaboration_id = p.collaboration_id AND y.provider_id = p.payee_id AND y.accepted_at IS NOT NULL)"""),
    Check("paid_has_a_file", About.PAYMENT, _("What is paid was in a payment file."), """
        SELECT p.id FROM @payment p WHERE p.state IN ('in_file', 'paid') AND p.file_id IS NULL"""),
    Check("paid_has_its_day", About.PAYMENT, _("What is paid has its day, and nothing else has one."), """
        SELECT p.id FROM @payment p WHERE (p.state = 'paid') <> (p.paid_on IS NOT NULL)"""),
    Check("paid_in_the_past", About.PAYMENT, _("Nothing was paid in the future."), """
        SELECT p.id FROM @payment p WHERE p.paid_on > p.answered_at::date + 1"""),
    Check("paid_was_recorded", About.PAYMENT, _("Somebody recorded what was paid or failed."), """
        SELECT p.id FROM @payment p WHERE p.state IN ('paid', 'failed')
        AND (p.answered_by_id IS NULL OR p.answered_at IS NULL)"""),
    Check("failed_says_why", About.PAYMENT, _("What failed says why."), """
        SELECT p.id FROM @payment p WHERE p.state = 'failed' AND btrim(p.failed_words) = ''"""),
    Check("paid_run_is_answered", About.RUN, _("Every payment of a run that is paid or closed was answered."), """
        SELECT r.id FROM @run r JOIN @payment p ON p.run_id = r.id AND p.state = 'due'
        WHERE r.state = 'closed'"""),
    Check("exported_run_has_a_file", About.RUN, _("A run whose payment file was made has one."), """
        SELECT r.id FROM @run r WHERE r.state = 'exported' AND NOT EXISTS
        (SELECT 1 FROM @paymentfile f WHERE f.run_id = r.id)"""),
    Check("held_claim_is_not_in_a_file", About.PAYMENT, _("A payment of a claim on hold is not due."), """
        SELECT p.id FROM @payment p JOIN @claim k ON k.id = p.claim_id
        WHERE k.state IN ('on_hold', 'appealed') AND k.stood = 'approved' AND p.state = 'due'"""),
)  # fmt: skip

FILE_CHECKS = (
    Check("file_counts_its_rows", About.FILE, _("A payment file counts its rows rightly."), """
        SELECT f.id FROM @paymentfile f WHERE f.count <> jsonb_array_length(f.rows)"""),
    Check("file_total_is_its_payments", About.FILE, _("A payment file’s total is that of its payments."), """
        SELECT f.id FROM @paymentfile f WHERE f.total_pence <> (SELECT coalesce(sum(p.pence), 0)
        FROM jsonb_array_elements(f.rows) AS written (cells)
        JOIN @payment p ON p.id = (written.cells ->> 0)::bigint)"""),
    Check("file_is_unchanged", About.FILE, _("A payment file is what its hash is of."), finds=_wrong_files),
    Check("file_has_a_payment_once", About.FILE, _("No payment is twice in a file."), """
        SELECT f.id FROM @paymentfile f CROSS JOIN LATERAL jsonb_array_elements(f.rows) AS written (cells)
        GROUP BY f.id, written.cells ->> 0 HAVING count(*) > 1"""),
    Check("payment_is_in_its_file", About.PAYMENT, _("A payment is written in its file."), """
        SELECT p.id FROM @payment p JOIN @paymentfile f ON f.id = p.file_id WHERE NOT EXISTS
        (SELECT 1 FROM jsonb_array_elements(f.rows) AS written (cells)
         WHERE (written.cells ->> 0)::bigint = p.id)"""),
    Check("file_of_its_run_and_day", About.FILE, _("A payment file holds payments of its run and day."), """
        SELECT f.id FROM @paymentfile f JOIN @payment p ON p.file_id = f.id
        WHERE p.run_id <> f.run_id OR p.pay_on <> f.pay_on"""),
    Check("files_are_numbered", About.FILE, _("The files of a day are numbered without a gap."), """
        SELECT max(f.id) FROM @paymentfile f GROUP BY f.run_id, f.pay_on HAVING max(f.number) <> count(*)"""),
)  # fmt: skip

FUND_CHECKS = (
    Check("paid_is_in_the_fund", About.PAYMENT, _("What was paid is in the group’s fund."), """
        SELECT p.id FROM @payment p WHERE p.state = 'paid' AND NOT EXISTS
        (SELECT 1 FROM @fundentry e WHERE e.payment_id = p.id)"""),
    Check("fund_has_what_was_paid", About.PAYMENT, _("A fund holds what was paid to it, to the penny."), """
        SELECT p.id FROM @payment p JOIN @fundentry e ON e.payment_id = p.id
        WHERE e.pence <> p.pence OR e.collaboration_id <> p.collaboration_id OR e.kind <> 'received'"""),
    Check("fund_has_only_what_was_paid", About.PAYMENT, _("No fund holds a payment that was not paid."), """
        SELECT p.id FROM @payment p JOIN @fundentry e ON e.payment_id = p.id WHERE p.state <> 'paid'"""),
    Check("received_has_its_payment", About.GROUP, _("What a fund received is a payment."), """
        SELECT e.collaboration_id FROM @fundentry e WHERE e.kind = 'received' AND e.payment_id IS NULL"""),
    Check("fund_not_below_zero", About.GROUP, _("No fund is below zero."), f"""
        SELECT g.id FROM @collaborations_collaboration g WHERE
        {_CAME_LESS_WENT}
        < (SELECT coalesce(sum(s.pence), 0) FROM @spending s JOIN @spendingdecision d ON d.id = s.decision_id
           WHERE d.collaboration_id = g.id AND s.taken_back_at IS NULL AND s.paid_on IS NOT NULL)"""),
    Check("decided_within_what_is_free", About.GROUP, _("No group decided about more than it has."), f"""
        SELECT g.id FROM @collaborations_collaboration g WHERE
        {_CAME_LESS_WENT}
        < (SELECT coalesce(sum(d.pence), 0) FROM @spendingdecision d
            WHERE d.collaboration_id = g.id AND d.closed_at IS NULL)
        + (SELECT coalesce(sum(s.pence), 0) FROM @spending s JOIN @spendingdecision d ON d.id = s.decision_id
            WHERE d.collaboration_id = g.id AND d.closed_at IS NOT NULL AND s.taken_back_at IS NULL)"""),
    Check("spent_within_the_decision", About.GROUP, _("No more is spent than was decided."), """
        SELECT d.collaboration_id FROM @spendingdecision d JOIN @spending s ON s.decision_id = d.id
        WHERE s.taken_back_at IS NULL GROUP BY d.collaboration_id, d.id, d.pence HAVING sum(s.pence) > d.pence"""),
    Check("decided_somewhere", About.GROUP, _("Every decision to spend has a vote, minutes, or says where it was made."), """
        SELECT d.collaboration_id FROM @spendingdecision d
        WHERE d.vote_id IS NULL AND d.decision_id IS NULL AND btrim(d.minute_words) = ''"""),
    Check("decided_for_its_own_plan", About.GROUP, _("A decision to spend serves an objective of the group’s own plan."), """
        SELECT d.collaboration_id FROM @spendingdecision d JOIN @development_objective o ON o.id = d.objective_id
        JOIN @development_developmentplan n ON n.id = o.plan_id WHERE n.collaboration_id <> d.collaboration_id"""),
    Check("one_payee_in_force", About.GROUP, _("A group has one payee at a time."), """
        SELECT y.collaboration_id FROM @payee y JOIN @payee z ON z.collaboration_id = y.collaboration_id AND z.id <> y.id
        AND z.in_force_on < coalesce(y.ended_on, 'infinity') AND y.in_force_on < coalesce(z.ended_on, 'infinity')"""),
)  # fmt: skip
