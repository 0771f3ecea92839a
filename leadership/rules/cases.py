"""What is true about leadership cases (L1, L2, O6). Pure: no database, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.reasons import Reason
from leadership.rules.stages import Stage
from ofsted.rules.policy import Verdict


class Ground(TextChoices):
    """Why a case is open. The value is what is stored."""

    BELOW_LINE = "below_line", _("The judgement is below the line of the leading policy")
    DECISION_NEEDED = "decision_needed", _("The leading policy leaves it to an officer")
    TOLD = "told", _("An outcome that is not published yet")
    OTHER = "other", _("Another reason")


#: What the check finds, in what is published.
FOUND = frozenset({Ground.BELOW_LINE, Ground.DECISION_NEEDED})


class Outcome(TextChoices):
    """How a case was closed. The value is what is stored."""

    MAY_LEAD = "may_lead", _("The leader may lead")
    STOPPED = "stopped", _("The leader has stopped leading")
    NOT_NEEDED = "not_needed", _("The check no longer finds anything")
    SUCCEEDED = "succeeded", _("The leader has stepped down")
    STAYS = "stays", _("The leader stays, without some of the support")
    NEVER_PUBLISHED = "never_published", _("The outcome was not published")


@dataclass(frozen=True, slots=True)
class Finding:
    """What the check finds of one appointment on a day: the verdict and the
    inspection that it rests on (None: no inspection).
    """

    verdict: Verdict
    inspection_id: int | None

    @property
    def ground(self) -> Ground | None:
        """The ground of a case; None when there is nothing to open one for."""
        return {Verdict.BELOW_LINE: Ground.BELOW_LINE, Verdict.OFFICER_DECIDES: Ground.DECISION_NEEDED}.get(
            self.verdict
        )


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case as it stands, and what the check says today.

    ``finding`` is None when the person no longer leads. ``is_published``: what the case is about is in the
    published facts, or its publication is recorded.
    """

    ground: Ground
    inspection_id: int | None
    finding: Finding | None
    stage: Stage = Stage.CONTACT
    is_published: bool = True


#: Grounds of a case that an officer opened before anything was published, or for a reason of its own (O6).
BEFORE_PUBLICATION = frozenset({Ground.TOLD, Ground.OTHER})


def is_published(ground: Ground, published_on: date | None) -> bool:
    """Whether what a case is about is public: its publication is recorded, or the check found it (O6)."""
    return published_on is not None or ground not in BEFORE_PUBLICATION


def decision_stands(finding: Finding, *, decided_on_inspection_id: int | None) -> bool:
    """Whether an officer's recorded decision still holds (L2).

    It was made about one judgement: it holds as long as the same inspection counts (or still none does) and
    the leading policy still leaves the answer to an officer. It never holds against a judgement below the
    line.
    """
    return finding.verdict is Verdict.OFFICER_DECIDES and finding.inspection_id == decided_on_inspection_id


def decided_at_appointment_stands(
    finding: Finding, *, inspected_on: date | None, published_on: date | None, starts_on: date
) -> bool:
    """The same for a decision recorded with the appointment: the inspection that counts now was known on its
    first day (L1, L2).

    The newest one known now that was known then was the newest one then. With no inspection now there was
    none then.
    """
    if finding.verdict is not Verdict.OFFICER_DECIDES:
        return False
    return inspected_on is None or max(inspected_on, published_on or inspected_on) <= starts_on


def refusals_to_close(outcome: Outcome, case: CaseFacts) -> list[Reason]:
    """Why a case cannot be closed with this outcome today.

    A refused one is what the next check would open again.
    """
    if outcome in {Outcome.STOPPED, Outcome.SUCCEEDED}:
        return [] if case.finding is None else [_STILL_LEADS]
    if outcome is Outcome.NEVER_PUBLISHED:
        return _refusals_to_end_unpublished(case)
    if case.finding is None:
        return [] if outcome is Outcome.NOT_NEEDED else [_LEADS_NO_LONGER]
    if outcome is Outcome.NOT_NEEDED:
        return [] if case.finding.ground is None else [_STILL_FOUND]
    if outcome is Outcome.STAYS:
        return _refusals_to_stay(case, case.finding)
    if case.finding.verdict is Verdict.BELOW_LINE:
        return [_BELOW_THE_LINE]
    if case.finding.ground is None:
        return [_NOTHING_TO_DECIDE]
    return [] if case.finding == Finding(Verdict.OFFICER_DECIDES, case.inspection_id) else [_OTHER_JUDGEMENT]


def _refusals_to_end_unpublished(case: CaseFacts) -> list[Reason]:
    """Ending a case of which nothing was published (O6): what the check finds by itself would open another."""
    if case.is_published:
        return [_IS_PUBLISHED]
    return [_STILL_FOUND] if case.finding is not None and case.finding.ground is not None else []


def _refusals_to_stay(case: CaseFacts, finding: Finding) -> list[Reason]:
    """Ending a case whose leader stays (L3): it holds for one judgement, as a recorded decision does."""
    if case.stage is not Stage.STAYS:
        return [_NOT_SAID_TO_STAY]
    return (
        [_OTHER_JUDGEMENT]
        if finding.ground is not None and finding.inspection_id != case.inspection_id
        else []
    )


_STILL_LEADS = Reason(
    "L1",
    gettext_noop("The leader's time has not ended. End it in the collaboration first, then close the case."),
)
_LEADS_NO_LONGER = Reason(
    "L1",
    gettext_noop(
        "The person no longer leads. Say that they have stepped down, or have stopped for another reason."
    ),
)
_STILL_FOUND = Reason(
    "L2", gettext_noop("The check still finds what the case was opened for and would open it again tonight.")
)
_BELOW_THE_LINE = Reason(
    "L1",
    gettext_noop(
        "The judgement is below the line of the leading policy. An officer may decide only what the policy"
        " leaves to an officer."
    ),
)
_NOTHING_TO_DECIDE = Reason(
    "L2",
    gettext_noop("The leading policy now says that the leader may lead. Close the case as no longer needed."),
)
_IS_PUBLISHED = Reason("O6", gettext_noop("The report is published. Say how the case ends now that it is."))
_NOT_SAID_TO_STAY = Reason(
    "L3", gettext_noop("Record first that the leader stays, and what you talked about.")
)
_OTHER_JUDGEMENT = Reason(
    "L2",
    gettext_noop(
        "Another judgement counts since this case was last checked. Decide after the next check has brought"
        " it up to date."
    ),
)


def problems_of_publication(*, inspected_on: date, published_on: date, today: date) -> list[Reason]:
    """Why a publication cannot be recorded as given (O6)."""
    if published_on > today:
        return [
            Reason(
                "O6", gettext_noop("The report must have been published: the date cannot be in the future.")
            )
        ]
    if published_on < inspected_on:
        return [
            Reason(
                "O6",
                gettext_noop("A report is published after the inspection of %(inspected_on)s."),
                {"inspected_on": inspected_on},
            )
        ]
    return []
