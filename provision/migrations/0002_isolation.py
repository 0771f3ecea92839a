from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("provision", "0001_initial"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("deliverypartner"),
        IsolateTable("deliverypartnership"),
        IsolateTable("deliverypartnershiphistory"),
        IsolateTable("publicconsent"),
        IsolateTable("publicconsenthistory"),
        IsolateTable("returnperiod"),
        IsolateTable("returnperiodhistory"),
        IsolateTable("staffreturn"),
        IsolateTable("staffreturnhistory"),
        IsolateTable("staffreturnline"),
        IsolateTable("staffreturnreminder"),
        IsolateTable("vacancy"),
        IsolateTable("vacancyhistory"),
        CompositeKey("deliverypartner", "partnership"),
        CompositeKey("deliverypartner", "provider"),
        CompositeKey("deliverypartnership", "lead"),
        CompositeKey("publicconsent", "provider"),
        CompositeKey("staffreturn", "period"),
        CompositeKey("staffreturn", "provider"),
        CompositeKey("staffreturnline", "staff_return"),
        CompositeKey("staffreturnreminder", "period"),
        CompositeKey("staffreturnreminder", "provider"),
        CompositeKey("vacancy", "provider"),
    ]
