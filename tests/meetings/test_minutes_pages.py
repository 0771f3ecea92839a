"""The pages of minutes, as who writes them and who reads them meet them (G5, G8)."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core import kept_forms
from core import pdf as core_pdf
from core.saving import edition_of
from core.scoping import authority_scope
from documents.models import StoredFile
from meetings.models.agenda import AgendaItem
from meetings.models.minutes import Decision, ItemMinutes, Minutes, MinutesCorrection
from meetings.models.planning import Meeting
from meetings.models.safeguarding import ConcernRoutesGiven
from meetings.pdf import MINUTES_TEMPLATE, minutes_context
from meetings.rules.attendance import Mark
from meetings.selectors import minutes as selectors
from meetings.services import minutes_agreed
from tests.factories.groups import Group
from tests.factories.meetings import held, item_on, meeting_on, sent, written
from tests.meetings.pages import Browse, base_of, errors_of, text_of
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-10T17:30:00+00:00")
DAY = date(2026, 11, 10)
LATER = DAY + timedelta(days=42)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def meeting(larkshire: Authority, led: Group) -> Meeting:
    with authority_scope(larkshire):
        meeting = meeting_on(led.collaboration, DAY, led.lena, at=NOW - timedelta(days=30))
        item_on(meeting, led.lena)
        item_on(meeting, led.lena, "Money")
        return held(meeting, {led.acorns: Mark.PRESENT, led.bluebells: Mark.APOLOGIES}, led.lena, at=NOW)


@pytest.fixture
def address(led: Group, meeting: Meeting) -> str:
    return f"{base_of(led)}{meeting.pk}/"


def ids_of(larkshire: Authority, meeting: Meeting) -> list[int]:
    with authority_scope(larkshire):
        rows = AgendaItem.objects.filter(meeting=meeting).order_by("position")
        return list(rows.values_list("pk", flat=True))


def form_of(number: int, words: str, edition: int = 0, was: str = "", page: str = "a") -> dict[str, str]:
    return {
        f"words_{number}": words,
        f"edition_{number}": str(edition),
        f"was_{number}": edition_of(was),
        "page": page,
    }


def stands(larkshire: Authority) -> dict[int, str]:
    with authority_scope(larkshire):
        return {row.item_id or 0: row.words for row in ItemMinutes.objects.all()}


def test_g5_minutes_from_the_meetings_page_to_the_members(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse, mailoutbox: list[Any]
) -> None:
    first, second = ids_of(larkshire, meeting)
    lena, mo = browse(led.lena), browse(led.mo)
    assert f"{address}minutes/write/" in text_of(lena.get(address))
    assert "minutes/write/" not in text_of(mo.get(address))
    page = text_of(lena.get(f"{address}minutes/write/"))
    assert "1. Settling in" in page
    assert "Name no child" in page
    typed = {**form_of(first, "We talked of keys."), **form_of(second, "Enough.")}
    saved = lena.post(f"{address}minutes/write/", {**typed, "then": f"decision-{first}"})
    assert saved["Location"] == f"{address}minutes/items/{first}/decide/"
    assert stands(larkshire) == {first: "We talked of keys.", second: "Enough."}
    assert errors_of(lena.post(saved["Location"], {"words": " "})) == {"words": ["Enter what was decided"]}
    decided = lena.post(saved["Location"], {"words": "Two keys for each setting."})
    assert decided["Location"] == f"{address}minutes/write/#item-{first}"
    assert "Two keys for each setting." in text_of(lena.get(f"{address}minutes/write/"))
    draft = text_of(lena.get(f"{address}minutes/"))
    assert "This is a draft." in draft
    assert "Two keys" in draft
    for path in ("minutes/", "minutes/print/", "minutes/pdf/"):  # no member sees a draft
        assert mo.get(f"{address}{path}").status_code == 404, path
    assert "Read the minutes of this meeting" not in text_of(mo.get(address))
    with authority_scope(larkshire):
        deliver()
    mailoutbox.clear()
    assert lena.post(f"{address}minutes/send/").status_code == 302
    with authority_scope(larkshire):
        deliver()
    assert len(mailoutbox) == 3
    read = text_of(mo.get(f"{address}minutes/"))
    assert "We talked of keys." in read
    assert "Bluebells" in read
    assert "Two keys" in text_of(mo.get(f"{address}minutes/print/"))
    assert "minutes/write/" not in read


def test_g5_autosave_answers_with_the_edition_and_who_else_wrote(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse, amina: User
) -> None:
    first, _second = ids_of(larkshire, meeting)
    lena, officer = browse(led.lena), browse(amina)
    url, part = f"{address}minutes/write/", {"HX-Request": "true"}
    answer = lena.post(url, form_of(first, "Lena's words."), headers=part)
    assert f'id="edition_{first}" value="1" hx-swap-oob="true"' in text_of(answer)
    assert "Saved at 5:30pm" in text_of(answer)
    assert json.loads(answer["HX-Trigger"]) == {"draft-saved": {"but": []}}
    clash = officer.post(url, form_of(first, "Amina's words.", page="b"), headers=part)
    assert json.loads(clash["HX-Trigger"]) == {"draft-saved": {"but": [f"words_{first}"]}}
    other = text_of(clash)
    assert "Press Save to see both texts." in other
    assert "Lena Hartley has written here too" in other
    untouched = text_of(officer.post(url, form_of(first, "", page="b"), headers=part))
    assert "Load the page again to see it." in untouched
    assert stands(larkshire) == {first: "Lena's words."}
    long = lena.post(url, form_of(first, "x" * 10_001, 1), headers=part)
    assert "too long" in text_of(long)
    assert "HX-Trigger" not in long  # it stays on the device


def test_g5_of_two_who_write_the_second_sees_both_texts_and_nothing_is_lost(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse, amina: User
) -> None:
    first, second = ids_of(larkshire, meeting)
    lena, officer, url = browse(led.lena), browse(amina), f"{address}minutes/write/"
    lena.post(url, form_of(first, "Lena's words."))
    both = officer.post(
        url, {**form_of(first, "Amina's words.", page="b"), **form_of(second, "On money.", page="b")}
    )
    assert both.status_code == 200
    page = text_of(both)
    assert "What Lena Hartley wrote" in page
    for words in ("Lena's", "Amina's words."):
        assert words.replace("'", "&#x27;") in page
    assert stands(larkshire) == {first: "Lena's words.", second: "On money."}
    again = officer.post(url, {**form_of(first, "Both.", 1, page="b"), f"was_{first}": ""})
    assert again.status_code == 302
    assert stands(larkshire)[first] == "Both."
    assert 'data-leaves-page="b"' in page
    assert 'data-saved-page="b"' in text_of(officer.get(again["Location"]))
    assert lena.post(url, form_of(first, "Lena's words, and more.", 1)).status_code == 200


def test_not_reached_is_said_on_the_page(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    _first, second = ids_of(larkshire, meeting)
    lena, url = browse(led.lena), f"{address}minutes/write/"
    sent_form = {**form_of(0, "We met."), **form_of(second, "")}
    lena.post(url, {**sent_form, f"shows_reached_{second}": "yes", f"not_reached_{second}": "on"})
    assert "Not reached." in text_of(lena.get(f"{address}minutes/"))
    lena.post(url, {**sent_form, f"shows_reached_{second}": "yes"})  # an older page leaves it alone
    with authority_scope(larkshire):
        assert not AgendaItem.objects.get(pk=second).was_reached
    lena.post(url, {**sent_form, f"shows_reached_{second}": "no"})
    with authority_scope(larkshire):
        assert AgendaItem.objects.get(pk=second).was_reached


def test_minutes_are_not_written_before_the_day(larkshire: Authority, led: Group, browse: Browse) -> None:
    with authority_scope(larkshire):
        ahead = meeting_on(led.collaboration, LATER, led.lena)
    lena, address = browse(led.lena), f"{base_of(led)}{ahead.pk}/"
    assert "minutes/write/" not in text_of(lena.get(address))
    told = lena.get(f"{address}minutes/write/", follow=True)
    assert "Minutes are written from the day of the meeting on." in text_of(told)
    assert errors_of(lena.post(f"{address}minutes/write/", form_of(0, "Words")))


def test_decisions_are_changed_and_taken_out(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)
    lena.post(f"{address}minutes/items/0/decide/", {"words": "We share the store."})
    with authority_scope(larkshire):
        row = Decision.objects.get()
    base = f"{address}minutes/decisions/{row.pk}/"
    seen = lena.get(f"{base}change/").context["form"]["seen"].value()
    for words, status in (("For a year.", 302), ("For two.", 200)):  # the second one read an older text
        assert lena.post(f"{base}change/", {"words": words, "seen": seen}).status_code == status
    assert "For a year." in text_of(lena.get(f"{base}remove/"))
    assert lena.post(f"{base}remove/").status_code == 302
    assert lena.post(f"{base}remove/").status_code == 404
    assert lena.get(f"{address}minutes/items/999999/decide/").status_code == 404


def test_g5_a_member_corrects_and_the_leader_answers(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    with authority_scope(larkshire):
        sent(meeting, led.lena)
    first, _second = ids_of(larkshire, meeting)
    lena, mo, correct = browse(led.lena), browse(led.mo), f"{address}minutes/correct/{led.bluebells.pk}/"
    assert correct in text_of(mo.get(f"{address}minutes/"))
    assert errors_of(mo.post(correct, {})) == {"words": ["Enter the correction"]}
    assert mo.post(correct, {"item": first, "words": "It was twelve."}).status_code == 302
    assert mo.post(f"{address}minutes/correct/{led.acorns.pk}/", {"words": "x"}).status_code == 404
    assert "It was twelve." in text_of(mo.get(f"{address}minutes/"))
    assert "It was twelve." not in text_of(browse(led.cara).get(f"{address}minutes/"))
    with authority_scope(larkshire):
        row = MinutesCorrection.objects.get()
    answer = f"{address}minutes/corrections/{row.pk}/answer/"
    assert "1 correction waits for your answer" in text_of(lena.get(f"{address}minutes/write/"))
    assert mo.get(answer).status_code == 403
    assert errors_of(lena.post(answer, {"takes_it": "no"})) == {"answer": ["Say why you do not take it."]}
    taken = lena.post(answer, {"takes_it": "yes"})
    assert taken["Location"] == f"{address}minutes/write/#item-{first}"
    lena.post(f"{address}minutes/write/", form_of(0, "We met, twelve of us.", 1, was="We met."))
    unsent = text_of(lena.get(f"{address}minutes/"))
    assert "The members have not been sent these changes yet:" in unsent
    assert "twelve of us" not in text_of(mo.get(f"{address}minutes/"))
    assert "Anything else: the text has changed" in text_of(lena.get(f"{address}minutes/send/"))
    lena.post(f"{address}minutes/send/")
    read = text_of(mo.get(f"{address}minutes/"))
    assert "twelve of us" in read
    assert "What changed since the minutes were sent before:" in read


def test_g5_a_later_meeting_agrees_them_and_both_lead_to_each_other(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse,
    time_machine: TimeMachineFixture, mailoutbox: list[Any],
) -> None:  # fmt: skip
    with authority_scope(larkshire):
        later = meeting_on(led.collaboration, LATER, led.lena)
        sent(meeting, led.lena)
    at_later, agree = f"{base_of(led)}{later.pk}/", f"{base_of(led)}{later.pk}/agree/{meeting.pk}/"
    warned = text_of(browse(led.lena).get(at_later))
    assert "The minutes of 10 November 2026 have not been agreed yet." in warned
    assert agree not in warned
    time_machine.move_to(NOW + timedelta(days=42), tick=False)
    lena, mo = browse(led.lena), browse(led.mo)
    assert agree in text_of(lena.get(at_later))
    assert agree not in text_of(mo.get(at_later))
    mo.post(f"{address}minutes/correct/{led.bluebells.pk}/", {"words": "Nine, not ten."})
    first = text_of(lena.get(agree))
    assert f'href="{address}minutes/#corrections"> 1 correction waits for your answer' in first
    with authority_scope(larkshire):
        correction = MinutesCorrection.objects.get()
    lena.post(f"{address}minutes/corrections/{correction.pk}/answer/", {"takes_it": "no", "answer": "Ten."})
    assert "waits for your answer" not in text_of(lena.get(agree))
    assert errors_of(lena.post(agree, {"agreement": "with_changes"})) == {
        "changes": ["Enter the changes that the meeting made."]
    }
    assert lena.post(agree, {"agreement": "as_sent"}).status_code == 302
    assert "have not been agreed" not in text_of(lena.get(at_later))
    read = text_of(mo.get(f"{address}minutes/"))
    assert "Agreed by the meeting on 22 December 2026, as they were sent." in read
    assert at_later in read
    assert lena.get(f"{address}minutes/write/")["Location"] == f"{address}minutes/"
    assert errors_of(lena.post(f"{address}minutes/write/", form_of(0, "Other", 1)))
    lena.post(f"{at_later}minutes/write/", form_of(0, "We met again."))
    assert "The minutes of 10 November 2026 were agreed as they were sent." in text_of(
        lena.get(f"{at_later}minutes/")
    )
    with authority_scope(larkshire):
        deliver()
    mailoutbox.clear()
    assert mo.get(f"{address}minutes/amend/").status_code == 403
    assert lena.post(f"{address}minutes/amend/", {"words": "It was a Tuesday."}).status_code == 302
    with authority_scope(larkshire):
        deliver()
    assert len(mailoutbox) == 3
    assert "It was a Tuesday." in text_of(mo.get(f"{address}minutes/"))


def test_the_pdf_says_what_the_page_says(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    with authority_scope(larkshire):
        sent(meeting, led.lena, "Twelve came, <b>all</b> of them.")
    mo = browse(led.mo)
    answer = mo.get(f"{address}minutes/pdf/")
    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]
    assert b"".join(mo.get(f"{address}minutes/pdf/").streaming_content)  # type: ignore[attr-defined]
    with authority_scope(larkshire):
        [file] = StoredFile.objects.filter(purpose="minutes")
        document = selectors.document_of(meeting)
        assert document is not None
        body = render_to_string("meetings/minutes/document_body.html", {"document": document})
        paper = core_pdf.document_html(MINUTES_TEMPLATE, minutes_context(document), authority=larkshire)
    assert file.name == "Riverside, Autumn meeting, 10 November 2026 minutes.pdf"
    assert "Twelve came, &lt;b&gt;all&lt;/b&gt; of them." in body
    for page in (
        paper,
        *(mo.get(f"{address}{path}").content.decode() for path in ("minutes/", "minutes/print/")),
    ):
        assert " ".join(body.split()) in " ".join(page.split())


def test_minutes_do_not_exist_for_others(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse, otto: User,
    elsewhere: Collaboration, sam: User,
) -> None:  # fmt: skip
    with authority_scope(larkshire):
        sent(meeting, led.lena, "Twelve came.")
    for person in (sam, otto):
        for path in ("minutes/", "minutes/write/", "minutes/pdf/", "minutes/print/", "concern/"):
            assert browse(person).get(f"{address}{path}").status_code == 404, (person, path)
        assert browse(person).get(f"{base_of(led)}minutes/").status_code == 404
    other = f"/larkshire/collaborations/{elsewhere.pk}/meetings/{meeting.pk}/minutes/"
    assert browse(sam).get(other).status_code == 404  # of his own group, another's meeting


def test_the_list_names_drafts_to_those_who_run_the_group_alone(
    larkshire: Authority, led: Group, meeting: Meeting, browse: Browse, amina: User
) -> None:
    with authority_scope(larkshire):
        written(meeting, led.lena)
    url = f"{base_of(led)}minutes/"
    for person, sees in ((led.lena, True), (amina, True), (led.mo, False)):
        assert ("10 November 2026" in text_of(browse(person).get(url))) is sees, person
    with authority_scope(larkshire):
        minutes_agreed.send_minutes(meeting_id=meeting.pk, by=led.lena, at=NOW)
    assert "With the members" in text_of(browse(led.mo).get(url))
    assert "Riverside" in text_of(browse(amina).get("/larkshire/collaborations/meetings/minutes/"))


def test_g8_routes_are_shown_and_recorded_without_a_word_and_stand_in_no_minutes(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    with authority_scope(larkshire):
        sent(meeting, led.lena)
    lena, mo, url = browse(led.lena), browse(led.mo), f"{address}concern/"
    page = lena.get(url)
    assert "Write nothing about a child" in text_of(page)
    assert "<textarea" not in page.content.decode()
    assert mo.get(url).status_code == 403
    assert set(errors_of(lena.post(url, {"routes": ["What happened was"], "is_confirmed": "on"}))) == {
        "routes"
    }
    assert set(errors_of(lena.post(url, {}))) == {"routes", "is_confirmed"}
    facts = {"routes": ["emergency"], "is_confirmed": "on", "words": "What happened was"}
    assert lena.post(url, facts).status_code == 302
    assert lena.post(url, facts).status_code == 302
    with authority_scope(larkshire):
        row = ConcernRoutesGiven.objects.get()
    assert (row.routes, row.confirmed_by_id, row.at) == (["emergency"], led.lena.pk, NOW)
    assert "Lena Hartley" in text_of(lena.get(url))
    read = text_of(mo.get(f"{address}minutes/")) + text_of(mo.get(f"{address}minutes/print/"))
    assert "999, where a child" not in read
    assert "child’s safety" not in read


def test_a_form_of_an_ended_session_comes_back(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    """The text that was typed is kept for an hour on the server and stands in its box again (F14)."""
    lena, url = browse(led.lena), f"{address}minutes/write/"
    first, _second = ids_of(larkshire, meeting)
    typed = {**form_of(first, "We talked of keys."), kept_forms.MARK: kept_forms.mark_of(led.lena)}
    lena.logout()
    sent_form = lena.post(url, typed, headers={"Referer": f"http://testserver{url}"})
    assert "/accounts/login/" in sent_form["Location"]
    lena.force_login(led.lena)
    page = text_of(lena.get(url))
    assert "We talked of keys." in page
    with authority_scope(larkshire):
        assert not Minutes.objects.exists()


def test_pages_of_minutes_ask_few_questions(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    with authority_scope(larkshire):
        sent(meeting, led.lena)
    lena, mo = browse(led.lena), browse(led.mo)
    for client, path in ((lena, "minutes/"), (mo, "minutes/"), (lena, "minutes/write/"), (lena, "")):
        client.get(f"{address}{path}")
        with django_assert_max_num_queries(30):
            client.get(f"{address}{path}")
