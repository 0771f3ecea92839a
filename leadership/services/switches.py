"""Switching support off, and on again (L3). It acts where it acts from its day on; nobody gets an email."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.selectors import collaboration_for_update
from collaborations.services import refuse
from core.wording import date_in_words
from leadership.models.cases import LeadershipCase
from leadership.models.support import SupportSwitch
from leadership.rules import support as rules
from leadership.rules.stages import Stage
from leadership.rules.support import Off, Switch, SwitchFacts
from leadership.selectors import switches as selectors
from leadership.selectors.sight import every_case


@transaction.atomic
def switch_support_off(
    *, case_id: int, kinds: Collection[str], off_on: date, by: User, at: datetime
) -> list[SupportSwitch]:
    """Switch kinds of support off for the collaboration of a case, from a day on; Leaders' Days for the leader
    of the case alone.

    Raises ValidationError at "kinds" where none is chosen, one is off already, or the case allows it not yet
    or not any more; at "off_on" for a day of the past.
    """
    if not kinds:
        raise ValidationError({"kinds": _("Select what is switched off.")})
    with every_case():
        case = _locked(case_id)
        facts = SwitchFacts(Stage(case.stage), is_published=selectors.is_published(case))
        chosen = [switch for switch in Switch if switch in set(kinds)]
        for switch in chosen:
            off, today = selectors.off_of(case, switch), timezone.localdate(at)
            refuse(rules.refusals_to_switch_off(switch, facts, off_on=off_on, today=today, off=off))
        return [_switch_off(case, switch, off_on=off_on, by=by, at=at) for switch in chosen]


def _switch_off(
    case: LeadershipCase, switch: Switch, *, off_on: date, by: User, at: datetime
) -> SupportSwitch:
    row = SupportSwitch.objects.create(
        collaboration_id=case.appointment.membership.collaboration_id,
        kind=switch,
        user_id=case.appointment.user_id if switch is Switch.LEADERS_DAYS else None,
        off_on=off_on,
        by=by,
        at=at,
    )
    _record(case, row, _("off from %(day)s") % {"day": date_in_words(off_on)}, by=by)
    return row


@transaction.atomic
def switch_support_on(
    *, case_id: int, row_id: int, on_again_on: date, by: User, at: datetime
) -> SupportSwitch:
    """Let support come back from a day on. On the day on which it was to be switched off it never was.

    Raises ValidationError at "on_again_on".
    """
    with every_case():
        case = _locked(case_id)
        row = selectors.row_of(case, row_id)
        if row is None:
            raise ValidationError(_("This support is not switched off any more."))
        if row.on_again_on == on_again_on:
            return row  # pressed twice
        days = Off(row.off_on, row.on_again_on)
        today = timezone.localdate(at)
        refuse(rules.refusals_to_switch_on(days, on_again_on=on_again_on, today=today))
        row.on_again_on = on_again_on
        row.save(update_fields=["on_again_on"])
        _record(case, row, _("on again from %(day)s") % {"day": date_in_words(on_again_on)}, by=by)
        return row


@transaction.atomic
@every_case()
def let_support_back(case: LeadershipCase, *, by: User, at: datetime) -> None:
    """Let what a locked case keeps off come back from today on, since the case ends otherwise than with a leader
    who stays. In the transaction of the closing; of two cases of one collaboration the last one closed does it.
    """
    collaboration_for_update(case.appointment.membership.collaboration_id)
    today = timezone.localdate(at)
    for row in selectors.comes_back(case, on=today):
        day = rules.back_from(Off(row.off_on, row.on_again_on), today=today)
        if day is not None:
            row.on_again_on = day
            row.save(update_fields=["on_again_on"])
            _record(case, row, _("on again from %(day)s") % {"day": date_in_words(day)}, by=by)


def _locked(case_id: int) -> LeadershipCase:
    """The case and its collaboration, in this order, until the transaction ends: two cases may concern one."""
    rows = LeadershipCase.objects.select_for_update(of=("self",)).select_related("appointment__membership")
    case = rows.get(pk=case_id)
    collaboration_for_update(case.appointment.membership.collaboration_id)
    return case


def _record(case: LeadershipCase, row: SupportSwitch, state: str, *, by: User) -> None:
    record(
        Action.SUPPORT_SWITCHED,
        about=case,
        by=by,
        confidential=True,
        collaboration=row.collaboration,
        state=state,
        support=Switch(row.kind).label,
    )
