from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("collaborations", "0001_first_tables"),
        ("providers", "0002_walls"),
    ]

    operations = [
        RaiseWall("collaboration"),
        RaiseWall("collaborationhistory", key=False),
        RaiseWall("collaborationgrant"),
        CompositeKey("collaboration", "district"),
        CompositeKey("collaborationgrant", "content_object"),
    ]
