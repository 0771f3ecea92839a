"""Ofsted's file loaded by the operator, for one authority or for all (O7)."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Authority
from core.scoping import authority_scope
from ofsted.models import ImportRun
from ofsted.services.national import load_national
from providers.models import Provider
from tests.ofsted.files import make_file, row
from tests.ofsted.test_loads import MONTH, NOW, load, setting

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_file_for_all_authorities(larkshire: Authority, marlshire: Authority) -> None:
    rows = [
        setting("EY100001"),
        row(urn="EY200001", local_authority="Marlshire"),
        row(urn="EY300001", local_authority="Else"),
    ]
    both = [larkshire, marlshire]
    data = make_file("2021-08", rows)
    done = load_national(file=io.BytesIO(data), name="f.csv", listed_on=MONTH, authorities=both, at=NOW)
    assert ([done.counts[a]["new"] for a in both], done.others["Else"]) == ([1, 1], 1)
    moved = [setting("EY100001"), setting("EY200001")]
    done = load_national(
        file=io.BytesIO(make_file("2021-08", moved)), name="f.csv", listed_on=MONTH, authorities=both, at=NOW
    )
    assert done.counts[larkshire]["new"] == 1
    assert done.without_rows == [marlshire], (
        "a file without one row of theirs is no news about their register"
    )


def test_o7_a_doubtful_file_is_not_loaded_for_an_operator_who_is_not_sure(
    larkshire: Authority, tmp_path: Path
) -> None:
    load(larkshire, *(setting(f"EY1{n:05}") for n in range(40)), day=date(2026, 9, 30))
    path = tmp_path / "providers_2026-10-31.csv"
    path.write_bytes(make_file("2021-08", [setting("EY100001")]))
    with pytest.raises(CommandError, match="--accept many_gone"):
        call_command("import_ofsted", str(path), "--all", stdout=io.StringIO())
    with authority_scope(larkshire):
        assert Provider.objects.filter(unlisted_since__isnull=False).count() == 0
        assert ImportRun.objects.count() == 1
    out = io.StringIO()
    call_command("import_ofsted", str(path), "--authority", "larkshire", "--accept", "many_gone", stdout=out)
    assert "39 vanished" in out.getvalue()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.csv", "--all"], "no file"),
        (["{}", "--authority", "nowhere"], "no authority"),
        (["{}", "--all"], "which day"),
    ],
)
def test_the_operator_is_told_what_is_missing(
    larkshire: Authority, tmp_path: Path, arguments: list[str], words: str
) -> None:
    path = tmp_path / "providers.csv"
    path.write_bytes(make_file("2021-08", [setting("EY100001")]))
    with pytest.raises(CommandError, match=words):
        call_command(
            "import_ofsted", *(argument.format(path) for argument in arguments), stdout=io.StringIO()
        )
