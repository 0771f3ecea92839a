"""W1: the answers that drive the rules: what each may be, what it is called, and what it will drive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_noop

from collaborations.rules import ADVISED_SIZE
from core.reasons import Reason
from ways_of_working.rules import choices
from ways_of_working.rules.kinds import (
    CODE,
    Choice,
    Choices,
    ChoiceWithNumber,
    Days,
    Kept,
    Kind,
    MemberSetting,
    Month,
    Months,
    Pence,
    Percent,
    Value,
    WholeNumber,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A structured answer.

    ``usual`` is what an authority's defaults start with (as it is stored); empty where there is no usual.
    """

    key: str
    label: str
    kind: Kind
    drives: str
    usual: str = ""


_TERM = Months(least=3, without=gettext_noop("No fixed term"))
_EVERY = Months(least=3, most=36)

_ALL = (
    Answer(
        "leadership_form", gettext_noop("How the group is led"), Choice(choices.LEADERSHIP_FORMS),
        gettext_noop("The leaders page compares the leaders recorded with this, and asks for a successor in time."),
    ),
    Answer(
        "leader_term_months", gettext_noop("How long a leader leads"), _TERM,
        gettext_noop("A new leader's last day is suggested from this."),
    ),
    Answer(
        "who_chairs", gettext_noop("Who chairs"), Choice(choices.CHAIRING),
        gettext_noop("Each new meeting names its chair by this, and an election is offered where members elect."),
    ),
    Answer(
        "chair_term_months", gettext_noop("The chair's term"), _TERM,
        gettext_noop("A chair's term ends after this, and the next election is called in time."), "12",
    ),
    Answer(
        "who_administers", gettext_noop("Who administers"), Choice(choices.ADMINISTERING),
        gettext_noop("An election is offered where members elect, and the meeting's tasks go to whoever it is."),
    ),
    Answer(
        "administrator_term_months", gettext_noop("The administrator's term"), _TERM,
        gettext_noop("An administrator's term ends after this, and the next election is called in time."), "12",
    ),
    Answer(
        "meetings_a_year", gettext_noop("Meetings a year, at least"),
        WholeNumber(1, 52, gettext_noop("%(number)d meeting"), gettext_noop("%(number)d meetings")),
        gettext_noop("The meetings held in a year are counted against this."), "3",
    ),
    Answer(
        "papers_days_ahead", gettext_noop("Papers go out"), Days(),
        gettext_noop("Papers are due this many days before each meeting. Later ones still go, and say how late they are."), "7",
    ),
    Answer(
        "attendance_threshold", gettext_noop("Attendance expected of each member"), Percent(without=gettext_noop("No threshold")),
        gettext_noop("Attendance is checked against this. Falling below is told to the member and the leaders; nobody is removed."), "80",
    ),
    Answer(
        "optimum_size", gettext_noop("Talk about dividing above"),
        WholeNumber(2, 99, gettext_noop("%(number)d member"), gettext_noop("%(number)d members")),
        gettext_noop("Above this number of members the group is advised to talk about dividing. Nothing is refused."), str(ADVISED_SIZE[-1]),
    ),
    Answer(
        "safeguarding_routes", gettext_noop("Where a concern is taken"), Choices(choices.SAFEGUARDING_ROUTES),
        gettext_noop("“Report a concern” shows these routes on every page of the group, with the local authority's own numbers."),
    ),
    Answer(
        "safeguarding_reporter", gettext_noop("Who makes sure that a concern is reported"), Choice(choices.SAFEGUARDING_REPORTERS),
        gettext_noop("“Report a concern” names this person beside the routes."),
    ),
    Answer(
        "review_work_month", gettext_noop("Our work is reviewed in"), Month(),
        gettext_noop("A task to review the work opens 30 days before this month."),
    ),
    Answer(
        "review_work_every", gettext_noop("Our work is reviewed every"), _EVERY,
        gettext_noop("The next review of the work is counted from the last one by this."), "12",
    ),
    Answer(
        "review_terms_month", gettext_noop("These ways of working are reviewed in"), Month(),
        gettext_noop("A task to review the ways of working opens 30 days before this month."),
    ),
    Answer(
        "review_terms_every", gettext_noop("These ways of working are reviewed every"), _EVERY,
        gettext_noop("The ways of working fall due for review by this."), "12",
    ),
    Answer(
        "review_membership_month", gettext_noop("Membership is reviewed in"), Month(),
        gettext_noop("A task to review who is a member opens 30 days before this month."),
    ),
    Answer(
        "review_membership_every", gettext_noop("Membership is reviewed every"), _EVERY,
        gettext_noop("The next review of membership is counted from the last one by this."), "12",
    ),
    Answer(
        "review_elections_month", gettext_noop("Elections are held in"), Month(),
        gettext_noop("A task to call the elections opens 30 days before this month."),
    ),
    Answer(
        "review_elections_every", gettext_noop("Elections are held every"), _EVERY,
        gettext_noop("The next elections are counted from the last ones by this."), "12",
    ),
    Answer(
        "decision_method", gettext_noop("How we decide"),
        ChoiceWithNumber(choices.DECISION_METHODS, {"qualified_majority": Percent(least=51)}),
        gettext_noop("Votes are counted by this: one vote for each setting."), "simple_majority",
    ),
    Answer(
        "quorum", gettext_noop("Who must be there for a decision"),
        ChoiceWithNumber(
            choices.QUORUMS,
            {"share": Percent(), "number": WholeNumber(1, 99, gettext_noop("%(number)d member"), gettext_noop("%(number)d members"))},
        ),
        gettext_noop("A vote counts only when this many members take part. Guests never count."), "share:50",
    ),
    Answer(
        "tie_rule", gettext_noop("When votes are equal"), Choice(choices.TIE_RULES),
        gettext_noop("An equal vote is settled by this."), "not_carried",
    ),
    Answer(
        "adoption_rule", gettext_noop("Who must agree to new ways of working"), Choice(choices.ADOPTION_RULES),
        gettext_noop("A version that was sent round can be adopted once this is met."), "all",
    ),
    Answer(
        "dispute_steps", gettext_noop("When we disagree"), Choices(choices.DISPUTE_STEPS),
        gettext_noop("A disagreement that is recorded is led through these steps, one after another."),
    ),
    Answer(
        "payee", gettext_noop("The setting that receives the supplement for all"), MemberSetting(),
        gettext_noop("The supplement is paid to this setting once every member has agreed to it."),
    ),
    Answer(
        "spending_decision", gettext_noop("How spending is decided"),
        ChoiceWithNumber(choices.SPENDING_DECISIONS, {"qualified_majority": Percent(least=51)}),
        gettext_noop("Each vote on spending is counted by this."), "as_we_decide",
    ),
    Answer(
        "leaver_funding", gettext_noop("The supplement when a member leaves"), Choice(choices.LEAVER_FUNDING),
        gettext_noop("When a member leaves between payments, its share goes where this says."), "stays",
    ),
    Answer(
        "leaver_amount", gettext_noop("How much of it"), ChoiceWithNumber(choices.LEAVER_AMOUNTS, {"fixed": Pence()}),
        gettext_noop("The sum that moves with a leaver is worked out by this. Committed money never moves."), "lesser",
    ),
)  # fmt: skip

#: Every structured answer by its key.
ANSWERS: Mapping[str, Answer] = {answer.key: answer for answer in _ALL}


def read_answer(key: str, raw: object) -> Value | Reason | None:
    """The value of an answer as typed or stored; a ``Reason`` where it
    cannot be read; None where nothing was answered.
    """
    return ANSWERS[key].kind.read(raw)


def stored_answer(key: str, value: Value) -> Kept:
    """How a value is stored. ``read(key, kept(key, value)) == value``."""
    return ANSWERS[key].kind.kept(value)


def in_words(key: str, value: Value, *, settings: Mapping[int, str] | None = None) -> tuple[Reason, ...]:
    """The value as the page and the document say it.

    ``settings`` names the settings by their numbers, for the payee.
    """
    kind = ANSWERS[key].kind
    if isinstance(kind, MemberSetting) and isinstance(value, int):
        name = (settings or {}).get(value)
        return (
            (Reason(CODE, "%(setting)s", {"setting": name}),)
            if name
            else (Reason(CODE, gettext_noop("A setting not in the list")),)
        )
    return kind.in_words(value)
