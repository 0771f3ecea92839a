"""Jobs: each step is told, an ended job does not begin again, and another authority's does not exist."""

from datetime import timedelta

import pytest
from django.test import override_settings

from accounts.models import Authority, User
from audit.models import Entry
from core.cache import cache_breaker
from core.scoping import authority_scope
from documents import selectors
from documents.models import Job
from documents.rules import State
from documents.services import jobs
from tests.factories.documents import ASKED_AT, JobFactory
from tests.staging import staged

LATER = ASKED_AT + timedelta(minutes=1)


@staged
def job(larkshire: Authority, amina: User) -> int:
    with authority_scope(larkshire):
        return jobs.start_job(
            kind="import",
            title="The national file",
            by=amina,
            at=ASKED_AT,
            total=4,
            about="/ofsted/imports/3/",
        ).pk


def test_a_job_from_start_to_end(larkshire: Authority, job: int) -> None:
    with authority_scope(larkshire):
        assert jobs.begin(job_id=job, at=LATER)
        assert jobs.advance(job_id=job, done=2, message="Reading", line="2 rows read")
        assert jobs.advance(job_id=job, done=3, total=5, line="3 rows read")
        assert jobs.finish(job_id=job, at=LATER, result={"new": 3}, message="Loaded")
        row = Job.objects.get(pk=job)
    assert (row.state, row.done, row.total, row.message) == (State.DONE, 5, 5, "Loaded")
    assert row.log == "2 rows read\n3 rows read\n"
    assert row.result == {"new": 3}
    assert (row.started_at, row.ended_at) == (LATER, LATER)
    assert row.url == "ofsted/imports/3/"


def test_a_job_of_unknown_length_ends_with_what_was_done(larkshire: Authority, amina: User) -> None:
    with authority_scope(larkshire):
        job = jobs.start_job(kind="x", title="x", by=amina, at=ASKED_AT).pk
        jobs.begin(job_id=job, at=LATER)
        jobs.advance(job_id=job, done=7)
        jobs.finish(job_id=job, at=LATER)
        assert Job.objects.get(pk=job).done == 7


@pytest.mark.parametrize("end", ["finish", "fail", "cancel"])
def test_an_ended_job_is_left_alone(larkshire: Authority, amina: User, job: int, end: str) -> None:
    with authority_scope(larkshire):
        jobs.begin(job_id=job, at=LATER)
        assert getattr(jobs, end)(
            job_id=job, at=LATER, **{"fail": {"reason": "broken"}, "cancel": {"by": amina}}.get(end, {})
        )
        assert not jobs.begin(job_id=job, at=LATER)
        assert not jobs.advance(job_id=job, done=4)
        assert not jobs.fail(job_id=job, at=LATER, reason="again")
        assert not jobs.cancel(job_id=job, by=amina, at=LATER)
        entries = Entry.objects.filter(action="job_stopped")
        assert [str(entry) for entry in entries] == (
            ["Amina Yusuf stopped “The national file”"] if end == "cancel" else []
        )


def test_a_failed_job_says_why(larkshire: Authority, job: int) -> None:
    with authority_scope(larkshire):
        jobs.fail(job_id=job, at=LATER, reason="The file is damaged.", line="line 7")
        row = Job.objects.get(pk=job)
    assert (row.state, row.message, row.log) == (State.FAILED, "The file is damaged.", "line 7\n")


def test_another_authoritys_job_cannot_be_moved(
    larkshire: Authority, marlshire: Authority, otto: User, job: int
) -> None:
    with authority_scope(marlshire):
        assert not jobs.begin(job_id=job, at=LATER)
        assert not jobs.cancel(job_id=job, by=otto, at=LATER)
        assert selectors.job_by_id(job) is None
    with authority_scope(larkshire):
        assert Job.objects.get(pk=job).state == State.QUEUED


def test_a_step_under_way_is_told_through_the_cache(larkshire: Authority, job: int) -> None:
    with authority_scope(larkshire):
        jobs.begin(job_id=job, at=LATER)
        jobs.report_progress(job_id=job, done=3)
        row = Job.objects.get(pk=job)
        assert selectors.job_progress(row) == {"done": 3, "total": 4, "percent": 75}


@override_settings(
    CACHES={"default": {"BACKEND": "core.cache.SoftRedisCache", "LOCATION": "redis://127.0.0.1:1/0"}}
)
def test_without_a_cache_the_work_goes_on(larkshire: Authority, job: int) -> None:
    with authority_scope(larkshire):
        jobs.begin(job_id=job, at=LATER)
        jobs.report_progress(job_id=job, done=1)
        assert selectors.job_progress(Job.objects.get(pk=job))["done"] == 0
    cache_breaker.close()


def test_who_may_see_and_stop_a_job(larkshire: Authority, amina: User, fred: User, sam: User) -> None:
    with authority_scope(larkshire):
        job = JobFactory(started_by=fred)
        ended = JobFactory(started_by=fred, state=State.DONE)
        loading = JobFactory(started_by=fred, kind="ofsted_load_file")
        assert selectors.may_see_job(fred, job)
        assert selectors.may_see_job(amina, job)
        assert not selectors.may_see_job(sam, job)
        assert selectors.may_cancel_job(fred, job)
        assert not selectors.may_cancel_job(amina, job)
        assert not selectors.may_cancel_job(fred, ended)
        assert not selectors.may_cancel_job(fred, loading)
        assert list(selectors.jobs_of(fred)) == [loading, ended, job]
        assert not selectors.jobs_of(amina)
