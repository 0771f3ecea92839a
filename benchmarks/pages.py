"""Officers' lists and the admin's register at 60,000 settings, against an empty page in the same process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from statistics import median

from benchmarks.meter import Cost, NotMeasured, in_child, measured
from benchmarks.register import (
    COUNTY,
    REGIONS,
    Region,
    leader_of,
    manager_of,
    prove_second_factor,
    publish_and_let_lead,
)
from benchmarks.report import LIMIT, Contender, Job
from benchmarks.servers import Superuser

REQUESTS = 10
LIST_TARGET = 6.0  # at least a sixth of the empty page's rate
MAP_TARGET = 10.0
ADMIN_TARGET = 13.0  # 90 a second where the empty page does about 1,175
DASHBOARD = "the leader's page of a group"
PLAIN = "Django's own list in the admin"
ADMIN = "the register in the admin, 25 rows"
Pages = Mapping[str, tuple[str, float | None]]
PAGES = {
    "limit": ("nothing/", None),
    "the empty page with its head and foot": ("layout/", None),
    "home": ("", LIST_TARGET),
    "a group, for an officer": ("collaborations/{first}/", LIST_TARGET),
    "collaborations": ("collaborations/", LIST_TARGET),
    "the map of districts": ("collaborations/map/", MAP_TARGET),
    DASHBOARD: ("collaborations/{first}/", LIST_TARGET),
    "a setting": ("settings/{first}/", LIST_TARGET),
    "a person": ("people/{person}/", LIST_TARGET),
    "settings": ("settings/", LIST_TARGET),
    "people": ("people/", LIST_TARGET),
    "the public page": ("public/", None),
    "leadership cases": ("leadership/", LIST_TARGET),
    ADMIN: ("admin/providers/provider/", ADMIN_TARGET),
    "the register searched": ("admin/providers/provider/?q=acorn", None),
    PLAIN: ("plain-admin/providers/provider/", None),
}
MISSPELT = "search, misspelt"
#: Seconds of a misspelt search among the settings of a county (N5).
MISSPELT_SECONDS = 0.050
SEARCH_TARGET = 1.5  # no more than half as much again as the list of settings
#: The search of everything, against the list of settings (N5): with hits, corrected, and with none.
SEARCHES = {
    "limit": ("admin/providers/provider/", None),
    "search, a word of many names": ("search/?q=acorn", SEARCH_TARGET),
    "search, a name that is one of many": ("search/?q=acorn+nursery+59", SEARCH_TARGET),
    MISSPELT: ("search/?q=Acron+nursary", SEARCH_TARGET),
    "search, nothing like it": ("search/?q=xylophone", SEARCH_TARGET),
}


def measure(superuser: Superuser, rounds: int) -> list[Job]:
    searches = [
        _measure(region, rounds, SEARCHES, "Search of everything, the limit is the list of settings")
        for region in (COUNTY, *REGIONS[:2])
    ]
    return [*(_measure(region, rounds) for region in REGIONS[1:]), *searches]


def _measure(region: Region, rounds: int, pages: Pages = PAGES, what: str = "Pages") -> Job:
    job = Job(f"{what} at {region.leaders:,} settings, one request")
    try:
        found = in_child(partial(_visit, region, rounds, pages))
    except NotMeasured as problem:
        job.problems[LIMIT] = str(problem)
        job.note(Contender(LIMIT, lambda: None), None)
        return job
    for name, costs in found.items():
        for cost in costs:
            job.note(Contender(name, lambda: None, target=pages[name][1]), cost)
    if MISSPELT in pages:
        job.facts.append(misspelt_in_words(job))
    if PLAIN not in pages:
        return job
    against = job.ratio(ADMIN, PLAIN)
    job.facts.append(
        f"{region.leaders // 10:,} collaborations. The register in the admin costs {against or 0:.2f} ×"
        " Django's own list, which shows 100 rows."
    )
    return job


def misspelt_in_words(job: Job) -> str:
    """What a misspelt search costs to the seconds that are allowed at the size of a county."""
    seconds = [cost.seconds for cost in job.costs[MISSPELT] if cost]
    if not seconds:
        return "A misspelt search was not measured."
    return (
        f"A misspelt search costs {median(seconds) / MISSPELT_SECONDS:.2f} × the"
        f" {MISSPELT_SECONDS * 1000:.0f} ms that it may take among {COUNTY.leaders:,} settings."
    )


def _visit(region: Region, rounds: int, pages: Pages) -> dict[str, list[Cost]]:
    """All pages of a round one after the other in one process, the first round to warm up."""
    from allauth.mfa.models import Authenticator
    from django.conf import settings
    from django.test import Client

    settings.AUTHORITY_URLCONF = "benchmarks.page_addresses"
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    manager = manager_of(region)
    Authenticator.objects.get_or_create(user=manager, type=Authenticator.Type.TOTP, defaults={"data": {}})
    publish_and_let_lead(region)
    client, leading = Client(), Client()
    client.force_login(manager, backend="accounts.backends.SignIn")
    prove_second_factor(client, manager)
    leading.force_login(leader_of(region), backend="accounts.backends.SignIn")
    found: dict[str, list[Cost]] = {name: [] for name in pages}
    for number in range(rounds + 1):
        for name, (address, _) in pages.items():
            visitor = leading if name == DASHBOARD else client
            where = f"/{region.slug}/{address.format(first=region.base + 1, person=manager.pk)}"
            cost = measured(partial(_request, visitor, where)).times(1 / REQUESTS)
            if number:
                found[name].append(cost)
    return found


def _request(client: object, address: str) -> None:
    for _ in range(REQUESTS):
        answer = client.get(address)  # type: ignore[attr-defined]
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
