"""Two at once: one outcome each, in order, and a clear message for the other."""

from __future__ import annotations

import pytest

from accounts.models import Authority
from core.scoping import authority_scope
from library import services as library
from library.models import DocumentVersion, GroupDocument
from library.selectors import fingerprint_of
from tests.concurrency import at_once
from tests.factories.library import pdf, shared
from tests.library.conftest import NOW, Shelf

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_people_replace_a_document_at_once(shelf: Shelf, larkshire: Authority) -> None:
    number = shelf.documents["group"].pk
    people = (shelf.group.lena, shelf.group.cara)
    deeds = [
        lambda by=by: library.replace_document(
            document_id=number, file=pdf(str(by)), name="a.pdf", by=by, at=NOW
        )
        for by in people
    ]
    assert at_once(larkshire, deeds) == ["done", "done"]
    with authority_scope(larkshire):
        rows = DocumentVersion.objects.filter(document=number).order_by("number")
        assert [one.number for one in rows] == [1, 2, 3]
        assert {one.added_by_id for one in rows[1:]} == {one.pk for one in people}


def test_one_file_is_brought_twice_at_once(shelf: Shelf, larkshire: Authority) -> None:
    number, lena = shelf.documents["group"].pk, shelf.group.lena
    facts = {"document_id": number, "name": "a.pdf", "by": lena, "at": NOW}
    said = at_once(larkshire, [lambda: library.replace_document(**facts, file=pdf("new")) for _ in range(2)])
    assert said == ["This is the same file as version 2. Choose the changed file.", "done"]
    assert at_once(larkshire, [lambda: shared(shelf.collaboration, lena, "Rota") for _ in range(2)]) == [
        "done",
        "done",
    ]
    with authority_scope(larkshire):
        assert GroupDocument.objects.filter(title="Rota").count() == 1


def test_a_document_is_removed_while_somebody_opens_replaces_and_changes_it(
    shelf: Shelf, larkshire: Authority
) -> None:
    document, lena, cara = shelf.documents["group"], shelf.group.lena, shelf.group.cara
    with authority_scope(larkshire):
        version, seen = document.versions.get(), fingerprint_of(document)
    facts = {"title": "New", "audience": "leaders", "copyright_note": "", "review_on": None}
    said = at_once(
        larkshire,
        [
            lambda: library.remove_document(document_id=document.pk, by=lena, at=NOW),
            lambda: library.record_opening(version=version, by=cara, at=NOW),
            lambda: library.change_document(document_id=document.pk, seen=seen, **facts, by=cara, at=NOW),
        ],
    )
    assert said in (
        ["Somebody has removed this document meanwhile. Bring it back first.", "done", "done"],
        ["done"] * 3,
    )
    with authority_scope(larkshire):
        document.refresh_from_db()
        assert document.removed_at == NOW
        assert document.title == ("New" if said[0] == "done" else "Behaviour policy")
