"""The pages of an agenda (G1) and its papers (G2), as leader and member meet them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from meetings.models.agenda import AgendaItem, Paper, PapersSent
from meetings.models.planning import Meeting
from tests.factories.groups import Group
from tests.factories.meetings import item_on, paper_for
from tests.meetings.pages import Browse, address, errors_of, meeting, now, text_of
from tests.outbox import deliver

__all__ = ["address", "meeting", "now"]
pytestmark = pytest.mark.django_db
ITEM = {"title": "Settling in", "purpose": "discussion", "minutes": "20"}


def upload(name: str = "figures.txt", words: bytes = b"Twelve.") -> dict[str, Any]:
    return {"title": "Figures", "file": SimpleUploadedFile(name, words)}


def test_g1_a_member_proposes_and_the_leader_answers(
    larkshire: Authority, led: Group, address: str, browse: Browse, mailoutbox: list[Any]
) -> None:
    lena, mo = browse(led.lena), browse(led.mo)
    propose = f"{address}propose/{led.bluebells.pk}/"
    assert "You can propose items once the agenda is open." in text_of(mo.get(address))
    lena.post(f"{address}open-agenda/")
    assert propose in text_of(mo.get(address))
    assert mo.post(propose, ITEM).status_code == 302
    assert mo.post(f"{address}propose/{led.acorns.pk}/", ITEM).status_code == 404
    assert "Settling in" in text_of(mo.get(address))
    assert "Settling in" not in text_of(browse(led.cara).get(address))  # not on the agenda yet
    with authority_scope(larkshire):
        item = AgendaItem.objects.get()
    refused = errors_of(lena.post(f"{address}items/{item.pk}/answer/", {"takes_it": "no"}))
    assert refused == {"answer": ["Say why not this time, or what you suggest instead."]}
    mailoutbox.clear()
    assert lena.post(f"{address}items/{item.pk}/answer/", {"takes_it": "yes"}).status_code == 302
    with authority_scope(larkshire):
        deliver()
    assert [mail.to[0] for mail in mailoutbox if "Settling in" in mail.subject + mail.body] == [
        "mo@larkshire.example"
    ]
    assert "Settling in" in text_of(browse(led.cara).get(address))


def test_g1_after_the_last_day_nobody_proposes(
    larkshire: Authority, led: Group, address: str, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    browse(led.lena).post(f"{address}open-agenda/")
    time_machine.move_to(datetime(2026, 12, 8, 9), tick=False)
    mo = browse(led.mo)
    assert f"propose/{led.bluebells.pk}/" not in text_of(mo.get(address))
    assert "Items could be proposed until 30 November 2026." in text_of(mo.get(address))
    assert errors_of(mo.post(f"{address}propose/{led.bluebells.pk}/", ITEM))


def test_items_are_moved_changed_and_taken_off(
    larkshire: Authority, led: Group, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)
    for title in ("First", "Second"):
        lena.post(f"{address}items/add/", {**ITEM, "title": title})
    with authority_scope(larkshire):
        first, second = AgendaItem.objects.order_by("position")
    lena.post(f"{address}items/{second.pk}/before/{first.pk}/")
    with authority_scope(larkshire):
        assert [item.title for item in AgendaItem.objects.order_by("position")] == ["Second", "First"]
    seen = lena.get(f"{address}items/{first.pk}/change/").context["form"]["seen"].value()
    for title, status in (("Firstly", 302), ("At first", 200)):  # the second one read an older text
        answer = lena.post(f"{address}items/{first.pk}/change/", {**ITEM, "title": title, "seen": seen})
        assert ("What it says now" in text_of(answer)) is (status == 200)
        assert answer.status_code == status, title
    assert lena.post(f"{address}items/{first.pk}/remove/").status_code == 302
    assert lena.post(f"{address}items/{first.pk}/remove/").status_code == 404
    assert "Firstly" not in text_of(lena.get(address))


def test_an_item_is_taken_off_once_its_papers_and_guests_are_taken_away(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    with authority_scope(larkshire):
        item = item_on(meeting, led.lena)
        paper = paper_for(meeting, item, led.lena)
    lena = browse(led.lena)
    assert "Take them away first" in text_of(lena.post(f"{address}items/{item.pk}/remove/"))
    lena.post(f"{address}papers/{paper.pk}/remove/")
    assert lena.post(f"{address}items/{item.pk}/remove/").status_code == 302
    with authority_scope(larkshire):
        assert not AgendaItem.objects.exists()
        assert Paper.objects.get().item is None  # what was handed in once stays on record


def test_g2_papers_are_added_opened_replaced_and_taken_away(
    larkshire: Authority, led: Group, address: str, browse: Browse, elsewhere: Collaboration, sam: User
) -> None:
    lena, mo = browse(led.lena), browse(led.mo)
    assert "is at version" not in text_of(
        lena.get(f"{address}papers/add/")
    )  # as a document of the library is
    assert errors_of(lena.post(f"{address}papers/add/", {"title": "Figures"})) == {
        "file": ["Choose the file"]
    }
    assert "file" in errors_of(lena.post(f"{address}papers/add/", upload("figures.exe", b"MZ")))
    assert lena.post(f"{address}papers/add/", upload()).status_code == 302
    with authority_scope(larkshire):
        paper = Paper.objects.get()
    opened = mo.get(f"{address}papers/{paper.pk}/")
    assert b"".join(opened.streaming_content) == b"Twelve."  # type: ignore[attr-defined]
    assert "attachment" in opened["Content-Disposition"]
    assert browse(sam).get(f"{address}papers/{paper.pk}/").status_code == 404
    assert mo.get(f"{address}papers/{paper.pk}/replace/").status_code == 403
    assert "version" not in text_of(lena.get(f"{address}papers/add/"))
    replacing = text_of(lena.get(f"{address}papers/{paper.pk}/replace/"))
    assert f"The new file comes in the place of “{paper.title}”." in replacing
    assert lena.post(f"{address}papers/{paper.pk}/replace/", upload(words=b"Thirteen.")).status_code == 302
    assert mo.get(f"{address}papers/{paper.pk}/").status_code == 404
    with authority_scope(larkshire):
        later = Paper.objects.get(removed_at=None)
    lena.post(f"{address}papers/{later.pk}/remove/")
    assert mo.get(f"{address}papers/{later.pk}/").status_code == 404


def test_g2_a_second_sending_says_only_what_changed_and_late_ones_go_all_the_same(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse, mailoutbox: list[Any],
    time_machine: TimeMachineFixture,
) -> None:  # fmt: skip
    lena = browse(led.lena)
    assert "Put at least one item" in text_of(lena.post(f"{address}papers/send/"))
    lena.post(f"{address}items/add/", ITEM)
    with authority_scope(larkshire):
        deliver()
    mailoutbox.clear()
    time_machine.move_to(datetime(2026, 12, 7, 9), tick=False)
    lena = browse(led.lena)
    assert "Settling in" in text_of(lena.get(f"{address}papers/send/"))
    sent = lena.post(f"{address}papers/send/", follow=True)
    assert "The agenda and the papers are sent." in text_of(sent)
    with authority_scope(larkshire):
        deliver()
    assert {mail.to[0].split("@")[0] for mail in mailoutbox} == {"lena", "mo", "cara"}
    with authority_scope(larkshire):
        late = PapersSent.objects.get().days_late
    assert (f"Late by {late} days" in text_of(sent)) == (late > 1)
    again = lena.post(f"{address}papers/send/", follow=True)
    assert "Nothing has changed since the papers were sent." in text_of(again)
    lena.post(f"{address}items/add/", {**ITEM, "title": "Money"})
    asked = text_of(lena.get(f"{address}papers/send/"))
    assert "New item: Money" in asked
    assert "Settling in" not in asked
    mailoutbox.clear()
    lena.post(f"{address}papers/send/")
    with authority_scope(larkshire):
        deliver()
    body = next(mail.body for mail in mailoutbox if "mo@" in mail.to[0])
    assert "New item: Money" in body
    assert "Settling in" not in body
