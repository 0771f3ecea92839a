from ofsted.models.imports import ImportRun, PlannedRow, RegisterName
from ofsted.models.inspection import Inspection
from ofsted.models.policy import LeadingPolicy

__all__ = ["ImportRun", "Inspection", "LeadingPolicy", "PlannedRow", "RegisterName"]
