from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("providers", "0005_returns_and_offers"),
    ]

    operations = [
        IsolateTable("deliverypartner"),
        IsolateTable("deliverypartnership"),
        IsolateTable("deliverypartnershiphistory"),
        IsolateTable("districtoutline"),
        IsolateTable("publicconsent"),
        IsolateTable("publicconsenthistory"),
        IsolateTable("returnperiod"),
        IsolateTable("returnperiodhistory"),
        IsolateTable("staffreturn"),
        IsolateTable("staffreturnhistory"),
        IsolateTable("staffreturnline"),
        IsolateTable("vacancy"),
        IsolateTable("vacancyhistory"),
        CompositeKey("deliverypartner", "partnership"),
        CompositeKey("deliverypartner", "provider"),
        CompositeKey("deliverypartnership", "lead"),
        CompositeKey("districtoutline", "district"),
        CompositeKey("publicconsent", "provider"),
        CompositeKey("staffreturn", "period"),
        CompositeKey("staffreturn", "provider"),
        CompositeKey("staffreturnline", "staff_return"),
        CompositeKey("vacancy", "provider"),
    ]
