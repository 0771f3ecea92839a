from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("providers", "0005_returns_and_offers"),
    ]

    operations = [
        RaiseWall("deliverypartner"),
        RaiseWall("deliverypartnership"),
        RaiseWall("deliverypartnershiphistory", key=False),
        RaiseWall("districtoutline"),
        RaiseWall("publicconsent"),
        RaiseWall("publicconsenthistory", key=False),
        RaiseWall("returnperiod"),
        RaiseWall("returnperiodhistory", key=False),
        RaiseWall("staffreturn"),
        RaiseWall("staffreturnhistory", key=False),
        RaiseWall("staffreturnline"),
        RaiseWall("vacancy"),
        RaiseWall("vacancyhistory", key=False),
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
