"""C6: notice, taking it back, the hand-over list: services, pages,
permissions that end by themselves, and who sees what.
"""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from audit.models import Entry
from collaborations.models import CollaborationGrant
from core.scoping import authority_scope
from development.services import plans
from memberships.models.leaving import HandOver
from memberships.models.members import Membership
from memberships.selectors.leaving import open_hand_overs
from memberships.services.leaving import (
    change_hand_over,
    finish_hand_over,
    give_notice,
    note_hand_over,
    remove_hand_over,
    take_back_notice,
)
from memberships.services.members import join
from memberships.services.offices import give_office
from tests.factories.development import plan_with_action
from tests.factories.groups import APPOINTED, one_more_member
from tests.factories.joining import HandOverFactory
from tests.factories.library import shared
from tests.staging import around_layers, staged

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
LAST = date(2026, 12, 1)
TOP = "/larkshire/collaborations/"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@around_layers
def in_scope(larkshire, led):
    with authority_scope(larkshire):
        yield


def leaves(membership, by, on=LAST) -> Membership:
    return give_notice(membership=membership, left_on=on, reason="We close.", by=by, at=NOW)


@staged
def leaving(larkshire, led) -> Membership:
    """Bluebells, which Mo manages, leaves on 1 December."""
    with authority_scope(larkshire):
        return leaves(led.bluebells, led.mo)


def noted(membership, by, **more) -> HandOver:
    facts = {"kind": "action", "what": "Outdoor play", "taken_by": None, "by": by, "at": NOW}
    return note_hand_over(membership=membership, **{**facts, **more})


def refusal(call, *args, **facts) -> dict[str, list[str]]:
    before = Entry.objects.count()
    with pytest.raises(ValidationError) as caught, transaction.atomic():
        call(*args, **facts)
    assert Entry.objects.count() == before
    return caught.value.message_dict


def sentences() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("sentence", flat=True))


def of(membership, rest: str) -> str:
    return f"{TOP}{membership.collaboration_id}/members/{membership.pk}/{rest}"


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_day": str(value.day), f"{name}_month": str(value.month), f"{name}_year": str(value.year)}


def text(response) -> str:
    return " ".join(response.content.decode().split())


# --- notice -------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("in_scope")
def test_c6_notice_is_recorded_and_pressed_twice_it_is_one(led):
    membership = leaves(led.bluebells, led.mo)
    assert (membership.left_on, membership.leaving_reason) == (LAST, "We close.")
    assert sentences()[-1] == "recorded the last day of Bluebells as a member of Riverside: 30 November 2026"
    before = Entry.objects.count()
    leaves(led.bluebells, led.mo)
    assert Entry.objects.count() == before
    assert (
        "its last day is 30 November 2026"
        in refusal(leaves, led.bluebells, led.mo, on=date(2026, 12, 2))["left_on"][0]
    )


@pytest.mark.usefixtures("in_scope")
def test_c6_what_a_notice_lacks_is_said_at_its_field(led):
    facts = {"membership": led.bluebells, "by": led.mo, "at": NOW}
    said = refusal(give_notice, left_on=date(2026, 11, 20), reason=" ", **facts)
    assert set(said) == {"left_on", "leaving_reason"}
    assert give_notice(left_on=NOW.date(), reason="Today", **facts).left_on == NOW.date()


@pytest.mark.usefixtures("in_scope")
def test_c6_rights_end_on_the_day_and_not_before_without_any_job(led, leaving):
    riverside, sees = led.collaboration, "collaborations.view_collaboration"
    rows = CollaborationGrant.all_dates.count()
    for moment, may in (("2026-11-30 23:30Z", True), ("2026-12-01 00:30Z", False)):
        with time_machine.travel(moment, tick=False):
            assert User.objects.get(pk=led.mo.pk).has_perm(sees, riverside) is may
    assert CollaborationGrant.all_dates.count() == rows


@pytest.mark.usefixtures("in_scope")
def test_c6_a_leader_who_leaves_leads_until_that_day(led):
    leaves(led.acorns, led.lena)
    leads = "collaborations.lead_collaboration"
    for moment, may in (("2026-11-30 12:00Z", True), ("2026-12-01 12:00Z", False)):
        with time_machine.travel(moment, tick=False):
            assert User.objects.get(pk=led.lena.pk).has_perm(leads, led.collaboration) is may


@pytest.mark.usefixtures("in_scope")
def test_c6_notice_is_taken_back_before_the_day_and_history_stays(led, leaving):
    membership = take_back_notice(membership=leaving, by=led.mo, at=NOW)
    assert (membership.left_on, membership.leaving_reason) == (None, "")
    assert sentences()[-2:] == [
        "recorded the last day of Bluebells as a member of Riverside: 30 November 2026",
        "took back the notice of Bluebells to leave Riverside",
    ]
    with time_machine.travel("2026-12-02 12:00Z", tick=False):
        assert User.objects.get(pk=led.mo.pk).has_perm("collaborations.view_collaboration", led.collaboration)
    facts = {"membership": leaving, "by": led.mo}
    assert "no notice" in refusal(take_back_notice, at=NOW, **facts)["left_on"][0]
    leaves(led.bluebells, led.mo)
    on_the_day = datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert "last day was 30 November 2026" in refusal(take_back_notice, at=on_the_day, **facts)["left_on"][0]


@pytest.mark.usefixtures("in_scope")
def test_c6_a_notice_stays_where_a_later_stay_is_recorded(led, leaving, amina):
    join(collaboration=led.collaboration, provider=leaving.provider, on=date(2027, 1, 1), by=amina)
    said = refusal(take_back_notice, membership=leaving, by=led.mo, at=NOW)
    assert "join again later" in said["left_on"][0]


# --- the hand-over list -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("in_scope")
def test_c6_the_list_is_noted_changed_done_and_removed(led, leaving):
    row = noted(leaving, led.mo)
    assert noted(leaving, led.mo) == row  # pressed twice
    change_hand_over(
        hand_over=row, kind="other", what="Garden play", taken_by=led.acorns, by=led.lena, at=NOW
    )
    mistake = noted(leaving, led.mo, what="Keys")
    remove_hand_over(hand_over=mistake, by=led.mo)
    assert list(open_hand_overs(leaving)) == [row]
    finish_hand_over(hand_over=row, on=NOW.date(), by=led.lena)
    finish_hand_over(hand_over=row, on=NOW.date(), by=led.mo)  # pressed twice
    row.refresh_from_db()
    assert (row.what, row.taken_by, row.done_on, row.done_by) == (
        "Garden play",
        led.acorns,
        NOW.date(),
        led.lena,
    )
    assert not open_hand_overs(leaving).exists()
    assert sentences()[-5:] == [
        "noted what Bluebells hands over in Riverside: Outdoor play",
        "changed what Bluebells hands over in Riverside: Garden play",
        "noted what Bluebells hands over in Riverside: Keys",
        "removed from the hand-over of Bluebells in Riverside: Keys",
        "recorded that Bluebells has handed over in Riverside: Garden play",
    ]


@pytest.mark.usefixtures("in_scope")
def test_c6_what_the_list_refuses(led, leaving, elsewhere):
    assert "given no notice" in refusal(noted, led.acorns, led.lena)["what"][0]
    foreign = Membership.objects.get(collaboration=elsewhere)
    for taken_by in (foreign, leaving):
        assert set(refusal(noted, leaving, led.mo, taken_by=taken_by)) == {"taken_by"}
    row = noted(leaving, led.mo)
    finish_hand_over(hand_over=row, on=NOW.date(), by=led.mo)
    change = {"kind": "other", "what": "Anything", "taken_by": None, "at": NOW}
    assert (
        "handed over on 21 November 2026"
        in refusal(change_hand_over, hand_over=row, by=led.mo, **change)["what"][0]
    )
    assert set(refusal(remove_hand_over, hand_over=row, by=led.mo)) == {"what"}


# --- pages --------------------------------------------------------------------------------------------------


def test_c6_a_manager_gives_notice_keeps_the_list_and_stays_after_all(browse, larkshire, led):
    client, membership = browse(led.mo), led.bluebells
    wrong = text(client.post(of(membership, "notice/"), day("left_on", date(2026, 11, 1))))
    assert "Say why you are leaving" in wrong
    late = client.post(
        of(membership, "notice/"), {"leaving_reason": "We close.", **day("left_on", date(2026, 11, 1))}
    )
    assert "The last day as a member must be today or in the future" in text(late)
    done = client.post(
        of(membership, "notice/"),
        {"leaving_reason": "We close.", **day("left_on", LAST - timedelta(days=1))},
        follow=True,
    )
    body = text(done)
    for words in (
        "Bluebells leaves. The last day is 30 November 2026.",
        "Do not forget",
        "Its share of the System Leadership Supplement stays with the group.",
        "Nothing was found that this setting does for the group",
    ):
        assert words in body
    given = {"what": "Outdoor play", "kind": "action", "taken_by": led.acorns.pk}
    assert "It is on the list." in text(client.post(of(membership, "hand-over/add/"), given, follow=True))
    with authority_scope(larkshire):
        item = HandOver.objects.get()
    change = of(membership, f"hand-over/{item.pk}/change/")
    assert "Outdoor play" in text(client.get(change))
    client.post(change, {"what": "Garden play", "kind": "action", "taken_by": ""})
    done = client.post(
        of(membership, f"hand-over/{item.pk}/done/"), day("done_on", date(2026, 11, 21)), follow=True
    )
    assert "Garden play" in text(done)
    assert "21 November 2026, Mo Siddiqui" in text(done)
    refused = text(client.post(of(membership, f"hand-over/{item.pk}/remove/")))
    assert "handed over on 21 November 2026" in refused
    assert "You stay a member." in text(client.post(of(membership, "notice/take-back/"), follow=True))


def test_c6_who_leaves_today_is_a_member_to_the_end_of_the_day(browse, led):
    client, hand_over = browse(led.mo), of(led.bluebells, "hand-over/")
    done = client.post(
        of(led.bluebells, "notice/"), {"leaving_reason": "We close.", **day("left_on", NOW.date())}
    )
    assert done.headers["Location"] == hand_over
    assert client.get(hand_over).status_code == 200
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        assert browse(led.mo).get(hand_over).status_code == 404


def test_c6_who_sees_the_list(browse, led, leaving, amina, fred, sam, otto, elsewhere):
    url = of(leaving, "hand-over/")
    for who, status in (
        (led.mo, 200),
        (led.lena, 200),
        (amina, 200),
        (led.cara, 403),
        (fred, 403),
        (sam, 404),
        (otto, 404),
    ):
        assert browse(who).get(url).status_code == status, who
    with time_machine.travel("2026-12-01 09:00Z", tick=False):
        assert browse(led.mo).get(url).status_code == 404  # it left
        assert browse(led.lena).get(url).status_code == 200


def test_c6_only_its_own_manager_and_officers_give_notice(browse, led, amina, sam, otto, elsewhere):
    for rest in ("notice/", "notice/take-back/"):
        url = of(led.bluebells, rest)
        for who, status in (
            (led.mo, 200),
            (amina, 200),
            (led.lena, 403),
            (led.cara, 403),
            (sam, 404),
            (otto, 404),
        ):
            assert browse(who).get(url).status_code == status, who


def cost(client, url) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_c6_the_list_costs_the_same_at_1_and_30_rows(browse, larkshire, led, leaving):
    client, url = browse(led.mo), of(leaving, "hand-over/")
    with authority_scope(larkshire):
        HandOverFactory(membership=leaving, taken_by=led.acorns)
    one = cost(client, url)
    with authority_scope(larkshire):
        for _number in range(29):
            other = one_more_member(led.collaboration).membership
            HandOverFactory(membership=leaving, taken_by=other, done_on=NOW.date(), done_by=led.mo)
    assert cost(client, url) == one
    assert one <= 23  # five of them are guardian's, once a request


# --- what is known of the leaver comes onto the list by itself ------------------------------------------------


def test_a_notice_fills_the_list_with_what_the_member_does(in_scope, led, amina):
    action = plan_with_action(led.collaboration, led.lena, owner=led.bluebells.provider)
    plans.begin_work_by_plan(plan=action.objective.plan, by=led.lena)
    shared(led.collaboration, led.mo, "Only Lena may know this title", audience="named")
    facts = {"user": led.mo, "office": "chair", "starts_on": APPOINTED, "decision": "All agreed"}
    give_office(membership=led.bluebells, **facts, by=amina)
    leaves(led.bluebells, led.mo)
    listed = set(open_hand_overs(led.bluebells).values_list("kind", "what"))
    assert listed == {
        ("action", action.what),
        ("documents", "1 document owned by people of the setting"),
        ("other", "Chair: Mo Siddiqui"),
    }
    leaves(led.bluebells, led.mo)  # pressed twice
    assert open_hand_overs(led.bluebells).count() == len(listed)


def test_where_nothing_is_known_the_list_says_so(in_scope, browse, led):
    leaves(led.caras, led.cara)
    page = browse(led.lena).get(f"{TOP}{led.collaboration.pk}/members/{led.caras.pk}/hand-over/")
    assert "Nothing was found that this setting does for the group" in " ".join(page.content.decode().split())
