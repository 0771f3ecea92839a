"""What is stored of meetings. Django finds the models through these imports."""

from meetings.models import (  # noqa: F401
    actions,
    agenda,
    attendance,
    data_pack,
    elections,
    events,
    first,
    guests,
    holidays,
    minutes,
    planning,
    programme,
    public,
    safeguarding,
    visits,
    votes,
)
