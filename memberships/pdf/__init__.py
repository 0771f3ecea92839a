"""What stands on the documents about a collaboration, split by noun."""

from memberships.pdf.staff import SUMMARY_PURPOSE, SUMMARY_TEMPLATE, staff_summary
from memberships.pdf.terms import PRINTED, PRINTED_DRAFT, TERMS_TEMPLATE, terms_context, terms_name
from memberships.pdf.terms_summary import TERMS_SUMMARY, TERMS_SUMMARY_TEMPLATE, terms_summary

__all__ = [
    "PRINTED",
    "PRINTED_DRAFT",
    "SUMMARY_PURPOSE",
    "SUMMARY_TEMPLATE",
    "TERMS_SUMMARY",
    "TERMS_SUMMARY_TEMPLATE",
    "TERMS_TEMPLATE",
    "staff_summary",
    "terms_context",
    "terms_name",
    "terms_summary",
]
