"""What people do with a leadership case: read, assign, name readers, close.

All of it is confidential in the audit log.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import Permission as DjangoPermission
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from accounts.permissions import Permission
from accounts.rules import EndTerms, Kind
from accounts.services.appointments import AppointmentKind, end_appointment, give_appointment
from audit.rules.actions import Action
from audit.services import record
from core.text import several_lines
from core.wording import date_in_words
from documents.services.outbox import send_email
from leadership.emails.cases import CaseAssigned
from leadership.models.cases import CaseGrant, LeadershipCase
from leadership.rules import cases as rules
from leadership.rules.stages import Stage
from leadership.selectors import cases as selectors
from leadership.selectors import steps as step_selectors
from leadership.selectors.sight import every_case
from leadership.services.switches import let_support_back


@transaction.atomic
@every_case()
def record_reading(*, case: LeadershipCase, by: User) -> None:
    """Note that a person opens a page of a case: each opening, shown to those who see the case."""
    record(Action.CASE_READ, about=case, by=by, confidential=True)


@transaction.atomic
@every_case()
def assign_case(*, case_id: int, officer: User, by: User, at: datetime) -> LeadershipCase:
    """Give an open case to an officer, who sees it from now on; whoever had it before no longer does.

    Raises ValidationError when the case is closed, the person may not work on cases, or whoever assigns it
    takes it without seeing every case anyway (A1).
    """
    case = open_case(case_id)
    if officer.pk == by.pk and not by.has_perm(Permission.VIEW_ALL_CASES):
        raise ValidationError({"officer": _("You cannot assign a case to yourself. Ask a manager.")})
    if not selectors.people_to_assign(on=timezone.localdate(at)).filter(pk=officer.pk).exists():
        raise ValidationError(
            {"officer": _("%(person)s does not work on leadership cases.") % {"person": officer}}
        )
    if case.assigned_to_id == officer.pk:
        return case  # pressed twice
    if (
        away := step_selectors.loads_of([officer], on=timezone.localdate(at))[officer.pk].away_until
    ) is not None:
        words = _("%(person)s is away until %(day)s. Select somebody who has time now.")
        raise ValidationError({"officer": words % {"person": officer, "day": date_in_words(away)}})
    case.assigned_to = officer
    if case.stage == Stage.OPENED:
        case.stage, case.stage_since = Stage.CONTACT, timezone.localdate(at)
    case.save(update_fields=["assigned_to", "stage", "stage_since"])
    derive_grants(case, on=timezone.localdate(at))
    record(Action.CASE_ASSIGNED, about=case, by=by, confidential=True, officer=officer)
    if officer.pk != by.pk:
        send_email(CaseAssigned(case_id=case.pk, user_id=officer.pk, assigned_at=at.isoformat()))
    return case


class CaseReaderKind(AppointmentKind[CaseGrant]):
    """Readers of a case, let in by name (guardian's rows that were given by hand)."""

    kind = Kind.CASE_READER
    model = CaseGrant
    end_terms = EndTerms(
        too_early=gettext_noop("The end cannot be before the first day."), may_end_on_first_day=True
    )

    @every_case()
    def of_person(self, person: User) -> Iterable[CaseGrant]:
        return list(CaseGrant.all_dates.filter(user=person, is_exceptional=True).order_by("pk"))

    def lock(self, row: CaseGrant) -> CaseGrant:
        rows = CaseGrant.all_dates.select_for_update(of=("self",)).select_related("user", "content_object")
        return rows.get(pk=row.pk)

    def same(self, row: CaseGrant) -> CaseGrant | None:
        rows = CaseGrant.objects.filter(content_object=row.content_object, is_exceptional=True)
        return rows.filter(user=row.user, permission=row.permission).first()

    def save(self, row: CaseGrant) -> CaseGrant:
        """Somebody let in again on the day of the end has the same row again."""
        return _grant(
            row.content_object,
            user_id=row.user_id,
            on=row.starts_on,
            is_exceptional=True,
            codename=row.permission.codename,
        )

    def record_given(self, row: CaseGrant, *, by: User | None, details: Mapping[str, Any]) -> None:
        record(Action.CASE_SHARED, about=row.content_object, by=by, confidential=True, person=row.user)

    def record_ended(self, row: CaseGrant, *, by: User | None) -> None:
        record(Action.CASE_UNSHARED, about=row.content_object, by=by, confidential=True, person=row.user)


CASE_READER = CaseReaderKind()


@transaction.atomic
@every_case()
def share_case(*, case_id: int, reader: User, by: User, at: datetime) -> CaseGrant:
    """Let one more person read a case.

    Raises ValidationError when it is closed or the person may not work on cases.
    """
    today = timezone.localdate(at)
    case = open_case(case_id)
    if not selectors.people_to_assign(on=today).filter(pk=reader.pk).exists():
        raise ValidationError(
            {"reader": _("%(person)s does not work on leadership cases.") % {"person": reader}}
        )
    return let_in(case, reader=reader, codename=selectors.SEES, on=today, by=by)


def let_in(case: LeadershipCase, *, reader: User, codename: str, on: date, by: User) -> CaseGrant:
    """The row of one more person by name: to read the case, or the leader's page of it."""
    row = CaseGrant(
        content_object=case, user=reader, permission=_may(codename), starts_on=on, is_exceptional=True
    )
    return give_appointment(CASE_READER, row, by=by)


@transaction.atomic
@every_case()
def unshare_case(*, case_id: int, reader: User, by: User, at: datetime) -> None:
    """Take a named reader's sight of a case away, from now on. Twice is once."""
    case = LeadershipCase.objects.select_for_update(of=("self",)).get(pk=case_id)
    for grant in selectors.readers_let_in(case).filter(user=reader):
        end_appointment(CASE_READER, grant, ends_on=timezone.localdate(at), by=by)


@transaction.atomic
@every_case()
def close_case(*, case_id: int, outcome: str, words: str, by: User, at: datetime) -> LeadershipCase:
    """Close a case with its outcome and why, in words (L1, L2). Support that it keeps off comes back, unless
    the leader stays (L3).

    Raises ValidationError with the rule's sentence when the next check would only open it again, or when it
    is closed already.
    """
    case = open_case(case_id)
    finding = selectors.finding_today(case, on=timezone.localdate(at))
    facts = rules.CaseFacts(
        rules.Ground(case.ground),
        case.inspection_id,
        finding,
        Stage(case.stage),
        step_selectors.is_published(case),
    )
    if refused := rules.refusals_to_close(rules.Outcome(outcome), facts):
        raise ValidationError({"outcome": [reason.in_words(_) for reason in refused]})
    case.outcome, case.outcome_words = outcome, several_lines(words)
    case.closed_at, case.closed_by = at, by
    case.stage, case.stage_since = Stage.CLOSED, timezone.localdate(at)
    case.save(update_fields=["outcome", "outcome_words", "closed_at", "closed_by", "stage", "stage_since"])
    record(
        Action.CASE_CLOSED,
        about=case,
        by=by,
        confidential=True,
        details={"outcome": outcome, "words": case.outcome_words},
    )
    if case.outcome != rules.Outcome.STAYS:
        let_support_back(case, by=by, at=at)
    return case


def derive_grants(case: LeadershipCase, *, on: date) -> None:
    """Make the derived rows of a case what it says: the officer assigned sees it, and from the first
    conversation on the leader concerned reads the leader's page. Nobody else has a derived row.
    """
    due = set(selectors.derived_of(case))
    for grant in CaseGrant.objects.filter(content_object=case, is_exceptional=False).select_related(
        "permission"
    ):
        if (grant.user_id, grant.permission.codename) not in due:
            CaseGrant.objects.filter(pk=grant.pk).update(ends_on=on)
    for user_id, codename in sorted(due):
        _grant(case, user_id=user_id, on=on, is_exceptional=False, codename=codename)


@transaction.atomic
@every_case()
def settle_grants(*, on: date) -> int:
    """Put the derived rows right where they have drifted from the assignments; answers in how many cases."""
    drifted = selectors.cases_with_drifted_grants()
    if not drifted:
        return 0
    for case in LeadershipCase.objects.select_for_update(of=("self",)).filter(pk__in=drifted).order_by("pk"):
        derive_grants(case, on=on)
        record(Action.CASE_PERMISSIONS_REPAIRED, about=case, by=None, confidential=True)
    return len(drifted)


def _grant(
    case: LeadershipCase, *, user_id: int, on: date, is_exceptional: bool, codename: str = selectors.SEES
) -> CaseGrant:
    """A row that holds from a day on, made if it is missing."""
    facts: dict[str, Any] = {
        "content_object": case,
        "user_id": user_id,
        "is_exceptional": is_exceptional,
        "permission": _may(codename),
    }
    if (there := CaseGrant.objects.filter(**facts).first()) is not None:
        return there
    grant, _made = CaseGrant.all_dates.update_or_create(**facts, starts_on=on, defaults={"ends_on": None})
    return grant


def _may(codename: str) -> DjangoPermission:
    return DjangoPermission.objects.get(content_type__app_label="leadership", codename=codename)


def open_case(case_id: int) -> LeadershipCase:
    """A case to write in, locked. Raises ValidationError when it is closed."""
    case = LeadershipCase.objects.select_for_update(of=("self",)).get(pk=case_id)
    if case.closed_at is not None:
        raise ValidationError(_("This case is closed."))
    return case
