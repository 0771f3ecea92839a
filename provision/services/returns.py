"""Staff return periods, and what settings certify for them.

A correction changes the row; its history keeps every earlier number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import TaskLink, User
from accounts.services.links import take_back_links, use_link
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.scoping import current_authority_id
from core.text import one_line, several_lines
from core.wording import instant_in_words
from providers.models import Provider
from provision import rules, selectors
from provision.models import ReturnPeriod, StaffReturn, StaffReturnLine, StaffReturnReminder

SUGGESTED_DEFINITION = gettext_lazy(
    "Count everybody whom the setting employs on the count date to work directly with children, full time or"
    " part time. Count each person once. Leave out cooks, cleaners and office staff who do not work with"
    " children, volunteers, students on placement and people sent by an agency."
)
SUGGESTED_CHILDMINDER_DEFINITION = gettext_lazy(
    "You count as one. Add each assistant whom you employ on the count date to work with children."
)


@transaction.atomic
def add_period(
    *,
    name: str,
    count_date: date,
    opens_on: date,
    due_on: date,
    definition: str,
    childminder_definition: str = "",
    asks_detail: bool = False,
    by: User,
) -> ReturnPeriod:
    """Ask every member for its staff number.

    Raises ValidationError at the field that cannot be: periods follow one another.
    """
    _one_at_a_time("staff return periods")
    period = ReturnPeriod(
        name=one_line(name),
        count_date=count_date,
        opens_on=opens_on,
        due_on=due_on,
        definition=several_lines(definition),
        childminder_definition=several_lines(childminder_definition),
        asks_detail=asks_detail,
    )
    _check_period(period)
    save_in_words(period)
    record(
        Action.PERIOD_ADDED,
        about=period,
        by=by,
        details={"count_date": str(count_date), "due_on": str(due_on)},
    )
    return period


@transaction.atomic
def change_period(*, period: ReturnPeriod, changes: Mapping[str, Any], by: User) -> ReturnPeriod:
    """Change a period.

    Once somebody has certified, only the last day and the words may change: the rest is what they answered.

    Raises ValidationError at the field. Nothing different, nothing written.
    """
    _one_at_a_time("staff return periods")
    period = ReturnPeriod.objects.select_for_update(of=("self",)).get(pk=period.pk)
    before = {name: getattr(period, name) for name in changes}
    for name, value in changes.items():
        setattr(period, name, several_lines(value) if isinstance(value, str) else value)
    differing = {
        name: [str(old), str(getattr(period, name))]
        for name, old in before.items()
        if old != getattr(period, name)
    }
    if not differing:
        return period
    fixed = sorted(set(differing) - rules.FREE_ONCE_CERTIFIED)
    if fixed and StaffReturn.objects.filter(period=period).exists():
        raise ValidationError(
            {
                name: _(
                    "Settings have confirmed their number for this period already, so this cannot change."
                )
                for name in fixed
            }
        )
    _check_period(period)
    save_in_words(period, fields=list(differing))
    record(Action.PERIOD_CHANGED, about=period, by=by, details={"changes": differing})
    return period


def _check_period(period: ReturnPeriod) -> None:
    """By name and count date each once, and none open while another is.

    Raises ValidationError at the fields.
    """
    others = list(ReturnPeriod.objects.exclude(pk=period.pk).order_by("count_date"))
    errors: dict[str, list[str]] = {}
    if any(other.name.casefold() == period.name.casefold() for other in others):
        errors["name"] = [_("There is a period of this name already.")]
    if any(other.count_date == period.count_date for other in others):
        errors["count_date"] = [_("There is a period with this count date already.")]
    else:
        times = rules.PeriodTimes(period.count_date, period.opens_on, period.due_on)
        for remark in rules.refusals_of_period(
            times, [rules.PeriodTimes(o.count_date, o.opens_on, o.due_on) for o in others]
        ):
            errors.setdefault(remark.field, []).append(remark.in_words(_))
    if errors:
        raise ValidationError(errors)


@transaction.atomic
def certify_staff(
    *,
    period: ReturnPeriod,
    provider: Provider,
    staff: int,
    lines: Sequence[rules.StaffLine] = (),
    is_unchanged: bool = False,
    note: str = "",
    corrects: bool = False,
    link: TaskLink | None = None,
    by: User,
    at: datetime,
) -> StaffReturn:
    """Write down how many people a setting employs to work directly with children, who says so and when.

    The same answer twice is one. Another answer needs ``corrects``, which says that the person saw the first:
    somebody else may have certified meanwhile. A ``link`` is used up with it; the period's other links to
    this setting end too. Raises ValidationError at the field, or when the period is not open.
    """
    Provider.objects.select_for_update(of=("self",), no_key=True).get(pk=provider.pk)
    if link is not None:
        use_link(link=link, at=at)
    _check_answer(period, provider, staff, lines, note=note, on=timezone.localdate(at))
    staff_return = selectors.return_for_update(provider.pk, period.pk)
    if staff_return is not None and not _differs(staff_return, staff, lines, note):
        return staff_return  # pressed twice
    if staff_return is not None and not corrects:
        words = {
            "person": staff_return.certified_by,
            "staff": staff_return.staff,
            "when": instant_in_words(staff_return.certified_at),
        }
        raise ValidationError(
            _("%(person)s confirmed %(staff)d on %(when)s. If that is wrong, correct it.") % words
        )
    before = None if staff_return is None else staff_return.staff
    staff_return = staff_return or StaffReturn(period=period, provider=provider)
    staff_return.staff, staff_return.is_unchanged, staff_return.note = (
        staff,
        is_unchanged,
        one_line(note),
    )
    staff_return.certified_by, staff_return.certified_at = by, at
    save_in_words(staff_return)
    _write_lines(staff_return, lines)
    _end_links(period, provider, at=at)
    _record(staff_return, before, by=by)
    return staff_return


def _check_answer(
    period: ReturnPeriod,
    provider: Provider,
    staff: int,
    lines: Sequence[rules.StaffLine],
    *,
    note: str,
    on: date,
) -> None:
    state = selectors.state_of_period(period, on=on)
    if state is rules.PeriodState.COMING:
        raise ValidationError(_("%(period)s is not open yet.") % {"period": period})
    if not rules.can_certify(state):
        raise ValidationError(_("%(period)s is closed: a later period has opened.") % {"period": period})
    refusals = rules.refusals_of_lines(lines)
    if refusal := rules.refusal_of_number(
        staff, is_childminder=selectors.is_childminder(provider), note=note
    ):
        refusals.append(refusal)
    if refusals:
        raise ValidationError({remark.field: remark.in_words(_) for remark in refusals})


def _differs(kept: StaffReturn, staff: int, lines: Sequence[rules.StaffLine], note: str) -> bool:
    return (kept.staff, kept.note, lines_of(kept)) != (staff, one_line(note), list(lines))


def lines_of(kept: StaffReturn) -> list[rules.StaffLine]:
    """The optional detail as it was given."""
    return [
        rules.StaffLine(line.hours_a_week, line.role, line.qualification_level)
        for line in kept.lines.order_by("pk")
    ]


def _write_lines(kept: StaffReturn, lines: Sequence[rules.StaffLine]) -> None:
    if lines_of(kept) == list(lines):
        return
    kept.lines.all().delete()
    for line in lines:
        values = {
            "hours_a_week": line.hours_a_week,
            "role": line.role,
            "qualification_level": line.qualification_level,
        }
        save_in_words(StaffReturnLine(staff_return=kept, **values))


def _end_links(period: ReturnPeriod, provider: Provider, *, at: datetime) -> None:
    for reminder_id in StaffReturnReminder.objects.filter(period=period, provider=provider).values_list(
        "pk", flat=True
    ):
        take_back_links(purpose=selectors.LINK_PURPOSE, about_id=reminder_id, at=at)


def _record(kept: StaffReturn, before: int | None, *, by: User) -> None:
    facts: dict[str, Any] = {"setting": kept.provider, "period": kept.period, "staff": kept.staff}
    if before is None:
        record(Action.STAFF_RETURNED, about=kept, by=by, **facts)
    else:
        details = {"changes": {"staff": [str(before), str(kept.staff)]}}
        record(Action.STAFF_RETURN_CORRECTED, about=kept, by=by, details=details, **facts)


def _one_at_a_time(what: str) -> None:
    """Wait for whoever does the same in this authority: two periods
    that are checked against each other see each other.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s), %s)", [what, current_authority_id()])
