"""The life of a collaboration (C1): its moves, its first meeting, the day its ways of working were adopted.

How many members and leaders there are is known one layer up, so it is passed in: officers and leaders come
through ``memberships.services.life.move_on``, a plan to divide or merge (C4) calls ``move_collaboration``
itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations import rules, selectors
from collaborations.models import Collaboration, FirstMeeting, StateChange
from collaborations.rules import ADOPTING, Refusal
from collaborations.signals import terms_adopted
from core.saving import save_in_words
from core.text import one_line, several_lines
from core.wording import date_in_words
from providers.models import District

State = Collaboration.State
#: Where its first meeting may be recorded or put right.
MEETING = frozenset({State.PROPOSED, State.INITIAL_MEETING, State.DRAFTING})


class Moved(NamedTuple):
    """The move, and whether it was made now: pressed twice, or by two people, it was made before."""

    change: StateChange
    is_new: bool


@transaction.atomic
def move_collaboration(
    *,
    collaboration: Collaboration,
    to: str,
    on: date,
    words: str = "",
    actor: rules.Actor,
    strength: rules.Strength = rules.NOBODY,
    seen: str = "",
    by: User,
    at: datetime,
) -> Moved:
    """Move a collaboration along ``rules.TRANSITIONS``; a row is added
    to its life and nothing there is ever rewritten.

    ``strength`` is that of the day ``on``. ``seen`` is the state that the person was looking at: when
    somebody else moved it on since, this move is refused. Raises ValidationError at "to", "on" and "words",
    with all reasons at once.
    """
    collaboration = selectors.collaboration_for_update(collaboration.pk)
    last = selectors.last_move(collaboration)
    if last is not None and collaboration.state == to:
        return Moved(last, is_new=False)
    if seen and seen != collaboration.state:
        raise ValidationError({"to": _moved_meanwhile(collaboration, last)})
    meeting = selectors.first_meeting_of(collaboration)
    facts = selectors.life_facts(collaboration, strength=strength, last=last, meeting=meeting)
    refuse(
        rules.may_move(facts, rules.State(to), actor=actor, on=on, today=timezone.localdate(at), words=words)
    )
    before = collaboration.state
    collaboration.state = to
    if to == State.CLOSED:
        collaboration.closed_on = on
    save_in_words(collaboration, fields=["state", "closed_on"])
    change = add_move(collaboration, before=before, on=on, words=words, by=by, at=at)
    labels: dict[str, Any] = {"before": str(State(before).label), "after": str(State(to).label)}
    record(
        Action.COLLABORATION_MOVED,
        about=collaboration,
        by=by,
        details={"on": str(on), "words": change.words},
        **labels,
    )
    return Moved(change, is_new=True)


def add_move(
    collaboration: Collaboration, *, before: str, on: date, words: str, by: User | None, at: datetime
) -> StateChange:
    """Add a row to the life of a collaboration whose state is saved already."""
    change = StateChange(
        collaboration=collaboration, from_state=before, to_state=collaboration.state, on=on, by=by, at=at
    )
    change.words = several_lines(words)
    save_in_words(change)
    return change


@transaction.atomic
def record_first_meeting(
    *,
    collaboration: Collaboration,
    held_on: date,
    place: str = "",
    facilitated_by: User | None,
    notes: str,
    came: int | None = None,
    corrects: bool = False,
    by: User,
    at: datetime,
) -> FirstMeeting:
    """Record the first meeting.

    From "proposed" that is also the move to "first meeting"; ``corrects`` puts right what was recorded.
    ``came``: how many settings and people did, None where it was not said.

    Raises ValidationError at "held_on" for a day that cannot be, and at no field where it is recorded already
    or too late.
    """
    collaboration = selectors.collaboration_for_update(collaboration.pk)
    meeting = selectors.first_meeting_of(collaboration)
    wanted = {
        "held_on": held_on,
        "place": one_line(place),
        "facilitated_by": facilitated_by,
        "notes": several_lines(notes),
        "came": came,
    }
    if meeting is not None and all(getattr(meeting, name) == value for name, value in wanted.items()):
        return meeting  # pressed twice
    if meeting is not None and not corrects:
        raise ValidationError(
            _("Somebody has recorded the first meeting in the meantime. Look at it before you change it.")
        )
    _may_have_met(collaboration, held_on, timezone.localdate(at))
    if collaboration.state == State.PROPOSED:
        _enter_first_meeting(collaboration, held_on, by, at)
    meeting = meeting or FirstMeeting(collaboration=collaboration)
    for name, value in wanted.items():
        setattr(meeting, name, value)
    save_in_words(meeting)
    record(Action.FIRST_MEETING_RECORDED, about=meeting, by=by, collaboration=collaboration, on=held_on)
    return meeting


@transaction.atomic
def record_terms_adopted(*, collaboration: Collaboration, on: date, by: User, at: datetime) -> Collaboration:
    """Record the day on which the members adopted their ways of working.

    Raises ValidationError at "terms_adopted_on".
    """
    collaboration = selectors.collaboration_for_update(collaboration.pk)
    before = collaboration.terms_adopted_on
    if before == on:
        return collaboration
    if collaboration.state not in ADOPTING:
        words = {"state": collaboration.get_state_display()}
        raise ValidationError(
            _("Ways of working are adopted once the members have drafted them. It is “%(state)s” now.")
            % words
        )
    if on > timezone.localdate(at):
        raise ValidationError({"terms_adopted_on": _("The day must be today or in the past.")})
    if on < collaboration.started_on:
        words = {"day": date_in_words(collaboration.started_on)}
        raise ValidationError(
            {"terms_adopted_on": _("The day must be on or after %(day)s, when it started.") % words}
        )
    collaboration.terms_adopted_on = on
    save_in_words(collaboration, fields=["terms_adopted_on"])
    details = {"terms_adopted_on": [before and str(before), str(on)]}
    record(Action.COLLABORATION_CHANGED, about=collaboration, by=by, details=details)
    terms_adopted.send(Collaboration, collaboration=collaboration, on=on, by=by)
    return collaboration


@transaction.atomic
def note_version_adopted(*, collaboration: Collaboration, on: date) -> None:
    """Keep the earliest day on which a version of ways of working was adopted (C1).

    The adoption itself is the audit entry.
    """
    earliest = collaboration.first_version_adopted_on
    if earliest is None or on < earliest:
        collaboration.first_version_adopted_on = on
        collaboration.save(update_fields=["first_version_adopted_on"])


def _may_have_met(collaboration: Collaboration, held_on: date, today: date) -> None:
    if collaboration.state not in MEETING:
        words = {"state": collaboration.get_state_display()}
        raise ValidationError(
            _("A first meeting is recorded once settings have been asked to join. It is “%(state)s” now.")
            % words
        )
    if held_on > today:
        raise ValidationError({"held_on": _("The day must be today or in the past.")})
    if held_on < collaboration.started_on:
        words = {"day": date_in_words(collaboration.started_on)}
        raise ValidationError({"held_on": _("The day must be on or after %(day)s, when it started.") % words})
    drafting = selectors.move_to(collaboration, State.DRAFTING)
    if drafting is not None and held_on > drafting.on:
        words = {"day": date_in_words(drafting.on)}
        raise ValidationError(
            {
                "held_on": _("The day must be on or before %(day)s, when the ways of working were begun.")
                % words
            }
        )


def _enter_first_meeting(collaboration: Collaboration, held_on: date, by: User, at: datetime) -> None:
    wanted: dict[str, Any] = {"to": State.INITIAL_MEETING, "on": held_on, "actor": rules.Actor.OFFICER}
    try:
        move_collaboration(collaboration=collaboration, **wanted, by=by, at=at)
    except ValidationError as refusal:
        raise ValidationError({"held_on": refusal.messages}) from refusal
    collaboration.state = State.INITIAL_MEETING


def _moved_meanwhile(collaboration: Collaboration, last: StateChange | None) -> str:
    state = collaboration.get_state_display()
    if last is None or last.by is None:
        return _("It has become “%(state)s” in the meantime. Look again before you go on.") % {"state": state}
    words = {"person": last.by, "state": state}
    return _("%(person)s has moved it to “%(state)s” in the meantime. Look again before you go on.") % words


#: What a person may change. The state moves by its own services.
CHANGEABLE = frozenset(
    {"name", "kind", "district", "is_virtual", "purpose", "started_on", "asked_by", "enquiry"}
)


@transaction.atomic
def start_collaboration(
    *,
    name: str,
    kind: str = Collaboration.Kind.COLLABORATION,
    district: District | None = None,
    is_virtual: bool = False,
    purpose: str = "",
    started_on: date,
    state: str = Collaboration.State.ACTIVE,
    asked_by: str = "",
    enquiry: str = "",
    terms_adopted_on: date | None = None,
    words: str = "",
    is_another: bool = False,
    by: User,
    at: datetime | None = None,
) -> Collaboration:
    """Record a collaboration: as an enquiry, or as it is where it ran before it was recorded here (C1).

    An enquiry says who asked and what for. The first row of its life says how it began, ``words`` why. A
    district is for finding it and binds nobody (C3). ``is_another``: a person says that it is another group
    than one whose name differs in spaces, marks and accents only.

    Raises ValidationError, at "name" when it is taken, or nearly so and nobody has said that it is another.
    """
    collaboration = Collaboration(
        name=one_line(name),
        kind=kind,
        district=district,
        is_virtual=is_virtual,
        purpose=several_lines(purpose),
        started_on=started_on,
        state=state,
    )
    collaboration.asked_by, collaboration.enquiry = one_line(asked_by), several_lines(enquiry)
    collaboration.terms_adopted_on = terms_adopted_on
    at = at or timezone.now()
    _may_begin(collaboration, timezone.localdate(at))
    if not is_another:
        _refuse_near_name(collaboration)
    _save(collaboration)
    add_move(collaboration, before="", on=started_on, words=words, by=by, at=at)
    record(Action.COLLABORATION_STARTED, about=collaboration, by=by, details={"state": state})
    return collaboration


@transaction.atomic
def change_collaboration(
    *, collaboration: Collaboration, changes: dict[str, Any], is_another: bool = False, by: User
) -> Collaboration:
    """Change what describes a collaboration.

    Nothing is written when nothing differs. ``is_another`` and ValidationError are those of starting one.
    """
    if unknown := changes.keys() - CHANGEABLE:
        raise ValueError(f"cannot be changed here: {', '.join(sorted(unknown))}")
    collaboration = selectors.collaboration_for_update(collaboration.pk)
    before = {name: getattr(collaboration, name) for name in changes}
    differing = {
        name: several_lines(value) if isinstance(value, str) else value for name, value in changes.items()
    }
    differing = {name: value for name, value in differing.items() if value != before[name]}
    if not differing:
        return collaboration
    for name, value in differing.items():
        setattr(collaboration, name, value)
    if "name" in differing and not is_another:
        _refuse_near_name(collaboration)
    _save(collaboration)
    details = {name: [_plain(before[name]), _plain(value)] for name, value in differing.items()}
    record(Action.COLLABORATION_CHANGED, about=collaboration, by=by, details=details)
    return collaboration


def _may_begin(collaboration: Collaboration, today: date) -> None:
    errors: dict[str, str] = {}
    if collaboration.state not in rules.STARTS:
        errors["state"] = _("A collaboration cannot begin as that.")
    if collaboration.state == Collaboration.State.ENQUIRY:
        errors |= {} if collaboration.asked_by else {"asked_by": _("Enter who asked.")}
        errors |= {} if collaboration.enquiry else {"enquiry": _("Enter what they asked for.")}
        errors |= (
            {}
            if collaboration.started_on <= today
            else {"started_on": _("The day must be today or in the past.")}
        )
    if collaboration.terms_adopted_on is not None and collaboration.terms_adopted_on > today:
        errors["terms_adopted_on"] = _("The day must be today or in the past.")
    if errors:
        raise ValidationError(errors)


def _refuse_near_name(collaboration: Collaboration) -> None:
    """A name that differs in marks only is asked about: a person says that it is another group (O7)."""
    near = selectors.nearly_named(collaboration.name, except_id=collaboration.pk)
    if near and not selectors.name_is_taken(collaboration.name, except_id=collaboration.pk):
        said = _(
            "“%(name)s” is here already, and this name differs from it in spaces, marks or accents only. If it"
            " is another group, say so, or choose a name that differs more."
        )
        raise ValidationError({"name": said % {"name": near[0]}})


def _save(collaboration: Collaboration) -> None:
    taken = {"name": _("There is already a collaboration with this name.")}
    if selectors.name_is_taken(collaboration.name, except_id=collaboration.pk):
        raise ValidationError(taken)
    collaboration.claim_authority()
    collaboration.full_clean()
    try:
        with transaction.atomic():
            collaboration.save()
    except IntegrityError as refusal:  # somebody else was faster
        raise ValidationError(taken) from refusal


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | None) else str(value)


MAX_AT_ONCE = 200


@transaction.atomic
def set_district(
    *, collaboration_ids: Collection[int], district_id: int | None, by: User
) -> list[Collaboration]:
    """Put collaborations into a district (or none), each with an entry of its own.

    Answers which were elsewhere, by name.

    Raises ValidationError when there is no such district or too many collaborations were chosen.
    """
    district = None if district_id is None else District.objects.filter(pk=district_id).first()
    if district_id is not None and district is None:
        raise ValidationError({"district": _("Choose one of the authority's districts.")})
    wanted = set(collaboration_ids)
    if len(wanted) > MAX_AT_ONCE:
        raise ValidationError(_("Choose at most %(most)s collaborations at a time.") % {"most": MAX_AT_ONCE})
    chosen = Collaboration.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=wanted)
    elsewhere = [
        collaboration for collaboration in chosen.order_by("pk") if collaboration.district_id != district_id
    ]
    moved = [
        change_collaboration(collaboration=collaboration, changes={"district": district}, by=by)
        for collaboration in elsewhere
    ]
    return sorted(moved, key=lambda collaboration: collaboration.name.casefold())


def refuse(refusals: Iterable[Refusal]) -> None:
    """Raise ValidationError with every reason at its field ("" stands for the whole), if there is one."""
    errors: dict[str, list[str]] = {}
    for field, reason in refusals:
        errors.setdefault(field or NON_FIELD_ERRORS, []).append(reason.in_words(_))
    if errors:
        raise ValidationError(errors)
