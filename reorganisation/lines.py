"""What take-overs (O2) and plans to divide or merge (C4) ask of officers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines
from core.frame.visitor import Visitor
from core.prepared import prepared
from core.wording import date_in_words
from providers.models import SuccessionLink
from reorganisation.models import Reorganisation
from reorganisation.rules.plans import NAMED_BEFORE
from reorganisation.selectors.plans import plans_to_carry_out_by
from reorganisation.selectors.succession import successions_to_settle

MAX_NAMED = 3


@prepared
def _first_successions(on: date) -> QuerySet[SuccessionLink]:
    return successions_to_settle(on=on)[:MAX_NAMED]


@prepared
def _first_plans(until: date) -> QuerySet[Reorganisation]:
    return plans_to_carry_out_by(until)[:MAX_NAMED]


@personal_lines.register(key="successions", order=70)
def successions(visitor: Visitor) -> Iterator[Line]:
    """Take-overs whose old registration is still a member: nothing moves unless an officer says so."""
    if not visitor.allows(Permission.CHANGE_MEMBERS):
        return
    for link in _first_successions(on=visitor.on):
        yield Line(
            _("Say what moves from %(old)s to %(new)s") % {"old": link.old, "new": link.new},
            reverse("reorganisation:move_to_successor", args=[link.pk]),
            detail=_("The old registration is still a member."),
            since=link.on,
        )


@personal_lines.register(key="plans", order=80)
def plans(visitor: Visitor) -> Iterator[Line]:
    """Plans that the leaders have agreed to and whose day has come or is near: nothing happens unless an
    officer carries them out.
    """
    if not visitor.allows(Permission.REORGANISE):
        return
    for plan in _first_plans(until=visitor.on + NAMED_BEFORE):
        words = {"names": ", ".join(plan.ending), "day": date_in_words(plan.takes_effect_on)}
        has_come = plan.takes_effect_on is not None and plan.takes_effect_on <= visitor.on
        what = (
            _("Carry out the plan for %(names)s")
            if has_come
            else _("The plan for %(names)s: carry it out from %(day)s")
        )
        detail = (
            _("It takes effect on %(day)s.")
            if has_come
            else _("The leaders have agreed to it. Look at it once more.")
        )
        url = reverse("reorganisation:plan", args=[plan.pk])
        yield Line(what % words, url, detail=detail % words, due_on=plan.takes_effect_on)
