"""S5: a setting of two groups names the one in which it is paid, and is asked to by email."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.saving import save_in_words
from documents.services.outbox import send_emails_once
from memberships.selectors.people import managers_of_settings
from supplement.emails.choosing import AsksToChoose, GroupStillToChoose, GroupToChoose
from supplement.models.claims import ChosenGroup
from supplement.rules.choosing import refusals_to_choose
from supplement.selectors import choosing as selectors
from supplement.selectors.suppliers import setting_for_update

#: For so many days from the first day of claims it is asked, so that a missed night is made up for.
ASKED_WITHIN = 7
#: Days before the last day on which it is reminded.
REMINDED_BEFORE = 5


@transaction.atomic
def choose_group(
    *, period_id: int, provider_id: int, collaboration_id: int, by: User, at: datetime
) -> ChosenGroup:
    """Name the group in which a setting of two is paid for a period, or another than before. The same again
    changes nothing.

    Raises ValidationError at "group", and where nothing is to be chosen, it is too late, or it is paid.
    """
    provider = setting_for_update(provider_id)
    period = selectors.period_to_choose(period_id)
    if provider is None or period is None:
        raise ValidationError(_("This is no longer there."))
    choosing = selectors.choosing_of(period, provider_id)
    refuse(refusals_to_choose(choosing, collaboration_id, on=timezone.localdate(at)))
    row = selectors.choice_of(period_id, provider_id) or ChosenGroup(period=period, provider=provider)
    if row.pk and row.collaboration_id == collaboration_id:
        return row
    before = row.collaboration.name if row.pk else ""
    row.collaboration_id, row.by, row.at = collaboration_id, by, at
    save_in_words(row)
    name = next(home.name for home in choosing.groups if home.group_id == collaboration_id)
    record(
        Action.PAID_GROUP_CHOSEN,
        about=row,
        by=by,
        setting=provider,
        collaboration=name,
        period=period,
        details={"changes": {"group": [before, name]}},
    )
    return row


@transaction.atomic
def ask_to_choose(*, at: datetime) -> int:
    """The nightly turn of one authority: whoever manages a setting that is in two groups and has named none
    is asked once when claims open, and once more before the last day. Run again it asks for nothing. Answers
    how many emails were asked for.
    """
    on, asked = timezone.localdate(at), 0
    for period in selectors.choosable_periods(on):
        kind: type[AsksToChoose]
        if on >= period.claims_until_on - timedelta(days=REMINDED_BEFORE):
            kind = GroupStillToChoose
        elif period.claims_from_on <= on <= period.claims_from_on + timedelta(days=ASKED_WITHIN):
            kind = GroupToChoose
        else:
            continue
        owing = selectors.settings_to_choose(period)
        people = managers_of_settings([row.pk for row in owing], on=on)
        asked += send_emails_once(
            [
                kind(user_id=person.pk, period_id=period.pk, provider_id=provider)
                for provider, managers in people.items()
                for person in managers
            ]
        )
    return asked
