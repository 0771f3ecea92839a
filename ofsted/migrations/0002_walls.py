from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("ofsted", "0001_first_tables"),
        ("documents", "0002_walls"),
        ("providers", "0002_walls"),
    ]

    operations = [
        RaiseWall("importrun"),
        RaiseWall("inspection"),
        RaiseWall("inspectionhistory", key=False),
        RaiseWall("leadingpolicy"),
        RaiseWall("leadingpolicyhistory", key=False),
        RaiseWall("plannedrow"),
        RaiseWall("registername"),
        RaiseWall("registerrow"),
        CompositeKey("importrun", "file"),
        CompositeKey("importrun", "job"),
        CompositeKey("inspection", "provider"),
        CompositeKey("plannedrow", "run"),
        CompositeKey("registerrow", "provider"),
        CompositeKey("registerrow", "run"),
    ]
