"""How others import: row by row, `bulk_create(update_conflicts)`, django-import-export.

On bare tables, without isolation and history.

Slices are extrapolated. All three are let off lightly: nothing is checked, nothing is rejected with a reason,
nothing is compared before it is written, and django-import-export loads one of the five blocks of
inspections.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.db import models, transaction

from benchmarks.import_limit import _BLOCKS, _GRADES, COLUMNS
from ofsted.models import Inspection
from ofsted.rules.regimes import regime_of_graded
from ofsted.services.staging import INSPECTION_COLUMNS, SETTING_COLUMNS, TYPES
from providers.models import Provider

BATCH: Final = 1000
KEY: Final = ["authority_id", "provider_id", "regime", "inspected_on"]


def _twin(model: type[models.Model], name: str, table: str, *numbers: str) -> Any:
    """A plain model of a table like another model's, with plain numbers in place of foreign keys."""
    fields = {field.name: field.clone() for field in model._meta.concrete_fields if not field.is_relation}
    fields |= {number: models.BigIntegerField() for number in numbers}
    meta = type("Meta", (), {"app_label": "benchmarks", "managed": False, "db_table": table})
    return type(name, (models.Model,), {**fields, "__module__": __name__, "Meta": meta})


PeerSetting: Final = _twin(Provider, "PeerSetting", "peer_setting", "authority_id")
PeerInspection: Final = _twin(Inspection, "PeerInspection", "peer_inspection", "authority_id", "provider_id")


def tables_also() -> list[str]:
    """`update_conflicts` cannot name the condition of the register's own key."""
    return ["CREATE UNIQUE INDEX peer_setting_once ON peer_setting (authority_id, urn)"]


@cache
def _day(text: str) -> date | None:
    return date(int(text[6:]), int(text[3:5]), int(text[:2])) if text else None


_READERS: Final[dict[str, Callable[[str], Any]]] = {
    "text": lambda text: "" if text == "REDACTED" else text,
    "boolean": lambda text: text == "Y",
    "date": _day,
    "integer": lambda text: int(text) if text else None,
    "numeric(8,2)": lambda text: Decimal(text) if text else None,
}


def _rows(
    path: Path, most: int | None, authority_id: int
) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """The settings of a file with their inspections, as values of the models."""
    with path.open(newline="") as file:
        reader = csv.DictReader(file, fieldnames=COLUMNS)
        next(reader)
        for line in islice(reader, most):
            setting = {name: _READERS[kind](line.get(name) or "") for name, kind in SETTING_COLUMNS.items()}
            setting |= {
                "provider_type": TYPES[line["provider_type"]],
                "authority_id": authority_id,
                "urn": line["urn"],
            }
            setting["search_text"] = f"{setting['name']} {line['urn']} {setting['postcode']}".lower()
            yield setting, [_inspection(line, block) for block in _BLOCKS if line[f"{block}_inspected_on"]]


def _inspection(line: dict[str, str], block: str) -> dict[str, Any]:
    day = _day(line[f"{block}_inspected_on"])
    assert day is not None
    facts: dict[str, Any] = {
        "inspected_on": day,
        "inspection_number": line[f"{block}_inspection_number"],
        "visit_type": "",
    }
    facts |= {name: int(line[key]) for name in _GRADES if line.get(key := f"{block}_{name}")}
    if block == "full":
        facts["safeguarding_effective"] = {"Yes": 1, "No": 2}.get(line["full_safeguarding_effective"])
    regime = _BLOCKS[block]
    if regime:
        facts["met"] = {"Met": 1, "Not Met": 2}[line[f"{block}_met"]]
    return {**facts, "is_graded": not regime, "regime": regime or str(regime_of_graded(day))}


def bulk(path: Path, authority_id: int, most: int) -> None:
    """`bulk_create(update_conflicts=True)`, a thousand at once."""
    rows = _rows(path, most, authority_id)
    written = [*SETTING_COLUMNS, "search_text"]
    judged = [name for name in INSPECTION_COLUMNS if name not in KEY]
    with transaction.atomic():
        while batch := list(islice(rows, BATCH)):
            settings = PeerSetting.objects.bulk_create(
                [PeerSetting(**setting) for setting, _ in batch],
                update_conflicts=True,
                unique_fields=["authority_id", "urn"],
                update_fields=written,
            )
            inspections = [
                PeerInspection(authority_id=authority_id, provider_id=setting.pk, **facts)
                for setting, (_, found) in zip(settings, batch, strict=True)
                for facts in found
            ]
            PeerInspection.objects.bulk_create(
                inspections, update_conflicts=True, unique_fields=KEY, update_fields=judged
            )


def row_by_row(path: Path, authority_id: int, most: int) -> None:
    """`update_or_create` for each row and each of its inspections, in one transaction."""
    with transaction.atomic():
        for setting, inspections in _rows(path, most, authority_id):
            key = {name: setting.pop(name) for name in ("authority_id", "urn")}
            provider, _ = PeerSetting.objects.update_or_create(**key, defaults=setting)
            for facts in inspections:
                key = {name: facts.pop(name) for name in ("regime", "inspected_on")}
                PeerInspection.objects.update_or_create(
                    **key, authority_id=authority_id, provider_id=provider.pk, defaults=facts
                )


def import_export(path: Path, authority_id: int, most: int) -> None:
    """django-import-export with its bulk settings: a resource of the
    settings, and one of their newest inspections.
    """
    import tablib
    from import_export import fields, instance_loaders, resources, widgets

    class Said(widgets.Widget):
        def __init__(self, read: Callable[[str], Any]) -> None:
            super().__init__()
            self.read = read

        def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
            return self.read(value or "")

        def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
            return value

    class Bulk:
        use_bulk, batch_size, skip_unchanged, skip_diff, skip_html_diff = True, BATCH, True, True, True
        report_skipped = clean_model_instances = False
        instance_loader_class = instance_loaders.CachedInstanceLoader

    def resource(
        model: Any, key: str, columns: dict[str, Callable[[str], Any]], names: dict[str, str]
    ) -> Any:
        meta = type("Meta", (Bulk,), {"model": model, "import_id_fields": [key], "fields": tuple(columns)})
        made = {
            name: fields.Field(column_name=names.get(name, name), attribute=name, widget=Said(read))
            for name, read in columns.items()
        }
        return type(f"{model.__name__}Resource", (resources.ModelResource,), {**made, "Meta": meta})()

    readers: dict[str, Callable[[str], Any]] = {
        name: _READERS[kind] for name, kind in SETTING_COLUMNS.items()
    }
    readers |= {"urn": str, "authority_id": lambda text: authority_id, "provider_type": TYPES.__getitem__}
    with path.open(newline="") as file:
        lines = list(islice(csv.reader(file), most + 1))
    data = tablib.Dataset(*lines[1:], headers=COLUMNS)
    data.append_col([""] * len(data), header="authority_id")
    resource(PeerSetting, "urn", readers, {}).import_data(data, raise_errors=True)

    ids = dict(PeerSetting.objects.values_list("urn", "pk"))
    grade = _READERS["integer"]
    judged: dict[str, Callable[[str], Any]] = {
        "provider_id": ids.__getitem__,
        "authority_id": lambda text: authority_id,
    }
    judged |= {"inspected_on": _day, "inspection_number": str, **dict.fromkeys(sorted(_GRADES), grade)}
    judged |= {"regime": lambda text: str(regime_of_graded(_day(text) or date.min)), "is_graded": bool}
    names = {name: f"full_{name}" for name in judged} | {"provider_id": "urn", "authority_id": "authority_id"}
    names |= {"regime": "full_inspected_on", "is_graded": "full_inspected_on"}
    inspected = tablib.Dataset(
        *[line for line in data if line[COLUMNS.index("full_inspected_on")]], headers=data.headers
    )
    resource(PeerInspection, "inspection_number", judged, names).import_data(inspected, raise_errors=True)
