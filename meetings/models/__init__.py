"""What is stored of meetings. Django finds the models through these imports."""

from meetings.models import actions, agenda, attendance, guests, planning  # noqa: F401
