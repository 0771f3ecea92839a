"""Claims that officers look at in an invented county: one sent back, one appealed, one with a waiver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supplement.rules.assessing import is_missing
from supplement.rules.claims import Assessment
from supplement.selectors.claims import periods_to_claim
from supplement.selectors.standing import verdict_of
from supplement.services import assessing, waivers
from supplement.services.claims import appeal_claim, open_claim, submit_claim

if TYPE_CHECKING:
    from portal.demonstration.story import Story
    from supplement.models.claims import Claim

QUESTION = "Where do you keep the minutes of your spring meeting? We see that it was held."
REASONS = "Too few members have certified their staff number."
APPEAL = "Two members sent their numbers on the last day. Please look again."
WAIVER = "Two members were closed after the flood and could not certify in time."


class Evidence:
    """Of the groups after those that write and send a claim (`claims`)."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        self._returned(self._checked(2))
        self._appealed(self._checked(3), 3)
        self._waived(self._checked(4))

    def _checked(self, number: int) -> Claim:
        """A claim that was sent and is being checked."""
        story = self.story
        period, leader = periods_to_claim(on=story.today)[0], story.leader(number)
        claim = open_claim(
            period_id=period.pk, collaboration_id=story.group(number).pk, by=leader, at=story.then(8)
        )
        submit_claim(claim_id=claim.pk, words="", by=leader, at=story.then(5))
        return assessing.begin_check(claim_id=claim.pk, by=story.officer, at=story.then(4))

    def _returned(self, claim: Claim) -> None:
        assessing.ask_leaders(claim_id=claim.pk, words=QUESTION, by=self.story.officer, at=self.story.then(3))

    def _appealed(self, claim: Claim, number: int) -> None:
        at = self.story.then(3)
        assessing.assess_claim(
            claim_id=claim.pk,
            assessment=Assessment.NOT,
            words=REASONS,
            seen=assessing.mark_of(verdict_of(claim, on=self.story.ago(3))),
            by=self.story.officer,
            at=at,
        )
        appeal_claim(claim_id=claim.pk, words=APPEAL, by=self.story.leader(number), at=self.story.then(1))

    def _waived(self, claim: Claim) -> None:
        """The first criterion that is missing and may be waived, if there is one."""
        for finding in verdict_of(claim, on=self.story.ago(2)).findings:
            if is_missing(finding) and finding.criterion.may_be_waived:
                waivers.waive_criterion(
                    claim_id=claim.pk,
                    kind=finding.criterion.kind,
                    membership_id=finding.member,
                    reason=WAIVER,
                    by=self.story.officer,
                    at=self.story.then(2),
                )
                return
