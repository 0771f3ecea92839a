"""First meetings of forming groups among the meetings to attend, and in who facilitates' calendar (L4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext

from core.frame.engagements import Engagement, engagements
from meetings.selectors.first import first_meetings
from support.selectors.engagements import facilitators_promised


@engagements.register(key="first_meetings", order=20)
def first_meetings_to_facilitate(since: date, until: date) -> Iterator[Engagement]:
    """One line for each first meeting that is arranged: whatever the group asked the team for it is the same
    meeting (``support.frame``). Who promised to come facilitates, unless the meeting names another.
    """
    rows = list(first_meetings(since=since, until=until))
    promised = facilitators_promised([row.collaboration_id for row in rows])
    for row in rows:
        request = promised.get(row.collaboration_id)
        person = row.chaired_by or (request.officer if request else None)
        yield Engagement(
            source="meetings",
            pk=row.pk,
            on=row.on,
            kind=gettext("First meeting"),
            about=row.collaboration.name,
            url_name="meetings:meeting",
            url_args=(row.collaboration_id, row.pk),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            place=row.place or row.online_url,
            person_id=person.pk if person else None,
            person=str(person or ""),
            district_id=row.collaboration.district_id,
            district=str(row.collaboration.district or ""),
            is_accepted=person is not None,
        )
