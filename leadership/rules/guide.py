"""L3: what the page of a case says comes next, in words that the officer reads before they ring somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leadership.rules.stages import Stage


class Deed(TextChoices):
    """What the one button of the page does; the value names the page that it opens."""

    ASSIGN = "assign", _("Assign the case")
    CONTACT = "contact", _("Record the conversation")
    SUPPORT = "support", _("Record the support")
    LETTER = "letters", _("Write the letter")
    OUTCOME = "record_outcome", _("Record what was told")
    PUBLISH = "publish_outcome", _("Record the publication")
    TALK_SUCCESSION = "talk_succession", _("Record what you talked about")
    SUCCESSOR = "note_successor", _("Note somebody who might lead")
    APPOINT = "appoint", _("Appoint the next leader")
    END = "end_leader", _("End the leader’s time")
    STEPPED_DOWN = "stepped_down", _("Record that the leader has stepped down")
    SWITCHES = "switches", _("Decide which support pauses")
    CLOSE = "decide", _("Close the case")
    NOTHING = "", ""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing that comes next: its name, a few words on how, and the deed."""

    title: Promise | str
    words: Promise | str
    deed: Deed


@dataclass(frozen=True, slots=True)
class Situation:
    """What of a case decides what comes next. ``successor_leads``: somebody who said yes leads the
    collaboration by now; ``nothing_found``: by what is published today the leader may lead; ``is_paused``:
    support of the collaboration is switched off, or is to be.
    """

    stage: Stage
    has_outcome: bool = False
    is_talked_over: bool = False
    has_successor: bool = False
    successor_agrees: bool = False
    successor_leads: bool = False
    still_leads: bool = True
    nothing_found: bool = False
    is_paused: bool = False


_ALWAYS: Mapping[Stage, NextStep] = MappingProxyType(
    {
        Stage.OPENED: NextStep(
            _("Find somebody who takes this case"),
            _("It should be a person who has time for a conversation in the next few days."),
            Deed.ASSIGN,
        ),
        Stage.CONTACT: NextStep(
            _("Talk to the leader"),
            _(
                "Ring, or ask whether you may visit. This may be a hard time for the leader and the setting, so"
                " begin by asking how they are. Agree together how you go on."
            ),
            Deed.CONTACT,
        ),
        Stage.SUPPORT: NextStep(
            _("Offer support"),
            _(
                "You could visit the setting, or somebody of the team could come to a meeting of the"
                " collaboration. The leader says what would help."
            ),
            Deed.SUPPORT,
        ),
        Stage.LETTER: NextStep(
            _("Write to the leader"),
            _("The letter says what you agreed, what happens next, and offers your support again."),
            Deed.LETTER,
        ),
        Stage.STEPPED_DOWN: NextStep(
            _("Thank the leader, and close the case"),
            _(
                "A few words of thanks mean a lot. If nobody leads the collaboration yet, the task of finding"
                " somebody stays on the team’s home page after this case is closed."
            ),
            Deed.CLOSE,
        ),
        Stage.STAYS: NextStep(
            _("Say what changes, and close the case"),
            _(
                "Decide with a manager which support pauses while the leader stays, tell the leader, then close"
                " the case. You can talk about it again at any time."
            ),
            Deed.SWITCHES,
        ),
        Stage.CLOSED: NextStep("", "", Deed.NOTHING),
    }
)
_WAITS = _(
    "Until Ofsted has published the report, nothing outside this case changes and nobody else is asked."
)


_MAY_LEAD = NextStep(
    _("Tell the leader, and close the case"),
    _(
        "By what is published today the leader may lead. Where you have talked with them about it, tell them the"
        " good news first."
    ),
    Deed.CLOSE,
)
_TOLD_WHAT_PAUSES = NextStep(
    _("Close the case"),
    _("If the leader knows which support pauses, this is finished. It can come back on any day."),
    Deed.CLOSE,
)


def next_step(case: Situation) -> NextStep:
    """What comes next in a case."""
    if case.nothing_found and case.still_leads and case.stage is not Stage.CLOSED:
        return _MAY_LEAD
    if case.is_paused and case.stage is Stage.STAYS:
        return _TOLD_WHAT_PAUSES
    if case.stage is Stage.PUBLICATION:
        return NextStep(_("Wait for the report"), _WAITS, Deed.PUBLISH if case.has_outcome else Deed.OUTCOME)
    return _in_succession(case) if case.stage is Stage.SUCCESSION else _ALWAYS[case.stage]


def _in_succession(case: Situation) -> NextStep:
    if not case.still_leads:
        return NextStep(
            _("Record that the leader has stepped down"),
            _("The leader’s time in the collaboration has ended."),
            Deed.STEPPED_DOWN,
        )
    if not case.is_talked_over:
        return NextStep(
            _("Talk over who leads next"),
            _(
                "The report is published. Before you ask anybody, talk with the leader about who could lead,"
                " and about what the members are told and by whom."
            ),
            Deed.TALK_SUCCESSION,
        )
    if not case.has_successor:
        return NextStep(
            _("Think of who could lead"),
            _("The leader often knows best. Note one person or more; then you can ask them."),
            Deed.SUCCESSOR,
        )
    if case.successor_leads:
        return NextStep(
            _("End the leader’s time in the collaboration"),
            _(
                "Somebody else leads with them now. Agree with the leader which day is the last one, and thank them."
            ),
            Deed.END,
        )
    if case.successor_agrees:
        return NextStep(
            _("Appoint who leads next"),
            _("Somebody would like to lead. Appoint them, then end the leader’s time."),
            Deed.APPOINT,
        )
    return NextStep(
        _("Ask who could lead"),
        _("Ask the people noted below, and record what they say."),
        Deed.NOTHING,
    )
