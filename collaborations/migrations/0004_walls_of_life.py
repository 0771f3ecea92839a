from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("collaborations", "0003_life"),
    ]

    operations = [
        RaiseWall("firstmeeting"),
        RaiseWall("firstmeetinghistory", key=False),
        RaiseWall("lineage"),
        RaiseWall("statechange"),
        CompositeKey("firstmeeting", "collaboration"),
        CompositeKey("lineage", "earlier"),
        CompositeKey("lineage", "later"),
        CompositeKey("statechange", "collaboration"),
    ]
