"""To whoever may not open a document, it does not exist: every audience
× every person × page, file, log, list and export.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import time_machine

from accounts.models import Authority, User
from accounts.services.appointments import end_appointment
from audit.models import Entry
from audit.selectors import entries_for, facts_in_words
from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.scoping import authority_scope
from documents.models import StoredFile
from library import services as library
from library.models import DocumentOpening, DocumentReader, GroupDocument
from library.selectors import documents_seen, fingerprint_of
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.services.leaders import LEADER
from memberships.services.members import leave
from memberships.services.offices import OFFICE
from memberships.services.people import SETTING_ROLE
from tests.factories.library import shared
from tests.library.conftest import NOW, Browse, Shelf, opened, text

TITLES = {"group": "Behaviour policy", "leaders": "Budget talk", "named": "About Bluebells"}
OPENS = {"group": {"lena", "cara", "mo"}, "leaders": {"lena", "cara"}, "named": {"lena", "mo"}}
READS_LOG = {"group": {"lena", "cara"}, "leaders": {"lena", "cara"}, "named": {"lena"}}
OFFICIALS = ("amina", "maya", "fred", "quinn")


@pytest.fixture
def people(shelf: Shelf, elsewhere: Collaboration, request: pytest.FixtureRequest) -> dict[str, User]:
    """Everybody: the group's, officials, Sam of another group, Otto of the other authority."""
    there = {name: getattr(shelf.group, name) for name in ("lena", "cara", "mo")}
    there |= {name: request.getfixturevalue(name) for name in (*OFFICIALS, "otto")}
    return {**there, "sam": User.objects.get(email="sam@larkshire.example")}


@pytest.mark.parametrize("audience", ["group", "leaders", "named"])
def test_pages_files_and_logs(browse: Browse, shelf: Shelf, people: dict[str, User], audience: str) -> None:
    for name, person in people.items():
        client, opens = browse(person), name in OPENS[audience]
        assert client.get(shelf.url(of=audience)).status_code == (200 if opens else 404), name
        assert opened(client, shelf.download(audience)) == (200 if opens else 404), name
        log = 200 if name in READS_LOG[audience] else 403 if opens else 404
        assert client.get(shelf.url("opened/", of=audience)).status_code == log, name
    assert opened(browse(people["otto"]), shelf.download(audience, slug="marlshire")) == 404
    with authority_scope(shelf.collaboration.authority_id):
        assert {one.user for one in DocumentOpening.objects.select_related("user")} == {
            people[name] for name in OPENS[audience]
        }


def test_lists_counts_and_exports(
    browse: Browse, shelf: Shelf, people: dict[str, User], larkshire: Authority
) -> None:
    export = find_export("group_documents")
    filters = {"collaboration": str(shelf.collaboration.pk)}
    for name, person in people.items():
        seen = {title for audience, title in TITLES.items() if name in OPENS[audience]}
        response = browse(person).get(shelf.url())
        with authority_scope(larkshire):
            may_run = export.may_run(person, filters)
            exported = {row[0] for row in export.rows(filters, by=person)}
            assert export.count(filters, by=person) == len(seen)
        assert exported == seen, name
        if name in ("sam", "otto"):
            assert (response.status_code, may_run) == (404, False)
            continue
        assert may_run
        body = text(response)
        assert {title for title in TITLES.values() if title in body} == seen, name
        assert (f"of {len(seen)} documents" in body) is bool(seen)


@pytest.mark.parametrize("query", ["q=bluebells", "audience=named", "due=on", "sort=-owner"])
def test_no_filter_shows_more(browse: Browse, shelf: Shelf, query: str) -> None:
    body = text(browse(shelf.group.cara).get(f"{shelf.url()}?{query}"))
    assert "About Bluebells" not in body


def test_exports_without_a_group_or_with_a_strange_one(
    shelf: Shelf, larkshire: Authority, browse: Browse, otto: User
) -> None:
    with authority_scope(larkshire):
        assert not find_export("group_documents").may_run(shelf.group.lena, {})
    exports = "/larkshire/files/exports/group_documents/"
    assert browse(shelf.group.lena).get(exports).status_code == 404
    assert browse(shelf.group.lena).get(f"{exports}?collaboration=99999").status_code == 403
    assert browse(shelf.group.lena).get(f"{exports}?collaboration=x").status_code == 404
    assert (
        browse(shelf.group.lena)
        .get(f"{exports}?collaboration={shelf.collaboration.pk}&audience=x")
        .status_code
        == 404
    )
    assert (
        browse(shelf.group.mo).get(f"{exports}?collaboration={shelf.collaboration.pk}&due=on").status_code
        == 200
    )
    assert browse(otto).get(f"{exports}?collaboration={shelf.collaboration.pk}").status_code == 404


def test_the_files_own_address_opens_for_nobody(
    browse: Browse, shelf: Shelf, people: dict[str, User], larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        number = StoredFile.objects.filter(purpose="group_document").first()
    assert number is not None
    assert {
        browse(person).get(f"/larkshire/files/{number.pk}/").status_code for person in people.values()
    } == {403, 404}


def test_officers_see_in_the_audit_log_that_and_when_and_no_title(
    shelf: Shelf, people: dict[str, User], larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        document = shelf.documents["named"]
        facts = {"title": "Pay of Mo", "audience": "leaders", "copyright_note": "Lena's", "review_on": None}
        library.record_opening(
            version=document.versions.get(), by=people["mo"], at=document.versions.get().added_at
        )
        seen = fingerprint_of(document)
        library.change_document(
            document_id=document.pk,
            seen=seen,
            **facts,
            by=people["lena"],
            at=document.versions.get().added_at,
        )
        entries = [one for one in entries_for(people["maya"]) if one.about_type == "library.groupdocument"]
        files = json.dumps(list(StoredFile.objects.values("name", "storage_key")))
    said = " ".join(
        f"{one.sentence} {one.about_name} {json.dumps(one.facts)} {facts_in_words(one)}" for one in entries
    )
    assert f"opened version 1 of the document no. {document.pk} of Riverside" in said
    for secret in (*TITLES.values(), "Pay of Mo", "Lena's", "Mo Siddiqui", "Scan 0001"):
        assert secret not in said, secret
        assert secret not in files, secret


def test_the_admin_names_no_document(browse: Browse, shelf: Shelf, amina: User, maya: User) -> None:
    for page in ("documents/storedfile/", "audit/"):
        for title in (*TITLES.values(), "Scan 0001"):
            assert title not in text(browse(maya).get(f"/larkshire/admin/{page}"))


# --- officers: only what is their own or names them ---------------------------------------------------------


def test_an_officer_opens_what_is_the_officers_own_or_names_the_officer(
    browse: Browse, shelf: Shelf, amina: User, maya: User, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        slides = shared(shelf.collaboration, amina, "Slides of the first meeting")
        DocumentReader.objects.create(
            document=shelf.documents["named"], user=maya, starts_on=date(2026, 11, 1)
        )
    assert "Slides of the first meeting" in text(browse(amina).get(shelf.url()))
    assert browse(amina).get(shelf.url(f"{slides.pk}/change/")).status_code == 200
    assert browse(amina).get(shelf.url(of="named")).status_code == 404
    assert browse(maya).get(shelf.url(f"{slides.pk}/")).status_code == 404
    assert browse(maya).get(shelf.url(of="named")).status_code == 200
    assert browse(maya).get(shelf.url("change/", of="named")).status_code == 403


def test_who_was_given_to_see_the_group_by_hand_opens_nothing(
    browse: Browse, shelf: Shelf, sam: User, larkshire: Authority
) -> None:
    from tests.factories.collaborations import CollaborationGrantFactory

    with authority_scope(larkshire):
        CollaborationGrantFactory(content_object=shelf.collaboration, user=sam, is_exceptional=True)
    assert "There is no document here" in text(browse(sam).get(shelf.url()))
    assert browse(sam).get(shelf.url(of="group")).status_code == 404


# --- the last day: dates alone, no job ----------------------------------------------------------------------

DAY = date(2026, 11, 22)


def setting_leaves(shelf: Shelf, by: User) -> tuple[str, str]:
    leave(membership=shelf.group.bluebells, on=DAY, reason="Closing", by=by)
    return "mo", "group"


def named_readers_setting_leaves(shelf: Shelf, by: User) -> tuple[str, str]:
    return setting_leaves(shelf, by)[0], "named"


def person_stops(shelf: Shelf, by: User) -> tuple[str, str]:
    role = SettingRole.objects.get(user=shelf.group.mo)
    end_appointment(SETTING_ROLE, role, ends_on=DAY, by=by)
    return "mo", "group"


def leader_ends(shelf: Shelf, by: User) -> tuple[str, str]:
    library.hand_over_document(
        document_id=shelf.documents["leaders"].pk, person=shelf.group.cara, by=by, at=NOW
    )
    end_appointment(LEADER, LeaderAppointment.objects.get(), ends_on=DAY, by=by)
    return "lena", "leaders"


def office_ends(shelf: Shelf, by: User) -> tuple[str, str]:
    end_appointment(OFFICE, OfficeHolder.objects.get(), ends_on=DAY, by=by)
    return "cara", "leaders"


def reader_ends(shelf: Shelf, by: User) -> tuple[str, str]:
    reader = DocumentReader.objects.get()
    end_appointment(library.DOCUMENT_READER, reader, ends_on=DAY, by=by)
    return "mo", "named"


def owner_leaves(shelf: Shelf, by: User) -> tuple[str, str]:
    leave(membership=shelf.group.acorns, on=DAY, reason="Closing", by=by)
    return "lena", "named"


@pytest.mark.parametrize(
    "ends",
    [
        setting_leaves,
        named_readers_setting_leaves,
        person_stops,
        leader_ends,
        office_ends,
        reader_ends,
        owner_leaves,
    ],
)
def test_the_last_day_is_the_last_day(
    browse: Browse, shelf: Shelf, amina: User, larkshire: Authority, ends: Any
) -> None:
    with authority_scope(larkshire):
        name, audience = ends(shelf, amina)
    client, title = browse(getattr(shelf.group, name)), TITLES[audience]
    assert opened(client, shelf.download(audience)) == 200
    assert title in text(client.get(shelf.url()))
    with time_machine.travel("2026-11-22 00:30Z", tick=False):
        client = browse(getattr(shelf.group, name))
        assert opened(client, shelf.download(audience)) == 404
        assert client.get(shelf.url(of=audience)).status_code == 404
        assert title not in client.get(shelf.url()).content.decode()
    with authority_scope(larkshire):
        assert not documents_seen(getattr(shelf.group, name), on=DAY).filter(title=title).exists()
        assert Entry.objects.filter(action="document_opened").count() == 1


def test_a_reader_named_from_tomorrow_on_waits_until_then(
    browse: Browse, shelf: Shelf, larkshire: Authority
) -> None:
    facts: dict[str, Any] = {
        "person": shelf.group.cara,
        "starts_on": DAY,
        "ends_on": None,
        "by": shelf.group.lena,
        "at": NOW,
    }
    with authority_scope(larkshire):
        library.name_reader(document_id=shelf.documents["named"].pk, **facts)
    assert browse(shelf.group.cara).get(shelf.url(of="named")).status_code == 404
    with time_machine.travel("2026-11-22 00:30Z", tick=False):
        assert browse(shelf.group.cara).get(shelf.url(of="named")).status_code == 200


def test_named_readers_count_for_named_documents_alone(
    browse: Browse, shelf: Shelf, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        GroupDocument.objects.filter(pk=shelf.documents["named"].pk).update(audience="leaders")
    assert browse(shelf.group.mo).get(shelf.url(of="named")).status_code == 404
    assert browse(shelf.group.cara).get(shelf.url(of="named")).status_code == 200
