"""The stage's rows named after their authority: whatever is written in them tells whose it is."""

from __future__ import annotations

import pgtrigger
from django.apps import apps
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat

from accounts.models import Authority
from core.models import AuthorityOwned

#: The fields in which people write, whatever the model.
WRITTEN_TEXTS = frozenset(
    {
        *(
            "about",
            "aim",
            "change_words",
            "data_behind",
            "decision",
            "note",
            "outcome",
            "reason",
            "success_measure",
        ),
        *("childminder_definition", "definition", "subject", "text", "what", "words"),
        *("address_line_1", "file_name", "full_name", "lead_contact", "name", "title", "town"),
    }
)
#: The application may not change these rows; they quote the names of others.
APPEND_ONLY = frozenset({"entry", "statechange", "casestep"})
#: What the database lets nobody write over, but for the name that is put before a text here.
AGREED_IS_KEPT = [
    *(f"meetings.{model}:agreed_is_kept" for model in ("Minutes", "ItemMinutes", "Decision")),
    *(
        f"supplement.{model}:approved_is_kept"
        for model in ("Scheme", "SchemePeriod", "SchemeComponent", "SchemeConsultation", "SchemeAnswer")
    ),
    *(
        f"supplement.{model}:only_added"
        for model in (
            *("ClaimStep", "RunStep", "Adjustment", "PaymentFile", "PaymentAnswers"),
            *("LeaverSettlement", "SpendReturn", "FundEntry", "PeriodClosing"),
        )
    ),
    *(f"leadership.{model}:only_added" for model in ("CaseStep", "LeaderWords", "LetterTemplate")),
    *(
        f"qa_framework.{model}:published_is_kept"
        for model in (
            *("FrameworkVersion", "FrameworkLevel", "FrameworkArea", "FrameworkStandard"),
            *("StandardWords", "Descriptor"),
        )
    ),
    "supplement.Payment:paid_once",
    "supplement.Claim:changed_in_open_period",
    "supplement.SpendingDecision:only_closed",
    "supplement.Spending:within_decision",
    *("supplement.Payment:paid_once", "meetings.Vote:closed_stays"),
    *(
        f"supplement.Spending{model}"
        for model in ("Decision:only_closed", ":within_decision", "Proposal:only_decided")
    ),
]


def name_rows_after(authority: Authority) -> None:
    """Put the authority's name before every text that people write in its rows."""
    for model in apps.get_models():
        if not issubclass(model, AuthorityOwned) or model._meta.model_name in APPEND_ONLY:
            continue
        for field in model._meta.local_concrete_fields:
            is_text = isinstance(field, (models.CharField, models.TextField)) and not field.choices
            if is_text and field.name in WRITTEN_TEXTS:
                filled = model.objects.exclude(**{field.name: ""})
                # Of some models the application may change no row; there are none of them
                if filled.exists():
                    with pgtrigger.ignore(*AGREED_IS_KEPT):
                        filled.update(**{field.name: Concat(Value(f"{authority.name} "), F(field.name))})
