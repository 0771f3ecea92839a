from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0001_initial"),
        ("collaborations", "0002_isolation"),
        ("documents", "0002_isolation"),
    ]

    operations = [
        IsolateTable("documentopening"),
        IsolateTable("documentreader"),
        IsolateTable("documentversion"),
        IsolateTable("groupdocument"),
        IsolateTable("groupdocumenthistory"),
        CompositeKey("documentopening", "version"),
        CompositeKey("documentreader", "document"),
        CompositeKey("documentversion", "document"),
        CompositeKey("documentversion", "file"),
        CompositeKey("groupdocument", "collaboration"),
    ]
