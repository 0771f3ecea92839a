"""C8 through the services: who raises, sees and moves a concern,
and that neither emails nor exports tell of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Authority, User
from accounts.services.appointments import end_appointment
from audit.models import Entry
from audit.selectors import entries_for
from collaborations.models import Collaboration
from core.exports import registry
from core.scoping import authority_scope
from documents.models import OutboxMessage
from memberships.models.conduct import ConductConcern, ConductStep
from memberships.models.members import Membership
from memberships.models.offices import OfficeHolder
from memberships.rules.conduct import TRANSITIONS, ConcernState
from memberships.selectors.conduct import concern_seen, concerns_seen, concerns_to_read, steps_of
from memberships.services.conduct import move_concern, raise_concern, record_reading_of_concern
from memberships.services.members import leave
from memberships.services.offices import OFFICE, give_office
from memberships.services.people import SETTING_ROLE
from tests.concurrency import at_once
from tests.factories.groups import JOINED, Group, person_of
from tests.factories.memberships import ConductConcernFactory, LeaderAppointmentFactory, MembershipFactory
from tests.outbox import deliver
from tests.staging import around_layers, staged

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
WORDS = "Spoke over Mo at two meetings."


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@around_layers
def in_scope(larkshire: Authority, led: Group) -> Iterator[None]:
    with authority_scope(larkshire):
        yield


@staged
def raised(larkshire: Authority, led: Group) -> ConductConcern:
    """Mo of Bluebells about Cara's; Lena of Acorns leads."""
    with authority_scope(larkshire):
        return raise_concern(collaboration=led.collaboration, about=led.caras, words=WORDS, by=led.mo, at=AT)


def move(concern: ConductConcern, to_state: str, by: User, **more: Any) -> ConductConcern:
    facts: dict[str, Any] = {"words": f"We have {to_state}.", "on": TODAY, "decision": "", "at": AT, **more}
    return move_concern(concern_id=concern.pk, to_state=to_state, by=by, **facts)


def refusal(call: Callable[..., object], **facts: Any) -> dict[str, list[str]]:
    before = Entry.objects.count()
    with pytest.raises(ValidationError) as caught, transaction.atomic():
        call(**facts)
    assert Entry.objects.count() == before
    return caught.value.message_dict if hasattr(caught.value, "error_dict") else {"": caught.value.messages}


def sees(group: Group, concern: ConductConcern, *, on: date = TODAY) -> set[str]:
    """Who of the cast sees it, by first name; with a star who may move it."""
    found = set()
    for user in User.objects.order_by("pk"):
        seen = concern_seen(user, group.collaboration, concern.pk, on=on)
        assert bool(seen) == bool(concerns_seen(user, group.collaboration, on=on))
        if seen:
            found.add(user.get_short_name() + ("*" if seen.may_move else ""))
    return found


# --- who sees, who moves ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("in_scope")
def test_c8_who_sees_it_in_which_state(
    led: Group, raised: ConductConcern, amina: User, maya: User, fred: User
) -> None:
    assert sees(led, raised) == {"Lena*", "Mo"}
    move(raised, "discussed", led.lena)
    assert sees(led, raised) == {"Lena*", "Mo", "Cara"}
    move(raised, "decided", led.lena, decision="steps")
    move(raised, "closed", led.lena)
    assert sees(led, raised) == {"Lena*", "Mo", "Cara"}


@pytest.mark.usefixtures("in_scope")
def test_c8_the_leader_of_the_setting_concerned_is_one_of_those_concerned_and_the_chair_takes_it(
    led: Group, amina: User
) -> None:
    concern = raise_concern(
        collaboration=led.collaboration, about=led.acorns, words=WORDS, by=led.cara, at=AT
    )
    assert sees(led, concern) == {"Cara"}, "Lena leads, but for Acorns; and there is no chair"
    facts = {"office": "chair", "starts_on": TODAY, "decision": "Agreed", "by": amina}
    give_office(membership=led.bluebells, user=led.mo, **facts)
    assert sees(led, concern) == {"Cara", "Mo*"}
    move(concern, "discussed", led.mo)
    assert sees(led, concern) == {"Cara", "Mo*", "Lena"}
    LeaderAppointmentFactory(user=led.cara, membership=led.caras)
    assert sees(led, concern) == {"Cara", "Mo*", "Lena"}, "the new leader raised it: the chair goes on"
    office = OfficeHolder.objects.get()
    end_appointment(OFFICE, office, ends_on=office.starts_on + timedelta(days=1), by=amina)
    assert sees(led, concern, on=TODAY + timedelta(days=1)) == {"Cara*", "Lena"}, "nobody else can"
    facts = {"concern_id": concern.pk, "to_state": "decided", "decision": "none", "words": "All agreed."}
    facts |= {"on": TODAY, "by": led.cara, "at": AT}
    assert set(refusal(move_concern, **facts)) == {"agreed_by"}
    move_concern(**facts, agreed_by="Mo Siddiqui and Lena Hartley")  # type: ignore[arg-type]
    assert steps_of(concern).last().words == "All agreed.\n\nAgreed by: Mo Siddiqui and Lena Hartley"


@pytest.mark.usefixtures("in_scope")
def test_c8_whoever_leaves_the_group_sees_it_no_more_and_a_later_end_changes_nothing_before(
    led: Group, raised: ConductConcern, amina: User
) -> None:
    end_appointment(SETTING_ROLE, led.mo.setting_roles.get(), ends_on=date(2026, 12, 1), by=amina)
    assert concern_seen(led.mo, led.collaboration, raised.pk, on=date(2026, 11, 30))
    assert not concern_seen(led.mo, led.collaboration, raised.pk, on=date(2026, 12, 1))
    leave(membership=led.acorns, on=date(2027, 1, 1), reason="Closing", by=amina)
    assert concern_seen(led.lena, led.collaboration, raised.pk, on=date(2026, 12, 31))
    assert not concern_seen(led.lena, led.collaboration, raised.pk, on=date(2027, 1, 1))


@pytest.mark.usefixtures("in_scope")
def test_c8_a_new_registration_of_the_setting_is_the_same_setting(led: Group, amina: User) -> None:
    """O2:

    Acorns is carried on under a new registration; Lena, who leads, moves along and is still one of those
    concerned.
    """
    concern = raise_concern(collaboration=led.collaboration, about=led.acorns, words=WORDS, by=led.mo, at=AT)
    membership = MembershipFactory(
        collaboration=led.collaboration, joined_on=date(2026, 11, 1), continues=led.acorns
    )
    Membership.objects.filter(pk=led.acorns.pk).update(left_on=date(2026, 11, 1))
    led.lena.setting_roles.update(provider=membership.provider)
    led.lena.leads.update(membership=membership)
    assert sees(led, concern) == {"Mo"}
    ConductConcern.objects.filter(pk=concern.pk).update(state="discussed")
    assert sees(led, concern) == {"Mo", "Lena"}


@pytest.mark.usefixtures("in_scope")
def test_c8_staff_without_an_office_see_nothing(led: Group, raised: ConductConcern, amina: User) -> None:
    nell = person_of(led.caras.provider, "Nell Ives", amina, role="staff")
    move(raised, "discussed", led.lena)
    assert "Nell" not in sees(led, raised)
    assert concern_seen(nell, led.collaboration, raised.pk, on=TODAY) is None


# --- services -----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("in_scope")
def test_c8_raising_is_confidential_and_once(led: Group, raised: ConductConcern) -> None:
    again = raise_concern(
        collaboration=led.collaboration, about=led.caras, words=f" {WORDS} ", by=led.mo, at=AT
    )
    assert again.pk == raised.pk
    entry = Entry.objects.get(action="concern_raised")
    assert (entry.sentence, entry.about_name, entry.facts, entry.is_confidential) == (
        "raised a concern about conduct",
        "",
        {},
        True,
    )


@pytest.mark.usefixtures("in_scope")
def test_c8_what_cannot_be_raised(led: Group, elsewhere: Collaboration, amina: User) -> None:
    facts: dict[str, Any] = {"collaboration": led.collaboration, "by": led.mo, "at": AT}
    words = ["Choose a member of the collaboration other than your own setting."]
    other = Membership.objects.get(collaboration=elsewhere)
    gone = MembershipFactory(collaboration=led.collaboration, joined_on=JOINED, left_on=date(2026, 1, 1))
    for about in (led.bluebells, other, gone):
        assert refusal(raise_concern, about=about, words=WORDS, **facts) == {"about": words}
    assert set(refusal(raise_concern, about=led.caras, words="  ", **facts)) == {"words"}


@pytest.mark.usefixtures("in_scope")
@pytest.mark.parametrize(
    ("to_state", "changes", "field", "words"),
    [
        ("decided", {"decision": "steps"}, "", "This concern is “raised” now"),
        ("raised", {}, "", "This concern is “raised” now"),
        ("discussed", {"on": TODAY - timedelta(days=1)}, "on", "cannot be before 21 November 2026"),
        ("discussed", {"on": TODAY + timedelta(days=1)}, "on", "cannot be in the future"),
        ("discussed", {"words": " "}, "words", "cannot be blank"),
    ],
)
def test_c8_steps_that_are_refused(
    led: Group, raised: ConductConcern, to_state: str, changes: dict[str, Any], field: str, words: str
) -> None:
    facts: dict[str, Any] = {
        "concern_id": raised.pk,
        "to_state": to_state,
        "words": "Talked.",
        "on": TODAY,
        "by": led.lena,
        "at": AT,
        **changes,
    }
    assert words in refusal(move_concern, **facts)[field][0]
    raised.refresh_from_db()
    assert raised.state == "raised"


@pytest.mark.usefixtures("in_scope")
def test_c8_a_decision_says_what_and_a_removal_ends_no_membership(led: Group, raised: ConductConcern) -> None:
    move(raised, "discussed", led.lena)
    for decision in ("", "nonsense"):
        facts = {
            "concern_id": raised.pk,
            "to_state": "decided",
            "words": "x",
            "on": TODAY,
            "by": led.lena,
            "at": AT,
        }
        assert refusal(move_concern, decision=decision, **facts) == {
            "decision": ["Select what the group decided."]
        }
    before = list(Membership.objects.order_by("pk").values())
    assert move(raised, "decided", led.lena, decision="removal").decision == "removal"
    move(raised, "closed", led.lena)
    assert list(Membership.objects.order_by("pk").values()) == before
    assert led.cara.has_perm("collaborations.view_collaboration", led.collaboration)
    assert [entry.sentence for entry in Entry.objects.filter(action="concern_moved")] == [
        "recorded a step in a concern about conduct"
    ] * 3


MOVES = st.lists(
    st.tuples(st.sampled_from(ConcernState), st.sampled_from(["", "none", "steps", "removal"])), max_size=8
)


@pytest.mark.usefixtures("in_scope")
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MOVES)
def test_c8_whatever_is_tried_no_illegal_path_is_walked_and_no_step_is_rewritten(
    led: Group, moves: list[tuple[ConcernState, str]]
) -> None:
    with transaction.atomic():
        concern = ConductConcernFactory(about=led.caras, raised_by=led.mo, raised_at=AT)
        walked, kept = [ConcernState.RAISED], []
        for wanted, decision in moves:
            legal = wanted in TRANSITIONS[walked[-1]] and (wanted is not ConcernState.DECIDED or decision)
            try:
                with transaction.atomic():
                    move(concern, wanted.value, led.lena, decision=decision)
                assert legal
                walked.append(wanted)
            except ValidationError:
                assert not legal
            steps = list(
                ConductStep.objects.filter(concern=concern)
                .order_by("pk")
                .values_list("pk", "to_state", "words", "on")
            )
            assert steps[: len(kept)] == kept
            kept = steps
        concern.refresh_from_db()
        assert concern.state == walked[-1]
        assert [step[1] for step in kept] == walked[1:]
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_c8_two_leaders_record_one_step_at_once(
    larkshire: Authority, led: Group, raised: ConductConcern, amina: User
) -> None:
    agreed = {"agreed_by": "Lena Hartley and Cara Finch"}  # Mo raised it
    said = at_once(
        larkshire, [lambda by=by: move(raised, "discussed", by, **agreed) for by in (led.lena, led.mo)]
    )
    assert said == [
        "This concern is “discussed” now: somebody has recorded a step meanwhile. Read it again first.",
        "done",
    ] or sorted(said)[0].startswith("This concern is “discussed” now")
    with authority_scope(larkshire):
        assert ConductStep.objects.count() == 1


# --- emails -------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("in_scope")
def test_c8_emails_are_neutral_and_go_to_those_who_see_it(
    led: Group, raised: ConductConcern, mailoutbox: list[Any]
) -> None:
    deliver()
    assert [email.to for email in mailoutbox] == [["lena@larkshire.example"]]
    mailoutbox.clear()
    move(raised, "discussed", led.lena)
    deliver()
    assert {email.to[0] for email in mailoutbox} == {"mo@larkshire.example", "cara@larkshire.example"}
    for email in mailoutbox:
        assert email.subject == "There is something for you to read"
        whole = email.body + str(email.alternatives[0][0])
        for word in ("oncern", "onduct", "Riverside", "Cara's", "Acorns", "Mo Siddiqui", "Lena"):
            assert word not in whole, word


@pytest.mark.usefixtures("in_scope")
def test_c8_an_email_that_has_been_overtaken_is_not_sent(
    led: Group, raised: ConductConcern, mailoutbox: list[Any]
) -> None:
    waiting = OutboxMessage.objects.get()
    move(raised, "discussed", led.lena)
    OutboxMessage.objects.exclude(pk=waiting.pk).delete()
    deliver()
    assert mailoutbox == []


def test_c8_what_waits_to_be_read(
    led: Group, raised: ConductConcern, larkshire: Authority, sam: User
) -> None:
    def waits_for(on: date = TODAY) -> set[str]:
        people = (led.lena, led.mo, led.cara, sam)
        return {
            one.get_short_name()
            for one in people
            if [found.pk for found in concerns_to_read(one, on=on)] == [raised.pk]
        }

    with authority_scope(larkshire):
        assert waits_for() == {"Lena"}, "not for Mo, who raised it"
        record_reading_of_concern(concern=raised, by=led.lena, at=AT)
        assert waits_for() == set()
        with time_machine.travel(AT + timedelta(hours=1), tick=False):
            move(raised, "discussed", led.lena, at=AT + timedelta(hours=1))
            assert waits_for() == {"Mo", "Cara"}
            for _again in range(2):
                record_reading_of_concern(concern=raised, by=led.mo, at=AT + timedelta(hours=1))
            assert waits_for() == {"Cara"}
        assert Entry.objects.filter(action="concern_read").count() == 2


@pytest.mark.usefixtures("in_scope")
def test_c8_no_audit_log_shows_it_and_the_seal_keeps_it(
    led: Group, raised: ConductConcern, maya: User
) -> None:
    assert Entry.objects.filter(action="concern_raised").exists()
    assert not entries_for(maya).filter(action__startswith="concern_").exists()
    assert not entries_for(maya).filter(about_type="memberships.conductconcern").exists()


@pytest.mark.usefixtures("in_scope")
def test_c8_no_export_and_no_admin_know_of_it(led: Group, raised: ConductConcern, maya: User) -> None:
    from django.contrib import admin

    assert ConductConcern not in admin.site._registry
    assert ConductStep not in admin.site._registry
    for export in registry.all_exports():
        with suppress(KeyError):  # one that needs a filter is not of ours
            if export.may_run(maya, {}):
                rows = str([tuple(row) for row in export.rows({}, by=maya)])
                assert WORDS not in rows
                assert "concern" not in rows.lower()
