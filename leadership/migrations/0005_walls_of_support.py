from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("leadership", "0004_support"),
        ("providers", "0006_walls_of_returns_and_offers"),
        ("collaborations", "0004_walls_of_life"),
    ]

    operations = [
        RaiseWall("referral"),
        RaiseWall("referralhistory", key=False),
        RaiseWall("supportrequest"),
        RaiseWall("supportrequesthistory", key=False),
        CompositeKey("referral", "provider"),
        CompositeKey("referral", "collaboration"),
        CompositeKey("supportrequest", "collaboration"),
    ]
