"""Outcomes that an officer knows before Ofsted publishes them
(O6): they exist inside the case and nowhere else.
"""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.text import one_line
from leadership.models.cases import LeadershipCase, UnpublishedOutcome
from leadership.rules import cases as rules
from leadership.selectors.sight import every_case
from leadership.services.publication import publish_case


@transaction.atomic
@every_case()
def record_outcome(
    *, case_id: int, inspected_on: date, outcome: str, by: User, at: datetime
) -> UnpublishedOutcome:
    """Write down what was said at an inspection that is not published yet.

    It changes no judgement, list or count (O6).

    Raises ValidationError when the case is closed or the inspection is still to come.
    """
    case = LeadershipCase.objects.select_for_update(of=("self",)).get(pk=case_id)
    if case.closed_at is not None:
        raise ValidationError(_("This case is closed."))
    if inspected_on > timezone.localdate(at):
        raise ValidationError({"inspected_on": _("The date of the inspection must be today or in the past.")})
    made = UnpublishedOutcome.objects.create(
        case=case, inspected_on=inspected_on, outcome=one_line(outcome), recorded_by=by, recorded_at=at
    )
    record(Action.OUTCOME_RECORDED, about=case, by=by, confidential=True)
    return made


@transaction.atomic
@every_case()
def publish_outcome(
    *, outcome_id: int, published_on: date, report_url: str, by: User, at: datetime
) -> UnpublishedOutcome:
    """Record that Ofsted has published the report, with its date and address.

    The judgement itself comes with Ofsted's next file. In the same transaction the case says that it is
    published, and the succession opens where it waited for that.

    Raises ValidationError when the date lies in the future or before the inspection, or publication is
    recorded already.
    """
    made = (
        UnpublishedOutcome.objects.select_for_update(of=("self",)).select_related("case").get(pk=outcome_id)
    )
    if made.published_on is not None:
        raise ValidationError(_("The publication of this outcome is recorded already."))
    today = timezone.localdate(at)
    if refused := rules.problems_of_publication(
        inspected_on=made.inspected_on, published_on=published_on, today=today
    ):
        raise ValidationError({"published_on": [reason.in_words(_) for reason in refused]})
    made.published_on, made.report_url = published_on, report_url
    made.full_clean(validate_unique=False)
    made.save(update_fields=["published_on", "report_url"])
    publish_case(made.case, published_on=published_on, by=by, at=at)
    record(Action.OUTCOME_PUBLISHED, about=made.case, by=by, confidential=True)
    return made
