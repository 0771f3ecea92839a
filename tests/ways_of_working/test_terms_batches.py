"""All ways of working as one file, made in parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.test import Client

from accounts.models import Authority, RoleAppointment, User
from accounts.roles import Role
from audit.models import Entry
from audit.rules.actions import Action
from collaborations.models import Collaboration
from core import pdf
from core.scoping import authority_scope
from documents.models import Job, OutboxMessage, StoredFile
from documents.rules import State
from documents.services import outbox
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group
from tests.factories.printing import adopted
from tests.factories.providers import DistrictFactory
from tests.staging import staged
from ways_of_working.models import WaysOfWorking
from ways_of_working.rules.batches import Batch, batch_as_json, batch_from, new_batch
from ways_of_working.services import print_batches, printing

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


def content_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def sentences(*actions: Action) -> list[str]:
    return [one.sentence for one in Entry.objects.filter(action__in=actions).order_by("pk")]


@pytest.mark.parametrize("number", [1, 7, 8, 40, 80, 81, 6000])
def test_w4_a_batch_is_cut_into_parts_of_at_most_ten(number: int) -> None:
    batch = new_batch(range(number))
    assert [one for part in range(batch.parts) for one in batch.part(part)] == list(range(number))
    assert all(1 <= len(batch.part(part)) <= 10 for part in range(batch.parts))
    assert batch.next <= batch.parts
    assert batch_from(batch_as_json(batch)) == batch


def test_w4_a_part_that_ends_twice_counts_once() -> None:
    batch = Batch((1, 2, 3), 2, 2).with_ended(1, [3]).with_ended(1, [3])
    assert (batch.ended, batch.failed, batch.done, batch.is_complete) == ((1,), (3,), 1, False)
    assert batch.with_ended(0, []).is_complete


@staged
def many(larkshire: Authority, ways: WaysOfWorking, amina: User) -> list[WaysOfWorking]:
    """Twelve adopted versions; two of them in Eastham."""
    with authority_scope(larkshire):
        east = DistrictFactory(name="Eastham")
        groups = [
            CollaborationFactory(name=f"Group {number:02}", district=east if number < 2 else None)
            for number in range(11)
        ]
        return [ways, *(adopted(group, amina) for group in groups)]


def run(authority: Authority, *, most: int = 100) -> int:
    """Deliver what waits in the outbox, one message after the other; answers how many."""
    from celery import current_app

    done = 0
    while done < most and (message := OutboxMessage.objects.filter(sent_at=None).order_by("pk").first()):
        OutboxMessage.objects.filter(pk=message.pk).update(sent_at=AT)
        current_app.tasks[message.task].apply(
            kwargs=message.ids, headers={"authority_id": authority.pk}, throw=True
        )
        done += 1
    return done


@pytest.fixture
def held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "_nudge", lambda: None)


@pytest.mark.usefixtures("held_back")
def test_w4_a_batch_from_asking_to_the_file(
    larkshire: Authority, many: list[WaysOfWorking], amina: User, maya: User, drawn: list[str], browse: Browse
) -> None:
    answer = browse(amina).post("/larkshire/collaborations/ways-of-working/print/", {"district": "all"})
    assert answer.status_code == 302
    with authority_scope(larkshire):
        assert sentences(Action.TERMS_PRINTED) == ["asked for ways of working as PDF: 12"]
        run(larkshire)
        job = Job.objects.get()
        assert (job.state, job.done, job.total, job.message) == (
            State.DONE,
            12,
            12,
            "The file is ready, with 12 documents.",
        )
    assert "Download the file" in browse(amina).get(answer["Location"]).content.decode()
    where = f"/larkshire/files/{job.result['file']}/"
    assert browse(maya).get(where).status_code == 403
    with zipfile.ZipFile(io.BytesIO(content_of(browse(amina).get(where)))) as packed:
        assert len(packed.namelist()) == len(set(packed.namelist())) == 12
        assert "Riverside, ways of working, version 1.pdf" in packed.namelist()
    with authority_scope(larkshire):
        assert sentences(Action.FILE_OPENED) == [
            f"opened the file {StoredFile.objects.get(pk=job.result['file'])}"
        ]


@pytest.mark.usefixtures("held_back")
def test_w4_of_one_district(
    larkshire: Authority, many: list[WaysOfWorking], amina: User, drawn: list[str]
) -> None:
    with authority_scope(larkshire):
        east = many[1].collaboration.district
        assert print_batches.start_batch(district=east, by=amina, at=AT).total == 2
        # Pressed twice
        assert print_batches.start_batch(district=east, by=amina, at=AT).pk == Job.objects.get().pk
        with pytest.raises(ValidationError, match="No collaboration there"):
            print_batches.start_batch(district=DistrictFactory(), by=amina, at=AT)


@pytest.mark.usefixtures("held_back")
def test_w4_delivered_twice_in_every_order_it_is_done_once(
    larkshire: Authority, many: list[WaysOfWorking], amina: User, drawn: list[str]
) -> None:
    with authority_scope(larkshire):
        job = print_batches.start_batch(district=None, by=amina, at=AT)
        parts = batch_from(Job.objects.get().result).parts
    for number in [*reversed(range(parts)), *range(parts)]:
        print_batches.print_part(job_id=job.pk, number=number, authority_id=larkshire.pk)
    assert OutboxMessage.objects.filter(task="ways_of_working.pack_terms").count() == 1
    for _time in range(2):
        print_batches.pack_batch(job_id=job.pk, authority_id=larkshire.pk)
    print_batches.print_part(job_id=job.pk, number=0, authority_id=larkshire.pk)
    with authority_scope(larkshire):
        assert len(drawn) == 12
        assert StoredFile.objects.filter(purpose="terms_batch").count() == 1


@pytest.mark.usefixtures("held_back")
def test_w4_killed_within_a_part_it_goes_on_there(
    larkshire: Authority,
    many: list[WaysOfWorking],
    amina: User,
    drawn: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with authority_scope(larkshire):
        job = print_batches.start_batch(district=None, by=amina, at=AT)
    with monkeypatch.context() as killed:
        killed.setattr(print_batches, "_end_part", lambda *_facts: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            print_batches.print_part(job_id=job.pk, number=0, authority_id=larkshire.pk)
    with authority_scope(larkshire):
        run(larkshire)
        assert Job.objects.get().state == State.DONE
    assert len(drawn) == 12


@pytest.mark.usefixtures("held_back")
def test_w4_one_that_cannot_be_drawn_is_named_and_the_others_are_there(
    larkshire: Authority, many: list[WaysOfWorking], amina: User, drawn: list[str]
) -> None:
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=many[3].collaboration_id).update(name="Broken")
        print_batches.start_batch(district=None, by=amina, at=AT)
        run(larkshire)
        job = Job.objects.get()
        assert job.state == State.DONE
        assert (
            job.message
            == "The file is ready, with 11 documents. These could not be made, and we have been told: Broken."
        )


@pytest.mark.usefixtures("held_back")
def test_w4_bytes_that_are_gone_are_said(
    larkshire: Authority, ways: WaysOfWorking, amina: User, drawn: list[str]
) -> None:
    with authority_scope(larkshire):
        default_storage.delete(printing.keep_print(ways_id=ways.pk, at=AT).storage_key)
        print_batches.start_batch(district=None, by=amina, at=AT)
        run(larkshire)
        job = Job.objects.get()
        assert (job.state, job.message) == (
            State.FAILED,
            "A document could not be found any more. We have been told.",
        )


@pytest.mark.usefixtures("held_back")
def test_w4_stopped_it_makes_no_more(
    larkshire: Authority, many: list[WaysOfWorking], amina: User, drawn: list[str], browse: Browse
) -> None:
    with authority_scope(larkshire):
        job = print_batches.start_batch(district=None, by=amina, at=AT)
        run(larkshire, most=3)
    browse(amina).post(f"/larkshire/files/jobs/{job.pk}/stop/")
    with authority_scope(larkshire):
        run(larkshire)
        assert Job.objects.get().state == State.CANCELLED
        assert not StoredFile.objects.filter(purpose="terms_batch").exists()
    assert len(drawn) == 3


@pytest.mark.usefixtures("held_back")
def test_w4_who_may_no_longer_print_gets_nothing(
    larkshire: Authority, ways: WaysOfWorking, amina: User, drawn: list[str]
) -> None:
    with authority_scope(larkshire):
        print_batches.start_batch(district=None, by=amina, at=AT)
        RoleAppointment.objects.filter(user=amina, role=Role.OFFICER).update(ends_on=date(2026, 11, 1))
        run(larkshire)
        job = Job.objects.get()
        assert (job.state, job.message) == (State.FAILED, "You may no longer print ways of working.")


def test_w4_the_page_says_what_to_do_where_nothing_is_adopted(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    page = browse(amina).get("/larkshire/collaborations/ways-of-working/print/").content.decode()
    assert "No collaboration has adopted its ways of working yet." in page
    assert "Make the file" not in page


@pytest.mark.parametrize(("who", "status"), [("maya", 200), ("fred", 403), ("sam", 403), ("otto", 404)])
def test_w4_who_prints_all(
    larkshire: Authority, browse: Browse, request: pytest.FixtureRequest, who: str, status: int
) -> None:
    assert (
        browse(request.getfixturevalue(who))
        .get("/larkshire/collaborations/ways-of-working/print/")
        .status_code
        == status
    )
