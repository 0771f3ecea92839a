"""What is stored of meetings. Django finds the models through these imports."""

from meetings.models import agenda, attendance, events, guests, planning, programme  # noqa: F401
