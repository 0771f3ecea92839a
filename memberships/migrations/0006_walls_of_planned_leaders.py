from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [("memberships", "0005_planned_leaders")]

    operations = [
        IsolateTable("plannedleader"),
        CompositeKey("plannedleader", "member"),
    ]
