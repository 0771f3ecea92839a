"""Claims of the supplement in an invented county: one is being written, another is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supplement.selectors.claims import periods_to_claim
from supplement.services.claims import open_claim, submit_claim

if TYPE_CHECKING:
    from portal.demonstration.story import Story
    from supplement.models.claims import Claim

ADDED = "The minutes of our last meeting go out next week. Two settings will confirm their numbers by then."


class Claims:
    """Of the period in which claims are open."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        self._begun(0)
        sent = self._begun(1)
        submit_claim(claim_id=sent.pk, words=ADDED, by=self.story.leader(1), at=self.story.then(2))

    def _begun(self, number: int) -> Claim:
        period = periods_to_claim(on=self.story.today)[0]
        group, leader = self.story.group(number), self.story.leader(number)
        return open_claim(period_id=period.pk, collaboration_id=group.pk, by=leader, at=self.story.then(6))
