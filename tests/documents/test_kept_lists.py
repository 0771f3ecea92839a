"""How people keep their lists, and the rows that they ticked: theirs alone, for as long as it is of use."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.test import Client

from accounts.models import Affiliation, Authority, User
from audit.models import Entry
from core.exports.registry import find_export
from core.scoping import authority_scope
from documents import selectors
from documents.models import ExportRun, KeptList, Selection
from documents.panels import ListKeeper
from documents.services import lists
from documents.services.exports import notes_of
from documents.tasks import tidy_lists_everywhere
from tests.factories.collaborations import CollaborationFactory
from tests.factories.documents import ASKED_AT

Browse = Callable[..., Client]
NAME = "collaborations.Collaborations"
KEEP = f"/larkshire/files/lists/{NAME}/"
LIST = "/larkshire/collaborations/"


@pytest.fixture
def groups(larkshire: Authority) -> Authority:
    with authority_scope(larkshire):
        CollaborationFactory.create_batch(30)
    return larkshire


def test_columns_and_rows_are_kept_for_one_person(
    browse: Browse, groups: Authority, amina: User, maya: User
) -> None:
    sent = {"column": ["leaders", "started_on", "nonsense"], "size": "50", "back": f"{LIST}?state=active"}
    response = browse(amina).post(KEEP, sent)
    assert response.headers["Location"] == f"{LIST}?state=active"
    mine, theirs = browse(amina).get(LIST), browse(maya).get(LIST)
    assert [str(heading.label) for heading in mine.context["headings"]] == ["Name", "Leaders", "Started on"]
    assert len(mine.context["page"].object_list) == 30
    assert len(theirs.context["headings"]) == 10
    assert len(theirs.context["page"].object_list) == 25
    browse(amina).post(KEEP, {"reset": "1"})
    assert len(browse(amina).get(LIST).context["headings"]) == 10


@pytest.mark.parametrize(
    "sent",
    [
        {"size": "30"},
        {"size": "1000"},
        {"column": ["x" * 41]},
        {"column": ["a"] * 61},
        {"column": ["Ä; DROP"]},
    ],
)
def test_what_no_list_has_is_refused(
    browse: Browse, groups: Authority, amina: User, sent: dict[str, Any]
) -> None:
    browse(amina).post(KEEP, sent)
    with authority_scope(groups):
        assert not KeptList.objects.exists()


@pytest.mark.parametrize("back", ["", "https://example.org/", "//example.org", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere(browse: Browse, groups: Authority, amina: User, back: str) -> None:
    response = browse(amina).post(KEEP, {"size": "50", "back": back})
    assert response.headers["Location"] == "/larkshire/"


def test_a_list_that_does_not_exist_is_not_there(browse: Browse, amina: User) -> None:
    assert browse(amina).post("/larkshire/files/lists/x.Y/", {}).status_code == 404
    assert browse(amina).get(KEEP).status_code == 405


def test_a_list_is_saved_opened_and_removed(browse: Browse, groups: Authority, amina: User) -> None:
    page = browse(amina).get(f"{LIST}?state=active&sort=-name&page=2&utm=1")
    assert page.context["list_query"] == "state=active&sort=-name"
    browse(amina).post(
        f"{KEEP}save/", {"name": " In  use ", "query": page.context["list_query"], "back": LIST}
    )
    with authority_scope(groups):
        kept = selectors.saved_lists_of(amina).get()
        assert (kept.name, kept.for_team) == ("In use", False)
        assert Entry.objects.get(action="list_saved").sentence == "saved the list “In use”"
    page = browse(amina).get(LIST)
    [(_saved, href)] = page.context["saved"]
    assert href == f"?state=active&sort=-name&saved={kept.pk}"
    opened = browse(amina).get(LIST + href)
    assert opened.context["unknown"] == []
    browse(amina).post(f"/larkshire/files/lists/{kept.pk}/remove/", {"back": LIST})
    with authority_scope(groups):
        assert not KeptList.objects.exists()
        assert Entry.objects.filter(action="list_removed").count() == 1


def test_what_a_saved_list_asks_for_and_the_list_no_longer_knows_is_said(
    browse: Browse, groups: Authority, amina: User
) -> None:
    page = browse(amina).get(f"{LIST}?gone=1&state=nonsense&saved=7")
    assert page.context["unknown"] == ["gone"]
    assert "which was left out: gone" in page.text
    assert "Select one of the choices in the list" in page.text
    assert "which was left out" not in browse(amina).get(f"{LIST}?gone=1").text


def test_the_team_sees_what_is_for_the_team_and_members_do_not(
    groups: Authority, amina: User, maya: User, sam: User
) -> None:
    with authority_scope(groups):
        lists.save_list(list_name=NAME, name="Ours", query="", for_team=True, by=amina, at=ASKED_AT)
        lists.save_list(list_name=NAME, name="Mine", query="", for_team=False, by=amina, at=ASKED_AT)
        keeper = ListKeeper()
        assert [(row.name, row.is_mine) for row in keeper.kept(by=maya, name=NAME).saved] == [("Ours", False)]
        assert [row.name for row in keeper.kept(by=amina, name=NAME).saved] == ["Mine", "Ours"]
        assert keeper.kept(by=sam, name=NAME).saved == ()
        with pytest.raises(PermissionDenied):
            lists.save_list(list_name=NAME, name="x", query="", for_team=True, by=sam, at=ASKED_AT)


def test_nobody_removes_what_somebody_else_saved(
    browse: Browse, groups: Authority, amina: User, maya: User
) -> None:
    with authority_scope(groups):
        kept = lists.save_list(list_name=NAME, name="Ours", query="", for_team=True, by=amina, at=ASKED_AT)
    assert browse(maya).post(f"/larkshire/files/lists/{kept.pk}/remove/").status_code == 404
    with authority_scope(groups):
        assert KeptList.objects.filter(pk=kept.pk).exists()


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [("  ", "", "Enter a name"), ("x" * 61, "", "60 characters"), ("x", "q=" + "x" * 1000, "too long")],
)
def test_a_name_that_cannot_be_kept_is_said(
    groups: Authority, amina: User, name: str, query: str, words: str
) -> None:
    with authority_scope(groups), pytest.raises(ValidationError, match=words):
        lists.save_list(list_name=NAME, name=name, query=query, for_team=False, by=amina, at=ASKED_AT)


def test_one_name_is_one_list_and_fifty_are_enough(groups: Authority, amina: User) -> None:
    with authority_scope(groups):
        for number in range(lists.MAX_SAVED):
            lists.save_list(list_name=NAME, name=f"{number}", query="", for_team=False, by=amina, at=ASKED_AT)
        lists.save_list(list_name=NAME, name="0", query="q=x", for_team=False, by=amina, at=ASKED_AT)
        assert KeptList.objects.get(name="0").query == "q=x"
        with pytest.raises(ValidationError, match="50 lists"):
            lists.save_list(list_name=NAME, name="more", query="", for_team=False, by=amina, at=ASKED_AT)


def test_what_was_ticked_is_its_persons_for_an_hour(groups: Authority, amina: User, maya: User) -> None:
    with authority_scope(groups):
        made = lists.keep_selection(ids=[3, 1, 3], by=amina, at=ASKED_AT)
        within = ASKED_AT - timedelta(minutes=59)
        assert selectors.selected_ids(amina, made.pk, since=within) == [1, 3]
        assert selectors.selected_ids(maya, made.pk, since=within) is None
        assert selectors.selected_ids(amina, made.pk, since=ASKED_AT) is None
        with pytest.raises(ValidationError, match="at most 100,000"):
            lists.keep_selection(ids=range(100_001), by=amina, at=ASKED_AT)


def test_old_selections_and_the_lists_of_people_who_left_are_forgotten(
    groups: Authority, amina: User, maya: User
) -> None:
    with authority_scope(groups):
        for person in (amina, maya):
            lists.keep_list(name=NAME, columns=["state"], size=25, by=person, at=ASKED_AT)
        lists.keep_selection(ids=[1], by=amina, at=ASKED_AT)
        lists.keep_selection(ids=[2], by=amina, at=ASKED_AT + timedelta(hours=1))
        Affiliation.objects.filter(user=maya).delete()
        assert lists.clear_lists(at=ASKED_AT + timedelta(hours=1, minutes=1)) == 2
        assert list(KeptList.objects.values_list("person_id", flat=True)) == [amina.pk]
        assert list(Selection.objects.values_list("ids", flat=True)) == [[2]]


def test_the_timetable_clears_each_authority(groups: Authority, amina: User) -> None:
    with authority_scope(groups):
        lists.keep_selection(ids=[1], by=amina, at=ASKED_AT)
    tidy_lists_everywhere()
    with authority_scope(groups):
        assert not Selection.objects.exists()


def test_another_authority_keeps_and_sees_its_own(
    groups: Authority, marlshire: Authority, amina: User, otto: User
) -> None:
    with authority_scope(groups):
        made = lists.keep_selection(ids=[1], by=amina, at=ASKED_AT)
        lists.save_list(list_name=NAME, name="Ours", query="", for_team=True, by=amina, at=ASKED_AT)
    with authority_scope(marlshire):
        assert selectors.selected_ids(amina, made.pk, since=ASKED_AT - timedelta(hours=1)) is None
        assert ListKeeper().kept(by=otto, name=NAME).saved == ()


def test_a_list_costs_one_query_more_however_much_is_kept(
    browse: Browse, groups: Authority, amina: User, django_assert_max_num_queries: Any
) -> None:
    with authority_scope(groups):
        for number in range(20):
            lists.save_list(list_name=NAME, name=f"{number}", query="", for_team=True, by=amina, at=ASKED_AT)
    client = browse(amina)
    client.get(LIST)
    with authority_scope(groups), django_assert_max_num_queries(1):
        ListKeeper().kept(by=amina, name=NAME)


def sheet(response: Any) -> list[list[str]]:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))


def test_the_export_has_the_columns_that_were_chosen(browse: Browse, groups: Authority, amina: User) -> None:
    """As the page's own buttons send them; all with the tick, or where nobody chose; no name that is made up."""
    client = browse(amina)
    usual = client.get(LIST)
    assert usual.context["export_columns"] == []
    assert "all_columns" not in usual.content.decode()
    client.post(KEEP, {"column": ["leaders", "started_on"]})
    page = client.get(LIST)
    chosen = page.context["export_columns"]
    assert chosen == ["name", "leaders", "started_on"]
    for name in chosen:
        assert f'name="column" value="{name}"' in page.content.decode()
    assert 'name="all_columns"' in page.content.decode()
    sent = {"format": "csv", "at_once": "1", "column": [*chosen, "nonsense", "' OR 1=1"]}
    where = page.context["export_url"]
    rows = sheet(client.post(where, sent))
    assert rows[0] == ["Name", "Started on", "Leaders"], "in the order of the sheet"
    assert {len(row) for row in rows} == {3}
    assert len(rows) == 31
    whole = sheet(client.post(where, {**sent, "all_columns": "1"}))
    assert len(whole[0]) > 8
    assert sheet(client.post(where, {"format": "csv", "at_once": "1", "column": ["nonsense"]}))[0] == whole[0]
    with authority_scope(groups):
        runs = [run.columns for run in ExportRun.objects.order_by("pk")]
    assert runs == [["name", "started_on", "leaders"], [], []]


def test_a_job_makes_the_sheet_of_the_chosen_columns_too(
    browse: Browse, groups: Authority, amina: User, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        browse(amina).post(
            "/larkshire/files/exports/collaborations/", {"format": "csv", "column": ["leaders", "name"]}
        )
    with authority_scope(groups):
        run = ExportRun.objects.select_related("file", "job").get()
        with default_storage.open(run.file.storage_key) as file:
            header = file.read().decode("utf-8-sig").splitlines()[0]
        words = notes_of(run, find_export("collaborations"), rows=30, at=ASKED_AT).remarks
    assert header == "Name,Leaders"
    assert "Only the columns that were chosen on the list." in [str(word) for word in words]


def test_a_column_that_the_sheet_says_in_full_goes_along(
    browse: Browse, groups: Authority, amina: User
) -> None:
    client = browse(amina)
    client.post("/larkshire/files/lists/providers.Settings/", {"column": ["kind", "telephone"]})
    assert client.get("/larkshire/settings/").context["export_columns"] == ["name", "type", "telephone"]
