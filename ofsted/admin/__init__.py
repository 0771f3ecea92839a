"""The officers' admin of what Ofsted says and how it is read."""

from ofsted.admin.policy import LeadingPolicyAdmin

__all__ = ["LeadingPolicyAdmin"]
