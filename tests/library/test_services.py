"""Adding, replacing, changing, handing over, naming, removing:
what is kept, and every refusal at its field.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from accounts.models import Authority, User
from accounts.services.appointments import end_appointment
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from documents.models import StoredFile
from library import services as library
from library.models import DocumentReader, GroupDocument
from library.selectors import documents_seen, documents_to_review, fingerprint_of, readers_on, versions_of
from tests.factories.library import named, pdf, shared
from tests.library.conftest import NOW, Shelf

TODAY = NOW.date()


@pytest.fixture(autouse=True)
def in_scope(shelf: Shelf, larkshire: Authority) -> Any:
    with authority_scope(larkshire):
        yield


def archive(*parts: str) -> io.BytesIO:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name in parts:
            book.writestr(name, "<w/>")
    return target


def bomb() -> io.BytesIO:
    """A workbook that says of itself that it unpacks to more than is allowed."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book,
        book.open("word/document.xml", "w") as part,
    ):
        for _ in range(301):
            part.write(bytes(1024 * 1024))
    return target


def refused(deed: Any, **facts: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refusal:
        deed(**facts)
    return (
        refusal.value.message_dict if hasattr(refusal.value, "error_dict") else {"": refusal.value.messages}
    )


# --- what may come in ---------------------------------------------------------------------------------------

HTML, SVG = (
    b"<!doctype html><script>alert(1)</script>",
    b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("minutes.pdf", io.BytesIO(HTML), "inside it is text or the code of a web page"),
        ("logo.svg", io.BytesIO(SVG), "inside it is text or the code of a web page"),
        ("photo.png", io.BytesIO(SVG), "inside it is text or the code of a web page"),
        ("minutes.pdf.html", io.BytesIO(HTML), "inside it is text or the code of a web page"),
        ("minutes.pdf.exe", pdf(), "ends in .exe, but inside it is .pdf"),
        ("minutes", pdf(), "must end in .pdf"),
        ("minutes.pdf", io.BytesIO(b"MZ\x90\x00\x03\x00"), "must be one of"),
        ("old.doc", io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "must be one of"),
        ("plan.docx", archive("word/document.xml", "word/vbaProject.bin"), "holds macros"),
        ("plan.docx", archive("anything.txt"), "must be one of"),
        ("plan.docx", io.BytesIO(b"PK\x03\x04 broken"), "damaged"),
        ("plan.docx", bomb(), "too big once it is unpacked"),
        ("minutes.pdf", io.BytesIO(b""), "empty"),
        ("minutes.pdf", io.BytesIO(b"%PDF-" + bytes(20 * 1024 * 1024)), "smaller than 20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_a_file_that_fails_the_check_is_refused_with_the_reason(
    shelf: Shelf, name: str, content: io.BytesIO, words: str
) -> None:
    before = StoredFile.objects.count()
    said = refused(
        shared, collaboration=shelf.collaboration, by=shelf.group.lena, title="Plan", file=content, name=name
    )
    assert list(said) == ["file"]
    assert words in said["file"][0]
    assert not GroupDocument.objects.filter(title="Plan").exists()
    assert refused(library.replace_document, **changed(shelf, file=content, name=name)) == said
    assert StoredFile.objects.count() == before


def changed(shelf: Shelf, of: str = "group", **facts: Any) -> dict[str, Any]:
    return {"document_id": shelf.documents[of].pk, "by": shelf.group.lena, "at": NOW, **facts}


@pytest.mark.parametrize("name", ["plan.docx", "../../etc/plan.docx", "a\r\nb.docx", "C:\\x\\plan.DOCX"])
def test_the_bytes_lie_under_the_authority_and_an_id(shelf: Shelf, larkshire: Authority, name: str) -> None:
    document = shared(
        shelf.collaboration, shelf.group.lena, "Plan", file=archive("word/document.xml"), name=name
    )
    stored = document.versions.get().file
    authority, purpose, identifier = stored.storage_key.split("/")
    assert (authority, purpose, len(identifier)) == (str(larkshire.pk), "group_document", 36)
    assert stored.name.endswith(".docx")
    assert "plan" not in stored.name.lower()
    with default_storage.open(stored.storage_key) as content:
        assert content.read(2) == b"PK"


# --- adding and replacing -----------------------------------------------------------------------------------


def test_the_button_pressed_twice_is_one_document(shelf: Shelf) -> None:
    first, second = (shared(shelf.collaboration, shelf.group.lena, "Rota") for _ in range(2))
    assert first == second
    assert Entry.objects.filter(action="document_added", about_id=first.pk).count() == 1
    assert shared(shelf.collaboration, shelf.group.cara, "Rota") != first
    assert shared(shelf.collaboration, shelf.group.lena, "Rota", file=pdf("other")) != first


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 151}, "title"),
        ({"audience": "everybody"}, "audience"),
        ({"copyright_note": "x" * 301}, "copyright_note"),
        ({"review_on": TODAY}, "review_on"),
    ],
)
def test_facts_that_cannot_be(shelf: Shelf, facts: dict[str, Any], field: str) -> None:
    given = {"title": "Rota", **facts}
    assert list(refused(shared, collaboration=shelf.collaboration, by=shelf.group.lena, at=NOW, **given)) == [
        field
    ]
    document = shelf.documents["group"]
    now = {"title": document.title, "audience": "group", "copyright_note": "", "review_on": None}
    assert list(
        refused(library.change_document, **changed(shelf, seen=fingerprint_of(document), **{**now, **facts}))
    ) == [field]


def test_a_closed_group_takes_nothing_more(shelf: Shelf) -> None:
    Collaboration.objects.filter(pk=shelf.collaboration.pk).update(state="closed")
    assert refused(shared, collaboration=shelf.collaboration, by=shelf.group.lena) == {
        "": ["Riverside is closed."]
    }


def test_a_newer_version_stands_above_the_older_ones(shelf: Shelf) -> None:
    version = library.replace_document(**changed(shelf, file=pdf("second"), name="b.pdf"))
    assert [one.number for one in versions_of(shelf.documents["group"])] == [2, 1]
    assert (
        str(Entry.objects.latest("pk").sentence)
        == f"added version 2 of the document no. {version.document_id} to Riverside"
    )
    row = documents_seen(shelf.group.mo, on=TODAY).get(pk=version.document_id)
    assert (row.version, row.size) == (2, version.file.size)  # type: ignore[attr-defined]
    said = refused(library.replace_document, **changed(shelf, file=pdf("second"), name="b.pdf"))
    assert said == {"file": ["This is the same file as version 2. Choose the changed file."]}


# --- facts, owner, readers ----------------------------------------------------------------------------------


def test_whoever_looked_at_older_facts_does_not_undo_newer_ones(shelf: Shelf) -> None:
    document = shelf.documents["leaders"]
    seen = fingerprint_of(document)
    facts = {"title": "Budget talk", "copyright_note": "", "review_on": date(2027, 1, 1)}
    library.change_document(**changed(shelf, "leaders", seen=seen, audience="named", **facts))
    said = refused(library.change_document, **changed(shelf, "leaders", seen=seen, audience="group", **facts))
    assert "meanwhile" in said[""][0]
    document.refresh_from_db()
    assert document.audience == "named"
    before = Entry.objects.count()
    # Nothing differs: pressed twice
    library.change_document(**changed(shelf, "leaders", seen=seen, audience="named", **facts))
    assert Entry.objects.count() == before


def test_a_day_of_review_that_has_come_may_stay_while_the_title_changes(shelf: Shelf) -> None:
    GroupDocument.objects.filter(pk=shelf.documents["group"].pk).update(review_on=date(2026, 1, 1))
    document = GroupDocument.objects.get(pk=shelf.documents["group"].pk)
    facts = {"title": "New", "audience": "group", "copyright_note": "", "review_on": date(2026, 1, 1)}
    assert library.change_document(**changed(shelf, seen=fingerprint_of(document), **facts)).title == "New"


def test_the_owner_is_handed_over_within_the_group(shelf: Shelf, amina: User) -> None:
    facts = {"document_id": shelf.documents["named"].pk, "by": shelf.group.lena, "at": NOW}
    assert refused(library.hand_over_document, **facts, person=amina) == {
        "person": ["Amina Yusuf does not work at a member setting."]
    }
    assert library.hand_over_document(**facts, person=shelf.group.cara).owner == shelf.group.cara
    assert not documents_seen(shelf.group.lena, on=TODAY).filter(pk=shelf.documents["named"].pk).exists()


@pytest.mark.parametrize(
    ("who", "facts", "field"),
    [
        ("amina", {}, "person"),
        ("mo", {}, "person"),
        ("mo", {"starts_on": date(2020, 1, 1), "ends_on": date(2024, 9, 2)}, "person"),
        ("cara", {"ends_on": date(2026, 11, 1)}, "ends_on"),
    ],
)
def test_readers_that_cannot_be(
    shelf: Shelf, request: Any, who: str, facts: dict[str, Any], field: str
) -> None:
    person = getattr(shelf.group, who, None) or request.getfixturevalue(who)
    given = {"person": person, "starts_on": date(2026, 11, 1), "ends_on": None, **facts}
    assert list(refused(library.name_reader, **changed(shelf, "named", **given))) == [field]


def test_only_a_document_for_named_people_has_readers(shelf: Shelf) -> None:
    said = refused(
        library.name_reader, **changed(shelf, person=shelf.group.mo, starts_on=TODAY, ends_on=None)
    )
    assert "not for named people" in said[""][0]


def test_a_reader_may_be_named_again_after_an_end(shelf: Shelf) -> None:
    document, reader = shelf.documents["named"], DocumentReader.objects.get()
    facts = {"document_id": document.pk, "by": shelf.group.lena}
    end = {"kind": library.DOCUMENT_READER, "row": reader, "by": shelf.group.lena}
    assert list(refused(end_appointment, **end, ends_on=date(2020, 1, 1))) == ["ends_on"]
    for _ in range(2):  # twice is once
        end_appointment(**end, ends_on=TODAY)
    assert Entry.objects.filter(action="document_changed").count() == 2  # named, ended
    library.name_reader(**facts, person=shelf.group.mo, starts_on=TODAY, ends_on=None, at=NOW)
    assert [(one.starts_on, one.is_away) for one in readers_on(document, on=TODAY)] == [(TODAY, False)]  # type: ignore[attr-defined]


# --- removing, and what is due ------------------------------------------------------------------------------


def test_removed_and_brought_back(shelf: Shelf) -> None:
    document = shelf.documents["group"]
    for _ in range(2):  # twice is once
        library.remove_document(**changed(shelf))
    assert not documents_seen(shelf.group.lena, on=TODAY).filter(pk=document.pk).exists()
    assert (
        "removed this document"
        in refused(library.replace_document, **changed(shelf, file=pdf("b"), name="b.pdf"))[""][0]
    )
    for _ in range(2):
        library.restore_document(document_id=document.pk, by=shelf.group.lena)
    assert documents_seen(shelf.group.mo, on=TODAY).filter(pk=document.pk).exists()
    entries = Entry.objects.filter(
        about_id=document.pk, action__in=["document_removed", "document_restored"]
    ).order_by("pk")
    assert [one.action for one in entries] == ["document_removed", "document_restored"]


def test_what_is_due_is_shown_to_its_owner(shelf: Shelf) -> None:
    for number, (audience, document) in enumerate(shelf.documents.items()):
        GroupDocument.objects.filter(pk=document.pk).update(review_on=date(2026, 11, 20 + number))
        assert audience
    lena, mo = shelf.group.lena, shelf.group.mo
    assert [one.title for one in documents_to_review(lena, TODAY)] == ["Behaviour policy", "Budget talk"]
    assert not documents_to_review(mo, TODAY)
    library.remove_document(**changed(shelf))
    assert [one.title for one in documents_to_review(lena, TODAY)] == ["Budget talk"]


def test_a_document_nobody_is_named_for_is_the_owners(shelf: Shelf) -> None:
    alone = named(shelf.collaboration, shelf.group.mo, title="Notes")
    seen = [
        documents_seen(person, on=TODAY).filter(pk=alone.pk).exists()
        for person in (shelf.group.lena, shelf.group.mo)
    ]
    assert seen == [False, True]
