from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0003_visits_and_training"),
        ("collaborations", "0002_isolation"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("peervisit"),
        IsolateTable("peervisithistory"),
        IsolateTable("training"),
        IsolateTable("traininghistory"),
        IsolateTable("trainingplace"),
        IsolateTable("trainingplacehistory"),
        IsolateTable("visitor"),
        IsolateTable("visitorhistory"),
        CompositeKey("peervisit", "collaboration"),
        CompositeKey("peervisit", "host"),
        CompositeKey("training", "collaboration"),
        CompositeKey("trainingplace", "provider"),
        CompositeKey("trainingplace", "training"),
        CompositeKey("visitor", "provider"),
        CompositeKey("visitor", "visit"),
    ]
