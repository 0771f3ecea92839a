"""The check of every leader against the leading policy (L2): set-based,
and one open case an appointment whatever runs twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record, record_each
from core.reasons import Translate
from core.scoping import current_authority_id
from documents.services.outbox import send_email
from leadership.emails.cases import TasksFound
from leadership.models.cases import LeadershipCase, Sweep
from leadership.rules.cases import Finding, Ground, Outcome
from leadership.rules.stages import Stage
from leadership.selectors.sight import every_case
from leadership.services.cases import settle_grants
from leadership.services.publication import publish_case
from leadership.services.reinstatement import raise_reinstatements
from memberships.models.members import LeaderAppointment
from memberships.selectors.days import leads_on
from ofsted.models import LeadingPolicy
from ofsted.rules.policy import Decision, Verdict, decide
from ofsted.rules.policy import LeadingPolicy as PolicyTable
from ofsted.selectors.standing import relevant_judgements, table_of
from ofsted.selectors.verdicts import latest_judgement_sql, verdict_sql
from ofsted.services.policy import ensure_first_policy


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the check: an appointment whose case is to be opened or brought up to date."""

    appointment_id: int
    provider_id: int
    case_id: int | None
    inspection_id: int | None


@dataclass(frozen=True, slots=True)
class Judged:
    """The same after the rule has spoken."""

    found: Found
    decision: Decision
    finding: Finding

    @property
    def reason(self) -> str:
        return in_words(self.decision)


def in_words(decision: Decision, translate: Translate = _) -> str:
    """A decision's reasons, one a line."""
    return "\n".join(reason.in_words(translate) for reason in decision.reasons)


@transaction.atomic
@every_case()
def review_leaders(*, slot: str, on: date, at: datetime, by: User | None = None) -> Sweep:
    """Check every leader of the authority in scope on a day: open the cases that are missing, bring the open
    ones up to date.

    The slot is the claim: the same slot again does nothing. Two slots at once, a retry or a killed worker
    leave one open case an appointment, because the database allows no second one. Nothing is ever closed
    here: where the finding has gone, the case says so and an officer decides. Managers get one neutral email
    where cases were opened.
    """
    sweep, claimed = Sweep.objects.get_or_create(slot=slot, defaults={"at": at})
    if not claimed:
        return sweep
    policy = ensure_first_policy(on=on, by=by)
    judged = _judge(_find(table_of(policy), on=on), table_of(policy), on=on)
    opened = _open_cases(
        [judgement for judgement in judged if judgement.found.case_id is None], policy, at=at, by=by
    )
    _update_cases(
        [judgement for judgement in judged if judgement.found.case_id is not None], policy, at=at, by=by
    )
    _mark_ended(on=on, at=at, by=by)
    raise_reinstatements(on=on, at=at, by=by)
    settle_grants(on=on)
    sweep.leaders, sweep.opened = current_leaders(on).count(), opened
    sweep.save(update_fields=["leaders", "opened"])
    if opened:
        send_email(TasksFound(sweep_id=sweep.pk))
    record(
        Action.LEADERS_CHECKED, about=sweep, by=by, confidential=True, leaders=sweep.leaders, opened=opened
    )
    return sweep


def current_leaders(on: date) -> QuerySet[LeaderAppointment]:
    """The appointments that hold on a day at a setting that is a member on that day."""
    return LeaderAppointment.objects.filter(leads_on(on))


#: Leaders on whom the policy and the case do not agree: no case and something found (unless an officer's
#: decision stands), or an open case with another ground or inspection than today's. Everybody else is left
#: out by the database.
FIND_SQL = """
    SELECT a.id, m.provider_id, c.id, v.inspection_id
      FROM memberships_leaderappointment a
      JOIN memberships_membership m ON m.authority_id = %(authority)s AND m.id = a.membership_id
      LEFT JOIN leadership_leadershipcase c ON c.authority_id = %(authority)s AND c.appointment_id = a.id AND c.closed_at IS NULL
      {latest_judgement}
      CROSS JOIN LATERAL (
        SELECT {verdict} AS severity, COALESCE(graded.id, other.id) AS inspection_id,
               GREATEST(graded.inspected_on, graded.published_on, other.inspected_on, other.published_on) AS known_on) v
     WHERE a.authority_id = %(authority)s AND a.starts_on <= %(on)s AND (a.ends_on IS NULL OR a.ends_on > %(on)s)
       AND m.joined_on <= %(on)s AND (m.left_on IS NULL OR m.left_on > %(on)s)
       AND CASE WHEN c.id IS NULL THEN v.severity > 0
                AND NOT EXISTS (SELECT FROM leadership_leadershipcase d WHERE d.authority_id = %(authority)s
                                   AND d.appointment_id = a.id AND d.outcome = '{stays}'
                                   AND d.inspection_id IS NOT DISTINCT FROM v.inspection_id)
                AND NOT (v.severity = {officer_decides} AND (
                    (a.officer_decided AND (v.inspection_id IS NULL OR v.known_on <= a.starts_on))
                    OR EXISTS (SELECT FROM leadership_leadershipcase d WHERE d.authority_id = %(authority)s
                                  AND d.appointment_id = a.id AND d.outcome = '{may_lead}'
                                  AND d.inspection_id IS NOT DISTINCT FROM v.inspection_id)))
                WHEN c.ground IN ('{told}', '{other}')
                THEN v.severity > 0 AND v.inspection_id IS DISTINCT FROM c.inspection_id
                ELSE (CASE v.severity WHEN {below_line} THEN '{below}' WHEN {officer_decides} THEN '{needed}' END)
                     IS DISTINCT FROM (CASE WHEN c.nothing_found_since IS NULL THEN c.ground END)
                     OR (v.severity > 0 AND v.inspection_id IS DISTINCT FROM c.inspection_id) END"""


def find_statement(table: PolicyTable) -> str:
    """The check's one statement for a table; its parameters are ``authority`` and ``on``."""
    return FIND_SQL.format(
        latest_judgement=latest_judgement_sql([table], setting="m.provider_id"),
        verdict=verdict_sql(table),
        officer_decides=int(Verdict.OFFICER_DECIDES),
        below_line=int(Verdict.BELOW_LINE),
        may_lead=Outcome.MAY_LEAD,
        stays=Outcome.STAYS,
        told=Ground.TOLD,
        other=Ground.OTHER,
        below=Ground.BELOW_LINE,
        needed=Ground.DECISION_NEEDED,
    )


def _find(table: PolicyTable, *, on: date) -> list[Found]:
    with connection.cursor() as cursor:
        # Each setting is asked about once: what is remembered is never read
        cursor.execute("SET LOCAL enable_memoize = off")
        cursor.execute(find_statement(table), {"authority": current_authority_id(), "on": on})
        return sorted((Found(*row) for row in cursor.fetchall()), key=lambda one: one.appointment_id)


def _judge(found: Sequence[Found], table: PolicyTable, *, on: date) -> list[Judged]:
    """Each appointment once, with the rule's own verdict.

    Of two inspections on one day the rule knows which one counts.
    """
    if not found:
        return []
    settings = relevant_judgements({finding.provider_id for finding in found}, on=on)
    rows: dict[int, list[Found]] = defaultdict(list)
    for finding in found:
        rows[finding.appointment_id].append(finding)
    judged = []
    for appointment_rows in rows.values():
        setting = settings[appointment_rows[0].provider_id]
        row = next(
            (
                appointment_row
                for appointment_row in appointment_rows
                if appointment_row.inspection_id == setting.inspection_id
            ),
            None,
        )
        if row is None:
            continue  # on the inspection that counts, case and policy agree
        decision = decide(table, setting.relevant)
        judged.append(Judged(row, decision, Finding(decision.verdict, setting.inspection_id)))
    return judged


OPEN_SQL = """
    INSERT INTO leadership_leadershipcase
           (authority_id, appointment_id, ground, inspection_id, reason, policy_id, opened_at, stage, stage_since,
            outcome, outcome_words)
    VALUES {rows}
        ON CONFLICT (authority_id, appointment_id) WHERE closed_at IS NULL DO NOTHING
 RETURNING id"""
OPENED_AT_ONCE = 1000


def _open_cases(judged: Iterable[Judged], policy: LeadingPolicy, *, at: datetime, by: User | None) -> int:
    """Open the missing cases; one that somebody else has opened meanwhile is left alone.

    Returns the number of cases opened.
    """
    # Thousands of reasons have a few dozen sentences and words
    authority_id, translate = (
        current_authority_id(),
        cache(_),
    )
    rows = [
        (
            authority_id,
            judgement.found.appointment_id,
            str(judgement.finding.ground),
            judgement.finding.inspection_id,
            in_words(judgement.decision, translate),
            policy.pk,
            at,
            Stage.OPENED,
            timezone.localdate(at),
            "",
            "",
        )
        for judgement in judged
        if judgement.finding.ground is not None
    ]
    opened: list[int] = []
    with connection.cursor() as cursor:
        for start in range(0, len(rows), OPENED_AT_ONCE):
            batch = rows[start : start + OPENED_AT_ONCE]
            places = ", ".join(["%s"] * len(batch))
            cursor.execute(OPEN_SQL.format(rows=places), batch)
            opened += [case_id for (case_id,) in cursor.fetchall()]
    record_each(Action.CASE_OPENED, about=LeadershipCase, ids=opened, by=by)
    return len(opened)


def _update_cases(judged: Iterable[Judged], policy: LeadingPolicy, *, at: datetime, by: User | None) -> None:
    rows = {judgement.found.case_id: judgement for judgement in judged if judgement.found.case_id is not None}
    cases = (
        LeadershipCase.objects.select_for_update(of=("self",))
        .filter(pk__in=list(rows), closed_at=None)
        .order_by("pk")
    )
    for case in cases if rows else ():
        one = rows[case.pk]
        if one.finding.ground is None:
            mark_nothing_found(case, at=at, by=by)
            continue
        now = (case.ground, case.inspection_id, case.nothing_found_since)
        if now == (one.finding.ground, one.finding.inspection_id, None):
            continue  # another check has brought it up to date since this one looked
        was_told = case.ground in (Ground.TOLD, Ground.OTHER)
        case.ground, case.inspection_id, case.policy = one.finding.ground, one.finding.inspection_id, policy
        case.reason, case.nothing_found_since = one.reason, None
        case.save(update_fields=["ground", "inspection", "policy", "reason", "nothing_found_since"])
        record(
            Action.CASE_UPDATED,
            about=case,
            by=by,
            confidential=True,
            details={"ground": case.ground, "reason": case.reason},
        )
        if was_told:
            _publish(case, at=at, by=by)


def _publish(case: LeadershipCase, *, at: datetime, by: User | None) -> None:
    """What was told before is in Ofsted's file now: the row has joined the open case, which is public (O6)."""
    published_on = case.inspection.published_on if case.inspection is not None else None
    publish_case(case, published_on=published_on or timezone.localdate(at), by=by, at=at)


def _mark_ended(*, on: date, at: datetime, by: User | None) -> None:
    """Open cases of people who no longer lead: the check finds nothing, and an officer closes the case."""
    leads = current_leaders(on).filter(pk=OuterRef("appointment_id"))
    ended = LeadershipCase.objects.filter(~Exists(leads), closed_at=None, nothing_found_since=None)
    for case in ended.select_for_update(of=("self",)).order_by("pk"):
        mark_nothing_found(case, at=at, by=by)


def mark_nothing_found(case: LeadershipCase, *, at: datetime, by: User | None) -> None:
    """Say on the case that the check no longer finds anything. It stays open until an officer closes it."""
    if case.nothing_found_since is not None:
        return
    case.nothing_found_since = at
    case.save(update_fields=["nothing_found_since"])
    record(Action.CASE_UPDATED, about=case, by=by, confidential=True, details={"nothing_found": True})
