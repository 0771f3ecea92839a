import core.models
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('collaborations', '0001_initial'),
        ('providers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PlanActionHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('what', models.CharField(max_length=300, verbose_name='action')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='by')),
                ('cost_pence', models.PositiveIntegerField(default=0, verbose_name='cost in pence')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
            ],
            options={
                'db_table': 'development_planaction_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='DevelopmentPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(verbose_name='until')),
                ('state', models.CharField(choices=[('draft', 'Being written'), ('current', 'Current'), ('closed', 'Closed')], default='draft', max_length=10, verbose_name='state')),
                ('evaluation', models.TextField(blank=True, verbose_name='the effect on teaching and learning')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('collaboration', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='development_plans', to='collaborations.collaboration', verbose_name='collaboration')),
            ],
            options={
                'verbose_name': 'development plan',
                'verbose_name_plural': 'development plans',
                'ordering': ['-starts_on', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'collaboration', 'state'], name='development_plans_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='development_plan_ends_later'), models.UniqueConstraint(condition=models.Q(('state', 'current')), fields=('authority', 'collaboration'), name='development_one_current_plan')],
            },
        ),
        migrations.CreateModel(
            name='DevelopmentPlanHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(verbose_name='until')),
                ('state', models.CharField(choices=[('draft', 'Being written'), ('current', 'Current'), ('closed', 'Closed')], default='draft', max_length=10, verbose_name='state')),
                ('evaluation', models.TextField(blank=True, verbose_name='the effect on teaching and learning')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('collaboration', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='collaborations.collaboration', verbose_name='collaboration')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='development.developmentplan')),
            ],
            options={
                'db_table': 'development_developmentplan_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Objective',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('aim', models.CharField(max_length=300, verbose_name='objective')),
                ('data_behind', models.TextField(blank=True, verbose_name='the data behind it')),
                ('success_measure', models.TextField(blank=True, verbose_name='how you will know')),
                ('evaluation', models.TextField(blank=True, verbose_name='the effect on teaching and learning')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('plan', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='objectives', to='development.developmentplan')),
            ],
            options={
                'verbose_name': 'objective',
                'verbose_name_plural': 'objectives',
                'ordering': ['position', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'plan'], name='development_objectives_of')],
            },
        ),
        migrations.CreateModel(
            name='ObjectiveHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('aim', models.CharField(max_length=300, verbose_name='objective')),
                ('data_behind', models.TextField(blank=True, verbose_name='the data behind it')),
                ('success_measure', models.TextField(blank=True, verbose_name='how you will know')),
                ('evaluation', models.TextField(blank=True, verbose_name='the effect on teaching and learning')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='development.objective')),
                ('plan', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='development.developmentplan')),
            ],
            options={
                'db_table': 'development_objective_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='PlanAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=300, verbose_name='action')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='by')),
                ('cost_pence', models.PositiveIntegerField(default=0, verbose_name='cost in pence')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('objective', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='development.objective')),
                ('owner', core.models.OwnedForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.provider', verbose_name='who does it')),
            ],
            options={
                'verbose_name': 'action',
                'verbose_name_plural': 'actions',
                'ordering': ['due_on', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'objective'], name='development_actions_of')],
            },
        ),
        migrations.AddField(
            model_name='planactionhistory',
            name='objective',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='development.objective'),
        ),
        migrations.AddField(
            model_name='planactionhistory',
            name='owner',
            field=core.models.OwnedForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider', verbose_name='who does it'),
        ),
        migrations.AddField(
            model_name='planactionhistory',
            name='pgh_obj',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='development.planaction'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='developmentplan',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "development_developmentplan_history" ("authority_id", "collaboration_id", "ends_on", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ends_on", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."starts_on", OLD."state", OLD."title"); RETURN NULL;', hash='e2fcf01717a62a5bb9a9ab24d401f30a98de203d', operation='UPDATE', pgid='pgtrigger_update_update_3e0a3', table='development_developmentplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='developmentplan',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "development_developmentplan_history" ("authority_id", "collaboration_id", "ends_on", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ends_on", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."state", OLD."title"); RETURN NULL;', hash='7058be209c85fc43ef4ee636184229fae15e8456', operation='DELETE', pgid='pgtrigger_delete_delete_d7ea1', table='development_developmentplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='objective',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "development_objective_history" ("aim", "authority_id", "data_behind", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "success_measure") VALUES (OLD."aim", OLD."authority_id", OLD."data_behind", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."plan_id", OLD."position", OLD."success_measure"); RETURN NULL;', hash='157a6724309bafe66c01720fd03ad979839d3078', operation='UPDATE', pgid='pgtrigger_update_update_3e41e', table='development_objective', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='objective',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "development_objective_history" ("aim", "authority_id", "data_behind", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "success_measure") VALUES (OLD."aim", OLD."authority_id", OLD."data_behind", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."position", OLD."success_measure"); RETURN NULL;', hash='ab9bbeb6ca91bc7f82c32e165dd00bede2379ff0', operation='DELETE', pgid='pgtrigger_delete_delete_f38b8', table='development_objective', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planaction',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "development_planaction_history" ("authority_id", "cost_pence", "done_on", "due_on", "id", "objective_id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (OLD."authority_id", OLD."cost_pence", OLD."done_on", OLD."due_on", OLD."id", OLD."objective_id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."what"); RETURN NULL;', hash='64dba60a952bdde4a2875e12b8248dfcc04f6efd', operation='UPDATE', pgid='pgtrigger_update_update_77f91', table='development_planaction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planaction',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "development_planaction_history" ("authority_id", "cost_pence", "done_on", "due_on", "id", "objective_id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (OLD."authority_id", OLD."cost_pence", OLD."done_on", OLD."due_on", OLD."id", OLD."objective_id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."what"); RETURN NULL;', hash='3d2ef51a338e112db18a7a40c29bf86ade21d757', operation='DELETE', pgid='pgtrigger_delete_delete_c02cc', table='development_planaction', when='AFTER')),
        ),
    ]
