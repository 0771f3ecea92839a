"""Jobs: forms below one thing that are begun from lists too, where it is asked first which thing it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Job:
    """A form whose address needs the id of a thing: the title of the page before it, its name, who may open it."""

    title: Any
    url_name: str
    permission: str


#: By the word in the address; filled by the ``frame`` modules of the apps whose forms they are.
JOBS: dict[str, Job] = {}


def add_job(key: str, job: Job) -> None:
    """Raises ValueError where the key is taken."""
    if key in JOBS:
        raise ValueError(f"there is a job “{key}” already")
    JOBS[key] = job
