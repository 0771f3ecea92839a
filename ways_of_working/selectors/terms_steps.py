"""What comes next with the ways of working of a group: one sentence, and where it is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from collaborations.models import Collaboration
from collaborations.selectors import ids_run_by
from core.wording import date_in_words
from ways_of_working.models import WaysOfWorking
from ways_of_working.selectors.agreement import Agreement, agreement_of, terms_waiting_for
from ways_of_working.selectors.writing import may_begin_terms

State = WaysOfWorking.State


class NextStep(NamedTuple):
    """A sentence, and the page where it is done: the name of its address and what stands in it."""

    sentence: str
    url_name: str
    args: tuple[int, ...]


def next_step_of_terms(collaboration: Collaboration, user: User, on: date) -> NextStep | None:
    """What a person does next about the ways of working. None where nothing waits for this person.

    Whoever runs the group is told where the version in hand stands; a member's manager is asked for the
    answer first.
    """
    waiting = [
        term for term in terms_waiting_for(user, on) if term.membership.collaboration_id == collaboration.pk
    ]
    if waiting:
        ways, membership = waiting[0].ways, waiting[0].membership
        return NextStep(
            _your_answer(ways, str(membership.provider)),
            "ways_of_working:answer_terms",
            (collaboration.pk, ways.version, membership.pk),
        )
    if collaboration.pk not in ids_run_by(user, on=on):
        return None
    versions = WaysOfWorking.objects.filter(
        collaboration=collaboration, state__in=(State.DRAFT, State.CIRCULATED, State.ADOPTED)
    )
    by_state = {one.state: one for one in versions.select_related("collaboration")}
    sent = by_state.get(State.CIRCULATED)
    return next_step_for_leaders(collaboration, by_state, agreement_of(sent, on=on) if sent else None)


def next_step_for_leaders(
    collaboration: Collaboration, by_state: Mapping[str, WaysOfWorking], agreement: Agreement | None
) -> NextStep | None:
    """The same for those who run the group. ``by_state``: the version being written, with the members, or
    adopted; ``agreement``: of the one that is with the members.
    """
    if agreement is not None:
        return _with_the_members(agreement)
    if (draft := by_state.get(State.DRAFT)) is not None:
        words = _("Go on writing version %(version)d of your ways of working, or send it to the members.") % {
            "version": draft.version
        }
        return NextStep(words, "ways_of_working:write_terms", (collaboration.pk,))
    if State.ADOPTED not in by_state and may_begin_terms(collaboration):
        return NextStep(
            _("Write down how your group works together."), "ways_of_working:start_terms", (collaboration.pk,)
        )
    return None


def _your_answer(ways: WaysOfWorking, setting: str) -> str:
    words = {"setting": setting, "version": ways.version, "day": date_in_words(ways.answer_by_on)}
    if ways.answer_by_on is None:
        return _("Read version %(version)d of your ways of working and answer for %(setting)s.") % words
    return (
        _("Read version %(version)d of your ways of working and answer for %(setting)s by %(day)s.") % words
    )


def _with_the_members(agreement: Agreement) -> NextStep:
    ways, tally = agreement.ways, agreement.tally
    where = (ways.collaboration_id, ways.version)
    facts = {"version": ways.version, "number": tally.change}
    if agreement.may_be_adopted:
        words = (
            _("Version %(version)d of your ways of working can be adopted: record the day and the decision.")
            % facts
        )
        return NextStep(words, "ways_of_working:adopt_terms", where)
    if tally.change:
        words = ngettext(
            "%(number)d member asks for a change to version %(version)d of your ways of working. Talk it"
            " over.",
            "%(number)d members ask for a change to version %(version)d of your ways of working. Talk it"
            " over.",
            tally.change,
        )
        return NextStep(words % facts, "ways_of_working:terms_answers", where)
    words = ngettext(
        "%(number)d member has not answered version %(version)d of your ways of working yet.",
        "%(number)d members have not answered version %(version)d of your ways of working yet.",
        tally.silent,
    )
    return NextStep(words % {**facts, "number": tally.silent}, "ways_of_working:terms_answers", where)
