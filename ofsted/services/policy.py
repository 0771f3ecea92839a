"""Adopting and changing the leading policy (O5).

Adopted versions never change; a mistake is mended by the next version.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.scoping import current_authority_id
from core.wording import date_in_words
from ofsted.models import LeadingPolicy
from ofsted.rules import policy as policy_rules
from ofsted.rules.policy_cells import CELLS, VERDICTS, differences, from_stored, stored
from ofsted.selectors.standing import (
    adopted_policies,
    policy_draft,
    policy_in_force,
    table_in_force,
    table_of,
)
from ofsted.signals import judgements_changed

Draft = LeadingPolicy.State.DRAFT
Adopted = LeadingPolicy.State.ADOPTED


@transaction.atomic
def ensure_first_policy(*, on: date, by: User | None = None) -> LeadingPolicy:
    """The version in force on a day; where the authority has none, the
    shipped default becomes its version 1 from that day.

    Called when an authority is set up and by each check of the leaders, so that every decision names a
    version.
    """
    policy = policy_in_force(on)
    if policy is not None:
        return policy
    _one_at_a_time()
    policy = policy_in_force(on)
    if policy is not None:
        return policy
    version = _next_version()
    policy = LeadingPolicy.objects.create(
        version=version,
        state=Adopted,
        cells=stored(policy_rules.LeadingPolicy.shipped()),
        note=_("The table that the software comes with."),
        starts_on=on,
        adopted_at=timezone.now(),
        adopted_by=by,
    )
    _record_adoption(policy, by=by, on=on)
    return policy


@transaction.atomic
def draft_policy(*, by: User, on: date, note: str = "") -> LeadingPolicy:
    """Start the next version as a copy of the one in force.

    Raises ValidationError when a draft is there already.
    """
    _one_at_a_time()
    if policy_draft() is not None:
        raise ValidationError(
            _("There is a draft of the next version already. Change that one, or put it aside first.")
        )
    draft = LeadingPolicy(version=_next_version(), cells=stored(table_in_force(on)), note=note)
    draft.save()
    record(Action.POLICY_DRAFTED, about=draft, by=by, version=draft.version)
    return draft


@transaction.atomic
def change_policy(
    *, policy_id: int, cells: Mapping[str, str], note: str, edits_seen: int, by: User
) -> LeadingPolicy:
    """Write the table and the note of a draft.

    ``edits_seen`` is the draft's counter when the person opened it. Raises ValidationError when the version
    is adopted, when a cell or verdict does not exist, or when somebody else has saved in between: then the
    message holds both readings of each cell.
    """
    draft = _locked_draft(policy_id)
    if unknown := [key for key, verdict in cells.items() if key not in CELLS or verdict not in VERDICTS]:
        raise ValidationError(_("The table has no such line: %(lines)s") % {"lines": ", ".join(unknown)})
    wanted = {**draft.cells, **cells}
    if draft.edits != edits_seen:
        raise _edited_meanwhile(draft, wanted, note)
    before = draft.cells
    if wanted == before and note == draft.note:
        return draft
    draft.cells, draft.note, draft.edits = wanted, note, draft.edits + 1
    draft.save(update_fields=["cells", "note", "edits"])
    changed = {
        key: [before.get(key), verdict] for key, verdict in wanted.items() if before.get(key) != verdict
    }
    record(Action.POLICY_CHANGED, about=draft, by=by, version=draft.version, details=changed)
    return draft


@transaction.atomic
def adopt_policy(
    *, policy_id: int, starts_on: date, edits_seen: int, by: User, at: datetime
) -> LeadingPolicy:
    """Put a draft in force from a day, today at the earliest: what was
    decided before keeps the version that decided it.

    Adopting the same version again, as a second press of the button does, changes nothing and is no error.
    Raises ValidationError when the table is incomplete, was changed since the person saw it, or would start
    before a newer version.
    """
    policy = _locked(policy_id)
    if policy.state == Adopted:
        return policy
    _may_adopt(policy, starts_on=starts_on, edits_seen=edits_seen, today=timezone.localdate(at))
    policy.state, policy.starts_on = Adopted, starts_on
    policy.adopted_at, policy.adopted_by = at, by
    policy.save(update_fields=["state", "starts_on", "adopted_at", "adopted_by"])
    _record_adoption(policy, by=by, on=starts_on)
    if starts_on <= timezone.localdate(at):
        authority_id, adopted_id = current_authority_id(), policy.pk
        transaction.on_commit(
            lambda: judgements_changed.send(LeadingPolicy, authority_id=authority_id, policy_id=adopted_id),
            robust=True,
        )
    return policy


@transaction.atomic
def discard_policy(*, policy_id: int, by: User) -> None:
    """Put a draft aside. Raises ValidationError for an adopted version."""
    draft = _locked_draft(policy_id)
    record(Action.POLICY_DISCARDED, about=draft, by=by, version=draft.version)
    draft.delete()


def _may_adopt(policy: LeadingPolicy, *, starts_on: date, edits_seen: int, today: date) -> None:
    if policy.edits != edits_seen:
        raise ValidationError(
            _(
                "Somebody has changed this draft since you opened this page. Look at it again before you"
                " adopt it."
            )
        )
    if problems := table_of(policy).problems():
        raise ValidationError([reason.in_words(_) for reason in problems])
    if starts_on < today:
        raise ValidationError(
            {"starts_on": _("A version can start today or later: decisions of the past keep their version.")}
        )
    newest = adopted_policies().first()
    if newest is not None and newest.starts_on is not None and starts_on < newest.starts_on:
        words = {"version": newest.version, "date": date_in_words(newest.starts_on)}
        raise ValidationError(
            {
                "starts_on": (
                    _("Version %(version)s starts on %(date)s. This version must start on that day or later.")
                    % words
                )
            }
        )


def _record_adoption(policy: LeadingPolicy, *, by: User | None, on: date) -> None:
    facts: dict[str, Any] = {"version": policy.version, "from": on}
    record(Action.POLICY_ADOPTED, about=policy, by=by, **facts)


def _edited_meanwhile(draft: LeadingPolicy, wanted: Mapping[str, str], note: str) -> ValidationError:
    """Both readings of each cell on which two editors disagree."""
    theirs, yours = from_stored(draft.version, draft.cells), from_stored(draft.version, wanted)
    lines = [
        _("%(area)s, %(judgement)s: saved is “%(theirs)s”, yours is “%(yours)s”.")
        % {
            "area": _(difference.area),
            "judgement": _(difference.judgement),
            "theirs": _(difference.one.label) if difference.one is not None else "",
            "yours": _(difference.other.label) if difference.other is not None else "",
        }
        for difference in differences(theirs, yours)
    ]
    if note != draft.note:
        lines.append(
            _("Note: saved is “%(theirs)s”, yours is “%(yours)s”.") % {"theirs": draft.note, "yours": note}
        )
    first = _(
        "Somebody else has saved this draft since you opened it. Nothing of yours is saved yet: save again to"
        " keep what stands here."
    )
    return ValidationError(
        [ValidationError(first, code="edited_meanwhile"), *(ValidationError(line) for line in lines)]
    )


def _locked(policy_id: int) -> LeadingPolicy:
    return LeadingPolicy.objects.select_for_update().get(pk=policy_id)


def _locked_draft(policy_id: int) -> LeadingPolicy:
    policy = _locked(policy_id)
    if policy.state != Draft:
        raise ValidationError(
            _("Version %(version)s has been adopted. Adopted versions never change.")
            % {"version": policy.version}
        )
    return policy


def _next_version() -> int:
    return (LeadingPolicy.objects.aggregate(newest=Max("version"))["newest"] or 0) + 1


def _one_at_a_time() -> None:
    """Versions of one authority are made one after the other: two
    requests at once must not both make the next one.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('ofsted.policy'), %s)", [current_authority_id()]
        )
