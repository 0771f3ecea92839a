"""A payment run of the supplement (S8): 6,000 collaborations and 45,000 members, against a SELECT of its
inputs.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial

from django.db import connections

from accounts.models import Authority
from accounts.services.authorities import create_authority
from accounts.services.people import register_person
from benchmarks.meter import in_child
from benchmarks.report import LIMIT, Contender, Job
from benchmarks.servers import Superuser
from core.scoping import authority_scope
from supplement.models.parts import SchemePeriod
from supplement.models.runs import Run, RunLine
from supplement.rules.criteria import Consequence, Kind
from supplement.rules.scheme_states import Subject
from supplement.rules.schemes import Basis, Instalment, Measure
from supplement.selectors import run_inputs
from supplement.services import consultation, parts, run_calculation, runs, schemes

SLUG, BASE = "runshire", 800_000_000
GROUPS, MEMBERS = 6_000, 45_000
AT = datetime(2026, 7, 10, 10, tzinfo=UTC)
COUNTED = date(2026, 5, 20)
#: Times the SELECT of the inputs (performance.md).
MOST = 15
#: Every other group has seven members, and every other one eight.
STATEMENTS = """
    INSERT INTO providers_provider (id, authority_id, urn, name, search_text, provider_type, provider_subtype,
        register_combination, on_early_years_register, on_compulsory_register, on_voluntary_register,
        registered_person_urn, registered_person_name, address_line_1, address_line_2, address_line_3, town, postcode,
        telephone, constituency, region, deprivation_band, first_listed_on)
    SELECT {base} + i, {authority}, 'EY' || i, 'Acorn ' || i, 'acorn ' || i, 'non_domestic', '', '', true,
        true, false, '', '', '', '', '', '', '', '', '', '', '', date '2016-06-30' FROM generate_series(1, {members}) i;
    INSERT INTO collaborations_collaboration (id, authority_id, name, kind, state, is_virtual, purpose, started_on,
        asked_by, enquiry)
    SELECT {base} + i, {authority}, 'Riverside ' || i, 'collaboration', 'active', false, '', date '2016-09-01', '', ''
      FROM generate_series(1, {groups}) i;
    INSERT INTO memberships_membership (id, authority_id, collaboration_id, provider_id, joined_on, leaving_reason,
        meetings_held, meetings_attended)
    SELECT {base} + i, {authority}, {base} + 1 + (i - 1) * {groups} / {members}, {base} + i, date '2016-09-01', '', 0, 0
      FROM generate_series(1, {members}) i;
    INSERT INTO provision_returnperiod (id, authority_id, name, count_date, opens_on, due_on, definition,
        childminder_definition, asks_detail)
    VALUES ({base}, {authority}, 'Summer', date '{counted}', date '{counted}', date '{counted}' + 20, 'All', '', false);
    INSERT INTO provision_staffreturn (authority_id, period_id, provider_id, staff, is_unchanged, note,
        certified_by_id, certified_at)
    SELECT {authority}, {base}, {base} + i, 1 + i % 20, false, '', {person}, now() FROM generate_series(1, {members}) i;
    INSERT INTO supplement_claim (id, authority_id, period_id, collaboration_id, state, stood, words, assessment,
        assessment_words, opened_by_id, opened_at, moved_at)
    SELECT {base} + i, {authority}, {period}, {base} + i, 'assessed', '', '', 'eligible', '', {person}, now(), now()
      FROM generate_series(1, {groups}) i
"""
INPUTS_SQL = (
    """
    SELECT m.id, m.collaboration_id, c.name, m.provider_id, p.name, p.provider_type, m.joined_on, m.left_on
      FROM memberships_membership m
      JOIN providers_provider p ON p.authority_id = m.authority_id AND p.id = m.provider_id
      JOIN collaborations_collaboration c ON c.authority_id = m.authority_id AND c.id = m.collaboration_id
     WHERE m.authority_id = %(authority)s ORDER BY m.collaboration_id, m.id""",
    "SELECT provider_id, staff, certified_by_id, certified_at FROM provision_staffreturn WHERE authority_id = %(authority)s",
    "SELECT id, collaboration_id, state FROM supplement_claim WHERE authority_id = %(authority)s ORDER BY id",
)


def measure(superuser: Superuser, rounds: int) -> list[Job]:
    """The whole of the worker's task: read, calculated, and kept with its lines and its snapshot."""
    authority_id = in_child(partial(make, superuser))
    superuser.run("VACUUM ANALYZE")
    job = Job(f"Payment run, {GROUPS:,} collaborations and {MEMBERS:,} members")
    for number in range(rounds):
        job.round(
            number,
            [
                Contender(
                    LIMIT,
                    partial(select_inputs, authority_id),
                    alias="owner",
                    note="its inputs in plain SQL, without isolation",
                ),
                Contender(
                    "ours, the whole run",
                    partial(calculate, authority_id),
                    prepare=partial(in_child, partial(ask, authority_id)),
                    target=MOST,
                    note="facts, criteria, calculation, working and snapshot, lines, steps of the claims",
                ),
                Contender(
                    "ours, facts alone",
                    partial(_facts, authority_id),
                    prepare=partial(in_child, partial(ask, authority_id)),
                ),
            ],
        )
    return [job]


def make(superuser: Superuser) -> int:
    authority = create_authority(name="Runshire", slug=SLUG, contact_email=f"one@{SLUG}.example")
    with authority_scope(authority):
        person = register_person(email=f"fred@{SLUG}.example", full_name="Fred Field")
        period = _period(person)
    facts = {
        "authority": authority.pk,
        "person": person.pk,
        "period": period,
        "base": BASE,
        "groups": GROUPS,
        "members": MEMBERS,
        "counted": COUNTED,
    }
    for statement in STATEMENTS.format(**facts).split(";"):
        superuser.run(statement)
    return int(authority.pk)


def _period(person) -> int:  # type: ignore[no-untyped-def]
    """Summer of an approved scheme: £12.50 a head, members that certified, at least three of them."""
    at = datetime(2026, 2, 2, 10, tzinfo=UTC)
    scheme = schemes.start_scheme(
        name="Supplement", starts_on=date(2026, 4, 1), ends_on=date(2027, 4, 1), by=person, at=at
    )
    about = {"legal_basis": "Regulations", "funding_source": "Dedicated schools grant"}
    schemes.change_scheme(scheme_id=scheme.pk, subject=Subject.ABOUT, values=about, by=person)
    days = {
        "name": "Summer",
        "starts_on": date(2026, 4, 1),
        "ends_on": date(2026, 9, 1),
        "count_on": COUNTED,
        "claims_from_on": date(2026, 5, 21),
        "claims_until_on": date(2026, 6, 18),
        "evidence_until_on": date(2026, 7, 2),
        "pot_pence": 600_000_000,
        "contingency_pence": 1_000_000,
    }
    pays = (Instalment(date(2026, 7, 15), 60), Instalment(date(2026, 8, 14), 40))
    period = parts.save_period(scheme_id=scheme.pk, values=days, instalments=pays, by=person)
    a_head = {
        "name": "Each member of staff",
        "basis": Basis.HEADS,
        "rate": Decimal("12.5"),
        "sum_pence": 0,
        "measure": Measure.HEADS,
        "provider_types": [],
        "min_hours": None,
        "min_level": None,
        "member_cap_pence": None,
        "collaboration_cap_pence": None,
    }
    parts.save_component(scheme_id=scheme.pk, values=a_head, by=person)
    for kind, consequence, threshold in (
        (Kind.RETURN, Consequence.EXCLUDE, None),
        (Kind.ACTIVE_MEMBERS, Consequence.BLOCK, 3),
    ):
        values = {
            "kind": kind,
            "consequence": consequence,
            "threshold": threshold,
            "window_days": None,
            "reduce_percent": 0,
            "grace_days": 0,
            "may_be_waived": False,
        }
        parts.save_criterion(scheme_id=scheme.pk, values=values, by=person)
    consultation.ask_leaders(
        scheme_id=scheme.pk, asked="Fair?", until_on=at.date() + timedelta(days=14), by=person, at=at
    )
    later = at + timedelta(days=21)
    consultation.record_changes(scheme_id=scheme.pk, changes="None", by=person, at=later)
    schemes.approve_scheme(scheme_id=scheme.pk, by=person, at=later)
    return int(period.pk)


def select_inputs(authority_id: int) -> None:
    with connections["owner"].cursor() as cursor:
        for statement in INPUTS_SQL:
            cursor.execute(statement, {"authority": authority_id})
            assert cursor.fetchall()


def ask(authority_id: int) -> None:
    """A new run that waits for its worker; the one before is called off."""
    with authority_scope(Authority.objects.get(pk=authority_id)):
        person = register_person(email=f"fred@{SLUG}.example", full_name="Fred Field")
        before = Run.objects.exclude(state="cancelled").first()
        if before is not None:
            if before.state == "calculating":
                Run.objects.filter(pk=before.pk).update(state="calculated")
            runs.cancel_run(run_id=before.pk, words="Measured", by=person, at=AT)
        period = Run.objects.values_list("period", flat=True).first() or SchemePeriod.objects.get().pk
        run = runs.start_run(period_id=period, by=person, at=AT)
        runs.calculate_run(run_id=run.pk, by=person, at=AT)


def calculate(authority_id: int) -> None:
    with authority_scope(Authority.objects.get(pk=authority_id)):
        run = Run.objects.get(state="calculating")
    run_calculation.calculate_claims(job_id=run.job_id or 0, run_id=run.pk, authority_id=authority_id)
    with authority_scope(Authority.objects.get(pk=authority_id)):
        assert RunLine.objects.filter(run=run).count() == MEMBERS


def _facts(authority_id: int) -> None:
    with authority_scope(Authority.objects.get(pk=authority_id)):
        run = Run.objects.get(state="calculating")
        claims = run_inputs.claims_to_calculate(run.period_id)
        inputs = run_inputs.inputs_of(run, claims, on=AT.date())
        assert sum(len(group.members) for group in inputs.facts) == MEMBERS
