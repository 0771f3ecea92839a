"""Uploads that are too big are dropped while they arrive: they
never fill the disk, and the form can say so.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler

TOO_BIG = "upload_too_big"


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Keeps a file up to ``settings.UPLOAD_LIMIT_BYTES``; beyond that it
    reads on without keeping and marks the request.

    The rest is read rather than the connection cut, because a browser shows a cut connection as a broken
    page.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.kept += len(raw_data)
        if self.kept > settings.UPLOAD_LIMIT_BYTES:
            self.file.close()
            setattr(self.request, TOO_BIG, True)
            raise SkipFile
        super().receive_data_chunk(raw_data, start)


def was_too_big(request: Any) -> bool:
    return getattr(request, TOO_BIG, False)
