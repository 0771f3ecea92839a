from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("collaborations", "0006_ways_of_working"),
        ("documents", "0002_walls"),
        ("providers", "0002_walls"),
    ]

    operations = [
        IsolateTable("developmentplan"),
        IsolateTable("developmentplanhistory"),
        IsolateTable("documentopening"),
        IsolateTable("documentreader"),
        IsolateTable("documentversion"),
        IsolateTable("groupdocument"),
        IsolateTable("groupdocumenthistory"),
        IsolateTable("objective"),
        IsolateTable("objectivehistory"),
        IsolateTable("planaction"),
        IsolateTable("planactionhistory"),
        IsolateTable("review"),
        IsolateTable("reviewhistory"),
        IsolateTable("termssection"),
        IsolateTable("termstemplate"),
        IsolateTable("termstemplatehistory"),
        IsolateTable("waysofworking"),
        IsolateTable("waysofworkinghistory"),
        CompositeKey("developmentplan", "collaboration"),
        CompositeKey("documentopening", "version"),
        CompositeKey("documentreader", "document"),
        CompositeKey("documentversion", "document"),
        CompositeKey("documentversion", "file"),
        CompositeKey("groupdocument", "collaboration"),
        CompositeKey("objective", "plan"),
        CompositeKey("planaction", "objective"),
        CompositeKey("planaction", "owner"),
        CompositeKey("review", "collaboration"),
        CompositeKey("termssection", "ways"),
        CompositeKey("waysofworking", "collaboration"),
        CompositeKey("waysofworking", "template"),
        CompositeKey("waysofworking", "before"),
        CompositeKey("waysofworking", "document"),
    ]
