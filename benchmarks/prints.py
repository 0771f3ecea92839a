"""PDFs of ways of working: one document, a batch through Celery beside a bare pool, and the second request
for the same version.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from statistics import median

import psutil
from django.conf import settings
from django.utils import timezone

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services.authorities import create_authority
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from benchmarks.meter import Cost, in_child, measured, tree_seconds
from benchmarks.register import prove_second_factor
from benchmarks.report import Contender, Job
from benchmarks.servers import ROOT, Superuser
from collaborations.models import Collaboration
from core import pdf
from core.scoping import authority_scope
from documents.models import Job as Work
from ways_of_working.models import TermsSection, WaysOfWorking
from ways_of_working.pdf import TERMS_TEMPLATE, terms_context
from ways_of_working.rules.questions import SECTIONS, questions_of
from ways_of_working.rules.record import LeaderLine, MemberLine, Record, record_as_json
from ways_of_working.selectors.reading import terms_document
from ways_of_working.services.print_batches import start_batch
from ways_of_working.services.printing import keep_print

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
DOCUMENTS, ONE_BY_ONE, PROCESSES, REQUESTS = 16, 4, 2, 20
PATIENCE = 900.0


def measure(superuser: Superuser, rounds: int) -> list[Job]:
    authority, officer, versions = _make()
    ready = _ready(authority, versions)
    content = pdf.render(ready[0])  # what is loaded once, before any process is split off
    job = Job("PDF of ways of working")
    forget = partial(
        superuser.run,
        "UPDATE ways_of_working_waysofworking SET document_id = NULL",
        "DELETE FROM documents_storedfile",
    )
    scale = 1 / ONE_BY_ONE
    for number in range(rounds):
        limit = Contender(
            "limit",
            partial(_alone, ready[:ONE_BY_ONE]),
            scale=scale,
            note="WeasyPrint on ready HTML, style and fonts kept",
        )
        ours = partial(_ours, authority, versions[:ONE_BY_ONE])
        job.round(
            number,
            [
                limit,
                Contender(
                    "ours",
                    ours,
                    prepare=forget,
                    scale=scale,
                    target=1.1,
                    most_memory=200,
                    note="read, drawn, stored",
                ),
            ],
        )
    in_child(partial(_ours, authority, versions[:1]))
    second = in_child(partial(_second_request, authority, officer, versions[0]))
    job.facts.append(
        f"A document has {len(content) / 1024:.0f} KB. The second request takes"
        f" {1000 * second.seconds / REQUESTS:.1f} ms of CPU, page and all (target 40:"
        f" {'met' if second.seconds / REQUESTS <= 0.04 else 'not met'})."
    )
    job.facts.append(_batches(authority, officer, ready, forget, rounds))
    return [job]


def _batches(
    authority: Authority, officer: User, ready: list[str], forget: Callable[[], None], rounds: int
) -> str:
    pools, batches, shares, memory = [], [], [], 0.0
    with _worker() as worker:
        _through_celery(authority, officer, worker)  # warm, as the pool is
        for _round in range(rounds):
            pool, drawn = in_child(partial(_pool, ready))
            pools.append(pool)
            forget()
            seconds, used, most = _through_celery(authority, officer, worker)
            batches.append(seconds)
            shares.append(drawn / used)
            memory = max(memory, most)
            print(
                f"  batch of {len(ready)}: pool {pools[-1]:.1f} s, Celery {seconds:.1f} s; CPU {drawn:.1f}"
                f" and {used:.1f} s",
                flush=True,
            )
    share = median(pool / batch for pool, batch in zip(pools, batches, strict=True))
    said = "met" if median(shares) >= 0.85 else "not met"
    rates = [len(ready) / median(times) for times in (pools, batches)]
    return (
        f"A batch of {len(ready)} on the clock: a bare pool of {PROCESSES} processes makes {rates[0]:.2f} a"
        f" second, Celery with {PROCESSES}, packing included, {rates[1]:.2f}: {share:.2f} of its rate. By"
        f" processor time, which other work disturbs less: {median(shares):.2f} (target 0.85: {said}). A"
        f" worker's process has {memory:.0f} MB at most."
    )


def _make() -> tuple[Authority, User, list[WaysOfWorking]]:
    """An authority with as many adopted versions as a batch has, each of about a dozen pages."""
    authority = create_authority(
        name="Printshire", slug="printshire", contact_email="early.years@printshire.example"
    )
    with authority_scope(authority):
        officer = register_person(email="officer@printshire.example", full_name="Olga Press")
        appoint_to_role(user=officer, role=Role.OFFICER, starts_on=date(2020, 1, 1), by=None)
        return authority, officer, [_version(number, officer) for number in range(DOCUMENTS)]


def _version(number: int, by: User) -> WaysOfWorking:
    group = Collaboration.objects.create(name=f"Group {number:04}", started_on=date(2024, 9, 1))
    members = tuple(
        MemberLine(one, f"Setting {number} {one} Pre-school", "non_domestic", date(2024, 9, 1))
        for one in range(1, 9)
    )
    record = Record(
        members=members, leaders=(LeaderLine("Lena Hartley", members[0].name, "joint"),), rule="all"
    )
    ways = WaysOfWorking.objects.create(
        collaboration=group, version=1, state="adopted", started_by=by, started_at=AT, adopted_on=timezone.localdate(AT), adopted_by=by,
        decision="All agreed.", record=record_as_json(record),
    )  # fmt: skip
    TermsSection.objects.bulk_create(
        TermsSection(
            ways=ways,
            key=section.key,
            position=place,
            texts={one.key: "\n".join(one.examples) for one in questions_of(section.key)},
        )
        for place, section in enumerate(SECTIONS)
        if not section.local
    )
    return ways


def _ready(authority: Authority, versions: list[WaysOfWorking]) -> list[str]:
    with authority_scope(authority):
        drawn = [terms_context(terms_document(one, on=timezone.localdate(AT))) for one in versions]
        return [pdf.document_html(TERMS_TEMPLATE, one, authority=authority) for one in drawn]


def _alone(ready: list[str]) -> None:
    engine = pdf._engine()
    for html in ready:
        document = engine.html(string=html, base_url=pdf._folder().as_uri() + "/", url_fetcher=engine.fetcher)
        document.write_pdf(
            stylesheets=[engine.style_sheet], font_config=engine.fonts, pdf_variant=pdf.VARIANT
        )


def _ours(authority: Authority, versions: list[WaysOfWorking]) -> None:
    for one in versions:
        with authority_scope(authority):
            keep_print(ways_id=one.pk, at=AT)


def _second_request(authority: Authority, officer: User, ways: WaysOfWorking) -> Cost:
    """Requests for a version that is stored, through the whole
    stack, by a process that has answered before.
    """
    from allauth.mfa.models import Authenticator
    from django.test import Client

    Authenticator.objects.get_or_create(user=officer, type=Authenticator.Type.TOTP, data={})
    client = Client()
    client.force_login(officer, backend=settings.AUTHENTICATION_BACKENDS[0])
    prove_second_factor(client, officer)
    where = f"/{authority.slug}/collaborations/{ways.collaboration_id}/ways-of-working/{ways.version}/pdf/"

    def ask(times: int) -> None:
        for _time in range(times):
            answer = client.get(where)
            assert b"".join(answer.streaming_content).startswith(b"%PDF"), answer.status_code  # type: ignore[attr-defined]

    ask(1)
    return measured(partial(ask, REQUESTS))


def _pool(ready: list[str]) -> tuple[float, float]:
    """Seconds on the clock and of processor time for a pool that does
    nothing but draw; its processes are there and warm.
    """
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        pool.map(pdf.render, ready[:PROCESSES], chunksize=1)
        me = psutil.Process()
        start, used = time.perf_counter(), tree_seconds(me)
        pool.map(pdf.render, ready, chunksize=1)
        return time.perf_counter() - start, tree_seconds(me) - used


@contextmanager
def _worker() -> Iterator[psutil.Process]:
    arguments = [
        "worker",
        f"--concurrency={PROCESSES}",
        "--loglevel=WARNING",
        "--without-mingle",
        "--without-gossip",
    ]
    child = subprocess.Popen(
        [sys.executable, "-m", "celery", "--app=config.celery", *arguments], cwd=ROOT, env={**os.environ}
    )
    try:
        yield psutil.Process(child.pid)
    finally:
        child.terminate()
        child.wait(timeout=60)


def _through_celery(
    authority: Authority, officer: User, worker: psutil.Process
) -> tuple[float, float, float]:
    """Seconds on the clock from asking to the finished zip file, of the
    worker's processor time, and its biggest process's megabytes.
    """
    used = tree_seconds(worker)
    with authority_scope(authority):
        job_id, start = start_batch(district=None, by=officer, at=datetime.now(UTC)).pk, time.perf_counter()
    while time.perf_counter() - start < PATIENCE:
        with authority_scope(authority):
            row = Work.objects.get(pk=job_id)
        if row.state in ("done", "failed"):
            assert row.state == "done", row.message
            seconds = time.perf_counter() - start
            memory = max(one.memory_info().rss for one in worker.children(recursive=True)) / 1024 / 1024
            return seconds, tree_seconds(worker) - used, memory
        time.sleep(0.05)
    raise TimeoutError("the batch did not end")
