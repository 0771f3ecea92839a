"""W4: a version as a PDF: made once, kept for ever when adopted, opened
by those who may; all of an authority as one file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from collaborations.models import Collaboration
from core import pdf
from core.scoping import authority_scope
from documents.models import Job, OutboxMessage, StoredFile
from documents.rules import State
from documents.services import jobs
from tests.concurrency import at_once
from tests.factories.groups import Group
from tests.factories.printing import adopted, written
from tests.staging import staged
from ways_of_working.models import WaysOfWorking
from ways_of_working.services import printing

Browse = Callable[..., Client]
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)


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
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was drawn; a document is drawn as a few bytes, and one about "Broken" cannot be."""
    found: list[str] = []

    def draw(html: str) -> bytes:
        found.append(html)
        if "Broken" in html:
            raise ZeroDivisionError
        return b"%PDF-1.7 " + str(len(found)).encode()

    monkeypatch.setattr(pdf, "render", draw)
    return found


@staged
def ways(larkshire: Authority, led: Group) -> WaysOfWorking:
    with authority_scope(larkshire):
        return adopted(led.collaboration, led.lena)


def page_of(group: Group, rest: str = "") -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/ways-of-working/{rest}"


def content_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def sentences(*actions: Action) -> list[str]:
    return [one.sentence for one in Entry.objects.filter(action__in=actions).order_by("pk")]


# --- one version --------------------------------------------------------------------------------------------


def test_w4_asked_for_made_and_opened(
    larkshire: Authority, led: Group, ways: WaysOfWorking, drawn: list[str], browse: Browse,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:  # fmt: skip
    client, where = browse(led.mo), page_of(led, "1/pdf/")
    assert "It takes a few seconds." in client.get(where).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(where)
    with authority_scope(larkshire):
        job = Job.objects.get()
        assert (job.state, job.message) == (State.DONE, "The document is ready.")
    assert f'href="{where}"' in client.get(f"/larkshire/files/jobs/{job.pk}/").content.decode()
    answer = client.get(where)
    assert content_of(answer) == b"%PDF-1.7 1"
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert 'filename="Riverside, ways of working, version 1.pdf"' in answer["Content-Disposition"]
    with authority_scope(larkshire):
        assert sentences(Action.TERMS_PRINTED, Action.FILE_OPENED) == [
            "asked for ways of working as PDF: 1",
            "opened the file Riverside, ways of working, version 1.pdf",
        ]


def test_w4_pressed_twice_it_is_one_job(larkshire: Authority, ways: WaysOfWorking, led: Group) -> None:
    with authority_scope(larkshire):
        assert len({printing.ask_for_print(ways=ways, by=led.mo, at=AT).pk for _ in range(2)}) == 1
        assert OutboxMessage.objects.count() == Entry.objects.filter(action=Action.TERMS_PRINTED).count() == 1


def test_w4_an_adopted_version_is_the_same_document_for_ever(
    larkshire: Authority, ways: WaysOfWorking, drawn: list[str]
) -> None:
    with authority_scope(larkshire):
        first = printing.keep_print(ways_id=ways.pk, at=AT)
        Collaboration.objects.filter(pk=ways.collaboration_id).update(name="Renamed")
        Authority.objects.filter(pk=larkshire.pk).update(brand_colour="#912b88")
        WaysOfWorking.objects.filter(pk=ways.pk).update(state="superseded", superseded_on=date(2026, 11, 20))
        assert printing.keep_print(ways_id=ways.pk, at=AT) == first
        assert WaysOfWorking.objects.get(pk=ways.pk).document == first
    assert len(drawn) == 1


def test_w4_a_draft_is_made_again_when_its_words_change(
    larkshire: Authority, led: Group, drawn: list[str]
) -> None:
    with authority_scope(larkshire):
        version = written(led.collaboration, led.lena)
        first = printing.keep_print(ways_id=version.pk, at=AT)
        assert printing.keep_print(ways_id=version.pk, at=AT) == printing.printed(version, at=AT) == first
        version.sections.update(texts={"aims": "Something else."})
        assert printing.printed(version, at=AT) is None
        assert printing.keep_print(ways_id=version.pk, at=AT) != first
        assert WaysOfWorking.objects.get(pk=version.pk).document is None
    assert len(drawn) == 2
    assert 'content: "Draft"' in drawn[0]


@pytest.mark.django_db(transaction=True)
def test_w4_two_at_once_are_one_file(larkshire: Authority, ways: WaysOfWorking, drawn: list[str]) -> None:
    deeds = [lambda: printing.keep_print(ways_id=ways.pk, at=AT)] * 2
    assert at_once(larkshire, deeds) == ["done", "done"]
    with authority_scope(larkshire):
        assert StoredFile.objects.count() == len(drawn) == 1


def test_w4_killed_and_run_again(
    larkshire: Authority, ways: WaysOfWorking, led: Group, drawn: list[str], monkeypatch: Any
) -> None:
    with authority_scope(larkshire):
        job = printing.ask_for_print(ways=ways, by=led.mo, at=AT)
    facts = {"job_id": job.pk, "ways_id": ways.pk, "authority_id": larkshire.pk, "at": AT}
    with monkeypatch.context() as killed:
        killed.setattr(jobs, "finish", lambda **_facts: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            printing.print_version(**facts)
    for _time in range(2):
        printing.print_version(**facts)
    with authority_scope(larkshire):
        assert Job.objects.get().state == State.DONE
        assert StoredFile.objects.count() == 1


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (pdf.PdfUnavailable("Install Pango."), "Install Pango."),
        (ZeroDivisionError(), "The document could not be made. We have been told."),
    ],
)
def test_w4_what_cannot_be_made_is_said(
    larkshire: Authority,
    ways: WaysOfWorking,
    led: Group,
    monkeypatch: pytest.MonkeyPatch,
    problem: Exception,
    said: str,
) -> None:
    monkeypatch.setattr(pdf, "render", lambda html: (_ for _ in ()).throw(problem))
    with authority_scope(larkshire):
        job = printing.ask_for_print(ways=ways, by=led.mo, at=AT)
    try:
        printing.print_version(job_id=job.pk, ways_id=ways.pk, authority_id=larkshire.pk, at=AT)
    except ZeroDivisionError:
        assert isinstance(problem, ZeroDivisionError)
    with authority_scope(larkshire):
        job.refresh_from_db()
        assert (job.state, job.message) == (State.FAILED, said)


def test_w4_the_file_is_opened_by_its_page_alone(
    larkshire: Authority, ways: WaysOfWorking, amina: User, drawn: list[str], browse: Browse
) -> None:
    with authority_scope(larkshire):
        file = printing.keep_print(ways_id=ways.pk, at=AT)
    assert browse(amina).get(f"/larkshire/files/{file.pk}/").status_code in (403, 404)


def test_w4_the_summary_is_made_once_and_opened(
    larkshire: Authority, led: Group, ways: WaysOfWorking, drawn: list[str], browse: Browse
) -> None:
    for _time in range(2):
        answer = browse(led.mo).get(page_of(led, "summary.pdf"))
        assert content_of(answer) == b"%PDF-1.7 1"
    assert "75%" in drawn[0]
    with authority_scope(larkshire):
        assert (
            sentences(Action.FILE_OPENED)
            == ["opened the file Riverside, ways of working on one page.pdf"] * 2
        )


def test_w4_without_an_adopted_version_there_is_no_summary(led: Group, browse: Browse) -> None:
    assert browse(led.mo).get(page_of(led, "summary.pdf")).status_code == 404


def test_w4_where_no_pdf_can_be_made_the_page_says_so(
    led: Group, ways: WaysOfWorking, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        pdf, "render", lambda html: (_ for _ in ()).throw(pdf.PdfUnavailable("Install Pango."))
    )
    answer = browse(led.mo).get(page_of(led, "summary.pdf"))
    assert answer.status_code == 503
    assert "Install Pango." in answer.content.decode()
    assert "Read the ways of working on a page" in answer.content.decode()
