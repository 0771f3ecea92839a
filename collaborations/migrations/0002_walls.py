from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("collaborations", "0001_first_tables"),
        ("providers", "0002_walls"),
    ]

    operations = [
        IsolateTable("collaboration"),
        IsolateTable("collaborationhistory"),
        IsolateTable("collaborationgrant"),
        CompositeKey("collaboration", "district"),
        CompositeKey("collaborationgrant", "content_object"),
    ]
