"""Names are in one order on every server, and are found in both spellings."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import Value
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Authority, User
from core.ordering import InOrder
from core.text import plain_letters
from providers.models import District
from providers.rules.register import search_text
from tests.factories.collaborations import CollaborationFactory
from tests.factories.providers import ProviderFactory

IN_ORDER = ["Adam", "adele", "Éva", "Łucja", "Maya", "O'Hara", "Öner", "Ŵyn", "Zoe"]
SHUFFLED = ["Zoe", "adele", "Ŵyn", "Maya", "Öner", "Adam", "O'Hara", "Łucja", "Éva"]


@pytest.mark.django_db
def test_names_of_people_are_in_order() -> None:
    for number, name in enumerate(SHUFFLED):
        User.objects.create(email=f"{number}@names.example", full_name=name)
    people = User.objects.filter(email__endswith="@names.example")
    assert list(people.values_list("full_name", flat=True)) == IN_ORDER
    assert list(people.order_by("-full_name__in_order").values_list("full_name", flat=True)) == IN_ORDER[::-1]


@pytest.mark.django_db
def test_names_of_everything_else_are_in_order(in_larkshire: Authority) -> None:
    for name in SHUFFLED:
        District.objects.create(name=name)
        CollaborationFactory(name=name)
    assert list(District.objects.values_list("name", flat=True)) == IN_ORDER
    names = type(CollaborationFactory.build()).objects.filter(name__in=SHUFFLED)
    assert list(names.values_list("name", flat=True)) == IN_ORDER


@pytest.mark.django_db
def test_settings_are_in_order_and_found_in_both_spellings(in_larkshire: Authority) -> None:
    from providers.models import Provider

    for name in SHUFFLED:
        ProviderFactory(name=name)
    assert list(Provider.objects.values_list("name", flat=True)) == IN_ORDER
    for typed in ("lucja", "LUCJA", "łucja", "o’hara", "ohara", "oner", "wyn"):
        assert Provider.objects.filter(search_text__contains=search_text(typed)).count() == 1, typed


@pytest.mark.django_db
@given(st.text(st.sampled_from("AaÉéŁłØøÆæŒœÞþßẞĦħĐđðıİŵ'’`´ʻ -0\u0301ǿ"), max_size=12))
def test_the_database_folds_as_we_do(text: str) -> None:
    with connection.cursor() as cursor:
        sql, params = User.objects.annotate(key=InOrder(Value(text))).values("key").query.sql_with_params()
        cursor.execute(f"SELECT ({sql.split('SELECT ')[1].split(' AS ')[0]})", params[:1])
        kept = cursor.fetchone()[0]
    assert kept == search_text(text)


@given(st.text(st.sampled_from("AaÉŁłØøÆŒþßĦĐı'’ʻ bc"), max_size=20))
def test_the_folded_spelling_finds_the_name(name: str) -> None:
    assert search_text(plain_letters(name)) == search_text(name)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Łódź", "Lodz"),
        ("Bjørn", "Bjorn"),
        ("Đặng", "Dang"),
        ("Ħal", "Hal"),
        ("Ægir", "Aegir"),
        ("Œuf", "Oeuf"),
        ("Þór", "Thor"),
        ("Straße", "Strasse"),
        ("Işık", "Isik"),
        ("Guðrún", "Gudrun"),
        ("O‘Hara", "O'Hara"),
        ("Oʻahu", "Oahu"),
        ("O＇Hara", "OHara"),
    ],
)
def test_a_letter_is_found_in_both_spellings(name: str, typed: str) -> None:
    assert search_text(name) == search_text(typed)
