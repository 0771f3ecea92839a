"""In which order the files of tests go to the workers: the longest first, so that none waits for the others at the end.

Those of real processes mostly wait, and leave their processor to the others; so they begin, and do not come
together at the end.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

#: Files and folders (ending in a slash) that take longest, as `.ci/run` prints them. All others follow by name.
LONGEST_FIRST = (
    "tests/machine/test_production.py",
    "tests/architecture/test_endpoints.py",
    "tests/frame/test_map.py",
    "tests/workers/",
    "tests/portal/test_demonstration.py",
    "tests/architecture/test_refused_posts.py",
    "tests/architecture/test_rendered_pages.py",
    "tests/core/test_hostile_requests.py",
    "tests/browser/",
    "tests/architecture/test_embargo.py",
)


def place_of(nodeid: str) -> int:
    """The place of a test's file in the list; after all of them if it is not there."""
    file = nodeid.partition("::")[0]
    places = (
        place
        for place, name in enumerate(LONGEST_FIRST)
        if file == name or (name.endswith("/") and file.startswith(name))
    )
    return next(places, len(LONGEST_FIRST))


def longest_first(items: list[pytest.Item]) -> None:
    """Files stay together, and tests of a file in their order."""
    items.sort(key=lambda item: place_of(item.nodeid))


def unknown_places(files: Sequence[str]) -> list[str]:
    """Entries of the list that are no file or folder of these any more."""
    return [name for name in LONGEST_FIRST if not any(file.startswith(name) for file in files)]
