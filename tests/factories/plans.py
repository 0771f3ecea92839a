"""A plan to divide Riverside, made through the services, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from accounts.models import User
from collaborations.models import Collaboration
from memberships.models.members import Membership
from reorganisation.models import PlannedSuccessor, Reorganisation
from reorganisation.services import carrying_out, planning, plans

AT = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
TODAY = AT.date()
LATER = date(2027, 1, 1)
TERMS: Mapping[str, Any] = {
    "takes_effect_on": LATER,
    "records_holder": "The early years team",
    "balance_words": "By the number of members",
}


@dataclass(slots=True)
class Draft:
    """A plan with shortcuts: each call sends the version that the plan has now."""

    plan: Reorganisation
    by: User
    at: datetime = AT

    def current(self) -> dict[str, Any]:
        self.plan.refresh_from_db()
        return {"plan_id": self.plan.pk, "expected_version": self.plan.version, "by": self.by}

    def successor(self, name: str, **facts: Any) -> PlannedSuccessor:
        return planning.add_successor(**self.current(), name=name, **{"district": None, **facts})

    def place(
        self, going: Mapping[Membership, PlannedSuccessor], leaving: tuple[Membership, ...] = ()
    ) -> None:
        places = {membership.pk: successor.pk for membership, successor in going.items()}
        planning.place_members(
            **self.current(), going=places, leaving=[membership.pk for membership in leaving], at=self.at
        )

    def lead(self, membership: Membership, user: User, **facts: Any) -> Any:
        wanted = {"manner": "joint", **facts}
        return planning.plan_leader(**self.current(), membership=membership, user=user, at=self.at, **wanted)

    def terms(self, **terms: Any) -> None:
        planning.set_terms(**self.current(), **{**TERMS, **terms})

    def agree(self, **facts: Any) -> Reorganisation:
        met = {
            "met_leaders_on": self.at.date() - timedelta(days=2),
            "met_words": "Everybody agrees.",
            **facts,
        }
        return plans.agree_plan(**self.current(), **met, at=self.at)

    def carry_out(self, **facts: Any) -> Reorganisation:
        """On the plan's first day, when that lies ahead of ``at``, unless another moment is given."""
        current = self.current()
        day = self.plan.takes_effect_on or self.at.date()
        at = max(self.at, datetime.combine(day, self.at.timetz()))
        return carrying_out.carry_out_plan(**{**current, "at": at, **facts})


def begin(collaborations: list[Collaboration], by: User, *, kind: str = "divide", at: datetime = AT) -> Draft:
    plan = plans.start_plan(
        kind=kind, collaborations=collaborations, reason="It has grown too large.", by=by, at=at
    )
    return Draft(plan, by, at)


def division(group: Any, by: User, **terms: Any) -> Draft:
    """Riverside divided: Acorns and Bluebells go to Upstream, Cara's to Downstream; not agreed yet."""
    draft = begin([group.collaboration], by)
    up, down = draft.successor("Upstream"), draft.successor("Downstream")
    draft.place({group.acorns: up, group.bluebells: up, group.caras: down})
    draft.terms(**terms)
    return draft
