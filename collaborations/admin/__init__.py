"""Django looks for admins here."""

from collaborations.admin import collaborations  # noqa: F401
