"""The PDF of a letter conforms, whatever the texts (L3). No database."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import page as page_validation
import pytest

from core import pdf
from leadership.pdf import LETTER_TEMPLATE, letter_context, paragraphs, signed_by
from leadership.rules.letters import EXAMPLE, LETTER_FIELDS, SHIPPED, LetterKind
from tests.core.test_pdf import TEXTS
from tests.ways_of_working.test_terms_pdf import number_of_pages

LARKSHIRE = SimpleNamespace(
    name="Larkshire",
    brand_colour="#00703c",
    team_name="Early years team",
    postal_address="County Hall\nLarkton",
    contact_phone="01632 960000",
    contact_email="team@larkshire.example",
)


@pytest.mark.parametrize("which", [*LetterKind, "any"])
def test_l3_any_letter_gives_a_conforming_document(which: str, tmp_path: Path) -> None:
    texts = list(TEXTS.values())
    shipped = which in LetterKind.values
    body = LETTER_FIELDS.filled(SHIPPED[LetterKind(which)].body, EXAMPLE) if shipped else "\n\n".join(texts)
    context = letter_context(
        subject=SHIPPED[LetterKind(which)].subject if shipped else texts[0][:150],
        body=body,
        to=["Lena Field", texts[1][:100], "1 High Street", "Larkton"],
        authority=LARKSHIRE,  # type: ignore[arg-type]
        on=date(2026, 7, 1),
        reference="EY/2026/1",
        mark="" if shipped else "Draft",
    )
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf.render(pdf.document_html(LETTER_TEMPLATE, context, authority=LARKSHIRE)))
    found = page_validation.validate_pdf(str(path), profile="ua1").failures
    assert [f"{failure.rule_id}: {failure.message}" for failure in found] == []


def made(body: str) -> bytes:
    context = letter_context(
        subject="After our conversation",
        body=body,
        to=["Lena Field", "Willow Nursery", "1 High Street", "Larkton", "LK1 1AA"],
        authority=LARKSHIRE,  # type: ignore[arg-type]
        on=date(2026, 7, 1),
        reference="EY/2026/1",
    )
    return pdf.render(pdf.document_html(LETTER_TEMPLATE, context, authority=LARKSHIRE))


@pytest.mark.parametrize("kind", LetterKind)
def test_l3_a_shipped_letter_is_one_page(kind: LetterKind) -> None:
    document = made(LETTER_FIELDS.filled(SHIPPED[kind].body, EXAMPLE))
    assert number_of_pages(document) == 1


@pytest.mark.parametrize(
    ("body", "closing", "signed"),
    [
        (
            "Dear Lena,\n\nThank you.\n\nKind regards,\n\nAmina\nEarly years team",
            2,
            ["Amina", "Early years team"],
        ),
        ("Kind regards,\n\nAmina", 1, ["Amina"]),
        ("One paragraph", 0, []),
        ("", 0, []),
        ("Dear Lena,\n\n" + "Words that go on. " * 10, 0, []),
        ("Dear Lena,\n\nOne\nTwo\nThree\nFour", 0, []),
    ],
)
def test_l3_a_name_has_room_to_sign_and_is_never_alone(body: str, closing: int, signed: list[str]) -> None:
    parts = paragraphs(body)
    words, before_name, name = signed_by(parts)
    assert [*words, *before_name, *([name] if name else [])] == parts
    assert (len(before_name), name) == (closing, signed)
