from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("supplement", "0001_schemes"),
        ("collaborations", "0002_isolation"),
    ]

    operations = [
        IsolateTable("scheme"),
        IsolateTable("schemeanswer"),
        IsolateTable("schemeanswerhistory"),
        IsolateTable("schemecomponent"),
        IsolateTable("schemecomponenthistory"),
        IsolateTable("schemeconsultation"),
        IsolateTable("schemeconsultationhistory"),
        IsolateTable("schemecriterion"),
        IsolateTable("schemecriterionhistory"),
        IsolateTable("schemehistory"),
        IsolateTable("schemeinstalment"),
        IsolateTable("schemeinstalmenthistory"),
        IsolateTable("schemeperiod"),
        IsolateTable("schemeperiodhistory"),
        IsolateTable("schemetier"),
        IsolateTable("schemetierhistory"),
        CompositeKey("scheme", "began_from"),
        CompositeKey("schemeanswer", "collaboration"),
        CompositeKey("schemeanswer", "consultation"),
        CompositeKey("schemecomponent", "scheme"),
        CompositeKey("schemeconsultation", "scheme"),
        CompositeKey("schemecriterion", "scheme"),
        CompositeKey("schemeinstalment", "period"),
        CompositeKey("schemeperiod", "scheme"),
        CompositeKey("schemetier", "component"),
    ]
