"""C9: the confirmation, on a page and by an email's link;
reminders to those who owe it; the summary and its PDF.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import page as page_validation
import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, TaskLink, User
from accounts.services.appointments import end_appointment
from audit.models import Entry
from audit.rules.actions import Action
from collaborations.models import Collaboration
from core import pdf as core_pdf
from core.scoping import authority_scope
from documents.models import StoredFile
from memberships.models.offices import StaffTold
from memberships.selectors.staff_told import staff_not_told, staff_told_lines
from memberships.services.members import leave
from memberships.services.offices import give_office
from memberships.services.people import SETTING_ROLE
from memberships.services.staff_told import confirm_staff_told, remind_of_staff_told
from tests.concurrency import at_once
from tests.factories.groups import JOINED, Group, one_more_member
from tests.factories.memberships import StaffToldFactory
from tests.factories.offers import StaffReturnFactory
from tests.outbox import deliver
from ways_of_working.pdf import SUMMARY_PURPOSE
from ways_of_working.services.summaries import open_staff_summary

Browse = Callable[..., Client]
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture(autouse=True)
def files_kept_apart(settings: Any, tmp_path: Path) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }


@pytest.fixture
def in_scope(larkshire: Authority, led: Group) -> Iterator[None]:
    with authority_scope(larkshire):
        yield


def owing(group: Group, on: date = TODAY) -> list[str]:
    return [
        str(line.membership.provider) for line in staff_told_lines(group.collaboration, on=on) if line.owes
    ]


def page_of(group: Group, rest: str = "") -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/{rest}"


# --- the confirmation ---------------------------------------------------------------------------------------


@pytest.mark.usefixtures("in_scope")
def test_c9_confirmed_for_a_year(led: Group) -> None:
    assert owing(led) == ["Acorns", "Bluebells"]
    row = confirm_staff_told(membership=led.bluebells, how=" At the staff meeting ", by=led.mo, at=AT)
    assert (row.confirmed_on, row.how) == (TODAY, "At the staff meeting")
    assert Entry.objects.latest("pk").sentence == "confirmed that the staff of Bluebells know of Riverside"
    assert owing(led) == ["Acorns"]
    assert staff_not_told(led.collaboration, on=TODAY) == 1
    assert "Bluebells" not in owing(led, date(2027, 11, 20))
    assert "Bluebells" in owing(led, date(2027, 11, 21))


@pytest.mark.usefixtures("in_scope")
def test_c9_pressed_twice_it_is_one(led: Group, amina: User) -> None:
    rows = {confirm_staff_told(membership=led.bluebells, by=by, at=AT).pk for by in (led.mo, led.mo, amina)}
    assert (
        len(rows) == StaffTold.objects.count() == Entry.objects.filter(action=Action.STAFF_TOLD).count() == 1
    )


@pytest.mark.usefixtures("in_scope")
def test_c9_only_of_a_member_of_today(led: Group, amina: User) -> None:
    leave(membership=led.bluebells, on=TODAY, reason="Closing", by=amina)
    with pytest.raises(ValidationError, match="Bluebells is not a member today"):
        confirm_staff_told(membership=led.bluebells, by=led.mo, at=AT)
    assert owing(led) == ["Acorns"]


@pytest.mark.django_db(transaction=True)
def test_c9_two_managers_confirm_at_once(larkshire: Authority, led: Group, amina: User) -> None:
    deeds = [
        lambda by=by: confirm_staff_told(membership=led.bluebells, by=by, at=AT) for by in (led.mo, amina)
    ]
    assert at_once(larkshire, deeds) == ["done", "done"]
    with authority_scope(larkshire):
        assert StaffTold.objects.count() == 1


def test_c9_a_manager_confirms_on_the_page(led: Group, larkshire: Authority, browse: Browse) -> None:
    where = page_of(led, f"members/{led.bluebells.pk}/staff-told/")
    client = browse(led.mo)
    assert (
        "the staff of Bluebells know that it is a member of Riverside" in client.get(where).content.decode()
    )
    body = client.post(where, {"how": "On the notice board"}, follow=True).content.decode()
    assert "Thank you. It is recorded that your staff know." in body
    assert "Last confirmed on 21 November 2026" in client.get(where).content.decode()


@pytest.mark.parametrize(
    ("who", "confirm", "remind", "summary"),
    [
        ("mo", 200, 403, 200),
        ("lena", 403, 200, 200),
        ("amina", 200, 200, 200),
        ("fred", 403, 403, 200),
        ("sam", 404, 404, 404),
        ("otto", 404, 404, 404),
    ],
)
def test_c9_who_opens_the_pages(
    led: Group,
    elsewhere: Collaboration,
    browse: Browse,
    request: pytest.FixtureRequest,
    who: str,
    confirm: int,
    remind: int,
    summary: int,
) -> None:
    user = getattr(led, who, None) or (
        User.objects.get(email="sam@larkshire.example") if who == "sam" else request.getfixturevalue(who)
    )
    client = browse(user)
    rests = (f"members/{led.bluebells.pk}/staff-told/", "staff-told/", "summary/", "summary.pdf")
    answers = [client.get(page_of(led, rest)) for rest in rests]
    assert [answer.status_code for answer in answers] == [confirm, remind, summary, summary]
    if answers[-1].streaming:
        assert b"".join(answers[-1].streaming_content).startswith(b"%PDF-")  # type: ignore[attr-defined]


def test_c9_the_row_of_another_group_is_not_found(
    led: Group, elsewhere: Collaboration, amina: User, browse: Browse
) -> None:
    where = f"/larkshire/collaborations/{elsewhere.pk}/members/{led.bluebells.pk}/staff-told/"
    assert browse(amina).get(where).status_code == 404


@pytest.mark.parametrize(
    ("staff", "word", "asked"),
    [(None, "Not asked: works alone", False), (1, "Not asked: works alone", False), (2, "Owes it", True)],
)
def test_c9_a_childminder_is_asked_only_with_assistants(
    led: Group, larkshire: Authority, browse: Browse, staff: int | None, word: str, asked: bool
) -> None:
    with authority_scope(larkshire):
        if staff is not None:
            StaffReturnFactory(provider=led.caras.provider, staff=staff, certified_by=led.cara)
        assert ("Cara's" in owing(led)) is asked
        told = remind_of_staff_told(collaboration=led.collaboration, by=led.lena, at=AT)
        assert told == (3 if asked else 2)
    assert word in re.sub(r"<[^>]+>", "", browse(led.lena).get(page_of(led, "staff-told/")).content.decode())
    home = browse(led.cara).get("/larkshire/").content.decode()
    assert ("Tell your assistants" in home) is asked
    assert "Tell your staff" not in home
    page = browse(led.cara).get(page_of(led, f"members/{led.caras.pk}/staff-told/")).content.decode()
    assert ("your assistants know that you are a member of Riverside" in page) is asked
    assert ("As far as we know you work alone" in page) is not asked


# --- reminders and the link ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("in_scope")
def test_c9_only_those_who_owe_it_are_reminded_and_once_a_week(led: Group, mailoutbox: list[Any]) -> None:
    assert remind_of_staff_told(collaboration=led.collaboration, by=led.lena, at=AT) == 2
    assert Entry.objects.latest("pk").sentence == "reminded 2 settings of Riverside to tell their staff"
    deliver()
    assert {email.to[0] for email in mailoutbox} == {"lena@larkshire.example", "mo@larkshire.example"}
    assert remind_of_staff_told(collaboration=led.collaboration, by=led.lena, at=AT + timedelta(days=6)) == 0
    assert remind_of_staff_told(collaboration=led.collaboration, by=led.lena, at=AT + timedelta(days=7)) == 2
    assert TaskLink.objects.filter(withdrawn_at=None).count() == 2, "the links of the first emails have ended"


@pytest.mark.django_db(transaction=True)
def test_c9_two_leaders_remind_at_once(larkshire: Authority, led: Group, amina: User) -> None:
    deeds = [
        lambda by=by: remind_of_staff_told(collaboration=led.collaboration, by=by, at=AT)
        for by in (led.lena, amina)
    ]
    assert at_once(larkshire, deeds) == ["done", "done"]
    with authority_scope(larkshire):
        assert TaskLink.objects.count() == 2
        assert Entry.objects.filter(action=Action.STAFF_TOLD_REMINDED).count() == 1


def test_c9_a_leader_reminds_by_one_button(led: Group, browse: Browse) -> None:
    client, where = browse(led.lena), page_of(led, "staff-told/")
    assert "The managers of 2 settings get an email" in client.get(where).content.decode()
    assert "Emails go to 2 settings." in client.post(where, follow=True).content.decode()
    body = client.post(where, follow=True).content.decode()
    assert "has been reminded within the last week" in body
    assert "reminded on 21 Nov 2026" in body


@pytest.fixture
def email(led: Group, larkshire: Authority, mailoutbox: list[Any]) -> Any:
    """The reminder to Mo."""
    with authority_scope(larkshire):
        remind_of_staff_told(collaboration=led.collaboration, by=led.lena, at=AT)
        deliver()
    return next(one for one in mailoutbox if one.to == ["mo@larkshire.example"])


def link_in(email: Any) -> str:
    found = re.search(r"https?://[^/]+(/larkshire/collaborations/staff-told/\S+/)", email.body)
    assert found, email.body
    return found[1]


def test_c9_the_email_says_what_and_leads_to_one_task(led: Group, email: Any) -> None:
    assert email.subject == "Riverside: do your staff know? Confirm once a year"
    assert "Bluebells has not done so yet." in email.body
    assert "until 19 December 2026" in email.body
    assert link_in(email) in str(email.alternatives[0][0])


def test_c9_the_link_shows_and_its_button_confirms_once(
    led: Group, email: Any, larkshire: Authority, browse: Browse
) -> None:
    client, where = browse(), link_in(email)
    for _scanner in range(2):
        assert (
            "the staff of Bluebells know that it is a member of Riverside"
            in client.get(where).content.decode()
        )
    with authority_scope(larkshire):
        assert not StaffTold.objects.exists()
    assert (
        "It is recorded that the staff of Bluebells know of Riverside."
        in client.post(where, {"how": "At a meeting"}, follow=True).content.decode()
    )
    with authority_scope(larkshire):
        row = StaffTold.objects.get()
        assert (row.confirmed_by, row.how) == (led.mo, "At a meeting")
    assert client.get(where).status_code == client.post(where).status_code == 404
    used = client.get(where).content.decode()
    assert "This link has been used" in used
    assert "Mo Siddiqui confirmed on 21 November 2026 that the staff know of the group." in used
    assert "Send me a new link" not in used


@pytest.mark.parametrize(
    "what", ["confirmed otherwise", "left", "manages no longer", "too old", "forged", "foreign"]
)
def test_c9_a_link_whose_task_has_gone(
    led: Group, email: Any, larkshire: Authority, marlshire: Authority, amina: User, browse: Browse, what: str
) -> None:
    where, later = link_in(email), AT
    with authority_scope(larkshire):
        if what == "confirmed otherwise":
            confirm_staff_told(membership=led.bluebells, by=amina, at=AT)
        elif what == "left":
            leave(membership=led.bluebells, on=TODAY, reason="Closing", by=amina)
        elif what == "manages no longer":
            end_appointment(SETTING_ROLE, led.mo.setting_roles.get(), ends_on=TODAY, by=amina)
        elif what == "too old":
            later = AT + timedelta(days=28)
        elif what == "forged":
            where = where[:-2] + ("a" if where[-2] != "a" else "b") + "/"
        else:
            where = where.replace("larkshire", "marlshire")
    with time_machine.travel(later, tick=False):
        client = browse()
        assert client.get(where).status_code == client.post(where).status_code == 404


@pytest.mark.usefixtures("in_scope")
def test_c9_no_email_once_it_is_confirmed(led: Group, mailoutbox: list[Any]) -> None:
    remind_of_staff_told(collaboration=led.collaboration, by=led.lena, at=AT)
    confirm_staff_told(membership=led.bluebells, by=led.mo, at=AT)
    deliver()
    assert "mo@larkshire.example" not in {email.to[0] for email in mailoutbox}


def test_c9_the_page_of_reminders_costs_the_same_for_one_and_thirty(
    led: Group, larkshire: Authority, browse: Browse
) -> None:
    client, where = browse(led.lena), page_of(led, "staff-told/")

    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(where).status_code == 200
        return len(seen)

    client.get(where)
    few = cost()
    with authority_scope(larkshire):
        for _number in range(27):
            StaffToldFactory(membership=one_more_member(led.collaboration).membership, confirmed_by=led.lena)
    assert cost() == few
    assert few <= 20


# --- the summary --------------------------------------------------------------------------------------------


@pytest.fixture
def with_purpose(led: Group, larkshire: Authority, amina: User) -> Group:
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=led.collaboration.pk).update(
            purpose="To help every child to talk: we share how we listen and play."
        )
        give_office(
            membership=led.bluebells,
            user=led.mo,
            office="safeguarding",
            starts_on=JOINED,
            decision="Agreed by all",
            by=amina,
        )
    return led


def test_c9_the_summary_says_what_staff_should_know(with_purpose: Group, browse: Browse) -> None:
    body = browse(with_purpose.mo).get(page_of(with_purpose, "summary/")).content.decode()
    for words in (
        "To help every child to talk",
        "Acorns",
        "Bluebells",
        "Leader: Lena Hartley, Acorns",
        "Safeguarding contact: Mo Siddiqui, Bluebells",
    ):
        assert words in body
    assert "@" not in re.sub(r"<header.*?</header>|<footer.*?</footer>", "", body, flags=re.S), (
        "no email address of anybody"
    )


def test_c9_the_pdf_is_accessible_one_page_and_made_once(
    with_purpose: Group, larkshire: Authority, browse: Browse, tmp_path: Path
) -> None:
    client = browse(with_purpose.mo)
    answers = [client.get(page_of(with_purpose, "summary.pdf")) for _again in range(2)]
    contents = [b"".join(answer.streaming_content) for answer in answers]  # type: ignore[attr-defined]
    assert contents[0] == contents[1]
    assert contents[0].startswith(b"%PDF-")
    assert 'filename="Riverside, summary for staff.pdf"' in answers[0]["Content-Disposition"]
    path = tmp_path / "summary.pdf"
    path.write_bytes(contents[0])
    assert page_validation.validate_pdf(str(path), profile="ua1").failures == []
    with authority_scope(larkshire):
        assert StoredFile.objects.filter(purpose=SUMMARY_PURPOSE).count() == 1
        assert Entry.objects.filter(action=Action.FILE_OPENED).count() == 2


def test_c9_the_file_opens_only_by_the_collaborations_page(
    with_purpose: Group, larkshire: Authority, browse: Browse, maya: User
) -> None:
    with authority_scope(larkshire):
        file = open_staff_summary(collaboration=with_purpose.collaboration, by=with_purpose.mo, at=AT)
    assert browse(maya).get(f"/larkshire/files/{file.pk}/").status_code in (403, 404)


def test_c9_where_no_pdf_can_be_made_the_page_says_so(
    with_purpose: Group, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(html: str) -> bytes:
        raise core_pdf.PdfUnavailable("Pango is missing.")

    monkeypatch.setattr(core_pdf, "render", missing)
    answer = browse(with_purpose.mo).get(page_of(with_purpose, "summary.pdf"))
    assert answer.status_code == 503
    assert "Pango is missing." in answer.content.decode()
