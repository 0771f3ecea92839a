"""Ways of working on their way through the members: a draft as
rows, everything after it through the services.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import models
from django.utils import timezone

from accounts.models import TaskLink, User
from collaborations.models import Collaboration
from memberships.models.members import Membership
from memberships.services.members import join
from memberships.services.permissions import settle_permissions
from tests.factories.collaborations import CollaborationFactory
from tests.factories.memberships import LeaderAppointmentFactory
from ways_of_working.models import TermsAnswer, WaysOfWorking
from ways_of_working.rules.questions import QUESTION_OF, SECTION_OF
from ways_of_working.selectors.agreement import ANSWER_TERMS
from ways_of_working.selectors.comparing import edition_of
from ways_of_working.services.agreement import adopt_version, answer_version, circulate_version


def some_question(section: str) -> str:
    """The first question in words of a section."""
    return next(
        key
        for key, question in QUESTION_OF.items()
        if question.section == section and not question.is_structured
    )


def drafted(
    collaboration: Collaboration,
    by: User,
    *,
    texts: Mapping[str, str] | None = None,
    values: Mapping[str, object] | None = None,
) -> WaysOfWorking:
    """The next version, being written.

    ``texts``: the number of a section to its words; ``values``: key of an answer to its value.
    """
    before = WaysOfWorking.objects.filter(collaboration=collaboration).order_by("version").last()
    ways = WaysOfWorking.objects.create(
        collaboration=collaboration,
        version=before.version + 1 if before else 1,
        before=before,
        started_by=by,
        started_at=timezone.now(),
    )
    said = {"1.2": "We learn from each other."} if texts is None else texts
    for position, key in enumerate(SECTION_OF):
        words = {some_question(key): said[key]} if key in said else {}
        own = {name: value for name, value in (values or {}).items() if QUESTION_OF[name].section == key}
        if words or own:
            ways.sections.create(
                key=key, position=position, texts=words, values=own, edition=1, authority_id=ways.authority_id
            )
    return ways


def circulated(
    ways: WaysOfWorking, by: User, *, at: datetime, days: int = 14, why: str = "Because we have grown."
) -> WaysOfWorking:
    """Put to the members."""
    answer_by = timezone.localdate(at) + timedelta(days=days)
    facts = {"answer_by_on": answer_by, "is_material": True, "why": why, "seen": edition_of(ways)}
    return circulate_version(ways_id=ways.pk, **facts, by=by, at=at).ways


def answered(
    ways: WaysOfWorking,
    membership: Membership,
    by: User,
    *,
    at: datetime,
    answer: str = "agrees",
    words: str = "",
) -> TermsAnswer:
    return answer_version(
        ways_id=ways.pk, membership_id=membership.pk, answer=answer, words=words, by=by, at=at
    )


def adopted(ways: WaysOfWorking, by: User, *, on: date, at: datetime) -> WaysOfWorking:
    return adopt_version(ways_id=ways.pk, on=on, decision="Agreed by all at the meeting.", by=by, at=at)


def agreement_rows(membership: Membership, people: dict[str, User], at: datetime) -> dict[str, models.Model]:
    """Rows of the stage: a group of its own with the same leader and member, its version 1 with them, and a
    change that was asked for.
    """
    group, officer, joined = CollaborationFactory(name="Lakeside"), people["officer"], date(2024, 9, 1)
    others = membership.collaboration.memberships.exclude(pk=membership.pk).filter(
        provider__people__user=people["member"]
    )
    mine, theirs = (
        join(collaboration=group, provider=one, on=joined, by=officer)
        for one in (membership.provider, others[0].provider)
    )
    LeaderAppointmentFactory(user=people["leader"], membership=mine)
    settle_permissions(user_ids=[people["leader"].pk])
    ways = circulated(drafted(group, people["leader"]), people["leader"], at=at)
    answer = answered(ways, theirs, people["member"], at=at, answer="change", words="Later meetings, please.")
    link = TaskLink.objects.get(purpose=ANSWER_TERMS, withdrawn_at=None, user=people["leader"])
    return {"terms group": group, "terms member": mine, "terms answer": answer, "terms link": link}
