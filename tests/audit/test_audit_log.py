"""The audit log: who did what, in words, in the transaction of the deed, insert-only, sealed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from audit import selectors, services
from audit.models import Entry, Seal
from audit.rules.actions import EVERY_DEED, Action
from audit.rules.sentences import SENTENCES, differences_in, sentence
from audit.tasks import seal_everywhere
from core.scoping import authority_scope
from providers.models import Provider
from tests.factories.providers import ProviderFactory

Browse = Callable[[User | None], Client]
pytestmark = pytest.mark.django_db
SOON = timedelta(minutes=1)
#: Of a change to any of these, every seal of that version would say that it is broken.
DIGESTS_OF_ONE_ENTRY = {
    1: "20b7f8c81e706ce7f76b208c42b30e3b15a2fdd11568f71e47af6622e92361f6",
    2: "4f7aaabd377a915e4367f7d1f55307550a40ce7dee26a184cc2437bf6def5e9e",
}


def test_every_action_has_its_sentence() -> None:
    assert set(SENTENCES) == set(EVERY_DEED)


def test_a_sentence_never_shows_a_blank() -> None:
    with pytest.raises(KeyError):
        sentence(Action.ROLE_GIVEN, about="", facts={"person": "Lena"})


def test_an_entry_is_written_in_the_transaction_of_the_deed(
    larkshire: Authority, amina: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    with authority_scope(larkshire):
        entry = services.record(
            Action.SETTING_CHANGED, about=larkshire, by=amina, details={"name": ["a", "b"]}
        )
        assert str(entry) == "Amina Yusuf changed the setting Larkshire"
        assert entry.facts == {"name": ["a", "b"]}
        monkeypatch.setattr(services, "connection", SimpleNamespace(in_atomic_block=False))
        with pytest.raises(RuntimeError):
            services.record(Action.SETTING_CHANGED, about=larkshire, by=amina)


def test_one_deed_to_many_rows_is_one_statement_and_none_to_no_rows(
    larkshire: Authority, django_assert_num_queries: Any
) -> None:
    with authority_scope(larkshire):
        settings = [ProviderFactory().pk for _number in range(3)]
        before = set(Entry.objects.values_list("pk", flat=True))
        for ids, statements in (([], 0), (settings, 1)):
            with django_assert_num_queries(statements):
                services.record_each(Action.CASE_OPENED, about=Provider, ids=ids, by=None)
        entries = Entry.objects.exclude(pk__in=before)
        assert sorted(entries.values_list("about_id", flat=True)) == settings
        with pytest.raises(ValueError, match="names what it is about"):
            services.record_each(Action.SETTING_CHANGED, about=Provider, ids=[], by=None)


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"changes": {"telephone": ["", "01632"]}, "version": 2}, {"telephone": ["", "01632"]}),
        (
            {"team_name": ["Early years", "Childcare"], "version": 2},
            {"team_name": ["Early years", "Childcare"]},
        ),
        ({"filters": {"q": "oak"}, "three": [1, 2, 3]}, {}),
    ],
)
def test_what_a_change_touched(facts: dict[str, Any], found: dict[str, Any]) -> None:
    assert differences_in(facts) == found


def test_the_facts_of_an_entry_are_read_in_words(larkshire: Authority, maya: User, browse: Browse) -> None:
    with authority_scope(larkshire):
        facts = {
            "until": "2026-09-30",
            "filters": {"q": "oak", "member": ""},
            "empty": {},
            "old_id": 7,
            "sha256": "ab",
            "is_new": True,
        }
        changes = {
            "team_name": ["", "Childcare"],
            "contact_email": [None, None],
            "no_field": ["x-2026-1-1", "2026-13-45"],
        }
        entry = services.record(
            Action.AUTHORITY_CHANGED, about=larkshire, by=maya, details={**facts, **changes}
        )
        alone = Entry(about_type="gone.model", facts={"file_name": "a.csv"})
    page = " ".join(browse(maya).get(f"/larkshire/audit/{entry.pk}/").content.decode().split())
    assert "30 September 2026" in page
    assert "q: oak; member: nothing" in page
    assert "nothing → Childcare" in page
    assert "changed; the values are not shown here" in page
    assert "x-2026-1-1 → 2026-13-45" in page
    assert "(SHA-256)" in page
    assert "Yes" in page
    assert "Old id" not in page
    assert selectors.facts_in_words(alone) == [("file name", "a.csv")]
    listed = browse(maya).get("/larkshire/audit/").content.decode()
    assert "name of the early years team" in listed


def test_a_changed_role_is_told_in_words(larkshire: Authority, maya: User) -> None:
    with authority_scope(larkshire):
        entry = Entry.objects.filter(action="role_given").latest("pk")
    assert entry.sentence == "made Maya Thornton Early years manager from 1 January 2020"
    assert entry.by_name == "The software"


def test_a_manager_reads_filters_and_exports(larkshire: Authority, maya: User, browse: Browse) -> None:
    client = browse(maya)
    page = client.get("/larkshire/audit/?words=manager").content.decode()
    assert "made Maya Thornton Early years manager" in page
    assert "/larkshire/files/exports/audit_log/" in page
    with authority_scope(larkshire):
        entry = Entry.objects.filter(action="role_given").latest("pk")
    assert "Everything about" in client.get(f"/larkshire/audit/{entry.pk}/").content.decode()


@pytest.mark.parametrize("number", ["²", "٣", "-1", "x", "9" * 40])
def test_a_person_who_is_no_number_is_not_found(
    number: str, larkshire: Authority, maya: User, browse: Browse
) -> None:
    address = "/larkshire/files/exports/audit_log/"
    assert browse(maya).get(address, {"by": number}).status_code == 404
    assert browse(maya).get(address, {"by": maya.pk}).status_code == 200


def test_confidential_entries_are_for_those_who_see_every_case(
    larkshire: Authority, maya: User, amina: User
) -> None:
    from accounts.roles import Role
    from audit.selectors import entries_for
    from tests.cast import person

    auditor = person(larkshire, "Una Auditor", Role.AUDITOR)
    with authority_scope(larkshire):
        services.record(Action.CASE_OPENED, about=larkshire, by=None, confidential=True)
        assert not entries_for(auditor).filter(action="case_opened").exists()
        assert entries_for(maya).filter(action="case_opened").exists()
        assert entries_for(maya).get(action="case_opened").about_name == ""


def test_who_may_not_read(
    larkshire: Authority, amina: User, sam: User, otto: User, nadia: User, maya: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        entry = Entry.objects.latest("pk")
    for somebody, status in ((amina, 403), (sam, 403), (otto, 404), (nadia, 404)):
        assert browse(somebody).get("/larkshire/audit/").status_code == status
    assert browse(nadia).get(f"/marlshire/audit/{entry.pk}/").status_code == 404


def test_the_list_asks_as_little_for_many_as_for_one(
    larkshire: Authority, maya: User, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    client = browse(maya)
    client.get("/larkshire/audit/")
    with authority_scope(larkshire):
        for _ in range(30):
            services.record(Action.SETTING_CHANGED, about=larkshire, by=maya)
    with django_assert_max_num_queries(16):
        client.get("/larkshire/audit/")


def test_a_forged_row_is_found(larkshire: Authority, maya: User, as_owner: Any) -> None:
    later = timezone.now() + SOON
    with authority_scope(larkshire):
        first = services.seal_entries(before=later)
        assert services.seal_entries(before=later) is None, "nothing new, no seal"
        services.record(Action.SETTING_CHANGED, about=larkshire, by=maya)
        second = services.seal_entries(before=later + SOON)
        assert first is not None
        assert second is not None
        assert second.previous == first.value
        assert services.broken_seals() == []
    call_command("verify_audit", stdout=io.StringIO())
    with as_owner(), authority_scope(larkshire):
        Entry.objects.filter(pk=first.last_entry_id).update(sentence="did nothing at all")
    with authority_scope(larkshire):
        assert [seal.pk for seal in services.broken_seals()] == [first.pk]
    with pytest.raises(CommandError, match="no longer fit"):
        call_command("verify_audit", stdout=io.StringIO())


def changed(value: object, field: Any) -> object:
    """Another value of the same kind; null where it may be."""
    if field.null and value is not None:
        return None
    if isinstance(value, bool):
        return not value
    if isinstance(value, datetime):
        return value + timedelta(microseconds=1)
    if isinstance(value, int):
        return value + 1_000_000
    if isinstance(value, dict):
        return {**value, "slipped": "in"}
    return 1 if value is None else f"{value[:-1]}~"  # type: ignore[index]


@pytest.mark.parametrize("column", [field.attname for field in Entry._meta.concrete_fields])
def test_changing_any_column_of_an_entry_changes_its_digest(
    column: str, larkshire: Authority, maya: User
) -> None:
    with authority_scope(larkshire):
        entry = services.record(Action.SETTING_CHANGED, about=larkshire, by=maya, details={"a": [1, 2]})
        entry.refresh_from_db()
    before = services.digest("", [entry])
    setattr(entry, column, changed(getattr(entry, column), Entry._meta.get_field(column)))
    assert services.digest("", [entry]) != before


@pytest.mark.parametrize(
    "column",
    [
        field.attname
        for field in Entry._meta.concrete_fields
        if not field.primary_key and not field.is_relation
    ],
)
def test_changing_any_column_in_the_database_breaks_the_seal(
    column: str, larkshire: Authority, maya: User, as_owner: Any
) -> None:
    later = timezone.now() + SOON
    with authority_scope(larkshire):
        services.record(Action.SETTING_CHANGED, about=larkshire, by=maya, details={"a": [1, 2]})
        seal = services.seal_entries(before=later)
        entry = Entry.objects.latest("pk")
        assert services.broken_seals() == []
    other = changed(getattr(entry, column), Entry._meta.get_field(column))
    with as_owner(), authority_scope(larkshire):
        Entry.objects.filter(pk=entry.pk).update(**{column: other})
    with authority_scope(larkshire):
        assert services.broken_seals() == [seal]


def test_a_seal_of_an_older_version_still_fits(larkshire: Authority, maya: User, as_owner: Any) -> None:
    later = timezone.now() + SOON
    with authority_scope(larkshire):
        old = services.seal_entries(before=later)
        entries = list(Entry.objects.order_by("pk"))
    assert old is not None
    value = services.digest("", entries, version=1)
    with as_owner(), authority_scope(larkshire):
        Seal.objects.filter(pk=old.pk).update(digest_version=1, value=value)
    with authority_scope(larkshire):
        services.record(Action.SETTING_CHANGED, about=larkshire, by=maya)
        new = services.seal_entries(before=later + SOON)
        assert new is not None
        assert (new.previous, new.digest_version) == (value, services.NEWEST_DIGEST)
        assert services.broken_seals() == []


def test_an_older_version_after_a_newer_one_is_broken(
    larkshire: Authority, maya: User, as_owner: Any
) -> None:
    later = timezone.now() + SOON
    with authority_scope(larkshire):
        services.seal_entries(before=later)
        services.record(Action.SETTING_CHANGED, about=larkshire, by=maya)
        new = services.seal_entries(before=later + SOON)
        assert new is not None
        entries = list(Entry.objects.filter(pk__gte=new.first_entry_id).order_by("pk"))
    with as_owner(), authority_scope(larkshire):
        Seal.objects.filter(pk=new.pk).update(
            digest_version=1, value=services.digest(new.previous, entries, version=1)
        )
    with authority_scope(larkshire):
        assert services.broken_seals() == [new]


@pytest.mark.parametrize("version", sorted(services.DIGESTS))
def test_a_version_of_the_digest_never_changes(version: int, larkshire: Authority) -> None:
    at = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
    entry = Entry(
        pk=7, authority_id=1, at=at, by_id=3, by_name="Maya", action="setting_changed", about_type="a.b",
        about_id=9, about_name="Oak", sentence="changed the setting Oak", facts={"a": [1, 2]},
    )  # fmt: skip
    assert services.digest("x", [entry], version=version) == DIGESTS_OF_ONE_ENTRY[version]


def test_the_timetable_seals_each_authority(
    larkshire: Authority, marlshire: Authority, maya: User, nadia: User
) -> None:
    import time_machine

    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        seal_everywhere()
    for authority in (larkshire, marlshire):
        with authority_scope(authority):
            assert Seal.objects.count() == 1
