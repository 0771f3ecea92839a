"""The sample pages (sample_urls.py) and their templates, for the tests that ask for them."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def sample_pages(settings: Any) -> None:
    settings.ROOT_URLCONF = settings.AUTHORITY_URLCONF = "tests.core.sample_urls"
    settings.TEMPLATES = [
        {
            **settings.TEMPLATES[0],
            "DIRS": [*settings.TEMPLATES[0]["DIRS"], Path(__file__).parent / "templates"],
        }
    ]
