"""S4, S7: what an officer sees and decides about a claim: what waits, what is new, what the criteria suggest,
what may be let pass, and who may not decide about it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.money import pounds
from core.reasons import Reason
from core.text import has_something_to_see
from supplement.rules.claims import Assessment, ClaimState
from supplement.rules.criteria import Consequence, Criterion, Kind
from supplement.rules.deciding import Finding, Standing, Verdict

CODE = "S7"
#: States in which a claim waits for an officer.
WAITING = (ClaimState.SUBMITTED, ClaimState.CHECKING, ClaimState.APPEALED)
#: States in which the criteria of a claim are looked at, and one may be let pass.
BEING_CHECKED = frozenset({ClaimState.SUBMITTED, ClaimState.CHECKING, ClaimState.RETURNED})

#: Unmet ones first, then those that may still be met, those let pass, and those that are met.
_RANK = {Standing.UNMET: 0, Standing.OPEN: 1, Standing.WAIVED: 2, Standing.MET: 3}

#: By criterion and member ("meetings", "mandate 17"): how it stands, and the evidence in words.
Standings = Mapping[str, Sequence[str]]


# --- what is to be seen -------------------------------------------------------------------------------------


def unmet_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as an officer reads them; of one rank in the order of the scheme."""
    return sorted(findings, key=lambda finding: _RANK[finding.standing])


def is_missing(finding: Finding) -> bool:
    """Whether it is not met, and was not let pass."""
    return finding.standing in (Standing.UNMET, Standing.OPEN)


def missing_kinds(verdict: Verdict) -> list[Kind]:
    """The criteria that the collaboration or any of its members does not meet, each once."""
    return list(dict.fromkeys(row.criterion.kind for row in verdict.findings if is_missing(row)))


def key_of(finding: Finding) -> str:
    kind = finding.criterion.kind.value
    return kind if finding.member is None else f"{kind} {finding.member}"


def standings_of(verdict: Verdict) -> dict[str, list[str]]:
    """What a look at a claim keeps. The day on which it was read is no part: each day would be news."""
    return {key_of(row): [row.standing.value, _evidence_in_words(row)] for row in verdict.findings}


def _evidence_in_words(finding: Finding) -> str:
    """Where it comes from, else the number: a number of days alone grows each day."""
    evidence = finding.evidence
    if evidence is None:
        return ""
    return evidence.source or ("" if evidence.value is None else str(evidence.value))


def new_since(seen: Standings | None, now: Standings) -> frozenset[str]:
    """The findings that stand otherwise than when somebody looked last, or were none then. Of a claim at
    which nobody looked yet nothing is new: all of it is.
    """
    if seen is None:
        return frozenset()
    return frozenset(key for key, standing in now.items() if list(seen.get(key, ())) != list(standing))


# --- what it comes to ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the criteria come to on a day: ``because`` of what is not met; ``still_open`` may change it."""

    assessment: Assessment
    because: tuple[Finding, ...] = ()
    still_open: tuple[Finding, ...] = ()


def suggested(verdict: Verdict) -> Suggestion:
    """S4: not eligible where nothing is paid to the collaboration, or every member is left out; in part where
    a member is left out or a sum is smaller; else eligible. What holds a payment or warns changes nothing.
    """
    unmet = [row for row in verdict.findings if row.standing is Standing.UNMET]
    still_open = tuple(
        row
        for row in verdict.findings
        if row.standing is Standing.OPEN and row.criterion.consequence is not Consequence.WARN
    )
    blocked = _with(unmet, Consequence.BLOCK)
    if blocked:
        return Suggestion(Assessment.NOT, blocked, still_open)
    less = _with(unmet, Consequence.EXCLUDE, Consequence.REDUCE)
    members = {row.member for row in verdict.findings if row.member is not None}
    out = {row.member for row in _with(unmet, Consequence.EXCLUDE)}
    if members and members <= out:
        return Suggestion(Assessment.NOT, less, still_open)
    return Suggestion(Assessment.PART if less else Assessment.ELIGIBLE, less, still_open)


def _with(findings: Iterable[Finding], *consequences: Consequence) -> tuple[Finding, ...]:
    return tuple(row for row in findings if row.criterion.consequence in consequences)


def why_other_than_suggested(chosen: Assessment, suggestion: Suggestion, words: str) -> list[Refusal]:
    """S7: whoever decides less than eligible, or otherwise than the criteria say, gives the reasons."""
    if has_something_to_see(words):
        return []
    if chosen is not Assessment.ELIGIBLE:
        sentence = gettext_noop("Give the reasons. The leaders read them.")
    elif suggestion.assessment is not chosen:
        sentence = gettext_noop("The criteria say otherwise. Give the reasons.")
    else:
        return []
    return [_refused("words", sentence)]


# --- who may not decide -------------------------------------------------------------------------------------


class Tie(TextChoices):
    """What ties an officer to a collaboration: about its claim somebody else decides."""

    LEADS = "leads", _("You lead this collaboration")
    OFFICE = "office", _("You hold an office in this collaboration")
    WORKS = "works", _("You work at a setting of this collaboration")
    CLAIMED = "claimed", _("You wrote or sent this claim")
    ASSESSED = "assessed", _("You assessed this claim, and it is appealed")


def conflict(ties: Collection[Tie]) -> list[Refusal]:
    """Why an officer may not decide about a claim: one sentence, by the closest tie."""
    for tie, sentence in _CONFLICTS.items():
        if tie in ties:
            return [_refused("", sentence)]
    return []


_CONFLICTS = {
    Tie.LEADS: gettext_noop("You lead this collaboration, so another officer must decide about its claim."),
    Tie.OFFICE: gettext_noop(
        "You hold an office in this collaboration, so another officer must decide about its claim."
    ),
    Tie.WORKS: gettext_noop(
        "You work at a setting of this collaboration, so another officer must decide about its claim."
    ),
    Tie.CLAIMED: gettext_noop("You wrote or sent this claim, so another officer must decide about it."),
    Tie.ASSESSED: gettext_noop("You assessed this claim, so another officer must decide its appeal."),
}


# --- letting a criterion pass -------------------------------------------------------------------------------


def refusals_to_waive(
    state: ClaimState, criterion: Criterion | None, finding: Finding | None, *, reason: str
) -> list[Refusal]:
    """S4: what stands against letting a criterion pass. ``criterion``: None where the scheme has none of the
    kind; ``finding``: None where it is not asked of that member.
    """
    if state not in BEING_CHECKED:
        return [_refused("", gettext_noop("A criterion can be waived only while the claim is checked."))]
    if criterion is None or finding is None:
        return [_refused("", gettext_noop("The scheme does not ask for this."))]
    if not criterion.may_be_waived:
        return [_refused("", gettext_noop("The scheme does not let anybody waive this criterion."))]
    if finding.standing is Standing.WAIVED:
        return [_refused("", gettext_noop("This criterion is waived already."))]
    if finding.standing is Standing.MET:
        return [_refused("", gettext_noop("This criterion is met. There is nothing to waive."))]
    if not has_something_to_see(reason):
        return [_refused("reason", gettext_noop("Enter the reason. The leaders read it."))]
    return []


def refusals_to_take_back(state: ClaimState, *, is_taken_back: bool) -> list[Refusal]:
    """S4: what stands against taking a waiver back."""
    if is_taken_back:
        return [_refused("", gettext_noop("This waiver is taken back already."))]
    if state not in BEING_CHECKED:
        return [_refused("", gettext_noop("A waiver can be taken back only while the claim is checked."))]
    return []


# --- the correction after an appeal -------------------------------------------------------------------------


def refusals_to_correct(pence: int, *, stands_pence: int | None) -> list[Refusal]:
    """S5, S8: what stands against a correction. ``stands_pence``: what its line comes to with every
    correction before it; None where the claim was never paid such a line.
    """
    if stands_pence is None:
        return [_refused("line", gettext_noop("Choose what is corrected from the list."))]
    if pence == 0:
        return [_refused("pence", gettext_noop("Enter a sum that is not nothing."))]
    if stands_pence + pence < 0:
        sentence = gettext_noop("%(stands)s was approved for this. No more can be taken off.")
        return [_refused("pence", sentence, stands=pounds(stands_pence))]
    return []


def _refused(field: str, sentence: str, **facts: str | date) -> Refusal:
    return Refusal(field, Reason(CODE, sentence, facts))
