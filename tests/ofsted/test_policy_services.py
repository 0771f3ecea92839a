"""O5: versions of the leading policy are drafted, changed by one editor
at a time, adopted from a day, and then never change.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from ofsted.models import LeadingPolicy
from ofsted.selectors.standing import policy_draft, policy_in_force, table_in_force
from ofsted.services.policy import (
    adopt_policy,
    change_policy,
    discard_policy,
    draft_policy,
    ensure_first_policy,
)
from ofsted.signals import judgements_changed
from tests.factories.ofsted import LeadingPolicyFactory
from tests.staging import staged

TODAY, NOW = date(2026, 7, 1), datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
INCLUSION = "report_card.rc_inclusion.4"


@staged
def first(in_larkshire: Authority) -> LeadingPolicy:
    return ensure_first_policy(on=date(2026, 1, 1))


def drafted(by: User) -> LeadingPolicy:
    return draft_policy(by=by, on=TODAY, note="Stricter on inclusion")


def change(draft: LeadingPolicy, by: User, seen: int = 0, note: str = "", **cells: str) -> LeadingPolicy:
    wanted = {key.replace("__", "."): verdict for key, verdict in cells.items()} or {INCLUSION: "below_line"}
    return change_policy(policy_id=draft.pk, cells=wanted, note=note, edits_seen=seen, by=by)


def adopt(draft: LeadingPolicy, by: User, starts_on: date = TODAY, seen: int | None = None) -> LeadingPolicy:
    return adopt_policy(
        policy_id=draft.pk,
        starts_on=starts_on,
        edits_seen=draft.edits if seen is None else seen,
        by=by,
        at=NOW,
    )


# --- version 1 ----------------------------------------------------------------------------------------------


def test_o5_the_shipped_default_is_version_one(first: LeadingPolicy) -> None:
    assert (first.version, first.state, first.starts_on) == (1, "adopted", date(2026, 1, 1))
    assert first.cells[INCLUSION] == "officer_decides"
    assert ensure_first_policy(on=TODAY) == first
    assert LeadingPolicy.objects.count() == 1
    assert (
        Entry.objects.get(action=Action.POLICY_ADOPTED).sentence
        == "adopted version 1 of the leading policy from 1 January 2026"
    )


def test_o5_without_any_version_the_shipped_default_decides(in_larkshire: Authority) -> None:
    assert policy_in_force(TODAY) is None
    assert table_in_force(TODAY).version == 1


def test_o5_a_day_before_the_first_version_is_read_by_the_first(first: LeadingPolicy) -> None:
    assert policy_in_force(date(2019, 1, 1)) == first


def test_o5_the_version_in_force_follows_the_day(first: LeadingPolicy, maya: User) -> None:
    second = adopt(drafted(maya), maya, starts_on=TODAY + timedelta(days=10))
    assert policy_in_force(TODAY) == first
    assert policy_in_force(TODAY + timedelta(days=10)) == second


# --- drafts -------------------------------------------------------------------------------------------------


def test_o5_a_draft_is_a_copy_of_the_version_in_force_and_there_is_one(
    first: LeadingPolicy, maya: User
) -> None:
    draft = drafted(maya)
    assert (draft.version, draft.state, draft.cells) == (2, "draft", first.cells)
    with pytest.raises(ValidationError, match="a draft of the next version already"):
        drafted(maya)


def test_o5_a_change_is_counted_and_recorded(first: LeadingPolicy, maya: User) -> None:
    draft = change(drafted(maya), maya)
    assert (draft.edits, draft.cells[INCLUSION]) == (1, "below_line")
    assert Entry.objects.get(action=Action.POLICY_CHANGED).facts[INCLUSION] == [
        "officer_decides",
        "below_line",
    ]
    assert change(draft, maya, seen=1, note="").edits == 1  # nothing new, nothing written


def test_o5_a_second_editor_is_not_overwritten_and_sees_both(
    first: LeadingPolicy, maya: User, amina: User
) -> None:
    draft = drafted(maya)
    change(draft, maya)
    with pytest.raises(ValidationError) as refusal:
        change(draft, amina, note="Mine", **{INCLUSION.replace(".", "__"): "may_lead"})
    first_error, cell, note = refusal.value.error_list
    assert first_error.code == "edited_meanwhile"
    assert cell.message == "Inclusion, Needs attention: saved is “Below the line”, yours is “May lead”."
    assert note.message == "Note: saved is “”, yours is “Mine”."
    assert policy_draft().cells[INCLUSION] == "below_line"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("key", "verdict"), [("legacy__overall__9", "may_lead"), ("legacy__overall__2", "perhaps")]
)
def test_o5_a_line_or_verdict_that_does_not_exist_is_refused(
    first: LeadingPolicy, maya: User, key: str, verdict: str
) -> None:
    with pytest.raises(ValidationError, match="no such line"):
        change(drafted(maya), maya, **{key: verdict})


def test_o5_a_draft_can_be_put_aside(first: LeadingPolicy, maya: User) -> None:
    discard_policy(policy_id=drafted(maya).pk, by=maya)
    assert policy_draft() is None
    assert Entry.objects.filter(action=Action.POLICY_DISCARDED).exists()
    assert drafted(maya).version == 2


# --- adopting -----------------------------------------------------------------------------------------------


def test_o5_adopting_twice_has_one_outcome(first: LeadingPolicy, maya: User) -> None:
    draft = change(drafted(maya), maya)
    done = adopt(draft, maya)
    again = adopt(draft, maya, starts_on=TODAY + timedelta(days=3), seen=99)
    assert (again.starts_on, again.adopted_by, again.adopted_at) == (done.starts_on, maya, NOW)
    # Version 1 and version 2, each once
    assert Entry.objects.filter(action=Action.POLICY_ADOPTED).count() == 2


@pytest.mark.parametrize(
    ("starts_on", "seen", "sentence"),
    [
        (TODAY - timedelta(days=1), None, "today or later"),
        (TODAY, 5, "Somebody has changed this draft"),
    ],
)
def test_o5_what_is_not_adopted(
    first: LeadingPolicy, maya: User, starts_on: date, seen: int | None, sentence: str
) -> None:
    with pytest.raises(ValidationError, match=sentence):
        adopt(drafted(maya), maya, starts_on=starts_on, seen=seen)


def test_o5_a_version_does_not_start_before_an_older_one(first: LeadingPolicy, maya: User) -> None:
    adopt(drafted(maya), maya, starts_on=TODAY + timedelta(days=30))
    with pytest.raises(ValidationError, match="Version 2 starts on 31 July 2026"):
        adopt(drafted(maya), maya, starts_on=TODAY + timedelta(days=29))


def test_o5_an_incomplete_table_is_not_adopted(first: LeadingPolicy, maya: User) -> None:
    cells = {key: verdict for key, verdict in first.cells.items() if key != INCLUSION}
    draft = LeadingPolicyFactory(draft=True, version=2, cells=cells)
    with pytest.raises(ValidationError, match="says nothing about “Inclusion: Needs attention”"):
        adopt(draft, maya)


def test_o5_adopted_versions_never_change(first: LeadingPolicy, maya: User) -> None:
    with pytest.raises(ValidationError, match="Adopted versions never change"):
        change(first, maya)
    with pytest.raises(ValidationError, match="Adopted versions never change"):
        discard_policy(policy_id=first.pk, by=maya)


@pytest.mark.parametrize("write", ["update", "delete"])
def test_o5_the_database_keeps_adopted_versions_too(first: LeadingPolicy, write: str) -> None:
    rows = LeadingPolicy.objects.filter(pk=first.pk)
    with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
        rows.update(note="Otherwise") if write == "update" else rows._raw_delete("default")


@pytest.mark.django_db(transaction=True)
def test_o5_a_version_in_force_today_is_news_once_it_is_certain(larkshire: Authority, maya: User) -> None:
    from core.scoping import authority_scope

    heard: list[dict[str, Any]] = []

    def listen(sender: Any, **facts: Any) -> None:
        heard.append({name: facts[name] for name in ("authority_id", "policy_id")})

    judgements_changed.connect(listen)
    try:
        with authority_scope(larkshire):
            ensure_first_policy(on=date(2026, 1, 1))
            today = adopt(drafted(maya), maya)
            adopt(drafted(maya), maya, starts_on=TODAY + timedelta(days=5))
            assert heard == []
    finally:
        judgements_changed.disconnect(listen)
    assert heard == [{"authority_id": larkshire.pk, "policy_id": today.pk}]
