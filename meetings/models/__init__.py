"""What is stored of meetings. Django finds the models through these imports."""

from meetings.models import agenda, attendance, elections, guests, planning  # noqa: F401
from meetings.models import agenda, attendance, guests, planning, votes  # noqa: F401
