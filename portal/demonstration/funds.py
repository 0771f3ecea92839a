"""The fund of the first group of an invented county: money, two decisions, what was bought, receipts."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

from supplement.selectors.fund import objectives_to_serve
from supplement.services import fund, spending
from supplement.services.fund import Decided
from supplement.services.spending import Upload

if TYPE_CHECKING:
    from portal.demonstration.story import Story
    from supplement.models.fund import SpendingDecision

#: A grey slip of paper with lines on it, as PNG.
SLIP = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAPAAAAFoCAAAAABMfCnUAAABqUlEQVR42u3YoRHAIAAEQepM/44m0kAEhpuB7Hew5sWN+bXn"
    "vM3FDeBfgi8eMDAwMDAwMDAwMDAwMDAwMDDwHWCZFliXdlrAwMDAwMDAwMDAwMDAwMDAwMAlWKYF1qWdFjAwMDAwMDAwMDAw"
    "MDAwMDAwcAmWaYF1aacFDAwMDAwMDAwMDAwMDAwMDAxcgmVaYF3aaQEDAwMDAwMDAwMDAwMDAwMDA5dgmRZYl3ZawMDAwMDA"
    "wMDAwMDAwMDAwMDAJVimBdalnRYwMDAwMDAwMDAwMDAwMDAwMHAJlmmBdWmnBQwMDAwMDAwMDAwMDAwMDAwMXIJlWmBd2mkB"
    "AwMDAwMDAwMDAwMDAwMDAwOXYJkWWJd2WsDAwMDAwMDAwMDAwMDAwMDAwCVYpgXWpZ0WMDAwMDAwMDAwMDAwMDAwMDBwCZZp"
    "gXVppwUMDAwMDAwMDAwMDAwMDAwMDFyCZVpgXdppAQMDAwMDAwMDAwMDAwMDAwMDl2CZFliXdlrAwMDAwMDAwMDAwMDAwMDA"
    "wMAlWKYF1qWdFjAwMDAwMDAwMDAwMDAwMDAw8J692AQPNlZzO9QAAAAASUVORK5CYII="
)


class Funds:
    """Decided at meetings before today; one decision is partly spent, the other is fresh."""

    def __init__(self, story: Story) -> None:
        self.story, self.group, self.leader = story, story.group(0), story.leader(0)

    def tell(self) -> None:
        story = self.story
        fund.open_fund(
            collaboration_id=self.group.pk,
            pence=1_450_00,
            on=story.ago(400),  # before any payment
            words="What was left by the spend return of the year before",
            by=story.manager,
            at=story.then(100),
        )
        training = self._decide("Training: talking with two-year-olds", 600_00, days=60)
        self._buy(training, "A day of training for nine people", "Talking Tots", 385_50, days=30, paid=True)
        self._buy(training, "The room for it", "Village hall", 60_00, days=20, paid=False)
        self._decide("Story sacks that go round the settings", 240_00, days=14)
        fund.say_what_changed(
            collaboration_id=self.group.pk,
            decision_id=training.pk,
            changed="Staff of six settings count to ten before they answer for a child.",
            by=self.leader,
        )

    def _decide(self, what: str, pence: int, *, days: int) -> SpendingDecision:
        where = Decided(words="At our meeting, with the papers sent before", on=self.story.ago(days))
        return fund.decide(
            collaboration_id=self.group.pk,
            what=what,
            pence=pence,
            objective_id=objectives_to_serve(self.group.pk)[0].pk,
            decided=where,
            by=self.leader,
            at=self.story.then(days),
        )

    def _buy(
        self, decision: SpendingDecision, what: str, supplier: str, pence: int, *, days: int, paid: bool
    ) -> None:
        on = self.story.ago(days)
        spending.order(
            collaboration_id=self.group.pk,
            decision_id=decision.pk,
            what=what,
            supplier=supplier,
            pence=pence,
            ordered_on=on,
            paid_on=on if paid else None,
            key="",
            by=self.leader,
            at=self.story.then(days),
            receipts=[Upload(io.BytesIO(SLIP), "receipt.png")] if paid else [],
        )
