"""Two joint leaders, a team and a clock: what people do with leadership cases, and what may never be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from accounts.permissions import Permission
from audit.models import Entry
from core.frame.visitor import Visitor
from core.scoping import told
from leadership.models.cases import CaseGrant, LeadershipCase, UnpublishedOutcome
from leadership.models.steps import PossibleSuccessor, Reinstatement
from leadership.models.support import SupportSwitch
from leadership.rules.stages import OPEN_STAGES, STAGE_MOVES, Stage
from leadership.rules.support import MAY_SWITCH
from leadership.selectors import steps as selectors
from leadership.selectors.cases import cases_for
from leadership.selectors.sight import SETTING, sight_of
from leadership.services.eligibility import review_leaders
from leadership.services.opening import open_case
from memberships.lines import leaders as lines_of_leaders
from memberships.models.members import LeaderAppointment
from tests.factories.groups import Group, judged
from tests.factories.memberships import LeaderAppointmentFactory
from tests.leadership.case_deeds import OF_A_CASE
from tests.leadership.conftest import NOW

#: From one step to the next, by the table; a letter whose report is out passes by waiting for it.
MOVES = {(move.start, move.to) for move in STAGE_MOVES} | {(Stage.LETTER, Stage.SUCCESSION)}
#: What entries are about where they are of the team's own days, and of no case.
OF_THE_TEAM = {"leadership.away", "leadership.stepdays"}
DEEDS = (
    *("go on", "go on", "go on", "go on", "check", "wait", "tell", "inspect", "hand over", "talk", "letter"),
    *(
        "publish",
        "note",
        "ask",
        "remove",
        "switch off",
        "switch on",
        "end",
        "lead",
        "close",
        "words",
        "let in",
    ),
    *("read", "share", "again", "support"),
)


@dataclass
class Seen:
    """What was last known of a case: what is closed never changes again."""

    stage: str
    published_on: Any
    outcome: str


@dataclass
class World:
    """Lena and Mo lead Riverside jointly; Amina and Olive are officers, Maya is a manager. ``told`` and
    ``clock`` say what time it is.
    """

    group: Group
    team: tuple[User, User, User]
    outside: tuple[User, ...]
    clock: Any
    at: datetime = NOW
    slots: int = 0
    seen: dict[int, Seen] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)
    switched: int = 0
    readers: dict[int, set[int]] = field(default_factory=dict)

    # --- what there is ---

    def leader(self, number: int) -> LeaderAppointment | None:
        person = (self.group.lena, self.group.mo)[number // 6]
        rows = LeaderAppointment.objects.filter(
            user=person, membership__collaboration=self.group.collaboration
        )
        return rows.order_by("-starts_on", "-pk").first()

    def case(self, number: int) -> LeadershipCase | None:
        """The newest case of one of the two, open or closed."""
        person = (self.group.lena, self.group.mo)[number // 6]
        return LeadershipCase.objects.filter(appointment__user=person).order_by("-opened_at", "-pk").first()

    # --- what is done ---

    def do(self, deed: str, number: int) -> str:
        """One deed by somebody of the team, or by the leader, some minutes after the one before; what was said
        to it.
        """
        self.pass_time(timedelta(minutes=7))
        by = self.team[number % 3]
        case, when = self.case(number), {"by": by, "at": self.at}
        acts: dict[str, Callable[[], Any]] = {
            "check": lambda: self.check_leaders(by),
            "wait": lambda: self.wait(number),
            "tell": lambda: self.tell(number, by),
            "inspect": lambda: self.inspect(number),
            "end": lambda: self.end(number),
            "lead": lambda: self.lead(number),
        }
        if case is not None:
            acts |= {name: (lambda act=act: act(self, case, number, when)) for name, act in OF_A_CASE.items()}
        if deed not in acts:
            return "nothing"
        said = ["done"]
        try:
            with transaction.atomic():
                acts[deed]()
        except ValidationError as refusal:
            said = refusal.messages
        assert all(words.strip() for words in said)
        return " ".join(said)

    def check_leaders(self, by: User) -> None:
        self.slots += 1
        review_leaders(slot=f"slot-{self.slots}", on=self.at.date(), at=self.at)

    def wait(self, number: int) -> None:
        self.pass_time(timedelta(days=number % 6 + 1))

    def pass_time(self, time: timedelta) -> None:
        self.at += time
        self.clock.move_to(self.at)

    def tell(self, number: int, by: User) -> None:
        leads = self.leader(number)
        if leads is not None:
            day = self.at.date() if number % 3 else None
            open_case(appointment_id=leads.pk, inspected_on=day, words="Told", by=by, at=self.at)

    def inspect(self, number: int) -> None:
        setting = (self.group.acorns, self.group.bluebells)[number // 6].provider
        if not setting.inspections.filter(inspected_on=self.at.date()).exists():
            judged(setting, (3, 2, 4)[number % 3], on=self.at.date())

    def end(self, number: int) -> None:
        leads = self.leader(number)
        if leads is not None and leads.ends_on is None:
            LeaderAppointment.objects.filter(pk=leads.pk).update(ends_on=self.at.date())

    def lead(self, number: int) -> None:
        """Whoever does not lead any more leads again."""
        leads = self.leader(number)
        if leads is not None and leads.ends_on is not None and leads.ends_on < self.at.date():
            LeaderAppointmentFactory.create(
                user=leads.user, membership=leads.membership, starts_on=self.at.date()
            )

    # --- what may never be ---

    def check(self) -> None:
        cases = list(LeadershipCase.objects.order_by("pk").select_related("appointment"))
        self.check_cases(cases)
        self.check_acts_outside({case.pk: case for case in cases})

    def check_at_the_end(self) -> None:
        self.check_order()
        self.check_entries()
        self.check_next_step()
        self.check_sight()

    def check_cases(self, cases: list[LeadershipCase]) -> None:
        open_cases = [case.appointment_id for case in cases if case.closed_at is None]
        assert len(open_cases) == len(set(open_cases)), "one open case a leader"
        for case in cases:
            before = self.seen.get(case.pk)
            if before is not None:
                moved = (before.stage, case.stage)
                assert before.stage == case.stage or moved in MOVES, moved
                assert before.published_on in (None, case.published_on), "the first news counts"
                assert not before.outcome or before.outcome == case.outcome, "what is closed stays closed"
            assert (case.stage in OPEN_STAGES) == (case.closed_at is None)
            self.seen[case.pk] = Seen(case.stage, case.published_on, case.outcome)

    def check_order(self) -> None:
        """The timeline tells what happened in its order, the newest first."""
        for case in LeadershipCase.objects.all():
            past = selectors.timeline_of(
                list(selectors.steps_of(case)),
                list(selectors.support_of(case)),
                list(selectors.words_of_leader(case)),
            )
            days = [(one.day, one.at) for one in past]
            assert all(later >= earlier for later, earlier in pairwise(days)), days
        for row in Reinstatement.objects.select_related("case"):
            assert row.case.outcome in {"succeeded", "stopped"}

    def check_acts_outside(self, cases: dict[int, LeadershipCase]) -> None:
        """Nobody is asked, and nothing is switched off, before the report is out (O6)."""
        for row in PossibleSuccessor.objects.filter(contacted_on__isnull=False).exclude(pk__in=self.asked):
            assert selectors.is_published(cases[row.case_id])
            assert selectors.is_talked_over(cases[row.case_id])
            self.asked.add(row.pk)
        number = SupportSwitch.objects.count()
        if number > self.switched:
            assert any(selectors.is_published(case) and case.stage in MAY_SWITCH for case in cases.values())
        self.switched = number

    def check_entries(self) -> None:
        """No entry that all read is of a case, and none of a case names leader or setting."""
        entries = Entry.objects.filter(about_type__startswith="leadership.")
        for about, is_confidential, sentence in entries.values_list(
            "about_type", "is_confidential", "sentence"
        ):
            assert is_confidential or about in OF_THE_TEAM, sentence
            named = [name for name in ("Lena", "Mo ", "Acorns", "Bluebells") if name in sentence]
            assert not named or about == "leadership.supportswitch", sentence

    def check_next_step(self) -> None:
        """As long as nobody leads the group its page and home say so; else nothing of the kind."""
        group, today = self.group.collaboration, self.at.date()
        visitor = Visitor(self.team[2], today)
        visitor.looks_at(groups=[group])
        said = any("Nobody leads" in line.what for line in lines_of_leaders(visitor, [group]))
        leading = [self.leader(number) for number in (0, 6)]
        assert said == all(
            one is None or (one.ends_on is not None and one.ends_on <= today) for one in leading
        )

    def check_sight(self) -> None:
        """To whoever is not on the list no row exists, whatever asks; the list is the case's own."""
        cases = list(LeadershipCase.objects.select_related("appointment"))
        outcomes_of = dict(UnpublishedOutcome.objects.values_list("pk", "case_id"))
        for reader in (*self.team, self.group.lena, self.group.mo, *self.outside):
            sees_all = reader.has_perm(Permission.VIEW_ALL_CASES)
            on_list = {
                case.pk
                for case in cases
                if sees_all
                or reader.pk in {case.assigned_to_id, *self.readers.get(case.pk, ())}
                or (case.told_leader_at is not None and case.appointment.user_id == reader.pk)
            }
            with told(SETTING, sight_of(reader)):
                assert set(LeadershipCase.objects.values_list("pk", flat=True)) == on_list, reader
                rows = UnpublishedOutcome.objects.values_list("pk", flat=True)
                assert set(rows) == {pk for pk, case in outcomes_of.items() if case in on_list}
                works = sees_all or reader.has_perm(Permission.WORK_ON_CASES)
                assert {case.pk for case in cases_for(reader)} == (on_list if works else set())
                assert sees_all or CaseGrant.objects.exclude(content_object__in=on_list).count() == 0
