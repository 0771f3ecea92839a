"""Reads about minutes (G5): what they say to whoever writes them, and to the members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, When
from django.utils.translation import gettext as _

from core.saving import edition_of
from core.wording import date_in_words, time_in_words
from meetings.models.minutes import (
    Decision,
    ItemMinutes,
    Minutes,
    MinutesAmendment,
    MinutesCorrection,
    MinutesSent,
)
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.rules.minutes import SEEN_BY_MEMBERS, MinutesFacts, MinutesState, still_to_agree
from meetings.rules.states import COUNTING, MeetingState
from meetings.rules.written import GENERAL, GROUP_LABELS, Group, Line, Part, Written, changes_between
from meetings.selectors import agenda, attendance
from meetings.selectors.actions import actions_of, by_item
from meetings.selectors.first import who_came
from meetings.selectors.planning import began_before
from meetings.selectors.votes import results_by_item

#: Under which heading minutes name a member with a mark.
GROUP_OF_MARK = {
    Mark.PRESENT: Group.THERE,
    Mark.ONLINE: Group.THERE,
    Mark.SUBSTITUTE: Group.THERE,
    Mark.APOLOGIES: Group.APOLOGIES,
    Mark.EXCUSED: Group.EXCUSED,
    Mark.ABSENT: Group.ABSENT,
}
#: The kinds of meeting that are asked for minutes; of others they can be written.
WITH_MINUTES = Meeting.COUNTED_KINDS


@dataclass(frozen=True, slots=True)
class MinutesDocument:
    """Minutes as one page shows them, and as the PDF and the pack print them.

    ``changes``: what is other than it was sent the time before. ``unsent``: to whoever writes them, what is
    other than the members read it. ``agreed_here``: the minutes of earlier meetings that this meeting agreed.
    """

    meeting: Meeting
    minutes: Minutes
    written: Written
    changes: tuple[str, ...] = ()
    unsent: tuple[str, ...] = ()
    amendments: tuple[MinutesAmendment, ...] = ()
    agreed_here: tuple[Minutes, ...] = ()

    @property
    def facts(self) -> list[tuple[str, str]]:
        labels = (_("When"), _("Where"), _("Chaired by"))
        return [(label, fact) for label, fact in zip(labels, self.written.facts, strict=False) if fact]

    @property
    def who(self) -> list[tuple[str, tuple[str, ...]]]:
        """Each group with its heading; those who were there stand below the section's own."""
        headings = {line.group: _(GROUP_LABELS[line.group]) for line in self.written.who}
        return [
            ("" if line.group == Group.THERE else headings[line.group], line.names)
            for line in self.written.who
        ]

    @property
    def state_words(self) -> str:
        """Where they stand, and since when."""
        minutes = self.minutes
        if self.is_agreed and minutes.agreed_by_meeting is not None:
            return _("Agreed on %(day)s") % {"day": date_in_words(minutes.agreed_by_meeting.on)}
        if self.is_draft:
            return str(MinutesState.DRAFT.label)
        return _("Sent to the members on %(day)s") % {"day": date_in_words(minutes.circulated_at)}

    @property
    def agreement_words(self) -> str:
        """How the later meeting agreed them; "" before."""
        minutes = self.minutes
        if minutes.agreed_by_meeting is None:
            return ""
        later = minutes.agreed_by_meeting
        words = {"day": date_in_words(later.on), "how": minutes.get_agreement_display().lower()}
        if later.on != self.meeting.on:
            return _("Agreed by the meeting on %(day)s, %(how)s.") % words
        words["time"] = time_in_words(later.starts_at)
        return _("Agreed by the meeting on the same day at %(time)s, %(how)s.") % words

    @property
    def parts(self) -> list[dict[str, Any]]:
        """The items in their order, and what belongs to none where there is such."""
        return [
            {
                "number": part.number,
                "title": _(part.shown_title) if part.number == GENERAL else part.title,
                "words": part.words,
                "decisions": part.decisions,
                "actions": part.actions,
                "is_reached": part.is_reached,
            }
            for part in self.written.parts
            if part.number != GENERAL or part.says_something
        ]

    @property
    def is_draft(self) -> bool:
        return self.minutes.state == MinutesState.DRAFT

    @property
    def is_agreed(self) -> bool:
        return self.minutes.state == MinutesState.AGREED


def minutes_of(meeting: Meeting) -> Minutes | None:
    """The minutes of a meeting, once somebody has begun them."""
    rows = Minutes.objects.filter(meeting=meeting)
    return rows.select_related("agreed_by_meeting", "circulated_by", "agreed_recorded_by").first()


def minutes_for_update(meeting: Meeting) -> Minutes | None:
    """The row, locked until the transaction ends."""
    return Minutes.objects.select_for_update(of=("self",)).filter(meeting=meeting).first()


def parts_of(minutes: Minutes | None) -> dict[int, ItemMinutes]:
    """What is written, by the number of the item (``GENERAL`` for what belongs to none)."""
    rows = ItemMinutes.objects.filter(minutes=minutes).select_related("edited_by") if minutes else ()
    return {row.item_id or GENERAL: row for row in rows}


def decisions_of(minutes: Minutes | None) -> dict[int, list[Decision]]:
    """What was decided, by the number of the item, as it was recorded."""
    found: dict[int, list[Decision]] = {}
    rows = Decision.objects.filter(minutes=minutes).select_related("recorded_by") if minutes else ()
    for row in rows:
        found.setdefault(row.item_id or GENERAL, []).append(row)
    return found


def decision_in(minutes: Minutes, decision_id: int) -> Decision | None:
    """A decision of these minutes; None where it is of others."""
    return Decision.objects.filter(minutes=minutes, pk=decision_id).select_related("item").first()


def edition_of_decision(decision: Decision) -> str:
    """A mark that changes with what a decision says."""
    return edition_of(decision.words)


def written_of(meeting: Meeting) -> Written:
    """The minutes as they are now: for whoever writes them. What was voted stands among the decisions. Nine
    queries.
    """
    minutes = minutes_of(meeting)
    parts, decisions = parts_of(minutes), decisions_of(minutes)
    actions, voted = by_item(actions_of(meeting)), results_by_item(meeting)

    def part(number: int, title: str, *, is_reached: bool = True) -> Part:
        row = parts.get(number)
        said = tuple(decision.words for decision in decisions.get(number, ()))
        said += voted.get(number or None, ())
        agreed = tuple(action.as_agreed for action in actions.get(number or None, ()))
        return Part(number, title, row.words if row else "", said, agreed, is_reached)

    items = [part(item.pk, item.title, is_reached=item.was_reached) for item in agenda.items_of(meeting)]
    return Written(_facts(meeting), who_was_there(meeting), (*items, part(GENERAL, "")))


def _facts(meeting: Meeting) -> tuple[str, ...]:
    when = _("%(day)s, %(start)s to %(end)s") % {
        "day": date_in_words(meeting.on),
        "start": time_in_words(meeting.starts_at),
        "end": time_in_words(meeting.ends_at),
    }
    where = meeting.place or (_("Online") if meeting.online_url else "")
    return (when, where, str(meeting.chaired_by or ""))


def who_was_there(meeting: Meeting) -> tuple[Line, ...]:
    """Everybody by name, as attendance says. Members without a mark are in no group."""
    marks = attendance.marks_at(meeting)
    found: dict[Group, list[str]] = {group: [] for group in Group}
    for member in attendance.members_at(meeting):
        row = marks.get(member.pk)
        if row is None:
            continue
        words = {"setting": str(member.provider), "name": row.substitute}
        name = words["setting"]
        if row.mark == Mark.ONLINE:
            name = _("%(setting)s (online)") % words
        elif row.mark == Mark.SUBSTITUTE:
            name = _("%(setting)s (substitute: %(name)s)") % words
        found[GROUP_OF_MARK[Mark(row.mark)]].append(name)
    found[GROUP_OF_MARK[Mark.PRESENT]] += who_came(meeting)
    found[Group.OTHERS] = [
        f"{row.name} ({row.role})" if row.role else row.name for row in attendance.others_at(meeting)
    ]
    return tuple(Line(group, tuple(names)) for group, names in found.items() if names)


def stored(written: Written) -> dict[str, Any]:
    """Minutes as a sending keeps them."""
    return {
        "facts": list(written.facts),
        "who": [[line.group.value, list(line.names)] for line in written.who],
        "parts": [
            [part.number, part.title, part.words, list(part.decisions), list(part.actions), part.is_reached]
            for part in written.parts
        ],
    }


def read(contents: dict[str, Any]) -> Written:
    """The other way round."""
    return Written(
        tuple(contents.get("facts", ())),
        tuple(Line(Group(group), tuple(names)) for group, names in contents.get("who", ())),
        tuple(
            Part(number, title, words, tuple(decisions), tuple(actions), is_reached)
            for number, title, words, decisions, actions, is_reached in contents.get("parts", ())
        ),
    )


# --- what went to the members -------------------------------------------------------------------------------


def last_sending(minutes: Minutes) -> MinutesSent | None:
    """What the members read."""
    return MinutesSent.objects.filter(minutes=minutes).select_related("by").order_by("-at", "-pk").first()


def sending_by_id(sending_id: int) -> MinutesSent | None:
    """For emails, with the meeting, its group and authority."""
    rows = MinutesSent.objects.select_related("minutes__meeting__collaboration__authority", "by")
    return rows.filter(pk=sending_id).first()


def sending_before(sending: MinutesSent) -> MinutesSent | None:
    """The sending before this one; None for the first."""
    earlier = MinutesSent.objects.filter(minutes=sending.minutes_id)
    earlier = earlier.filter(Q(at__lt=sending.at) | Q(at=sending.at, pk__lt=sending.pk))
    return earlier.order_by("-at", "-pk").first()


def changes_of(sending: MinutesSent) -> tuple[str, ...]:
    """What a sending changed, in words; nothing for the first."""
    before = sending_before(sending)
    return in_words(read(before.contents), read(sending.contents)) if before else ()


def in_words(before: Written, now: Written) -> tuple[str, ...]:
    """What is other, each change in a line."""
    return tuple(reason.in_words(_) for reason in changes_between(before, now))


def document_of(meeting: Meeting, *, writes: bool = False) -> MinutesDocument | None:
    """The minutes of a meeting as they are shown and printed; None where there are none to be seen.

    ``writes``: for whoever writes them, as they are now. Members see what was sent to them last, or what was
    agreed, and never a draft: that is what a pack holds too.
    """
    minutes = minutes_of(meeting)
    if minutes is None or not (writes or minutes.state in SEEN_BY_MEMBERS):
        return None
    sending = None if minutes.state == MinutesState.AGREED else last_sending(minutes)
    unsent: tuple[str, ...] = ()
    if minutes.state == MinutesState.AGREED:
        written = read(minutes.contents)
    elif writes or sending is None:
        written = written_of(meeting)
        unsent = in_words(read(sending.contents), written) if sending else ()
    else:
        written = read(sending.contents)
    return MinutesDocument(
        meeting,
        minutes,
        written,
        changes_of(sending) if sending else (),
        unsent,
        tuple(MinutesAmendment.objects.filter(minutes=minutes).select_related("by").order_by("number")),
        tuple(agreed_at(meeting)),
    )


def agreed_at(meeting: Meeting) -> QuerySet[Minutes]:
    """The minutes that a meeting agreed, oldest first."""
    return Minutes.objects.filter(agreed_by_meeting=meeting).select_related("meeting").order_by("meeting__on")


# --- corrections --------------------------------------------------------------------------------------------


def corrections_of(minutes: Minutes) -> QuerySet[MinutesCorrection]:
    """What was proposed: what waits first, then by when it was proposed."""
    rows = MinutesCorrection.objects.filter(minutes=minutes)
    place = Case(When(state=MinutesCorrection.State.OPEN, then=0), default=1)
    return rows.select_related("item", "proposed_by", "proposed_for").order_by(place, "proposed_at", "pk")


def correction_in(minutes: Minutes, correction_id: int) -> MinutesCorrection | None:
    """A correction of these minutes; None where it is of others."""
    return corrections_of(minutes).filter(pk=correction_id).first()


def waiting_corrections(minutes: Minutes) -> int:
    """How many wait for an answer."""
    return MinutesCorrection.objects.filter(minutes=minutes, state=MinutesCorrection.State.OPEN).count()


def correction_by_id(correction_id: int) -> MinutesCorrection | None:
    """For emails, with the meeting, its group and authority."""
    rows = MinutesCorrection.objects.select_related(
        "minutes__meeting__collaboration__authority", "item", "proposed_by", "answered_by"
    )
    return rows.filter(pk=correction_id).first()


# --- what waits to be agreed --------------------------------------------------------------------------------


def to_agree_at(meeting: Meeting) -> list[tuple[Meeting, MinutesFacts]]:
    """The earlier meetings whose minutes this one should agree, oldest first. Two queries.

    Of meetings without any minutes the latest one alone is named: what was held before minutes were written
    here is forgotten on purpose.
    """
    earlier = Meeting.objects.filter(collaboration=meeting.collaboration_id, state__in=COUNTING)
    earlier = earlier.filter(began_before(meeting)).select_related("collaboration")
    waiting = earlier.filter(minutes__isnull=False).exclude(minutes__state=MinutesState.AGREED)
    rows = {row.pk: row for row in waiting.select_related("minutes")}
    last = earlier.filter(kind__in=WITH_MINUTES)
    last_held = last.select_related("minutes").order_by("-on", "-starts_at", "-pk").first()
    if last_held is not None and getattr(last_held, "minutes", None) is None:
        rows[last_held.pk] = last_held
    pairs = [(row, facts_of(row)) for row in sorted(rows.values(), key=lambda row: (row.on, row.starts_at))]
    known = (facts for _row, facts in pairs)
    wanted = still_to_agree(known, meeting_on=meeting.on, meeting_from=meeting.starts_at)
    return [(row, facts) for row, facts in pairs if facts in wanted]


def facts_of(meeting: Meeting, *, text: str = "", changed: bool = False) -> MinutesFacts:
    """What a move of the minutes of a meeting is judged by; a meeting without minutes has an empty draft."""
    minutes = getattr(meeting, "minutes", None)
    state = MinutesState(minutes.state) if minutes is not None else MinutesState.DRAFT
    when = (meeting.on, meeting.starts_at)
    return MinutesFacts(state, *when, MeetingState(meeting.state), text, changed)


# --- lists --------------------------------------------------------------------------------------------------


def every_minutes() -> QuerySet[Minutes]:
    """All minutes, the latest meeting first, each with how many corrections wait."""
    rows = Minutes.objects.select_related(
        "meeting__collaboration__district", "agreed_by_meeting", "circulated_by"
    )
    waiting = Count("corrections", filter=Q(corrections__state=MinutesCorrection.State.OPEN))
    return rows.annotate(waiting=waiting).order_by("-meeting__on", "-meeting__starts_at", "-pk")
