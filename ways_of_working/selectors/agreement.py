"""How the members answered a version of the ways of working, and what is to be done about it next (W2).

Only answers to what was sent round last count: those to an earlier round stay as history, and are shown as
such.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Max, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from accounts.models import TaskLink, User, can_work, holds_on
from collaborations.models import Collaboration
from collaborations.rules import Refusal
from memberships.models.members import Membership, SettingRole
from memberships.selectors.days import is_member_on
from memberships.selectors.staff_told import manages_setting
from ways_of_working.models import TermsAnswer, TermsReminder, TermsReply, WaysOfWorking
from ways_of_working.rules.adoption import (
    AdoptionFacts,
    AdoptionRule,
    MemberAnswer,
    State,
    Tally,
    may_adopt,
    may_take_back,
    rule_for,
    still_to_answer,
    tally_of,
)
from ways_of_working.selectors.effective import effective_terms

ANSWER_TERMS = "ways_of_working.answer_terms"
#: Stands for the members' decision where only the answers are judged.
_DECIDED = "-"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A member and its answer; ``answer`` is None while it has given none to what was sent round last.

    ``before``: its answer to an earlier round, with the thread under it.
    """

    membership: Membership
    answer: TermsAnswer | None
    before: TermsAnswer | None = None
    asked_on: date | None = None

    @property
    def thread(self) -> list[TermsReply]:
        held = self.answer or self.before
        return list(held.replies.all()) if held else []

    @property
    def talks(self) -> bool:
        """Whether there is something to talk about: a change that
        was asked for, now or before, or a thread.
        """
        return self.held is not None and (bool(self.held.words) or bool(self.thread))

    @property
    def held(self) -> TermsAnswer | None:
        """The answer under which the thread stands."""
        return self.answer or self.before


@dataclass(frozen=True)
class Agreement:
    """A version and its members: those of today, or of the day of its adoption."""

    ways: WaysOfWorking
    on: date
    rule: AdoptionRule
    rows: Sequence[AnswerRow]
    former: Sequence[TermsAnswer]
    last_adopted_on: date | None

    @cached_property
    def answers(self) -> Mapping[int, MemberAnswer]:
        return {
            row.membership.pk: MemberAnswer(row.answer.answer) for row in self.rows if row.answer is not None
        }

    @cached_property
    def members(self) -> frozenset[int]:
        return frozenset(row.membership.pk for row in self.rows)

    @cached_property
    def tally(self) -> Tally:
        return tally_of(self.members, self.answers)

    @property
    def silent(self) -> list[AnswerRow]:
        """Those who have not answered, by name."""
        waiting = still_to_answer(self.members, self.answers)
        return [row for row in self.rows if row.membership.pk in waiting]

    @property
    def changes(self) -> list[AnswerRow]:
        return [
            row
            for row in self.rows
            if row.answer is not None and row.answer.answer == TermsAnswer.Answer.CHANGE
        ]

    @property
    def facts(self) -> AdoptionFacts:
        return AdoptionFacts(
            state=State(self.ways.state),
            circulated_on=timezone.localdate(self.ways.circulated_at) if self.ways.circulated_at else None,
            rule=self.rule,
            members=self.members,
            answers=self.answers,
            is_material=self.ways.is_material,
            last_adopted_on=self.last_adopted_on,
        )

    @cached_property
    def refusals(self) -> list[Refusal]:
        """Why it cannot be adopted on the day yet; the members' decision in words is asked for later."""
        return may_adopt(self.facts, on=self.on, today=self.on, decision=_DECIDED)

    @property
    def may_be_adopted(self) -> bool:
        return not self.refusals

    @property
    def may_be_taken_back(self) -> bool:
        return not may_take_back(State(self.ways.state), self.tally)


@dataclass(frozen=True, slots=True)
class TermsWaiting:
    """A version that waits for the answer of one setting."""

    ways: WaysOfWorking
    membership: Membership


def agreement_of(ways: WaysOfWorking, *, on: date) -> Agreement:
    """Who answered what, and whether it can be adopted. Of an adopted version: as on the day of its adoption.

    The rule is the one in force before this version. At most eight queries, whatever the number of members.
    """
    day = ways.adopted_on or on
    members = Membership.objects.filter(
        is_member_on(day), collaboration=ways.collaboration_id
    ).select_related("provider")
    answers = {answer.membership_id: answer for answer in answers_to(ways)}
    asked = _asked(ways)
    rows = [
        _row(ways, membership, answers.pop(membership.pk, None), asked)
        for membership in members.order_by("provider__search_text", "pk")
    ]
    former = [answer for answer in answers.values() if counts(ways, answer)]
    before = _adopted_before(ways)
    return Agreement(
        ways, day, rule_before(ways, on=day), rows, former, before.adopted_on if before else None
    )


def rule_before(ways: WaysOfWorking, *, on: date) -> AdoptionRule:
    """Who must agree, by what held before this version; of an
    adopted one: the rule by which it was adopted.
    """
    kept = ways.record.get("rule")
    return AdoptionRule(kept) if kept else rule_for(effective_terms(ways.collaboration, on=on))


def counts(ways: WaysOfWorking, answer: TermsAnswer) -> bool:
    """Whether it is an answer to what was sent round last."""
    return ways.circulated_at is not None and answer.answered_at >= ways.circulated_at


def answers_to(ways: WaysOfWorking) -> QuerySet[TermsAnswer]:
    """Every answer to a version, by name of the setting, each with its thread."""
    replies = TermsReply.objects.select_related("by").order_by("at", "pk")
    rows = TermsAnswer.objects.filter(ways=ways).select_related("membership__provider", "answered_by")
    return rows.prefetch_related(Prefetch("replies", queryset=replies)).order_by(
        "membership__provider__search_text", "pk"
    )


def answer_of(ways: WaysOfWorking, membership_id: int) -> TermsAnswer | None:
    """A member's answer to a version, also to an earlier round of it."""
    return answers_to(ways).filter(membership=membership_id).first()


def answer_in(ways: WaysOfWorking, answer_id: int) -> TermsAnswer | None:
    return answers_to(ways).filter(pk=answer_id).first()


def member_ids(ways: WaysOfWorking, *, on: date) -> frozenset[int]:
    """The members of a day."""
    rows = Membership.objects.filter(is_member_on(on), collaboration=ways.collaboration_id)
    return frozenset(rows.order_by().values_list("pk", flat=True))


def memberships_for(user: User, collaboration: Collaboration, *, on: date) -> list[Membership]:
    """The members of a group that a person answers for on a day: of the settings that the person manages."""
    return list(_managed(user, on=on).filter(collaboration=collaboration))


def terms_waiting_for(user: User, on: date) -> list[TermsWaiting]:
    """The versions that wait for the answer of a person's settings, those to be answered first at the top.

    Three queries.

    A small change is only told and waits for nobody.
    """
    return terms_waiting_of(_managed(user, on=on))


def terms_waiting_of(members: Iterable[Membership]) -> list[TermsWaiting]:
    """The same for settings that are members today. One query; none where there is no member."""
    memberships: dict[int, list[Membership]] = {}
    for membership in members:
        memberships.setdefault(membership.collaboration_id, []).append(membership)
    if not memberships:
        return []
    waiting = WaysOfWorking.objects.filter(
        collaboration__in=memberships, state=WaysOfWorking.State.CIRCULATED, is_material=True
    )
    answers = TermsAnswer.objects.filter(ways=OuterRef("pk"), answered_at__gte=OuterRef("circulated_at"))
    versions: QuerySet[Any] = (
        waiting.select_related("collaboration")
        .annotate(answered_by=ArraySubquery(answers.order_by().values("membership_id")))
        .order_by(F("answer_by_on").asc(nulls_last=True), "pk")
    )
    return [
        TermsWaiting(version, membership)
        for version in versions
        for membership in memberships[version.collaboration_id]
        if membership.pk not in version.answered_by
    ]


def versions_circulated() -> QuerySet[WaysOfWorking]:
    """Every version that waits for answers, by collaboration."""
    rows = WaysOfWorking.objects.filter(
        state=WaysOfWorking.State.CIRCULATED, is_material=True
    ).select_related("collaboration")
    return rows.order_by("collaboration_id", "pk")


def asked_in(ways: WaysOfWorking) -> frozenset[int]:
    """The memberships that an email went to in this round."""
    return frozenset(_asked(ways))


def ask_still_open(link: TaskLink, *, on: date) -> TermsReminder | None:
    """What a link in an email asks: which member about which version.

    None once it is answered or the version went on.

    Also none where the setting is no longer a member, or whoever got the email no longer manages it.
    """
    rows = TermsReminder.objects.select_related(
        "ways__collaboration", "membership__provider", "membership__collaboration"
    )
    row = rows.filter(pk=link.about_id).first()
    if row is None or row.ways.state != WaysOfWorking.State.CIRCULATED or row.ways.circulated_at is None:
        return None
    if link.made_at < row.ways.circulated_at or row.membership_id not in member_ids(row.ways, on=on):
        return None
    answer = answer_of(row.ways, row.membership_id)
    if answer is not None and counts(row.ways, answer):
        return None
    return row if manages_setting(link.user_id, row.membership.provider_id, on=on) else None


def answer_that_came_of(link: TaskLink) -> TermsAnswer | None:
    """The answer that counts to what a link asked, given by it or otherwise."""
    row = TermsReminder.objects.select_related("ways").filter(pk=link.about_id).first()
    answer = None if row is None else answer_of(row.ways, row.membership_id)
    return answer if answer is not None and row is not None and counts(row.ways, answer) else None


def was_asked_before(ask: TermsReminder) -> bool:
    """Whether the member was written to on an earlier day of this round."""
    since = timezone.localdate(ask.ways.circulated_at) if ask.ways.circulated_at else date.max
    rows = TermsReminder.objects.filter(ways=ask.ways_id, membership=ask.membership_id)
    return rows.filter(sent_on__lt=ask.sent_on, sent_on__gte=since).exists()


def version_by_id(ways_id: int) -> WaysOfWorking | None:
    return WaysOfWorking.objects.select_related("collaboration").filter(pk=ways_id).first()


def last_reply_of(answer: TermsAnswer) -> TermsReply | None:
    return TermsReply.objects.filter(answer=answer).order_by("-at", "-pk").first()


def answer_for_update(answer_id: int) -> TermsAnswer:
    """The row, locked to the end of the transaction. Raises TermsAnswer.DoesNotExist."""
    rows = TermsAnswer.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("membership__provider", "ways__collaboration").get(pk=answer_id)


def _row(
    ways: WaysOfWorking, membership: Membership, answer: TermsAnswer | None, asked: Mapping[int, date]
) -> AnswerRow:
    asked_on = asked.get(membership.pk)
    if answer is None or counts(ways, answer):
        return AnswerRow(membership, answer, None, asked_on)
    return AnswerRow(membership, None, answer, asked_on)


def _asked(ways: WaysOfWorking) -> dict[int, date]:
    """When each member was last written to in this round."""
    since: datetime | None = ways.circulated_at
    if since is None:
        return {}
    rows = TermsReminder.objects.filter(ways=ways, sent_on__gte=timezone.localdate(since)).order_by()
    return dict(rows.values_list("membership_id").annotate(last=Max("sent_on")))


def _adopted_before(ways: WaysOfWorking) -> WaysOfWorking | None:
    """The version that was adopted last before this one."""
    held = Q(state=WaysOfWorking.State.ADOPTED) | Q(state=WaysOfWorking.State.SUPERSEDED)
    rows = WaysOfWorking.objects.filter(held, collaboration=ways.collaboration_id, version__lt=ways.version)
    return rows.order_by("-version").first()


def _managed(user: User, *, on: date) -> QuerySet[Membership]:
    """The memberships of a day of the settings that a person manages, by name."""
    roles = SettingRole.objects.filter(holds_on(on), can_work(), user=user, role=SettingRole.Role.MANAGER)
    rows = Membership.objects.filter(is_member_on(on), provider__in=roles.order_by().values("provider_id"))
    return rows.select_related("provider", "collaboration").order_by("provider__search_text", "pk")
