"""The page of one case: the one next step on top, then what was done, then all that is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import Crumb
from leadership.forms.cases import ENDS
from leadership.rules.cases import FOUND, Ground
from leadership.rules.guide import Deed, Situation, next_step
from leadership.rules.stages import BEFORE_CONTACT, Haste, Stage, due_on, haste_of, refusals_to_move
from leadership.rules.steps import Answer, StepKind, refusals_to_contact
from leadership.rules.support import MAY_SWITCH
from leadership.selectors import cases as selectors
from leadership.selectors import steps as step_selectors
from leadership.selectors.switches import lines_of
from leadership.tables import case_colour, case_status
from leadership.views.cases import OneCase


class CasePage(OneCase):
    """All of one case."""

    template_name = "leadership/case.html"

    def get_title(self) -> str:
        return str(self.case)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        case = self.case
        is_open = case.closed_at is None
        works = selectors.works_on(self.request.user, case)
        may_assign = self.allows(Permission.ASSIGN_CASES) and is_open
        entries = list(selectors.entries_of(case))
        context = {
            "case": case,
            "leader": str(case.appointment.user),
            "status": case_status(case),
            "status_colour": case_colour(case),
            "facts": self._facts(may_assign),
            "judgements": selectors.judgement_lines(case),
            "framework": selectors.framework_of(case),
            "was_found": Ground(case.ground) in FOUND,
            "outcomes": self.outcomes,
            "waits": is_open and any(outcome.published_on is None for outcome in self.outcomes),
            "readers": selectors.named_readers(case),
            "story": selectors.deeds_in(entries),
            "openings": selectors.openings_in(entries),
            "works": works,
            "decides": works and is_open,
            "may_assign": may_assign,
            "reach": step_selectors.reach_of_leader(case, on=self.today),
            "letters": list(step_selectors.letters_sent(case)),
            "letters_url": reverse("leadership:letters", args=[case.pk]),
            "switches_url": reverse("leadership:switches", args=[case.pk]) if self.may_switch else "",
            **self._conversation(),
            **(self._guide(works, may_assign) if is_open else self._again()),
        }
        return super().get_context_data(**context, **kwargs)

    @cached_property
    def today(self) -> date:
        return timezone.localdate()

    @property
    def may_switch(self) -> bool:
        """Also in a closed case: support that is off can come back."""
        return step_selectors.is_published(self.case) and self.case.stage in (*MAY_SWITCH, Stage.CLOSED)

    @cached_property
    def outcomes(self) -> list[Any]:
        return list(selectors.outcomes_of(self.case))

    @cached_property
    def successors(self) -> list[Any]:
        return list(step_selectors.successors_of(self.case))

    @cached_property
    def steps(self) -> list[Any]:
        return list(step_selectors.steps_of(self.case))

    def _conversation(self) -> dict[str, Any]:
        case = self.case
        support = list(step_selectors.support_of(case))
        words = list(step_selectors.words_of_leader(case))
        refused = refusals_to_contact(
            is_published=step_selectors.is_published(case), is_talked_over=self._is_talked_over
        )
        return {
            "past": step_selectors.timeline_of(self.steps, support, words),
            "support": support,
            "successors": self.successors,
            "not_yet": [reason.in_words(gettext) for reason in refused],
            "has_talked": case.stage not in BEFORE_CONTACT,
        }

    @property
    def _is_talked_over(self) -> bool:
        return any(step.kind == StepKind.SUCCESSION for step in self.steps)

    @property
    def _is_paused(self) -> bool:
        return any(line.row is not None for line in lines_of(self.case, on=self.today))

    def _guide(self, works: bool, may_assign: bool) -> dict[str, Any]:
        """What comes next, by when, and what else is possible."""
        case = self.case
        standing = step_selectors.standing_of(case, on=self.today)
        unpublished = [outcome for outcome in self.outcomes if outcome.published_on is None]
        agree = [row.user_id for row in self.successors if row.answer == Answer.YES]
        people = [user for user in agree if user is not None]
        situation = Situation(
            stage=standing.stage,
            has_outcome=bool(unpublished),
            is_talked_over=self._is_talked_over,
            has_successor=bool(self.successors),
            successor_agrees=bool(agree),
            successor_leads=step_selectors.any_leads(case, people, on=self.today),
            still_leads=standing.still_leads,
            nothing_found=case.nothing_found_since is not None,
            is_paused=case.stage == Stage.STAYS and self._is_paused,
        )
        step = next_step(situation)
        days = step_selectors.days_in_force()
        due = due_on(standing.stage, case.stage_since, days.of_stage)
        haste = haste_of(due, self.today, days.remind)
        may = may_assign if step.deed is Deed.ASSIGN else works
        return {
            "next_step": step,
            "closes_next": step.deed is Deed.CLOSE,
            "switches_next": step.deed is Deed.SWITCHES,
            "asks_next": standing.stage is Stage.SUCCESSION,
            "next_url": self._address(step.deed, unpublished) if may else "",
            "due_on": due,
            "haste": haste.label if haste is not Haste.NONE else "",
            "haste_colour": {Haste.LATE: "orange", Haste.SOON: "yellow"}.get(haste, ""),
            "may_step_down": not refusals_to_move(Stage.STEPPED_DOWN, standing),
            "may_stay": not refusals_to_move(Stage.STAYS, standing),
            "still_leads": standing.still_leads,
        }

    def _address(self, deed: Deed, unpublished: Sequence[Any]) -> str:
        case = self.case
        group = case.appointment.membership.collaboration_id
        if deed is Deed.PUBLISH:
            return reverse("leadership:publish_outcome", args=[case.pk, unpublished[0].pk])
        if deed is Deed.APPOINT:
            return reverse("memberships:appoint_leader", args=[group])
        if deed is Deed.END:
            return reverse("memberships:end_leader", args=[group, case.appointment_id])
        return reverse(f"leadership:{deed.value}", args=[case.pk]) if deed is not Deed.NOTHING else ""

    def _again(self) -> dict[str, Any]:
        """Of a closed case: whether the leader could lead again."""
        return {"again": step_selectors.reinstatement_of(self.case)}

    def _opened_because(self) -> str:
        case = self.case
        if case.ground == Ground.TOLD and case.published_on is not None:
            return gettext("An outcome that was told before it was published")
        return case.get_ground_display()

    def _facts(self, may_assign: bool) -> list[dict[str, Any]]:
        case, membership = self.case, self.case.appointment.membership
        assign = {
            "url": reverse("leadership:assign", args=[case.pk]),
            "action": _("Change") if case.assigned_to else _("Assign"),
        }
        facts: list[dict[str, Any]] = [
            {"label": _("Leader"), "value": str(case.appointment.user)},
            {"label": _("Setting"), "value": str(membership.provider)},
            {"label": _("Collaboration"), "value": str(membership.collaboration)},
            {"label": _("Opened because"), "value": self._opened_because()},
            {"label": _("Opened"), "value": case.opened_at},
            {
                "label": _("Assigned to"),
                "value": str(case.assigned_to or gettext("Nobody yet")),
                **(assign if may_assign else {}),
            },
        ]
        if case.policy is not None:
            policy_url = reverse("admin:ofsted_leadingpolicy_change", args=[case.policy_id])
            policy = {"label": _("Leading policy"), "value": str(case.policy)}
            facts.insert(4, policy | {"url": policy_url, "action": _("See")})
        if case.published_on is not None:
            facts.append({"label": _("Report published"), "value": case.published_on})
        if case.closed_at is not None:
            facts += [
                {"label": _("Closed"), "value": case.closed_at},
                {"label": _("Closed by"), "value": str(case.closed_by or "")},
                {"label": _("Outcome"), "value": ENDS[case.outcome]},
                {"label": _("Why"), "value": case.outcome_words},
            ]
        return facts
