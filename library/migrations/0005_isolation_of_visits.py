from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0004_visits_to_documents"),
        ("collaborations", "0002_isolation"),
    ]

    operations = [
        IsolateTable("libraryvisit"),
        CompositeKey("libraryvisit", "collaboration"),
    ]
