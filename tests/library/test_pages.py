"""The pages of shared documents: what each offers, headers of a
download, refusals at their field, what lists cost.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from core.scoping import authority_scope
from library import services as library
from library.models import DocumentOpening, GroupDocument, LibraryVisit
from tests.factories.library import pdf, shared
from tests.library.conftest import NOW, Browse, Shelf, opened, text


def upload(content: bytes = b"%PDF-1.7 new", name: str = "new.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_day": str(value.day), f"{name}_month": str(value.month), f"{name}_year": str(value.year)}


ADDED = {
    "title": "Visits",
    "audience": "group",
    "copyright_note": "Acorns",
    **day("review_on", date(2027, 3, 27)),
}


# --- a download ---------------------------------------------------------------------------------------------


def test_a_download_runs_nowhere_and_is_kept_nowhere(
    browse: Browse, shelf: Shelf, larkshire: Authority
) -> None:
    response = browse(shelf.group.mo).get(shelf.download("group"))
    assert {name: response[name] for name in response.headers if name.startswith(("C", "X-Content"))} == {
        "Content-Type": "application/pdf",
        "Content-Length": "25",
        "Content-Disposition": 'attachment; filename="Behaviour policy.pdf"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    assert b"".join(response.streaming_content) == pdf("Behaviour policy").getvalue()
    with authority_scope(larkshire):
        opening = DocumentOpening.objects.get()
        assert (opening.user, opening.at, opening.version.number) == (shelf.group.mo, NOW, 1)


@pytest.mark.parametrize("title", ['a"b\r\nSet-Cookie: x=y', "Ŵyn/../bach", "…", "x" * 150])
def test_no_title_breaks_a_header(browse: Browse, shelf: Shelf, larkshire: Authority, title: str) -> None:
    with authority_scope(larkshire):
        document = shared(shelf.collaboration, shelf.group.lena, title)
        version = document.versions.get().pk
    response = browse(shelf.group.mo).get(shelf.url(f"{document.pk}/versions/{version}/"))
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment; filename")
    assert "/" not in response["Content-Disposition"].replace("filename*=utf-8''", "")
    assert "Set-Cookie" not in response.headers
    assert b"".join(response.streaming_content)


def test_a_version_of_another_document_is_not_this_ones(browse: Browse, shelf: Shelf) -> None:
    crossed = shelf.url(f"versions/{shelf.version('leaders')}/", of="group")
    assert browse(shelf.group.mo).get(crossed).status_code == 404
    assert browse(shelf.group.lena).get(crossed).status_code == 404


@pytest.mark.own_rows
def test_bytes_that_are_gone_are_not_found_and_nothing_is_noted(
    browse: Browse, shelf: Shelf, larkshire: Authority
) -> None:
    address = shelf.download("group")
    with authority_scope(larkshire):
        default_storage.delete(shelf.documents["group"].versions.get().file.storage_key)
    assert browse(shelf.group.mo).get(address).status_code == 404
    with authority_scope(larkshire):
        assert not DocumentOpening.objects.exists()


def test_a_document_removed_between_the_page_and_the_button(
    browse: Browse, shelf: Shelf, larkshire: Authority
) -> None:
    client, address = browse(shelf.group.mo), shelf.download("group")
    assert client.get(shelf.url(of="group")).status_code == 200
    with authority_scope(larkshire):
        library.remove_document(document_id=shelf.documents["group"].pk, by=shelf.group.lena, at=NOW)
    assert client.get(address).status_code == 404
    assert browse(shelf.group.lena).get(address).status_code == 404
    with authority_scope(larkshire):
        assert not DocumentOpening.objects.exists()


@pytest.fixture
def in_memory(settings: Any) -> None:
    """Asked for before the shelf is filled."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "tests.library.conftest.Bucket"}}
    with pytest.raises(NotImplementedError):
        default_storage.path("x")


@pytest.mark.own_rows
def test_documents_are_kept_and_served_by_a_storage_without_paths(
    in_memory: None, browse: Browse, shelf: Shelf
) -> None:
    client = browse(shelf.group.lena)
    assert client.post(shelf.url("add/"), {**ADDED, "file": upload()}).status_code == 302
    assert client.post(shelf.url("replace/", of="group"), {"file": upload()}).status_code == 302
    response = client.get(shelf.download("group", number=2))
    assert (response.status_code, response["Content-Length"]) == (200, "12")
    assert b"".join(response.streaming_content) == b"%PDF-1.7 new"


# --- adding -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "status"),
    [("lena", 200), ("cara", 200), ("mo", 200), ("amina", 200), ("fred", 403), ("sam", 404)],
)
def test_who_adds(browse: Browse, shelf: Shelf, request: Any, who: str, status: int) -> None:
    person = getattr(shelf.group, who, None) or request.getfixturevalue(who)
    assert browse(person).get(shelf.url("add/")).status_code == status
    assert browse(person).post(shelf.url("add/"), {}).status_code == status
    if status != 404:
        assert ("Add a document" in text(browse(person).get(shelf.url()))) is (who in ("lena", "cara", "mo"))


def test_a_leader_adds_a_document_for_named_people(
    browse: Browse, shelf: Shelf, larkshire: Authority
) -> None:
    client = browse(shelf.group.lena)
    response = client.post(shelf.url("add/"), {**ADDED, "audience": "named", "file": upload()}, follow=True)
    body = text(response)
    for words in (
        "Until you name people, nobody else can open it.",
        "Nobody is named yet.",
        "Visits",
        "Acorns",
        "27 March 2027",
        "(PDF,",
    ):
        assert words in body, words
    with authority_scope(larkshire):
        assert GroupDocument.objects.get(title="Visits").owner == shelf.group.lena


def test_a_refused_file_loses_nothing_else(browse: Browse, shelf: Shelf) -> None:
    response = browse(shelf.group.lena).post(
        shelf.url("add/"), {**ADDED, "file": upload(b"<html>", "visits.pdf")}
    )
    body = text(response)
    assert "Error:" in body
    assert "inside it is text or the code of a web page" in body
    for kept in ('value="Visits"', "Acorns</textarea>", 'value="2027"'):
        assert kept in body, kept


def test_a_file_above_the_limit_of_uploads_is_refused_at_its_field(
    browse: Browse, shelf: Shelf, settings: Any
) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1000
    response = browse(shelf.group.lena).post(
        shelf.url("add/"), {**ADDED, "file": upload(b"%PDF-" + bytes(2000))}
    )
    assert "The file must be smaller than 20 MB." in text(response)


# --- the page of one document -------------------------------------------------------------------------------


def test_what_the_page_offers_follows_from_who_looks(browse: Browse, shelf: Shelf) -> None:
    keeper, reader = (
        text(browse(person).get(shelf.url(of="group"))) for person in (shelf.group.cara, shelf.group.mo)
    )
    for words in (
        "Replace by a new version",
        "Remove the document",
        "Who opened it last",
        "Nobody has opened it yet.",
    ):
        assert (words in keeper, words in reader) == (True, False), words
    owner, named_one = (
        text(browse(person).get(shelf.url(of="named"))) for person in (shelf.group.lena, shelf.group.mo)
    )
    assert ("Mo Siddiqui" in owner, "Name a reader" in named_one) == (True, False)


def test_a_version_is_added_and_both_can_be_opened(
    browse: Browse, shelf: Shelf, larkshire: Authority
) -> None:
    client = browse(shelf.group.cara)
    assert "Version 2 is added." in text(
        client.post(shelf.url("replace/", of="group"), {"file": upload()}, follow=True)
    )
    body = text(client.get(shelf.url(of="group")))
    assert body.index("Download version 2 (PDF") < body.index("Download version 1 (PDF")
    same = client.post(shelf.url("replace/", of="group"), {"file": upload()})
    assert "This is the same file as version 2." in text(same)
    for number in (1, 2):
        assert opened(browse(shelf.group.mo), shelf.download("group", number=number)) == 200
    log = text(client.get(shelf.url("opened/", of="group")))
    assert log.count("Mo Siddiqui") == 2
    assert "Showing 1 to 2 of 2 openings" in log


def test_details_are_changed_as_they_were_seen(browse: Browse, shelf: Shelf) -> None:
    client, address = browse(shelf.group.lena), shelf.url("change/", of="group")
    seen = client.get(address).context["form"]["seen"].value()
    response = client.post(
        address, {**ADDED, "title": "Behaviour", "audience": "leaders", "seen": seen}, follow=True
    )
    assert "The details are saved." in text(response)
    assert "Somebody else has changed this document meanwhile." in text(
        client.post(address, {**ADDED, "seen": seen})
    )
    past = client.post(address, {**ADDED, **day("review_on", date(2026, 11, 21)), "seen": "x"})
    assert "meanwhile" in text(past)


def test_whoever_hands_over_a_document_for_named_people_is_led_to_the_list(
    browse: Browse, shelf: Shelf
) -> None:
    client = browse(shelf.group.lena)
    response = client.post(shelf.url("owner/", of="named"), {"person": shelf.group.cara.pk}, follow=True)
    assert "Cara Finch is the owner now." in text(response)
    assert response.redirect_chain[-1][0] == shelf.url()


def test_readers_are_named_and_ended(browse: Browse, shelf: Shelf, larkshire: Authority) -> None:
    client = browse(shelf.group.lena)
    given = {"person": shelf.group.cara.pk, **day("starts_on", date(2026, 11, 21))}
    for page in ("readers/add/", "owner/"):
        assert "Cara Finch" in text(client.get(shelf.url(page, of="named")))
    assert "Cara Finch is named as a reader." in text(
        client.post(shelf.url("readers/add/", of="named"), given, follow=True)
    )
    assert "is named in that time already" in text(client.post(shelf.url("readers/add/", of="named"), given))
    assert browse(shelf.group.cara).get(shelf.url(of="named")).status_code == 200
    with authority_scope(larkshire):
        reader = shelf.documents["named"].readers.get(user=shelf.group.cara)
    end = shelf.url(f"readers/{reader.pk}/end/", of="named")
    assert "The end is recorded." in text(client.post(end, day("ends_on", date(2026, 11, 20)), follow=True))
    assert browse(shelf.group.cara).get(shelf.url(of="named")).status_code == 404
    assert client.get(end).status_code == 404


def test_removing_asks_first_and_can_be_undone(browse: Browse, shelf: Shelf) -> None:
    client, remove, back = (
        browse(shelf.group.lena),
        shelf.url("remove/", of="group"),
        shelf.url("bring-back/", of="group"),
    )
    assert "Remove this document?" in text(client.get(remove))
    assert client.get(shelf.url(of="group")).status_code == 200
    for _ in range(2):  # twice is once
        assert "The document is removed." in text(client.post(remove, follow=True))
    assert client.get(remove).status_code == client.get(shelf.url(of="group")).status_code == 404
    assert "Bring it back" in text(client.get(shelf.url()))
    assert "Behaviour policy" not in text(browse(shelf.group.mo).get(shelf.url()))
    assert browse(shelf.group.mo).get(back).status_code == 404
    for _ in range(2):
        assert "The document is back." in text(client.post(back, follow=True))
    assert browse(shelf.group.mo).get(shelf.url(of="group")).status_code == 200


# --- the list -----------------------------------------------------------------------------------------------


def test_what_is_due_is_marked_and_found(browse: Browse, shelf: Shelf, larkshire: Authority) -> None:
    with authority_scope(larkshire):
        GroupDocument.objects.filter(pk=shelf.documents["leaders"].pk).update(review_on=date(2026, 11, 21))
        GroupDocument.objects.filter(pk=shelf.documents["group"].pk).update(review_on=date(2026, 11, 22))
    client = browse(shelf.group.lena)
    rows = str(client.get(f"{shelf.url()}?due=on").context["rows"])
    assert ("Budget talk" in rows, "Behaviour policy" in rows, "Due 21 Nov 2026" in rows) == (
        True,
        False,
        True,
    )
    assert "Due for review" in text(client.get(shelf.url(of="leaders")))


@pytest.mark.parametrize("sort", ["title", "-title", "size", "version", "audience", "owner", "review"])
def test_every_column_sorts(browse: Browse, shelf: Shelf, sort: str) -> None:
    response = browse(shelf.group.lena).get(f"{shelf.url()}?sort={sort}")
    assert response.context["page"].paginator.count == 3
    titles = ["About Bluebells", "Behaviour policy", "Budget talk"]
    if sort.endswith("title"):
        shown = sorted(titles, key=str(response.context["rows"]).index)
        assert shown == (titles if sort == "title" else titles[::-1])


def test_an_empty_library_says_what_to_do(
    browse: Browse, elsewhere: Any, led: Any, sam: User, amina: User
) -> None:
    address = f"/larkshire/collaborations/{elsewhere.pk}/library/"
    assert "Add the first one" in text(browse(amina).get(address))
    body = text(browse(sam).get(address))
    assert "There is no document here that you may open." in body
    assert "Add the first one" in body


def test_a_member_adds_a_document_and_owns_it(
    browse: Browse, shelf: Shelf, larkshire: Authority, amina: User
) -> None:
    given = {**ADDED, "audience": "group", "file": upload()}
    response = browse(shelf.group.mo).post(shelf.url("add/"), given, follow=True)
    assert response.status_code == 200
    with authority_scope(larkshire):
        document = GroupDocument.objects.get(owner=shelf.group.mo)
    assert browse(shelf.group.mo).get(shelf.url(f"{document.pk}/change/")).status_code == 200
    assert browse(shelf.group.lena).get(shelf.url(f"{document.pk}/")).status_code == 200
    assert browse(amina).get(shelf.url(f"{document.pk}/")).status_code == 404


def test_what_has_come_since_the_last_visit_is_counted_for_whoever_may_open_it(
    browse: Browse, shelf: Shelf, larkshire: Authority, fred: User
) -> None:
    mo, lena = shelf.group.mo, shelf.group.lena
    assert "since your last visit" not in text(browse(mo).get(shelf.url()))
    with time_machine.travel(NOW + timedelta(days=2), tick=False), authority_scope(larkshire):
        shared(shelf.collaboration, shelf.group.lena, "Menu for spring", at=NOW + timedelta(days=2))
        shared(
            shelf.collaboration,
            shelf.group.lena,
            "For leaders",
            audience="leaders",
            at=NOW + timedelta(days=2),
        )
    with time_machine.travel(NOW + timedelta(days=3), tick=False):
        for _look in range(2):  # a second look within the hour is the same visit
            assert "1 new since your last visit on 21 November 2026" in text(browse(mo).get(shelf.url()))
        assert "since your last visit" not in text(browse(lena).get(shelf.url()))
        assert "since your last visit" not in text(browse(fred).get(shelf.url()))
    with time_machine.travel(NOW + timedelta(days=4), tick=False):
        assert "since your last visit" not in text(browse(mo).get(shelf.url()))
    with authority_scope(larkshire):
        assert not LibraryVisit.objects.filter(user=fred).exists()


def test_list_page_and_log_cost_the_same_at_1_and_30_rows(
    browse: Browse, shelf: Shelf, larkshire: Authority
) -> None:
    client = browse(shelf.group.lena)
    pages = (shelf.url(), shelf.url(of="named"), shelf.url("opened/", of="group"))

    def cost() -> list[int]:
        counts = []
        for page in pages:
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page).status_code == 200
            counts.append(len(queries))
        return counts

    with authority_scope(larkshire):
        shelf.documents["group"].versions.get().openings.create(user=shelf.group.mo, at=NOW)
    before = cost()
    with authority_scope(larkshire):
        version, reader = shelf.documents["group"].versions.get(), shelf.documents["named"].readers.get()
        for number in range(30):
            shared(shelf.collaboration, shelf.group.mo, f"Paper {number}")
            version.openings.create(user=shelf.group.mo, at=NOW)
            library.name_reader(
                document_id=reader.document_id,
                person=shelf.group.cara,
                **span(number),
                by=shelf.group.lena,
                at=NOW,
            )
            library.replace_document(
                document_id=reader.document_id,
                file=pdf(str(number)),
                name="a.pdf",
                by=shelf.group.lena,
                at=NOW,
            )
    assert cost() == before


def span(number: int) -> dict[str, date]:
    return {"starts_on": date(2027 + number, 1, 1), "ends_on": date(2027 + number, 2, 1)}
