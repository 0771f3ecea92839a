from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("ofsted", "0001_first_tables"),
        ("documents", "0002_walls"),
        ("providers", "0002_walls"),
    ]

    operations = [
        IsolateTable("importrun"),
        IsolateTable("inspection"),
        IsolateTable("inspectionhistory"),
        IsolateTable("leadingpolicy"),
        IsolateTable("leadingpolicyhistory"),
        IsolateTable("plannedrow"),
        IsolateTable("registername"),
        IsolateTable("registerrow"),
        CompositeKey("importrun", "file"),
        CompositeKey("importrun", "job"),
        CompositeKey("inspection", "provider"),
        CompositeKey("plannedrow", "run"),
        CompositeKey("registerrow", "provider"),
        CompositeKey("registerrow", "run"),
    ]
