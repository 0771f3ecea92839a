"""Arrays as text: PostgreSQL reads back what went in."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from core.postgres.arrays import numbers, texts

AT = datetime(2026, 7, 10, 10, 30, 15, 250, tzinfo=UTC)


def read(array: str, kind: str) -> list[object]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT %s::{kind}[]", [array])
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_values_come_back_as_they_went_in() -> None:
    assert read(numbers([1, -2, None, 2**62]), "bigint") == [1, -2, None, 2**62]
    assert read(numbers([True, False, None]), "bool") == [True, False, None]
    assert read(numbers([AT, None]), "timestamptz") == [AT, None]
    assert read(numbers([]), "bigint") == []
    words = [
        "",
        "NULL",
        "null",
        "a,b",
        "{a}",
        'the "Oak"',
        "back\\slash",
        "  £ – ",
        "two\nlines",
        "'; --",
        "%s",
    ]
    assert read(texts(words), "text") == words
