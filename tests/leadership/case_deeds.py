"""What people do in a leadership case, each deed with a number that chooses among its kinds. ``world`` is the
``World`` of ``case_world``; whoever acts and when stands in ``when``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from leadership.models.cases import LeadershipCase, UnpublishedOutcome
from leadership.models.letters import CaseLetter
from leadership.models.steps import PossibleSuccessor
from leadership.models.support import SupportSwitch
from leadership.rules.letters import LetterKind
from leadership.rules.stages import Stage
from leadership.rules.steps import Answer, StepKind
from leadership.rules.support import Switch
from leadership.services import leader_page, letters, outcomes, steps, succession, switches
from leadership.services.cases import assign_case, close_case, record_reading, share_case, unshare_case
from leadership.services.reinstatement import discuss_reinstatement
from leadership.services.steps import Offer, Talk

Act = Callable[[Any, LeadershipCase, int, dict[str, Any]], object]


def talk_of(world: Any) -> Talk:
    return Talk(on_day=world.at.date(), channel="telephone", agreed="We talk again", preference="leader")


def go_on(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    """The step that comes next, whichever it is."""
    talk = {"case_id": case.pk, "talk": talk_of(world), **when}
    todo: dict[str, Callable[[], object]] = {
        Stage.OPENED: lambda: hand_over(world, case, number, when),
        Stage.CONTACT: lambda: steps.record_contact(**talk),
        Stage.SUPPORT: lambda: support(world, case, number, when),
        Stage.LETTER: lambda: letter(world, case, 0, when),
        Stage.PUBLICATION: lambda: publish(world, case, number, when),
        Stage.SUCCESSION: lambda: (
            (lambda: steps.record_talk(**talk, kind=StepKind.SUCCESSION)),
            (lambda: steps.record_stays(**talk)),
            (lambda: steps.record_stepped_down(**talk)),
        )[number % 3](),
        Stage.STEPPED_DOWN: lambda: close(world, case, 0, when),
        Stage.STAYS: lambda: close(world, case, 1, when),
    }
    if case.stage in todo:
        todo[case.stage]()


def hand_over(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    """A manager gives it to one of the officers."""
    who = {"case_id": case.pk, "officer": world.team[number % 2], "at": world.at, "by": world.team[2]}
    if case.assigned_to_id is None:
        assign_case(**who)
    else:
        steps.hand_over_case(**who, words="Lena likes a call")


def support(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    facts: dict[str, Any] = {"case_id": case.pk, "offered_on": world.at.date(), **when}
    if number % 2:
        steps.skip_support(**facts, words="")
    else:
        steps.offer_support(**facts, kind="visit", offer=Offer(Answer.OPEN))


def letter(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    kind = list(LetterKind)[number % len(LetterKind)]
    made = letters.write_letter(case_id=case.pk, kind=kind, **when)
    letters.change_letter(letter_id=made.pk, subject="Next steps", body="Thank you for your time.", **when)
    letters.send_letter(letter_id=made.pk, **when)
    assert CaseLetter.objects.filter(case=case, kind=kind, sent_at=None).count() == 0


def publish(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    row = UnpublishedOutcome.objects.filter(case=case).order_by("-pk").first()
    if row is None:
        outcomes.record_outcome(case_id=case.pk, inspected_on=world.at.date(), outcome="Told", **when)
        return
    address = "https://reports.ofsted.gov.uk/provider/1"
    outcomes.publish_outcome(outcome_id=row.pk, published_on=world.at.date(), report_url=address, **when)


def note(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    succession.note_successor(
        case_id=case.pk, membership=world.group.caras, user_id=world.group.cara.pk, **when
    )


def successor(case: LeadershipCase) -> PossibleSuccessor | None:
    return PossibleSuccessor.objects.filter(case=case).order_by("-pk").first()


def ask(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    row = successor(case)
    if row is not None:
        answer = list(Answer)[number % 4]
        day = world.at.date()
        succession.contact_successor(successor_id=row.pk, contacted_on=day, answer=answer, **when)


def remove(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    row = successor(case)
    if row is not None:
        succession.remove_successor(successor_id=row.pk, **when)


def switch_off(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    kinds = [list(Switch)[number % 5]]
    day = world.at.date() + timedelta(days=number % 6)
    switches.switch_support_off(case_id=case.pk, kinds=kinds, off_on=day, **when)


def switch_on(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    row = SupportSwitch.objects.order_by("pk").last()
    if row is not None:
        day = world.at.date() + timedelta(days=number % 6)
        switches.switch_support_on(case_id=case.pk, row_id=row.pk, on_again_on=day, **when)


def close(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    outcome = ("succeeded", "stays", "not_needed", "stopped", "may_lead", "never_published")[number % 6]
    close_case(case_id=case.pk, outcome=outcome, words="As agreed", **when)


def add_words(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    """By one of the two leaders, the other one is refused."""
    who = (world.group.lena, world.group.mo)[number // 2 % 2]
    leader_page.add_words(case_id=case.pk, words=f"Words {number}", by=who, at=world.at)
    assert case.appointment.user_id == who.pk


def let_in(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    colleague = world.outside[0]
    leader_page.let_read_page(case_id=case.pk, reader=colleague, by=case.appointment.user, at=world.at)
    world.readers.setdefault(case.pk, set()).add(colleague.pk)


def share(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    who = {"case_id": case.pk, "reader": world.team[1], "by": world.team[2], "at": world.at}
    if number % 2:
        share_case(**who)
        world.readers.setdefault(case.pk, set()).add(world.team[1].pk)
    else:
        unshare_case(**who)
        world.readers.get(case.pk, set()).discard(world.team[1].pk)


def again(world: Any, case: LeadershipCase, number: int, when: dict[str, Any]) -> None:
    decided = (None, True, False)[number % 3]
    facts = {"discussed_on": world.at.date(), "is_reinstated": decided, "words": "She would like to"}
    discuss_reinstatement(case_id=case.pk, **facts, **when)


OF_A_CASE: dict[str, Act] = {
    "go on": go_on,
    "hand over": hand_over,
    "talk": lambda world, case, number, when: steps.record_talk(
        case_id=case.pk, talk=talk_of(world), kind=(StepKind.TALK, StepKind.SUCCESSION)[number % 2], **when
    ),
    "support": support,
    "letter": letter,
    "publish": publish,
    "note": note,
    "ask": ask,
    "remove": remove,
    "switch off": switch_off,
    "switch on": switch_on,
    "close": close,
    "words": add_words,
    "let in": let_in,
    "share": share,
    "again": again,
    "read": lambda world, case, number, when: record_reading(case=case, by=when["by"]),
}
