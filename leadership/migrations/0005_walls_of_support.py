from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("leadership", "0004_support"),
        ("providers", "0006_walls_of_returns_and_offers"),
        ("collaborations", "0004_walls_of_life"),
    ]

    operations = [
        IsolateTable("referral"),
        IsolateTable("referralhistory"),
        IsolateTable("supportrequest"),
        IsolateTable("supportrequesthistory"),
        CompositeKey("referral", "provider"),
        CompositeKey("referral", "collaboration"),
        CompositeKey("supportrequest", "collaboration"),
    ]
