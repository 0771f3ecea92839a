"""The registry of exports looks for them here."""

from collaborations.exports import gaps, groups  # noqa: F401
