"""Every kind of appointment through the one service: given, ended, given twice, ended twice, to oneself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission as DjangoPermission
from django.core.exceptions import ValidationError
from django.db import transaction

from accounts import rules
from accounts.models import Authority, RoleAppointment, User
from accounts.permissions import Permission
from accounts.rules import Kind, Step
from accounts.services.appointments import (
    AppointmentKind,
    end_appointment,
    give_appointment,
    withdraw_appointment,
)
from accounts.services.roles import ROLE
from audit.models import Entry
from core.scoping import authority_scope
from leadership.models.cases import CaseGrant, LeadershipCase
from leadership.selectors import cases as leadership
from leadership.selectors.sight import every_case
from leadership.services.cases import CASE_READER
from library.models import DocumentReader, GroupDocument
from library.selectors import documents_seen
from library.services import DOCUMENT_READER
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.services.leaders import LEADER
from memberships.services.offices import OFFICE
from memberships.services.people import SETTING_ROLE
from tests.factories.groups import Group, make_group
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.library import named
from tests.factories.memberships import LeaderAppointmentFactory
from tests.staging import around_layers, staged

TODAY, TOMORROW, START, END = date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 1), date(2026, 6, 1)


@dataclass(frozen=True, slots=True)
class Scene:
    """Riverside, a document of Lena's for named people, a case, and who gives (Maya, a manager)."""

    group: Group
    document: GroupDocument
    case: LeadershipCase
    officer: User
    manager: User


@staged
def scene(larkshire: Authority, amina: User, maya: User) -> Scene:
    with authority_scope(larkshire), time_machine.travel("2026-03-01 10:00Z", tick=False):
        group = make_group(amina)
        case = LeadershipCaseFactory(
            appointment=LeaderAppointmentFactory(membership=group.acorns, user=group.lena)
        )
        return Scene(group, named(group.collaboration, group.lena), case, amina, maya)


@around_layers
def in_scope(larkshire: Authority, scene: Scene) -> Iterator[None]:
    with authority_scope(larkshire), every_case(), time_machine.travel("2026-03-01 10:00Z", tick=False):
        yield


pytestmark = pytest.mark.usefixtures("in_scope")


@dataclass(frozen=True, slots=True)
class Sample:
    """One kind: a row to give, whether its person may do on a day what it brings, and what is said of it."""

    kind: AppointmentKind[Any]
    row: Callable[[Scene], Any]
    may: Callable[[Scene, User], bool]
    given: str
    ended: str
    #: At which field a second one in the same time is refused; None where giving twice is giving once.
    clash: str | None


def role(scene: Scene) -> RoleAppointment:
    return RoleAppointment(user=scene.group.mo, role="finance")


def setting_role(scene: Scene) -> SettingRole:
    return SettingRole(user=scene.group.lena, provider=scene.group.bluebells.provider, role="manager")


def leader(scene: Scene) -> LeaderAppointment:
    return LeaderAppointment(membership=scene.group.bluebells, user=scene.group.mo, manner="joint")


def office(scene: Scene) -> OfficeHolder:
    return OfficeHolder(
        membership=scene.group.bluebells, user=scene.group.mo, office="chair", decision="All agreed"
    )


def document_reader(scene: Scene) -> DocumentReader:
    return DocumentReader(document=scene.document, user=scene.group.mo)


def case_reader(scene: Scene) -> CaseGrant:
    sees = DjangoPermission.objects.get(content_type__app_label="leadership", codename="view_leadershipcase")
    return CaseGrant(content_object=scene.case, user=scene.officer, permission=sees, is_exceptional=True)


SAMPLES = {
    Kind.ROLE: Sample(
        ROLE,
        role,
        lambda scene, user: user.has_perm(Permission.USE_ADMIN),
        "role_given",
        "role_ended",
        "role",
    ),
    Kind.SETTING_ROLE: Sample(
        SETTING_ROLE,
        setting_role,
        lambda scene, user: user.has_perm(Permission.MANAGE_SETTING, scene.group.bluebells.provider),
        "setting_role_given",
        "setting_role_ended",
        "email",
    ),
    Kind.LEADER: Sample(
        LEADER,
        leader,
        lambda scene, user: user.has_perm(Permission.LEAD_COLLABORATION, scene.group.collaboration),
        "leader_appointed",
        "leader_ended",
        "user",
    ),
    Kind.OFFICE: Sample(
        OFFICE,
        office,
        lambda scene, user: user.has_perm(Permission.RUN_COLLABORATION, scene.group.collaboration),
        "office_given",
        "office_ended",
        "user",
    ),
    Kind.DOCUMENT_READER: Sample(
        DOCUMENT_READER,
        document_reader,
        lambda scene, user: scene.document in documents_seen(user, on=date.today()),
        "document_changed",
        "document_changed",
        "person",
    ),
    Kind.CASE_READER: Sample(
        CASE_READER,
        case_reader,
        lambda scene, user: leadership.case_for(user, scene.case.pk) is not None,
        "case_shared",
        "case_unshared",
        None,
    ),
}
EVERY_KIND = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())


def give(sample: Sample, scene: Scene, by: User | None = None, **facts: Any) -> Any:
    row = sample.row(scene)
    for name, value in {"starts_on": START, **facts}.items():
        setattr(row, name, value)
    return give_appointment(sample.kind, row, by=by or scene.manager)


def end(sample: Sample, row: Any, scene: Scene, ends_on: date = END, by: User | None = None) -> Any:
    return end_appointment(sample.kind, row, ends_on=ends_on, by=by or scene.manager)


def refused(step: Callable[..., Any], *args: Any, **facts: Any) -> dict[str, list[str]]:
    """What a step is refused with, by field; nothing may be written."""
    before = Entry.objects.count()
    with pytest.raises(ValidationError) as refusal, transaction.atomic():
        step(*args, **facts)
    assert Entry.objects.count() == before
    return (
        refusal.value.message_dict if hasattr(refusal.value, "error_dict") else {"": refusal.value.messages}
    )


def actions() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("action", flat=True))


def may(sample: Sample, scene: Scene, row: Any, day: date) -> bool:
    with time_machine.travel(day, tick=False):
        return sample.may(scene, User.objects.get(pk=row.user_id))


def test_every_kind_has_a_sample() -> None:
    assert set(SAMPLES) == set(Kind)
    assert {kind: sample.kind.kind for kind, sample in SAMPLES.items()} == {kind: kind for kind in Kind}


@EVERY_KIND
def test_it_holds_from_its_first_day_to_the_day_before_its_end(sample: Sample, scene: Scene) -> None:
    before = actions()
    row = give(sample, scene)
    assert actions() == [*before, sample.given]
    assert (row.pk is not None, row.starts_on, row.ends_on) == (True, START, None)
    end(sample, row, scene)
    assert actions() == [*before, sample.given, sample.ended]
    days = (START - timedelta(days=1), START, END - timedelta(days=1), END)
    assert [may(sample, scene, row, day) for day in days] == [False, True, True, False]


@EVERY_KIND
@pytest.mark.parametrize("ends_on", [START, START - timedelta(days=1)])
def test_it_does_not_end_before_it_begins(sample: Sample, scene: Scene, ends_on: date) -> None:
    assert refused(give, sample, scene, ends_on=ends_on) == {
        "ends_on": ["The last day must be the first day or later."]
    }


@EVERY_KIND
def test_it_is_given_once_at_a_time(sample: Sample, scene: Scene) -> None:
    row = give(sample, scene)
    before = actions()
    if sample.clash is None:
        assert give(sample, scene) == row
        assert actions() == before
        return
    for days in (
        {},
        {"starts_on": START - timedelta(days=9)},
        {"starts_on": END, "ends_on": END + timedelta(days=1)},
    ):
        assert list(refused(give, sample, scene, **days)) == [sample.clash]
    give(sample, scene, starts_on=START - timedelta(days=9), ends_on=START)
    end(sample, row, scene)
    give(sample, scene, starts_on=END)


@EVERY_KIND
def test_the_same_end_again_changes_nothing(sample: Sample, scene: Scene) -> None:
    row = give(sample, scene)
    end(sample, row, scene)
    before = actions()
    assert end(sample, row, scene).ends_on == END
    assert actions() == before


@EVERY_KIND
def test_it_may_end_earlier_than_was_said_and_later_by_the_terms_of_the_kind(
    sample: Sample, scene: Scene
) -> None:
    row = give(sample, scene)
    end(sample, row, scene)
    later, earlier = END + timedelta(days=1), END - timedelta(days=1)
    if sample.kind.end_terms.ended_before:
        (words,) = refused(end, sample, row, scene, later)["ends_on"]
        assert "already, on 31 May 2026" in words
    else:
        assert end(sample, row, scene, later).ends_on == later
    assert end(sample, row, scene, earlier).ends_on == earlier


@EVERY_KIND
def test_the_end_is_not_before_the_first_day(sample: Sample, scene: Scene) -> None:
    row = give(sample, scene)
    assert list(refused(end, sample, row, scene, START - timedelta(days=1))) == ["ends_on"]
    if sample.kind.end_terms.may_end_on_first_day:
        assert end(sample, row, scene, START).ends_on == START
        assert not may(sample, scene, row, START)
    else:
        assert list(refused(end, sample, row, scene, START)) == ["ends_on"]


@pytest.mark.parametrize("kind", [Kind.SETTING_ROLE, Kind.LEADER, Kind.OFFICE])
def test_what_has_not_begun_is_withdrawn(scene: Scene, kind: Kind) -> None:
    sample = SAMPLES[kind]
    row = give(sample, scene, starts_on=TOMORROW)
    assert may(sample, scene, row, TOMORROW)
    later = TOMORROW + timedelta(days=sample.kind.withdrawn_on_first_day)
    begun = refused(withdraw_appointment, sample.kind, row, today=later, by=scene.manager)
    assert begun == {"": ["This began on 2 March 2026, so it can only be ended."]}
    withdraw_appointment(sample.kind, row, today=TODAY, by=scene.manager)
    assert actions()[-1] == ("setting_role_withdrawn" if kind is Kind.SETTING_ROLE else "withdrawn")
    assert not type(row).objects.filter(pk=row.pk).exists()
    assert not may(sample, scene, row, TOMORROW)


@EVERY_KIND
def test_a1_for_oneself_by_the_table(sample: Sample, scene: Scene) -> None:
    """The table says which kinds refuse it today."""
    person, kind = sample.row(scene).user, sample.kind.kind
    if (kind, Step.GIVE) in rules.NOT_FOR_ONESELF:
        assert list(refused(give, sample, scene, by=person)) == [""]
    row = give(sample, scene, by=scene.manager if (kind, Step.GIVE) in rules.NOT_FOR_ONESELF else person)
    if (kind, Step.END) in rules.NOT_FOR_ONESELF:
        assert list(refused(end, sample, row, scene, by=person)) == [""]
    else:
        assert end(sample, row, scene, by=person).ends_on == END


@EVERY_KIND
def test_a1_a_line_of_the_table_refuses_it_for_oneself(
    sample: Sample, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, kind = sample.row(scene).user, sample.kind.kind
    lines = {(kind, step): f"Ask somebody else to {step}." for step in Step}
    monkeypatch.setattr(rules, "NOT_FOR_ONESELF", lines)
    assert refused(give, sample, scene, by=person) == {"": ["Ask somebody else to give."]}
    row = give(sample, scene)
    assert refused(end, sample, row, scene, by=person) == {"": ["Ask somebody else to end."]}
    taken_back = refused(withdraw_appointment, sample.kind, row, today=START, by=person)
    assert taken_back == {"": ["Ask somebody else to withdraw."]}
