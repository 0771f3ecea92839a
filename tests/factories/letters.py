"""Letters of a case for tests, and what the leader's own page needs. Rows are made in the authority in scope."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from datetime import date, datetime

from django.contrib.auth.models import Permission
from django.db import models

from accounts.models import User
from core.files import Checked, Kind
from documents.services.files import store
from leadership.models.cases import LeadershipCase
from leadership.models.letters import CaseLetter
from leadership.models.steps import LeaderWords
from leadership.selectors.sight import every_case
from tests.factories.leadership import CaseGrantFactory

BYTES = b"%PDF-1.7\n"
WORDS = {"subject": "After our conversation", "body": "Dear colleague,\n\nthank you.", "kind": "expectation"}


def letter_rows(case: LeadershipCase, people: Mapping[str, User], at: datetime) -> dict[str, models.Model]:
    """The leader reads the case since the first conversation: a letter being written, one that was sent,
    words of the leader, and somebody whom the leader lets read it.
    """
    writer, leader = people["manager"], case.appointment.user
    with every_case():
        case.told_leader_at = at
        case.save(update_fields=["told_leader_at"])
        facts = {"case": case, "by": writer, "at": at}
        sent = sent_letter(case, writer, at)
        LeaderWords.objects.create(case=case, words="I would like to tell them", by=leader, at=at)
        for person in (leader, people["member"]):
            let_read_page(case, person, is_exceptional=person != leader)
        letter = CaseLetter.objects.create(**facts, **WORDS)
    return {"letter": letter, "sent letter": sent, "page reader": people["member"]}


def sent_letter(case: LeadershipCase, by: User, at: datetime) -> CaseLetter:
    """A letter as it was sent, with a file that holds no more than the beginning of a PDF."""
    checked = Checked("Letter.pdf", Kind.PDF.value, len(BYTES), hashlib.sha256(BYTES).hexdigest())
    file = store(file=io.BytesIO(BYTES), checked=checked, purpose="letter", by=None, at=at)
    with every_case():
        return CaseLetter.objects.create(case=case, by=by, at=at, **WORDS, sent_at=at, sent_by=by, file=file)


def let_read_page(case: LeadershipCase, person: User, *, is_exceptional: bool) -> None:
    """A row on the list of a case that lets somebody read the leader's page: the leader's own, or given."""
    permission = Permission.objects.get(content_type__app_label="leadership", codename="read_leaders_page")
    CaseGrantFactory(
        content_object=case,
        user=person,
        permission=permission,
        starts_on=date(2025, 1, 1),
        is_exceptional=is_exceptional,
    )
