"""S9, S3: supplier references, payees that are not ready, and funded hours, for the finance team."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from providers.models import Provider
from supplement.models.claims import FundedHours
from supplement.models.parts import SchemePeriod
from supplement.models.payees import SupplierReference
from supplement.rules.payees import Unready
from supplement.rules.schemes import Basis
from supplement.selectors.suppliers import groups_not_ready
from supplement.services.suppliers import import_hours, import_references, set_hours, set_reference
from tests.concurrency import at_once
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group
from tests.factories.memberships import MembershipFactory
from tests.factories.payees import proposed, receives, signed
from tests.factories.runs import assessed
from tests.factories.supplement import open_period

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
TODAY, BEFORE = NOW.date(), date(2026, 9, 1)
BASE = "/larkshire/supplement/references/"


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def paid(larkshire: Authority, led: Group, maya: User) -> Group:
    with authority_scope(larkshire):
        receives(led.acorns, led.lena, on=BEFORE)
        claimed(led, maya)
    return led


def claimed(led: Group, by: User) -> None:
    """A claim of the group that is not paid yet, without which nobody looks at its payee."""
    assessed(open_period(by, on=date(2024, 11, 10)), led.collaboration, by)


@pytest.fixture
def period(larkshire: Authority, led: Group, maya: User) -> SchemePeriod:
    with authority_scope(larkshire):
        return open_period(maya, on=TODAY, component={"basis": Basis.HOURS, "rate": Decimal("0.05")})


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def urn(provider: Provider) -> str:
    return str(Provider.objects.get(pk=provider.pk).urn)


# --- services -----------------------------------------------------------------------------------------------


def test_s9_a_reference_is_entered_once_and_changed_with_a_reason(
    in_larkshire: Authority, led: Group, fred: User
) -> None:
    facts: dict[str, Any] = {"provider_id": led.acorns.provider_id, "by": fred, "at": NOW}
    row = set_reference(reference=" V001 ", **facts)
    assert set_reference(reference="V001", **facts).pk == row.pk
    with pytest.raises(ValidationError) as refused:
        set_reference(reference="V002", **facts)
    assert set(refused.value.message_dict) == {"reason"}
    set_reference(reference="V002", reason="The finance system changed.", **facts)
    assert SupplierReference.objects.get().reference == "V002"
    entries = Entry.objects.filter(action="supplier_reference_set").order_by("pk")
    assert [row.facts["reason"] for row in entries] == ["", "The finance system changed."]
    for wrong in ("", "20-45-45 12345678", "x" * 41):
        with pytest.raises(ValidationError):
            set_reference(reference=wrong, reason="x", **facts)


def test_s9_an_import_is_all_or_nothing_and_run_twice_changes_nothing(
    in_larkshire: Authority, led: Group, fred: User
) -> None:
    first, second = urn(led.acorns.provider), urn(led.bluebells.provider)
    facts: dict[str, Any] = {"by": fred, "at": NOW}
    with pytest.raises(ValidationError) as refused:
        import_references(text=f"{first},V001\nEY000000,V002\n{second}", reason="", **facts)
    assert refused.value.message_dict["text"] == [
        "Line 2: There is no setting with the URN EY000000.",
        "Line 3: Enter a URN and one value, with a comma or a tab between.",
    ]
    assert not SupplierReference.objects.exists()
    lines = f"{first},V001\n{second},V002"
    assert import_references(text=lines, reason="", **facts).in_words() == "2 new. 0 changed. 0 as before."
    assert import_references(text=lines, reason="", **facts).same == 2
    with pytest.raises(ValidationError, match="1 reference changes"):
        import_references(text=f"{first},V009", reason="", **facts)
    assert import_references(text=f"{first},V009", reason="New system", **facts).changed == 1
    assert Entry.objects.filter(action="supplier_references_imported").count() == 2
    with pytest.raises(ValidationError, match="Paste at least one line"):
        import_references(text="URN,Reference", reason="", **facts)


@pytest.mark.django_db(transaction=True)
def test_s9_two_who_enter_at_once_leave_one_reference(larkshire: Authority, led: Group, fred: User) -> None:
    enter = lambda: set_reference(  # noqa: E731
        provider_id=led.acorns.provider_id, reference="V001", by=fred, at=NOW
    )
    at_once(larkshire, [enter, enter])
    with authority_scope(larkshire):
        assert SupplierReference.objects.get().reference == "V001"
        assert Entry.objects.filter(action="supplier_reference_set").count() == 1


def test_s9_what_keeps_a_group_from_being_paid_the_first_that_is_wrong(
    in_larkshire: Authority, led: Group, fred: User, maya: User
) -> None:
    def wrong() -> list[tuple[str, str]]:
        return [(str(row), row.wrong) for row in groups_not_ready(on=TODAY)]

    CollaborationFactory(name="Forming", state="drafting")
    assert wrong() == []
    claimed(led, maya)
    assert wrong() == [("Riverside", Unready.NONE)]
    payee = receives(led.acorns, led.lena, on=BEFORE)
    assert wrong() == [("Riverside", Unready.REFERENCE)]
    set_reference(provider_id=led.acorns.provider_id, reference="V1", by=fred, at=NOW)
    assert [(row.wrong, row.mandates_missing) for row in groups_not_ready(on=TODAY)] == [(Unready.MANDATE, 2)]
    signed(payee, led.bluebells, led.mo, on=TODAY)
    signed(payee, led.caras, led.cara, on=TODAY)
    assert wrong() == []
    proposed(led.bluebells, led.lena, on=TODAY)
    assert wrong() == [("Riverside", Unready.CHANGE)]
    type(led.acorns).objects.filter(pk=led.acorns.pk).update(left_on=TODAY)
    assert wrong() == [("Riverside", Unready.LEFT)]


def test_s3_funded_hours_are_entered_and_imported_for_a_period_that_pays_by_them(
    in_larkshire: Authority, led: Group, fred: User, period: SchemePeriod
) -> None:
    facts: dict[str, Any] = {"period_id": period.pk, "source": "Headcount", "by": fred, "at": NOW}
    one = {"provider_id": led.acorns.provider_id, **facts}
    row = set_hours(hours="1,250.5", **one)
    assert set_hours(hours="1250.50", **one).pk == row.pk
    assert Entry.objects.filter(action="funded_hours_set").count() == 1
    for field, wrong in (("hours", {"hours": "many"}), ("source", {"source": "", "hours": "1"})):
        with pytest.raises(ValidationError) as refused:
            set_hours(**{**one, **wrong})
        assert set(refused.value.message_dict) == {field}
    lines = f"{urn(led.acorns.provider)};1,300\n{urn(led.bluebells.provider)};40.25"
    done = import_hours(text=lines, **facts)
    assert (done.new, done.changed, done.same) == (1, 1, 0)
    assert import_hours(text=lines, **facts).same == 2
    assert sorted(FundedHours.objects.values_list("hours", flat=True)) == [Decimal("40.25"), Decimal(1300)]
    with pytest.raises(ValidationError, match="Line 1"):
        import_hours(text="EY1,2", **facts)


def test_s3_no_hours_where_nothing_is_paid_by_them(
    in_larkshire: Authority, led: Group, fred: User, maya: User
) -> None:
    period = open_period(maya, on=TODAY)
    with pytest.raises(ValidationError, match="Nothing is paid by funded hours"):
        set_hours(
            period_id=period.pk, provider_id=led.acorns.provider_id, hours="1", source="x", by=fred, at=NOW
        )


# --- pages --------------------------------------------------------------------------------------------------


def test_s9_the_list_shows_missing_ones_first_and_leads_to_the_form(
    larkshire: Authority, paid: Group, fred: User, browse: Browse
) -> None:
    client = browse(fred)
    with authority_scope(larkshire):
        set_reference(provider_id=paid.bluebells.provider_id, reference="V7", by=fred, at=NOW)
    page = text_of(client.get(BASE))
    assert page.index("Acorns") < page.index("Bluebells")
    assert "Missing" in page
    assert "Bluebells" not in text_of(client.get(f"{BASE}?missing=on")).split("<tbody")[1]
    address = f"{BASE}{paid.acorns.provider_id}/"
    assert address in page
    bank = client.post(address, {"reference": "20-45-45 12345678"})
    assert set(bank.context["form"].errors) == {"reference"}
    assert "The supplier reference is saved." in text_of(
        client.post(address, {"reference": "V8"}, follow=True)
    )
    assert "Say why the reference changes." in text_of(client.post(address, {"reference": "V9"}))
    assert client.get(f"{BASE}999999/").status_code == 404


@pytest.mark.parametrize("by_file", [True, False])
def test_s9_an_import_tells_each_wrong_line_and_keeps_what_was_pasted_or_chosen(
    larkshire: Authority, paid: Group, fred: User, browse: Browse, by_file: bool
) -> None:
    client = browse(fred)
    with authority_scope(larkshire):
        line = f"{urn(paid.acorns.provider)},V001"
    wrong = f"{line}\nEY000000,V002"
    sent: dict[str, Any] = {"text": wrong}
    if by_file:
        sent = {"text": "", "file": SimpleUploadedFile("references.csv", wrong.encode("utf-16"))}
    page = text_of(client.post(f"{BASE}import/", sent))
    assert "Line 2: There is no setting with the URN EY000000." in page
    assert line in page
    assert "EY000000,V002" in page
    assert "1 new. 0 changed. 0 as before." in text_of(
        client.post(f"{BASE}import/", {"text": line}, follow=True)
    )


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (b"%PDF-1.7", "file"),
        (b"PK\x03\x04\x00\x00", "file"),
        (b"\x81\x00", "file"),
        (b"\xff\xfeA", "file"),
        (b"", "file"),
        (b"x" * (1024 * 1024 + 1), "file"),
        (b"EY123456,20-45-45 12345678", "text"),
    ],
)
def test_s9_what_is_no_csv_and_what_holds_bank_details_is_refused(
    paid: Group, fred: User, browse: Browse, content: bytes, field: str
) -> None:
    answer = browse(fred).post(f"{BASE}import/", {"file": SimpleUploadedFile("x.csv", content)})
    assert field in answer.context["form"].errors
    assert "text" in browse(fred).post(f"{BASE}import/", {}).context["form"].errors


def test_s9_payees_that_are_not_ready_are_listed(paid: Group, fred: User, browse: Browse) -> None:
    client = browse(fred)
    page = text_of(client.get("/larkshire/supplement/payees/"))
    assert "No supplier reference" in page
    assert f"/larkshire/collaborations/{paid.collaboration.pk}/supplement/payee/" in page
    assert "Nothing matches" in text_of(client.get("/larkshire/supplement/payees/?wrong=left"))


def test_s3_hours_on_their_pages(
    larkshire: Authority, led: Group, fred: User, browse: Browse, period: SchemePeriod
) -> None:
    client, base = browse(fred), f"/larkshire/supplement/hours/{period.pk}/"
    assert base in text_of(client.get("/larkshire/supplement/hours/"))
    assert "Missing" in text_of(client.get(base))
    one = f"{base}settings/{led.acorns.provider_id}/"
    page = text_of(client.post(one, {"hours": "1,250.5", "source": "Headcount"}, follow=True))
    assert "1,250.50" in page
    with authority_scope(larkshire):
        lines = f"URN,Hours\n{urn(led.bluebells.provider)},x"
    page = text_of(client.post(f"{base}import/", {"text": lines, "source": "Headcount"}))
    assert "Line 2: Enter funded hours as a number" in page
    good = {"text": lines.replace(",x", ",40"), "source": "Headcount"}
    assert "1 new." in text_of(client.post(f"{base}import/", good, follow=True))
    assert client.get("/larkshire/supplement/hours/999999/").status_code == 404


def test_s9_only_the_finance_team_enters_and_others_do_not_find_it(
    larkshire: Authority,
    paid: Group,
    period: SchemePeriod,
    browse: Browse,
    amina: User,
    quinn: User,
    otto: User,
    sam: User,
) -> None:
    hours = f"/larkshire/supplement/hours/{period.pk}/"
    reads = [BASE, "/larkshire/supplement/payees/", "/larkshire/supplement/hours/", hours]
    provider = paid.acorns.provider_id
    writes = [f"{BASE}import/", f"{BASE}{provider}/", f"{hours}import/", f"{hours}settings/{provider}/"]
    assert {browse(amina).get(page).status_code for page in reads} == {200}
    assert {browse(amina).get(page).status_code for page in writes} == {403}
    for person in (quinn, sam, paid.lena):
        assert {browse(person).get(page).status_code for page in (*reads, *writes)} == {403}
    assert {browse(otto).get(page).status_code for page in (*reads, *writes)} == {404}


def test_s9_the_lists_take_as_many_statements_for_many_as_for_few(
    larkshire: Authority, paid: Group, fred: User, browse: Browse, period: SchemePeriod
) -> None:
    client = browse(fred)
    pages = [BASE, "/larkshire/supplement/payees/", f"/larkshire/supplement/hours/{period.pk}/"]
    numbers: list[list[int]] = []
    for _ in range(2):
        counted = []
        for page in pages:
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                client.get(page)
            counted.append(len(queries))
        numbers.append(counted)
        with authority_scope(larkshire):
            for _number in range(3):
                row = MembershipFactory(joined_on=BEFORE)
                set_reference(provider_id=row.provider_id, reference="V", by=fred, at=NOW)
    assert numbers[0] == numbers[1]
    assert max(numbers[0]) <= 14
