"""What must hold of what ends: closed periods, shares and balances that moved on, votes and reports (S5, S8,
S10).
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from supplement.rules.corrections import AGREED_FIRST
from supplement.selectors.closing import ENDED_RUNS, GOING_ON
from supplement.selectors.invariants.check import About, Check
from supplement.selectors.invariants.runs import FIXED_STATES


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"'{value}'" for value in sorted(values))


CLOSING_CHECKS = (
    Check("closed_period_is_quiet", About.PERIOD, _("Nothing goes on in a closed period."), f"""
        SELECT c.period_id FROM @periodclosing c WHERE c.reopened_at IS NULL AND (
        EXISTS (SELECT 1 FROM @run r WHERE r.period_id = c.period_id AND r.state NOT IN ({_listed(ENDED_RUNS)}))
        OR EXISTS (SELECT 1 FROM @claim k WHERE k.period_id = c.period_id AND k.state IN ({_listed(GOING_ON)})))"""),
    Check("closed_after_its_last_day", About.PERIOD, _("A period was closed after its last day."), """
        SELECT c.period_id FROM @periodclosing c JOIN @schemeperiod p ON p.id = c.period_id
        WHERE c.closed_at::date + 1 < p.ends_on"""),
    Check("closed_once", About.PERIOD, _("A period is closed once at a time."), """
        SELECT c.period_id FROM @periodclosing c WHERE c.reopened_at IS NULL
        GROUP BY c.period_id HAVING count(*) > 1"""),
    Check("opened_again_by_another", About.PERIOD, _("A period was opened again by another person, with a reason."), """
        SELECT c.period_id FROM @periodclosing c WHERE c.reopened_at IS NOT NULL
        AND (c.reopened_by_id IS NOT DISTINCT FROM c.closed_by_id OR btrim(c.reopened_words) = '')"""),
)  # fmt: skip

CORRECTION_CHECKS = (
    Check("second_person_agreed", About.CORRECTION, _("A second person agreed before a member was brought in or taken out."),
          f"""SELECT a.id FROM @adjustment a JOIN @run r ON r.id = a.run_id AND r.state IN {FIXED_STATES}
        WHERE a.cause IN ({_listed(AGREED_FIRST)})
        AND (a.agreed_at IS NULL OR a.agreed_by_id IS NOT DISTINCT FROM a.by_id)"""),
    Check("taken_back_says_why", About.CORRECTION, _("A correction that was taken back says why."), """
        SELECT a.id FROM @adjustment a WHERE a.taken_back_at IS NOT NULL AND btrim(a.taken_back_words) = ''"""),
)  # fmt: skip

MOVED_CHECKS = (
    Check("handed_on_has_arrived", About.GROUP, _("What a fund handed on to another has arrived there."), """
        SELECT e.collaboration_id FROM @fundentry e LEFT JOIN @fundentry c ON c.came_from_id = e.id
        WHERE e.kind = 'to_group' AND (c.id IS NULL OR c.kind <> 'from_group')"""),
    Check("arrived_as_it_was_sent", About.GROUP, _("What came from another fund is what was sent there."), """
        SELECT c.collaboration_id FROM @fundentry c LEFT JOIN @fundentry e ON e.id = c.came_from_id
        WHERE c.kind IN ('from_group', 'from_leaver') AND (e.id IS NULL OR e.pence <> c.pence
        OR e.collaboration_id = c.collaboration_id OR e.kind <> replace(c.kind, 'from', 'to'))"""),
    Check("share_is_in_the_books", About.GROUP, _("A leaver’s share that moved is in its group’s books."), """
        SELECT m.collaboration_id FROM @leaversettlement s JOIN @memberships_membership m ON m.id = s.membership_id
        LEFT JOIN @fundentry e ON e.id = s.entry_id WHERE s.pence > 0 AND NOT s.by_run
        AND (e.id IS NULL OR e.pence <> s.pence OR e.collaboration_id <> m.collaboration_id)"""),
    Check("share_by_run_is_whole", About.GROUP, _("A leaver’s share that payments move is moved whole."), """
        SELECT m.collaboration_id FROM @leaversettlement s JOIN @memberships_membership m ON m.id = s.membership_id
        WHERE s.by_run AND (SELECT sum(a.pence) FROM @adjustment a
                             WHERE a.settlement_id = s.id AND a.taken_back_at IS NULL)
        IS DISTINCT FROM CASE WHEN s.goes = 'follows' THEN 0 ELSE -s.pence END"""),
    Check("decided_as_it_was_voted", About.GROUP, _("What members carried was decided as they voted."), """
        SELECT p.collaboration_id FROM @spendingproposal p JOIN @spendingdecision d ON d.id = p.decision_id
        WHERE d.pence <> p.pence OR d.collaboration_id <> p.collaboration_id OR d.objective_id <> p.objective_id"""),
    Check("reported_with_its_claim", About.CLAIM, _("A claim whose spending was reported stands there."), """
        SELECT k.id FROM @claim k JOIN @spendreturn s ON s.claim_id = k.id
        WHERE k.state NOT IN ('reported', 'closed')"""),
    Check("reported_in_words", About.CLAIM, _("A claim that is reported has its report."), """
        SELECT k.id FROM @claim k WHERE k.state = 'reported' AND NOT EXISTS
        (SELECT 1 FROM @spendreturn s WHERE s.claim_id = k.id AND btrim(s.words) <> '')"""),
)  # fmt: skip

END_CHECKS: tuple[Check, ...] = (*CLOSING_CHECKS, *CORRECTION_CHECKS, *MOVED_CHECKS)
