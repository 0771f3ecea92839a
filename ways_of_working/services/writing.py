"""Writing ways of working: a version is begun, written section by section, put aside; and its moves from
state to state (W1, W2, W3).

Who must have agreed before a version is adopted is asked in ``ways_of_working.services.agreement``; the moves
at the end of this module are for it alone, and leave the entry in the audit log to it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record as record_entry
from collaborations.models import Collaboration
from collaborations.rules import ADOPTING
from collaborations.selectors import collaboration_for_update
from collaborations.services import note_version_adopted, record_terms_adopted
from core.saving import save_in_words
from core.wording import date_in_words
from ways_of_working.models import TermsSection, TermsTemplate, WaysOfWorking
from ways_of_working.rules.adoption import State as VersionState
from ways_of_working.rules.adoption import transition_of
from ways_of_working.rules.questions import SECTIONS, questions_of
from ways_of_working.selectors import writing as selectors
from ways_of_working.selectors.templates import template_in_force

State = WaysOfWorking.State


class Adoption(NamedTuple):
    """The day from which a version holds, and who was there and said what, as it is kept with it (W4)."""

    on: date
    record: dict[str, Any]


@transaction.atomic
def start_version(*, collaboration: Collaboration, by: User, at: datetime) -> WaysOfWorking:
    """Begin a version: the first from the words of the authority's template in force, a later one as a copy
    of the adopted one.

    The template's answers are not copied: they hold anyway where the members answer nothing, and change with
    the authority's. One version is in hand at a time: raises ValidationError that says who began it and when.
    """
    collaboration = collaboration_for_update(collaboration.pk)
    if collaboration.state not in ADOPTING:
        words = {"state": collaboration.get_state_display()}
        raise ValidationError(
            _(
                "Ways of working are written once the first meeting has decided to draft them. It is"
                " “%(state)s” now."
            )
            % words
        )
    in_hand = selectors.version_in_hand(collaboration)
    if in_hand is not None:
        raise ValidationError(in_hand_words(in_hand, by=by))
    before = selectors.adopted_version(collaboration)
    template = None if before else template_in_force(on=timezone.localdate(at))
    newest = selectors.versions_of(collaboration).first()
    ways = WaysOfWorking(
        collaboration=collaboration,
        version=newest.version + 1 if newest else 1,
        before=before,
        template=template,
    )
    ways.started_by, ways.started_at = by, at
    clash = {"__all__": _("Somebody has begun a version at the same time. Open it, and go on there.")}
    save_in_words(ways, clash=clash)
    TermsSection.objects.bulk_create(_first_sections(ways, before, template))
    facts: dict[str, Any] = {"version": ways.version, "collaboration": collaboration}
    details = {"before": before and before.version, "template": template and template.version}
    record_entry(Action.TERMS_STARTED, about=ways, by=by, details=details, **facts)
    return ways


def in_hand_words(ways: WaysOfWorking, *, by: User) -> str:
    """Who began the version that is in hand, and what to do."""
    facts = {"person": ways.started_by, "version": ways.version, "day": date_in_words(ways.started_at)}
    if ways.state == State.CIRCULATED:
        return (
            _("Version %(version)d is with the members. It is adopted or taken back before another is begun.")
            % facts
        )
    if ways.started_by_id == by.pk:
        return (
            _(
                "You began version %(version)d on %(day)s. Go on with it, or put it aside before you begin"
                " another."
            )
            % facts
        )
    return (
        _(
            "%(person)s began version %(version)d on %(day)s. Go on with it together; there is one version in"
            " hand at a time."
        )
        % facts
    )


@transaction.atomic
def discard_version(*, ways_id: int, by: User, at: datetime) -> WaysOfWorking:
    """Put a draft aside.

    It stays readable among the versions, and its number is not used again. Again, it changes nothing.
    """
    ways = selectors.version_for_update(ways_id)
    if ways.state == State.DISCARDED:
        return ways
    _move(ways, State.DISCARDED)
    save_in_words(ways, fields=["state"])
    record_entry(
        Action.TERMS_DISCARDED, about=ways, by=by, version=ways.version, collaboration=ways.collaboration
    )
    return ways


@transaction.atomic
def carry_over(
    *,
    source: WaysOfWorking,
    to: Collaboration,
    members: Collection[int],
    decision: str,
    adopted: Adoption | None,
    by: User,
    at: datetime,
) -> WaysOfWorking:
    """Give a collaboration that came from another its words and answers, as its first version (C4).

    ``adopted``: the day and the record with which it holds from the start; without it, a draft for the
    members to agree. A payee that is not among the ``members`` (ids of settings) is left out.
    """
    ways = WaysOfWorking(collaboration=to, version=1, started_by=by, started_at=at, change_words=decision)
    if adopted is not None:
        ways.state, ways.adopted_on, ways.record = State.ADOPTED, adopted.on, adopted.record
        ways.decision, ways.adopted_by = decision, by
    save_in_words(ways)
    if adopted is not None:
        to.terms_adopted_on = adopted.on
        save_in_words(to, fields=["terms_adopted_on"])
    rows = _first_sections(ways, source, None)
    for row in rows:
        if row.values.get("payee") not in {None, *map(str, members)}:
            row.values = {key: value for key, value in row.values.items() if key != "payee"}
    TermsSection.objects.bulk_create(rows)
    details = {"from": source.pk}
    record_entry(
        Action.TERMS_STARTED, about=ways, by=by, details=details, version=ways.version, collaboration=to
    )
    if adopted is not None:
        facts: dict[str, Any] = {"version": ways.version, "collaboration": to, "on": adopted.on}
        record_entry(Action.TERMS_ADOPTED_VERSION, about=ways, by=by, details=details, **facts)
    return ways


# --- moves, for ways_of_working.services.agreement ----------------------------------------------------------


@transaction.atomic
def mark_circulated(
    *,
    ways: WaysOfWorking,
    answer_by_on: date | None,
    is_material: bool,
    change_words: str,
    by: User,
    at: datetime,
) -> WaysOfWorking:
    """Freeze a draft: from here on nothing writes in it. The caller has locked it and asked the rules."""
    ways = selectors.version_for_update(ways.pk)
    _move(ways, State.CIRCULATED)
    ways.circulated_by, ways.circulated_at = by, at
    ways.answer_by_on, ways.is_material, ways.change_words = answer_by_on, is_material, change_words
    save_in_words(
        ways,
        fields=["state", "circulated_by", "circulated_at", "answer_by_on", "is_material", "change_words"],
    )
    return ways


@transaction.atomic
def mark_draft_again(*, ways: WaysOfWorking, by: User, at: datetime) -> WaysOfWorking:
    """Back to being written. When it was sent round stays, until it is sent again."""
    ways = selectors.version_for_update(ways.pk)
    _move(ways, State.DRAFT)
    ways.answer_by_on = None
    save_in_words(ways, fields=["state", "answer_by_on"])
    return ways


@transaction.atomic
def mark_adopted(
    *, ways: WaysOfWorking, on: date, decision: str, record: dict[str, Any], by: User, at: datetime
) -> WaysOfWorking:
    """Adopt a version on a day; the one before holds until that day, and the group's life knows the day (C1).

    ``record``: who was there and said what, as it is kept with the version (W4).
    """
    ways = selectors.version_for_update(ways.pk)
    _move(ways, State.ADOPTED)
    before = selectors.adopted_version(ways.collaboration)
    if before is not None:
        before = selectors.version_for_update(before.pk)
        _move(before, State.SUPERSEDED)
        before.superseded_on = on
        save_in_words(before, fields=["state", "superseded_on"])
    ways.adopted_on, ways.decision, ways.record, ways.adopted_by = on, decision, record, by
    save_in_words(ways, fields=["state", "adopted_on", "decision", "record", "adopted_by"])
    note_version_adopted(
        collaboration=record_terms_adopted(collaboration=ways.collaboration, on=on, by=by, at=at), on=on
    )
    return ways


def _move(ways: WaysOfWorking, to: str) -> None:
    """Set the state along ``rules.terms.TRANSITIONS``, or refuse in words."""
    if transition_of(VersionState(ways.state), VersionState(to)) is None:
        raise ValidationError({"state": standing_words(ways)})
    ways.state = to


def standing_words(ways: WaysOfWorking) -> str:
    """Why a version cannot be written or put aside."""
    facts = {
        "version": ways.version,
        "day": date_in_words(ways.adopted_on),
        "state": ways.get_state_display(),
    }
    if ways.state == State.CIRCULATED:
        return (
            _(
                "Version %(version)d is with the members, so its text stays as it was sent. Take it back"
                " first."
            )
            % facts
        )
    if ways.state == State.ADOPTED:
        return (
            _(
                "Version %(version)d was adopted on %(day)s. What is adopted never changes; begin a new"
                " version."
            )
            % facts
        )
    return _("This cannot be done to version %(version)d now. It is: %(state)s.") % facts


def _first_sections(
    ways: WaysOfWorking, before: WaysOfWorking | None, template: TermsTemplate | None
) -> list[TermsSection]:
    """One row a section of the catalogue. A local section that nobody has used yet begins as not used."""
    earlier = {row.key: row for row in selectors.section_rows(before)} if before else {}
    rows = []
    for position, section in enumerate(SECTIONS):
        row = TermsSection(ways=ways, key=section.key, position=position, is_used=not section.local)
        if was := earlier.get(section.key):
            row.title, row.is_used, row.texts, row.values = was.title, was.is_used, was.texts, was.values
        elif template:
            keys = [question.key for question in questions_of(section.key)]
            row.texts = {key: template.texts[key] for key in keys if template.texts.get(key)}
            row.is_used = row.is_used or bool(row.texts)
        rows.append(row)
    return rows
