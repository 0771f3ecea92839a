from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("ofsted", "0001_initial"),
        ("documents", "0002_isolation"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("importrun"),
        IsolateTable("inspection"),
        IsolateTable("inspectionhistory"),
        IsolateTable("leadingpolicy"),
        IsolateTable("leadingpolicyhistory"),
        IsolateTable("plannedrow"),
        IsolateTable("registername"),
        CompositeKey("importrun", "file"),
        CompositeKey("importrun", "job"),
        CompositeKey("inspection", "provider"),
        CompositeKey("plannedrow", "run"),
    ]
