"""What is stored of meetings. Django finds the models through these imports."""

from meetings.models import agenda, attendance, guests, minutes, planning, safeguarding  # noqa: F401
