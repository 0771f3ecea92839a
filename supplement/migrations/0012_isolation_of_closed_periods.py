from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("supplement", "0011_shares_in_runs_and_closed_periods"),
    ]

    operations = [
        IsolateTable("periodclosing"),
        CompositeKey("adjustment", "settlement"),
        CompositeKey("periodclosing", "period"),
    ]
