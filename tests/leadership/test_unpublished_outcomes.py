"""O6: until it is published an outcome exists inside its case and nowhere else.

Each way out of the case is tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from core.exports.registry import all_exports
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase, UnpublishedOutcome
from leadership.selectors import cases as selectors
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case
from leadership.services.eligibility import review_leaders
from leadership.services.outcomes import publish_outcome, record_outcome
from ofsted.selectors.standing import leading_decision
from tests.cast import person
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory
from tests.staging import staged

Browse = Callable[..., Client]
SECRET = "Marmalade"
REPORT = "https://reports.ofsted.gov.uk/provider/16/EY400000"


@staged
def case(larkshire: Authority, amina: User, maya: User) -> LeadershipCase:
    lena = person(larkshire, "Lena Field")
    with authority_scope(larkshire), every_case():
        LeadingPolicyFactory(version=1)
        appointment = LeaderAppointmentFactory(user=lena)
        inspection = InspectionFactory(provider=appointment.membership.provider, overall=3)
        case = LeadershipCaseFactory(appointment=appointment, inspection=inspection)
        assign_case(case_id=case.pk, officer=amina, by=maya, at=timezone.now())
    return case


def keep_secret(case: LeadershipCase, by: User) -> UnpublishedOutcome:
    with authority_scope(case.authority_id), every_case():
        return record_outcome(
            case_id=case.pk,
            inspected_on=date(2026, 6, 20),
            outcome=f"Inadequate. {SECRET}.",
            by=by,
            at=timezone.now(),
        )


def plain(page: bytes) -> str:
    """The page without what differs each time: tokens and the time of day."""
    text = page.decode()
    return re.sub(
        r'(csrfmiddlewaretoken" value|name="csrf-token" content)="[^"]+"|\d{1,2}:\d\d[ap]m', "", text
    )


def pages_outside(case: LeadershipCase) -> list[str]:
    provider, collaboration = (
        case.appointment.membership.provider_id,
        case.appointment.membership.collaboration_id,
    )
    return [
        "/larkshire/",
        "/larkshire/leadership/",
        "/larkshire/leadership/?state=all",
        f"/larkshire/leadership/?q={SECRET}",
        "/larkshire/collaborations/",
        f"/larkshire/collaborations/{collaboration}/",
        "/larkshire/admin/",
        "/larkshire/admin/providers/provider/",
        f"/larkshire/admin/providers/provider/{provider}/change/",
        f"/larkshire/admin/providers/provider/?q={SECRET}",
        "/larkshire/admin/ofsted/leadingpolicy/",
        "/larkshire/exports/",
    ]


@pytest.mark.parametrize("who", ["amina", "maya", "fred"])
def test_o6_no_page_outside_the_case_changes(
    case: LeadershipCase, amina: User, browse: Browse, who: str, request: pytest.FixtureRequest
) -> None:
    client = browse(request.getfixturevalue(who))
    for address in pages_outside(case):
        client.get(address)  # home names what was looked at last
    before = {address: client.get(address) for address in pages_outside(case)}
    assert any(answer.status_code == 200 for answer in before.values())
    keep_secret(case, amina)
    for address, answer in before.items():
        after = client.get(address)
        assert after.status_code == answer.status_code, address
        assert plain(after.content) == plain(answer.content), address


def test_o6_the_judgement_that_counts_and_the_check_do_not_change(
    case: LeadershipCase, amina: User, larkshire: Authority
) -> None:
    provider_id = case.appointment.membership.provider_id
    today = timezone.localdate()
    with authority_scope(larkshire), every_case():
        before = leading_decision(provider_id=provider_id, on=today)
    keep_secret(case, amina)
    with authority_scope(larkshire), every_case():
        assert leading_decision(provider_id=provider_id, on=today) == before
        assert review_leaders(slot="x", on=today, at=timezone.now()).opened == 0
        fresh = LeadershipCase.objects.get(pk=case.pk)
        assert (fresh.ground, fresh.reason, fresh.inspection_id) == (
            case.ground,
            case.reason,
            case.inspection_id,
        )


def test_o6_no_mail_and_no_phrase_of_the_audit_log_says_it(
    case: LeadershipCase, amina: User, larkshire: Authority
) -> None:
    keep_secret(case, amina)
    assert mail.outbox == []
    with authority_scope(larkshire), every_case():
        (entry,) = Entry.objects.filter(action=Action.OUTCOME_RECORDED)
        assert entry.is_confidential
        assert entry.sentence == "recorded an outcome inside a leadership case"
        for row in Entry.objects.all():
            assert SECRET not in f"{row.sentence} {row.facts} {row.about_name}"
            assert "Inadequate" not in f"{row.sentence} {row.facts}"


def test_o6_no_export_holds_cases_or_outcomes(
    case: LeadershipCase, amina: User, larkshire: Authority, maya: User
) -> None:
    keep_secret(case, amina)
    with authority_scope(larkshire), every_case():
        for export in all_exports():
            try:
                rows = list(export.rows(export.clean_filters({}), by=maya))
            except ValueError:  # an export about one object, named by its page
                continue
            assert SECRET not in str(rows), export.identifier
            assert "Lena" not in str(rows) or "leadership" not in export.identifier


def test_o6_the_database_of_the_case_keeps_it_out_of_the_history(
    case: LeadershipCase, amina: User, larkshire: Authority
) -> None:
    keep_secret(case, amina)
    with authority_scope(larkshire), every_case():
        history = LeadershipCase.history.rel.related_model.objects.values()  # type: ignore[attr-defined]
        assert SECRET not in str(list(history))
    assert not hasattr(UnpublishedOutcome, "history")


def test_o6_inside_the_case_it_stands_in_full(case: LeadershipCase, amina: User, browse: Browse) -> None:
    keep_secret(case, amina)
    assert SECRET in browse(amina).get(f"/larkshire/leadership/{case.pk}/").content.decode()


# --- publication --------------------------------------------------------------------------------------------


def test_o6_publication_is_recorded_once_with_its_report(
    case: LeadershipCase, amina: User, larkshire: Authority
) -> None:
    outcome = keep_secret(case, amina)
    day = timezone.localdate()
    with authority_scope(larkshire), every_case():
        for wrong in (day + timedelta(days=1), date(2026, 6, 1)):
            with pytest.raises(ValidationError):
                publish_outcome(
                    outcome_id=outcome.pk, published_on=wrong, report_url=REPORT, by=amina, at=timezone.now()
                )
        done = publish_outcome(
            outcome_id=outcome.pk, published_on=day, report_url=REPORT, by=amina, at=timezone.now()
        )
        assert (done.published_on, done.report_url) == (day, REPORT)
        with pytest.raises(ValidationError, match="recorded already"):
            publish_outcome(
                outcome_id=outcome.pk, published_on=day, report_url=REPORT, by=amina, at=timezone.now()
            )
        assert Entry.objects.filter(action=Action.OUTCOME_PUBLISHED, is_confidential=True).count() == 1


def test_o6_a_publication_without_a_report_is_refused_by_the_database(
    case: LeadershipCase, amina: User, larkshire: Authority
) -> None:
    outcome = keep_secret(case, amina)
    with authority_scope(larkshire), every_case(), pytest.raises(IntegrityError), transaction.atomic():
        UnpublishedOutcome.objects.filter(pk=outcome.pk).update(published_on=date(2026, 7, 1))


def test_o6_an_inspection_still_to_come_has_no_outcome(
    case: LeadershipCase, amina: User, larkshire: Authority
) -> None:
    with authority_scope(larkshire), pytest.raises(ValidationError, match="today or in the past"):
        record_outcome(
            case_id=case.pk, inspected_on=date(2099, 1, 1), outcome="x", by=amina, at=timezone.now()
        )


def test_o6_the_outcome_of_one_case_is_not_found_through_another(
    case: LeadershipCase, amina: User, larkshire: Authority
) -> None:
    outcome = keep_secret(case, amina)
    with authority_scope(larkshire), every_case():
        other = LeadershipCaseFactory(appointment=LeaderAppointmentFactory(user=amina))
        assert selectors.outcome_in(other, outcome.pk) is None
        assert selectors.outcome_in(case, outcome.pk) == outcome
