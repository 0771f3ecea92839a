"""Files, jobs and exports for tests. Rows are made in the authority in scope; people are to be given."""

from __future__ import annotations

from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from documents.models import ExportRun, Job, OutboxMessage, StoredFile
from documents.rules import State

ASKED_AT = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)


class JobFactory(DjangoModelFactory[Job]):
    """A job that runs, of which a quarter is done."""

    class Meta:
        model = Job

    kind = "export"
    title = factory.Sequence(lambda number: f"Export {number}")
    state = State.RUNNING
    done = 1
    total = 4
    created_at = ASKED_AT
    started_at = ASKED_AT


class StoredFileFactory(DjangoModelFactory[StoredFile]):
    """The row of a file. Its bytes are not written: use ``documents.services.files`` for those."""

    class Meta:
        model = StoredFile

    name = factory.Sequence(lambda number: f"list-{number}.csv")
    content_type = "text/csv"
    size = 3
    sha256 = "0" * 64
    storage_key = factory.Sequence(lambda number: f"0/export/{number}")
    purpose = "export"
    uploaded_at = ASKED_AT


class ExportRunFactory(DjangoModelFactory[ExportRun]):
    """``requested_by`` is to be given."""

    class Meta:
        model = ExportRun

    identifier = "sample"
    title = "Sample"
    format = "csv"
    job = factory.SubFactory(JobFactory)
    requested_at = ASKED_AT


class OutboxMessageFactory(DjangoModelFactory[OutboxMessage]):
    """``authority_id`` is to be given: the table is not isolated by authority."""

    class Meta:
        model = OutboxMessage

    task = "documents.make_export"
    ids = factory.LazyFunction(lambda: {"run_id": 0})
