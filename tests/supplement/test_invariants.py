"""S8: every check of the money holds of a paid run, and finds what breaks it, past triggers and constraints."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import current_authority_id
from documents.models import OutboxMessage
from supplement.models.claims import ClaimWaiver
from supplement.models.fund_kept import _COMES_IN
from supplement.models.payments import Payment
from supplement.models.runs import Adjustment, Run
from supplement.rules.answers import Outcome
from supplement.rules.fund import COMES_IN, Entry
from supplement.selectors.invariants.all import CHECKS
from supplement.services.checking import check_money
from supplement.services.fund import Decided
from supplement.services.payment_answers import mark_payment
from tests.factories.collaborations import CollaborationFactory
from tests.factories.fund import decided, ordered
from tests.factories.groups import Group
from tests.factories.payments import PAY_ON, approved_run, exported
from tests.factories.runs import AT, assessed, certified, paid_period, payee_of

BY_NAME = {check.name: check for check in CHECKS}
#: What breaks each check, in copies of the tables that have no triggers and keys. A line that begins with a table
#: adds its rows once more, with what is said there changed.
UNPAID = "UPDATE supplement_payment SET state = 'due', paid_on = NULL"
SECOND_RUN = 'supplement_run {"id": 900001, "number": 99}'
#: Rows of tables of which a paid run has none; a column that names a table has the lowest id there.
CLOSED = (
    'NEW supplement_periodclosing {"id": 900001, "words": "", "left": {}, "reopened_words": "",'
    ' "closed_at": "2026-09-10", "closed_by_id": 1, "period_id": "supplement_schemeperiod"}'
)
SHARE = (
    'NEW supplement_leaversettlement {"id": 900001, "goes": "returned", "pence": 100, "steps": [], "by_run": false,'
    ' "words": "", "by_id": 1, "at": "2026-09-10", "membership_id": "memberships_membership"}'
)
PROPOSED = (
    'NEW supplement_spendingproposal {"id": 900001, "what": "x", "words": "", "pence": 1, "proposed_at": "2026-07-01",'
    ' "proposed_by_id": 1, "ended_words": "", "objective_id": "development_objective",'
    ' "collaboration_id": "collaborations_collaboration", "decision_id": "supplement_spendingdecision"}'
)
REPORTED = (
    'NEW supplement_spendreturn {"id": 900001, "received_pence": 1, "spent_pence": 1, "committed_pence": 0,'
    ' "left_pence": 0, "missing_receipts": 0, "words": "x", "by_id": 1, "at": "2026-09-10",'
    ' "claim_id": "supplement_claim"}'
)
BREAKS: dict[str, tuple[str, ...]] = {
    "run_total_is_its_claims": ("UPDATE supplement_run SET total_pence = total_pence + 1",),
    "run_total_is_its_lines": ("UPDATE supplement_run SET total_pence = total_pence + 1",),
    "run_counts_its_claims": ("UPDATE supplement_run SET claims_count = 9",),
    "run_counts_its_lines": ("UPDATE supplement_run SET lines_count = 9",),
    "claim_is_its_lines": ("UPDATE supplement_runline SET pence = pence - 1",),
    "corrections_are_their_lines": ("UPDATE supplement_runclaim SET adjusted_pence = 5",),
    "claim_not_above_its_cap": ("UPDATE supplement_runclaim SET asked_pence = pence - 1",),
    "cap_does_not_add": ("UPDATE supplement_runclaim SET asked_pence = sum_pence + 1",),
    "line_not_above_its_cap": ("UPDATE supplement_runline SET capped_pence = pence - 1",),
    "members_cap_does_not_add": ("UPDATE supplement_runline SET capped_pence = rounded_pence + 1",),
    "line_not_below_zero": ("UPDATE supplement_runline SET pence = -1",),
    "instalments_are_their_line": ("UPDATE supplement_runline SET instalments = '[1]'",),
    "line_once": ('supplement_runline {"id": 900001}',),
    "line_has_its_claim": ("DELETE FROM supplement_runclaim",),
    "blocked_pays_nothing": ("UPDATE supplement_runclaim SET is_blocked = true",),
    "run_has_its_snapshot": ("DELETE FROM supplement_runsnapshot",),
    "snapshot_is_unchanged": ("UPDATE supplement_runsnapshot SET digest = repeat('0', 64)",),
    "snapshot_gives_the_same": ("UPDATE supplement_runsnapshot SET packed = ''::bytea",),
    "snapshot_is_the_run": ("UPDATE supplement_runclaim SET pence = pence + 1",),
    "approved_by_another": ("UPDATE supplement_run SET approved_by_id = calculated_by_id",),
    "approved_after_calculation": (
        "UPDATE supplement_run SET calculated_at = approved_at + interval '1 day'",
    ),
    "approved_after_review": ("UPDATE supplement_run SET reviewed_at = NULL",),
    "exceptions_were_seen": ("UPDATE supplement_runclaim SET exceptions = '[\"held\"]', seen_at = NULL",),
    "run_stands_where_it_was_moved": ("UPDATE supplement_run SET state = 'exported'",),
    "paid_for_once": (
        SECOND_RUN,
        'supplement_runclaim {"id": 900001, "run_id": 900001}',
        'supplement_payment {"id": 900001, "run_id": 900001}',
    ),
    "claims_are_of_the_period": ("UPDATE supplement_claim SET period_id = period_id + 999",),
    "pot_is_not_exceeded": ("UPDATE supplement_schemeperiod SET pot_pence = 1",),
    "instalments_are_the_whole": ("UPDATE supplement_schemeinstalment SET percent = 50",),
    "claim_stands_where_it_was_moved": ("UPDATE supplement_claim SET state = 'closed'",),
    "approved_claim_is_in_a_run": ("DELETE FROM supplement_runclaim",),
    "claim_of_a_run_is_eligible": ("UPDATE supplement_claim SET assessment = 'not'",),
    "claim_in_a_file": ("UPDATE supplement_claim SET state = 'in_run'", UNPAID),
    "paid_claim_was_paid": (UNPAID,),
    "waiver_says_why": ("UPDATE supplement_claimwaiver SET reason = ' '",),
    "corrected_claim_has_a_correction": (
        "UPDATE supplement_claim SET state = 'adjusted'",
        "DELETE FROM supplement_adjustment",
    ),
    "correction_is_of_what_was_approved": ("DELETE FROM supplement_runclaim",),
    "correction_is_carried_once": (
        "UPDATE supplement_adjustment SET run_id = (SELECT min(id) FROM supplement_run)",
    ),
    "share_is_moved_once": ("UPDATE supplement_adjustment SET settlement_id = 7",),
    "taken_back_is_not_paid": (
        "UPDATE supplement_adjustment SET taken_back_at = at",
        "UPDATE supplement_runline SET adjustment_id = (SELECT min(id) FROM supplement_adjustment)",
    ),
    "correction_is_in_one_run": (
        SECOND_RUN,
        "UPDATE supplement_runline SET adjustment_id = (SELECT min(id) FROM supplement_adjustment)",
        'supplement_runline {"id": 900001, "run_id": 900001}',
    ),
    "payment_of_an_approved_run": ("UPDATE supplement_run SET state = 'reviewed'",),
    "payments_are_the_claim": ("UPDATE supplement_payment SET pence = pence - 1",),
    "payments_are_within_the_run": ("UPDATE supplement_payment SET pence = pence + 1",),
    "payment_has_its_claim": ("DELETE FROM supplement_runclaim",),
    "blocked_is_not_paid": ("UPDATE supplement_runclaim SET is_blocked = true",),
    "payment_once": ('supplement_payment {"id": 900001}',),
    "payment_of_something": ("UPDATE supplement_payment SET pence = 0",),
    "payment_has_a_reference": ("UPDATE supplement_payment SET reference = ' '",),
    "payment_on_a_day_of_its_period": ("UPDATE supplement_payment SET pay_on = pay_on + 1",),
    "payee_has_accepted": ("DELETE FROM supplement_payee",),
    "paid_has_a_file": ("UPDATE supplement_payment SET file_id = NULL",),
    "paid_has_its_day": ("UPDATE supplement_payment SET paid_on = NULL",),
    "paid_in_the_past": ("UPDATE supplement_payment SET paid_on = paid_on + 900",),
    "paid_was_recorded": ("UPDATE supplement_payment SET answered_by_id = NULL",),
    "failed_says_why": ("UPDATE supplement_payment SET state = 'failed', paid_on = NULL, failed_words = ''",),
    "paid_run_is_answered": ("UPDATE supplement_run SET state = 'closed'", UNPAID),
    "exported_run_has_a_file": (
        "UPDATE supplement_run SET state = 'exported'",
        "DELETE FROM supplement_paymentfile",
    ),
    "held_claim_is_not_in_a_file": (
        "UPDATE supplement_claim SET state = 'on_hold', stood = 'approved'",
        UNPAID,
    ),
    "file_counts_its_rows": ("UPDATE supplement_paymentfile SET count = 9",),
    "file_total_is_its_payments": ("UPDATE supplement_paymentfile SET total_pence = 9",),
    "file_is_unchanged": ("UPDATE supplement_paymentfile SET digest = repeat('0', 64)",),
    "file_has_a_payment_once": ("UPDATE supplement_paymentfile SET rows = rows || rows",),
    "payment_is_in_its_file": ("UPDATE supplement_paymentfile SET rows = '[]'",),
    "file_of_its_run_and_day": ("UPDATE supplement_paymentfile SET pay_on = pay_on + 1",),
    "files_are_numbered": ("UPDATE supplement_paymentfile SET number = 2",),
    "paid_is_in_the_fund": ("DELETE FROM supplement_fundentry",),
    "fund_has_what_was_paid": ("UPDATE supplement_fundentry SET pence = pence + 1",),
    "fund_has_only_what_was_paid": (UNPAID,),
    "received_has_its_payment": ("UPDATE supplement_fundentry SET payment_id = NULL",),
    "fund_not_below_zero": ("UPDATE supplement_fundentry SET pence = 1",),
    "decided_within_what_is_free": ("UPDATE supplement_spendingdecision SET pence = 999999",),
    "spent_within_the_decision": ("UPDATE supplement_spending SET pence = 99999",),
    "decided_somewhere": ("UPDATE supplement_spendingdecision SET minute_words = ''",),
    "decided_for_its_own_plan": ("UPDATE development_developmentplan SET collaboration_id = 0",),
    "one_payee_in_force": ('supplement_payee {"id": 900001}',),
    "closed_period_is_quiet": (CLOSED, "UPDATE supplement_run SET state = 'paid'"),
    "closed_after_its_last_day": (CLOSED, "UPDATE supplement_periodclosing SET closed_at = '2026-07-01'"),
    "closed_once": (CLOSED, 'supplement_periodclosing {"id": 900002}'),
    "opened_again_by_another": (
        CLOSED,
        "UPDATE supplement_periodclosing SET reopened_at = closed_at, reopened_by_id = closed_by_id,"
        " reopened_words = 'x'",
    ),
    "second_person_agreed": (
        "UPDATE supplement_adjustment SET cause = 'counted', agreed_at = at, agreed_by_id = by_id,"
        " run_id = (SELECT min(id) FROM supplement_run)",
    ),
    "taken_back_says_why": ("UPDATE supplement_adjustment SET taken_back_at = at",),
    "handed_on_has_arrived": (
        "UPDATE supplement_fundentry SET kind = 'to_group', payment_id = NULL, came_from_id = NULL",
    ),
    "arrived_as_it_was_sent": ("UPDATE supplement_fundentry SET kind = 'from_group', came_from_id = id",),
    "share_is_in_the_books": (SHARE,),
    "share_by_run_is_whole": (SHARE, "UPDATE supplement_leaversettlement SET by_run = true"),
    "decided_as_it_was_voted": (PROPOSED,),
    "reported_with_its_claim": (REPORTED,),
    "reported_in_words": ("UPDATE supplement_claim SET state = 'reported'",),
}
_TARGET = re.compile(r"^(?:UPDATE |DELETE FROM |NEW )?([a-z]+_[a-z]+)")


@pytest.fixture
def paid(
    in_larkshire: Authority, led: Group, maya: User, fred: User, time_machine: TimeMachineFixture
) -> Run:
    """A run that was paid, a decision and an order of its fund, a waiver, and a correction that waits."""
    time_machine.move_to(AT.replace(day=20), tick=False)
    at = AT.replace(day=20)
    certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
    claim = assessed(paid_period(maya), led.collaboration, maya)
    payee_of(led.collaboration, led.acorns, maya)
    ClaimWaiver.objects.create(claim=claim, kind="attendance", reason="A flood.", by=maya, at=at)
    run = approved_run(claim.period, fred, maya, at=at)
    exported(run, fred)
    payment = Payment.objects.get()
    mark_payment(payment_id=payment.pk, outcome=Outcome.PAID, on=PAY_ON, by=fred, at=at)
    where = Decided(words="At our meeting in July", on=at.date())
    decision = decided(led.collaboration, 10_000, by=led.lena, at=at, decided=where)
    ordered(decision, 5_000, by=led.lena, at=at, paid_on=at.date())
    Adjustment.objects.create(
        claim=claim,
        membership=led.acorns,
        component="x",
        cause="other",
        pence=-500,
        words="x",
        by=fred,
        at=at,
    )
    run.refresh_from_db()
    return run


@contextmanager
def broken(statements: tuple[str, ...]) -> Iterator[None]:
    """The tables that the statements change, each behind a copy of itself without triggers and keys; taken
    back at the end.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        for table in {_table(statement) for statement in statements}:
            cursor.execute(f"CREATE TEMP TABLE {table} (LIKE public.{table} INCLUDING DEFAULTS)")
            cursor.execute(f"INSERT INTO pg_temp.{table} SELECT * FROM public.{table}")
        for statement in statements:
            table, _space, changes = statement.partition(" {")
            if statement.startswith("NEW "):
                statement = _added(table.removeprefix("NEW "), json.loads(f"{{{changes}"))
            elif changes:
                added = f"jsonb_populate_record(x, '{{{changes}'::jsonb)"
                statement = f"INSERT INTO {table} SELECT ({added}).* FROM {table} AS x"
            cursor.execute(statement)
        yield
        transaction.set_rollback(True)


def _added(table: str, row: dict[str, Any]) -> str:
    """A row of its own; what names a table is the lowest id there."""
    row = {"authority_id": current_authority_id(), **row}
    given = {key: value for key, value in row.items() if not _is_table(key, value)}
    found = "".join(
        f" || jsonb_build_object('{key}', (SELECT min(id) FROM {value}))"
        for key, value in row.items()
        if _is_table(key, value)
    )
    filled = f"jsonb_populate_record(NULL::{table}, '{json.dumps(given)}'::jsonb{found})"
    return f"INSERT INTO {table} SELECT ({filled}).*"


def _is_table(key: str, value: Any) -> bool:
    return key.endswith("_id") and isinstance(value, str)


def _table(statement: str) -> str:
    found = _TARGET.match(statement)
    assert found, statement
    return found[1]


def test_each_check_has_what_breaks_it_and_a_name_of_its_own() -> None:
    assert len(CHECKS) == len(BY_NAME) >= 45
    assert set(BREAKS) == set(BY_NAME)
    assert all(bool(check.sql) != bool(check.finds) for check in CHECKS)


@pytest.mark.django_db
def test_s8_everything_holds_of_a_paid_run_and_each_check_finds_what_breaks_it(paid: Run) -> None:
    assert {check.name: found for check in CHECKS if (found := check.failing())} == {}
    unseen = []
    for check in CHECKS:
        with broken(BREAKS[check.name]):
            if not check.failing():
                unseen.append(check.name)
    assert unseen == []


@pytest.mark.django_db
def test_s8_rows_of_another_authority_are_not_looked_at(paid: Run) -> None:
    elsewhere = "UPDATE supplement_runline SET authority_id = authority_id + 999"
    with broken((*BREAKS["line_once"], elsewhere)):
        assert BY_NAME["line_once"].failing() == []


@pytest.mark.django_db
def test_s8_what_newly_fails_is_an_alarm(
    paid: Run, fred: User, maya: User, browse: Callable[[User], Client]
) -> None:
    at = AT.replace(day=21)
    alarms = OutboxMessage.objects.filter(ids__kind="supplement.money_alarm")
    assert check_money(at=at).failed == 0
    with broken(BREAKS["payment_has_a_reference"]):
        check = check_money(at=at + timedelta(minutes=1))
        assert check.results == {"payment_has_a_reference": {"count": 1, "ids": [Payment.objects.get().pk]}}
        assert {row.ids["ids"]["user_id"] for row in alarms} == {fred.pk, maya.pk}
        check_money(at=at + timedelta(minutes=2))
        assert alarms.count() == 2  # the same again is no news
        shown = browse(fred).get("/larkshire/supplement/checks/").content.decode()
        assert "Every payment has a supplier reference." in shown
        assert "1 of" in shown


@pytest.mark.django_db
@pytest.mark.parametrize("kind", sorted(Entry))
def test_s10_money_of_each_kind_counts_as_the_rules_say(paid: Run, kind: Entry) -> None:
    """What makes a fund larger never puts it below zero, and what makes it smaller does."""
    group = CollaborationFactory()
    added = f'supplement_fundentry {{"id": 900001, "kind": "{kind}", "collaboration_id": {group.pk}}}'
    with broken((added,)):
        failing = BY_NAME["fund_not_below_zero"].failing()
    assert (group.pk in failing) == (kind not in COMES_IN)
    assert (f"'{kind}'" in _COMES_IN) == (kind in COMES_IN), "the trigger counts as the rules do"


def test_s8_the_command_says_what_fails(paid: Run, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("check_money", authority=paid.authority_id)
    assert "0 failed" in capsys.readouterr().out
    with (
        broken(BREAKS["payment_has_a_reference"]),
        pytest.raises(CommandError, match="payment_has_a_reference: 1"),
    ):
        call_command("check_money", authority=paid.authority_id)
