"""Django looks for admins here."""

from providers.admin import districts, register, take_overs  # noqa: F401
