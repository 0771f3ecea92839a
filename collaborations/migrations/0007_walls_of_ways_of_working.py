from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("collaborations", "0006_ways_of_working"),
        ("documents", "0002_walls"),
        ("providers", "0002_walls"),
    ]

    operations = [
        RaiseWall("developmentplan"),
        RaiseWall("developmentplanhistory", key=False),
        RaiseWall("documentopening"),
        RaiseWall("documentreader"),
        RaiseWall("documentversion"),
        RaiseWall("groupdocument"),
        RaiseWall("groupdocumenthistory", key=False),
        RaiseWall("objective"),
        RaiseWall("objectivehistory", key=False),
        RaiseWall("planaction"),
        RaiseWall("planactionhistory", key=False),
        RaiseWall("review"),
        RaiseWall("reviewhistory", key=False),
        RaiseWall("termssection"),
        RaiseWall("termstemplate"),
        RaiseWall("termstemplatehistory", key=False),
        RaiseWall("waysofworking"),
        RaiseWall("waysofworkinghistory", key=False),
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
