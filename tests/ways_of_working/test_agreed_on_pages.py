"""W1: every page that goes by the ways of working shows the answer, the clause and its version, on and after
the day of adoption.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from core.scoping import authority_scope
from memberships.selectors.leaving import terms_of_leaving
from memberships.services.leaving import give_notice
from memberships.services.standing import update_standing
from tests.factories.agreed import agreed, published
from tests.factories.groups import Group
from tests.factories.joining import ApplicationFactory
from tests.outbox import deliver
from tests.staging import staged
from ways_of_working.pdf import staff_summary

ADOPTED = date(2026, 11, 21)
EVE = ADOPTED - timedelta(days=1)
CLAUSE = "version 1, adopted on 21 November 2026"
Browse = Callable[[User | None], Client]

VALUES: dict[str, object] = {
    "attendance_threshold": "75", "optimum_size": "2", "leaver_funding": "vote", "leaver_amount": "time_left", "payee": "99999999",
    "leadership_form": "joint", "leader_term_months": "24", "who_chairs": "in_turn", "chair_term_months": "6",
    "decision_method": "consensus", "quorum": "number:3", "safeguarding_routes": ["social_care"], "safeguarding_reporter": "contact",
}  # fmt: skip
TEXTS = {
    "member_joins": "First a visit, then a vote.", "leader_resigns": "The deputy steps in.", "leads_after_dividing": "Each chooses anew.",
    "safeguarding_disclosures": "Stop, and report it the same day.", "chair_election": "Names two weeks before.", "voting": "By hand.",
    "leaver_money_words": "Booked training may be attended.",
}  # fmt: skip


@pytest.fixture(autouse=True)
def now() -> Iterator[Any]:
    with time_machine.travel("2026-11-21 10:00Z", tick=False) as traveller:
        yield traveller


@staged
def bound(larkshire: Authority, led: Group, amina: User) -> Group:
    with authority_scope(larkshire):
        agreed(led.collaboration, amina, on=ADOPTED, values=VALUES, texts=TEXTS)
    return led


def body_of(client: Client, bound: Group, rest: str = "") -> str:
    response = client.get(f"/larkshire/collaborations/{bound.collaboration.pk}/{rest}")
    assert response.status_code == 200, rest
    return " ".join(response.content.decode().split())


def pages(bound: Group, application: int, appointment: int) -> list[tuple[str, str, tuple[str, ...]]]:
    """Who, which page, and what it says by the agreement."""
    member = f"members/{bound.bluebells.pk}"
    return [
        (
            "lena",
            f"applications/{application}/decide/",
            ("First a visit, then a vote.", "Consensus: we talk", "3 members", "By hand."),
        ),
        (
            "mo",
            f"{member}/notice/",
            (
                "The members vote on where its share",
                "Booked training may be attended.",
                "That is the share for the time left.",
            ),
        ),
        (
            "lena",
            "offices/",
            ("The members in turn", "Names two weeks before.", "The deputy steps in.", "Two or more leaders"),
        ),
        (
            "lena",
            "offices/give/",
            ("the last day of a term that begins today is 20 May 2027", "Names two weeks before."),
        ),
        ("lena", "leaders/decide/", ("Two or more leaders together", "24 months", "Consensus: we talk")),
        ("amina", f"leaders/{appointment}/end/", ("The deputy steps in.",)),
        ("amina", "leaders/appoint/", ("24 months",)),
        ("lena", "concerns/", ("Children&#x27;s social care", "Stop, and report it the same day.")),
        ("lena", "concerns/raise/", ("safeguarding contact", "Stop, and report it the same day.")),
        ("mo", "summary/", ("If you are worried about a child", "Stop, and report it the same day.")),
    ]


def test_w1_each_page_shows_what_it_goes_by_from_the_day_of_adoption(
    bound: Group, larkshire: Authority, amina: User, browse: Browse, now: Any
) -> None:
    with authority_scope(larkshire):
        application = ApplicationFactory(
            collaboration=bound.collaboration, applied_by=amina, provider__name="Daisies"
        )
        appointment = bound.acorns.leaders.get()
    people = {"lena": browse(bound.lena), "mo": browse(bound.mo), "amina": browse(amina)}
    asked = pages(bound, application.pk, appointment.pk)
    for who, rest, words in asked:
        body = body_of(people[who], bound, rest)
        link = f'href="/larkshire/collaborations/{bound.collaboration.pk}/ways-of-working/1/#1.'
        assert [one for one in (*words, CLAUSE, link) if one not in body] == [], rest
    now.move_to("2026-11-20 10:00Z")
    for who, rest, words in asked:
        body = body_of(people[who], bound, rest)
        assert CLAUSE not in body, rest
        assert [one for one in words if one in body] == [], rest


def test_w1_the_term_is_filled_in_and_can_be_changed(bound: Group, browse: Browse) -> None:
    client, where = browse(bound.lena), f"/larkshire/collaborations/{bound.collaboration.pk}/"
    form = client.get(f"{where}offices/give/?office=chair").context["form"]
    assert (form["office"].value(), form["ends_on"].value()) == ("chair", date(2027, 5, 20))
    form = client.get(f"{where}offices/give/?office=administrator").context["form"]
    assert form["ends_on"].value() == date(2027, 11, 20), "the usual year: the agreement does not say"
    assert client.get(f"{where}offices/give/?office=nonsense").context["form"]["ends_on"].value() is None
    assert client.get(f"{where}leaders/decide/").context["form"]["ends_on"].value() == date(2028, 11, 20)


def test_c2_c7_the_page_goes_by_the_agreement(
    bound: Group, larkshire: Authority, amina: User, browse: Browse, now: Any
) -> None:
    with authority_scope(larkshire):
        update_standing(membership=bound.bluebells, held=8, attended=8, on=ADOPTED, by=amina)
    lena = browse(bound.lena)
    page = body_of(lena, bound)
    for words in (
        "At 8 of 8 meetings; may miss 2 more",
        "There are more than 2 members",
        "The agreement, and how it is going",
        "two or more lead together",
        CLAUSE,
    ):
        assert words in page, words
    assert "is no longer a member. Choose another" in page
    assert "how it is going" not in body_of(browse(bound.mo), bound), (
        "only those who run the group, and officers"
    )
    now.move_to("2026-11-20 10:00Z")
    page = body_of(lena, bound)
    assert "how it is going" not in page
    assert "There are more than 2 members" not in page


def test_c6_the_email_and_the_list_say_what_held_on_its_last_day(
    bound: Group, larkshire: Authority, amina: User, browse: Browse, mailoutbox: list[Any]
) -> None:
    last = date(2026, 12, 1)
    with authority_scope(larkshire):
        give_notice(
            membership=bound.bluebells, left_on=last, reason="We move.", by=bound.mo, at=timezone.now()
        )
        deliver()
        bound.bluebells.refresh_from_db()
    (email,) = mailoutbox
    assert "The members vote on where its share of the System Leadership Supplement goes." in email.body
    assert "(Ways of working, section 1.16, version 1, adopted on 21 November 2026)" in email.body
    body = body_of(browse(bound.mo), bound, f"members/{bound.bluebells.pk}/hand-over/")
    assert "That is the share for the time left. Money that is committed stays." in body
    assert CLAUSE in body
    with authority_scope(larkshire):
        agreed(bound.collaboration, amina, on=last, values={"leaver_funding": "returned"})
        assert terms_of_leaving(bound.bluebells, on=last).leaver_funding == "vote", (
            "adopted when it was no longer a member"
        )
        assert terms_of_leaving(bound.caras, on=last).leaver_funding == "returned"


def test_c9_the_summary_says_nothing_about_safeguarding_where_nothing_is_agreed(
    led: Group, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        facts = staff_summary(led.collaboration, on=ADOPTED)
    assert (facts["safeguarding"], facts["safeguarding_source"]) == ([], "")


def test_w1_what_another_authority_publishes_does_not_reach_us(
    led: Group, larkshire: Authority, marlshire: Authority, otto: User, amina: User, browse: Browse
) -> None:
    with authority_scope(marlshire):
        published(otto, on=EVE, values={"leaver_funding": "returned"})
    body = body_of(browse(led.mo), led, f"members/{led.bluebells.pk}/notice/")
    assert "stays with the group" in body
    assert "The usual value, until your local authority sets its own" in body
    with authority_scope(larkshire):
        published(amina, on=EVE, values={"leaver_funding": "follows"})
    body = body_of(browse(led.mo), led, f"members/{led.bluebells.pk}/notice/")
    assert "follows it to its next group" in body
    assert "The local authority&#x27;s default since 20 November 2026" in body


def test_c7_c8_the_setting_and_the_report_page_name_the_clause(
    bound: Group, sam: User, browse: Browse, now: Any
) -> None:
    def read(person: User | None, rest: str) -> str:
        return " ".join(browse(person).get(f"/larkshire/{rest}").content.decode().split())

    home, report = f"settings/{bound.bluebells.provider_id}/", "report-a-concern/"
    assert "Attendance expected of each member: 75%" in read(bound.mo, home)
    said = read(bound.mo, report)
    for words in (
        "What Riverside agreed",
        "Children&#x27;s social care",
        "The group&#x27;s safeguarding contact",
        CLAUSE,
    ):
        assert words in said, words
    for stranger in (sam, None):
        assert "Riverside" not in read(stranger, report)
    now.move_to("2026-11-20 10:00Z")
    assert "80%" in read(bound.mo, home)
    assert "Riverside agreed" not in read(bound.mo, report)


def test_l1_where_the_only_leader_goes_with_the_setting_the_plan_for_it_is_shown(
    bound: Group, browse: Browse
) -> None:
    assert "The deputy steps in." in body_of(browse(bound.lena), bound, f"members/{bound.acorns.pk}/notice/")
    assert "The deputy steps in." not in body_of(
        browse(bound.mo), bound, f"members/{bound.bluebells.pk}/notice/"
    )


def test_c4_who_leads_after_a_division_is_shown_where_it_is_planned(
    bound: Group, larkshire: Authority, amina: User, browse: Browse
) -> None:
    officer = browse(amina)
    before = body_of(officer, bound, "divide/")
    for words in ("Each chooses anew.", "Talk about dividing above", "2 members", CLAUSE):
        assert words in before, words
    begun = officer.post(
        f"/larkshire/collaborations/{bound.collaboration.pk}/divide/", {"reason": "Too large."}
    )
    planned = officer.get(f"{begun.headers['Location']}leaders/").content.decode()
    assert "Each chooses anew." in planned
    assert CLAUSE in planned
