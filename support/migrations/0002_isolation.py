from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("support", "0001_initial"),
        ("collaborations", "0002_isolation"),
        ("documents", "0002_isolation"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("message"),
        IsolateTable("messagecopy"),
        IsolateTable("referral"),
        IsolateTable("referralhistory"),
        IsolateTable("supportrequest"),
        IsolateTable("supportrequesthistory"),
        CompositeKey("message", "job"),
        CompositeKey("messagecopy", "message"),
        CompositeKey("referral", "collaboration"),
        CompositeKey("referral", "provider"),
        CompositeKey("supportrequest", "collaboration"),
    ]
