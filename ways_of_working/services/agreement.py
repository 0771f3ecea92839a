"""The members agree their ways of working (W2): sent round, answered, talked over, taken back, adopted.

Everything that moves a version locks it first, so of two people at once the second finds what the first did
and is told so.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import TaskLink, User
from accounts.services.links import use_link
from audit.rules.actions import Action
from audit.services import record
from collaborations import services as collaboration_services
from collaborations.services import refuse
from core.saving import save_in_words
from core.text import several_lines
from core.wording import date_in_words
from documents.services.outbox import enqueue
from memberships.selectors.members import membership_for_update
from memberships.services.permissions import take_turn
from ways_of_working.emails import TermsAdopted, TermsChanged
from ways_of_working.models import TermsAnswer, WaysOfWorking
from ways_of_working.rules.adoption import MemberAnswer, State, may_adopt, may_answer, may_take_back
from ways_of_working.rules.agreement import CirculationFacts, may_circulate
from ways_of_working.rules.record import record_as_json
from ways_of_working.selectors.agreement import Agreement, agreement_of, counts, member_ids
from ways_of_working.selectors.comparing import change_by_rule, edition_of, says_something
from ways_of_working.selectors.record import record_on
from ways_of_working.selectors.writing import adopted_version, version_for_update
from ways_of_working.services import writing
from ways_of_working.services.terms_asking import Asked, ask, end_links, notify_everybody
from ways_of_working.services.terms_talk import notify_who_runs_it


class Circulated(NamedTuple):
    """The version, who was written to, and whether it went round now: pressed twice, it went before."""

    ways: WaysOfWorking
    asked: Asked
    is_new: bool


@transaction.atomic
def circulate_version(
    *, ways_id: int, answer_by_on: date | None, is_material: bool, why: str, seen: int, by: User, at: datetime
) -> Circulated:
    """Freeze a version and send it to the members: a material one is
    to be answered, a small change is only told.

    ``why``: what changes, which the members read; it must be said where people decide otherwise than the rule
    about what is material. ``seen``: the text that was looked at (``edition_of``). Raises ValidationError at
    "answer_by_on", "is_material", "why".
    """
    take_turn()
    ways, today = version_for_update(ways_id), timezone.localdate(at)
    wanted = answer_by_on if is_material else None
    if ways.state == State.CIRCULATED and (ways.answer_by_on, ways.is_material, ways.circulated_by_id) == (
        wanted,
        is_material,
        by.pk,
    ):
        return Circulated(ways, Asked(), is_new=False)
    before = adopted_version(ways.collaboration)
    members = member_ids(ways, on=today)
    facts = CirculationFacts(
        State(ways.state), len(members), change_by_rule(before, ways), before is None, says_something(ways)
    )
    refuse(may_circulate(facts, answer_by=answer_by_on, is_material=is_material, why=why, today=today))
    if seen != edition_of(ways):
        raise ValidationError(
            _("Somebody has changed the text in the meantime. Look at it again before you send it.")
        )
    words: dict[str, Any] = {
        "answer_by_on": wanted,
        "is_material": is_material,
        "change_words": several_lines(why),
    }
    ways = writing.mark_circulated(ways=ways, **words, by=by, at=at)
    record(Action.TERMS_CIRCULATED, about=ways, by=by, version=ways.version, collaboration=ways.collaboration)
    if not is_material:
        notify_everybody(ways, kind=TermsChanged, on=today, but=[by.pk])
        return Circulated(ways, Asked(), is_new=True)
    memberships = [row.membership for row in agreement_of(ways, on=today).rows]
    return Circulated(ways, ask(ways, memberships, by=by, at=at, is_first=True), is_new=True)


@transaction.atomic
def answer_version(
    *,
    ways_id: int,
    membership_id: int,
    answer: str,
    words: str = "",
    by: User,
    at: datetime,
    link: TaskLink | None = None,
) -> TermsAnswer:
    """Record what a member says, or says now instead. With ``link``, it is used up; other open links end.

    The same again changes nothing. Raises ValidationError at "answer" and "words", also when the version was
    adopted meanwhile.
    """
    ways, today = version_for_update(ways_id), timezone.localdate(at)
    membership = membership_for_update(membership_id)
    is_member = membership_id in member_ids(ways, on=today)
    refuse(may_answer(State(ways.state), MemberAnswer(answer), words=words, is_member=is_member))
    if link is not None:
        use_link(link=link, at=at)
    row = TermsAnswer.objects.filter(ways=ways, membership=membership).first() or TermsAnswer(
        ways=ways, membership=membership
    )
    said = several_lines(words) if answer == MemberAnswer.CHANGE else ""
    if row.pk and counts(ways, row) and (row.answer, row.words) == (answer, said):
        return row  # pressed twice
    row.answer, row.words, row.answered_by, row.answered_at = answer, said, by, at
    save_in_words(row)
    end_links(ways, membership_id, at=at)
    facts: dict[str, Any] = {
        "version": ways.version,
        "collaboration": ways.collaboration,
        "setting": membership.provider,
    }
    record(Action.TERMS_ANSWERED, about=row, by=by, **facts, answer=row.get_answer_display())
    if answer == MemberAnswer.CHANGE:
        notify_who_runs_it(ways, by=by, on=today, occasion=f"terms-change-{row.pk}-{at.isoformat()}")
    return row


@transaction.atomic
def take_back_version(*, ways_id: int, by: User, at: datetime) -> WaysOfWorking:
    """Take a version back to be changed, once a member asks for a change.

    Its answers stay as history and count no longer.

    Again, it changes nothing. Raises ValidationError, also when it was adopted meanwhile.
    """
    ways = version_for_update(ways_id)
    if ways.state == State.DRAFT and ways.circulated_at is not None:
        return ways  # pressed twice, or somebody else was faster
    agreement = agreement_of(ways, on=timezone.localdate(at))
    refuse(may_take_back(State(ways.state), agreement.tally))
    ways = writing.mark_draft_again(ways=ways, by=by, at=at)
    record(Action.TERMS_TAKEN_BACK, about=ways, by=by, version=ways.version, collaboration=ways.collaboration)
    return ways


@transaction.atomic
def adopt_version(*, ways_id: int, on: date, decision: str, by: User, at: datetime) -> WaysOfWorking:
    """Record that the members adopted a version on a day.

    It never changes again; the one before holds until that day.

    Who was a member on the day, led, held an office and answered what is kept with it. Raises ValidationError
    at "on", "decision" and "answers" with all reasons at once, and when somebody else has recorded it
    meanwhile.
    """
    take_turn()
    ways, today = version_for_update(ways_id), timezone.localdate(at)
    if ways.state == State.ADOPTED:
        return _adopted_already(ways, on=on, decision=decision, by=by)
    agreement = agreement_of(ways, on=on)
    errors = _reasons_against(agreement, on=on, today=today, decision=decision, by=by, at=at)
    if errors:
        raise ValidationError(errors)
    before = adopted_version(ways.collaboration)
    ways = writing.mark_adopted(
        ways=ways, on=on, decision=several_lines(decision), record=_kept(agreement, on=on), by=by, at=at
    )
    facts: dict[str, Any] = {"version": ways.version, "collaboration": ways.collaboration, "on": on}
    record(
        Action.TERMS_ADOPTED_VERSION,
        about=ways,
        by=by,
        details={"before": before and before.version},
        **facts,
    )
    notify_everybody(ways, kind=TermsAdopted, on=today)
    _print(ways)
    return ways


def _adopted_already(ways: WaysOfWorking, *, on: date, decision: str, by: User) -> WaysOfWorking:
    """The adoption that is there, where the same is recorded twice."""
    if (ways.adopted_on, ways.decision) == (on, several_lines(decision)):
        return ways
    words = {"person": ways.adopted_by or "", "day": date_in_words(ways.adopted_on)}
    if ways.adopted_by_id == by.pk:
        raise ValidationError(
            _("You have recorded already that it was adopted on %(day)s. What is adopted never changes.")
            % words
        )
    raise ValidationError(
        _("%(person)s has recorded in the meantime that it was adopted on %(day)s.") % words
    )


def _reasons_against(
    agreement: Agreement, *, on: date, today: date, decision: str, by: User, at: datetime
) -> dict[str, list[str]]:
    """Every reason against the adoption at its field: those of the
    rule, and those of the group's own life (C1).
    """
    errors: dict[str, list[str]] = {}
    for field, reason in may_adopt(agreement.facts, on=on, today=today, decision=decision):
        errors.setdefault(field, []).append(reason.in_words(_))
    try:
        collaboration_services.record_terms_adopted(
            collaboration=agreement.ways.collaboration, on=on, by=by, at=at
        )
    except ValidationError as refusal:
        found = refusal.message_dict if hasattr(refusal, "error_dict") else {"state": refusal.messages}
        for field, reasons in found.items():
            name = "on" if field == "terms_adopted_on" else field
            errors.setdefault(name, []).extend(
                reason for reason in reasons if reason not in errors.get(name, ())
            )
    return errors


def _kept(agreement: Agreement, *, on: date) -> dict[str, Any]:
    """The adoption record as it is stored (W4), with the tally that decided."""
    answers = [row.answer for row in agreement.rows if row.answer is not None]
    found = record_on(agreement.ways.collaboration, on=on, answers=answers, rule=agreement.rule)
    return {**record_as_json(found), "tally": agreement.tally._asdict()}


def _print(ways: WaysOfWorking) -> None:
    """Have the PDF made once this is committed, so that whoever opens it first does not wait."""

    enqueue("ways_of_working.keep_terms", ways_id=ways.pk)
