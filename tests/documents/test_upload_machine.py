"""Uploads under hypothesis: two people, a register that changes,
tasks delivered late, twice, or killed anywhere.

Whatever happens, no path outside the table is walked, only what a person confirmed is loaded, and it is
loaded once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import set_urlconf
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from core.scoping import authority_scope
from documents.models import Job, OutboxMessage
from documents.rules import UPLOAD_TRANSITIONS, State, UploadMover, UploadState
from documents.selectors import upload_for_update
from documents.services import uploads
from ofsted.models import ImportRun, RegisterName
from ofsted.services.runs import LOADS
from tests.factories.documents import StoredFileFactory

START = datetime(2026, 11, 21, 12, tzinfo=UTC)
#: Where a worker may be when something happens; the first two are outside any transaction.
POINTS = ("read", "load", "compare", "shown", "loaded")
OUTSIDE = POINTS[:2]
WORK = {"ofsted.compare_file": uploads.read_upload, "ofsted.load_file": uploads.load_upload}
#: Besides being killed: a mistake of ours; another delivery of the task is faster; somebody puts the upload
#: aside.
TROUBLES = ("killed", "broken", "overtaken", "overtaken and broken", "put aside", "put aside and broken")
number = st.integers(0, 2)
trouble = st.tuples(st.sampled_from(POINTS), st.sampled_from(TROUBLES))
others = st.one_of(
    st.tuples(st.just("upload"), st.booleans()),
    st.tuples(st.just("look"), st.booleans(), number),
    st.tuples(st.just("confirm"), st.booleans(), number),
    st.tuples(st.just("deliver"), number, st.none()),
    st.tuples(st.just("deliver"), number, trouble),
    st.tuples(st.just("put aside"), st.booleans(), number),
    st.tuples(st.just("change")),
    st.tuples(st.just("refuse")),
    st.tuples(st.just("read again"), st.booleans(), number),
    st.tuples(st.just("wait")),
)
#: The next step of the table for the newest upload, so that long lives are walked too.
onward = st.tuples(st.just("onward"), st.booleans(), st.integers(0, 1), st.none() | trouble)
acts = st.lists(
    st.integers(0, 3).flatmap(lambda weight: onward if weight else others), min_size=8, max_size=16
)


class Killed(BaseException):
    """The worker is gone."""


class Broken(Exception):
    """A mistake of ours."""


class World:
    """Two officers, the uploads, the messages sent, and a register that is a number."""

    def __init__(self, authority: Authority, people: tuple[User, User]) -> None:
        self.authority, self.people, self.at = authority, people, START
        self.version, self.is_refused = 0, False
        self.seen: dict[tuple[int, int], str] = {}
        self.confirmed: dict[int, str] = {}
        self.trouble: tuple[str, str] | None = None
        self.kind = replace(
            LOADS,
            read=self.read,
            compare=self.compare,
            load=self.load,
            refusal=lambda upload: "",
            cleared_when_failed={},
        )

    # what the subject means
    @contextmanager
    def read(self, upload: ImportRun, *, authority_id: int, at: datetime) -> Iterator[str]:
        self.point("read", upload)
        if self.is_refused:
            raise uploads.UploadRefused("It cannot be read.")
        yield str(self.version)

    def compare(self, upload: ImportRun, reading: str, *, at: datetime) -> None:
        self.point("compare", upload)
        uploads.show(self.kind, upload, digest=reading, counts={}, at=at, facts=NO_COUNTS)
        self.point("shown", upload)

    def load(self, upload: ImportRun, *, authority_id: int, at: datetime) -> None:
        self.point("load", upload)
        with authority_scope(authority_id):
            locked = upload_for_update(ImportRun, upload.pk)
            if locked.state != UploadState.LOADING:
                return
            if locked.digest != str(self.version):
                uploads.show(
                    self.kind,
                    locked,
                    digest=str(self.version),
                    counts={},
                    at=at,
                    facts={},
                    problem="Changed.",
                )
                return
            assert self.confirmed[upload.pk] == locked.digest, (
                "what is loaded is what a person saw and confirmed"
            )
            RegisterName.objects.create(name=f"{upload.pk}")
            uploads.apply(self.kind, locked, at=at, facts=NO_COUNTS)
            self.point("loaded", upload)

    def point(self, name: str, upload: ImportRun) -> None:
        if self.trouble is None or self.trouble[0] != name:
            return
        trouble, self.trouble = self.trouble[1], None
        event(f"{trouble} at {name}")
        if trouble == "killed" or (trouble != "broken" and name not in OUTSIDE):
            raise Killed
        if trouble.startswith("overtaken"):
            self.work(self.message)
        if trouble.startswith("put aside"):
            uploads.put_aside(
                self.kind, upload_id=upload.pk, by=self.people[0], at=self.at + timedelta(hours=1)
            )
        if trouble.endswith("broken"):
            raise Broken

    # what happens
    def attempt(self, act: tuple[Any, ...]) -> UploadMover | None:
        """Do it; who moved an upload, if anybody may have."""
        name, *rest = act
        self.at += timedelta(minutes=1)
        if name == "onward":
            return self.onward(*rest)
        if name == "deliver":
            self.deliver(*rest)
            return UploadMover.TASK if rest[1] is None or "aside" not in rest[1][1] else None
        try:
            with transaction.atomic():
                getattr(self, name.replace(" ", "_"))(*rest)
        except ValidationError:
            event(f"refused to {name}")
        return UploadMover.OFFICER

    def onward(self, who: bool, chance: int, trouble: tuple[str, str] | None) -> UploadMover | None:
        newest = self.chosen(0)
        if newest is None or newest.state in (UploadState.LOADED, UploadState.DISCARDED):
            return self.attempt(("upload", who))
        if newest.state == UploadState.FAILED:
            return self.attempt(("read again", who, 0))
        if newest.state == UploadState.READY:
            if chance:
                self.look(who, 0)
            return self.attempt(("confirm", who, 0))
        return self.attempt(("deliver", 0, None if chance else trouble))

    def chosen(self, which: int) -> ImportRun | None:
        rows = list(ImportRun.objects.order_by("-pk"))
        return rows[which % len(rows)] if rows else None

    def upload(self, who: bool) -> None:
        file = StoredFileFactory(name="ofsted.csv")
        uploads.keep(self.kind, file=file, by=self.people[who], at=self.at, file_sha256=file.sha256)

    def look(self, who: bool, which: int) -> None:
        upload = self.chosen(which)
        if upload is not None:
            self.seen[who, upload.pk] = upload.digest

    def confirm(self, who: bool, which: int) -> None:
        upload = self.chosen(which)
        if upload is not None:
            seen = self.seen.get((who, upload.pk), "never looked")
            uploads.confirm(self.kind, upload_id=upload.pk, by=self.people[who], at=self.at, digest=seen)
            self.confirmed[upload.pk] = seen

    def put_aside(self, who: bool, which: int) -> None:
        upload = self.chosen(which)
        if upload is not None:
            uploads.put_aside(self.kind, upload_id=upload.pk, by=self.people[who], at=self.at)

    def read_again(self, who: bool, which: int) -> None:
        upload = self.chosen(which)
        if upload is not None and upload.state == UploadState.FAILED:
            uploads.read_again(self.kind, upload, by=self.people[who], at=self.at)

    def change(self) -> None:
        self.version += 1

    def refuse(self) -> None:
        self.is_refused = not self.is_refused

    def wait(self) -> None:
        self.at += timedelta(minutes=31)

    def deliver(self, which: int, trouble: tuple[str, str] | None) -> None:
        """One of the newest messages, whether it has been delivered before or not."""
        messages = list(OutboxMessage.objects.filter(task__in=WORK).order_by("-pk")[:4])
        if not messages:
            return
        self.message, self.trouble = messages[which % len(messages)], trouble
        with suppress(Killed, Broken):
            self.work(self.message)
        self.trouble = None

    def work(self, message: OutboxMessage) -> None:
        work, upload_id = WORK[message.task], message.ids["run_id"]
        work(self.kind, upload_id=upload_id, authority_id=self.authority.pk, at=self.at)


NO_COUNTS = {"new": 0, "changed": 0, "vanished": 0, "unchanged": 0, "rejected": 0, "unreadable": 0}


def states() -> dict[int, str]:
    return dict(ImportRun.objects.values_list("pk", "state"))


def entries(action: Action) -> int:
    return Entry.objects.filter(action=action).count()


@pytest.fixture
def addresses() -> Iterator[None]:
    """Those of an authority, as a request has them."""
    set_urlconf("config.authority_urls")
    yield
    set_urlconf(None)


@pytest.mark.usefixtures("addresses")
@given(acts)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_path_outside_the_table_and_what_was_confirmed_is_loaded_once(
    in_larkshire: Authority, amina: User, maya: User, tried: list[tuple[Any, ...]]
) -> None:
    with transaction.atomic():
        world, before = World(in_larkshire, (amina, maya)), states()
        for act in tried:
            mover = world.attempt(act)
            after = states()
            for pk, state in after.items():
                check_step(before.get(pk), state, mover)
            check_rows(after)
            before = after
        finish(world)
        transaction.set_rollback(True)


def check_step(start: str | None, to: str, mover: UploadMover | None) -> None:
    """``mover`` is None where both a task and an officer did something."""
    if start != to:
        event(f"{start} to {to}")
        assert any(
            (row.start, row.to) == (start, to) and mover in (row.mover, None) for row in UPLOAD_TRANSITIONS
        ), (start, to, mover)


def check_rows(after: dict[int, str]) -> None:
    loaded = {str(pk) for pk, state in after.items() if state == UploadState.LOADED}
    assert set(RegisterName.objects.values_list("name", flat=True)) == loaded
    assert entries(Action.IMPORT_APPLIED) == len(loaded)
    assert entries(Action.IMPORT_DISCARDED) == list(after.values()).count(UploadState.DISCARDED)


def finish(world: World) -> None:
    """With no more trouble every message does its work, and nobody waits for a task that will not come."""
    world.is_refused = False
    for message in OutboxMessage.objects.filter(task__in=WORK).order_by("pk"):
        WORK[message.task](
            world.kind, upload_id=message.ids["run_id"], authority_id=world.authority.pk, at=world.at
        )
    after = states()
    check_rows(after)
    assert not {UploadState.READING, UploadState.LOADING} & set(after.values())
    waiting = ImportRun.objects.exclude(state=UploadState.DISCARDED).values("job")
    assert not Job.objects.filter(pk__in=waiting, state__in=[State.QUEUED, State.RUNNING]).exists()
