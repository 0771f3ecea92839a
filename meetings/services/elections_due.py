"""Elections that are due again (G6): those who run the group hear of it two months before a term ends."""

from __future__ import annotations

from datetime import date, timedelta

from documents.services.outbox import send_emails_once
from meetings.emails.elections import ElectionDue
from meetings.selectors.elections import terms_to_tell
from ways_of_working.selectors.reviews import people_running

#: Nights that did not run are made up for.
MADE_UP_FOR = timedelta(days=7)


def tell_of_elections_due(*, on: date) -> int:
    """Ask for an email about each office whose next election has fallen due, once for each end of a term.

    Run again it asks for nothing. Answers how many were asked for.
    """
    holders = terms_to_tell(on=on, made_up_for=MADE_UP_FOR)
    people = people_running({row.membership.collaboration_id for row in holders}, on=on)
    return send_emails_once(
        [
            ElectionDue(user_id=person.pk, holder_id=row.pk, ends_on=str(row.ends_on))
            for row in holders
            for person in people[row.membership.collaboration_id]
        ]
    )
