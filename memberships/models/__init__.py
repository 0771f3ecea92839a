"""Django looks for models here."""

from memberships.models import conduct, counts, joining, leaving, members, offices  # noqa: F401
