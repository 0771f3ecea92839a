"""What one page reads of ways of working and reviews, of all its groups and settings at once.

Each function is asked for through the visitor: contributions to the page share the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from collaborations.models import Collaboration
from collaborations.rules import LED
from core.frame.visitor import Visitor
from memberships.selectors.on_page import leaders_of_page, members_by_group, memberships_of_settings
from ways_of_working.models import TermsAnswer, WaysOfWorking
from ways_of_working.rules.adoption import AdoptionRule, rule_for
from ways_of_working.rules.drift import Drift, Practice, drift_of
from ways_of_working.rules.effective import EffectiveTerms
from ways_of_working.selectors.agreement import Agreement, AnswerRow, TermsWaiting
from ways_of_working.selectors.effective import effective_terms_of
from ways_of_working.selectors.reviews import ClockLine, clock_lines
from ways_of_working.selectors.terms_steps import NextStep, next_step_for_leaders

State = WaysOfWorking.State
HAND_STATES = (State.DRAFT, State.CIRCULATED, State.ADOPTED)


def terms_of_page(visitor: Visitor) -> dict[int, EffectiveTerms]:
    """What holds today in each of the page's groups, without the words. One query."""
    return visitor.once(effective_terms_of, visitor.groups, on=visitor.on)


def clocks_of_page(visitor: Visitor) -> dict[int, list[ClockLine]]:
    """The review clocks of each of the page's groups. One query, and those of ``terms_of_page``."""
    return visitor.once(_clocks, visitor)


def steps_of_page(visitor: Visitor) -> dict[int, tuple[NextStep, date | None]]:
    """What those who run each of the page's groups do next about its ways of working, where anything is to be
    done, and by which day the members are to answer. One query, and those of ``terms_of_page``.
    """
    return visitor.once(_steps, visitor)


def answers_owed(visitor: Visitor) -> list[TermsWaiting]:
    """The versions that wait for the answer of one of the page's settings (W2)."""
    owed = []
    for membership in memberships_of_settings(visitor, visitor.settings):
        version = _versions(visitor).get(membership.collaboration_id, {}).get(State.CIRCULATED)
        if version is None or not version.is_material or membership.joined_on > visitor.on:
            continue
        if membership.pk not in _answers_to(version):
            owed.append(TermsWaiting(version, membership))
    return owed


def adopted_of_page(visitor: Visitor, group: Collaboration) -> WaysOfWorking | None:
    """The version by which one of the page's groups works. Shares its query with the steps."""
    return _versions(visitor).get(group.pk, {}).get(State.ADOPTED)


def drift_of_page(visitor: Visitor, group: Collaboration) -> list[Drift]:
    """Where one of the page's groups has moved away from what it agreed (W1). No query of its own."""
    members, should_be_led = members_by_group(visitor)[group.pk], group.state in LED
    overdue = [
        (line.clock, line.open_review.due_on)
        for line in clocks_of_page(visitor)[group.pk]
        if line.open_review is not None and line.is_overdue
    ]
    practice = Practice(
        members=frozenset(member.provider_id for member in members),
        leaders=len({leader.user_id for leader in leaders_of_page(visitor)[group.pk]}),
        held=sum(member.meetings_held for member in members),
        attended=sum(member.meetings_attended for member in members),
        overdue=tuple(sorted(overdue, key=lambda pair: pair[1])),
        should_be_led=should_be_led,
    )
    return drift_of(terms_of_page(visitor)[group.pk], practice)


def _clocks(visitor: Visitor) -> dict[int, list[ClockLine]]:
    if not visitor.groups:
        return {}
    return clock_lines(visitor.groups, on=visitor.on, terms=terms_of_page(visitor))


def _steps(visitor: Visitor) -> dict[int, tuple[NextStep, date | None]]:
    steps = {}
    for group in visitor.groups:
        versions = _versions(visitor).get(group.pk, {})
        sent = versions.get(State.CIRCULATED)
        agreement = _agreement(visitor, sent, versions.get(State.ADOPTED)) if sent else None
        step = next_step_for_leaders(group, versions, agreement)
        if step is not None:
            steps[group.pk] = step, sent.answer_by_on if sent else None
    return steps


def _agreement(visitor: Visitor, sent: WaysOfWorking, adopted: WaysOfWorking | None) -> Agreement:
    answers = _answers_to(sent)
    members = members_by_group(visitor)[sent.collaboration_id]
    rows = [AnswerRow(membership, answers.get(membership.pk)) for membership in members]
    kept = sent.record.get("rule")
    rule = AdoptionRule(kept) if kept else rule_for(terms_of_page(visitor)[sent.collaboration_id])
    return Agreement(sent, visitor.on, rule, rows, [], adopted.adopted_on if adopted else None)


def _versions(visitor: Visitor) -> dict[int, dict[str, WaysOfWorking]]:
    """The version in each state that is in hand, by group: of the page's groups and its settings' groups."""
    own = {membership.collaboration_id for membership in memberships_of_settings(visitor, visitor.settings)}
    ids = sorted({group.pk for group in visitor.groups} | own)
    return visitor.once(_read_versions, tuple(ids))


def _answers_to(version: WaysOfWorking) -> dict[int, TermsAnswer]:
    """The answers to what was sent round last, by membership, without their words."""
    return {
        said["member"]: TermsAnswer(ways=version, membership_id=said["member"], answer=said["answer"])
        for said in version.answers_now  # type: ignore[attr-defined]
    }


def _read_versions(ids: Sequence[int]) -> dict[int, dict[str, WaysOfWorking]]:
    """Each with ``answers_now``."""
    versions: dict[int, dict[str, WaysOfWorking]] = defaultdict(dict)
    if ids:
        answers = TermsAnswer.objects.filter(ways=OuterRef("pk"), answered_at__gte=OuterRef("circulated_at"))
        said = answers.order_by("pk").values(said=JSONObject(member="membership_id", answer="answer"))
        rows = WaysOfWorking.objects.filter(collaboration__in=ids, state__in=HAND_STATES)
        for version in (
            rows.annotate(answers_now=ArraySubquery(said)).select_related("collaboration").order_by("version")
        ):
            versions[version.collaboration_id][version.state] = version
    return versions
