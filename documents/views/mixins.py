"""Files, jobs and uploads as other endpoints answer with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404

from documents.rules import State, UploadState

if TYPE_CHECKING:
    from documents.models import StoredFile

SAFE_HEADERS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
#: The tag of a job's state.
STATE_COLOURS = {
    State.QUEUED: "grey",
    State.RUNNING: "blue",
    State.DONE: "green",
    State.FAILED: "red",
    State.CANCELLED: "grey",
}
#: The tag of an upload's state.
UPLOAD_COLOURS = {
    UploadState.READING: "blue",
    UploadState.READY: "yellow",
    UploadState.LOADING: "blue",
    UploadState.LOADED: "green",
    UploadState.FAILED: "red",
    UploadState.DISCARDED: "grey",
}


def as_made(content: BinaryIO, *, name: str, content_type: str) -> FileResponse:
    """Bytes that were made for this request alone, as a download that nothing keeps and no browser runs."""
    return FileResponse(
        content, as_attachment=True, filename=name, content_type=content_type, headers=SAFE_HEADERS
    )


def as_download(file: StoredFile, *, name: str = "") -> FileResponse:
    """A file as a download that nothing keeps and no browser runs.

    Whoever calls has asked who may, and notes that it was opened.

    Read through the storage, which need not be a folder. Bytes that are gone are 404.
    """
    try:
        content = default_storage.open(file.storage_key)
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(
        content,
        as_attachment=True,
        filename=name or file.name,
        content_type=file.content_type,
        headers=SAFE_HEADERS,
    )
