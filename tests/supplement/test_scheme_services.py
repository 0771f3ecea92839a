"""S2: the scheme of a year as it is written, asked about, approved and kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from supplement.models.consultation import SchemeAnswer, SchemeConsultation
from supplement.models.parts import (
    SchemeComponent,
    SchemeCriterion,
    SchemeInstalment,
    SchemePeriod,
    SchemeTier,
)
from supplement.models.schemes import Scheme
from supplement.rules.criteria import Kind
from supplement.rules.scheme_states import Opinion, SchemeState, Subject
from supplement.rules.schemes import Basis, Instalment, Tier
from supplement.selectors import consultation as consultations
from supplement.selectors import schemes as selectors
from supplement.services import consultation, parts, schemes
from tests.factories.groups import Group
from tests.factories.supplement import (
    COMPONENT,
    CRITERION,
    INSTALMENTS,
    PERIOD,
    YEAR,
    approved,
    asked_about,
    begun,
    drafted,
)
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture(autouse=True)
def scope(in_larkshire: Authority) -> None:
    """Everything here happens in Larkshire."""


def refused(deed: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refusal, transaction.atomic():
        deed()
    value = refusal.value
    return value.message_dict if hasattr(value, "error_dict") else {"__all__": value.messages}


def sentences() -> list[str]:
    return [
        entry.sentence.format(**entry.facts, about=entry.about_name) for entry in Entry.objects.order_by("pk")
    ]


# --- writing ------------------------------------------------------------------------------------------------


def test_s2_a_draft_is_begun_once_however_often_it_is_pressed(maya: User) -> None:
    first = begun(maya, at=NOW)
    assert begun(maya, at=NOW) == first
    assert (first.version, first.state) == (1, "draft")
    assert Entry.objects.filter(action="scheme_started").count() == 1


def test_s2_of_one_year_one_version_is_written_at_a_time(maya: User, amina: User) -> None:
    begun(maya, at=NOW)
    assert "being written" in str(refused(lambda: begun(amina, at=NOW)))
    assert "within 12 months" in str(
        refused(lambda: begun(maya, at=NOW, starts_on=date(2028, 4, 1), ends_on=date(2030, 4, 1)))
    )


def test_s2_a_page_is_written_and_recorded_and_nothing_else(maya: User) -> None:
    scheme = drafted(maya, at=NOW)
    before = Entry.objects.count()
    schemes.change_scheme(
        scheme_id=scheme.pk,
        subject=Subject.LIMITS,
        values={"ceiling_percent": 10, "state": "approved"},
        by=maya,
    )
    schemes.change_scheme(
        scheme_id=scheme.pk, subject=Subject.LIMITS, values={"ceiling_percent": 10}, by=maya
    )
    scheme.refresh_from_db()
    assert (scheme.ceiling_percent, scheme.state) == (10, "draft")
    assert Entry.objects.count() == before + 1
    entry = Entry.objects.order_by("-pk")[0]
    assert entry.facts["ceiling_percent"] == ["12", "10"]


def test_s2_what_cannot_be_is_refused_at_its_field(maya: User) -> None:
    scheme = drafted(maya, at=NOW)
    save = lambda **values: parts.save_period(  # noqa: E731
        scheme_id=scheme.pk, values={**PERIOD, "name": "Autumn", **values}, instalments=INSTALMENTS, by=maya
    )
    assert set(refused(lambda: save())) == {"starts_on"}  # the same time as summer
    late = {"starts_on": date(2027, 9, 1), "ends_on": date(2028, 1, 1)}
    assert set(refused(lambda: save(**late))) == {"count_on", "instalments"} - {"instalments"}
    component = lambda **values: parts.save_component(  # noqa: E731
        scheme_id=scheme.pk, values={**COMPONENT, "name": "More", **values}, by=maya
    )
    assert set(refused(lambda: component(rate=Decimal("1.23456")))) == {"rate"}
    assert set(refused(lambda: component(basis=Basis.TIERS))) == {"tiers"}
    assert set(refused(lambda: component(min_hours=Decimal(16)))) == {"min_hours"}
    criterion = lambda **values: parts.save_criterion(  # noqa: E731
        scheme_id=scheme.pk, values={**CRITERION, **values}, by=maya
    )
    assert set(refused(lambda: criterion())) == {"kind"}  # there already
    assert set(refused(lambda: criterion(kind=Kind.MEETINGS, threshold=None))) == {"threshold"}


def test_s2_of_two_who_write_at_once_the_second_is_told(maya: User) -> None:
    scheme = drafted(maya, at=NOW)
    period = selectors.period_in(scheme, scheme.periods.get().pk)
    assert period is not None
    seen = parts.mark_of_period(period)
    save = lambda name, mark: parts.save_period(  # noqa: E731
        scheme_id=scheme.pk,
        row=period.pk,
        values={**PERIOD, "name": name},
        instalments=INSTALMENTS,
        seen=mark,
        by=maya,
    )
    save("One", seen)
    assert "seen" in refused(lambda: save("Two", seen))
    component = scheme.components.get()
    mark = parts.mark_of_component(component)
    change = lambda name: parts.save_component(  # noqa: E731
        scheme_id=scheme.pk, row=component.pk, values={**COMPONENT, "name": name}, seen=mark, by=maya
    )
    change("One")
    assert "seen" in refused(lambda: change("Two"))
    criterion = scheme.criteria.get()
    mark = parts.mark_of_criterion(criterion)
    set_to = lambda number: parts.save_criterion(  # noqa: E731
        scheme_id=scheme.pk, row=criterion.pk, values={**CRITERION, "threshold": number}, seen=mark, by=maya
    )
    set_to(4)
    assert "seen" in refused(lambda: set_to(5))
    about = schemes.mark_of(scheme, Subject.ABOUT)
    name = lambda words: schemes.change_scheme(  # noqa: E731
        scheme_id=scheme.pk, subject=Subject.ABOUT, values={"name": words}, seen=about, by=maya
    )
    name("One")
    assert "seen" in refused(lambda: name("Two"))


def test_s2_parts_are_replaced_whole_and_removed(maya: User) -> None:
    scheme = drafted(maya, at=NOW)
    period, component = scheme.periods.get(), scheme.components.get()
    halves = [Instalment(date(2027, 7, 15), 50), Instalment(date(2027, 8, 16), 50)]
    parts.save_period(scheme_id=scheme.pk, row=period.pk, values=PERIOD, instalments=halves, by=maya)
    assert [part.percent for part in period.instalments.all()] == [50, 50]
    tiers = [Tier(Decimal(1), 100_00), Tier(Decimal(10), 250_00)]
    values = {**COMPONENT, "basis": Basis.TIERS, "name": "By size"}
    parts.save_component(scheme_id=scheme.pk, row=component.pk, values=values, tiers=tiers, by=maya)
    year = selectors.year_of(scheme)
    assert year.components[0].tiers == tuple(tiers)
    assert year.components[0].key == "each-member-of-staff"  # a name may change, its key never
    for remove, row in (
        (parts.remove_period, period.pk),
        (parts.remove_component, component.pk),
        (parts.remove_criterion, scheme.criteria.get().pk),
    ):
        remove(scheme_id=scheme.pk, row=row, by=maya)
        remove(scheme_id=scheme.pk, row=row, by=maya)  # pressed twice
    assert selectors.year_of(scheme).periods == ()
    assert Entry.objects.filter(action="scheme_part_removed").count() == 3
    gone = refused(
        lambda: parts.save_period(
            scheme_id=scheme.pk, row=period.pk, values=PERIOD, instalments=halves, by=maya
        )
    )
    assert "removed" in str(gone)


def test_s2_a_draft_is_put_aside_while_no_leader_was_asked(maya: User, led: Group) -> None:
    scheme = drafted(maya, at=NOW)
    schemes.discard_scheme(scheme_id=scheme.pk, by=maya)
    schemes.discard_scheme(scheme_id=scheme.pk, by=maya)  # pressed twice
    assert not Scheme.objects.exists()
    assert not SchemeInstalment.objects.exists()
    asked = asked_about(maya, at=NOW)
    assert "it is kept" in str(refused(lambda: schemes.discard_scheme(scheme_id=asked.pk, by=maya)))
    for deed in (
        lambda: parts.save_period(scheme_id=scheme.pk, values=PERIOD, instalments=INSTALMENTS, by=maya),
        lambda: schemes.approve_scheme(scheme_id=scheme.pk, by=maya, at=NOW),
    ):
        assert "put aside" in str(refused(deed))


# --- asking the leaders -------------------------------------------------------------------------------------


def test_s2_every_leader_is_asked_once_and_what_the_draft_said_is_kept(
    maya: User, led: Group, mailoutbox: list[Any]
) -> None:
    deliver()
    mailoutbox.clear()
    scheme = asked_about(maya, at=NOW)
    row = scheme.consultation
    until_on = NOW.date() + timedelta(days=14)
    again = consultation.ask_leaders(scheme_id=scheme.pk, asked=row.asked, until_on=until_on, by=maya, at=NOW)
    assert again == row
    assert (scheme.state, row.groups) == ("consulted", 1)
    deliver()
    assert [mail.to[0].split("@")[0] for mail in mailoutbox] == ["lena"]
    assert "Is £12.50 a head fair?" in mailoutbox[0].body
    component = scheme.components.get()
    parts.save_component(
        scheme_id=scheme.pk, row=component.pk, values={**COMPONENT, "rate": Decimal(13)}, by=maya
    )
    row.refresh_from_db()
    assert "£12.50 for each member of staff" in str(
        row.contents
    )  # what was asked about, not what it says now


def test_s2_nobody_is_asked_about_a_draft_with_faults_or_too_late(maya: User, led: Group) -> None:
    scheme = begun(maya, at=NOW)
    ask = lambda days, words="Fair?": consultation.ask_leaders(  # noqa: E731
        scheme_id=scheme.pk, asked=words, until_on=NOW.date() + timedelta(days=days), by=maya, at=NOW
    )
    assert "Mend" in str(refused(lambda: ask(14)))
    schemes.discard_scheme(scheme_id=scheme.pk, by=maya)
    scheme = drafted(maya, at=NOW)
    assert set(refused(lambda: ask(0))) == {"until_on"}
    assert set(refused(lambda: ask(14, "  "))) == {"asked"}


def test_s2_a_group_answers_and_changes_its_mind_until_the_last_day(maya: User, led: Group) -> None:
    scheme = asked_about(maya, at=NOW)

    def answer(opinion: str, words: str = "", *, days: int = 0, seen: str | None = None) -> SchemeAnswer:
        return consultation.answer_consultation(
            scheme_id=scheme.pk, collaboration=led.collaboration, opinion=opinion, words=words, seen=seen,
            by=led.lena, at=NOW + timedelta(days=days),
        )  # fmt: skip

    assert set(refused(lambda: answer(Opinion.CHANGES))) == {"words"}
    first = answer(Opinion.AGREES, seen=consultation.mark_of_answer(None))
    assert answer(Opinion.AGREES) == first  # pressed twice
    assert "seen" in refused(
        lambda: answer(Opinion.DISAGREES, "Too little", seen=consultation.mark_of_answer(None))
    )
    answer(Opinion.CHANGES, "More for childminders", days=14)
    assert "until 14 December 2026" in str(refused(lambda: answer(Opinion.AGREES, days=15)))
    assert consultations.opinions_in(scheme.consultation)[1] == (Opinion.CHANGES, 1)
    assert list(consultations.groups_that_owe(scheme.consultation, on=NOW.date())) == []
    assert Entry.objects.filter(action="scheme_answered").count() == 2


def test_s2_nobody_is_mailed_who_has_answered_meanwhile(
    maya: User, led: Group, mailoutbox: list[Any]
) -> None:
    deliver()
    scheme = asked_about(maya, at=NOW)
    consultation.answer_consultation(
        scheme_id=scheme.pk,
        collaboration=led.collaboration,
        opinion=Opinion.AGREES,
        words="",
        by=led.lena,
        at=NOW,
    )
    mailoutbox.clear()
    deliver()
    assert mailoutbox == []


# --- approving ----------------------------------------------------------------------------------------------


def test_s2_approved_once_by_somebody_after_the_leaders_were_asked(maya: User, led: Group) -> None:
    scheme = drafted(maya, at=NOW)
    approve = lambda at, seen=None: schemes.approve_scheme(scheme_id=scheme.pk, seen=seen, by=maya, at=at)  # noqa: E731
    assert "Ask the leaders first" in str(refused(lambda: approve(NOW)))
    until_on = NOW.date() + timedelta(days=14)
    consultation.ask_leaders(scheme_id=scheme.pk, asked="Fair?", until_on=until_on, by=maya, at=NOW)
    later = NOW + timedelta(days=15)
    assert "until 14 December" in str(refused(lambda: approve(NOW)))
    assert "what came of" in str(refused(lambda: approve(later)))
    assert set(
        refused(lambda: consultation.record_changes(scheme_id=scheme.pk, changes=" ", by=maya, at=later))
    ) == {"changes"}
    consultation.record_changes(scheme_id=scheme.pk, changes="None", by=maya, at=later)
    assert "seen" in refused(lambda: approve(later, "older"))
    seen = schemes.mark_of_all(selectors.year_of(scheme))
    assert approve(later, seen).state == SchemeState.APPROVED
    assert approve(later).approved_at == later  # pressed twice
    assert Entry.objects.filter(action="scheme_approved").count() == 1
    assert selectors.approved_on(date(2027, 4, 1)) == scheme
    assert selectors.approved_on(date(2028, 4, 1)) is None
    with pytest.raises(ValidationError, match="never changes"):
        parts.save_component(scheme_id=scheme.pk, values=COMPONENT, by=maya)


def test_s2_an_approved_scheme_stays_in_the_database_too(maya: User, amina: User, led: Group) -> None:
    scheme = approved(maya, at=NOW)
    other = drafted(maya, at=NOW, starts_on=date(2028, 4, 1))
    period, component = scheme.periods.get(), scheme.components.get()
    writes: list[Any] = [
        lambda: Scheme.objects.filter(pk=scheme.pk).update(name="Other"),
        lambda: Scheme.objects.filter(pk=scheme.pk).update(state="draft", approved_at=None, approved_by=None),
        lambda: Scheme.objects.filter(pk=scheme.pk).update(replaced_at=NOW),
        lambda: Scheme.objects.filter(pk=scheme.pk).update(state="superseded", replaced_at=NOW, name="Other"),
        lambda: Scheme.objects.filter(pk=scheme.pk)._raw_delete(Scheme.objects.db),
        lambda: SchemePeriod.objects.filter(pk=period.pk).update(name="Other"),
        lambda: SchemePeriod.objects.filter(pk=period.pk).update(scheme=other),
        lambda: SchemePeriod.objects.filter(scheme=other).update(scheme=scheme, key="x", name="x"),
        lambda: SchemeInstalment.objects.filter(period=period).delete(),
        lambda: SchemeInstalment.objects.create(period=period, pay_on=date(2027, 8, 1), percent=1),
        lambda: SchemeComponent.objects.filter(pk=component.pk).update(rate=99),
        lambda: SchemeTier.objects.create(component=component, from_number=1, pence=1),
        lambda: SchemeCriterion.objects.filter(scheme=scheme).delete(),
        lambda: SchemeConsultation.objects.filter(scheme=scheme).update(changes="Other"),
        lambda: SchemeAnswer.objects.create(
            consultation=scheme.consultation, collaboration=led.collaboration, opinion="agrees", by=led.lena, at=NOW
        ),
    ]  # fmt: skip
    for write in writes:
        with pytest.raises(DatabaseError, match="approved scheme stays"), transaction.atomic():
            write()
    Scheme.objects.filter(pk=scheme.pk).update(approved_by=amina)  # two accounts of one person may be merged


def test_s2_approved_is_by_somebody_in_the_database_too(maya: User) -> None:
    scheme = drafted(maya, at=NOW)
    with pytest.raises(DatabaseError, match="supplement_approved_by_somebody"), transaction.atomic():
        Scheme.objects.filter(pk=scheme.pk).update(state="approved")


def test_s2_a_later_version_of_a_year_replaces_the_earlier(maya: User, led: Group) -> None:
    first = approved(maya, at=NOW)
    second = approved(maya, at=NOW + timedelta(days=30))
    first.refresh_from_db()
    assert (first.state, first.replaced_at, second.version) == ("superseded", NOW + timedelta(days=30), 2)
    assert selectors.approved_on(YEAR) == second
    overlapping = asked_about(maya, at=NOW, starts_on=date(2027, 3, 31))
    consultation.record_changes(scheme_id=overlapping.pk, changes="None", by=maya, at=NOW)
    later = NOW + timedelta(days=30)
    assert "holds on some days" in str(
        refused(lambda: schemes.approve_scheme(scheme_id=overlapping.pk, by=maya, at=later))
    )


def test_s2_a_copy_begins_the_next_year_with_the_same_keys(maya: User, led: Group) -> None:
    before = approved(maya, at=NOW)
    copy = schemes.start_scheme(
        name="Next",
        starts_on=date(2028, 4, 1),
        ends_on=date(2029, 4, 1),
        begin_from=before.pk,
        by=maya,
        at=NOW,
    )
    first, later = selectors.year_of(before), selectors.year_of(copy)
    assert later.periods[0].period.key == first.periods[0].period.key
    assert later.periods[0].period.name == "Summer 2028"
    assert later.periods[0].period.count_on == date(2028, 5, 20)
    assert later.periods[0].period.instalments == (Instalment(date(2028, 7, 15), 100),)
    assert (later.components, later.criteria) == (first.components, first.criteria)
    assert (later.legal_basis, copy.began_from) == (first.legal_basis, before)
    assert selectors.year_of(before) == first
    same = schemes.start_scheme(
        name="Again", starts_on=YEAR, ends_on=before.ends_on, begin_from=before.pk, by=maya, at=NOW
    )
    assert selectors.year_of(same).periods == first.periods
    wrong = refused(lambda: schemes.start_scheme(
        name="X", starts_on=date(2030, 4, 1), ends_on=date(2031, 4, 1), begin_from=same.pk, by=maya, at=NOW
    ))  # fmt: skip
    assert set(wrong) == {"begin_from"}
