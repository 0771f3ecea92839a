from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0001_initial"),
        ("documents", "0002_isolation"),
    ]

    operations = [
        IsolateTable("sheetimport"),
        IsolateTable("sheetline"),
        CompositeKey("sheetimport", "file"),
        CompositeKey("sheetimport", "job"),
        CompositeKey("sheetline", "sheet"),
    ]
