"""What a person decides about a spreadsheet: asked before anything is loaded, kept, and part of the digest."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.models import Authority, User
from audit.models import Entry
from collaborations.models import Collaboration
from collaborations.services import change_collaboration, start_collaboration
from core.reasons import Reason
from core.scoping import authority_scope
from documents.rules import UploadState
from exchange import selectors
from exchange.imports import asking
from exchange.models import SheetImport
from exchange.services import intake
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.services.permissions import drift
from ofsted.models import ImportRun
from ofsted.selectors.imports import STATE_LABELS
from tests.collaborations.pages import day
from tests.exchange.sheets import as_csv, workbook
from tests.exchange.test_sheet_intake import BASE, NOW, confirm, deliver, reasons, text, the_sheet, upload
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import judged
from tests.factories.providers import ProviderFactory
from tests.staging import staged

LISTS = Path(__file__).parent / "lists"
HEADINGS = ["Collaboration", "Ofsted URN", "Joined on", "Person", "E-mail address"]


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@staged
def testshire_settings(larkshire: Authority) -> None:
    """The settings of the lists, in one register; all may lead."""
    with authority_scope(larkshire):
        for urn in ("EY990001", "EY990002", "EY990008", "EY990006"):
            judged(ProviderFactory(urn=urn, name=f"Setting {urn[-1]}"), 2)


def answer(client: Any, sheet: SheetImport, *answers: str, digest: str | None = None) -> Any:
    sent = {f"question_{number}": value for number, value in enumerate(answers)}
    response = client.post(f"{BASE}{sheet.pk}/questions/", {"digest": digest or sheet.digest, **sent})
    deliver()
    return response


def listed(name: str) -> bytes:
    return (LISTS / name).read_bytes()


def test_o7_an_end_in_the_future_is_the_last_day_as_a_member_and_a_leaver_is_nobody(
    browse: Any, amina: User, larkshire: Authority, testshire_settings: None
) -> None:
    client = browse(amina)
    assert upload(client, listed("members-d2-member-until.csv")).status_code == 302
    assert confirm(client, larkshire).status_code == 302
    with authority_scope(larkshire):
        assert set(Membership.objects.values_list("provider__urn", "left_on")) == {
            ("EY990001", None),
            ("EY990008", date(2031, 1, 1)),
        }
        assert LeaderAppointment.objects.get().user.email == "nan.ash@example.org"
        assert not User.objects.filter(email="oz.beech@example.org").exists()
        assert not drift()
    assert reasons(larkshire) == [
        (3, "line", "until", "This setting has left (31 March 2025): load current members only.")
    ]
    upload(client, listed("members-d2-member-until.csv"))
    assert the_sheet(larkshire).counts["new"] == 0, "brought again, it does nothing twice"


def test_o7_the_account_and_the_questions_stand_above_the_preview(
    browse: Any, amina: User, larkshire: Authority, testshire_settings: None
) -> None:
    client = browse(amina)
    upload(client, listed("members-d9-two-layouts.xlsx"), "ours.xlsx")
    page = text(client.get(f"{BASE}{the_sheet(larkshire).pk}/"))
    assert page.index("What is in the file") < page.index("What would be loaded")
    assert "left out. It has no line with the headings that are needed." in page
    assert "Weir, 4" in text(client.get(f"{BASE}{the_sheet(larkshire).pk}/new/"))
    client.post(f"{BASE}{the_sheet(larkshire).pk}/discard/")
    upload(client, listed("members-d2-unknown-columns.csv"))
    assert "14; 9" in text(client.get(f"{BASE}{the_sheet(larkshire).pk}/"))


def test_o7_nothing_is_loaded_before_near_names_are_answered_and_the_answer_is_confirmed(
    browse: Any, amina: User, larkshire: Authority, testshire_settings: None
) -> None:
    client = browse(amina)
    upload(client, listed("members-d13-near-names.csv"))
    before = the_sheet(larkshire)
    page = text(client.get(f"{BASE}{before.pk}/"))
    assert page.index("1 question needs your answer") < page.index("What is in the file")
    assert "Load what is new" not in page
    assert "Answer the questions about this spreadsheet first" in text(
        client.post(f"{BASE}{before.pk}/", {"digest": before.digest})
    )
    asked = text(client.get(f"{BASE}{before.pk}/questions/"))
    assert "Each name is a collaboration of its own" in asked
    assert "Choose an answer" in text(answer(client, before))
    assert "Select a valid choice" not in text(answer(client, before, "one:Brook Hub", digest="stale"))
    assert the_sheet(larkshire).choices == {}, "a stale page decides nothing"
    assert answer(client, before, "one:Brook Hub").status_code == 302
    sheet = the_sheet(larkshire)
    assert (sheet.state, sheet.choices) == ("ready", {"names:brookhub": "one:Brook Hub"})
    assert sheet.digest != before.digest
    assert confirm(client, larkshire).status_code == 302
    with authority_scope(larkshire):
        assert list(Collaboration.objects.values_list("name", flat=True)) == ["Brook Hub"]
        assert Membership.objects.count() == 3
        assert SettingRole.objects.count() == 2
        entry = Entry.objects.get(action="sheet_answered")
        assert entry.sentence == "answered questions about ours.csv: 1"
    assert [row[1:3] for row in reasons(larkshire)] == [("person", "person")]


def test_o7_two_groups_are_two_groups_when_a_person_says_so_and_stay_so_when_brought_again(
    browse: Any, amina: User, larkshire: Authority, testshire_settings: None
) -> None:
    client = browse(amina)
    upload(client, listed("members-d13-near-names.csv"))
    answer(client, the_sheet(larkshire), "apart")
    assert "Change your answers" in text(client.get(f"{BASE}{the_sheet(larkshire).pk}/"))
    confirm(client, larkshire)
    assert the_sheet(larkshire).state == "loaded"
    with authority_scope(larkshire):
        names = Collaboration.objects.order_by("pk").values_list("name", flat=True)
        assert list(names) == ["Brook Hub", "Brook hub."]
    upload(client, listed("members-d13-near-names.csv"))
    assert (the_sheet(larkshire).questions, the_sheet(larkshire).counts["new"]) == ([], 0)


def test_o7_an_answer_that_was_not_offered_is_refused(
    browse: Any, amina: User, larkshire: Authority, testshire_settings: None
) -> None:
    upload(browse(amina), listed("members-d13-near-names.csv"))
    sheet = the_sheet(larkshire)
    facts = {"sheet_id": sheet.pk, "digest": sheet.digest, "by": amina, "at": NOW}
    with authority_scope(larkshire):
        for answers in ({"names:brookhub": "one:Weir"}, {"names:weir": "apart"}):
            with pytest.raises(ValidationError, match="Choose one of the answers"):
                intake.answer_questions(answers=answers, **facts)


def test_o7_a_person_with_another_address_is_asked_about_and_never_merged_by_software(
    browse: Any, amina: User, larkshire: Authority, testshire_settings: None
) -> None:
    client = browse(amina)
    rows = [["Brook Hub", "EY990001", "01/09/2024", "Nan Ash", "nan@example.org"]]
    upload(client, as_csv(rows, HEADINGS))
    confirm(client, larkshire)
    rows[0][3:] = ["NAN ASH", "ash@example.org"]
    upload(client, as_csv(rows, HEADINGS))
    assert the_sheet(larkshire).counts["unanswered"] == 1
    answer(client, the_sheet(larkshire), "one:nan@example.org")
    assert the_sheet(larkshire).counts["new"] == 0
    answer(client, the_sheet(larkshire), "apart")
    confirm(client, larkshire)
    with authority_scope(larkshire):
        emails = SettingRole.objects.values_list("user__email", flat=True)
        assert set(emails) == {"nan@example.org", "ash@example.org"}


def test_o7_a_collaboration_with_nearly_the_same_name_is_asked_about_where_one_is_started(
    browse: Any, amina: User, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        CollaborationFactory(name="Brook Hub")
        facts = {"started_on": date(2026, 1, 1), "by": amina}
        with pytest.raises(ValidationError, match="is here already, and this name differs"):
            start_collaboration(name="Brook-hub", **facts)
        other = start_collaboration(name="Weir", **facts)
        with pytest.raises(ValidationError, match="this name differs"):
            change_collaboration(collaboration=other, changes={"name": "Bróok Hub"}, by=amina)
    client = browse(amina)
    sent = {
        "state": "active", "name": "Brook hub.", "kind": "collaboration",
        **day("started_on", date(2025, 9, 1)),
    }  # fmt: skip
    page = client.post("/larkshire/collaborations/start/", sent)
    assert "This is another group than the one with nearly the same name" in text(page)
    assert client.post("/larkshire/collaborations/start/", {**sent, "is_another": "on"}).status_code == 302
    with authority_scope(larkshire):
        assert Collaboration.objects.filter(name="Brook hub.").exists()


@pytest.mark.parametrize("path", sorted(LISTS.iterdir()), ids=lambda path: path.name)
def test_o7_every_list_goes_through_every_page(
    path: Path, browse: Any, amina: User, larkshire: Authority, testshire_settings: None
) -> None:
    client = browse(amina)
    assert upload(client, path.read_bytes(), path.name, delivered=False).status_code == 302
    sheet = the_sheet(larkshire)
    for headers in ({}, {"HX-Request": "true"}):
        assert client.get(f"{BASE}{sheet.pk}/", headers=headers).status_code == 200
    assert client.get(f"{BASE}{sheet.pk}/questions/").status_code == 302
    deliver()
    sheet = the_sheet(larkshire)
    assert (sheet.state, sheet.problem) == ("ready", "")
    page = f"{BASE}{sheet.pk}/"
    assert "What would be loaded" in text(client.get(page))
    asked = client.get(f"{page}questions/")
    assert asked.status_code == 200
    first_answers = [question["options"][0][0] for question in sheet.questions]
    if sheet.questions:
        assert sheet.questions[0]["title"] in text(asked)
        assert client.post(f"{page}questions/", {"digest": sheet.digest}).status_code == 200
        assert answer(client, sheet, *first_answers).status_code == 302
    sheet = the_sheet(larkshire)
    assert "What is in the file" in text(client.get(page))
    for result in ("new", "known", "refused"):
        assert client.get(f"{page}{result}/").status_code == 200
    assert confirm(client, larkshire).status_code == (302 if sheet.counts["new"] else 200)
    assert client.get(page).status_code == 200
    assert client.get(BASE).status_code == 200


def test_o7_each_question_without_an_answer_is_named_and_one_thing_is_said_in_the_singular(
    browse: Any, amina: User, larkshire: Authority, testshire_settings: None
) -> None:
    client = browse(amina)
    rows = [
        ["Brook Hub", "EY990001", "01/09/2024", "Nan Ash", "nan@example.org"],
        ["Brook hub.", "EY990002", "01/09/2024", "", ""],
        ["Weir", "EY990008", "01/09/2024", "", ""],
        ["", "EY990006", "01/09/2024", "", ""],
    ]
    upload(client, as_csv(rows, HEADINGS))
    sheet = the_sheet(larkshire)
    titles = [asked["title"] for asked in sheet.questions]
    assert "1 cell is empty, and a line above it has a value." in titles
    assert len(titles) == 2
    page = text(answer(client, sheet))
    assert [title for title in titles if f"Choose an answer: {title}" not in page] == []


@pytest.mark.parametrize("number", [1, 2])
def test_o7_questions_count_in_the_singular_and_the_plural(number: int) -> None:
    questions = [
        asking.about_hidden(0, "Members", range(number)),
        asking.about_columns(0, "Members", ["Left on"] * number),
        *asking.about_values_above([Reason("O7", "so")] * number),
        *asking.about_words("until", "Left", Counter({"maybe": number})),
    ]
    said = str([question.in_words(str) for question in questions])
    assert ("1 column " in said, "2 columns " in said) == (number == 1, number == 2)
    assert ("1 line" in said, "2 lines" in said) == (number == 1, number == 2)
    assert not re.search(r"\b1 \w+s\b|these|lines? are" if number == 1 else r"this (cell|line)", said.lower())


def test_o7_a_spreadsheet_that_was_put_aside_asks_nothing_and_keeps_no_answer(
    browse: Any, amina: User, larkshire: Authority, testshire_settings: None
) -> None:
    client = browse(amina)
    upload(client, listed("members-d13-near-names.csv"))
    sheet = the_sheet(larkshire)
    client.post(f"{BASE}{sheet.pk}/discard/")
    for response in (client.get(f"{BASE}{sheet.pk}/questions/"), answer(client, sheet, "one:Brook Hub")):
        assert (response.status_code, response["Location"]) == (302, f"{BASE}{sheet.pk}/")
    assert (the_sheet(larkshire).state, the_sheet(larkshire).choices) == ("discarded", {})
    with authority_scope(larkshire):
        assert not Entry.objects.filter(action="sheet_answered").exists()


def test_an_upload_says_its_state_as_its_list_filters_by_it() -> None:
    for model, labels in ((SheetImport, selectors.STATES), (ImportRun, STATE_LABELS.items())):
        assert {value: str(label) for value, label in labels} == {
            state: model(state=state).get_state_display() for state in UploadState
        }
        assert dict(labels)[UploadState.READY] == "Ready to check"


def test_each_cell_of_the_lines_bears_its_heading_for_the_cards_of_a_phone(
    browse: Any, amina: User, larkshire: Authority, testshire_settings: None
) -> None:
    client = browse(amina)
    upload(client, listed("members-d2-member-until.csv"))
    page = client.get(f"{BASE}{the_sheet(larkshire).pk}/refused/").content.decode()
    assert 'data-label="What"' in page
    assert page.count('data-label="Why"') == 1


def test_o7_a_sheet_called_by_its_group_is_loaded_as_that_group_after_the_question(
    browse: Any, amina: User, larkshire: Authority, testshire_settings: None
) -> None:
    """On the pages: the question, the answer, the group with its members."""
    client = browse(amina)
    rows = [["Ofsted URN", "Joined on"], ["EY990001", "01/09/2024"], ["EY990002", "01/09/2024"]]
    data = workbook({"name": "Weir", "rows": rows}, {"name": "Fen", "rows": rows, "columns": [1]})
    upload(client, data, "ours.xlsx")
    sheet = the_sheet(larkshire)
    page = text(client.get(f"{BASE}{sheet.pk}/"))
    assert "2 questions need your answer" in page
    assert "It has no column Collaboration: answer the question about it." in page
    asked = text(client.get(f"{BASE}{sheet.pk}/questions/"))
    assert "Are its lines the members of “Weir”?" in asked
    assert answer(client, sheet, "read", "leave").status_code == 302
    assert confirm(client, larkshire).status_code == 302
    with authority_scope(larkshire):
        (group,) = Collaboration.objects.all()
        assert (group.name, Membership.objects.count()) == ("Weir", 2)
