"""L3: what the leader does on the own page: adds words, and says who of the setting may read it."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.services.appointments import end_appointment
from audit.rules.actions import Action
from audit.services import record
from core.text import several_lines
from leadership.models.cases import CaseGrant, LeadershipCase
from leadership.models.steps import LeaderWords
from leadership.selectors import leader_page as selectors
from leadership.selectors.cases import READS_LEADERS_PAGE
from leadership.selectors.sight import every_case
from leadership.services.cases import CASE_READER, let_in


@transaction.atomic
def add_words(*, case_id: int, words: str, by: User, at: datetime) -> LeaderWords:
    """Keep what the leader writes; the team reads it in the case. The same words again are the same words.

    Raises ValidationError for somebody else, and once the case is closed.
    """
    with every_case():
        case = _own_open_case(case_id, by=by)
        kept = several_lines(words)
        newest = selectors.leaders_words_of(case).last()
        if newest is not None and newest.words == kept:
            return newest  # pressed twice
        made = LeaderWords.objects.create(case=case, words=kept, by=by, at=at)
        record(Action.CASE_UPDATED, about=case, by=by, confidential=True)
        return made


@transaction.atomic
def let_read_page(*, case_id: int, reader: User, by: User, at: datetime) -> CaseGrant:
    """Let somebody of the leader's own setting read the leader's page, from today on. Twice is once.

    Raises ValidationError at "reader" for anybody else, and for whoever is not the leader.
    """
    today = timezone.localdate(at)
    with every_case():
        case = _own_open_case(case_id, by=by)
        there = selectors.page_grants(case).filter(user=reader).first()
        if there is not None:
            return there
        if not selectors.people_to_let_in(case, on=today).filter(pk=reader.pk).exists():
            words = _("%(person)s does not work at your setting.")
            raise ValidationError({"reader": words % {"person": reader}})
        return let_in(case, reader=reader, codename=READS_LEADERS_PAGE, on=today, by=by)


@transaction.atomic
def end_reading_page(*, case_id: int, reader: User, by: User, at: datetime) -> None:
    """From now on this person no longer reads the leader's page. Twice is once; also in a closed case."""
    with every_case():
        case = _own_case(case_id, by=by)
        for grant in selectors.page_grants(case).filter(user=reader):
            end_appointment(CASE_READER, grant, ends_on=timezone.localdate(at), by=by)


def _own_case(case_id: int, *, by: User) -> LeadershipCase:
    rows = LeadershipCase.objects.select_for_update(of=("self",)).select_related("appointment__membership")
    case = rows.get(pk=case_id)
    if not selectors.is_of(by, case) or case.told_leader_at is None:
        raise ValidationError(_("Only the leader can do this."))
    return case


def _own_open_case(case_id: int, *, by: User) -> LeadershipCase:
    case = _own_case(case_id, by=by)
    if case.closed_at is not None:
        raise ValidationError(_("This is finished. Please ring the team if you would like to talk."))
    return case
