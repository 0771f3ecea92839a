"""What 6,000 collaborations with claims and a calculated run cost the people of the money: the pages of
officers and finance against the empty page of the same run, and the nightly checks (S8) against the SELECT of
a run's inputs.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from accounts.models import Authority
from accounts.roles import Role
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from benchmarks import runs
from benchmarks.meter import Cost, in_child, measured
from benchmarks.register import prove_second_factor
from benchmarks.report import LIMIT, Contender, Job
from benchmarks.servers import Superuser
from core.scoping import authority_scope
from memberships.services.counts import settle_counts
from supplement.models.runs import Run
from supplement.services.checking import check_money

REQUESTS = 5
#: Times the empty page (performance.md: lists).
LIST_TARGET = 6.0
PAGES = {
    LIMIT: "nothing/",
    "home of finance": "",
    "queue of claims": "supplement/evidence/",
    "runs": "supplement/runs/",
    "a run": "supplement/runs/{run}/",
    "payments over £500": "supplement/reports/over-500/",
    "who failed which rule": "supplement/reports/rules/",
    "the checks of the money": "supplement/checks/",
}
CHECKS = "the checks of the money, every one"


def measure(superuser: Superuser, rounds: int) -> list[Job]:
    authority_id = in_child(partial(runs.make, superuser))
    superuser.run("VACUUM ANALYZE")
    in_child(partial(runs.ask, authority_id))
    in_child(partial(runs.calculate, authority_id))
    superuser.run("VACUUM ANALYZE")
    pages = Job(f"Pages of the money, {runs.GROUPS:,} collaborations with claims, one request")
    for name, costs in in_child(partial(_visit, authority_id, rounds)).items():
        for cost in costs:
            pages.note(Contender(name, lambda: None, target=None if name == LIMIT else LIST_TARGET), cost)
    checks = Job(f"Checks of the money, {runs.GROUPS:,} collaborations and {runs.MEMBERS:,} members")
    for number in range(rounds):
        limit = Contender(
            LIMIT,
            partial(runs.select_inputs, authority_id),
            alias="owner",
            note="a run's inputs in plain SQL",
        )
        checks.round(number, [limit, Contender(CHECKS, partial(_check, authority_id))])
    return [pages, checks]


def _visit(authority_id: int, rounds: int) -> dict[str, list[Cost]]:
    """All pages of a round one after the other in one process, the first round to warm up."""
    from allauth.mfa.models import Authenticator
    from django.conf import settings
    from django.test import Client

    settings.AUTHORITY_URLCONF = "benchmarks.page_addresses"
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with authority_scope(Authority.objects.get(pk=authority_id)):
        fred = register_person(email=f"fred@{runs.SLUG}.example", full_name="Fred Field")
        for role in (Role.FINANCE, Role.MANAGER):
            appoint_to_role(user=fred, role=role, starts_on=date(2024, 1, 1), by=None)
        settle_counts()
        check_money(at=runs.AT)
        run = Run.objects.get(state="calculated").pk
    Authenticator.objects.create(user=fred, type=Authenticator.Type.TOTP, data={})
    client = Client()
    client.force_login(fred, backend="accounts.backends.SignIn")
    prove_second_factor(client, fred)
    found: dict[str, list[Cost]] = {name: [] for name in PAGES}
    for number in range(rounds + 1):
        for name, address in PAGES.items():
            where = f"/{runs.SLUG}/{address.format(run=run)}"
            cost = measured(partial(_request, client, where)).times(1 / REQUESTS)
            if number:
                found[name].append(cost)
    return found


def _request(client: object, address: str) -> None:
    for _ in range(REQUESTS):
        answer = client.get(address)  # type: ignore[attr-defined]
        assert answer.status_code == 200, f"{address}: {answer.status_code}"


def _check(authority_id: int) -> None:
    with authority_scope(Authority.objects.get(pk=authority_id)):
        row = check_money(at=runs.AT)
        assert not row.failed, row.results
