"""The pack (G2): one PDF/UA with the papers inside or one ZIP, saying what the page says; a guest's own item
(G3).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import page as page_validation
import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.models import Authority, User
from accounts.selectors import token_of
from core.scoping import authority_scope
from documents.models import StoredFile
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.rules.pack import MAX_INSIDE
from meetings.selectors.guests import guest_by_id, invited_to
from meetings.services import agenda, guests, minutes, minutes_agreed, pack
from tests.factories.groups import Group
from tests.factories.meetings import action_of, held, item_on, meeting_on, paper_for
from tests.meetings.pages import NOW, Browse, address, meeting, now, text_of

__all__ = ["address", "meeting", "now"]
pytestmark = pytest.mark.django_db
STREAM = re.compile(rb"<<(?:(?!endobj).)*?>>\s*stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def inside(content: bytes) -> list[bytes]:
    """The streams of a PDF, unpacked: the files inside are among them, and their names."""
    found = []
    for stream in STREAM.findall(content):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            found.append(stream)
    return found


def failures(content: bytes, folder: Path) -> list[str]:
    path = folder / "pack.pdf"
    path.write_bytes(content)
    report = page_validation.validate_pdf(str(path), profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def words_of(html: str) -> str:
    """What a document says, without its markup."""
    html = re.sub(r"<style.*?</style>|<head.*?</head>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def body(answer: Any) -> bytes:
    assert answer.status_code == 200, answer.status_code
    return b"".join(answer.streaming_content)


@pytest.fixture
def full(larkshire: Authority, led: Group, meeting: Meeting) -> dict[str, Any]:
    """Two items, one with a guest and a paper of any letters, a paper for all, and an action left from
    before.
    """
    with authority_scope(larkshire):
        before = meeting_on(led.collaboration, date(2026, 11, 10), led.lena, title="Before")
        action_of(before, led.bluebells.provider, led.lena)
        first = item_on(meeting, led.lena, words="Two films & <three> words.", presented_by="Mo Siddiqui")
        second = item_on(meeting, led.lena, "Money", purpose="decision")
        of_item = paper_for(meeting, first, led.lena, "Ŵyn: two/three 👍", b"Twelve children.")
        of_all = paper_for(meeting, None, led.lena, "Plan of the hall", b"A door.")
        guest = guests.invite_guest(
            item=first, name="Gus Gale", email="gus@example.org", words="", by=led.lena, at=NOW
        )
        return {"first": first, "second": second, "papers": (of_item, of_all), "guest": guest}


def test_g2_the_pack_is_an_accessible_pdf_with_the_papers_inside(
    led: Group, full: dict[str, Any], address: str, browse: Browse, tmp_path: Path
) -> None:
    answer = browse(led.mo).get(f"{address}pack/")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "private, no-store")
    assert 'filename="2026-12-08 Autumn meeting.pdf"' in answer["Content-Disposition"]
    content = body(answer)
    assert failures(content, tmp_path) == []
    assert b"Twelve children." in inside(content)
    assert b"A door." in inside(content)


def test_g2_page_and_pdf_say_the_same(
    larkshire: Authority, led: Group, meeting: Meeting, full: dict[str, Any], address: str, browse: Browse
) -> None:
    page = words_of(browse(led.mo).get(address).content.decode())
    with authority_scope(larkshire):
        said = words_of(pack.pack_html(pack.pack_of_meeting(Meeting.objects.get(pk=meeting.pk))))
    for words in (
        "8 December 2026",
        "Acorns, Mill Road",
        "Settling in",
        "4pm, 20 minutes · To talk about something · Mo Siddiqui",
        "Two films & <three> words.",
        "Ŵyn: two/three 👍",
        "Guest for this item: Gus Gale",
        "Money",
        "4:20pm, 20 minutes · To decide something",
        "Plan of the hall",
        "Still to be done from earlier meetings",
        "Buy a shared store",
    ):
        assert words in page, words
        assert words in said, words
    places = [said.index(title) for title in ("Settling in", "Money", "Plan of the hall")]
    assert places == sorted(places)


def test_g2_the_zip_holds_agenda_papers_and_minutes_once_the_members_have_them(
    larkshire: Authority,
    led: Group,
    meeting: Meeting,
    full: dict[str, Any],
    address: str,
    browse: Browse,
    time_machine: Any,
) -> None:
    def names() -> list[str]:
        with zipfile.ZipFile(io.BytesIO(body(browse(led.mo).get(f"{address}pack/zip/")))) as archive:
            assert archive.testzip() is None
            assert archive.read("00 Agenda.pdf").startswith(b"%PDF-")
            assert archive.read("00-1 Plan of the hall.txt") == b"A door."
            assert archive.read("01-1 Ŵyn two-three 👍.txt") == b"Twelve children."
            return archive.namelist()

    agenda_and_papers = ["00 Agenda.pdf", "00-1 Plan of the hall.txt", "01-1 Ŵyn two-three 👍.txt"]
    assert names() == agenda_and_papers
    time_machine.move_to(meeting.ends + timedelta(hours=1), tick=False)
    with authority_scope(larkshire):
        held(
            meeting, {led.acorns: Mark.PRESENT, led.bluebells: Mark.PRESENT, led.caras: Mark.ABSENT}, led.lena
        )
        typed = [minutes.Typed(full["first"].pk, "We liked the films.", 0, True)]
        minutes.write_minutes(
            meeting_id=meeting.pk, typed=typed, reached={}, page="p", by=led.lena, at=timezone.now()
        )
    assert names() == agenda_and_papers, "a draft is nobody else's"
    with authority_scope(larkshire):
        minutes_agreed.send_minutes(meeting_id=meeting.pk, by=led.lena, at=timezone.now())
        said = words_of(pack.pack_html(pack.pack_of_meeting(Meeting.objects.get(pk=meeting.pk))))
    assert "We liked the films." in said
    assert names() == [*agenda_and_papers, "99 Autumn meeting, 8 December 2026 minutes.pdf"]


def test_g2_the_pack_is_never_behind_what_was_sent(
    larkshire: Authority, led: Group, meeting: Meeting, full: dict[str, Any]
) -> None:
    def said() -> str:
        with authority_scope(larkshire):
            return words_of(pack.pack_html(pack.pack_of_meeting(Meeting.objects.get(pk=meeting.pk))))

    assert "Agenda and papers sent" not in said()
    with authority_scope(larkshire):
        agenda.send_papers(meeting_id=meeting.pk, by=led.lena, at=NOW)
    assert "Agenda and papers sent 10 November 2026" in said()
    assert "Something has changed since" not in said()
    with authority_scope(larkshire):
        agenda.remove_paper(paper_id=full["papers"][1].pk, by=led.lena, at=NOW)
    assert "Something has changed since" in said()
    assert "Plan of the hall" not in said()


def test_g2_papers_that_are_too_big_come_in_the_zip_alone(
    larkshire: Authority, led: Group, full: dict[str, Any], address: str, browse: Browse
) -> None:
    with authority_scope(larkshire):
        StoredFile.objects.filter(pk=full["papers"][0].file_id).update(size=MAX_INSIDE + 1)
    content = body(browse(led.mo).get(f"{address}pack/"))
    assert b"A door." not in inside(content)
    assert body(browse(led.mo).get(f"{address}pack/zip/"))


def test_g2_a_paper_that_is_gone_is_said_and_nothing_half_is_sent(
    larkshire: Authority, led: Group, full: dict[str, Any], address: str, browse: Browse
) -> None:
    with authority_scope(larkshire):
        default_storage.delete(full["papers"][1].file.storage_key)
    for rest in ("pack/", "pack/zip/"):
        answer = browse(led.mo).get(f"{address}{rest}")
        assert answer.status_code == 503
        assert "The paper “Plan of the hall” cannot be read at the moment." in text_of(answer)


def test_g2_who_does_not_see_the_group_gets_no_pack(
    led: Group, full: dict[str, Any], address: str, browse: Browse, sam: User, otto: User
) -> None:
    for person in (sam, otto):
        for rest in ("pack/", "pack/zip/"):
            assert browse(person).get(f"{address}{rest}").status_code == 404
    assert f"{address}pack/zip/" in text_of(browse(led.mo).get(address))


def test_g3_a_guests_pack_holds_the_own_item_and_nothing_of_the_rest(
    larkshire: Authority, led: Group, meeting: Meeting, full: dict[str, Any], browse: Browse, tmp_path: Path
) -> None:
    with authority_scope(larkshire):
        token = token_of({row.pk: link for row, link in invited_to(meeting)}[full["guest"].pk])
    page = f"/larkshire/meetings/guest/{token}/"
    client = browse(None)
    assert f"{page}pack/" in text_of(client.get(page))
    content = body(client.get(f"{page}pack/"))
    assert failures(content, tmp_path) == []
    assert b"Twelve children." in inside(content)
    assert b"A door." not in inside(content)
    with authority_scope(larkshire):
        guest = guest_by_id(full["guest"].pk)
        assert guest is not None
        said = words_of(pack.pack_html(pack.pack_of_item(guest.item)))
    assert "Settling in" in said
    assert "4pm, 20 minutes" in said
    for words in ("Money", "Plan of the hall", "Buy a shared store", "Gus Gale", "Autumn meeting", "Lena"):
        assert words not in said, words
    with authority_scope(larkshire):
        guests.withdraw_guest(guest=full["guest"], by=led.lena, at=NOW)
    assert client.get(f"{page}pack/").status_code == 404
