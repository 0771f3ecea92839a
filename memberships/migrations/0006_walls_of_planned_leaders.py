from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [("memberships", "0005_planned_leaders")]

    operations = [
        RaiseWall("plannedleader"),
        CompositeKey("plannedleader", "member"),
    ]
