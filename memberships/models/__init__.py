"""Django looks for models here."""

from memberships.models import conduct, contacts, counts, joining, leaving, members, offices  # noqa: F401
