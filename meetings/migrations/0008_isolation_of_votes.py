from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0007_votes"),
        ("collaborations", "0002_isolation"),
        ("memberships", "0002_isolation"),
    ]

    operations = [
        IsolateTable("ballotbox"),
        IsolateTable("castvote"),
        IsolateTable("secretballot"),
        IsolateTable("vote"),
        IsolateTable("votehistory"),
        IsolateTable("voter"),
        CompositeKey("ballotbox", "vote"),
        CompositeKey("castvote", "membership"),
        CompositeKey("castvote", "vote"),
        CompositeKey("secretballot", "vote"),
        CompositeKey("vote", "collaboration"),
        CompositeKey("vote", "follows"),
        CompositeKey("vote", "item"),
        CompositeKey("vote", "meeting"),
        CompositeKey("voter", "membership"),
        CompositeKey("voter", "vote"),
    ]
