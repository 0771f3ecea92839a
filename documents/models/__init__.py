from documents.models.files import ExportRun, StoredFile
from documents.models.jobs import Job
from documents.models.outbox import OutboxMessage

__all__ = ["ExportRun", "Job", "OutboxMessage", "StoredFile"]
