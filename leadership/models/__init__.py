"""What is stored of leadership cases. Django finds the models through these imports."""

from leadership.models import cases, letters, steps, support  # noqa: F401
