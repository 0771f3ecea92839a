"""What is stored of meetings. Django finds the models through these imports."""

from meetings.models import agenda, attendance, guests, planning, visits  # noqa: F401
from meetings.models import agenda, attendance, guests, planning, public  # noqa: F401
