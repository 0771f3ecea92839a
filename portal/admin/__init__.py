"""Admins that need several subjects at once."""

from portal.admin.register import RegisterAdmin

__all__ = ["RegisterAdmin"]
