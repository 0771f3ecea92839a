"""The ways of working of an invented county: the authority's template, and groups that adopted, ask their
members, or still write.

The words are the catalogue's own example statements, put in by the people who would write them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from accounts.models import User
from memberships.models.members import Membership
from ways_of_working.models import TermsAnswer, WaysOfWorking
from ways_of_working.rules.questions import QUESTION_OF, QUESTIONS, SECTION_OF
from ways_of_working.selectors.agreement import agreement_of
from ways_of_working.selectors.comparing import edition_of
from ways_of_working.selectors.writing import section_of
from ways_of_working.services import agreement, sections, templates, terms_reminders, terms_talk, writing

if TYPE_CHECKING:
    from portal.demonstration.story import Story

Answer = TermsAnswer.Answer
#: What the first group agreed. The payee is added where it is known.
ANSWERS: Mapping[str, object] = {
    "leadership_form": "joint",
    "leader_term_months": "24",
    "who_chairs": "elected",
    "chair_term_months": "12",
    "who_administers": "elected",
    "administrator_term_months": "12",
    "meetings_a_year": "4",
    "papers_days_ahead": "7",
    "attendance_threshold": "80",
    "optimum_size": "8",
    "safeguarding_routes": ["own_lead", "social_care", "out_of_hours", "designated_officer", "emergency"],
    "safeguarding_reporter": "whoever_heard",
    "decision_method": "simple_majority",
    "quorum": "share:50",
    "tie_rule": "again",
    "adoption_rule": "majority",
    "dispute_steps": ["talk", "leaders", "meeting", "officer"],
    "spending_decision": "as_we_decide",
    "leaver_funding": "stays",
    "leaver_amount": "lesser",
}
#: What a group says that keeps it short: these questions and no more.
SHORT = (
    "nature",
    "aims",
    "leadership_form",
    "open_to",
    "meetings_a_year",
    "attendance_threshold",
    "safeguarding_disclosures",
    "payee",
)


class Agreements:
    """One county's. ``story`` knows its groups, its people and its days."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        self._template()
        self._adopted(0, days=250, questions=[question.key for question in QUESTIONS])
        self._adopted(4, days=400, questions=SHORT)
        self._adopted(5, days=120, questions=SHORT)
        self._with_the_members()
        self._being_written()

    def _template(self) -> None:
        """What groups begin with: the authority's words on
        safeguarding and on the supplement, and its answers.
        """
        story = self.story
        template = templates.start_template(by=story.officer, at=story.then(420))
        words = {
            "safeguarding_disclosures": (
                "Whoever hears of a concern reports it on the same day, and tells the group nothing of it."
            ),
            "supplement_statement": (
                "We may receive a System Leadership Supplement. It pays for what our development plan sets"
                " out."
            ),
        }
        for key, text in words.items():
            section = QUESTION_OF[key].section
            templates.change_template(
                template_id=template.pk, section=section, texts={key: text}, values={}, by=story.officer
            )
        templates.publish_template(
            template_id=template.pk, in_force_from=story.ago(420), by=story.manager, at=story.then(420)
        )

    # --- groups ---------------------------------------------------------------------------------------------

    def _adopted(self, number: int, *, days: int, questions: Collection[str]) -> WaysOfWorking:
        """The first version of a group, written, sent round,
        answered by all, and adopted so many days ago.
        """
        leader, memberships = self.story.leader(number), self._memberships(number)
        ways = writing.start_version(
            collaboration=self.story.group(number), by=leader, at=self.story.then(days + 40)
        )
        self._write(
            ways,
            questions,
            values=self._answers(memberships),
            memberships=memberships,
            by=leader,
            days=days + 38,
        )
        self._leave_out_the_rest(ways, by=leader, days=days + 37)
        self._circulate(ways, by=leader, days=days + 30)
        for place, membership in enumerate(self._asked(ways, days=days + 20)):
            given = Answer.ABSTAINS if place == len(memberships) - 1 else Answer.AGREES
            self._answer(ways, membership, given, days=days + 20)
        decision = (
            "Agreed at the meeting. One member abstained."
            if len(memberships) > 1
            else "Agreed at the meeting."
        )
        return agreement.adopt_version(
            ways_id=ways.pk, on=self.story.ago(days), decision=decision, by=leader, at=self.story.then(days)
        )

    def _with_the_members(self) -> None:
        """The first group's next version: three meetings instead of
        four, on which one member asks for a change.
        """
        story, leader = self.story, self.story.leader(0)
        ways = writing.start_version(collaboration=story.group(0), by=leader, at=story.then(12))
        words = {
            "missed_meetings": (
                "A leader telephones the member and asks what would make it easier to come, and offers to"
                " share a lift."
            )
        }
        self._save(ways, "1.8", texts={}, values={"meetings_a_year": "3"}, by=leader, days=11)
        self._save(ways, "1.9", texts=words, values={"attendance_threshold": "75"}, by=leader, days=11)
        self._circulate(
            ways, by=leader, days=9, why="Four evenings a year are too many for those who work alone."
        )
        asking, agreeing, *_others = [
            membership
            for membership in self._asked(ways, days=6)
            if story.manager_of(membership.provider) != leader
        ]
        self._answer(ways, agreeing, Answer.AGREES, days=5)
        asked = self._answer(
            ways,
            asking,
            Answer.CHANGE,
            days=5,
            words="Please keep four meetings, and hold two of them online.",
        )
        terms_talk.reply_to_answer(
            answer_id=asked.pk,
            words="Thank you. Would two online meetings of an hour each suit you?",
            by=leader,
            at=story.then(4),
        )
        terms_reminders.remind_members(ways_id=ways.pk, by=leader, at=story.then(2))

    def _being_written(self) -> None:
        leader = self.story.leader(1)
        ways = writing.start_version(collaboration=self.story.group(1), by=leader, at=self.story.then(10))
        questions = ["nature", "set_up", "aims", "leadership_form", "meetings_a_year", "meeting_venues"]
        self._write(ways, questions, values=ANSWERS, memberships=self._memberships(1), by=leader, days=8)
        sections.use_section(ways_id=ways.pk, key="1.12", is_used=False, by=leader, at=self.story.then(8))

    # --- steps ----------------------------------------------------------------------------------------------

    def _answers(self, memberships: list[Membership]) -> dict[str, object]:
        """What a group agreed: its first member is paid, and its work is
        reviewed each year in the month that comes next.
        """
        soon = self.story.today + timedelta(days=25)
        return {
            **ANSWERS,
            "payee": str(memberships[0].provider_id),
            "review_work_month": str(soon.month),
            "review_work_every": "12",
        }

    def _memberships(self, number: int) -> list[Membership]:
        return [
            membership
            for membership in self.story.memberships(number)
            if membership.joined_on <= self.story.ago(500)
        ]

    def _asked(self, ways: WaysOfWorking, *, days: int) -> list[Membership]:
        return [row.membership for row in agreement_of(ways, on=self.story.ago(days)).rows]

    def _write(
        self,
        ways: WaysOfWorking,
        questions: Collection[str],
        *,
        values: Mapping[str, object],
        memberships: list[Membership],
        by: User,
        days: int,
    ) -> None:
        """Each section that has one of the questions: example statements as words, and the answers."""
        members = [membership.provider_id for membership in memberships]
        for key in dict.fromkeys(QUESTION_OF[name].section for name in questions):
            local = SECTION_OF[key].local
            here = [name for name in questions if QUESTION_OF[name].section == key]
            if local:
                continue
            texts = {name: "\n".join(QUESTION_OF[name].examples[:2]) for name in here}
            given = {name: values[name] for name in here if name in values}
            self._save(ways, key, texts=texts, values=given, members=members, by=by, days=days)

    def _save(
        self,
        ways: WaysOfWorking,
        key: str,
        *,
        texts: Mapping[str, str],
        values: Mapping[str, object],
        members: Collection[int] = (),
        by: User,
        days: int,
    ) -> None:
        row = section_of(ways, key)
        sections.write_section(
            ways_id=ways.pk,
            key=key,
            typed=sections.Typed(texts=texts, values=values),
            edition=row.edition if row else 0,
            members=members,
            by=by,
            at=self.story.then(days),
        )

    def _leave_out_the_rest(self, ways: WaysOfWorking, *, by: User, days: int) -> None:
        """Sections in which nothing is written are marked as not used (W3)."""
        for key, section in SECTION_OF.items():
            row = section_of(ways, key)
            if not section.local and not (row and (row.texts or row.values)):
                sections.use_section(ways_id=ways.pk, key=key, is_used=False, by=by, at=self.story.then(days))

    def _circulate(self, ways: WaysOfWorking, *, by: User, days: int, why: str = "") -> None:
        agreement.circulate_version(
            ways_id=ways.pk,
            answer_by_on=self.story.ago(days - 14),
            is_material=True,
            why=why,
            seen=edition_of(ways),
            by=by,
            at=self.story.then(days),
        )

    def _answer(
        self, ways: WaysOfWorking, membership: Membership, answer: str, *, days: int, words: str = ""
    ) -> TermsAnswer:
        return agreement.answer_version(
            ways_id=ways.pk,
            membership_id=membership.pk,
            answer=answer,
            words=words,
            by=self.story.manager_of(membership.provider),
            at=self.story.then(days),
        )
