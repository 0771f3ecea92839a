"""Reads about letters: the words of each kind, those of a case, and what fills their fields."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.emails.bases import short_name
from accounts.models import User
from accounts.selectors import current_authority
from core.wording import date_in_words
from leadership.models.cases import LeadershipCase
from leadership.models.letters import CaseLetter, LetterTemplate
from leadership.models.steps import CaseStep, CaseSupport
from leadership.rules.cases import FOUND
from leadership.rules.letters import SHIPPED, Field, LetterFacts, LetterKind, Words, what_follows
from leadership.rules.stages import Stage
from leadership.rules.steps import Answer, StepKind

#: Steps in which something is agreed with the leader by speaking.
TALKS = (StepKind.CONTACT, StepKind.TALK)


def versions_of(kind: str) -> QuerySet[LetterTemplate]:
    """Every version of the authority's own words for a kind, the newest first. An empty one: the shipped."""
    return LetterTemplate.objects.filter(kind=kind).select_related("by").order_by("-at", "-pk")


def own_version(kind: str) -> LetterTemplate | None:
    """The authority's own words that count; None where the shipped ones do."""
    newest = versions_of(kind).first()
    return newest if newest is not None and newest.body else None


def words_of(kind: str) -> Words:
    """The words with which a letter of a kind begins."""
    own = own_version(kind)
    return Words(own.subject, own.body) if own is not None else SHIPPED[LetterKind(kind)]


def letters_of(case: LeadershipCase) -> QuerySet[CaseLetter]:
    """The letters of a case, in the order in which they were begun."""
    return CaseLetter.objects.filter(case=case).select_related("by", "sent_by", "file").order_by("at", "pk")


def sent_letters_of(case: LeadershipCase) -> QuerySet[CaseLetter]:
    return letters_of(case).filter(sent_at__isnull=False)


def letter_in(case: LeadershipCase, letter_id: int) -> CaseLetter | None:
    return letters_of(case).filter(pk=letter_id).first()


def letter_for_update(letter_id: int) -> CaseLetter:
    """A letter with its case, both locked. Raises CaseLetter.DoesNotExist."""
    case_id = CaseLetter.objects.values_list("case_id", flat=True).get(pk=letter_id)
    LeadershipCase.objects.select_for_update(of=("self",)).get(pk=case_id)
    rows = CaseLetter.objects.select_related(
        "case__appointment__membership__provider", "case__appointment__user"
    )
    return rows.select_for_update(of=("self",)).get(pk=letter_id)


def letter_facts(case: LeadershipCase) -> LetterFacts:
    return LetterFacts(Stage(case.stage), case.outcome, case.told_leader_at is not None)


def is_published(case: LeadershipCase) -> bool:
    """Whether the report is out: its publication is recorded, or the check found the case in what is
    published.
    """
    return case.published_on is not None or case.ground in FOUND


def steps_that_count(case: LeadershipCase) -> QuerySet[CaseStep]:
    """What was recorded, in its order, without what a later entry corrects."""
    return CaseStep.objects.filter(case=case, corrected_by=None).order_by("on_day", "at", "pk")


def support_of(case: LeadershipCase) -> list[CaseSupport]:
    """The support offered, without what the leader does not want."""
    rows = CaseSupport.objects.filter(case=case).exclude(answer=Answer.NO)
    return list(rows.order_by("offered_on", "pk"))


def support_in_words(row: CaseSupport) -> str:
    """One offer, with its day: what it is, and when it was or is to be."""
    what = row.get_kind_display()
    if row.given_on is not None:
        return _("%(what)s, on %(day)s") % {"what": what, "day": date_in_words(row.given_on)}
    if row.planned_for is not None:
        return _("%(what)s, planned for %(day)s") % {"what": what, "day": date_in_words(row.planned_for)}
    return _("%(what)s, offered on %(day)s") % {"what": what, "day": date_in_words(row.offered_on)}


def values_for(case: LeadershipCase, *, officer: User) -> Mapping[Field, str]:
    """What stands for each field in a letter of a case. What the case does not say is left out."""
    authority, appointment = current_authority(), case.appointment
    agreed = [step for step in steps_that_count(case) if step.agreed]
    talks = [step.on_day for step in steps_that_count(case) if step.kind in TALKS]
    signs = case.assigned_to or officer
    values = {
        Field.FIRST_NAME: short_name(appointment.user.full_name),
        Field.LEADER: appointment.user.full_name,
        Field.SETTING: str(appointment.membership.provider),
        Field.COLLABORATION: str(appointment.membership.collaboration),
        Field.CONVERSATION: date_in_words(talks[-1]) if talks else "",
        Field.AGREED: "\n\n".join(step.agreed for step in agreed),
        Field.SUPPORT: "\n".join(support_in_words(row) for row in support_of(case)),
        Field.FOLLOWS: _(what_follows(is_published=is_published(case))),
        Field.OFFICER: signs.full_name,
        Field.TELEPHONE: authority.contact_phone,
        Field.EMAIL: signs.email,
        Field.TEAM: authority.team_name,
    }
    return {field: value for field, value in values.items() if value}
