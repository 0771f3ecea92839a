"""Trying a scheme on the facts of the last count date (S2): long work, so a job with progress."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.scoping import authority_scope
from core.wording import date_in_words
from documents.models import Job
from documents.selectors import job_under_way
from documents.services import jobs
from documents.services.outbox import enqueue
from provision.models import StaffReturn
from supplement.rules.simulating import simulated, year_sums
from supplement.selectors import schemes
from supplement.selectors import simulation as selectors
from supplement.services.schemes import GONE, mark_of_all

STEPS = 3


@transaction.atomic
def start_simulation(*, scheme_id: int, about: str, by: User, at: datetime) -> Job:
    """Ask for it. ``about`` is the address of its page. Asked for twice at once it is one job.

    Raises ValidationError where there is nothing to try it on, or nothing to try.
    """
    scheme = schemes.scheme_for_update(scheme_id)
    if scheme is None:
        raise ValidationError(_(GONE))
    under_way = job_under_way(by, kind=selectors.KIND, about=about)
    if under_way is not None:
        return under_way
    count = selectors.last_count(on=timezone.localdate(at))
    if count is None:
        raise ValidationError(
            _("No staff number is certified yet, so there is nothing to try the scheme on.")
        )
    if not scheme.periods.exists() or not scheme.components.exists():
        raise ValidationError(_("Write at least one period and one thing that is paid for first."))
    job = jobs.start_job(
        kind=selectors.KIND,
        title=_("Trying the scheme “%(scheme)s”") % {"scheme": scheme},
        by=by,
        at=at,
        total=STEPS,
        message=_("Waiting to start"),
        about=about,
    )
    record(Action.SCHEME_TRIED, about=scheme, by=by, day=date_in_words(count.count_date))
    enqueue("supplement.simulate", job_id=job.pk, scheme_id=scheme.pk)
    return job


def simulate(*, job_id: int, scheme_id: int, authority_id: int) -> None:
    """Work it out. A second delivery, or one after a crash, gives the same result once."""
    with authority_scope(authority_id):
        if not jobs.begin(job_id=job_id, at=timezone.now()):
            return
    with authority_scope(authority_id):
        on = timezone.localdate()
        scheme, count = schemes.scheme_by_id(scheme_id), selectors.last_count(on=on)
        if scheme is None or count is None:
            jobs.fail(job_id=job_id, at=timezone.now(), reason=_("The scheme was put aside."))
            return
        other = selectors.compared_with(scheme, on=on)
        year, before = schemes.year_of(scheme), schemes.year_of(other) if other else None
        if not year.periods:
            jobs.fail(job_id=job_id, at=timezone.now(), reason=_("The scheme has no period."))
            return
        years = (year, before) if before is not None and before.periods else (year,)
        facts = selectors.facts_on(count, before=selectors.earliest_start(*years))
        certified = StaffReturn.objects.filter(period=count).count()
        jobs.advance(job_id=job_id, done=1, message=_("Calculating"))
    after_sums = year_sums(year, facts)
    with authority_scope(authority_id):
        if not jobs.advance(job_id=job_id, done=2, message=_("Calculating the scheme of today")):
            return  # stopped meanwhile
    before_sums = year_sums(before, facts) if before is not None else {}
    names = {collaboration.id: collaboration.name for collaboration in facts}
    simulation = simulated(names, before_sums, after_sums, year)
    result = selectors.as_result(
        simulation,
        count_date=count.count_date.isoformat(),
        certified=certified,
        against=other.name if other else "",
        mark=mark_of_all(year),
    )
    with authority_scope(authority_id):
        jobs.finish(job_id=job_id, at=timezone.now(), result=result, message=_("Done"))
