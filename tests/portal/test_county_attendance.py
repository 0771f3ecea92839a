"""C7 of the whole authority: attendance by district, group and setting, and groups that have not met for a
term.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from accounts.roles import Role
from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.scoping import authority_scope
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.rules.rates import Rate
from meetings.selectors import county
from meetings.selectors.attendance import counted_marks
from meetings.services import attendance, planning
from memberships.models.contacts import PersonContact
from memberships.models.members import Membership
from provision.panels import progress_of
from tests.cast import person
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import JOINED, Group
from tests.factories.meetings import held, meeting_on
from tests.factories.memberships import MembershipFactory
from tests.factories.offers import ReturnPeriodFactory
from tests.factories.providers import DistrictFactory

Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
TODAY = date(2026, 11, 10)
RATES = "/larkshire/collaborations/meetings/rates/"
GROUPS, SETTINGS, QUIET = f"{RATES}groups/", f"{RATES}settings/", "/larkshire/collaborations/meetings/quiet/"


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def shows(number: int) -> str:
    """What the head of a list of one page says."""
    return "Showing 1 " if number == 1 else f"Showing 1 to {number} of {number} "


def met(group: Group, days_ago: int, marks: dict[Any, Mark]) -> None:
    meeting = meeting_on(
        group.collaboration, ago(days_ago), group.lena, at=NOW - timedelta(days=days_ago + 30)
    )
    held(meeting, marks, group.lena, at=NOW)


@pytest.fixture
def counted(larkshire: Authority, led: Group) -> Group:
    """Riverside of the district Mill met three times: Acorns came always, Bluebells once, Cara was excused
    once and came twice.
    """
    with authority_scope(larkshire):
        led.collaboration.district = DistrictFactory(name="Mill")
        led.collaboration.save()
        met(led, 90, {led.acorns: Mark.PRESENT, led.bluebells: Mark.ONLINE, led.caras: Mark.EXCUSED})
        met(led, 60, {led.acorns: Mark.SUBSTITUTE, led.bluebells: Mark.APOLOGIES, led.caras: Mark.PRESENT})
        met(led, 30, {led.acorns: Mark.PRESENT, led.bluebells: Mark.ABSENT, led.caras: Mark.PRESENT})
    return led


def test_c7_the_rates_of_every_level_are_sums_of_what_counts_for_members(
    larkshire: Authority, counted: Group
) -> None:
    with authority_scope(larkshire):
        [district] = county.rates_by_district(on=TODAY)
        [group] = county.rates_by_group(on=TODAY)
        members = {row.provider.name: (row.held, row.attended) for row in county.rates_of_members(on=TODAY)}
        assert members == {"Acorns": (3, 3), "Bluebells": (3, 1), "Cara's": (2, 2)}
        for row in (district, group):
            assert (row["held"], row["attended"], row["rate"], row["members"]) == (8, 6, 75, 3)
            assert (row["below"], row["district"]) == (1, "Mill")
        assert district["groups"] == 1
        assert county.rate_of(county.counted_members(on=TODAY)) == Rate(8, 6, 3, 1)
        assert county.rate_from_marks(counted.collaboration.pk, on=TODAY) == (8, 6)


def test_c7_who_left_and_who_was_never_counted_is_left_out(larkshire: Authority, counted: Group) -> None:
    with authority_scope(larkshire):
        Membership.objects.filter(pk=counted.bluebells.pk).update(left_on=TODAY)
        MembershipFactory(collaboration=counted.collaboration, joined_on=JOINED)
        assert county.rate_of(county.counted_members(on=TODAY)) == Rate(5, 5, 2, 0)
        assert [row["rate"] for row in county.rates_by_group(on=TODAY)] == [100]


def test_c7_one_leads_down_from_district_to_group_to_setting_to_its_marks(
    larkshire: Authority, counted: Group, amina: User, browse: Browse
) -> None:
    officer = browse(amina)
    page = text_of(officer.get(RATES))
    with authority_scope(larkshire):
        district = counted.collaboration.district_id
    for words in (
        "75%: 3 members were at 6 of 8.",
        "1 member is below the share that its group agreed.",
        "Counted from 11 November 2025 to 10 November 2026",
        "75%, 6 of 8",
        f'href="{GROUPS}?district={district}"',
    ):
        assert words in page, words
    page = text_of(officer.get(f"{GROUPS}?district={district}"))
    assert "Below the agreed share" in page
    assert f'href="{SETTINGS}?collaboration={counted.collaboration.pk}"' in page
    page = text_of(officer.get(f"{SETTINGS}?collaboration={counted.collaboration.pk}"))
    for words in (
        "Attendance of the members of Riverside",
        "33%, 1 of 3",
        "at 1 of 3 meetings",
        'href="/larkshire/collaborations/meetings/attendance/?q=Bluebells"',
    ):
        assert words in page, words
    page = text_of(officer.get("/larkshire/collaborations/meetings/attendance/?q=Bluebells"))
    assert "Showing 1 to 3 of 3" in page
    assert "Acorns" not in page.partition("<table")[2]


def test_c7_the_lists_are_narrowed_and_sorted(
    larkshire: Authority, counted: Group, elsewhere: Collaboration, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        member = Membership.objects.get(collaboration=elsewhere)
        Membership.objects.filter(pk=member.pk).update(meetings_held=4, meetings_attended=4)
    officer = browse(amina)
    for address, number in (
        (RATES, 2),
        (GROUPS, 2),
        (f"{GROUPS}?q=river", 1),
        (f"{GROUPS}?district=none", 1),
        (f"{GROUPS}?below=on", 1),
        (SETTINGS, 4),
        (f"{SETTINGS}?below=on", 1),
        (f"{SETTINGS}?q=clover", 1),
        (f"{SETTINGS}?district=none", 1),
        (f"{SETTINGS}?collaboration={elsewhere.pk}", 1),
    ):
        assert shows(number) in text_of(officer.get(address)), address
    for sort, first in (
        ("rate", "Riverside"),
        ("-rate", "Hillside"),
        ("group", "Hillside"),
        ("-held", "Riverside"),
    ):
        rows = text_of(officer.get(f"{GROUPS}?sort={sort}")).partition('class="govuk-table__body')[2]
        other = "Hillside" if first == "Riverside" else "Riverside"
        assert rows.index(first) < rows.index(other), sort
    assert officer.get(f"{SETTINGS}?collaboration=987654").status_code == 404
    assert officer.get(f"{SETTINGS}?collaboration=x").status_code == 404


def test_c7_an_authority_without_a_counted_meeting_says_what_to_do(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    officer = browse(amina)
    for address in (RATES, GROUPS, SETTINGS):
        page = text_of(officer.get(address))
        assert "A meeting counts once its attendance is taken and it is recorded as held." in page
        assert "app-bars" not in page


def test_c7_sheets_hold_whole_rows(larkshire: Authority, counted: Group, amina: User) -> None:
    with authority_scope(larkshire):
        for name, number in (
            ("attendance-by-district", 1),
            ("attendance-by-group", 1),
            ("attendance-by-setting", 3),
            ("attendance", 9),
            ("meetings", 3),
        ):
            export = find_export(name)
            rows = list(export.rows({}, by=amina))
            assert export.count({}, by=amina) == len(rows) == number, name
            assert all(len(row) == len(export.columns) for row in rows), name
        rows = list(find_export("attendance-by-group").rows({}, by=amina))
        assert list(rows[0]) == ["Riverside", "Mill", 3, 8, 6, 75, "80%", 1]


def test_the_countys_pages_are_the_teams(
    larkshire: Authority, counted: Group, sam: User, otto: User, browse: Browse
) -> None:
    for address in (RATES, GROUPS, SETTINGS, QUIET, f"{SETTINGS}?collaboration={counted.collaboration.pk}"):
        assert browse(counted.lena).get(address).status_code == 403, address
        assert browse(sam).get(address).status_code == 403, address
        assert browse(otto).get(address).status_code == 404, address


@pytest.mark.parametrize("address", [RATES, GROUPS, SETTINGS, QUIET])
def test_c7_the_lists_take_the_same_queries_for_many_groups(
    larkshire: Authority, counted: Group, amina: User, browse: Browse, address: str
) -> None:
    officer = browse(amina)

    def queries() -> int:
        officer.get(address)
        with CaptureQueriesContext(connection) as taken:
            assert officer.get(address).status_code == 200
        return len(taken)

    with authority_scope(larkshire):
        CollaborationFactory(name="Never met", started_on=ago(400))
    one = queries()
    with authority_scope(larkshire):
        for number in range(9):
            group = CollaborationFactory(name=f"Group {number}", started_on=ago(400))
            member = MembershipFactory(collaboration=group, joined_on=JOINED)
            Membership.objects.filter(pk=member.pk).update(meetings_held=4, meetings_attended=number % 5)
    assert queries() == one <= 22


# --- groups that have not met for a term --------------------------------------------------------------------


def names_of_quiet() -> list[str]:
    names = [row.name for row in county.quiet_groups(on=TODAY)]
    assert len(names) == county.quiet_groups_count(on=TODAY)
    return names


def test_a_group_has_not_met_for_a_term_until_it_meets(in_larkshire: Authority, led: Group) -> None:
    CollaborationFactory(name="Begun", started_on=ago(120))
    CollaborationFactory(name="Older", started_on=ago(121))
    CollaborationFactory(name="Resting", started_on=ago(400), state="dormant")
    CollaborationFactory(name="Forming", started_on=ago(400), state="drafting")
    assert names_of_quiet() == ["Older", "Riverside"]
    meeting = meeting_on(led.collaboration, ago(120), led.lena, at=NOW - timedelta(days=150))
    assert names_of_quiet() == ["Older", "Riverside"]
    held(meeting, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
    assert names_of_quiet() == ["Older"]
    attendance.reopen_meeting(meeting_id=meeting.pk, by=led.lena, at=NOW)
    assert names_of_quiet() == ["Older", "Riverside"]
    old = meeting_on(led.collaboration, ago(121), led.lena, at=NOW - timedelta(days=150))
    held(old, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
    meeting_on(led.collaboration, TODAY + timedelta(days=20), led.lena)
    row = county.quiet_groups(on=TODAY).get(name="Riverside")
    assert (row.last_met, row.next_on, row.quiet_since) == (ago(121), TODAY + timedelta(days=20), ago(121))
    older = county.quiet_groups(on=TODAY).get(name="Older")
    assert (older.last_met, older.next_on, older.quiet_since) == (None, None, ago(121))


def test_the_list_says_how_long_and_whom_to_reach(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        PersonContact.objects.create(user=led.lena, telephone="01234 567890")
        CollaborationFactory(name="Never met", started_on=ago(400))
        old = meeting_on(led.collaboration, ago(130), led.lena, at=NOW - timedelta(days=150))
        held(old, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
        meeting_on(led.collaboration, TODAY + timedelta(days=20), led.lena)
    officer = browse(amina)
    page = text_of(officer.get(QUIET))
    for words in ("Lena Hartley", "01234 567890", ">130<", ">400<", "Never", "No leader", "30 Nov 2026"):
        assert words in page, words
    assert f'href="/larkshire/collaborations/messages/write/?collaboration={led.collaboration.pk}"' in page
    longest = text_of(officer.get(f"{QUIET}?sort=-quiet"))
    assert longest.index(">400<") < longest.index(">130<")
    for query, number in (
        ("next=planned", 1),
        ("next=none", 1),
        ("leader=none", 1),
        ("q=river", 1),
        ("district=none", 2),
    ):
        assert shows(number) in text_of(officer.get(f"{QUIET}?{query}")), query
    with authority_scope(larkshire):
        rows = list(find_export("quiet-groups").rows({}, by=amina))
        [row] = [row for row in rows if row[0] == "Riverside"]
        assert list(row)[5:] == ["Lena Hartley", "01234 567890", "lena@larkshire.example"]


def test_who_only_reads_is_offered_no_message(larkshire: Authority, led: Group, browse: Browse) -> None:
    reader = browse(person(larkshire, "Fay Reader", Role.FINANCE))
    page = text_of(reader.get(QUIET))
    assert "Riverside" in page
    assert "/messages/write/" not in page


# --- plans --------------------------------------------------------------------------------------------------


MANY_MARKS = """
    SET LOCAL session_replication_role = replica;
    INSERT INTO meetings_attendance (id, authority_id, meeting_id, membership_id, mark, substitute, marked_at, by_id)
    SELECT 900000000 + i, {authority}, 900000000 + i, 900000000 + i % 50, 'present', '', now(), {by}
      FROM generate_series(1, 5000) i"""


@pytest.mark.django_db
def test_c7_rates_are_read_from_indexes_alone(larkshire: Authority, counted: Group) -> None:
    """Of one group by the marks of its members, of the authority by the numbers kept.

    What else could be chosen is taken away: of a few rows the plan hangs on who counted them last. In this
    transaction the marks have no index but these two and their key.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; RESET ROLE")
        cursor.execute(
            "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'meetings_attendance'::regclass"
        )
        for (index,) in cursor.fetchall():
            if index not in ("meetings_attendance_pkey", "meetings_marks_of", "meetings_one_mark_a_member"):
                cursor.execute(f"DROP INDEX {index}")
        cursor.execute(MANY_MARKS.format(authority=larkshire.pk, by=counted.lena.pk))
        cursor.execute(
            "SET LOCAL session_replication_role = origin; ANALYZE meetings_attendance; SET ROLE eyc_app"
        )

    def plan_of(rows: Any) -> str:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
            sql, values = rows.query.sql_with_params()
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", values)
            return json.dumps(cursor.fetchone()[0])

    with authority_scope(larkshire):
        assert '"memberships_counted"' in plan_of(county.rates_by_group(on=TODAY))
        assert '"memberships_counted"' in plan_of(county.rates_by_district(on=TODAY))
        ids = [counted.acorns.pk, counted.bluebells.pk, counted.caras.pk]
        marks = counted_marks(on=TODAY).filter(membership__in=ids).order_by().values("mark")
        plan = plan_of(marks)
        assert "Index Only Scan" in plan
        assert "meetings_marks_of" in plan or "meetings_one_mark_a_member" in plan


def test_home_counts_the_quiet_groups_and_the_staff_numbers_and_opens_their_lists(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        CollaborationFactory(name="Begun", started_on=ago(10))
        CollaborationFactory(name="Never met", started_on=ago(400))
        ReturnPeriodFactory(name="Autumn 2026", opens_on=ago(5), count_date=ago(5), due_on=TODAY)
    page = text_of(browse(amina).get("/larkshire/"))
    link = f'href="{QUIET}?sort=-quiet">Groups that have not met for a term</a> <span class="govuk-!-font-weight-bold">2<'
    assert link in page
    assert ">0 of 3, by 10 Nov 2026<" in page


def test_the_number_asked_of_many_members_is_the_kept_one(
    in_larkshire: Authority, led: Group, django_assert_num_queries: Any
) -> None:
    period = ReturnPeriodFactory(name="Autumn 2026", opens_on=ago(5), count_date=ago(5), due_on=TODAY)
    facts = {"period_id": period.pk, "count_date": period.count_date}
    with django_assert_num_queries(1):
        assert progress_of(**facts) == (0, 3)
    with django_assert_num_queries(1):
        assert progress_of(**facts, asked=7000) == (0, 7000)


def test_your_groups_name_their_next_meeting(larkshire: Authority, led: Group, browse: Browse) -> None:
    with authority_scope(larkshire):
        meeting_on(led.collaboration, TODAY + timedelta(days=40), led.lena)
        first = meeting_on(led.collaboration, TODAY + timedelta(days=28), led.lena)
    address = f"/larkshire/collaborations/{led.collaboration.pk}/meetings/{first.pk}/"
    for reader in (led.lena, led.mo):
        page = text_of(browse(reader).get("/larkshire/"))
        assert f'Next meeting: <a class="govuk-link" href="{address}"> 8 December, 4pm' in page
    with authority_scope(larkshire):
        for meeting in Meeting.objects.filter(collaboration=led.collaboration):
            planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    assert "Next meeting:" not in text_of(browse(led.mo).get("/larkshire/"))


def test_c7_the_overview_of_a_group_says_how_often_its_members_came(
    larkshire: Authority, counted: Group, amina: User, browse: Browse
) -> None:
    address = f"/larkshire/collaborations/{counted.collaboration.pk}/"
    for reader, url in (
        (amina, f"{SETTINGS}?collaboration={counted.collaboration.pk}"),
        (counted.lena, f"{address}health/"),
    ):
        page = text_of(browse(reader).get(address))
        assert "75%, 6 of 8" in page
        assert f'href="{url}"' in page
    assert "75%, 6 of 8" in text_of(browse(counted.mo).get(address))
    with authority_scope(larkshire):
        Membership.objects.filter(pk=counted.acorns.pk).update(meetings_held=0, meetings_attended=0)
    assert "60%, 3 of 5" in text_of(browse(counted.lena).get(address))
    assert "3 of 5" not in text_of(browse(counted.mo).get(address))  # two members: who came is the other one
