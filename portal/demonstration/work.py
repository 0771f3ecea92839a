"""What the groups of an invented county work on: development plans,
reviews that fall due, documents that they share.
"""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING

from development.models import DevelopmentPlan
from development.selectors import edition_of_evaluation
from development.services import actions, plans
from library import services as library_services
from library.models import GroupDocument
from ways_of_working.services.reviews import open_reviews

if TYPE_CHECKING:
    from portal.demonstration.story import Story

Audience = GroupDocument.Audience
#: Objective: the data behind it, how the group will know, and its actions with cost in pence and the days
#: until each is due.
OBJECTIVES = (
    (
        "Children talk more at meal times",
        "Nine of the twenty two-year-olds in our settings speak in single words (spring check).",
        "By the summer at least fifteen of them join two words.",
        (
            ("Film one meal in each setting and watch it together", 1_250, -20),
            ("A training evening on talking with two-year-olds", 24_000, 45),
        ),
    ),
    (
        "Every child is outdoors each day, whatever the weather",
        "Three of our settings went out on fewer than half of the wet days in the autumn.",
        "Each setting notes its days outdoors, and none misses more than five in a term.",
        (
            ("Buy a shared store of wet-weather clothes", 38_500, 20),
            ("Visit each other's gardens in the rain", 0, 70),
        ),
    ),
)
DOCUMENTS = (
    (
        "Checklist for a peer visit",
        Audience.GROUP,
        "Look, listen, ask, thank. One page for whoever visits.",
        "May be used in your own setting.",
    ),
    ("Who can lend what", Audience.GROUP, "Story sacks, a balance beam, a parachute, two tents.", ""),
    (
        "Handing over to the next leader",
        Audience.LEADERS,
        "Dates, contacts and what is still open.",
        "For the leaders only.",
    ),
)


class Work:
    """One county's. ``story`` knows its groups, its people and its days."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        self._last_year()
        self._this_year()
        self._documents()
        self._members_document()
        open_reviews(at=self.story.at)

    def _last_year(self) -> None:
        leader, story = self.story.leader(0), self.story
        plan = plans.start_development_plan(
            collaboration=story.group(0),
            title="Settling in well",
            starts_on=story.ago(640),
            ends_on=story.ago(280),
            by=leader,
        )
        objective = plans.add_objective(
            plan=plan,
            aim="New families feel at home in their first week",
            data_behind="Six of ten families told us that the first week was hard.",
            success_measure="Eight of ten say that it was easy.",
            by=leader,
        )
        plan = plans.begin_work_by_plan(plan=plan, by=leader)
        plans.close_plan(
            plan=plan,
            evaluation="Staff greet each family by name, and children settle in days instead of weeks.",
            objectives={objective.pk: "Nine of ten families said that it was easy."},
            seen=self._mark(plan),
            by=leader,
        )

    def _this_year(self) -> None:
        story, leader, memberships = self.story, self.story.leader(0), self.story.memberships(0)
        plan = plans.start_development_plan(
            collaboration=story.group(0),
            title="Talking and being outdoors",
            starts_on=story.ago(80),
            ends_on=story.today + timedelta(days=285),
            by=leader,
        )
        for aim, data, measure, tasks in OBJECTIVES:
            objective = plans.add_objective(
                plan=plan, aim=aim, data_behind=data, success_measure=measure, by=leader
            )
            for place, (what, pence, days) in enumerate(tasks):
                owner, due_on = memberships[place].provider, story.today + timedelta(days=days)
                action = actions.add_action(
                    objective=objective,
                    what=what,
                    owner=owner,
                    due_on=due_on,
                    cost_pence=pence,
                    by=leader,
                    on=story.today,
                    person=story.manager_of(owner) if place == 0 else None,
                )
                if days < 0:
                    actions.finish_action(
                        action=action,
                        done_on=due_on,
                        words="Done together; we go on with it.",
                        on=story.today,
                        by=leader,
                    )
        plans.begin_work_by_plan(plan=plan, by=leader)

    def _documents(self) -> None:
        story, leader = self.story, self.story.leader(0)
        for place, (title, audience, words, note) in enumerate(DOCUMENTS):
            library_services.add_document(
                collaboration=story.group(0),
                title=title,
                audience=audience,
                file=io.BytesIO(words.encode()),
                name=f"{title}.txt",
                copyright_note=note,
                review_on=story.today + timedelta(days=30 + 100 * place),
                by=leader,
                at=story.then(30 - place),
            )

    def _members_document(self) -> None:
        """A member adds one too, and owns it."""
        story = self.story
        managers = (story.manager_of(membership.provider) for membership in story.memberships(0))
        member = next(manager for manager in managers if manager != story.leader(0))
        library_services.add_document(
            collaboration=story.group(0),
            title="What we cook together",
            audience=Audience.GROUP,
            file=io.BytesIO(b"Soup, bread, pancakes: what each setting brings."),
            name="What we cook together.txt",
            by=member,
            at=story.then(3),
        )

    @staticmethod
    def _mark(plan: DevelopmentPlan) -> str:
        plan.refresh_from_db()
        return edition_of_evaluation(plan)
