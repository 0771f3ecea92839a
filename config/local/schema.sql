-- Written by `make schema` from the migrations named here. Never edit it.
-- holds accounts/migrations/0001_first_tables.py c305a96cfb28f49dde9504a96b43545f369eb1b628550d5e72e95d2677d3a295
-- holds accounts/migrations/0002_walls.py 9a1b06e10caa6f7e3d6f8dd6eb3e3b317f6a375b4a46fe3dadff8a113dd888b6
-- holds accounts/migrations/0003_single_task_links.py 8e0e00619f000e957b60bf20bdde4ec81efc90fb273f642fd594cf4fa29a8467
-- holds accounts/migrations/0004_walls_of_links.py 6496871bb0d274b1410fa745a557a2c5b54f84aee051da3b5f706cd602df15ec
-- holds audit/migrations/0001_first_tables.py 7df885b847e145090d34d003980c5032f447edd404d27819f638d38a054f9954
-- holds audit/migrations/0002_walls.py d0b867fa3d663311d4bae20dbdee29ae0fbe445fc4555f841db24bb9eb9f995e
-- holds collaborations/migrations/0001_first_tables.py bb58f26e79c6a757d607e899eefbf6a93ff9d7365c0aaca248cfac8494e74051
-- holds collaborations/migrations/0002_walls.py 4e3250e56bbf3b1df5d1bf43100ef60e7be7d1eded1fdfc8c1a9aad7876e2b7d
-- holds collaborations/migrations/0003_life.py e5058aefedeb27e99270b449ebdb13849622acbfe083feae33976fc706758965
-- holds collaborations/migrations/0004_walls_of_life.py a929318191705c720d1bfb5d0bf99c6a69054bb718d9a01542be6b0bb270afee
-- holds collaborations/migrations/0005_first_moves.py 63ddbb5d4920c469b01fb36de36ff299e182de585d3c744c99576f4dcfa16308
-- holds collaborations/migrations/0006_ways_of_working.py cef7c93bef61626e8212d00ecc63e6365aa3d461427b973e0a886338f265432e
-- holds collaborations/migrations/0007_walls_of_ways_of_working.py d8cd89e818b2ba6d5568bc3d90a3d91cc4981e8b075d5dc0039004699b35e1cd
-- holds collaborations/migrations/0008_what_may_be_blank_of_ways_of_working.py d298f9157dddbf14bdddce38f81e296447e84979b47fd85beea22d0eadf0b7ee
-- holds documents/migrations/0001_first_tables.py 2ab149f0ae032cf317e034eb3377cd5c6ff024d347dc4392e81356bfaca98c0b
-- holds documents/migrations/0002_walls.py 0e13795a9d9cf6d0a3c221926d5e57f0a8f3a70b4212ae68af189dc546e967af
-- holds leadership/migrations/0001_first_tables.py c6b63e33a6992e9f1f293bde9297866752765a0e83796038b4175f8528f257db
-- holds leadership/migrations/0002_walls.py 04b1e7222e224ae25dd5268ca3db0031b39dc4a00b67c1229413ef1e0df7e4a6
-- holds leadership/migrations/0003_newest_cases.py 8f463cdb40d1f5f4683424c238ebe3ff83031768172a21cd07f17d86956eea2e
-- holds leadership/migrations/0004_support.py 95b59d66d8561085d90980c53f782e8b731abade4fd43b9b85f930b1c15f9cb5
-- holds leadership/migrations/0005_walls_of_support.py 6543bc3c86716ce39cb1d6907fa3510ecdb650741060628c4a704fc17cb46477
-- holds memberships/migrations/0001_first_tables.py ffc2597d247588e35e80614f7b587c5b23c87a416f4532675e0e1454f015bea1
-- holds memberships/migrations/0002_walls.py 0b41f31bb6a862abf161ff2ac1cbfe8fcbfef3a2ac8fa46fdf92d5ccc983af61
-- holds memberships/migrations/0003_joining_leaving_and_plans.py f6c0b53a57c0456648a27d0ac73a6a595e20b23fc87e9b9055c2ac61c2681c23
-- holds memberships/migrations/0004_walls_of_joining_leaving_and_plans.py 6a23cd2d9e0b6d8e424a8b373979ec6193e4a5e2c63fb23eb8cdb5e6ed9bd07b
-- holds memberships/migrations/0005_planned_leaders.py 255ac905279e79f699b647a4bd6020ad19fdf3ff439906bd877973ab63bceb80
-- holds memberships/migrations/0006_walls_of_planned_leaders.py b1813e420bdeec167b6504868ee25ae56fe5684d3e653bd04c581d8a8f934eae
-- holds memberships/migrations/0007_invitations_vouched_for.py 0cd5f5091ac3351b5a2c713e07b27b7badd636ae18bca4f2f66de6e0837aa25b
-- holds memberships/migrations/0008_agreement_to_terms.py e8b4a7c1b497c562cb45132db1f5f3236f808567be4f449f178cd9210a114e8e
-- holds memberships/migrations/0009_walls_of_agreement_to_terms.py 4b4e67e1f806f5f48572163fc2a0eeebf8637c1aad3993c8ab6229a356e8e5ac
-- holds ofsted/migrations/0001_first_tables.py 594faf84212f3ea32e34f8aa39479faa6041fbca163c948ad85169ddb7768e02
-- holds ofsted/migrations/0002_walls.py 45623e0acdfbc342cb4a88f58001991013708a510e30507ff6a6a4f4962a7124
-- holds ofsted/migrations/0003_lean_loads.py bdcfed3f07194e0e612e39e49dbed26f98b55999a4c393d5765e7dae380fd8b8
-- holds providers/migrations/0001_first_tables.py e54315a72b11e57e250a42363570afbf49615bc3969c8d2c68e508840ecbafdd
-- holds providers/migrations/0002_walls.py 6f4077284e805a9ce80e84c0b160a6e00f189b39026076c98701dfc1628b5141
-- holds providers/migrations/0003_lean_register.py 549ecb3a161da81eb19ff4a2878bea39b9405e1755c3b507e14b7b32dff925a9
-- holds providers/migrations/0004_unlisted_settings.py 0a3fe1bbdbfee07aca234b93c37492ad63d823237e6ca837a032e69bc677acdc
-- holds providers/migrations/0005_returns_and_offers.py a61915cdfb7cf741510f14fc1feb6b5705d6c2a16dd68d78b3b264f2119cd5fe
-- holds providers/migrations/0006_walls_of_returns_and_offers.py bd04eba764bffb7cc6768bb7894fcdcaa14f68d4257da09c47a4386224a02b60
-- holds providers/migrations/0007_staff_return_reminders.py 80506c637baf9e288d0ef0864887eaf8712418a09d3f1e90f965751f89de69d4
-- holds providers/migrations/0008_wall_of_staff_return_reminders.py cd210cfec50414b377d060c42efb74408d3d8e449438b051e614750105c9d51b
-- holds core/walls.py e9e63a7d57e8bdcb84fdd46f049c73fad1c6c693b3de60fc7ac570d39248b49b
-- holds core/models.py fa9aa702ff85a27492eca39c8e84c51663be24ff4275b1ac93016f27eb9f7bfe
-- holds deploy/roles.sql 5a3ece581b2bfd6e3193ade2977a0b53b11b1d8652bfa1eb7444bf101da5ef5f
--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: _pgh_attach_context(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;


--
-- Name: _pgtrigger_should_ignore(name); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;


--
-- Name: pgtrigger_adopted_stays_96d5e(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_adopted_stays_96d5e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_0b4cb(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_0b4cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_planaction_history" ("authority_id", "cost_pence", "done_on", "due_on", "id", "objective_id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (OLD."authority_id", OLD."cost_pence", OLD."done_on", OLD."due_on", OLD."id", OLD."objective_id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."what"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_16fe9(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_16fe9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_waysofworking_history" ("adopted_by_id", "adopted_on", "answer_by_on", "authority_id", "before_id", "change_words", "circulated_at", "circulated_by_id", "collaboration_id", "decision", "document_id", "id", "is_material", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "record", "started_at", "started_by_id", "state", "superseded_on", "template_id", "version") VALUES (OLD."adopted_by_id", OLD."adopted_on", OLD."answer_by_on", OLD."authority_id", OLD."before_id", OLD."change_words", OLD."circulated_at", OLD."circulated_by_id", OLD."collaboration_id", OLD."decision", OLD."document_id", OLD."id", OLD."is_material", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."record", OLD."started_at", OLD."started_by_id", OLD."state", OLD."superseded_on", OLD."template_id", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_1ab6c(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_1ab6c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_handover_history" ("authority_id", "done_by_id", "done_on", "id", "kind", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_by_id", "what") VALUES (OLD."authority_id", OLD."done_by_id", OLD."done_on", OLD."id", OLD."kind", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."taken_by_id", OLD."what"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_2eef2(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_2eef2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_successionlink_history" ("authority_id", "id", "linked_by_id", "new_id", "old_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."authority_id", OLD."id", OLD."linked_by_id", OLD."new_id", OLD."old_id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."reason"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_2f516(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_2f516() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_roleappointment_history" ("appointed_by_id", "authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "user_id") VALUES (OLD."appointed_by_id", OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_37725(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_37725() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_application_history" ("applied_at", "applied_by_id", "authority_id", "collaboration_id", "decided_by_id", "decided_on", "decision", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "state", "words") VALUES (OLD."applied_at", OLD."applied_by_id", OLD."authority_id", OLD."collaboration_id", OLD."decided_by_id", OLD."decided_on", OLD."decision", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_39490(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_39490() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_staffreturn_history" ("authority_id", "certified_at", "certified_by_id", "id", "is_unchanged", "note", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "staff") VALUES (OLD."authority_id", OLD."certified_at", OLD."certified_by_id", OLD."id", OLD."is_unchanged", OLD."note", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."staff"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_39d12(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_39d12() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_reorganisation_history" ("authority_id", "balance_words", "copies_ways_of_working", "done_at", "done_by_id", "id", "kind", "met_leaders_on", "met_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "records_holder", "started_at", "started_by_id", "state", "takes_effect_on", "version") VALUES (OLD."authority_id", OLD."balance_words", OLD."copies_ways_of_working", OLD."done_at", OLD."done_by_id", OLD."id", OLD."kind", OLD."met_leaders_on", OLD."met_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."reason", OLD."records_holder", OLD."started_at", OLD."started_by_id", OLD."state", OLD."takes_effect_on", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_3a43d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_3a43d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_firstmeeting_history" ("authority_id", "collaboration_id", "facilitated_by_id", "held_on", "id", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."facilitated_by_id", OLD."held_on", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."place"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_42698(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_42698() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_groupdocument_history" ("audience", "authority_id", "collaboration_id", "copyright_note", "id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "review_on", "title") VALUES (OLD."audience", OLD."authority_id", OLD."collaboration_id", OLD."copyright_note", OLD."id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."removed_at", OLD."review_on", OLD."title"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_42d8b(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_42d8b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_provider_history" ("address_line_1", "address_line_2", "address_line_3", "agency_id", "authority_id", "constituency", "deprivation_band", "district_id", "first_listed_on", "id", "name", "on_compulsory_register", "on_early_years_register", "on_voluntary_register", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "places_including_estimates", "postcode", "provider_subtype", "provider_type", "region", "register_combination", "registered_on", "registered_person_name", "registered_person_urn", "telephone", "town", "unlisted_since", "urn") VALUES (OLD."address_line_1", OLD."address_line_2", OLD."address_line_3", OLD."agency_id", OLD."authority_id", OLD."constituency", OLD."deprivation_band", OLD."district_id", OLD."first_listed_on", OLD."id", OLD."name", OLD."on_compulsory_register", OLD."on_early_years_register", OLD."on_voluntary_register", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."places", OLD."places_including_estimates", OLD."postcode", OLD."provider_subtype", OLD."provider_type", OLD."region", OLD."register_combination", OLD."registered_on", OLD."registered_person_name", OLD."registered_person_urn", OLD."telephone", OLD."town", OLD."unlisted_since", OLD."urn"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_52d9c(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_52d9c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_review_history" ("authority_id", "clock", "collaboration_id", "done_by_id", "done_on", "due_on", "id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."authority_id", OLD."clock", OLD."collaboration_id", OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_5e9be(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_5e9be() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_objective_history" ("aim", "authority_id", "data_behind", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "success_measure") VALUES (OLD."aim", OLD."authority_id", OLD."data_behind", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."plan_id", OLD."position", OLD."success_measure"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_628a2(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_628a2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_officeholder_history" ("authority_id", "decision", "ends_on", "id", "membership_id", "office", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."decision", OLD."ends_on", OLD."id", OLD."membership_id", OLD."office", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_693e6(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_693e6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ofsted_inspection_history" ("authority_id", "behaviour_and_attitudes", "id", "inspected_on", "inspection_number", "is_graded", "leadership_and_management", "met", "overall", "personal_development", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_on", "quality_of_education", "rc_achievement", "rc_behaviour", "rc_curriculum_and_teaching", "rc_inclusion", "rc_leadership_and_governance", "rc_safeguarding", "rc_welfare", "regime", "safeguarding_effective", "visit_type") VALUES (OLD."authority_id", OLD."behaviour_and_attitudes", OLD."id", OLD."inspected_on", OLD."inspection_number", OLD."is_graded", OLD."leadership_and_management", OLD."met", OLD."overall", OLD."personal_development", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."published_on", OLD."quality_of_education", OLD."rc_achievement", OLD."rc_behaviour", OLD."rc_curriculum_and_teaching", OLD."rc_inclusion", OLD."rc_leadership_and_governance", OLD."rc_safeguarding", OLD."rc_welfare", OLD."regime", OLD."safeguarding_effective", OLD."visit_type"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_74a3f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_74a3f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "leadership_referral_history" ("authority_id", "collaboration_id", "ended_on", "id", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "referred_at", "referred_by_id", "state", "words") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ended_on", OLD."id", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."referred_at", OLD."referred_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_77b09(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_77b09() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ofsted_leadingpolicy_history" ("adopted_at", "adopted_by_id", "authority_id", "cells", "edits", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "version") VALUES (OLD."adopted_at", OLD."adopted_by_id", OLD."authority_id", OLD."cells", OLD."edits", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."state", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_8289d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_8289d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_leaderappointment_history" ("authority_id", "ends_on", "id", "manner", "may_lead_because", "members_decision", "membership_id", "officer_decided", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."manner", OLD."may_lead_because", OLD."members_decision", OLD."membership_id", OLD."officer_decided", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_969c2(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_969c2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_termsanswer_history" ("answer", "answered_at", "answered_by_id", "authority_id", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "ways_id", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."authority_id", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."ways_id", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_996d8(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_996d8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_membership_history" ("at_risk_since", "authority_id", "collaboration_id", "continues_id", "id", "joined_on", "leaving_reason", "left_on", "meetings_attended", "meetings_held", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id") VALUES (OLD."at_risk_since", OLD."authority_id", OLD."collaboration_id", OLD."continues_id", OLD."id", OLD."joined_on", OLD."leaving_reason", OLD."left_on", OLD."meetings_attended", OLD."meetings_held", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_9c4c0(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_9c4c0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_settingrole_history" ("authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "role", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_9d510(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_9d510() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_deliverypartnership_history" ("authority_id", "ends_on", "id", "lead_contact", "lead_hours", "lead_id", "model", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "terms_reference", "transport") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."lead_contact", OLD."lead_hours", OLD."lead_id", OLD."model", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."terms_reference", OLD."transport"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_a05e2(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_a05e2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_publicconsent_history" ("authority_id", "given_by_id", "given_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "withdrawn_on") VALUES (OLD."authority_id", OLD."given_by_id", OLD."given_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."withdrawn_on"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_a30f7(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_a30f7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "leadership_supportrequest_history" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "authority_id", "collaboration_id", "id", "kind", "officer_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "state", "wanted_on", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."authority_id", OLD."collaboration_id", OLD."id", OLD."kind", OLD."officer_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."place", OLD."state", OLD."wanted_on", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_a3efd(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_a3efd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_collaboration_history" ("asked_by", "authority_id", "closed_on", "district_id", "enquiry", "id", "is_virtual", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "started_on", "state", "terms_adopted_on") VALUES (OLD."asked_by", OLD."authority_id", OLD."closed_on", OLD."district_id", OLD."enquiry", OLD."id", OLD."is_virtual", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."purpose", OLD."started_on", OLD."state", OLD."terms_adopted_on"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_c0687(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_c0687() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_vacancy_history" ("age_band", "authority_id", "confirmed_by_id", "confirmed_on", "from_on", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "provider_id", "session") VALUES (OLD."age_band", OLD."authority_id", OLD."confirmed_by_id", OLD."confirmed_on", OLD."from_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."places", OLD."provider_id", OLD."session"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_c8150(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_c8150() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_termstemplate_history" ("authority_id", "id", "in_force_from", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "started_by_id", "state", "texts", "values", "version") VALUES (OLD."authority_id", OLD."id", OLD."in_force_from", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."published_at", OLD."published_by_id", OLD."started_by_id", OLD."state", OLD."texts", OLD."values", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_e4742(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_e4742() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_returnperiod_history" ("asks_detail", "authority_id", "childminder_definition", "count_date", "definition", "due_on", "id", "name", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."asks_detail", OLD."authority_id", OLD."childminder_definition", OLD."count_date", OLD."definition", OLD."due_on", OLD."id", OLD."name", OLD."opens_on", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_f47d3(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_f47d3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "leadership_leadershipcase_history" ("appointment_id", "assigned_to_id", "authority_id", "closed_at", "closed_by_id", "ground", "id", "inspection_id", "nothing_found_since", "opened_at", "outcome", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "reason") VALUES (OLD."appointment_id", OLD."assigned_to_id", OLD."authority_id", OLD."closed_at", OLD."closed_by_id", OLD."ground", OLD."id", OLD."inspection_id", OLD."nothing_found_since", OLD."opened_at", OLD."outcome", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."policy_id", OLD."reason"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_faf63(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_faf63() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_invitation_history" ("answered_at", "authority_id", "collaboration_id", "decided_on", "decision", "email", "full_name", "id", "is_vouched_for", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "sent_at", "sent_by_id", "state", "words") VALUES (OLD."answered_at", OLD."authority_id", OLD."collaboration_id", OLD."decided_on", OLD."decision", OLD."email", OLD."full_name", OLD."id", OLD."is_vouched_for", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."provider_id", OLD."sent_at", OLD."sent_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_fe8f9(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_fe8f9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_conductconcern_history" ("about_id", "authority_id", "collaboration_id", "decision", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "state", "words") VALUES (OLD."about_id", OLD."authority_id", OLD."collaboration_id", OLD."decision", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."raised_at", OLD."raised_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_delete_delete_fef68(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_delete_delete_fef68() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_developmentplan_history" ("authority_id", "collaboration_id", "ends_on", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ends_on", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."state", OLD."title"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_0309a(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_0309a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_firstmeeting_history" ("authority_id", "collaboration_id", "facilitated_by_id", "held_on", "id", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."facilitated_by_id", OLD."held_on", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."place"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_1e148(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_1e148() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_invitation_history" ("answered_at", "authority_id", "collaboration_id", "decided_on", "decision", "email", "full_name", "id", "is_vouched_for", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "sent_at", "sent_by_id", "state", "words") VALUES (OLD."answered_at", OLD."authority_id", OLD."collaboration_id", OLD."decided_on", OLD."decision", OLD."email", OLD."full_name", OLD."id", OLD."is_vouched_for", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."sent_at", OLD."sent_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_30971(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_30971() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_handover_history" ("authority_id", "done_by_id", "done_on", "id", "kind", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_by_id", "what") VALUES (OLD."authority_id", OLD."done_by_id", OLD."done_on", OLD."id", OLD."kind", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."taken_by_id", OLD."what"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_32ee1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_32ee1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_planaction_history" ("authority_id", "cost_pence", "done_on", "due_on", "id", "objective_id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (OLD."authority_id", OLD."cost_pence", OLD."done_on", OLD."due_on", OLD."id", OLD."objective_id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."what"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_40137(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_40137() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_reorganisation_history" ("authority_id", "balance_words", "copies_ways_of_working", "done_at", "done_by_id", "id", "kind", "met_leaders_on", "met_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "records_holder", "started_at", "started_by_id", "state", "takes_effect_on", "version") VALUES (OLD."authority_id", OLD."balance_words", OLD."copies_ways_of_working", OLD."done_at", OLD."done_by_id", OLD."id", OLD."kind", OLD."met_leaders_on", OLD."met_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."reason", OLD."records_holder", OLD."started_at", OLD."started_by_id", OLD."state", OLD."takes_effect_on", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_462f7(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_462f7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_application_history" ("applied_at", "applied_by_id", "authority_id", "collaboration_id", "decided_by_id", "decided_on", "decision", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "state", "words") VALUES (OLD."applied_at", OLD."applied_by_id", OLD."authority_id", OLD."collaboration_id", OLD."decided_by_id", OLD."decided_on", OLD."decision", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_51e35(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_51e35() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_membership_history" ("at_risk_since", "authority_id", "collaboration_id", "continues_id", "id", "joined_on", "leaving_reason", "left_on", "meetings_attended", "meetings_held", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id") VALUES (OLD."at_risk_since", OLD."authority_id", OLD."collaboration_id", OLD."continues_id", OLD."id", OLD."joined_on", OLD."leaving_reason", OLD."left_on", OLD."meetings_attended", OLD."meetings_held", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_55149(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_55149() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "leadership_supportrequest_history" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "authority_id", "collaboration_id", "id", "kind", "officer_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "state", "wanted_on", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."authority_id", OLD."collaboration_id", OLD."id", OLD."kind", OLD."officer_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."place", OLD."state", OLD."wanted_on", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_67cbc(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_67cbc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_conductconcern_history" ("about_id", "authority_id", "collaboration_id", "decision", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "state", "words") VALUES (OLD."about_id", OLD."authority_id", OLD."collaboration_id", OLD."decision", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."raised_at", OLD."raised_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_6f84f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_6f84f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_publicconsent_history" ("authority_id", "given_by_id", "given_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "withdrawn_on") VALUES (OLD."authority_id", OLD."given_by_id", OLD."given_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."withdrawn_on"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_7d821(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_7d821() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_developmentplan_history" ("authority_id", "collaboration_id", "ends_on", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "title") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ends_on", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."starts_on", OLD."state", OLD."title"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_88730(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_88730() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_staffreturn_history" ("authority_id", "certified_at", "certified_by_id", "id", "is_unchanged", "note", "period_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "staff") VALUES (OLD."authority_id", OLD."certified_at", OLD."certified_by_id", OLD."id", OLD."is_unchanged", OLD."note", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."staff"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_88780(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_88780() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ofsted_inspection_history" ("authority_id", "behaviour_and_attitudes", "id", "inspected_on", "inspection_number", "is_graded", "leadership_and_management", "met", "overall", "personal_development", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_on", "quality_of_education", "rc_achievement", "rc_behaviour", "rc_curriculum_and_teaching", "rc_inclusion", "rc_leadership_and_governance", "rc_safeguarding", "rc_welfare", "regime", "safeguarding_effective", "visit_type") VALUES (OLD."authority_id", OLD."behaviour_and_attitudes", OLD."id", OLD."inspected_on", OLD."inspection_number", OLD."is_graded", OLD."leadership_and_management", OLD."met", OLD."overall", OLD."personal_development", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."published_on", OLD."quality_of_education", OLD."rc_achievement", OLD."rc_behaviour", OLD."rc_curriculum_and_teaching", OLD."rc_inclusion", OLD."rc_leadership_and_governance", OLD."rc_safeguarding", OLD."rc_welfare", OLD."regime", OLD."safeguarding_effective", OLD."visit_type"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_88f1d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_88f1d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_successionlink_history" ("authority_id", "id", "linked_by_id", "new_id", "old_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."authority_id", OLD."id", OLD."linked_by_id", OLD."new_id", OLD."old_id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."reason"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_9a54f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_9a54f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_collaboration_history" ("asked_by", "authority_id", "closed_on", "district_id", "enquiry", "id", "is_virtual", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "started_on", "state", "terms_adopted_on") VALUES (OLD."asked_by", OLD."authority_id", OLD."closed_on", OLD."district_id", OLD."enquiry", OLD."id", OLD."is_virtual", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."purpose", OLD."started_on", OLD."state", OLD."terms_adopted_on"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_9ba9f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_9ba9f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_termstemplate_history" ("authority_id", "id", "in_force_from", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "started_by_id", "state", "texts", "values", "version") VALUES (OLD."authority_id", OLD."id", OLD."in_force_from", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."published_at", OLD."published_by_id", OLD."started_by_id", OLD."state", OLD."texts", OLD."values", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_9bdb5(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_9bdb5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_termsanswer_history" ("answer", "answered_at", "answered_by_id", "authority_id", "id", "membership_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "ways_id", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."authority_id", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."ways_id", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_a0366(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_a0366() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_officeholder_history" ("authority_id", "decision", "ends_on", "id", "membership_id", "office", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."decision", OLD."ends_on", OLD."id", OLD."membership_id", OLD."office", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_a12e6(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_a12e6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_objective_history" ("aim", "authority_id", "data_behind", "evaluation", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "success_measure") VALUES (OLD."aim", OLD."authority_id", OLD."data_behind", OLD."evaluation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."plan_id", OLD."position", OLD."success_measure"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_aa479(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_aa479() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "leadership_leadershipcase_history" ("appointment_id", "assigned_to_id", "authority_id", "closed_at", "closed_by_id", "ground", "id", "inspection_id", "nothing_found_since", "opened_at", "outcome", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "reason") VALUES (OLD."appointment_id", OLD."assigned_to_id", OLD."authority_id", OLD."closed_at", OLD."closed_by_id", OLD."ground", OLD."id", OLD."inspection_id", OLD."nothing_found_since", OLD."opened_at", OLD."outcome", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."policy_id", OLD."reason"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_ad4b2(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_ad4b2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_waysofworking_history" ("adopted_by_id", "adopted_on", "answer_by_on", "authority_id", "before_id", "change_words", "circulated_at", "circulated_by_id", "collaboration_id", "decision", "document_id", "id", "is_material", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "record", "started_at", "started_by_id", "state", "superseded_on", "template_id", "version") VALUES (OLD."adopted_by_id", OLD."adopted_on", OLD."answer_by_on", OLD."authority_id", OLD."before_id", OLD."change_words", OLD."circulated_at", OLD."circulated_by_id", OLD."collaboration_id", OLD."decision", OLD."document_id", OLD."id", OLD."is_material", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."record", OLD."started_at", OLD."started_by_id", OLD."state", OLD."superseded_on", OLD."template_id", OLD."version"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_b4a7f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_b4a7f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_provider_history" ("address_line_1", "address_line_2", "address_line_3", "agency_id", "authority_id", "constituency", "deprivation_band", "district_id", "first_listed_on", "id", "name", "on_compulsory_register", "on_early_years_register", "on_voluntary_register", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "places_including_estimates", "postcode", "provider_subtype", "provider_type", "region", "register_combination", "registered_on", "registered_person_name", "registered_person_urn", "telephone", "town", "unlisted_since", "urn") VALUES (OLD."address_line_1", OLD."address_line_2", OLD."address_line_3", OLD."agency_id", OLD."authority_id", OLD."constituency", OLD."deprivation_band", OLD."district_id", OLD."first_listed_on", OLD."id", OLD."name", OLD."on_compulsory_register", OLD."on_early_years_register", OLD."on_voluntary_register", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."places", OLD."places_including_estimates", OLD."postcode", OLD."provider_subtype", OLD."provider_type", OLD."region", OLD."register_combination", OLD."registered_on", OLD."registered_person_name", OLD."registered_person_urn", OLD."telephone", OLD."town", OLD."unlisted_since", OLD."urn"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_b8076(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_b8076() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "leadership_referral_history" ("authority_id", "collaboration_id", "ended_on", "id", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "referred_at", "referred_by_id", "state", "words") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ended_on", OLD."id", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."referred_at", OLD."referred_by_id", OLD."state", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_b987f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_b987f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_vacancy_history" ("age_band", "authority_id", "confirmed_by_id", "confirmed_on", "from_on", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "provider_id", "session") VALUES (OLD."age_band", OLD."authority_id", OLD."confirmed_by_id", OLD."confirmed_on", OLD."from_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."places", OLD."provider_id", OLD."session"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_dad4c(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_dad4c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_settingrole_history" ("authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "role", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."provider_id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_df075(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_df075() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_returnperiod_history" ("asks_detail", "authority_id", "childminder_definition", "count_date", "definition", "due_on", "id", "name", "opens_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."asks_detail", OLD."authority_id", OLD."childminder_definition", OLD."count_date", OLD."definition", OLD."due_on", OLD."id", OLD."name", OLD."opens_on", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_e454c(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_e454c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "providers_deliverypartnership_history" ("authority_id", "ends_on", "id", "lead_contact", "lead_hours", "lead_id", "model", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "terms_reference", "transport") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."lead_contact", OLD."lead_hours", OLD."lead_id", OLD."model", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."starts_on", OLD."terms_reference", OLD."transport"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_ed2b0(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_ed2b0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_review_history" ("authority_id", "clock", "collaboration_id", "done_by_id", "done_on", "due_on", "id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."authority_id", OLD."clock", OLD."collaboration_id", OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."words"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_eea9b(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_eea9b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_roleappointment_history" ("appointed_by_id", "authority_id", "ends_on", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "user_id") VALUES (OLD."appointed_by_id", OLD."authority_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_f14e2(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_f14e2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "memberships_leaderappointment_history" ("authority_id", "ends_on", "id", "manner", "may_lead_because", "members_decision", "membership_id", "officer_decided", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."authority_id", OLD."ends_on", OLD."id", OLD."manner", OLD."may_lead_because", OLD."members_decision", OLD."membership_id", OLD."officer_decided", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_f7941(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_f7941() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "collaborations_groupdocument_history" ("audience", "authority_id", "collaboration_id", "copyright_note", "id", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "review_on", "title") VALUES (OLD."audience", OLD."authority_id", OLD."collaboration_id", OLD."copyright_note", OLD."id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."removed_at", OLD."review_on", OLD."title"); RETURN NULL;
                END;
            $$;


--
-- Name: pgtrigger_update_update_fadd0(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_update_update_fadd0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "ofsted_leadingpolicy_history" ("adopted_at", "adopted_by_id", "authority_id", "cells", "edits", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "version") VALUES (OLD."adopted_at", OLD."adopted_by_id", OLD."authority_id", OLD."cells", OLD."edits", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', OLD."id", OLD."starts_on", OLD."state", OLD."version"); RETURN NULL;
                END;
            $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: account_emailaddress; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: account_emailconfirmation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_affiliation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_affiliation (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    authority_id bigint NOT NULL
);


--
-- Name: accounts_affiliation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_affiliation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_affiliation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_authority; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_authority (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(40) NOT NULL,
    is_active boolean NOT NULL,
    team_name character varying(100) NOT NULL,
    brand_colour character varying(7) NOT NULL,
    contact_email character varying(254) NOT NULL,
    contact_phone character varying(30) NOT NULL,
    postal_address text NOT NULL,
    website character varying(200) NOT NULL,
    accessibility_email character varying(254) NOT NULL,
    accessibility_tested_on date,
    data_protection_email character varying(254) NOT NULL,
    privacy_notice_url character varying(200) NOT NULL,
    social_care_phone character varying(30) NOT NULL,
    out_of_hours_phone character varying(30) NOT NULL,
    designated_officer_phone character varying(30) NOT NULL,
    safeguarding_url character varying(200) NOT NULL,
    joining_words text NOT NULL,
    public_page boolean NOT NULL
);


--
-- Name: accounts_authority_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_authority ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_authority_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_roleappointment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_roleappointment (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    appointed_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT accounts_role_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on > starts_on)))
);

ALTER TABLE ONLY public.accounts_roleappointment FORCE ROW LEVEL SECURITY;


--
-- Name: accounts_roleappointment_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_roleappointment_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    appointed_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.accounts_roleappointment_history FORCE ROW LEVEL SECURITY;


--
-- Name: accounts_roleappointment_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_roleappointment_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_roleappointment_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_roleappointment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_roleappointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_roleappointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_tasklink; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_tasklink (
    id bigint NOT NULL,
    purpose character varying(40) NOT NULL,
    about_id bigint NOT NULL,
    email character varying(254) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint,
    CONSTRAINT accounts_link_used_or_withdrawn CHECK (((used_at IS NULL) OR (withdrawn_at IS NULL)))
);

ALTER TABLE ONLY public.accounts_tasklink FORCE ROW LEVEL SECURITY;


--
-- Name: accounts_tasklink_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_tasklink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_tasklink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_user; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    email character varying(254) NOT NULL,
    full_name character varying(150) NOT NULL,
    is_active boolean NOT NULL,
    is_platform_operator boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL
);


--
-- Name: accounts_user_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);


--
-- Name: accounts_user_groups_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_user_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_user_user_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: accounts_user_user_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audit_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_entry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_name character varying(150) NOT NULL,
    action character varying(40) NOT NULL,
    about_type character varying(60) NOT NULL,
    about_id bigint,
    about_name character varying(300) NOT NULL,
    sentence text NOT NULL,
    facts jsonb NOT NULL,
    is_confidential boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint
);

ALTER TABLE ONLY public.audit_entry FORCE ROW LEVEL SECURITY;


--
-- Name: audit_entry_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audit_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audit_seal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_seal (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    first_entry_id bigint NOT NULL,
    last_entry_id bigint NOT NULL,
    entries integer NOT NULL,
    previous character varying(64) NOT NULL,
    value character varying(64) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL
);

ALTER TABLE ONLY public.audit_seal FORCE ROW LEVEL SECURITY;


--
-- Name: audit_seal_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audit_seal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_seal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


--
-- Name: auth_group_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_permission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_collaboration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_collaboration (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    is_virtual boolean NOT NULL,
    purpose text NOT NULL,
    started_on date NOT NULL,
    closed_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    district_id bigint,
    asked_by character varying(200) NOT NULL,
    enquiry text NOT NULL,
    terms_adopted_on date,
    CONSTRAINT collaborations_closed_after_start CHECK (((closed_on IS NULL) OR (closed_on >= started_on)))
);

ALTER TABLE ONLY public.collaborations_collaboration FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_collaboration_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_collaboration_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    is_virtual boolean NOT NULL,
    purpose text NOT NULL,
    started_on date NOT NULL,
    closed_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    district_id bigint,
    pgh_obj_id bigint NOT NULL,
    asked_by character varying(200) NOT NULL,
    enquiry text NOT NULL,
    terms_adopted_on date
);

ALTER TABLE ONLY public.collaborations_collaboration_history FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_collaboration_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaboration_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_collaboration_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_collaboration_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaboration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_collaboration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_collaborationgrant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_collaborationgrant (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    is_exceptional boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    content_object_id bigint NOT NULL,
    permission_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.collaborations_collaborationgrant FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_collaborationgrant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaborationgrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_collaborationgrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_developmentplan; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_developmentplan (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state character varying(10) NOT NULL,
    evaluation text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    CONSTRAINT collaborations_plan_ends_later CHECK ((ends_on > starts_on))
);

ALTER TABLE ONLY public.collaborations_developmentplan FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_developmentplan_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_developmentplan_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state character varying(10) NOT NULL,
    evaluation text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint CONSTRAINT collaborations_developmentplan_histor_collaboration_id_not_null NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.collaborations_developmentplan_history FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_developmentplan_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_developmentplan_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_developmentplan_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_developmentplan_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_developmentplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_developmentplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_documentopening; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_documentopening (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE ONLY public.collaborations_documentopening FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_documentopening_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_documentopening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_documentopening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_documentreader; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_documentreader (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint NOT NULL,
    document_id bigint NOT NULL,
    CONSTRAINT collaborations_reader_ends CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);

ALTER TABLE ONLY public.collaborations_documentreader FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_documentreader_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_documentreader ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_documentreader_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_documentversion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_documentversion (
    id bigint NOT NULL,
    number integer NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    file_id bigint NOT NULL,
    document_id bigint NOT NULL,
    CONSTRAINT collaborations_documentversion_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.collaborations_documentversion FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_documentversion_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_documentversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_documentversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_firstmeeting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_firstmeeting (
    id bigint NOT NULL,
    held_on date NOT NULL,
    place character varying(200) NOT NULL,
    notes text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    facilitated_by_id bigint
);

ALTER TABLE ONLY public.collaborations_firstmeeting FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_firstmeeting_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_firstmeeting_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    held_on date NOT NULL,
    place character varying(200) NOT NULL,
    notes text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    facilitated_by_id bigint,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.collaborations_firstmeeting_history FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_firstmeeting_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_firstmeeting_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_firstmeeting_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_firstmeeting_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_firstmeeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_firstmeeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_groupdocument; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_groupdocument (
    id bigint NOT NULL,
    title character varying(150) NOT NULL,
    audience character varying(10) NOT NULL,
    copyright_note character varying(300) NOT NULL,
    review_on date,
    removed_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    owner_id bigint NOT NULL
);

ALTER TABLE ONLY public.collaborations_groupdocument FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_groupdocument_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_groupdocument_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    title character varying(150) NOT NULL,
    audience character varying(10) NOT NULL,
    copyright_note character varying(300) NOT NULL,
    review_on date,
    removed_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.collaborations_groupdocument_history FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_groupdocument_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_groupdocument_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_groupdocument_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_groupdocument_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_groupdocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_groupdocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_lineage; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_lineage (
    id bigint NOT NULL,
    "on" date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    earlier_id bigint NOT NULL,
    later_id bigint NOT NULL,
    CONSTRAINT collaborations_not_its_own_heir CHECK ((NOT (earlier_id = later_id)))
);

ALTER TABLE ONLY public.collaborations_lineage FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_lineage_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_lineage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_lineage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_objective; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_objective (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    aim character varying(300) NOT NULL,
    data_behind text NOT NULL,
    success_measure text NOT NULL,
    evaluation text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    plan_id bigint NOT NULL,
    CONSTRAINT collaborations_objective_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.collaborations_objective FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_objective_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_objective_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    aim character varying(300) NOT NULL,
    data_behind text NOT NULL,
    success_measure text NOT NULL,
    evaluation text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    CONSTRAINT collaborations_objective_history_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.collaborations_objective_history FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_objective_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_objective_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_objective_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_objective_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_objective ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_objective_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_planaction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_planaction (
    id bigint NOT NULL,
    what character varying(300) NOT NULL,
    due_on date,
    cost_pence integer NOT NULL,
    done_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    objective_id bigint NOT NULL,
    owner_id bigint,
    CONSTRAINT collaborations_planaction_cost_pence_check CHECK ((cost_pence >= 0))
);

ALTER TABLE ONLY public.collaborations_planaction FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_planaction_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_planaction_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    what character varying(300) NOT NULL,
    due_on date,
    cost_pence integer NOT NULL,
    done_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    objective_id bigint NOT NULL,
    owner_id bigint,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT collaborations_planaction_history_cost_pence_check CHECK ((cost_pence >= 0))
);

ALTER TABLE ONLY public.collaborations_planaction_history FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_planaction_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_planaction_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_planaction_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_planaction_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_planaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_planaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_review; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_review (
    id bigint NOT NULL,
    clock character varying(12) NOT NULL,
    due_on date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    done_on date,
    words text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    done_by_id bigint
);

ALTER TABLE ONLY public.collaborations_review FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_review_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_review_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    clock character varying(12) NOT NULL,
    due_on date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    done_on date,
    words text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    done_by_id bigint,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.collaborations_review_history FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_review_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_review_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_review_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_review_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_statechange; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_statechange (
    id bigint NOT NULL,
    from_state character varying(20) NOT NULL,
    to_state character varying(20) NOT NULL,
    "on" date NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint,
    collaboration_id bigint NOT NULL,
    CONSTRAINT collaborations_moves_somewhere CHECK ((NOT ((from_state)::text = (to_state)::text)))
);

ALTER TABLE ONLY public.collaborations_statechange FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_statechange_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_statechange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_statechange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_termssection; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_termssection (
    id bigint NOT NULL,
    key character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    title character varying(120) NOT NULL,
    is_used boolean NOT NULL,
    texts jsonb NOT NULL,
    "values" jsonb NOT NULL,
    edition integer NOT NULL,
    edited_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    edited_by_id bigint,
    ways_id bigint NOT NULL,
    CONSTRAINT collaborations_termssection_edition_check CHECK ((edition >= 0)),
    CONSTRAINT collaborations_termssection_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.collaborations_termssection FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_termssection_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_termssection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_termssection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_termstemplate; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_termstemplate (
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(10) NOT NULL,
    in_force_from date,
    note text NOT NULL,
    texts jsonb NOT NULL,
    "values" jsonb NOT NULL,
    published_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    published_by_id bigint,
    started_by_id bigint,
    CONSTRAINT collaborations_published_template_dated CHECK ((((state)::text = 'draft'::text) OR ((in_force_from IS NOT NULL) AND (published_at IS NOT NULL)))),
    CONSTRAINT collaborations_termstemplate_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.collaborations_termstemplate FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_termstemplate_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_termstemplate_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(10) NOT NULL,
    in_force_from date,
    note text NOT NULL,
    texts jsonb NOT NULL,
    "values" jsonb NOT NULL,
    published_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    published_by_id bigint,
    started_by_id bigint,
    CONSTRAINT collaborations_termstemplate_history_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.collaborations_termstemplate_history FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_termstemplate_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_termstemplate_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_termstemplate_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_termstemplate_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_termstemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_termstemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_waysofworking; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_waysofworking (
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(12) NOT NULL,
    is_material boolean NOT NULL,
    change_words text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    circulated_at timestamp with time zone,
    answer_by_on date,
    adopted_on date,
    decision text NOT NULL,
    superseded_on date,
    record jsonb NOT NULL,
    adopted_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    before_id bigint,
    circulated_by_id bigint,
    collaboration_id bigint NOT NULL,
    document_id bigint,
    started_by_id bigint NOT NULL,
    template_id bigint,
    CONSTRAINT collaborations_adopted_terms_say_how CHECK (((NOT ((state)::text = ANY ((ARRAY['adopted'::character varying, 'superseded'::character varying])::text[]))) OR ((adopted_on IS NOT NULL) AND (NOT (decision = ''::text))))),
    CONSTRAINT collaborations_waysofworking_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.collaborations_waysofworking FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_waysofworking_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.collaborations_waysofworking_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(12) NOT NULL,
    is_material boolean NOT NULL,
    change_words text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    circulated_at timestamp with time zone,
    answer_by_on date,
    adopted_on date,
    decision text NOT NULL,
    superseded_on date,
    record jsonb NOT NULL,
    adopted_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    before_id bigint,
    circulated_by_id bigint,
    collaboration_id bigint NOT NULL,
    document_id bigint,
    pgh_obj_id bigint NOT NULL,
    started_by_id bigint NOT NULL,
    template_id bigint,
    CONSTRAINT collaborations_waysofworking_history_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.collaborations_waysofworking_history FORCE ROW LEVEL SECURITY;


--
-- Name: collaborations_waysofworking_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_waysofworking_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_waysofworking_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: collaborations_waysofworking_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_waysofworking ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collaborations_waysofworking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_admin_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_content_type; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


--
-- Name: documents_exportrun; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_exportrun (
    id bigint NOT NULL,
    identifier character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    format character varying(10) NOT NULL,
    filters jsonb NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    requested_by_id bigint NOT NULL,
    job_id bigint NOT NULL,
    file_id bigint
);

ALTER TABLE ONLY public.documents_exportrun FORCE ROW LEVEL SECURITY;


--
-- Name: documents_exportrun_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_exportrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_exportrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_job; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_job (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    done bigint NOT NULL,
    total bigint NOT NULL,
    message character varying(300) NOT NULL,
    log text NOT NULL,
    result jsonb NOT NULL,
    url character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    started_by_id bigint
);

ALTER TABLE ONLY public.documents_job FORCE ROW LEVEL SECURITY;


--
-- Name: documents_job_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_job ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_outboxmessage; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_outboxmessage (
    id bigint NOT NULL,
    authority_id bigint NOT NULL,
    task character varying(120) NOT NULL,
    ids jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone
);


--
-- Name: documents_outboxmessage_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_outboxmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_outboxmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_storedfile; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.documents_storedfile (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    content_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    storage_key character varying(200) NOT NULL,
    purpose character varying(40) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    uploaded_by_id bigint
);

ALTER TABLE ONLY public.documents_storedfile FORCE ROW LEVEL SECURITY;


--
-- Name: documents_storedfile_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.documents_storedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_storedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: guardian_groupobjectpermission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.guardian_groupobjectpermission (
    id integer NOT NULL,
    object_pk character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: guardian_groupobjectpermission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.guardian_groupobjectpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.guardian_groupobjectpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: guardian_userobjectpermission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.guardian_userobjectpermission (
    id integer NOT NULL,
    object_pk character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    permission_id integer NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: guardian_userobjectpermission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.guardian_userobjectpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.guardian_userobjectpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_casegrant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_casegrant (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    is_exceptional boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    permission_id integer NOT NULL,
    user_id bigint NOT NULL,
    content_object_id bigint NOT NULL
);

ALTER TABLE ONLY public.leadership_casegrant FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_casegrant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_casegrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_casegrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_leadershipcase; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_leadershipcase (
    id bigint NOT NULL,
    ground character varying(20) NOT NULL,
    reason text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    nothing_found_since timestamp with time zone,
    closed_at timestamp with time zone,
    outcome character varying(20) NOT NULL,
    outcome_words text NOT NULL,
    appointment_id bigint NOT NULL,
    assigned_to_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    closed_by_id bigint,
    inspection_id bigint,
    policy_id bigint,
    CONSTRAINT leadership_closed_with_outcome CHECK ((((closed_at IS NULL) AND ((outcome)::text = ''::text)) OR ((closed_at IS NOT NULL) AND (NOT ((outcome)::text = ''::text)))))
);

ALTER TABLE ONLY public.leadership_leadershipcase FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_leadershipcase_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_leadershipcase_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    ground character varying(20) NOT NULL,
    reason text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    nothing_found_since timestamp with time zone,
    closed_at timestamp with time zone,
    outcome character varying(20) NOT NULL,
    outcome_words text NOT NULL,
    appointment_id bigint NOT NULL,
    assigned_to_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    closed_by_id bigint,
    inspection_id bigint,
    pgh_obj_id bigint NOT NULL,
    policy_id bigint
);

ALTER TABLE ONLY public.leadership_leadershipcase_history FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_leadershipcase_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_leadershipcase_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_leadershipcase_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_leadershipcase_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_leadershipcase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_leadershipcase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_referral; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_referral (
    id bigint NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    outcome_words text NOT NULL,
    referred_at timestamp with time zone NOT NULL,
    ended_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    referred_by_id bigint NOT NULL
);

ALTER TABLE ONLY public.leadership_referral FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_referral_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_referral_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    outcome_words text NOT NULL,
    referred_at timestamp with time zone NOT NULL,
    ended_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    referred_by_id bigint NOT NULL
);

ALTER TABLE ONLY public.leadership_referral_history FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_referral_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_referral_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_referral_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_referral_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_referral ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_referral_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_supportrequest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_supportrequest (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    wanted_on date,
    place character varying(200) NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answer text NOT NULL,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    officer_id bigint
);

ALTER TABLE ONLY public.leadership_supportrequest FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_supportrequest_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_supportrequest_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    wanted_on date,
    place character varying(200) NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answer text NOT NULL,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    officer_id bigint,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.leadership_supportrequest_history FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_supportrequest_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_supportrequest_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_supportrequest_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_supportrequest_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_supportrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_supportrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_sweep; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_sweep (
    id bigint NOT NULL,
    slot character varying(80) NOT NULL,
    at timestamp with time zone NOT NULL,
    leaders integer NOT NULL,
    opened integer NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    CONSTRAINT leadership_sweep_leaders_check CHECK ((leaders >= 0)),
    CONSTRAINT leadership_sweep_opened_check CHECK ((opened >= 0))
);

ALTER TABLE ONLY public.leadership_sweep FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_sweep_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_sweep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_sweep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leadership_unpublishedoutcome; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leadership_unpublishedoutcome (
    id bigint NOT NULL,
    inspected_on date NOT NULL,
    outcome text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    published_on date,
    report_url character varying(200) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    case_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT leadership_published_with_report CHECK (((published_on IS NULL) OR (NOT ((report_url)::text = ''::text))))
);

ALTER TABLE ONLY public.leadership_unpublishedoutcome FORCE ROW LEVEL SECURITY;


--
-- Name: leadership_unpublishedoutcome_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.leadership_unpublishedoutcome ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.leadership_unpublishedoutcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_application; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_application (
    id bigint NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    decided_on date,
    decision text NOT NULL,
    applied_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    decided_by_id bigint,
    membership_id bigint,
    provider_id bigint NOT NULL,
    CONSTRAINT memberships_decided_application_says_how CHECK (((NOT ((state)::text = ANY ((ARRAY['accepted'::character varying, 'declined'::character varying])::text[]))) OR ((decided_on IS NOT NULL) AND (NOT (decision = ''::text)))))
);

ALTER TABLE ONLY public.memberships_application FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_application_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_application_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    decided_on date,
    decision text NOT NULL,
    applied_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    decided_by_id bigint,
    membership_id bigint,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_application_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_application_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_application_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_application_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_application_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_application ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_conductconcern; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_conductconcern (
    id bigint NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    decision character varying(12) NOT NULL,
    about_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    raised_by_id bigint NOT NULL,
    CONSTRAINT memberships_concern_decided_how CHECK (((NOT ((state)::text = 'decided'::text)) OR (NOT ((decision)::text = ''::text))))
);

ALTER TABLE ONLY public.memberships_conductconcern FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_conductconcern_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_conductconcern_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    words text NOT NULL,
    state character varying(12) NOT NULL,
    decision character varying(12) NOT NULL,
    about_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    raised_by_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_conductconcern_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_conductconcern_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductconcern_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_conductconcern_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_conductconcern_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductconcern ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_conductconcern_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_conductstep; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_conductstep (
    id bigint NOT NULL,
    to_state character varying(12) NOT NULL,
    "on" date NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint NOT NULL,
    concern_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_conductstep FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_conductstep_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_conductstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_handover; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_handover (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    what character varying(200) NOT NULL,
    done_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    done_by_id bigint,
    membership_id bigint NOT NULL,
    taken_by_id bigint
);

ALTER TABLE ONLY public.memberships_handover FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_handover_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_handover_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    what character varying(200) NOT NULL,
    done_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    done_by_id bigint,
    membership_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    taken_by_id bigint
);

ALTER TABLE ONLY public.memberships_handover_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_handover_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_handover_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_handover_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_handover_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_invitation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_invitation (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(150) NOT NULL,
    words text NOT NULL,
    decision text NOT NULL,
    decided_on date NOT NULL,
    state character varying(12) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    membership_id bigint,
    provider_id bigint NOT NULL,
    sent_by_id bigint NOT NULL,
    is_vouched_for boolean NOT NULL
);

ALTER TABLE ONLY public.memberships_invitation FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_invitation_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_invitation_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(150) NOT NULL,
    words text NOT NULL,
    decision text NOT NULL,
    decided_on date NOT NULL,
    state character varying(12) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    membership_id bigint,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    sent_by_id bigint NOT NULL,
    is_vouched_for boolean NOT NULL
);

ALTER TABLE ONLY public.memberships_invitation_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_invitation_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_invitation_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_invitation_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_invitation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_leaderappointment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_leaderappointment (
    id bigint NOT NULL,
    manner character varying(10) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    may_lead_because text NOT NULL,
    officer_decided boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    user_id bigint NOT NULL,
    membership_id bigint NOT NULL,
    members_decision text NOT NULL,
    CONSTRAINT memberships_leader_ends_later CHECK (((ends_on IS NULL) OR (ends_on > starts_on)))
);

ALTER TABLE ONLY public.memberships_leaderappointment FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_leaderappointment_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_leaderappointment_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    manner character varying(10) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    may_lead_because text NOT NULL,
    officer_decided boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL,
    membership_id bigint NOT NULL,
    members_decision text NOT NULL
);

ALTER TABLE ONLY public.memberships_leaderappointment_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_leaderappointment_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_leaderappointment_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_leaderappointment_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_leaderappointment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_leaderappointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_leaderappointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_membership; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_membership (
    id bigint NOT NULL,
    joined_on date NOT NULL,
    left_on date,
    leaving_reason character varying(300) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    at_risk_since date,
    continues_id bigint,
    meetings_attended integer NOT NULL,
    meetings_held integer NOT NULL,
    CONSTRAINT memberships_left_after_joining CHECK (((left_on IS NULL) OR (left_on > joined_on))),
    CONSTRAINT memberships_membership_meetings_attended_check CHECK ((meetings_attended >= 0)),
    CONSTRAINT memberships_membership_meetings_held_check CHECK ((meetings_held >= 0))
);

ALTER TABLE ONLY public.memberships_membership FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_membership_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_membership_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    joined_on date NOT NULL,
    left_on date,
    leaving_reason character varying(300) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    at_risk_since date,
    continues_id bigint,
    meetings_attended integer NOT NULL,
    meetings_held integer NOT NULL,
    CONSTRAINT memberships_membership_history_meetings_attended_check CHECK ((meetings_attended >= 0)),
    CONSTRAINT memberships_membership_history_meetings_held_check CHECK ((meetings_held >= 0))
);

ALTER TABLE ONLY public.memberships_membership_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_membership_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_membership_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_membership_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_membership_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_message; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_message (
    id bigint NOT NULL,
    subject character varying(120) NOT NULL,
    text text NOT NULL,
    audience character varying(10) NOT NULL,
    about text NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    job_id bigint NOT NULL,
    sent_by_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_message FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_message_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_messagecopy; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_messagecopy (
    id bigint NOT NULL,
    sent_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    message_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_messagecopy FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_messagecopy_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_messagecopy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_messagecopy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_officeholder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_officeholder (
    id bigint NOT NULL,
    office character varying(16) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    decision text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT memberships_office_ends_later CHECK (((ends_on IS NULL) OR (ends_on > starts_on)))
);

ALTER TABLE ONLY public.memberships_officeholder FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_officeholder_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_officeholder_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    office character varying(16) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    decision text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_officeholder_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_officeholder_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_officeholder_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_officeholder_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_officeholder_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_officeholder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_officeholder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_plannedleader; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_plannedleader (
    id bigint NOT NULL,
    manner character varying(10) NOT NULL,
    ends_on date,
    officers_decision text NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    member_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_plannedleader FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_plannedleader_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_plannedleader ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_plannedleader_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_plannedmember; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_plannedmember (
    id bigint NOT NULL,
    leaves boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    successor_id bigint,
    plan_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_plannedmember FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_plannedmember_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_plannedmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_plannedmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_plannedsuccessor; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_plannedsuccessor (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint,
    district_id bigint,
    plan_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_plannedsuccessor FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_plannedsuccessor_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_plannedsuccessor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_plannedsuccessor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_reorganisation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_reorganisation (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    reason text NOT NULL,
    takes_effect_on date,
    met_leaders_on date,
    met_words text NOT NULL,
    records_holder character varying(200) NOT NULL,
    balance_words text NOT NULL,
    copies_ways_of_working boolean NOT NULL,
    started_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    version integer NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    done_by_id bigint,
    started_by_id bigint NOT NULL,
    CONSTRAINT memberships_reorganisation_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.memberships_reorganisation FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_reorganisation_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_reorganisation_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    reason text NOT NULL,
    takes_effect_on date,
    met_leaders_on date,
    met_words text NOT NULL,
    records_holder character varying(200) NOT NULL,
    balance_words text NOT NULL,
    copies_ways_of_working boolean CONSTRAINT memberships_reorganisation_hist_copies_ways_of_working_not_null NOT NULL,
    started_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    version integer NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    done_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    started_by_id bigint NOT NULL,
    CONSTRAINT memberships_reorganisation_history_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.memberships_reorganisation_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_reorganisation_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_reorganisation_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_reorganisation_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_reorganisation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_reorganisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_reorganisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_reorganisationsource; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_reorganisationsource (
    id bigint NOT NULL,
    state_before character varying(20) NOT NULL,
    is_open boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    collaboration_id bigint NOT NULL,
    plan_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_reorganisationsource FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_reorganisationsource_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_reorganisationsource ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_reorganisationsource_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_settingrole; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_settingrole (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    provider_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT memberships_setting_role_ends_later CHECK (((ends_on IS NULL) OR (ends_on > starts_on)))
);

ALTER TABLE ONLY public.memberships_settingrole FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_settingrole_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_settingrole_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_settingrole_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_settingrole_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_settingrole_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_settingrole_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_settingrole_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_settingrole ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_settingrole_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_sheetimport; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_sheetimport (
    id bigint NOT NULL,
    file_name character varying(200) NOT NULL,
    state character varying(12) NOT NULL,
    counts jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    problem text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    loaded_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    file_id bigint,
    job_id bigint,
    started_by_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_sheetimport FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_sheetimport_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_sheetimport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_sheetimport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_sheetline; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_sheetline (
    id bigint NOT NULL,
    number integer NOT NULL,
    kind character varying(20) NOT NULL,
    result character varying(10) NOT NULL,
    "values" jsonb NOT NULL,
    remarks jsonb NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    sheet_id bigint NOT NULL,
    CONSTRAINT memberships_sheetline_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.memberships_sheetline FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_sheetline_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_sheetline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_sheetline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_stafftold; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_stafftold (
    id bigint NOT NULL,
    confirmed_on date NOT NULL,
    how character varying(200) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    confirmed_by_id bigint NOT NULL,
    membership_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_stafftold FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_stafftold_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_stafftold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_stafftold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_termsanswer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_termsanswer (
    id bigint NOT NULL,
    answer character varying(10) NOT NULL,
    words text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    ways_id bigint NOT NULL,
    CONSTRAINT memberships_change_in_words CHECK (((NOT ((answer)::text = 'change'::text)) OR (NOT (words = ''::text))))
);

ALTER TABLE ONLY public.memberships_termsanswer FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_termsanswer_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_termsanswer_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    answer character varying(10) NOT NULL,
    words text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    ways_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_termsanswer_history FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_termsanswer_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_termsanswer_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_termsanswer_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_termsanswer_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_termsanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_termsanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_termsreminder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_termsreminder (
    id bigint NOT NULL,
    sent_on date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    membership_id bigint NOT NULL,
    sent_by_id bigint,
    ways_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_termsreminder FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_termsreminder_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_termsreminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_termsreminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: memberships_termsreply; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships_termsreply (
    id bigint NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    answer_id bigint NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    by_id bigint NOT NULL
);

ALTER TABLE ONLY public.memberships_termsreply FORCE ROW LEVEL SECURITY;


--
-- Name: memberships_termsreply_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.memberships_termsreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.memberships_termsreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: mfa_authenticator; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


--
-- Name: mfa_authenticator_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_importrun; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_importrun (
    id bigint NOT NULL,
    file_name character varying(200) NOT NULL,
    file_sha256 character varying(64) NOT NULL,
    layout character varying(40) NOT NULL,
    listed_on date,
    state character varying(12) NOT NULL,
    counts jsonb NOT NULL,
    others jsonb NOT NULL,
    plan_digest character varying(64) NOT NULL,
    problem text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    loaded_at timestamp with time zone,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    file_id bigint,
    job_id bigint,
    loaded_by_id bigint,
    started_by_id bigint
);

ALTER TABLE ONLY public.ofsted_importrun FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_importrun_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_importrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_importrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_inspection; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_inspection (
    id bigint NOT NULL,
    regime character varying(20) NOT NULL,
    inspection_number character varying(20) NOT NULL,
    inspected_on date NOT NULL,
    published_on date,
    visit_type character varying(60) NOT NULL,
    is_graded boolean NOT NULL,
    overall smallint,
    quality_of_education smallint,
    behaviour_and_attitudes smallint,
    personal_development smallint,
    leadership_and_management smallint,
    safeguarding_effective smallint,
    rc_safeguarding smallint,
    rc_inclusion smallint,
    rc_curriculum_and_teaching smallint,
    rc_achievement smallint,
    rc_behaviour smallint,
    rc_welfare smallint,
    rc_leadership_and_governance smallint,
    met smallint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    provider_id bigint NOT NULL,
    CONSTRAINT ofsted_inspection_behaviour_and_attitudes_check CHECK ((behaviour_and_attitudes >= 0)),
    CONSTRAINT ofsted_inspection_leadership_and_management_check CHECK ((leadership_and_management >= 0)),
    CONSTRAINT ofsted_inspection_met_check CHECK ((met >= 0)),
    CONSTRAINT ofsted_inspection_overall_check CHECK ((overall >= 0)),
    CONSTRAINT ofsted_inspection_personal_development_check CHECK ((personal_development >= 0)),
    CONSTRAINT ofsted_inspection_quality_of_education_check CHECK ((quality_of_education >= 0)),
    CONSTRAINT ofsted_inspection_rc_achievement_check CHECK ((rc_achievement >= 0)),
    CONSTRAINT ofsted_inspection_rc_behaviour_check CHECK ((rc_behaviour >= 0)),
    CONSTRAINT ofsted_inspection_rc_curriculum_and_teaching_check CHECK ((rc_curriculum_and_teaching >= 0)),
    CONSTRAINT ofsted_inspection_rc_inclusion_check CHECK ((rc_inclusion >= 0)),
    CONSTRAINT ofsted_inspection_rc_leadership_and_governance_check CHECK ((rc_leadership_and_governance >= 0)),
    CONSTRAINT ofsted_inspection_rc_safeguarding_check CHECK ((rc_safeguarding >= 0)),
    CONSTRAINT ofsted_inspection_rc_welfare_check CHECK ((rc_welfare >= 0)),
    CONSTRAINT ofsted_inspection_safeguarding_effective_check CHECK ((safeguarding_effective >= 0))
);

ALTER TABLE ONLY public.ofsted_inspection FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_inspection_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_inspection_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    regime character varying(20) NOT NULL,
    inspection_number character varying(20) NOT NULL,
    inspected_on date NOT NULL,
    published_on date,
    visit_type character varying(60) NOT NULL,
    is_graded boolean NOT NULL,
    overall smallint,
    quality_of_education smallint,
    behaviour_and_attitudes smallint,
    personal_development smallint,
    leadership_and_management smallint,
    safeguarding_effective smallint,
    rc_safeguarding smallint,
    rc_inclusion smallint,
    rc_curriculum_and_teaching smallint,
    rc_achievement smallint,
    rc_behaviour smallint,
    rc_welfare smallint,
    rc_leadership_and_governance smallint,
    met smallint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    CONSTRAINT ofsted_inspection_history_behaviour_and_attitudes_check CHECK ((behaviour_and_attitudes >= 0)),
    CONSTRAINT ofsted_inspection_history_leadership_and_management_check CHECK ((leadership_and_management >= 0)),
    CONSTRAINT ofsted_inspection_history_met_check CHECK ((met >= 0)),
    CONSTRAINT ofsted_inspection_history_overall_check CHECK ((overall >= 0)),
    CONSTRAINT ofsted_inspection_history_personal_development_check CHECK ((personal_development >= 0)),
    CONSTRAINT ofsted_inspection_history_quality_of_education_check CHECK ((quality_of_education >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_achievement_check CHECK ((rc_achievement >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_behaviour_check CHECK ((rc_behaviour >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_curriculum_and_teaching_check CHECK ((rc_curriculum_and_teaching >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_inclusion_check CHECK ((rc_inclusion >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_leadership_and_governance_check CHECK ((rc_leadership_and_governance >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_safeguarding_check CHECK ((rc_safeguarding >= 0)),
    CONSTRAINT ofsted_inspection_history_rc_welfare_check CHECK ((rc_welfare >= 0)),
    CONSTRAINT ofsted_inspection_history_safeguarding_effective_check CHECK ((safeguarding_effective >= 0))
);

ALTER TABLE ONLY public.ofsted_inspection_history FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_inspection_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_inspection_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_inspection_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_inspection_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_inspection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_inspection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_leadingpolicy; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_leadingpolicy (
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(10) NOT NULL,
    cells jsonb NOT NULL,
    note text NOT NULL,
    starts_on date,
    adopted_at timestamp with time zone,
    edits integer NOT NULL,
    adopted_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    CONSTRAINT ofsted_leadingpolicy_edits_check CHECK ((edits >= 0)),
    CONSTRAINT ofsted_leadingpolicy_version_check CHECK ((version >= 0)),
    CONSTRAINT ofsted_policy_adopted_from CHECK ((((state)::text = 'draft'::text) OR (starts_on IS NOT NULL)))
);

ALTER TABLE ONLY public.ofsted_leadingpolicy FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_leadingpolicy_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_leadingpolicy_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    version integer NOT NULL,
    state character varying(10) NOT NULL,
    cells jsonb NOT NULL,
    note text NOT NULL,
    starts_on date,
    adopted_at timestamp with time zone,
    edits integer NOT NULL,
    adopted_by_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT ofsted_leadingpolicy_history_edits_check CHECK ((edits >= 0)),
    CONSTRAINT ofsted_leadingpolicy_history_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.ofsted_leadingpolicy_history FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_leadingpolicy_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_leadingpolicy_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_leadingpolicy_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_leadingpolicy_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_leadingpolicy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_leadingpolicy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_plannedrow; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_plannedrow (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    line integer,
    urn character varying(40) NOT NULL,
    name character varying(255) NOT NULL,
    differences jsonb NOT NULL,
    "column" character varying(120) NOT NULL,
    value character varying(300) NOT NULL,
    reason character varying(300) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT ofsted_plannedrow_line_check CHECK ((line >= 0))
);

ALTER TABLE ONLY public.ofsted_plannedrow FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_plannedrow_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_plannedrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_plannedrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ofsted_registername; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ofsted_registername (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL
);

ALTER TABLE ONLY public.ofsted_registername FORCE ROW LEVEL SECURITY;


--
-- Name: ofsted_registername_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_registername ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ofsted_registername_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: pghistory_context; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);


--
-- Name: providers_deliverypartner; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_deliverypartner (
    id bigint NOT NULL,
    hours numeric(4,2) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    provider_id bigint NOT NULL,
    partnership_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_deliverypartner FORCE ROW LEVEL SECURITY;


--
-- Name: providers_deliverypartner_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_deliverypartner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_deliverypartner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_deliverypartnership; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_deliverypartnership (
    id bigint NOT NULL,
    model character varying(12) NOT NULL,
    lead_hours numeric(4,2) NOT NULL,
    transport text NOT NULL,
    lead_contact character varying(150) NOT NULL,
    terms_reference character varying(80) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    lead_id bigint NOT NULL,
    CONSTRAINT providers_partnership_ends_later CHECK (((ends_on IS NULL) OR (ends_on > starts_on)))
);

ALTER TABLE ONLY public.providers_deliverypartnership FORCE ROW LEVEL SECURITY;


--
-- Name: providers_deliverypartnership_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_deliverypartnership_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    model character varying(12) NOT NULL,
    lead_hours numeric(4,2) NOT NULL,
    transport text NOT NULL,
    lead_contact character varying(150) NOT NULL,
    terms_reference character varying(80) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    lead_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_deliverypartnership_history FORCE ROW LEVEL SECURITY;


--
-- Name: providers_deliverypartnership_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_deliverypartnership_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_deliverypartnership_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_deliverypartnership_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_deliverypartnership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_deliverypartnership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_district; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_district (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL
);

ALTER TABLE ONLY public.providers_district FORCE ROW LEVEL SECURITY;


--
-- Name: providers_district_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_district ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_district_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_districtoutline; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_districtoutline (
    id bigint NOT NULL,
    rings jsonb NOT NULL,
    attribution character varying(300) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    district_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_districtoutline FORCE ROW LEVEL SECURITY;


--
-- Name: providers_districtoutline_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_districtoutline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_districtoutline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_provider; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_provider (
    id bigint NOT NULL,
    urn character varying(12) NOT NULL,
    name character varying(255) NOT NULL,
    provider_type character varying(20) NOT NULL,
    provider_subtype character varying(100) NOT NULL,
    register_combination character varying(40) NOT NULL,
    on_early_years_register boolean NOT NULL,
    on_compulsory_register boolean NOT NULL,
    on_voluntary_register boolean NOT NULL,
    registered_on date,
    registered_person_urn character varying(12) NOT NULL,
    registered_person_name character varying(255) NOT NULL,
    address_line_1 character varying(200) NOT NULL,
    address_line_2 character varying(200) NOT NULL,
    address_line_3 character varying(200) NOT NULL,
    town character varying(100) NOT NULL,
    postcode character varying(10) NOT NULL,
    telephone character varying(40) NOT NULL,
    constituency character varying(100) NOT NULL,
    region character varying(60) NOT NULL,
    deprivation_band character varying(30) NOT NULL,
    places integer,
    places_including_estimates numeric(8,2),
    search_text text NOT NULL,
    first_listed_on date,
    last_listed_on date,
    unlisted_since date,
    agency_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    district_id bigint,
    file_row_hash bytea,
    CONSTRAINT providers_provider_places_check CHECK ((places >= 0))
);

ALTER TABLE ONLY public.providers_provider FORCE ROW LEVEL SECURITY;


--
-- Name: providers_provider_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_provider_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    urn character varying(12) NOT NULL,
    name character varying(255) NOT NULL,
    provider_type character varying(20) NOT NULL,
    provider_subtype character varying(100) NOT NULL,
    register_combination character varying(40) NOT NULL,
    on_early_years_register boolean NOT NULL,
    on_compulsory_register boolean NOT NULL,
    on_voluntary_register boolean NOT NULL,
    registered_on date,
    registered_person_urn character varying(12) NOT NULL,
    registered_person_name character varying(255) NOT NULL,
    address_line_1 character varying(200) NOT NULL,
    address_line_2 character varying(200) NOT NULL,
    address_line_3 character varying(200) NOT NULL,
    town character varying(100) NOT NULL,
    postcode character varying(10) NOT NULL,
    telephone character varying(40) NOT NULL,
    constituency character varying(100) NOT NULL,
    region character varying(60) NOT NULL,
    deprivation_band character varying(30) NOT NULL,
    places integer,
    places_including_estimates numeric(8,2),
    first_listed_on date,
    unlisted_since date,
    agency_id bigint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    district_id bigint,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT providers_provider_history_places_check CHECK ((places >= 0))
);

ALTER TABLE ONLY public.providers_provider_history FORCE ROW LEVEL SECURITY;


--
-- Name: providers_provider_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_provider_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_provider_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_provider_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_provider ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_provider_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_providergrant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_providergrant (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    is_exceptional boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    content_object_id bigint NOT NULL,
    permission_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_providergrant FORCE ROW LEVEL SECURITY;


--
-- Name: providers_providergrant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_providergrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_providergrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_provideridentity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_provideridentity (
    id bigint NOT NULL,
    scheme character varying(12) NOT NULL,
    value character varying(40) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    provider_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_provideridentity FORCE ROW LEVEL SECURITY;


--
-- Name: providers_provideridentity_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_provideridentity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_provideridentity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_publicconsent; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_publicconsent (
    id bigint NOT NULL,
    given_on date NOT NULL,
    withdrawn_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    given_by_id bigint NOT NULL,
    provider_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_publicconsent FORCE ROW LEVEL SECURITY;


--
-- Name: providers_publicconsent_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_publicconsent_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    given_on date NOT NULL,
    withdrawn_on date,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    given_by_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_publicconsent_history FORCE ROW LEVEL SECURITY;


--
-- Name: providers_publicconsent_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_publicconsent_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_publicconsent_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_publicconsent_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_publicconsent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_publicconsent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_returnperiod; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_returnperiod (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    count_date date NOT NULL,
    opens_on date NOT NULL,
    due_on date NOT NULL,
    definition text NOT NULL,
    childminder_definition text NOT NULL,
    asks_detail boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    CONSTRAINT providers_period_due_after_opening CHECK ((due_on >= opens_on))
);

ALTER TABLE ONLY public.providers_returnperiod FORCE ROW LEVEL SECURITY;


--
-- Name: providers_returnperiod_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_returnperiod_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    count_date date NOT NULL,
    opens_on date NOT NULL,
    due_on date NOT NULL,
    definition text NOT NULL,
    childminder_definition text NOT NULL,
    asks_detail boolean NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_returnperiod_history FORCE ROW LEVEL SECURITY;


--
-- Name: providers_returnperiod_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_returnperiod_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_returnperiod_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_returnperiod_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_returnperiod ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_returnperiod_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_staffreturn; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_staffreturn (
    id bigint NOT NULL,
    staff integer NOT NULL,
    is_unchanged boolean NOT NULL,
    note character varying(300) NOT NULL,
    certified_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    certified_by_id bigint NOT NULL,
    period_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    CONSTRAINT providers_staffreturn_staff_check CHECK ((staff >= 0))
);

ALTER TABLE ONLY public.providers_staffreturn FORCE ROW LEVEL SECURITY;


--
-- Name: providers_staffreturn_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_staffreturn_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    staff integer NOT NULL,
    is_unchanged boolean NOT NULL,
    note character varying(300) NOT NULL,
    certified_at timestamp with time zone NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    certified_by_id bigint NOT NULL,
    period_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    CONSTRAINT providers_staffreturn_history_staff_check CHECK ((staff >= 0))
);

ALTER TABLE ONLY public.providers_staffreturn_history FORCE ROW LEVEL SECURITY;


--
-- Name: providers_staffreturn_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_staffreturn_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_staffreturn_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_staffreturn_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_staffreturn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_staffreturn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_staffreturnline; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_staffreturnline (
    id bigint NOT NULL,
    hours_a_week numeric(4,2) NOT NULL,
    role character varying(80) NOT NULL,
    qualification_level smallint,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    staff_return_id bigint NOT NULL,
    CONSTRAINT providers_staffreturnline_qualification_level_check CHECK ((qualification_level >= 0))
);

ALTER TABLE ONLY public.providers_staffreturnline FORCE ROW LEVEL SECURITY;


--
-- Name: providers_staffreturnline_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_staffreturnline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_staffreturnline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_staffreturnreminder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_staffreturnreminder (
    id bigint NOT NULL,
    sent_on date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    period_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    sent_by_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_staffreturnreminder FORCE ROW LEVEL SECURITY;


--
-- Name: providers_staffreturnreminder_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_staffreturnreminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_staffreturnreminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_successionlink; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_successionlink (
    id bigint NOT NULL,
    "on" date NOT NULL,
    reason character varying(300) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    linked_by_id bigint,
    new_id bigint NOT NULL,
    old_id bigint NOT NULL,
    CONSTRAINT providers_succession_not_itself CHECK ((NOT (old_id = new_id)))
);

ALTER TABLE ONLY public.providers_successionlink FORCE ROW LEVEL SECURITY;


--
-- Name: providers_successionlink_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_successionlink_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    "on" date NOT NULL,
    reason character varying(300) NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    linked_by_id bigint,
    new_id bigint NOT NULL,
    old_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE ONLY public.providers_successionlink_history FORCE ROW LEVEL SECURITY;


--
-- Name: providers_successionlink_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_successionlink_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_successionlink_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_successionlink_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_successionlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_successionlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_vacancy; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_vacancy (
    id bigint NOT NULL,
    age_band character varying(16) NOT NULL,
    session character varying(16) NOT NULL,
    places smallint NOT NULL,
    from_on date,
    note character varying(200) NOT NULL,
    confirmed_on date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    confirmed_by_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    CONSTRAINT providers_vacancy_has_places CHECK ((places > 0)),
    CONSTRAINT providers_vacancy_places_check CHECK ((places >= 0))
);

ALTER TABLE ONLY public.providers_vacancy FORCE ROW LEVEL SECURITY;


--
-- Name: providers_vacancy_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.providers_vacancy_history (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    age_band character varying(16) NOT NULL,
    session character varying(16) NOT NULL,
    places smallint NOT NULL,
    from_on date,
    note character varying(200) NOT NULL,
    confirmed_on date NOT NULL,
    authority_id bigint DEFAULT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint NOT NULL,
    confirmed_by_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    CONSTRAINT providers_vacancy_history_places_check CHECK ((places >= 0))
);

ALTER TABLE ONLY public.providers_vacancy_history FORCE ROW LEVEL SECURITY;


--
-- Name: providers_vacancy_history_pgh_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_vacancy_history ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_vacancy_history_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: providers_vacancy_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.providers_vacancy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_vacancy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: socialaccount_socialaccount; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: socialaccount_socialaccount_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: socialaccount_socialapp; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);


--
-- Name: socialaccount_socialapp_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: socialaccount_socialtoken; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);


--
-- Name: socialaccount_socialtoken_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Data for Name: account_emailaddress; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.account_emailaddress (id, email, verified, "primary", user_id) FROM stdin;
\.


--
-- Data for Name: account_emailconfirmation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.account_emailconfirmation (id, created, sent, key, email_address_id) FROM stdin;
\.


--
-- Data for Name: accounts_affiliation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_affiliation (id, since, user_id, authority_id) FROM stdin;
\.


--
-- Data for Name: accounts_authority; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_authority (id, name, slug, is_active, team_name, brand_colour, contact_email, contact_phone, postal_address, website, accessibility_email, accessibility_tested_on, data_protection_email, privacy_notice_url, social_care_phone, out_of_hours_phone, designated_officer_phone, safeguarding_url, joining_words, public_page) FROM stdin;
\.


--
-- Data for Name: accounts_roleappointment; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_roleappointment (id, role, starts_on, ends_on, appointed_by_id, authority_id, user_id) FROM stdin;
\.


--
-- Data for Name: accounts_roleappointment_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_roleappointment_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, role, starts_on, ends_on, appointed_by_id, authority_id, pgh_obj_id, user_id) FROM stdin;
\.


--
-- Data for Name: accounts_tasklink; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_tasklink (id, purpose, about_id, email, made_at, expires_at, used_at, withdrawn_at, authority_id, user_id) FROM stdin;
\.


--
-- Data for Name: accounts_user; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_user (id, password, last_login, email, full_name, is_active, is_platform_operator, joined_at) FROM stdin;
\.


--
-- Data for Name: accounts_user_groups; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_user_groups (id, user_id, group_id) FROM stdin;
\.


--
-- Data for Name: accounts_user_user_permissions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts_user_user_permissions (id, user_id, permission_id) FROM stdin;
\.


--
-- Data for Name: audit_entry; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_entry (id, at, by_name, action, about_type, about_id, about_name, sentence, facts, is_confidential, authority_id, by_id) FROM stdin;
\.


--
-- Data for Name: audit_seal; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_seal (id, at, first_entry_id, last_entry_id, entries, previous, value, authority_id) FROM stdin;
\.


--
-- Data for Name: auth_group; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_group (id, name) FROM stdin;
\.


--
-- Data for Name: auth_group_permissions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_group_permissions (id, group_id, permission_id) FROM stdin;
\.


--
-- Data for Name: auth_permission; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_permission (id, name, content_type_id, codename) FROM stdin;
1	Can add leadership case	1	add_leadershipcase
2	Can change leadership case	1	change_leadershipcase
3	Can delete leadership case	1	delete_leadershipcase
4	Can view leadership case	1	view_leadershipcase
5	Can see every leadership case	1	view_all_cases
6	Can assign a leadership case	1	assign_leadershipcase
7	Can add case grant	2	add_casegrant
8	Can change case grant	2	change_casegrant
9	Can delete case grant	2	delete_casegrant
10	Can view case grant	2	view_casegrant
11	Can add leadership case history	3	add_leadershipcasehistory
12	Can change leadership case history	3	change_leadershipcasehistory
13	Can delete leadership case history	3	delete_leadershipcasehistory
14	Can view leadership case history	3	view_leadershipcasehistory
15	Can add sweep	4	add_sweep
16	Can change sweep	4	change_sweep
17	Can delete sweep	4	delete_sweep
18	Can view sweep	4	view_sweep
19	Can add unpublished outcome	5	add_unpublishedoutcome
20	Can change unpublished outcome	5	change_unpublishedoutcome
21	Can delete unpublished outcome	5	delete_unpublishedoutcome
22	Can view unpublished outcome	5	view_unpublishedoutcome
23	Can add referral	6	add_referral
24	Can change referral	6	change_referral
25	Can delete referral	6	delete_referral
26	Can view referral	6	view_referral
27	Can add referral history	7	add_referralhistory
28	Can change referral history	7	change_referralhistory
29	Can delete referral history	7	delete_referralhistory
30	Can view referral history	7	view_referralhistory
31	Can add request for support	8	add_supportrequest
32	Can change request for support	8	change_supportrequest
33	Can delete request for support	8	delete_supportrequest
34	Can view request for support	8	view_supportrequest
35	Can add support request history	9	add_supportrequesthistory
36	Can change support request history	9	change_supportrequesthistory
37	Can delete support request history	9	delete_supportrequesthistory
38	Can view support request history	9	view_supportrequesthistory
39	Can add leader	10	add_leaderappointment
40	Can change leader	10	change_leaderappointment
41	Can delete leader	10	delete_leaderappointment
42	Can view leader	10	view_leaderappointment
43	Can appoint leaders	10	appoint_leader
44	Can add member	11	add_membership
45	Can change member	11	change_membership
46	Can delete member	11	delete_membership
47	Can view member	11	view_membership
48	Can add leader appointment history	12	add_leaderappointmenthistory
49	Can change leader appointment history	12	change_leaderappointmenthistory
50	Can delete leader appointment history	12	delete_leaderappointmenthistory
51	Can view leader appointment history	12	view_leaderappointmenthistory
52	Can add membership history	13	add_membershiphistory
53	Can change membership history	13	change_membershiphistory
54	Can delete membership history	13	delete_membershiphistory
55	Can view membership history	13	view_membershiphistory
56	Can add person of a setting	14	add_settingrole
57	Can change person of a setting	14	change_settingrole
58	Can delete person of a setting	14	delete_settingrole
59	Can view person of a setting	14	view_settingrole
60	Can add setting role history	15	add_settingrolehistory
61	Can change setting role history	15	change_settingrolehistory
62	Can delete setting role history	15	delete_settingrolehistory
63	Can view setting role history	15	view_settingrolehistory
64	Can add application	16	add_application
65	Can change application	16	change_application
66	Can delete application	16	delete_application
67	Can view application	16	view_application
68	Can add application history	17	add_applicationhistory
69	Can change application history	17	change_applicationhistory
70	Can delete application history	17	delete_applicationhistory
71	Can view application history	17	view_applicationhistory
72	Can add concern about conduct	18	add_conductconcern
73	Can change concern about conduct	18	change_conductconcern
74	Can delete concern about conduct	18	delete_conductconcern
75	Can view concern about conduct	18	view_conductconcern
76	Can add conduct concern history	19	add_conductconcernhistory
77	Can change conduct concern history	19	change_conductconcernhistory
78	Can delete conduct concern history	19	delete_conductconcernhistory
79	Can view conduct concern history	19	view_conductconcernhistory
80	Can add conduct step	20	add_conductstep
81	Can change conduct step	20	change_conductstep
82	Can delete conduct step	20	delete_conductstep
83	Can view conduct step	20	view_conductstep
84	Can add hand-over	21	add_handover
85	Can change hand-over	21	change_handover
86	Can delete hand-over	21	delete_handover
87	Can view hand-over	21	view_handover
88	Can add hand over history	22	add_handoverhistory
89	Can change hand over history	22	change_handoverhistory
90	Can delete hand over history	22	delete_handoverhistory
91	Can view hand over history	22	view_handoverhistory
92	Can add invitation	23	add_invitation
93	Can change invitation	23	change_invitation
94	Can delete invitation	23	delete_invitation
95	Can view invitation	23	view_invitation
96	Can add invitation history	24	add_invitationhistory
97	Can change invitation history	24	change_invitationhistory
98	Can delete invitation history	24	delete_invitationhistory
99	Can view invitation history	24	view_invitationhistory
100	Can add message	25	add_message
101	Can change message	25	change_message
102	Can delete message	25	delete_message
103	Can view message	25	view_message
104	Can add message copy	26	add_messagecopy
105	Can change message copy	26	change_messagecopy
106	Can delete message copy	26	delete_messagecopy
107	Can view message copy	26	view_messagecopy
108	Can add office holder	27	add_officeholder
109	Can change office holder	27	change_officeholder
110	Can delete office holder	27	delete_officeholder
111	Can view office holder	27	view_officeholder
112	Can add office holder history	28	add_officeholderhistory
113	Can change office holder history	28	change_officeholderhistory
114	Can delete office holder history	28	delete_officeholderhistory
115	Can view office holder history	28	view_officeholderhistory
116	Can add division or merger	29	add_reorganisation
117	Can change division or merger	29	change_reorganisation
118	Can delete division or merger	29	delete_reorganisation
119	Can view division or merger	29	view_reorganisation
120	Can add planned successor	30	add_plannedsuccessor
121	Can change planned successor	30	change_plannedsuccessor
122	Can delete planned successor	30	delete_plannedsuccessor
123	Can view planned successor	30	view_plannedsuccessor
124	Can add planned member	31	add_plannedmember
125	Can change planned member	31	change_plannedmember
126	Can delete planned member	31	delete_plannedmember
127	Can view planned member	31	view_plannedmember
128	Can add reorganisation history	32	add_reorganisationhistory
129	Can change reorganisation history	32	change_reorganisationhistory
130	Can delete reorganisation history	32	delete_reorganisationhistory
131	Can view reorganisation history	32	view_reorganisationhistory
132	Can add reorganisation source	33	add_reorganisationsource
133	Can change reorganisation source	33	change_reorganisationsource
134	Can delete reorganisation source	33	delete_reorganisationsource
135	Can view reorganisation source	33	view_reorganisationsource
136	Can add spreadsheet of collaborations	34	add_sheetimport
137	Can change spreadsheet of collaborations	34	change_sheetimport
138	Can delete spreadsheet of collaborations	34	delete_sheetimport
139	Can view spreadsheet of collaborations	34	view_sheetimport
140	Can load collaborations from a spreadsheet	34	import_collaborations
141	Can add sheet line	35	add_sheetline
142	Can change sheet line	35	change_sheetline
143	Can delete sheet line	35	delete_sheetline
144	Can view sheet line	35	view_sheetline
145	Can add confirmation that staff know	36	add_stafftold
146	Can change confirmation that staff know	36	change_stafftold
147	Can delete confirmation that staff know	36	delete_stafftold
148	Can view confirmation that staff know	36	view_stafftold
149	Can add planned leader	37	add_plannedleader
150	Can change planned leader	37	change_plannedleader
151	Can delete planned leader	37	delete_plannedleader
152	Can view planned leader	37	view_plannedleader
153	Can add answer to ways of working	38	add_termsanswer
154	Can change answer to ways of working	38	change_termsanswer
155	Can delete answer to ways of working	38	delete_termsanswer
156	Can view answer to ways of working	38	view_termsanswer
157	Can add terms answer history	39	add_termsanswerhistory
158	Can change terms answer history	39	change_termsanswerhistory
159	Can delete terms answer history	39	delete_termsanswerhistory
160	Can view terms answer history	39	view_termsanswerhistory
161	Can add terms reminder	40	add_termsreminder
162	Can change terms reminder	40	change_termsreminder
163	Can delete terms reminder	40	delete_termsreminder
164	Can view terms reminder	40	view_termsreminder
165	Can add terms reply	41	add_termsreply
166	Can change terms reply	41	change_termsreply
167	Can delete terms reply	41	delete_termsreply
168	Can view terms reply	41	view_termsreply
169	Can add collaboration	42	add_collaboration
170	Can change collaboration	42	change_collaboration
171	Can delete collaboration	42	delete_collaboration
172	Can view collaboration	42	view_collaboration
173	Can lead the collaboration	42	lead_collaboration
174	Can do the collaboration's daily work	42	run_collaboration
175	Can add collaboration grant	43	add_collaborationgrant
176	Can change collaboration grant	43	change_collaborationgrant
177	Can delete collaboration grant	43	delete_collaborationgrant
178	Can view collaboration grant	43	view_collaborationgrant
179	Can add collaboration history	44	add_collaborationhistory
180	Can change collaboration history	44	change_collaborationhistory
181	Can delete collaboration history	44	delete_collaborationhistory
182	Can view collaboration history	44	view_collaborationhistory
183	Can add first meeting	45	add_firstmeeting
184	Can change first meeting	45	change_firstmeeting
185	Can delete first meeting	45	delete_firstmeeting
186	Can view first meeting	45	view_firstmeeting
187	Can add first meeting history	46	add_firstmeetinghistory
188	Can change first meeting history	46	change_firstmeetinghistory
189	Can delete first meeting history	46	delete_firstmeetinghistory
190	Can view first meeting history	46	view_firstmeetinghistory
191	Can add lineage	47	add_lineage
192	Can change lineage	47	change_lineage
193	Can delete lineage	47	delete_lineage
194	Can view lineage	47	view_lineage
195	Can add move	48	add_statechange
196	Can change move	48	change_statechange
197	Can delete move	48	delete_statechange
198	Can view move	48	view_statechange
199	Can add development plan	49	add_developmentplan
200	Can change development plan	49	change_developmentplan
201	Can delete development plan	49	delete_developmentplan
202	Can view development plan	49	view_developmentplan
203	Can add development plan history	50	add_developmentplanhistory
204	Can change development plan history	50	change_developmentplanhistory
205	Can delete development plan history	50	delete_developmentplanhistory
206	Can view development plan history	50	view_developmentplanhistory
207	Can add document version	51	add_documentversion
208	Can change document version	51	change_documentversion
209	Can delete document version	51	delete_documentversion
210	Can view document version	51	view_documentversion
211	Can add document opening	52	add_documentopening
212	Can change document opening	52	change_documentopening
213	Can delete document opening	52	delete_documentopening
214	Can view document opening	52	view_documentopening
215	Can add document of a group	53	add_groupdocument
216	Can change document of a group	53	change_groupdocument
217	Can delete document of a group	53	delete_groupdocument
218	Can view document of a group	53	view_groupdocument
219	Can add document reader	54	add_documentreader
220	Can change document reader	54	change_documentreader
221	Can delete document reader	54	delete_documentreader
222	Can view document reader	54	view_documentreader
223	Can add group document history	55	add_groupdocumenthistory
224	Can change group document history	55	change_groupdocumenthistory
225	Can delete group document history	55	delete_groupdocumenthistory
226	Can view group document history	55	view_groupdocumenthistory
227	Can add objective	56	add_objective
228	Can change objective	56	change_objective
229	Can delete objective	56	delete_objective
230	Can view objective	56	view_objective
231	Can add objective history	57	add_objectivehistory
232	Can change objective history	57	change_objectivehistory
233	Can delete objective history	57	delete_objectivehistory
234	Can view objective history	57	view_objectivehistory
235	Can add action	58	add_planaction
236	Can change action	58	change_planaction
237	Can delete action	58	delete_planaction
238	Can view action	58	view_planaction
239	Can add plan action history	59	add_planactionhistory
240	Can change plan action history	59	change_planactionhistory
241	Can delete plan action history	59	delete_planactionhistory
242	Can view plan action history	59	view_planactionhistory
243	Can add review	60	add_review
244	Can change review	60	change_review
245	Can delete review	60	delete_review
246	Can view review	60	view_review
247	Can add review history	61	add_reviewhistory
248	Can change review history	61	change_reviewhistory
249	Can delete review history	61	delete_reviewhistory
250	Can view review history	61	view_reviewhistory
251	Can add template of ways of working	62	add_termstemplate
252	Can change template of ways of working	62	change_termstemplate
253	Can delete template of ways of working	62	delete_termstemplate
254	Can view template of ways of working	62	view_termstemplate
255	Can publish a template of ways of working	62	publish_termstemplate
256	Can add terms template history	63	add_termstemplatehistory
257	Can change terms template history	63	change_termstemplatehistory
258	Can delete terms template history	63	delete_termstemplatehistory
259	Can view terms template history	63	view_termstemplatehistory
260	Can add ways of working	64	add_waysofworking
261	Can change ways of working	64	change_waysofworking
262	Can delete ways of working	64	delete_waysofworking
263	Can view ways of working	64	view_waysofworking
264	Can add terms section	65	add_termssection
265	Can change terms section	65	change_termssection
266	Can delete terms section	65	delete_termssection
267	Can view terms section	65	view_termssection
268	Can add ways of working history	66	add_waysofworkinghistory
269	Can change ways of working history	66	change_waysofworkinghistory
270	Can delete ways of working history	66	delete_waysofworkinghistory
271	Can view ways of working history	66	view_waysofworkinghistory
272	Can add load of Ofsted's file	67	add_importrun
273	Can change load of Ofsted's file	67	change_importrun
274	Can delete load of Ofsted's file	67	delete_importrun
275	Can view load of Ofsted's file	67	view_importrun
276	Can load Ofsted's file into the register	67	import_register
277	Can add inspection	68	add_inspection
278	Can change inspection	68	change_inspection
279	Can delete inspection	68	delete_inspection
280	Can view inspection	68	view_inspection
281	Can add inspection history	69	add_inspectionhistory
282	Can change inspection history	69	change_inspectionhistory
283	Can delete inspection history	69	delete_inspectionhistory
284	Can view inspection history	69	view_inspectionhistory
285	Can add leading policy	70	add_leadingpolicy
286	Can change leading policy	70	change_leadingpolicy
287	Can delete leading policy	70	delete_leadingpolicy
288	Can view leading policy	70	view_leadingpolicy
289	Can adopt a version of the leading policy	70	adopt_leadingpolicy
290	Can add leading policy history	71	add_leadingpolicyhistory
291	Can change leading policy history	71	change_leadingpolicyhistory
292	Can delete leading policy history	71	delete_leadingpolicyhistory
293	Can view leading policy history	71	view_leadingpolicyhistory
294	Can add row of a load	72	add_plannedrow
295	Can change row of a load	72	change_plannedrow
296	Can delete row of a load	72	delete_plannedrow
297	Can view row of a load	72	view_plannedrow
298	Can add register name	73	add_registername
299	Can change register name	73	change_registername
300	Can delete register name	73	delete_registername
301	Can view register name	73	view_registername
302	Can add district	74	add_district
303	Can change district	74	change_district
304	Can delete district	74	delete_district
305	Can view district	74	view_district
306	Can add setting	75	add_provider
307	Can change setting	75	change_provider
308	Can delete setting	75	delete_provider
309	Can view setting	75	view_provider
310	Can see a childminder's address	75	view_private_address
311	Can do a setting's own tasks	75	manage_provider
312	Can link a setting to the one it took over from	75	link_provider
313	Can add provider grant	76	add_providergrant
314	Can change provider grant	76	change_providergrant
315	Can delete provider grant	76	delete_providergrant
316	Can view provider grant	76	view_providergrant
317	Can add provider history	77	add_providerhistory
318	Can change provider history	77	change_providerhistory
319	Can delete provider history	77	delete_providerhistory
320	Can view provider history	77	view_providerhistory
321	Can add other number	78	add_provideridentity
322	Can change other number	78	change_provideridentity
323	Can delete other number	78	delete_provideridentity
324	Can view other number	78	view_provideridentity
325	Can add take-over	79	add_successionlink
326	Can change take-over	79	change_successionlink
327	Can delete take-over	79	delete_successionlink
328	Can view take-over	79	view_successionlink
329	Can add succession link history	80	add_successionlinkhistory
330	Can change succession link history	80	change_successionlinkhistory
331	Can delete succession link history	80	delete_successionlinkhistory
332	Can view succession link history	80	view_successionlinkhistory
333	Can add delivery partnership	81	add_deliverypartnership
334	Can change delivery partnership	81	change_deliverypartnership
335	Can delete delivery partnership	81	delete_deliverypartnership
336	Can view delivery partnership	81	view_deliverypartnership
337	Can add delivery partner	82	add_deliverypartner
338	Can change delivery partner	82	change_deliverypartner
339	Can delete delivery partner	82	delete_deliverypartner
340	Can view delivery partner	82	view_deliverypartner
341	Can add delivery partnership history	83	add_deliverypartnershiphistory
342	Can change delivery partnership history	83	change_deliverypartnershiphistory
343	Can delete delivery partnership history	83	delete_deliverypartnershiphistory
344	Can view delivery partnership history	83	view_deliverypartnershiphistory
345	Can add outline of a district	84	add_districtoutline
346	Can change outline of a district	84	change_districtoutline
347	Can delete outline of a district	84	delete_districtoutline
348	Can view outline of a district	84	view_districtoutline
349	Can add consent to be named	85	add_publicconsent
350	Can change consent to be named	85	change_publicconsent
351	Can delete consent to be named	85	delete_publicconsent
352	Can view consent to be named	85	view_publicconsent
353	Can add public consent history	86	add_publicconsenthistory
354	Can change public consent history	86	change_publicconsenthistory
355	Can delete public consent history	86	delete_publicconsenthistory
356	Can view public consent history	86	view_publicconsenthistory
357	Can add staff return period	87	add_returnperiod
358	Can change staff return period	87	change_returnperiod
359	Can delete staff return period	87	delete_returnperiod
360	Can view staff return period	87	view_returnperiod
361	Can add return period history	88	add_returnperiodhistory
362	Can change return period history	88	change_returnperiodhistory
363	Can delete return period history	88	delete_returnperiodhistory
364	Can view return period history	88	view_returnperiodhistory
365	Can add staff return	89	add_staffreturn
366	Can change staff return	89	change_staffreturn
367	Can delete staff return	89	delete_staffreturn
368	Can view staff return	89	view_staffreturn
369	Can add staff return history	90	add_staffreturnhistory
370	Can change staff return history	90	change_staffreturnhistory
371	Can delete staff return history	90	delete_staffreturnhistory
372	Can view staff return history	90	view_staffreturnhistory
373	Can add staff return line	91	add_staffreturnline
374	Can change staff return line	91	change_staffreturnline
375	Can delete staff return line	91	delete_staffreturnline
376	Can view staff return line	91	view_staffreturnline
377	Can add vacancy	92	add_vacancy
378	Can change vacancy	92	change_vacancy
379	Can delete vacancy	92	delete_vacancy
380	Can view vacancy	92	view_vacancy
381	Can add vacancy history	93	add_vacancyhistory
382	Can change vacancy history	93	change_vacancyhistory
383	Can delete vacancy history	93	delete_vacancyhistory
384	Can view vacancy history	93	view_vacancyhistory
385	Can add staff return reminder	94	add_staffreturnreminder
386	Can change staff return reminder	94	change_staffreturnreminder
387	Can delete staff return reminder	94	delete_staffreturnreminder
388	Can view staff return reminder	94	view_staffreturnreminder
389	Can add job	95	add_job
390	Can change job	95	change_job
391	Can delete job	95	delete_job
392	Can view job	95	view_job
393	Can add message to be sent	96	add_outboxmessage
394	Can change message to be sent	96	change_outboxmessage
395	Can delete message to be sent	96	delete_outboxmessage
396	Can view message to be sent	96	view_outboxmessage
397	Can add file	97	add_storedfile
398	Can change file	97	change_storedfile
399	Can delete file	97	delete_storedfile
400	Can view file	97	view_storedfile
401	Can add export	98	add_exportrun
402	Can change export	98	change_exportrun
403	Can delete export	98	delete_exportrun
404	Can view export	98	view_exportrun
405	Can add audit entry	99	add_entry
406	Can change audit entry	99	change_entry
407	Can delete audit entry	99	delete_entry
408	Can view audit entry	99	view_entry
409	Can add seal	100	add_seal
410	Can change seal	100	change_seal
411	Can delete seal	100	delete_seal
412	Can view seal	100	view_seal
413	Can add local authority	101	add_authority
414	Can change local authority	101	change_authority
415	Can delete local authority	101	delete_authority
416	Can view local authority	101	view_authority
417	Can add person	102	add_user
418	Can change person	102	change_user
419	Can delete person	102	delete_user
420	Can view person	102	view_user
421	Can add affiliation	103	add_affiliation
422	Can change affiliation	103	change_affiliation
423	Can delete affiliation	103	delete_affiliation
424	Can view affiliation	103	view_affiliation
425	Can add role	104	add_roleappointment
426	Can change role	104	change_roleappointment
427	Can delete role	104	delete_roleappointment
428	Can view role	104	view_roleappointment
429	Can add role appointment history	105	add_roleappointmenthistory
430	Can change role appointment history	105	change_roleappointmenthistory
431	Can delete role appointment history	105	delete_roleappointmenthistory
432	Can view role appointment history	105	view_roleappointmenthistory
433	Can add task link	106	add_tasklink
434	Can change task link	106	change_tasklink
435	Can delete task link	106	delete_tasklink
436	Can view task link	106	view_tasklink
437	Can add log entry	107	add_logentry
438	Can change log entry	107	change_logentry
439	Can delete log entry	107	delete_logentry
440	Can view log entry	107	view_logentry
441	Can add permission	108	add_permission
442	Can change permission	108	change_permission
443	Can delete permission	108	delete_permission
444	Can view permission	108	view_permission
445	Can add group	109	add_group
446	Can change group	109	change_group
447	Can delete group	109	delete_group
448	Can view group	109	view_group
449	Can add content type	110	add_contenttype
450	Can change content type	110	change_contenttype
451	Can delete content type	110	delete_contenttype
452	Can view content type	110	view_contenttype
453	Can add session	111	add_session
454	Can change session	111	change_session
455	Can delete session	111	delete_session
456	Can view session	111	view_session
457	Can add email address	112	add_emailaddress
458	Can change email address	112	change_emailaddress
459	Can delete email address	112	delete_emailaddress
460	Can view email address	112	view_emailaddress
461	Can add email confirmation	113	add_emailconfirmation
462	Can change email confirmation	113	change_emailconfirmation
463	Can delete email confirmation	113	delete_emailconfirmation
464	Can view email confirmation	113	view_emailconfirmation
465	Can add authenticator	114	add_authenticator
466	Can change authenticator	114	change_authenticator
467	Can delete authenticator	114	delete_authenticator
468	Can view authenticator	114	view_authenticator
469	Can add social account	115	add_socialaccount
470	Can change social account	115	change_socialaccount
471	Can delete social account	115	delete_socialaccount
472	Can view social account	115	view_socialaccount
473	Can add social application	116	add_socialapp
474	Can change social application	116	change_socialapp
475	Can delete social application	116	delete_socialapp
476	Can view social application	116	view_socialapp
477	Can add social application token	117	add_socialtoken
478	Can change social application token	117	change_socialtoken
479	Can delete social application token	117	delete_socialtoken
480	Can view social application token	117	view_socialtoken
481	Can add group object permission	118	add_groupobjectpermission
482	Can change group object permission	118	change_groupobjectpermission
483	Can delete group object permission	118	delete_groupobjectpermission
484	Can view group object permission	118	view_groupobjectpermission
485	Can add user object permission	119	add_userobjectpermission
486	Can change user object permission	119	change_userobjectpermission
487	Can delete user object permission	119	delete_userobjectpermission
488	Can view user object permission	119	view_userobjectpermission
489	Can add context	120	add_context
490	Can change context	120	change_context
491	Can delete context	120	delete_context
492	Can view context	120	view_context
493	Can add events	121	add_events
494	Can change events	121	change_events
495	Can delete events	121	delete_events
496	Can view events	121	view_events
497	Can add middleware events	122	add_middlewareevents
498	Can change middleware events	122	change_middlewareevents
499	Can delete middleware events	122	delete_middlewareevents
500	Can view middleware events	122	view_middlewareevents
\.


--
-- Data for Name: collaborations_collaboration; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_collaboration (id, name, kind, state, is_virtual, purpose, started_on, closed_on, authority_id, district_id, asked_by, enquiry, terms_adopted_on) FROM stdin;
\.


--
-- Data for Name: collaborations_collaboration_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_collaboration_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, name, kind, state, is_virtual, purpose, started_on, closed_on, authority_id, district_id, pgh_obj_id, asked_by, enquiry, terms_adopted_on) FROM stdin;
\.


--
-- Data for Name: collaborations_collaborationgrant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_collaborationgrant (id, starts_on, ends_on, is_exceptional, authority_id, content_object_id, permission_id, user_id) FROM stdin;
\.


--
-- Data for Name: collaborations_developmentplan; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_developmentplan (id, title, starts_on, ends_on, state, evaluation, authority_id, collaboration_id) FROM stdin;
\.


--
-- Data for Name: collaborations_developmentplan_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_developmentplan_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, title, starts_on, ends_on, state, evaluation, authority_id, collaboration_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: collaborations_documentopening; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_documentopening (id, at, authority_id, user_id, version_id) FROM stdin;
\.


--
-- Data for Name: collaborations_documentreader; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_documentreader (id, starts_on, ends_on, authority_id, user_id, document_id) FROM stdin;
\.


--
-- Data for Name: collaborations_documentversion; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_documentversion (id, number, added_at, added_by_id, authority_id, file_id, document_id) FROM stdin;
\.


--
-- Data for Name: collaborations_firstmeeting; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_firstmeeting (id, held_on, place, notes, authority_id, collaboration_id, facilitated_by_id) FROM stdin;
\.


--
-- Data for Name: collaborations_firstmeeting_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_firstmeeting_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, held_on, place, notes, authority_id, collaboration_id, facilitated_by_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: collaborations_groupdocument; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_groupdocument (id, title, audience, copyright_note, review_on, removed_at, authority_id, collaboration_id, owner_id) FROM stdin;
\.


--
-- Data for Name: collaborations_groupdocument_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_groupdocument_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, title, audience, copyright_note, review_on, removed_at, authority_id, collaboration_id, owner_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: collaborations_lineage; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_lineage (id, "on", authority_id, earlier_id, later_id) FROM stdin;
\.


--
-- Data for Name: collaborations_objective; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_objective (id, "position", aim, data_behind, success_measure, evaluation, authority_id, plan_id) FROM stdin;
\.


--
-- Data for Name: collaborations_objective_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_objective_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, "position", aim, data_behind, success_measure, evaluation, authority_id, pgh_obj_id, plan_id) FROM stdin;
\.


--
-- Data for Name: collaborations_planaction; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_planaction (id, what, due_on, cost_pence, done_on, authority_id, objective_id, owner_id) FROM stdin;
\.


--
-- Data for Name: collaborations_planaction_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_planaction_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, what, due_on, cost_pence, done_on, authority_id, objective_id, owner_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: collaborations_review; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_review (id, clock, due_on, opened_at, done_on, words, authority_id, collaboration_id, done_by_id) FROM stdin;
\.


--
-- Data for Name: collaborations_review_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_review_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, clock, due_on, opened_at, done_on, words, authority_id, collaboration_id, done_by_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: collaborations_statechange; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_statechange (id, from_state, to_state, "on", words, at, authority_id, by_id, collaboration_id) FROM stdin;
\.


--
-- Data for Name: collaborations_termssection; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_termssection (id, key, "position", title, is_used, texts, "values", edition, edited_at, authority_id, edited_by_id, ways_id) FROM stdin;
\.


--
-- Data for Name: collaborations_termstemplate; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_termstemplate (id, version, state, in_force_from, note, texts, "values", published_at, authority_id, published_by_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: collaborations_termstemplate_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_termstemplate_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, version, state, in_force_from, note, texts, "values", published_at, authority_id, pgh_obj_id, published_by_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: collaborations_waysofworking; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_waysofworking (id, version, state, is_material, change_words, started_at, circulated_at, answer_by_on, adopted_on, decision, superseded_on, record, adopted_by_id, authority_id, before_id, circulated_by_id, collaboration_id, document_id, started_by_id, template_id) FROM stdin;
\.


--
-- Data for Name: collaborations_waysofworking_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.collaborations_waysofworking_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, version, state, is_material, change_words, started_at, circulated_at, answer_by_on, adopted_on, decision, superseded_on, record, adopted_by_id, authority_id, before_id, circulated_by_id, collaboration_id, document_id, pgh_obj_id, started_by_id, template_id) FROM stdin;
\.


--
-- Data for Name: django_admin_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_admin_log (id, action_time, object_id, object_repr, action_flag, change_message, content_type_id, user_id) FROM stdin;
\.


--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_content_type (id, app_label, model) FROM stdin;
1	leadership	leadershipcase
2	leadership	casegrant
3	leadership	leadershipcasehistory
4	leadership	sweep
5	leadership	unpublishedoutcome
6	leadership	referral
7	leadership	referralhistory
8	leadership	supportrequest
9	leadership	supportrequesthistory
10	memberships	leaderappointment
11	memberships	membership
12	memberships	leaderappointmenthistory
13	memberships	membershiphistory
14	memberships	settingrole
15	memberships	settingrolehistory
16	memberships	application
17	memberships	applicationhistory
18	memberships	conductconcern
19	memberships	conductconcernhistory
20	memberships	conductstep
21	memberships	handover
22	memberships	handoverhistory
23	memberships	invitation
24	memberships	invitationhistory
25	memberships	message
26	memberships	messagecopy
27	memberships	officeholder
28	memberships	officeholderhistory
29	memberships	reorganisation
30	memberships	plannedsuccessor
31	memberships	plannedmember
32	memberships	reorganisationhistory
33	memberships	reorganisationsource
34	memberships	sheetimport
35	memberships	sheetline
36	memberships	stafftold
37	memberships	plannedleader
38	memberships	termsanswer
39	memberships	termsanswerhistory
40	memberships	termsreminder
41	memberships	termsreply
42	collaborations	collaboration
43	collaborations	collaborationgrant
44	collaborations	collaborationhistory
45	collaborations	firstmeeting
46	collaborations	firstmeetinghistory
47	collaborations	lineage
48	collaborations	statechange
49	collaborations	developmentplan
50	collaborations	developmentplanhistory
51	collaborations	documentversion
52	collaborations	documentopening
53	collaborations	groupdocument
54	collaborations	documentreader
55	collaborations	groupdocumenthistory
56	collaborations	objective
57	collaborations	objectivehistory
58	collaborations	planaction
59	collaborations	planactionhistory
60	collaborations	review
61	collaborations	reviewhistory
62	collaborations	termstemplate
63	collaborations	termstemplatehistory
64	collaborations	waysofworking
65	collaborations	termssection
66	collaborations	waysofworkinghistory
67	ofsted	importrun
68	ofsted	inspection
69	ofsted	inspectionhistory
70	ofsted	leadingpolicy
71	ofsted	leadingpolicyhistory
72	ofsted	plannedrow
73	ofsted	registername
74	providers	district
75	providers	provider
76	providers	providergrant
77	providers	providerhistory
78	providers	provideridentity
79	providers	successionlink
80	providers	successionlinkhistory
81	providers	deliverypartnership
82	providers	deliverypartner
83	providers	deliverypartnershiphistory
84	providers	districtoutline
85	providers	publicconsent
86	providers	publicconsenthistory
87	providers	returnperiod
88	providers	returnperiodhistory
89	providers	staffreturn
90	providers	staffreturnhistory
91	providers	staffreturnline
92	providers	vacancy
93	providers	vacancyhistory
94	providers	staffreturnreminder
95	documents	job
96	documents	outboxmessage
97	documents	storedfile
98	documents	exportrun
99	audit	entry
100	audit	seal
101	accounts	authority
102	accounts	user
103	accounts	affiliation
104	accounts	roleappointment
105	accounts	roleappointmenthistory
106	accounts	tasklink
107	admin	logentry
108	auth	permission
109	auth	group
110	contenttypes	contenttype
111	sessions	session
112	account	emailaddress
113	account	emailconfirmation
114	mfa	authenticator
115	socialaccount	socialaccount
116	socialaccount	socialapp
117	socialaccount	socialtoken
118	guardian	groupobjectpermission
119	guardian	userobjectpermission
120	pghistory	context
121	pghistory	events
122	pghistory	middlewareevents
\.


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_migrations (id, app, name, applied) FROM stdin;
1	contenttypes	0001_initial	2026-11-29 15:47:21.2888+00
2	contenttypes	0002_remove_content_type_name	2026-11-29 15:47:21.343441+00
3	auth	0001_initial	2026-11-29 15:47:21.470958+00
4	auth	0002_alter_permission_name_max_length	2026-11-29 15:47:21.507208+00
5	auth	0003_alter_user_email_max_length	2026-11-29 15:47:21.510383+00
6	auth	0004_alter_user_username_opts	2026-11-29 15:47:21.579706+00
7	auth	0005_alter_user_last_login_null	2026-11-29 15:47:21.614083+00
8	auth	0006_require_contenttypes_0002	2026-11-29 15:47:21.66861+00
9	auth	0007_alter_validators_add_error_messages	2026-11-29 15:47:21.686371+00
10	auth	0008_alter_user_username_max_length	2026-11-29 15:47:21.72609+00
11	auth	0009_alter_user_last_name_max_length	2026-11-29 15:47:21.777894+00
12	auth	0010_alter_group_name_max_length	2026-11-29 15:47:21.840351+00
13	auth	0011_update_proxy_permissions	2026-11-29 15:47:21.866135+00
14	auth	0012_alter_user_first_name_max_length	2026-11-29 15:47:21.908856+00
15	accounts	0001_first_tables	2026-11-29 15:47:22.163228+00
16	account	0001_initial	2026-11-29 15:47:22.178764+00
17	account	0002_email_max_length	2026-11-29 15:47:22.183953+00
18	account	0003_alter_emailaddress_create_unique_verified_email	2026-11-29 15:47:22.192529+00
19	account	0004_alter_emailaddress_drop_unique_email	2026-11-29 15:47:22.199898+00
20	account	0005_emailaddress_idx_upper_email	2026-11-29 15:47:22.297238+00
21	account	0006_emailaddress_lower	2026-11-29 15:47:23.429234+00
22	account	0007_emailaddress_idx_email	2026-11-29 15:47:23.628578+00
23	account	0008_emailaddress_unique_primary_email_fixup	2026-11-29 15:47:23.721431+00
24	account	0009_emailaddress_unique_primary_email	2026-11-29 15:47:23.859812+00
25	accounts	0002_walls	2026-11-29 15:47:23.95965+00
26	accounts	0003_single_task_links	2026-11-29 15:47:24.198341+00
27	accounts	0004_walls_of_links	2026-11-29 15:47:24.229077+00
28	admin	0001_initial	2026-11-29 15:47:24.437269+00
29	admin	0002_logentry_remove_auto_add	2026-11-29 15:47:24.498543+00
30	admin	0003_logentry_add_action_flag_choices	2026-11-29 15:47:24.641183+00
31	audit	0001_first_tables	2026-11-29 15:47:25.157653+00
32	audit	0002_walls	2026-11-29 15:47:25.204468+00
33	providers	0001_first_tables	2026-11-29 15:47:26.698816+00
34	providers	0002_walls	2026-11-29 15:47:26.763788+00
35	documents	0001_first_tables	2026-11-29 15:47:27.235123+00
36	documents	0002_walls	2026-11-29 15:47:27.310134+00
37	providers	0003_lean_register	2026-11-29 15:47:28.20797+00
38	providers	0004_unlisted_settings	2026-11-29 15:47:28.371493+00
39	providers	0005_returns_and_offers	2026-11-29 15:47:37.386162+00
40	providers	0006_walls_of_returns_and_offers	2026-11-29 15:47:37.511298+00
41	providers	0007_staff_return_reminders	2026-11-29 15:47:37.70656+00
42	providers	0008_wall_of_staff_return_reminders	2026-11-29 15:47:37.719899+00
43	collaborations	0001_first_tables	2026-11-29 15:47:38.516322+00
44	collaborations	0002_walls	2026-11-29 15:47:38.547173+00
45	collaborations	0003_life	2026-11-29 15:47:49.673283+00
46	collaborations	0004_walls_of_life	2026-11-29 15:47:49.859299+00
47	collaborations	0005_first_moves	2026-11-29 15:47:49.896006+00
48	collaborations	0006_ways_of_working	2026-11-29 15:48:16.728762+00
49	collaborations	0007_walls_of_ways_of_working	2026-11-29 15:48:17.023277+00
50	collaborations	0008_what_may_be_blank_of_ways_of_working	2026-11-29 15:48:25.056183+00
51	guardian	0001_initial	2026-11-29 15:48:27.342475+00
52	guardian	0002_generic_permissions_index	2026-11-29 15:48:27.693246+00
53	guardian	0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more	2026-11-29 15:48:28.025375+00
54	ofsted	0001_first_tables	2026-11-29 15:48:43.415403+00
55	ofsted	0002_walls	2026-11-29 15:48:44.333912+00
56	memberships	0001_first_tables	2026-11-29 15:49:00.263268+00
57	memberships	0002_walls	2026-11-29 15:49:00.503319+00
58	leadership	0001_first_tables	2026-11-29 15:49:10.426455+00
59	leadership	0002_walls	2026-11-29 15:49:10.454646+00
60	leadership	0003_newest_cases	2026-11-29 15:49:12.352741+00
61	leadership	0004_support	2026-11-29 15:49:29.999244+00
62	leadership	0005_walls_of_support	2026-11-29 15:49:30.147383+00
63	memberships	0003_joining_leaving_and_plans	2026-11-29 15:50:28.093758+00
64	memberships	0004_walls_of_joining_leaving_and_plans	2026-11-29 15:50:29.067424+00
65	memberships	0005_planned_leaders	2026-11-29 15:50:35.174342+00
66	memberships	0006_walls_of_planned_leaders	2026-11-29 15:50:35.299354+00
67	memberships	0007_invitations_vouched_for	2026-11-29 15:50:44.287362+00
68	memberships	0008_agreement_to_terms	2026-11-29 15:51:01.189744+00
69	memberships	0009_walls_of_agreement_to_terms	2026-11-29 15:51:01.324142+00
70	mfa	0001_initial	2026-11-29 15:51:05.935385+00
71	mfa	0002_authenticator_timestamps	2026-11-29 15:51:07.79137+00
72	mfa	0003_authenticator_type_uniq	2026-11-29 15:51:09.915465+00
73	ofsted	0003_lean_loads	2026-11-29 15:51:16.469587+00
74	pghistory	0001_initial	2026-11-29 15:51:16.535406+00
75	pghistory	0002_aggregateevent	2026-11-29 15:51:16.540779+00
76	pghistory	0003_auto_20201023_1636	2026-11-29 15:51:16.568789+00
77	pghistory	0004_auto_20220906_1625	2026-11-29 15:51:17.119329+00
78	pghistory	0005_events_middlewareevents	2026-11-29 15:51:17.151694+00
79	pghistory	0006_delete_aggregateevent	2026-11-29 15:51:17.157364+00
80	pghistory	0007_auto_20250421_0444	2026-11-29 15:51:17.75542+00
81	sessions	0001_initial	2026-11-29 15:51:17.790533+00
82	socialaccount	0001_initial	2026-11-29 15:51:20.782408+00
83	socialaccount	0002_token_max_lengths	2026-11-29 15:51:21.392199+00
84	socialaccount	0003_extra_data_default_dict	2026-11-29 15:51:21.796405+00
85	socialaccount	0004_app_provider_id_settings	2026-11-29 15:51:22.351662+00
86	socialaccount	0005_socialtoken_nullable_app	2026-11-29 15:51:22.938845+00
87	socialaccount	0006_alter_socialaccount_extra_data	2026-11-29 15:51:24.655355+00
\.


--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_session (session_key, session_data, expire_date) FROM stdin;
\.


--
-- Data for Name: documents_exportrun; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_exportrun (id, identifier, title, format, filters, requested_at, authority_id, requested_by_id, job_id, file_id) FROM stdin;
\.


--
-- Data for Name: documents_job; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_job (id, kind, title, state, done, total, message, log, result, url, created_at, started_at, ended_at, authority_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: documents_outboxmessage; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_outboxmessage (id, authority_id, task, ids, created_at, sent_at) FROM stdin;
\.


--
-- Data for Name: documents_storedfile; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.documents_storedfile (id, name, content_type, size, sha256, storage_key, purpose, fingerprint, uploaded_at, authority_id, uploaded_by_id) FROM stdin;
\.


--
-- Data for Name: guardian_groupobjectpermission; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.guardian_groupobjectpermission (id, object_pk, content_type_id, group_id, permission_id) FROM stdin;
\.


--
-- Data for Name: guardian_userobjectpermission; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.guardian_userobjectpermission (id, object_pk, content_type_id, permission_id, user_id) FROM stdin;
\.


--
-- Data for Name: leadership_casegrant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_casegrant (id, starts_on, ends_on, is_exceptional, authority_id, permission_id, user_id, content_object_id) FROM stdin;
\.


--
-- Data for Name: leadership_leadershipcase; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_leadershipcase (id, ground, reason, opened_at, nothing_found_since, closed_at, outcome, outcome_words, appointment_id, assigned_to_id, authority_id, closed_by_id, inspection_id, policy_id) FROM stdin;
\.


--
-- Data for Name: leadership_leadershipcase_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_leadershipcase_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, ground, reason, opened_at, nothing_found_since, closed_at, outcome, outcome_words, appointment_id, assigned_to_id, authority_id, closed_by_id, inspection_id, pgh_obj_id, policy_id) FROM stdin;
\.


--
-- Data for Name: leadership_referral; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_referral (id, words, state, outcome_words, referred_at, ended_on, authority_id, collaboration_id, provider_id, referred_by_id) FROM stdin;
\.


--
-- Data for Name: leadership_referral_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_referral_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, words, state, outcome_words, referred_at, ended_on, authority_id, collaboration_id, pgh_obj_id, provider_id, referred_by_id) FROM stdin;
\.


--
-- Data for Name: leadership_supportrequest; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_supportrequest (id, kind, wanted_on, place, words, state, asked_at, answered_at, answer, answered_by_id, asked_by_id, authority_id, collaboration_id, officer_id) FROM stdin;
\.


--
-- Data for Name: leadership_supportrequest_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_supportrequest_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, kind, wanted_on, place, words, state, asked_at, answered_at, answer, answered_by_id, asked_by_id, authority_id, collaboration_id, officer_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: leadership_sweep; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_sweep (id, slot, at, leaders, opened, authority_id) FROM stdin;
\.


--
-- Data for Name: leadership_unpublishedoutcome; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leadership_unpublishedoutcome (id, inspected_on, outcome, recorded_at, published_on, report_url, authority_id, case_id, recorded_by_id) FROM stdin;
\.


--
-- Data for Name: memberships_application; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_application (id, words, state, applied_at, decided_on, decision, applied_by_id, authority_id, collaboration_id, decided_by_id, membership_id, provider_id) FROM stdin;
\.


--
-- Data for Name: memberships_application_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_application_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, words, state, applied_at, decided_on, decision, applied_by_id, authority_id, collaboration_id, decided_by_id, membership_id, pgh_obj_id, provider_id) FROM stdin;
\.


--
-- Data for Name: memberships_conductconcern; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_conductconcern (id, raised_at, words, state, decision, about_id, authority_id, collaboration_id, raised_by_id) FROM stdin;
\.


--
-- Data for Name: memberships_conductconcern_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_conductconcern_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, raised_at, words, state, decision, about_id, authority_id, collaboration_id, pgh_obj_id, raised_by_id) FROM stdin;
\.


--
-- Data for Name: memberships_conductstep; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_conductstep (id, to_state, "on", words, at, authority_id, by_id, concern_id) FROM stdin;
\.


--
-- Data for Name: memberships_handover; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_handover (id, kind, what, done_on, authority_id, done_by_id, membership_id, taken_by_id) FROM stdin;
\.


--
-- Data for Name: memberships_handover_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_handover_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, kind, what, done_on, authority_id, done_by_id, membership_id, pgh_obj_id, taken_by_id) FROM stdin;
\.


--
-- Data for Name: memberships_invitation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_invitation (id, email, full_name, words, decision, decided_on, state, sent_at, answered_at, authority_id, collaboration_id, membership_id, provider_id, sent_by_id, is_vouched_for) FROM stdin;
\.


--
-- Data for Name: memberships_invitation_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_invitation_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, email, full_name, words, decision, decided_on, state, sent_at, answered_at, authority_id, collaboration_id, membership_id, pgh_obj_id, provider_id, sent_by_id, is_vouched_for) FROM stdin;
\.


--
-- Data for Name: memberships_leaderappointment; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_leaderappointment (id, manner, starts_on, ends_on, may_lead_because, officer_decided, authority_id, user_id, membership_id, members_decision) FROM stdin;
\.


--
-- Data for Name: memberships_leaderappointment_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_leaderappointment_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, manner, starts_on, ends_on, may_lead_because, officer_decided, authority_id, pgh_obj_id, user_id, membership_id, members_decision) FROM stdin;
\.


--
-- Data for Name: memberships_membership; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_membership (id, joined_on, left_on, leaving_reason, authority_id, collaboration_id, provider_id, at_risk_since, continues_id, meetings_attended, meetings_held) FROM stdin;
\.


--
-- Data for Name: memberships_membership_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_membership_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, joined_on, left_on, leaving_reason, authority_id, collaboration_id, pgh_obj_id, provider_id, at_risk_since, continues_id, meetings_attended, meetings_held) FROM stdin;
\.


--
-- Data for Name: memberships_message; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_message (id, subject, text, audience, about, sent_at, authority_id, job_id, sent_by_id) FROM stdin;
\.


--
-- Data for Name: memberships_messagecopy; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_messagecopy (id, sent_at, authority_id, message_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_officeholder; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_officeholder (id, office, starts_on, ends_on, decision, authority_id, membership_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_officeholder_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_officeholder_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, office, starts_on, ends_on, decision, authority_id, membership_id, pgh_obj_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_plannedleader; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_plannedleader (id, manner, ends_on, officers_decision, authority_id, member_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_plannedmember; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_plannedmember (id, leaves, authority_id, membership_id, successor_id, plan_id) FROM stdin;
\.


--
-- Data for Name: memberships_plannedsuccessor; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_plannedsuccessor (id, name, authority_id, collaboration_id, district_id, plan_id) FROM stdin;
\.


--
-- Data for Name: memberships_reorganisation; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_reorganisation (id, kind, state, reason, takes_effect_on, met_leaders_on, met_words, records_holder, balance_words, copies_ways_of_working, started_at, done_at, version, authority_id, done_by_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: memberships_reorganisation_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_reorganisation_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, kind, state, reason, takes_effect_on, met_leaders_on, met_words, records_holder, balance_words, copies_ways_of_working, started_at, done_at, version, authority_id, done_by_id, pgh_obj_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: memberships_reorganisationsource; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_reorganisationsource (id, state_before, is_open, authority_id, collaboration_id, plan_id) FROM stdin;
\.


--
-- Data for Name: memberships_settingrole; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_settingrole (id, role, starts_on, ends_on, authority_id, provider_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_settingrole_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_settingrole_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, role, starts_on, ends_on, authority_id, pgh_obj_id, provider_id, user_id) FROM stdin;
\.


--
-- Data for Name: memberships_sheetimport; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_sheetimport (id, file_name, state, counts, digest, problem, started_at, loaded_at, authority_id, file_id, job_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: memberships_sheetline; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_sheetline (id, number, kind, result, "values", remarks, authority_id, sheet_id) FROM stdin;
\.


--
-- Data for Name: memberships_stafftold; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_stafftold (id, confirmed_on, how, authority_id, confirmed_by_id, membership_id) FROM stdin;
\.


--
-- Data for Name: memberships_termsanswer; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_termsanswer (id, answer, words, answered_at, answered_by_id, authority_id, membership_id, ways_id) FROM stdin;
\.


--
-- Data for Name: memberships_termsanswer_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_termsanswer_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, answer, words, answered_at, answered_by_id, authority_id, membership_id, pgh_obj_id, ways_id) FROM stdin;
\.


--
-- Data for Name: memberships_termsreminder; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_termsreminder (id, sent_on, authority_id, membership_id, sent_by_id, ways_id) FROM stdin;
\.


--
-- Data for Name: memberships_termsreply; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memberships_termsreply (id, words, at, answer_id, authority_id, by_id) FROM stdin;
\.


--
-- Data for Name: mfa_authenticator; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.mfa_authenticator (id, type, data, user_id, created_at, last_used_at) FROM stdin;
\.


--
-- Data for Name: ofsted_importrun; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_importrun (id, file_name, file_sha256, layout, listed_on, state, counts, others, plan_digest, problem, started_at, loaded_at, authority_id, file_id, job_id, loaded_by_id, started_by_id) FROM stdin;
\.


--
-- Data for Name: ofsted_inspection; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_inspection (id, regime, inspection_number, inspected_on, published_on, visit_type, is_graded, overall, quality_of_education, behaviour_and_attitudes, personal_development, leadership_and_management, safeguarding_effective, rc_safeguarding, rc_inclusion, rc_curriculum_and_teaching, rc_achievement, rc_behaviour, rc_welfare, rc_leadership_and_governance, met, authority_id, provider_id) FROM stdin;
\.


--
-- Data for Name: ofsted_inspection_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_inspection_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, regime, inspection_number, inspected_on, published_on, visit_type, is_graded, overall, quality_of_education, behaviour_and_attitudes, personal_development, leadership_and_management, safeguarding_effective, rc_safeguarding, rc_inclusion, rc_curriculum_and_teaching, rc_achievement, rc_behaviour, rc_welfare, rc_leadership_and_governance, met, authority_id, pgh_obj_id, provider_id) FROM stdin;
\.


--
-- Data for Name: ofsted_leadingpolicy; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_leadingpolicy (id, version, state, cells, note, starts_on, adopted_at, edits, adopted_by_id, authority_id) FROM stdin;
\.


--
-- Data for Name: ofsted_leadingpolicy_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_leadingpolicy_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, version, state, cells, note, starts_on, adopted_at, edits, adopted_by_id, authority_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: ofsted_plannedrow; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_plannedrow (id, kind, line, urn, name, differences, "column", value, reason, authority_id, run_id) FROM stdin;
\.


--
-- Data for Name: ofsted_registername; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ofsted_registername (id, name, authority_id) FROM stdin;
\.


--
-- Data for Name: pghistory_context; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.pghistory_context (id, created_at, updated_at, metadata) FROM stdin;
\.


--
-- Data for Name: providers_deliverypartner; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_deliverypartner (id, hours, authority_id, provider_id, partnership_id) FROM stdin;
\.


--
-- Data for Name: providers_deliverypartnership; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_deliverypartnership (id, model, lead_hours, transport, lead_contact, terms_reference, starts_on, ends_on, authority_id, lead_id) FROM stdin;
\.


--
-- Data for Name: providers_deliverypartnership_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_deliverypartnership_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, model, lead_hours, transport, lead_contact, terms_reference, starts_on, ends_on, authority_id, lead_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: providers_district; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_district (id, name, authority_id) FROM stdin;
\.


--
-- Data for Name: providers_districtoutline; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_districtoutline (id, rings, attribution, authority_id, district_id) FROM stdin;
\.


--
-- Data for Name: providers_provider; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_provider (id, urn, name, provider_type, provider_subtype, register_combination, on_early_years_register, on_compulsory_register, on_voluntary_register, registered_on, registered_person_urn, registered_person_name, address_line_1, address_line_2, address_line_3, town, postcode, telephone, constituency, region, deprivation_band, places, places_including_estimates, search_text, first_listed_on, last_listed_on, unlisted_since, agency_id, authority_id, district_id, file_row_hash) FROM stdin;
\.


--
-- Data for Name: providers_provider_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_provider_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, urn, name, provider_type, provider_subtype, register_combination, on_early_years_register, on_compulsory_register, on_voluntary_register, registered_on, registered_person_urn, registered_person_name, address_line_1, address_line_2, address_line_3, town, postcode, telephone, constituency, region, deprivation_band, places, places_including_estimates, first_listed_on, unlisted_since, agency_id, authority_id, district_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: providers_providergrant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_providergrant (id, starts_on, ends_on, is_exceptional, authority_id, content_object_id, permission_id, user_id) FROM stdin;
\.


--
-- Data for Name: providers_provideridentity; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_provideridentity (id, scheme, value, authority_id, provider_id) FROM stdin;
\.


--
-- Data for Name: providers_publicconsent; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_publicconsent (id, given_on, withdrawn_on, authority_id, given_by_id, provider_id) FROM stdin;
\.


--
-- Data for Name: providers_publicconsent_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_publicconsent_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, given_on, withdrawn_on, authority_id, given_by_id, pgh_obj_id, provider_id) FROM stdin;
\.


--
-- Data for Name: providers_returnperiod; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_returnperiod (id, name, count_date, opens_on, due_on, definition, childminder_definition, asks_detail, authority_id) FROM stdin;
\.


--
-- Data for Name: providers_returnperiod_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_returnperiod_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, name, count_date, opens_on, due_on, definition, childminder_definition, asks_detail, authority_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: providers_staffreturn; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_staffreturn (id, staff, is_unchanged, note, certified_at, authority_id, certified_by_id, period_id, provider_id) FROM stdin;
\.


--
-- Data for Name: providers_staffreturn_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_staffreturn_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, staff, is_unchanged, note, certified_at, authority_id, certified_by_id, period_id, pgh_obj_id, provider_id) FROM stdin;
\.


--
-- Data for Name: providers_staffreturnline; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_staffreturnline (id, hours_a_week, role, qualification_level, authority_id, staff_return_id) FROM stdin;
\.


--
-- Data for Name: providers_staffreturnreminder; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_staffreturnreminder (id, sent_on, authority_id, period_id, provider_id, sent_by_id) FROM stdin;
\.


--
-- Data for Name: providers_successionlink; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_successionlink (id, "on", reason, authority_id, linked_by_id, new_id, old_id) FROM stdin;
\.


--
-- Data for Name: providers_successionlink_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_successionlink_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, "on", reason, authority_id, linked_by_id, new_id, old_id, pgh_obj_id) FROM stdin;
\.


--
-- Data for Name: providers_vacancy; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_vacancy (id, age_band, session, places, from_on, note, confirmed_on, authority_id, confirmed_by_id, provider_id) FROM stdin;
\.


--
-- Data for Name: providers_vacancy_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.providers_vacancy_history (pgh_id, pgh_created_at, pgh_label, pgh_context, id, age_band, session, places, from_on, note, confirmed_on, authority_id, confirmed_by_id, pgh_obj_id, provider_id) FROM stdin;
\.


--
-- Data for Name: socialaccount_socialaccount; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.socialaccount_socialaccount (id, provider, uid, last_login, date_joined, extra_data, user_id) FROM stdin;
\.


--
-- Data for Name: socialaccount_socialapp; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.socialaccount_socialapp (id, provider, name, client_id, secret, key, provider_id, settings) FROM stdin;
\.


--
-- Data for Name: socialaccount_socialtoken; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.socialaccount_socialtoken (id, token, token_secret, expires_at, account_id, app_id) FROM stdin;
\.


--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


--
-- Name: accounts_affiliation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_affiliation_id_seq', 1, false);


--
-- Name: accounts_authority_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_authority_id_seq', 1, false);


--
-- Name: accounts_roleappointment_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_roleappointment_history_pgh_id_seq', 1, false);


--
-- Name: accounts_roleappointment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_roleappointment_id_seq', 1, false);


--
-- Name: accounts_tasklink_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_tasklink_id_seq', 1, false);


--
-- Name: accounts_user_groups_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_user_groups_id_seq', 1, false);


--
-- Name: accounts_user_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_user_id_seq', 1, false);


--
-- Name: accounts_user_user_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_user_user_permissions_id_seq', 1, false);


--
-- Name: audit_entry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audit_entry_id_seq', 1, false);


--
-- Name: audit_seal_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audit_seal_id_seq', 1, false);


--
-- Name: auth_group_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_permission_id_seq', 500, true);


--
-- Name: collaborations_collaboration_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_collaboration_history_pgh_id_seq', 1, false);


--
-- Name: collaborations_collaboration_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_collaboration_id_seq', 1, false);


--
-- Name: collaborations_collaborationgrant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_collaborationgrant_id_seq', 1, false);


--
-- Name: collaborations_developmentplan_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_developmentplan_history_pgh_id_seq', 1, false);


--
-- Name: collaborations_developmentplan_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_developmentplan_id_seq', 1, false);


--
-- Name: collaborations_documentopening_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_documentopening_id_seq', 1, false);


--
-- Name: collaborations_documentreader_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_documentreader_id_seq', 1, false);


--
-- Name: collaborations_documentversion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_documentversion_id_seq', 1, false);


--
-- Name: collaborations_firstmeeting_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_firstmeeting_history_pgh_id_seq', 1, false);


--
-- Name: collaborations_firstmeeting_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_firstmeeting_id_seq', 1, false);


--
-- Name: collaborations_groupdocument_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_groupdocument_history_pgh_id_seq', 1, false);


--
-- Name: collaborations_groupdocument_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_groupdocument_id_seq', 1, false);


--
-- Name: collaborations_lineage_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_lineage_id_seq', 1, false);


--
-- Name: collaborations_objective_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_objective_history_pgh_id_seq', 1, false);


--
-- Name: collaborations_objective_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_objective_id_seq', 1, false);


--
-- Name: collaborations_planaction_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_planaction_history_pgh_id_seq', 1, false);


--
-- Name: collaborations_planaction_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_planaction_id_seq', 1, false);


--
-- Name: collaborations_review_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_review_history_pgh_id_seq', 1, false);


--
-- Name: collaborations_review_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_review_id_seq', 1, false);


--
-- Name: collaborations_statechange_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_statechange_id_seq', 1, false);


--
-- Name: collaborations_termssection_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_termssection_id_seq', 1, false);


--
-- Name: collaborations_termstemplate_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_termstemplate_history_pgh_id_seq', 1, false);


--
-- Name: collaborations_termstemplate_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_termstemplate_id_seq', 1, false);


--
-- Name: collaborations_waysofworking_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_waysofworking_history_pgh_id_seq', 1, false);


--
-- Name: collaborations_waysofworking_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.collaborations_waysofworking_id_seq', 1, false);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 122, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 87, true);


--
-- Name: documents_exportrun_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_exportrun_id_seq', 1, false);


--
-- Name: documents_job_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_job_id_seq', 1, false);


--
-- Name: documents_outboxmessage_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_outboxmessage_id_seq', 1, false);


--
-- Name: documents_storedfile_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.documents_storedfile_id_seq', 1, false);


--
-- Name: guardian_groupobjectpermission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.guardian_groupobjectpermission_id_seq', 1, false);


--
-- Name: guardian_userobjectpermission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.guardian_userobjectpermission_id_seq', 1, false);


--
-- Name: leadership_casegrant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_casegrant_id_seq', 1, false);


--
-- Name: leadership_leadershipcase_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_leadershipcase_history_pgh_id_seq', 1, false);


--
-- Name: leadership_leadershipcase_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_leadershipcase_id_seq', 1, false);


--
-- Name: leadership_referral_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_referral_history_pgh_id_seq', 1, false);


--
-- Name: leadership_referral_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_referral_id_seq', 1, false);


--
-- Name: leadership_supportrequest_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_supportrequest_history_pgh_id_seq', 1, false);


--
-- Name: leadership_supportrequest_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_supportrequest_id_seq', 1, false);


--
-- Name: leadership_sweep_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_sweep_id_seq', 1, false);


--
-- Name: leadership_unpublishedoutcome_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.leadership_unpublishedoutcome_id_seq', 1, false);


--
-- Name: memberships_application_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_application_history_pgh_id_seq', 1, false);


--
-- Name: memberships_application_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_application_id_seq', 1, false);


--
-- Name: memberships_conductconcern_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_conductconcern_history_pgh_id_seq', 1, false);


--
-- Name: memberships_conductconcern_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_conductconcern_id_seq', 1, false);


--
-- Name: memberships_conductstep_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_conductstep_id_seq', 1, false);


--
-- Name: memberships_handover_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_handover_history_pgh_id_seq', 1, false);


--
-- Name: memberships_handover_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_handover_id_seq', 1, false);


--
-- Name: memberships_invitation_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_invitation_history_pgh_id_seq', 1, false);


--
-- Name: memberships_invitation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_invitation_id_seq', 1, false);


--
-- Name: memberships_leaderappointment_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_leaderappointment_history_pgh_id_seq', 1, false);


--
-- Name: memberships_leaderappointment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_leaderappointment_id_seq', 1, false);


--
-- Name: memberships_membership_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_membership_history_pgh_id_seq', 1, false);


--
-- Name: memberships_membership_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_membership_id_seq', 1, false);


--
-- Name: memberships_message_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_message_id_seq', 1, false);


--
-- Name: memberships_messagecopy_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_messagecopy_id_seq', 1, false);


--
-- Name: memberships_officeholder_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_officeholder_history_pgh_id_seq', 1, false);


--
-- Name: memberships_officeholder_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_officeholder_id_seq', 1, false);


--
-- Name: memberships_plannedleader_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_plannedleader_id_seq', 1, false);


--
-- Name: memberships_plannedmember_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_plannedmember_id_seq', 1, false);


--
-- Name: memberships_plannedsuccessor_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_plannedsuccessor_id_seq', 1, false);


--
-- Name: memberships_reorganisation_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_reorganisation_history_pgh_id_seq', 1, false);


--
-- Name: memberships_reorganisation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_reorganisation_id_seq', 1, false);


--
-- Name: memberships_reorganisationsource_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_reorganisationsource_id_seq', 1, false);


--
-- Name: memberships_settingrole_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_settingrole_history_pgh_id_seq', 1, false);


--
-- Name: memberships_settingrole_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_settingrole_id_seq', 1, false);


--
-- Name: memberships_sheetimport_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_sheetimport_id_seq', 1, false);


--
-- Name: memberships_sheetline_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_sheetline_id_seq', 1, false);


--
-- Name: memberships_stafftold_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_stafftold_id_seq', 1, false);


--
-- Name: memberships_termsanswer_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_termsanswer_history_pgh_id_seq', 1, false);


--
-- Name: memberships_termsanswer_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_termsanswer_id_seq', 1, false);


--
-- Name: memberships_termsreminder_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_termsreminder_id_seq', 1, false);


--
-- Name: memberships_termsreply_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.memberships_termsreply_id_seq', 1, false);


--
-- Name: mfa_authenticator_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);


--
-- Name: ofsted_importrun_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_importrun_id_seq', 1, false);


--
-- Name: ofsted_inspection_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_inspection_history_pgh_id_seq', 1, false);


--
-- Name: ofsted_inspection_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_inspection_id_seq', 1, false);


--
-- Name: ofsted_leadingpolicy_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_leadingpolicy_history_pgh_id_seq', 1, false);


--
-- Name: ofsted_leadingpolicy_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_leadingpolicy_id_seq', 1, false);


--
-- Name: ofsted_plannedrow_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_plannedrow_id_seq', 1, false);


--
-- Name: ofsted_registername_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ofsted_registername_id_seq', 1, false);


--
-- Name: providers_deliverypartner_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_deliverypartner_id_seq', 1, false);


--
-- Name: providers_deliverypartnership_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_deliverypartnership_history_pgh_id_seq', 1, false);


--
-- Name: providers_deliverypartnership_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_deliverypartnership_id_seq', 1, false);


--
-- Name: providers_district_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_district_id_seq', 1, false);


--
-- Name: providers_districtoutline_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_districtoutline_id_seq', 1, false);


--
-- Name: providers_provider_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_provider_history_pgh_id_seq', 1, false);


--
-- Name: providers_provider_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_provider_id_seq', 1, false);


--
-- Name: providers_providergrant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_providergrant_id_seq', 1, false);


--
-- Name: providers_provideridentity_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_provideridentity_id_seq', 1, false);


--
-- Name: providers_publicconsent_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_publicconsent_history_pgh_id_seq', 1, false);


--
-- Name: providers_publicconsent_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_publicconsent_id_seq', 1, false);


--
-- Name: providers_returnperiod_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_returnperiod_history_pgh_id_seq', 1, false);


--
-- Name: providers_returnperiod_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_returnperiod_id_seq', 1, false);


--
-- Name: providers_staffreturn_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_staffreturn_history_pgh_id_seq', 1, false);


--
-- Name: providers_staffreturn_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_staffreturn_id_seq', 1, false);


--
-- Name: providers_staffreturnline_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_staffreturnline_id_seq', 1, false);


--
-- Name: providers_staffreturnreminder_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_staffreturnreminder_id_seq', 1, false);


--
-- Name: providers_successionlink_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_successionlink_history_pgh_id_seq', 1, false);


--
-- Name: providers_successionlink_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_successionlink_id_seq', 1, false);


--
-- Name: providers_vacancy_history_pgh_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_vacancy_history_pgh_id_seq', 1, false);


--
-- Name: providers_vacancy_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.providers_vacancy_id_seq', 1, false);


--
-- Name: socialaccount_socialaccount_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.socialaccount_socialaccount_id_seq', 1, false);


--
-- Name: socialaccount_socialapp_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.socialaccount_socialapp_id_seq', 1, false);


--
-- Name: socialaccount_socialtoken_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.socialaccount_socialtoken_id_seq', 1, false);


--
-- Name: account_emailaddress account_emailaddress_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


--
-- Name: account_emailaddress account_emailaddress_user_id_email_987c8728_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


--
-- Name: account_emailconfirmation account_emailconfirmation_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


--
-- Name: account_emailconfirmation account_emailconfirmation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


--
-- Name: accounts_affiliation accounts_affiliation_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_affiliation
    ADD CONSTRAINT accounts_affiliation_once UNIQUE (user_id, authority_id);


--
-- Name: accounts_affiliation accounts_affiliation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_affiliation
    ADD CONSTRAINT accounts_affiliation_pkey PRIMARY KEY (id);


--
-- Name: accounts_authority accounts_authority_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_authority
    ADD CONSTRAINT accounts_authority_name_key UNIQUE (name);


--
-- Name: accounts_authority accounts_authority_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_authority
    ADD CONSTRAINT accounts_authority_pkey PRIMARY KEY (id);


--
-- Name: accounts_authority accounts_authority_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_authority
    ADD CONSTRAINT accounts_authority_slug_key UNIQUE (slug);


--
-- Name: accounts_roleappointment accounts_role_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment
    ADD CONSTRAINT accounts_role_once UNIQUE (authority_id, user_id, role, starts_on);


--
-- Name: accounts_roleappointment_history accounts_roleappointment_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment_history
    ADD CONSTRAINT accounts_roleappointment_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: accounts_roleappointment accounts_roleappointment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment
    ADD CONSTRAINT accounts_roleappointment_pkey PRIMARY KEY (id);


--
-- Name: accounts_roleappointment accounts_roleappointment_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment
    ADD CONSTRAINT accounts_roleappointment_wall_key UNIQUE (authority_id, id);


--
-- Name: accounts_tasklink accounts_tasklink_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_tasklink
    ADD CONSTRAINT accounts_tasklink_pkey PRIMARY KEY (id);


--
-- Name: accounts_tasklink accounts_tasklink_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_tasklink
    ADD CONSTRAINT accounts_tasklink_wall_key UNIQUE (authority_id, id);


--
-- Name: accounts_user accounts_user_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);


--
-- Name: accounts_user_groups accounts_user_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_pkey PRIMARY KEY (id);


--
-- Name: accounts_user_groups accounts_user_groups_user_id_group_id_59c0b32f_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_group_id_59c0b32f_uniq UNIQUE (user_id, group_id);


--
-- Name: accounts_user accounts_user_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);


--
-- Name: accounts_user_user_permissions accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq UNIQUE (user_id, permission_id);


--
-- Name: accounts_user_user_permissions accounts_user_user_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permissions_pkey PRIMARY KEY (id);


--
-- Name: audit_entry audit_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);


--
-- Name: audit_entry audit_entry_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_wall_key UNIQUE (authority_id, id);


--
-- Name: audit_seal audit_seal_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_once UNIQUE (authority_id, last_entry_id);


--
-- Name: audit_seal audit_seal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (id);


--
-- Name: audit_seal audit_seal_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_wall_key UNIQUE (authority_id, id);


--
-- Name: auth_group auth_group_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


--
-- Name: auth_group_permissions auth_group_permissions_group_id_permission_id_0cd325b0_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


--
-- Name: auth_group_permissions auth_group_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


--
-- Name: auth_permission auth_permission_content_type_id_codename_01ab375a_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


--
-- Name: auth_permission auth_permission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


--
-- Name: collaborations_collaboration_history collaborations_collaboration_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaboration_history
    ADD CONSTRAINT collaborations_collaboration_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: collaborations_collaboration collaborations_collaboration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaboration
    ADD CONSTRAINT collaborations_collaboration_pkey PRIMARY KEY (id);


--
-- Name: collaborations_collaboration collaborations_collaboration_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaboration
    ADD CONSTRAINT collaborations_collaboration_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_collaborationgrant collaborations_collaborationgrant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_collaborationgrant_pkey PRIMARY KEY (id);


--
-- Name: collaborations_collaborationgrant collaborations_collaborationgrant_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_collaborationgrant_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_developmentplan_history collaborations_developmentplan_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_developmentplan_history
    ADD CONSTRAINT collaborations_developmentplan_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: collaborations_developmentplan collaborations_developmentplan_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_developmentplan
    ADD CONSTRAINT collaborations_developmentplan_pkey PRIMARY KEY (id);


--
-- Name: collaborations_developmentplan collaborations_developmentplan_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_developmentplan
    ADD CONSTRAINT collaborations_developmentplan_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_documentversion collaborations_document_version_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentversion
    ADD CONSTRAINT collaborations_document_version_once UNIQUE (authority_id, document_id, number);


--
-- Name: collaborations_documentopening collaborations_documentopening_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentopening
    ADD CONSTRAINT collaborations_documentopening_pkey PRIMARY KEY (id);


--
-- Name: collaborations_documentopening collaborations_documentopening_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentopening
    ADD CONSTRAINT collaborations_documentopening_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_documentreader collaborations_documentreader_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentreader
    ADD CONSTRAINT collaborations_documentreader_pkey PRIMARY KEY (id);


--
-- Name: collaborations_documentreader collaborations_documentreader_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentreader
    ADD CONSTRAINT collaborations_documentreader_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_documentversion collaborations_documentversion_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentversion
    ADD CONSTRAINT collaborations_documentversion_pkey PRIMARY KEY (id);


--
-- Name: collaborations_documentversion collaborations_documentversion_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentversion
    ADD CONSTRAINT collaborations_documentversion_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_firstmeeting collaborations_firstmeeting_collaboration_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting
    ADD CONSTRAINT collaborations_firstmeeting_collaboration_id_key UNIQUE (collaboration_id);


--
-- Name: collaborations_firstmeeting_history collaborations_firstmeeting_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting_history
    ADD CONSTRAINT collaborations_firstmeeting_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: collaborations_firstmeeting collaborations_firstmeeting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting
    ADD CONSTRAINT collaborations_firstmeeting_pkey PRIMARY KEY (id);


--
-- Name: collaborations_firstmeeting collaborations_firstmeeting_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting
    ADD CONSTRAINT collaborations_firstmeeting_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_collaborationgrant collaborations_grant_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_grant_once UNIQUE (authority_id, user_id, content_object_id, permission_id, starts_on, is_exceptional);


--
-- Name: collaborations_groupdocument_history collaborations_groupdocument_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_groupdocument_history
    ADD CONSTRAINT collaborations_groupdocument_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: collaborations_groupdocument collaborations_groupdocument_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_groupdocument
    ADD CONSTRAINT collaborations_groupdocument_pkey PRIMARY KEY (id);


--
-- Name: collaborations_groupdocument collaborations_groupdocument_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_groupdocument
    ADD CONSTRAINT collaborations_groupdocument_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_lineage collaborations_lineage_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_lineage
    ADD CONSTRAINT collaborations_lineage_once UNIQUE (authority_id, earlier_id, later_id);


--
-- Name: collaborations_lineage collaborations_lineage_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_lineage
    ADD CONSTRAINT collaborations_lineage_pkey PRIMARY KEY (id);


--
-- Name: collaborations_lineage collaborations_lineage_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_lineage
    ADD CONSTRAINT collaborations_lineage_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_collaboration collaborations_name_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaboration
    ADD CONSTRAINT collaborations_name_once UNIQUE (authority_id, name);


--
-- Name: collaborations_objective_history collaborations_objective_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_objective_history
    ADD CONSTRAINT collaborations_objective_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: collaborations_objective collaborations_objective_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_objective
    ADD CONSTRAINT collaborations_objective_pkey PRIMARY KEY (id);


--
-- Name: collaborations_objective collaborations_objective_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_objective
    ADD CONSTRAINT collaborations_objective_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_planaction_history collaborations_planaction_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_planaction_history
    ADD CONSTRAINT collaborations_planaction_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: collaborations_planaction collaborations_planaction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_planaction
    ADD CONSTRAINT collaborations_planaction_pkey PRIMARY KEY (id);


--
-- Name: collaborations_planaction collaborations_planaction_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_planaction
    ADD CONSTRAINT collaborations_planaction_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_review_history collaborations_review_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_review_history
    ADD CONSTRAINT collaborations_review_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: collaborations_review collaborations_review_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_review
    ADD CONSTRAINT collaborations_review_once UNIQUE (authority_id, collaboration_id, clock, due_on);


--
-- Name: collaborations_review collaborations_review_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_review
    ADD CONSTRAINT collaborations_review_pkey PRIMARY KEY (id);


--
-- Name: collaborations_review collaborations_review_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_review
    ADD CONSTRAINT collaborations_review_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_statechange collaborations_statechange_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_statechange
    ADD CONSTRAINT collaborations_statechange_pkey PRIMARY KEY (id);


--
-- Name: collaborations_statechange collaborations_statechange_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_statechange
    ADD CONSTRAINT collaborations_statechange_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_termstemplate collaborations_template_version_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termstemplate
    ADD CONSTRAINT collaborations_template_version_once UNIQUE (authority_id, version);


--
-- Name: collaborations_termssection collaborations_terms_section_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termssection
    ADD CONSTRAINT collaborations_terms_section_once UNIQUE (authority_id, ways_id, key);


--
-- Name: collaborations_waysofworking collaborations_terms_version_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking
    ADD CONSTRAINT collaborations_terms_version_once UNIQUE (authority_id, collaboration_id, version);


--
-- Name: collaborations_termssection collaborations_termssection_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termssection
    ADD CONSTRAINT collaborations_termssection_pkey PRIMARY KEY (id);


--
-- Name: collaborations_termssection collaborations_termssection_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termssection
    ADD CONSTRAINT collaborations_termssection_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_termstemplate_history collaborations_termstemplate_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termstemplate_history
    ADD CONSTRAINT collaborations_termstemplate_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: collaborations_termstemplate collaborations_termstemplate_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termstemplate
    ADD CONSTRAINT collaborations_termstemplate_pkey PRIMARY KEY (id);


--
-- Name: collaborations_termstemplate collaborations_termstemplate_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termstemplate
    ADD CONSTRAINT collaborations_termstemplate_wall_key UNIQUE (authority_id, id);


--
-- Name: collaborations_waysofworking_history collaborations_waysofworking_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking_history
    ADD CONSTRAINT collaborations_waysofworking_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: collaborations_waysofworking collaborations_waysofworking_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking
    ADD CONSTRAINT collaborations_waysofworking_pkey PRIMARY KEY (id);


--
-- Name: collaborations_waysofworking collaborations_waysofworking_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking
    ADD CONSTRAINT collaborations_waysofworking_wall_key UNIQUE (authority_id, id);


--
-- Name: django_admin_log django_admin_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);


--
-- Name: django_content_type django_content_type_app_label_model_76bd3d3b_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


--
-- Name: django_content_type django_content_type_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


--
-- Name: django_migrations django_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


--
-- Name: django_session django_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


--
-- Name: documents_exportrun documents_exportrun_file_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_file_id_key UNIQUE (file_id);


--
-- Name: documents_exportrun documents_exportrun_job_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_job_id_key UNIQUE (job_id);


--
-- Name: documents_exportrun documents_exportrun_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_pkey PRIMARY KEY (id);


--
-- Name: documents_exportrun documents_exportrun_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_wall_key UNIQUE (authority_id, id);


--
-- Name: documents_storedfile documents_file_key_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_file_key_once UNIQUE (authority_id, storage_key);


--
-- Name: documents_job documents_job_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_job
    ADD CONSTRAINT documents_job_pkey PRIMARY KEY (id);


--
-- Name: documents_job documents_job_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_job
    ADD CONSTRAINT documents_job_wall_key UNIQUE (authority_id, id);


--
-- Name: documents_outboxmessage documents_outboxmessage_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_outboxmessage
    ADD CONSTRAINT documents_outboxmessage_pkey PRIMARY KEY (id);


--
-- Name: documents_storedfile documents_storedfile_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_pkey PRIMARY KEY (id);


--
-- Name: documents_storedfile documents_storedfile_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_wall_key UNIQUE (authority_id, id);


--
-- Name: guardian_groupobjectpermission guardian_groupobjectperm_group_id_permission_id_o_3f189f7c_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobjectperm_group_id_permission_id_o_3f189f7c_uniq UNIQUE (group_id, permission_id, object_pk);


--
-- Name: guardian_groupobjectpermission guardian_groupobjectpermission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobjectpermission_pkey PRIMARY KEY (id);


--
-- Name: guardian_userobjectpermission guardian_userobjectpermi_user_id_permission_id_ob_b0b3d2fc_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectpermi_user_id_permission_id_ob_b0b3d2fc_uniq UNIQUE (user_id, permission_id, object_pk);


--
-- Name: guardian_userobjectpermission guardian_userobjectpermission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectpermission_pkey PRIMARY KEY (id);


--
-- Name: leadership_casegrant leadership_casegrant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_casegrant_pkey PRIMARY KEY (id);


--
-- Name: leadership_casegrant leadership_casegrant_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_casegrant_wall_key UNIQUE (authority_id, id);


--
-- Name: leadership_casegrant leadership_grant_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_grant_once UNIQUE (authority_id, user_id, content_object_id, permission_id, starts_on, is_exceptional);


--
-- Name: leadership_leadershipcase_history leadership_leadershipcase_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase_history
    ADD CONSTRAINT leadership_leadershipcase_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: leadership_leadershipcase leadership_leadershipcase_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershipcase_pkey PRIMARY KEY (id);


--
-- Name: leadership_leadershipcase leadership_leadershipcase_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershipcase_wall_key UNIQUE (authority_id, id);


--
-- Name: leadership_referral_history leadership_referral_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_referral_history
    ADD CONSTRAINT leadership_referral_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: leadership_referral leadership_referral_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_referral
    ADD CONSTRAINT leadership_referral_pkey PRIMARY KEY (id);


--
-- Name: leadership_referral leadership_referral_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_referral
    ADD CONSTRAINT leadership_referral_wall_key UNIQUE (authority_id, id);


--
-- Name: leadership_supportrequest_history leadership_supportrequest_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_supportrequest_history
    ADD CONSTRAINT leadership_supportrequest_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: leadership_supportrequest leadership_supportrequest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_supportrequest
    ADD CONSTRAINT leadership_supportrequest_pkey PRIMARY KEY (id);


--
-- Name: leadership_supportrequest leadership_supportrequest_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_supportrequest
    ADD CONSTRAINT leadership_supportrequest_wall_key UNIQUE (authority_id, id);


--
-- Name: leadership_sweep leadership_sweep_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_sweep
    ADD CONSTRAINT leadership_sweep_once UNIQUE (authority_id, slot);


--
-- Name: leadership_sweep leadership_sweep_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_sweep
    ADD CONSTRAINT leadership_sweep_pkey PRIMARY KEY (id);


--
-- Name: leadership_sweep leadership_sweep_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_sweep
    ADD CONSTRAINT leadership_sweep_wall_key UNIQUE (authority_id, id);


--
-- Name: leadership_unpublishedoutcome leadership_unpublishedoutcome_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_unpublishedoutcome
    ADD CONSTRAINT leadership_unpublishedoutcome_pkey PRIMARY KEY (id);


--
-- Name: leadership_unpublishedoutcome leadership_unpublishedoutcome_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_unpublishedoutcome
    ADD CONSTRAINT leadership_unpublishedoutcome_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_application_history memberships_application_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application_history
    ADD CONSTRAINT memberships_application_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: memberships_application memberships_application_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_application_pkey PRIMARY KEY (id);


--
-- Name: memberships_application memberships_application_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_application_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_conductstep memberships_concern_step_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductstep
    ADD CONSTRAINT memberships_concern_step_once UNIQUE (authority_id, concern_id, to_state);


--
-- Name: memberships_conductconcern_history memberships_conductconcern_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern_history
    ADD CONSTRAINT memberships_conductconcern_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: memberships_conductconcern memberships_conductconcern_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern
    ADD CONSTRAINT memberships_conductconcern_pkey PRIMARY KEY (id);


--
-- Name: memberships_conductconcern memberships_conductconcern_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern
    ADD CONSTRAINT memberships_conductconcern_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_conductstep memberships_conductstep_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductstep
    ADD CONSTRAINT memberships_conductstep_pkey PRIMARY KEY (id);


--
-- Name: memberships_conductstep memberships_conductstep_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductstep
    ADD CONSTRAINT memberships_conductstep_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_handover_history memberships_handover_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover_history
    ADD CONSTRAINT memberships_handover_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: memberships_handover memberships_handover_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover
    ADD CONSTRAINT memberships_handover_pkey PRIMARY KEY (id);


--
-- Name: memberships_handover memberships_handover_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover
    ADD CONSTRAINT memberships_handover_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_invitation_history memberships_invitation_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation_history
    ADD CONSTRAINT memberships_invitation_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: memberships_invitation memberships_invitation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitation_pkey PRIMARY KEY (id);


--
-- Name: memberships_invitation memberships_invitation_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitation_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_leaderappointment_history memberships_leaderappointment_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment_history
    ADD CONSTRAINT memberships_leaderappointment_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: memberships_leaderappointment memberships_leaderappointment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment
    ADD CONSTRAINT memberships_leaderappointment_pkey PRIMARY KEY (id);


--
-- Name: memberships_leaderappointment memberships_leaderappointment_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment
    ADD CONSTRAINT memberships_leaderappointment_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_leaderappointment memberships_leads_once_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment
    ADD CONSTRAINT memberships_leads_once_at_a_time EXCLUDE USING gist (int8range(membership_id, membership_id, '[]'::text) WITH &&, int8range(user_id, user_id, '[]'::text) WITH &&, daterange(starts_on, ends_on) WITH &&);


--
-- Name: memberships_membership_history memberships_membership_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership_history
    ADD CONSTRAINT memberships_membership_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: memberships_membership memberships_membership_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_membership_pkey PRIMARY KEY (id);


--
-- Name: memberships_membership memberships_membership_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_membership_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_message memberships_message_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_message
    ADD CONSTRAINT memberships_message_pkey PRIMARY KEY (id);


--
-- Name: memberships_message memberships_message_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_message
    ADD CONSTRAINT memberships_message_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_messagecopy memberships_messagecopy_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_messagecopy
    ADD CONSTRAINT memberships_messagecopy_pkey PRIMARY KEY (id);


--
-- Name: memberships_messagecopy memberships_messagecopy_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_messagecopy
    ADD CONSTRAINT memberships_messagecopy_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_officeholder_history memberships_officeholder_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder_history
    ADD CONSTRAINT memberships_officeholder_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: memberships_officeholder memberships_officeholder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder
    ADD CONSTRAINT memberships_officeholder_pkey PRIMARY KEY (id);


--
-- Name: memberships_officeholder memberships_officeholder_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder
    ADD CONSTRAINT memberships_officeholder_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_messagecopy memberships_one_copy_a_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_messagecopy
    ADD CONSTRAINT memberships_one_copy_a_person UNIQUE (authority_id, message_id, user_id);


--
-- Name: memberships_officeholder memberships_one_office_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder
    ADD CONSTRAINT memberships_one_office_at_a_time EXCLUDE USING gist (int8range(membership_id, membership_id, '[]'::text) WITH &&, int8range(user_id, user_id, '[]'::text) WITH &&, daterange(starts_on, ends_on) WITH &&);


--
-- Name: memberships_membership memberships_one_stay_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_one_stay_at_a_time EXCLUDE USING gist (int8range(collaboration_id, collaboration_id, '[]'::text) WITH &&, int8range(provider_id, provider_id, '[]'::text) WITH &&, daterange(joined_on, left_on) WITH &&);


--
-- Name: memberships_termsanswer memberships_one_terms_answer; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsanswer
    ADD CONSTRAINT memberships_one_terms_answer UNIQUE (authority_id, ways_id, membership_id);


--
-- Name: memberships_plannedmember memberships_placed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedmember
    ADD CONSTRAINT memberships_placed_once UNIQUE (authority_id, plan_id, membership_id);


--
-- Name: memberships_reorganisationsource memberships_plan_source_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisationsource
    ADD CONSTRAINT memberships_plan_source_once UNIQUE (authority_id, plan_id, collaboration_id);


--
-- Name: memberships_plannedleader memberships_planned_to_lead_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedleader
    ADD CONSTRAINT memberships_planned_to_lead_once UNIQUE (authority_id, member_id, user_id);


--
-- Name: memberships_plannedleader memberships_plannedleader_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedleader
    ADD CONSTRAINT memberships_plannedleader_pkey PRIMARY KEY (id);


--
-- Name: memberships_plannedleader memberships_plannedleader_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedleader
    ADD CONSTRAINT memberships_plannedleader_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_plannedmember memberships_plannedmember_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedmember
    ADD CONSTRAINT memberships_plannedmember_pkey PRIMARY KEY (id);


--
-- Name: memberships_plannedmember memberships_plannedmember_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedmember
    ADD CONSTRAINT memberships_plannedmember_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_plannedsuccessor memberships_plannedsuccessor_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedsuccessor
    ADD CONSTRAINT memberships_plannedsuccessor_pkey PRIMARY KEY (id);


--
-- Name: memberships_plannedsuccessor memberships_plannedsuccessor_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedsuccessor
    ADD CONSTRAINT memberships_plannedsuccessor_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_reorganisation_history memberships_reorganisation_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisation_history
    ADD CONSTRAINT memberships_reorganisation_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: memberships_reorganisation memberships_reorganisation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisation
    ADD CONSTRAINT memberships_reorganisation_pkey PRIMARY KEY (id);


--
-- Name: memberships_reorganisation memberships_reorganisation_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisation
    ADD CONSTRAINT memberships_reorganisation_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_reorganisationsource memberships_reorganisationsource_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisationsource
    ADD CONSTRAINT memberships_reorganisationsource_pkey PRIMARY KEY (id);


--
-- Name: memberships_reorganisationsource memberships_reorganisationsource_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisationsource
    ADD CONSTRAINT memberships_reorganisationsource_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_settingrole memberships_setting_role_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole
    ADD CONSTRAINT memberships_setting_role_once UNIQUE (authority_id, user_id, provider_id, starts_on);


--
-- Name: memberships_settingrole_history memberships_settingrole_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole_history
    ADD CONSTRAINT memberships_settingrole_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: memberships_settingrole memberships_settingrole_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole
    ADD CONSTRAINT memberships_settingrole_pkey PRIMARY KEY (id);


--
-- Name: memberships_settingrole memberships_settingrole_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole
    ADD CONSTRAINT memberships_settingrole_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_sheetimport memberships_sheetimport_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_sheetimport
    ADD CONSTRAINT memberships_sheetimport_pkey PRIMARY KEY (id);


--
-- Name: memberships_sheetimport memberships_sheetimport_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_sheetimport
    ADD CONSTRAINT memberships_sheetimport_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_sheetline memberships_sheetline_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_sheetline
    ADD CONSTRAINT memberships_sheetline_pkey PRIMARY KEY (id);


--
-- Name: memberships_sheetline memberships_sheetline_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_sheetline
    ADD CONSTRAINT memberships_sheetline_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_stafftold memberships_staff_told_once_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_stafftold
    ADD CONSTRAINT memberships_staff_told_once_a_day UNIQUE (authority_id, membership_id, confirmed_on);


--
-- Name: memberships_stafftold memberships_stafftold_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_stafftold
    ADD CONSTRAINT memberships_stafftold_pkey PRIMARY KEY (id);


--
-- Name: memberships_stafftold memberships_stafftold_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_stafftold
    ADD CONSTRAINT memberships_stafftold_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_plannedsuccessor memberships_successor_name_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedsuccessor
    ADD CONSTRAINT memberships_successor_name_once UNIQUE (authority_id, plan_id, name);


--
-- Name: memberships_termsreminder memberships_terms_reminded_once_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreminder
    ADD CONSTRAINT memberships_terms_reminded_once_a_day UNIQUE (authority_id, ways_id, membership_id, sent_on);


--
-- Name: memberships_termsanswer_history memberships_termsanswer_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsanswer_history
    ADD CONSTRAINT memberships_termsanswer_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: memberships_termsanswer memberships_termsanswer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsanswer
    ADD CONSTRAINT memberships_termsanswer_pkey PRIMARY KEY (id);


--
-- Name: memberships_termsanswer memberships_termsanswer_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsanswer
    ADD CONSTRAINT memberships_termsanswer_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_termsreminder memberships_termsreminder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreminder
    ADD CONSTRAINT memberships_termsreminder_pkey PRIMARY KEY (id);


--
-- Name: memberships_termsreminder memberships_termsreminder_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreminder
    ADD CONSTRAINT memberships_termsreminder_wall_key UNIQUE (authority_id, id);


--
-- Name: memberships_termsreply memberships_termsreply_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreply
    ADD CONSTRAINT memberships_termsreply_pkey PRIMARY KEY (id);


--
-- Name: memberships_termsreply memberships_termsreply_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreply
    ADD CONSTRAINT memberships_termsreply_wall_key UNIQUE (authority_id, id);


--
-- Name: mfa_authenticator mfa_authenticator_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


--
-- Name: ofsted_importrun ofsted_importrun_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_pkey PRIMARY KEY (id);


--
-- Name: ofsted_importrun ofsted_importrun_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_wall_key UNIQUE (authority_id, id);


--
-- Name: ofsted_inspection_history ofsted_inspection_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_inspection_history
    ADD CONSTRAINT ofsted_inspection_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: ofsted_inspection ofsted_inspection_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_inspection
    ADD CONSTRAINT ofsted_inspection_once UNIQUE (authority_id, provider_id, regime, inspected_on);


--
-- Name: ofsted_inspection ofsted_inspection_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_inspection
    ADD CONSTRAINT ofsted_inspection_pkey PRIMARY KEY (id);


--
-- Name: ofsted_inspection ofsted_inspection_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_inspection
    ADD CONSTRAINT ofsted_inspection_wall_key UNIQUE (authority_id, id);


--
-- Name: ofsted_leadingpolicy_history ofsted_leadingpolicy_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_leadingpolicy_history
    ADD CONSTRAINT ofsted_leadingpolicy_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: ofsted_leadingpolicy ofsted_leadingpolicy_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_leadingpolicy
    ADD CONSTRAINT ofsted_leadingpolicy_pkey PRIMARY KEY (id);


--
-- Name: ofsted_leadingpolicy ofsted_leadingpolicy_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_leadingpolicy
    ADD CONSTRAINT ofsted_leadingpolicy_wall_key UNIQUE (authority_id, id);


--
-- Name: ofsted_plannedrow ofsted_plannedrow_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_plannedrow
    ADD CONSTRAINT ofsted_plannedrow_pkey PRIMARY KEY (id);


--
-- Name: ofsted_plannedrow ofsted_plannedrow_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_plannedrow
    ADD CONSTRAINT ofsted_plannedrow_wall_key UNIQUE (authority_id, id);


--
-- Name: ofsted_leadingpolicy ofsted_policy_version_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_leadingpolicy
    ADD CONSTRAINT ofsted_policy_version_once UNIQUE (authority_id, version);


--
-- Name: ofsted_registername ofsted_register_name_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_registername
    ADD CONSTRAINT ofsted_register_name_once UNIQUE (authority_id, name);


--
-- Name: ofsted_registername ofsted_registername_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_registername
    ADD CONSTRAINT ofsted_registername_pkey PRIMARY KEY (id);


--
-- Name: ofsted_registername ofsted_registername_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_registername
    ADD CONSTRAINT ofsted_registername_wall_key UNIQUE (authority_id, id);


--
-- Name: pghistory_context pghistory_context_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);


--
-- Name: providers_deliverypartner providers_deliverypartner_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_deliverypartner
    ADD CONSTRAINT providers_deliverypartner_pkey PRIMARY KEY (id);


--
-- Name: providers_deliverypartner providers_deliverypartner_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_deliverypartner
    ADD CONSTRAINT providers_deliverypartner_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_deliverypartnership_history providers_deliverypartnership_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_deliverypartnership_history
    ADD CONSTRAINT providers_deliverypartnership_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: providers_deliverypartnership providers_deliverypartnership_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_deliverypartnership
    ADD CONSTRAINT providers_deliverypartnership_pkey PRIMARY KEY (id);


--
-- Name: providers_deliverypartnership providers_deliverypartnership_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_deliverypartnership
    ADD CONSTRAINT providers_deliverypartnership_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_district providers_district_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_district
    ADD CONSTRAINT providers_district_once UNIQUE (authority_id, name);


--
-- Name: providers_district providers_district_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_district
    ADD CONSTRAINT providers_district_pkey PRIMARY KEY (id);


--
-- Name: providers_district providers_district_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_district
    ADD CONSTRAINT providers_district_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_districtoutline providers_districtoutline_district_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_districtoutline
    ADD CONSTRAINT providers_districtoutline_district_id_key UNIQUE (district_id);


--
-- Name: providers_districtoutline providers_districtoutline_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_districtoutline
    ADD CONSTRAINT providers_districtoutline_pkey PRIMARY KEY (id);


--
-- Name: providers_districtoutline providers_districtoutline_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_districtoutline
    ADD CONSTRAINT providers_districtoutline_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_providergrant providers_grant_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_grant_once UNIQUE (authority_id, user_id, content_object_id, permission_id, starts_on, is_exceptional);


--
-- Name: providers_provideridentity providers_identity_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provideridentity
    ADD CONSTRAINT providers_identity_once UNIQUE (authority_id, scheme, value);


--
-- Name: providers_staffreturn providers_one_return_a_period; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturn
    ADD CONSTRAINT providers_one_return_a_period UNIQUE (authority_id, period_id, provider_id);


--
-- Name: providers_deliverypartner providers_partner_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_deliverypartner
    ADD CONSTRAINT providers_partner_once UNIQUE (authority_id, partnership_id, provider_id);


--
-- Name: providers_returnperiod providers_period_date_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_returnperiod
    ADD CONSTRAINT providers_period_date_once UNIQUE (authority_id, count_date);


--
-- Name: providers_returnperiod providers_period_name_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_returnperiod
    ADD CONSTRAINT providers_period_name_once UNIQUE (authority_id, name);


--
-- Name: providers_provider_history providers_provider_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provider_history
    ADD CONSTRAINT providers_provider_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: providers_provider providers_provider_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provider
    ADD CONSTRAINT providers_provider_pkey PRIMARY KEY (id);


--
-- Name: providers_provider providers_provider_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provider
    ADD CONSTRAINT providers_provider_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_providergrant providers_providergrant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_providergrant_pkey PRIMARY KEY (id);


--
-- Name: providers_providergrant providers_providergrant_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_providergrant_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_provideridentity providers_provideridentity_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provideridentity
    ADD CONSTRAINT providers_provideridentity_pkey PRIMARY KEY (id);


--
-- Name: providers_provideridentity providers_provideridentity_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provideridentity
    ADD CONSTRAINT providers_provideridentity_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_publicconsent_history providers_publicconsent_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_publicconsent_history
    ADD CONSTRAINT providers_publicconsent_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: providers_publicconsent providers_publicconsent_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_publicconsent
    ADD CONSTRAINT providers_publicconsent_pkey PRIMARY KEY (id);


--
-- Name: providers_publicconsent providers_publicconsent_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_publicconsent
    ADD CONSTRAINT providers_publicconsent_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_staffreturnreminder providers_reminded_once_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturnreminder
    ADD CONSTRAINT providers_reminded_once_a_day UNIQUE (authority_id, period_id, provider_id, sent_on);


--
-- Name: providers_returnperiod_history providers_returnperiod_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_returnperiod_history
    ADD CONSTRAINT providers_returnperiod_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: providers_returnperiod providers_returnperiod_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_returnperiod
    ADD CONSTRAINT providers_returnperiod_pkey PRIMARY KEY (id);


--
-- Name: providers_returnperiod providers_returnperiod_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_returnperiod
    ADD CONSTRAINT providers_returnperiod_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_staffreturn_history providers_staffreturn_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturn_history
    ADD CONSTRAINT providers_staffreturn_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: providers_staffreturn providers_staffreturn_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturn
    ADD CONSTRAINT providers_staffreturn_pkey PRIMARY KEY (id);


--
-- Name: providers_staffreturn providers_staffreturn_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturn
    ADD CONSTRAINT providers_staffreturn_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_staffreturnline providers_staffreturnline_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturnline
    ADD CONSTRAINT providers_staffreturnline_pkey PRIMARY KEY (id);


--
-- Name: providers_staffreturnline providers_staffreturnline_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturnline
    ADD CONSTRAINT providers_staffreturnline_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_staffreturnreminder providers_staffreturnreminder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturnreminder
    ADD CONSTRAINT providers_staffreturnreminder_pkey PRIMARY KEY (id);


--
-- Name: providers_staffreturnreminder providers_staffreturnreminder_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturnreminder
    ADD CONSTRAINT providers_staffreturnreminder_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_successionlink providers_succession_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_succession_once UNIQUE (authority_id, old_id, new_id);


--
-- Name: providers_successionlink_history providers_successionlink_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink_history
    ADD CONSTRAINT providers_successionlink_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: providers_successionlink providers_successionlink_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_successionlink_pkey PRIMARY KEY (id);


--
-- Name: providers_successionlink providers_successionlink_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_successionlink_wall_key UNIQUE (authority_id, id);


--
-- Name: providers_vacancy_history providers_vacancy_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_vacancy_history
    ADD CONSTRAINT providers_vacancy_history_pkey PRIMARY KEY (pgh_id);


--
-- Name: providers_vacancy providers_vacancy_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_vacancy
    ADD CONSTRAINT providers_vacancy_once UNIQUE (authority_id, provider_id, age_band, session);


--
-- Name: providers_vacancy providers_vacancy_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_vacancy
    ADD CONSTRAINT providers_vacancy_pkey PRIMARY KEY (id);


--
-- Name: providers_vacancy providers_vacancy_wall_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_vacancy
    ADD CONSTRAINT providers_vacancy_wall_key UNIQUE (authority_id, id);


--
-- Name: socialaccount_socialaccount socialaccount_socialaccount_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);


--
-- Name: socialaccount_socialaccount socialaccount_socialaccount_provider_uid_fc810c6e_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);


--
-- Name: socialaccount_socialapp socialaccount_socialapp_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);


--
-- Name: socialaccount_socialtoken socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);


--
-- Name: socialaccount_socialtoken socialaccount_socialtoken_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);


--
-- Name: account_emailaddress_email_03be32b2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


--
-- Name: account_emailaddress_email_03be32b2_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


--
-- Name: account_emailaddress_user_id_2c513194; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


--
-- Name: account_emailconfirmation_email_address_id_5b7f8c58; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


--
-- Name: account_emailconfirmation_key_f43612bd_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


--
-- Name: accounts_affiliation_authority_id_bd6db773; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_affiliation_authority_id_bd6db773 ON public.accounts_affiliation USING btree (authority_id);


--
-- Name: accounts_affiliation_user_id_a4444279; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_affiliation_user_id_a4444279 ON public.accounts_affiliation USING btree (user_id);


--
-- Name: accounts_authority_name_a28113d8_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_authority_name_a28113d8_like ON public.accounts_authority USING btree (name varchar_pattern_ops);


--
-- Name: accounts_authority_slug_230ac31d_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_authority_slug_230ac31d_like ON public.accounts_authority USING btree (slug varchar_pattern_ops);


--
-- Name: accounts_links_about; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_links_about ON public.accounts_tasklink USING btree (authority_id, purpose, about_id);


--
-- Name: accounts_roleappointment_appointed_by_id_3d42bca4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_appointed_by_id_3d42bca4 ON public.accounts_roleappointment USING btree (appointed_by_id);


--
-- Name: accounts_roleappointment_history_appointed_by_id_b954490f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_history_appointed_by_id_b954490f ON public.accounts_roleappointment_history USING btree (appointed_by_id);


--
-- Name: accounts_roleappointment_history_authority_id_0946e5e4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_history_authority_id_0946e5e4 ON public.accounts_roleappointment_history USING btree (authority_id);


--
-- Name: accounts_roleappointment_history_pgh_obj_id_48f04c42; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_history_pgh_obj_id_48f04c42 ON public.accounts_roleappointment_history USING btree (pgh_obj_id);


--
-- Name: accounts_roleappointment_history_user_id_4d442bbf; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_history_user_id_4d442bbf ON public.accounts_roleappointment_history USING btree (user_id);


--
-- Name: accounts_roleappointment_user_id_1798066e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_roleappointment_user_id_1798066e ON public.accounts_roleappointment USING btree (user_id);


--
-- Name: accounts_tasklink_user_id_00a7afbd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_tasklink_user_id_00a7afbd ON public.accounts_tasklink USING btree (user_id);


--
-- Name: accounts_user_email_b2644a56_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);


--
-- Name: accounts_user_email_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX accounts_user_email_once ON public.accounts_user USING btree (lower((email)::text));


--
-- Name: accounts_user_groups_group_id_bd11a704; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_groups_group_id_bd11a704 ON public.accounts_user_groups USING btree (group_id);


--
-- Name: accounts_user_groups_user_id_52b62117; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_groups_user_id_52b62117 ON public.accounts_user_groups USING btree (user_id);


--
-- Name: accounts_user_user_permissions_permission_id_113bb443; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_user_permissions_permission_id_113bb443 ON public.accounts_user_user_permissions USING btree (permission_id);


--
-- Name: accounts_user_user_permissions_user_id_e4f0a161; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_user_permissions_user_id_e4f0a161 ON public.accounts_user_user_permissions USING btree (user_id);


--
-- Name: audit_entry_about; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_about ON public.audit_entry USING btree (authority_id, about_type, about_id, at DESC);


--
-- Name: audit_entry_by_id_1c9b7f27; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_by_id_1c9b7f27 ON public.audit_entry USING btree (by_id);


--
-- Name: audit_entry_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_newest ON public.audit_entry USING btree (authority_id, at DESC, id DESC);


--
-- Name: auth_group_name_a6ea08ec_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


--
-- Name: auth_group_permissions_group_id_b120cbf9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


--
-- Name: auth_group_permissions_permission_id_84c5c92e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


--
-- Name: auth_permission_content_type_id_2f476e4b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


--
-- Name: collaborations_actions_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_actions_of ON public.collaborations_planaction USING btree (authority_id, objective_id);


--
-- Name: collaborations_collaboration_district_id_29e50236; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaboration_district_id_29e50236 ON public.collaborations_collaboration USING btree (district_id);


--
-- Name: collaborations_collaboration_history_authority_id_95fda941; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaboration_history_authority_id_95fda941 ON public.collaborations_collaboration_history USING btree (authority_id);


--
-- Name: collaborations_collaboration_history_district_id_38e2d476; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaboration_history_district_id_38e2d476 ON public.collaborations_collaboration_history USING btree (district_id);


--
-- Name: collaborations_collaboration_history_pgh_obj_id_6355b0fb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaboration_history_pgh_obj_id_6355b0fb ON public.collaborations_collaboration_history USING btree (pgh_obj_id);


--
-- Name: collaborations_collaborationgrant_content_object_id_e605540a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaborationgrant_content_object_id_e605540a ON public.collaborations_collaborationgrant USING btree (content_object_id);


--
-- Name: collaborations_collaborationgrant_permission_id_30b0495c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaborationgrant_permission_id_30b0495c ON public.collaborations_collaborationgrant USING btree (permission_id);


--
-- Name: collaborations_collaborationgrant_user_id_f4a36f56; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_collaborationgrant_user_id_f4a36f56 ON public.collaborations_collaborationgrant USING btree (user_id);


--
-- Name: collaborations_development_collaboration_id_a73ce637; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_development_collaboration_id_a73ce637 ON public.collaborations_developmentplan_history USING btree (collaboration_id);


--
-- Name: collaborations_developmentplan_collaboration_id_d934c4fd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_developmentplan_collaboration_id_d934c4fd ON public.collaborations_developmentplan USING btree (collaboration_id);


--
-- Name: collaborations_developmentplan_history_authority_id_cc6f40d1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_developmentplan_history_authority_id_cc6f40d1 ON public.collaborations_developmentplan_history USING btree (authority_id);


--
-- Name: collaborations_developmentplan_history_pgh_obj_id_c5d7a11c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_developmentplan_history_pgh_obj_id_c5d7a11c ON public.collaborations_developmentplan_history USING btree (pgh_obj_id);


--
-- Name: collaborations_documentopening_user_id_4d0559e7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_documentopening_user_id_4d0559e7 ON public.collaborations_documentopening USING btree (user_id);


--
-- Name: collaborations_documentopening_version_id_3562a83b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_documentopening_version_id_3562a83b ON public.collaborations_documentopening USING btree (version_id);


--
-- Name: collaborations_documentreader_document_id_97149d41; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_documentreader_document_id_97149d41 ON public.collaborations_documentreader USING btree (document_id);


--
-- Name: collaborations_documentreader_user_id_a3483a87; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_documentreader_user_id_a3483a87 ON public.collaborations_documentreader USING btree (user_id);


--
-- Name: collaborations_documents_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_documents_of ON public.collaborations_groupdocument USING btree (authority_id, collaboration_id, title);


--
-- Name: collaborations_documentversion_added_by_id_1c83f7ea; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_documentversion_added_by_id_1c83f7ea ON public.collaborations_documentversion USING btree (added_by_id);


--
-- Name: collaborations_documentversion_document_id_a5ae2419; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_documentversion_document_id_a5ae2419 ON public.collaborations_documentversion USING btree (document_id);


--
-- Name: collaborations_documentversion_file_id_2aaf8433; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_documentversion_file_id_2aaf8433 ON public.collaborations_documentversion USING btree (file_id);


--
-- Name: collaborations_firstmeeting_facilitated_by_id_24107ca7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_firstmeeting_facilitated_by_id_24107ca7 ON public.collaborations_firstmeeting USING btree (facilitated_by_id);


--
-- Name: collaborations_firstmeeting_history_authority_id_5a6eba57; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_firstmeeting_history_authority_id_5a6eba57 ON public.collaborations_firstmeeting_history USING btree (authority_id);


--
-- Name: collaborations_firstmeeting_history_collaboration_id_df86fb01; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_firstmeeting_history_collaboration_id_df86fb01 ON public.collaborations_firstmeeting_history USING btree (collaboration_id);


--
-- Name: collaborations_firstmeeting_history_facilitated_by_id_0632d507; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_firstmeeting_history_facilitated_by_id_0632d507 ON public.collaborations_firstmeeting_history USING btree (facilitated_by_id);


--
-- Name: collaborations_firstmeeting_history_pgh_obj_id_f27f6871; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_firstmeeting_history_pgh_obj_id_f27f6871 ON public.collaborations_firstmeeting_history USING btree (pgh_obj_id);


--
-- Name: collaborations_grant_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_grant_of ON public.collaborations_collaborationgrant USING btree (authority_id, content_object_id, user_id);


--
-- Name: collaborations_groupdocument_collaboration_id_599e99c2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_groupdocument_collaboration_id_599e99c2 ON public.collaborations_groupdocument USING btree (collaboration_id);


--
-- Name: collaborations_groupdocument_history_authority_id_8ff72896; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_groupdocument_history_authority_id_8ff72896 ON public.collaborations_groupdocument_history USING btree (authority_id);


--
-- Name: collaborations_groupdocument_history_collaboration_id_ecde1d11; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_groupdocument_history_collaboration_id_ecde1d11 ON public.collaborations_groupdocument_history USING btree (collaboration_id);


--
-- Name: collaborations_groupdocument_history_owner_id_4da692bb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_groupdocument_history_owner_id_4da692bb ON public.collaborations_groupdocument_history USING btree (owner_id);


--
-- Name: collaborations_groupdocument_history_pgh_obj_id_9e29b077; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_groupdocument_history_pgh_obj_id_9e29b077 ON public.collaborations_groupdocument_history USING btree (pgh_obj_id);


--
-- Name: collaborations_groupdocument_owner_id_7e527432; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_groupdocument_owner_id_7e527432 ON public.collaborations_groupdocument USING btree (owner_id);


--
-- Name: collaborations_life_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_life_of ON public.collaborations_statechange USING btree (authority_id, collaboration_id, at);


--
-- Name: collaborations_lineage_earlier_id_fc18a96e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_lineage_earlier_id_fc18a96e ON public.collaborations_lineage USING btree (earlier_id);


--
-- Name: collaborations_lineage_later; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_lineage_later ON public.collaborations_lineage USING btree (authority_id, later_id);


--
-- Name: collaborations_lineage_later_id_7cfb805b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_lineage_later_id_7cfb805b ON public.collaborations_lineage USING btree (later_id);


--
-- Name: collaborations_objective_history_authority_id_d188cf21; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_objective_history_authority_id_d188cf21 ON public.collaborations_objective_history USING btree (authority_id);


--
-- Name: collaborations_objective_history_pgh_obj_id_a5e825dd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_objective_history_pgh_obj_id_a5e825dd ON public.collaborations_objective_history USING btree (pgh_obj_id);


--
-- Name: collaborations_objective_history_plan_id_6bc43f07; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_objective_history_plan_id_6bc43f07 ON public.collaborations_objective_history USING btree (plan_id);


--
-- Name: collaborations_objective_plan_id_8059511d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_objective_plan_id_8059511d ON public.collaborations_objective USING btree (plan_id);


--
-- Name: collaborations_objectives_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_objectives_of ON public.collaborations_objective USING btree (authority_id, plan_id);


--
-- Name: collaborations_one_current_plan; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX collaborations_one_current_plan ON public.collaborations_developmentplan USING btree (authority_id, collaboration_id) WHERE ((state)::text = 'current'::text);


--
-- Name: collaborations_one_draft_template; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX collaborations_one_draft_template ON public.collaborations_termstemplate USING btree (authority_id) WHERE ((state)::text = 'draft'::text);


--
-- Name: collaborations_one_open_review; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX collaborations_one_open_review ON public.collaborations_review USING btree (authority_id, collaboration_id, clock) WHERE (done_on IS NULL);


--
-- Name: collaborations_one_terms_adopted; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX collaborations_one_terms_adopted ON public.collaborations_waysofworking USING btree (authority_id, collaboration_id) WHERE ((state)::text = 'adopted'::text);


--
-- Name: collaborations_one_terms_in_hand; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX collaborations_one_terms_in_hand ON public.collaborations_waysofworking USING btree (authority_id, collaboration_id) WHERE ((state)::text = ANY ((ARRAY['draft'::character varying, 'circulated'::character varying])::text[]));


--
-- Name: collaborations_openings_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_openings_of ON public.collaborations_documentopening USING btree (authority_id, version_id, at DESC);


--
-- Name: collaborations_planaction_history_authority_id_e331e436; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_planaction_history_authority_id_e331e436 ON public.collaborations_planaction_history USING btree (authority_id);


--
-- Name: collaborations_planaction_history_objective_id_b96d96c3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_planaction_history_objective_id_b96d96c3 ON public.collaborations_planaction_history USING btree (objective_id);


--
-- Name: collaborations_planaction_history_owner_id_519aa130; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_planaction_history_owner_id_519aa130 ON public.collaborations_planaction_history USING btree (owner_id);


--
-- Name: collaborations_planaction_history_pgh_obj_id_e41d4693; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_planaction_history_pgh_obj_id_e41d4693 ON public.collaborations_planaction_history USING btree (pgh_obj_id);


--
-- Name: collaborations_planaction_objective_id_19a3612c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_planaction_objective_id_19a3612c ON public.collaborations_planaction USING btree (objective_id);


--
-- Name: collaborations_planaction_owner_id_6526e298; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_planaction_owner_id_6526e298 ON public.collaborations_planaction USING btree (owner_id);


--
-- Name: collaborations_plans_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_plans_of ON public.collaborations_developmentplan USING btree (authority_id, collaboration_id, state);


--
-- Name: collaborations_reader_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX collaborations_reader_once ON public.collaborations_documentreader USING btree (authority_id, document_id, user_id) WHERE (ends_on IS NULL);


--
-- Name: collaborations_review_collaboration_id_781726e5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_review_collaboration_id_781726e5 ON public.collaborations_review USING btree (collaboration_id);


--
-- Name: collaborations_review_done_by_id_2913fd29; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_review_done_by_id_2913fd29 ON public.collaborations_review USING btree (done_by_id);


--
-- Name: collaborations_review_history_authority_id_014e14b4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_review_history_authority_id_014e14b4 ON public.collaborations_review_history USING btree (authority_id);


--
-- Name: collaborations_review_history_collaboration_id_ecf600bf; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_review_history_collaboration_id_ecf600bf ON public.collaborations_review_history USING btree (collaboration_id);


--
-- Name: collaborations_review_history_done_by_id_7e442972; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_review_history_done_by_id_7e442972 ON public.collaborations_review_history USING btree (done_by_id);


--
-- Name: collaborations_review_history_pgh_obj_id_73ba5f6f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_review_history_pgh_obj_id_73ba5f6f ON public.collaborations_review_history USING btree (pgh_obj_id);


--
-- Name: collaborations_statechange_by_id_ed61aa21; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_statechange_by_id_ed61aa21 ON public.collaborations_statechange USING btree (by_id);


--
-- Name: collaborations_statechange_collaboration_id_963edaf3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_statechange_collaboration_id_963edaf3 ON public.collaborations_statechange USING btree (collaboration_id);


--
-- Name: collaborations_terms_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_terms_of ON public.collaborations_waysofworking USING btree (authority_id, collaboration_id, state);


--
-- Name: collaborations_termssection_edited_by_id_607577c1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_termssection_edited_by_id_607577c1 ON public.collaborations_termssection USING btree (edited_by_id);


--
-- Name: collaborations_termssection_ways_id_64499d30; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_termssection_ways_id_64499d30 ON public.collaborations_termssection USING btree (ways_id);


--
-- Name: collaborations_termstemplate_history_authority_id_29f3b71d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_termstemplate_history_authority_id_29f3b71d ON public.collaborations_termstemplate_history USING btree (authority_id);


--
-- Name: collaborations_termstemplate_history_pgh_obj_id_8a114c52; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_termstemplate_history_pgh_obj_id_8a114c52 ON public.collaborations_termstemplate_history USING btree (pgh_obj_id);


--
-- Name: collaborations_termstemplate_history_published_by_id_96dea369; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_termstemplate_history_published_by_id_96dea369 ON public.collaborations_termstemplate_history USING btree (published_by_id);


--
-- Name: collaborations_termstemplate_history_started_by_id_50df5309; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_termstemplate_history_started_by_id_50df5309 ON public.collaborations_termstemplate_history USING btree (started_by_id);


--
-- Name: collaborations_termstemplate_published_by_id_d7c873e2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_termstemplate_published_by_id_d7c873e2 ON public.collaborations_termstemplate USING btree (published_by_id);


--
-- Name: collaborations_termstemplate_started_by_id_88a72e70; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_termstemplate_started_by_id_88a72e70 ON public.collaborations_termstemplate USING btree (started_by_id);


--
-- Name: collaborations_version_of_file; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_version_of_file ON public.collaborations_documentversion USING btree (authority_id, file_id);


--
-- Name: collaborations_waysofworking_adopted_by_id_796e24bd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_adopted_by_id_796e24bd ON public.collaborations_waysofworking USING btree (adopted_by_id);


--
-- Name: collaborations_waysofworking_before_id_df345461; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_before_id_df345461 ON public.collaborations_waysofworking USING btree (before_id);


--
-- Name: collaborations_waysofworking_circulated_by_id_925c3181; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_circulated_by_id_925c3181 ON public.collaborations_waysofworking USING btree (circulated_by_id);


--
-- Name: collaborations_waysofworking_collaboration_id_70b195d3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_collaboration_id_70b195d3 ON public.collaborations_waysofworking USING btree (collaboration_id);


--
-- Name: collaborations_waysofworking_document_id_bbd1520b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_document_id_bbd1520b ON public.collaborations_waysofworking USING btree (document_id);


--
-- Name: collaborations_waysofworking_history_adopted_by_id_165d9c2e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_history_adopted_by_id_165d9c2e ON public.collaborations_waysofworking_history USING btree (adopted_by_id);


--
-- Name: collaborations_waysofworking_history_authority_id_4e7a2f1f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_history_authority_id_4e7a2f1f ON public.collaborations_waysofworking_history USING btree (authority_id);


--
-- Name: collaborations_waysofworking_history_before_id_fccff32a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_history_before_id_fccff32a ON public.collaborations_waysofworking_history USING btree (before_id);


--
-- Name: collaborations_waysofworking_history_circulated_by_id_3da47f58; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_history_circulated_by_id_3da47f58 ON public.collaborations_waysofworking_history USING btree (circulated_by_id);


--
-- Name: collaborations_waysofworking_history_collaboration_id_837d44ab; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_history_collaboration_id_837d44ab ON public.collaborations_waysofworking_history USING btree (collaboration_id);


--
-- Name: collaborations_waysofworking_history_document_id_0a054580; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_history_document_id_0a054580 ON public.collaborations_waysofworking_history USING btree (document_id);


--
-- Name: collaborations_waysofworking_history_pgh_obj_id_a005aa73; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_history_pgh_obj_id_a005aa73 ON public.collaborations_waysofworking_history USING btree (pgh_obj_id);


--
-- Name: collaborations_waysofworking_history_started_by_id_fd29858a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_history_started_by_id_fd29858a ON public.collaborations_waysofworking_history USING btree (started_by_id);


--
-- Name: collaborations_waysofworking_history_template_id_633ecd9e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_history_template_id_633ecd9e ON public.collaborations_waysofworking_history USING btree (template_id);


--
-- Name: collaborations_waysofworking_started_by_id_f0f4d59f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_started_by_id_f0f4d59f ON public.collaborations_waysofworking USING btree (started_by_id);


--
-- Name: collaborations_waysofworking_template_id_ded99a89; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX collaborations_waysofworking_template_id_ded99a89 ON public.collaborations_waysofworking USING btree (template_id);


--
-- Name: django_admin_log_content_type_id_c4bce8eb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);


--
-- Name: django_admin_log_user_id_c564eba6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);


--
-- Name: django_session_expire_date_a5c62663; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


--
-- Name: django_session_session_key_c0390e0f_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


--
-- Name: documents_export_mine; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_export_mine ON public.documents_exportrun USING btree (authority_id, requested_by_id, requested_at DESC);


--
-- Name: documents_exportrun_requested_by_id_9e067a47; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_exportrun_requested_by_id_9e067a47 ON public.documents_exportrun USING btree (requested_by_id);


--
-- Name: documents_file_made_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX documents_file_made_once ON public.documents_storedfile USING btree (authority_id, purpose, fingerprint) WHERE (NOT ((fingerprint)::text = ''::text));


--
-- Name: documents_job_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_job_newest ON public.documents_job USING btree (authority_id, created_at DESC, id DESC);


--
-- Name: documents_job_started_by_id_9fdf1573; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_job_started_by_id_9fdf1573 ON public.documents_job USING btree (started_by_id);


--
-- Name: documents_outbox_unsent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_outbox_unsent ON public.documents_outboxmessage USING btree (id) WHERE (sent_at IS NULL);


--
-- Name: documents_storedfile_uploaded_by_id_dd88fc20; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX documents_storedfile_uploaded_by_id_dd88fc20 ON public.documents_storedfile USING btree (uploaded_by_id);


--
-- Name: guardian_gr_group_i_9e7d12_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_gr_group_i_9e7d12_idx ON public.guardian_groupobjectpermission USING btree (group_id, content_type_id, object_pk);


--
-- Name: guardian_gr_permiss_83545c_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_gr_permiss_83545c_idx ON public.guardian_groupobjectpermission USING btree (permission_id, group_id, content_type_id, object_pk);


--
-- Name: guardian_groupobjectpermission_content_type_id_7ade36b8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_groupobjectpermission_content_type_id_7ade36b8 ON public.guardian_groupobjectpermission USING btree (content_type_id);


--
-- Name: guardian_groupobjectpermission_group_id_4bbbfb62; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_groupobjectpermission_group_id_4bbbfb62 ON public.guardian_groupobjectpermission USING btree (group_id);


--
-- Name: guardian_groupobjectpermission_permission_id_36572738; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_groupobjectpermission_permission_id_36572738 ON public.guardian_groupobjectpermission USING btree (permission_id);


--
-- Name: guardian_us_permiss_e5749c_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_us_permiss_e5749c_idx ON public.guardian_userobjectpermission USING btree (permission_id, user_id, content_type_id, object_pk);


--
-- Name: guardian_us_user_id_8eae14_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_us_user_id_8eae14_idx ON public.guardian_userobjectpermission USING btree (user_id, content_type_id, object_pk);


--
-- Name: guardian_userobjectpermission_content_type_id_2e892405; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_userobjectpermission_content_type_id_2e892405 ON public.guardian_userobjectpermission USING btree (content_type_id);


--
-- Name: guardian_userobjectpermission_permission_id_71807bfc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_userobjectpermission_permission_id_71807bfc ON public.guardian_userobjectpermission USING btree (permission_id);


--
-- Name: guardian_userobjectpermission_user_id_d5c1e964; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX guardian_userobjectpermission_user_id_d5c1e964 ON public.guardian_userobjectpermission USING btree (user_id);


--
-- Name: leadership_casegrant_content_object_id_f32a3e12; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_casegrant_content_object_id_f32a3e12 ON public.leadership_casegrant USING btree (content_object_id);


--
-- Name: leadership_casegrant_permission_id_06b1e7a4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_casegrant_permission_id_06b1e7a4 ON public.leadership_casegrant USING btree (permission_id);


--
-- Name: leadership_casegrant_user_id_5a000f7a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_casegrant_user_id_5a000f7a ON public.leadership_casegrant USING btree (user_id);


--
-- Name: leadership_cases_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_cases_of ON public.leadership_leadershipcase USING btree (authority_id, appointment_id, opened_at DESC);


--
-- Name: leadership_grant_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_grant_of ON public.leadership_casegrant USING btree (authority_id, content_object_id, user_id);


--
-- Name: leadership_leadershipcase_appointment_id_92c1f234; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_appointment_id_92c1f234 ON public.leadership_leadershipcase USING btree (appointment_id);


--
-- Name: leadership_leadershipcase_assigned_to_id_df614f1d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_assigned_to_id_df614f1d ON public.leadership_leadershipcase USING btree (assigned_to_id);


--
-- Name: leadership_leadershipcase_closed_by_id_16e363cc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_closed_by_id_16e363cc ON public.leadership_leadershipcase USING btree (closed_by_id);


--
-- Name: leadership_leadershipcase_history_appointment_id_53d8cb59; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_appointment_id_53d8cb59 ON public.leadership_leadershipcase_history USING btree (appointment_id);


--
-- Name: leadership_leadershipcase_history_assigned_to_id_6a254c4e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_assigned_to_id_6a254c4e ON public.leadership_leadershipcase_history USING btree (assigned_to_id);


--
-- Name: leadership_leadershipcase_history_authority_id_9996966e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_authority_id_9996966e ON public.leadership_leadershipcase_history USING btree (authority_id);


--
-- Name: leadership_leadershipcase_history_closed_by_id_252921d8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_closed_by_id_252921d8 ON public.leadership_leadershipcase_history USING btree (closed_by_id);


--
-- Name: leadership_leadershipcase_history_inspection_id_450c4844; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_inspection_id_450c4844 ON public.leadership_leadershipcase_history USING btree (inspection_id);


--
-- Name: leadership_leadershipcase_history_pgh_obj_id_85945778; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_pgh_obj_id_85945778 ON public.leadership_leadershipcase_history USING btree (pgh_obj_id);


--
-- Name: leadership_leadershipcase_history_policy_id_694ee53e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_history_policy_id_694ee53e ON public.leadership_leadershipcase_history USING btree (policy_id);


--
-- Name: leadership_leadershipcase_inspection_id_6ea6b2fd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_inspection_id_6ea6b2fd ON public.leadership_leadershipcase USING btree (inspection_id);


--
-- Name: leadership_leadershipcase_policy_id_45567085; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_leadershipcase_policy_id_45567085 ON public.leadership_leadershipcase USING btree (policy_id);


--
-- Name: leadership_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_newest ON public.leadership_leadershipcase USING btree (authority_id, opened_at DESC, id DESC);


--
-- Name: leadership_newest_referrals; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_newest_referrals ON public.leadership_referral USING btree (authority_id, referred_at DESC, id DESC);


--
-- Name: leadership_newest_support; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_newest_support ON public.leadership_supportrequest USING btree (authority_id, asked_at DESC, id DESC);


--
-- Name: leadership_one_open_case; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX leadership_one_open_case ON public.leadership_leadershipcase USING btree (authority_id, appointment_id) WHERE (closed_at IS NULL);


--
-- Name: leadership_one_open_referral; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX leadership_one_open_referral ON public.leadership_referral USING btree (authority_id, provider_id, collaboration_id) WHERE ((state)::text = ANY ((ARRAY['open'::character varying, 'in_touch'::character varying])::text[]));


--
-- Name: leadership_outcomes_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_outcomes_of ON public.leadership_unpublishedoutcome USING btree (authority_id, case_id);


--
-- Name: leadership_referral_collaboration_id_31e0b708; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_referral_collaboration_id_31e0b708 ON public.leadership_referral USING btree (collaboration_id);


--
-- Name: leadership_referral_history_authority_id_faf78e1e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_referral_history_authority_id_faf78e1e ON public.leadership_referral_history USING btree (authority_id);


--
-- Name: leadership_referral_history_collaboration_id_b3a06b49; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_referral_history_collaboration_id_b3a06b49 ON public.leadership_referral_history USING btree (collaboration_id);


--
-- Name: leadership_referral_history_pgh_obj_id_2a18e2c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_referral_history_pgh_obj_id_2a18e2c0 ON public.leadership_referral_history USING btree (pgh_obj_id);


--
-- Name: leadership_referral_history_provider_id_f022df00; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_referral_history_provider_id_f022df00 ON public.leadership_referral_history USING btree (provider_id);


--
-- Name: leadership_referral_history_referred_by_id_7ee25450; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_referral_history_referred_by_id_7ee25450 ON public.leadership_referral_history USING btree (referred_by_id);


--
-- Name: leadership_referral_provider_id_f2ca3995; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_referral_provider_id_f2ca3995 ON public.leadership_referral USING btree (provider_id);


--
-- Name: leadership_referral_referred_by_id_94a0d731; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_referral_referred_by_id_94a0d731 ON public.leadership_referral USING btree (referred_by_id);


--
-- Name: leadership_referrals_to; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_referrals_to ON public.leadership_referral USING btree (authority_id, collaboration_id, state);


--
-- Name: leadership_support_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_support_of ON public.leadership_supportrequest USING btree (authority_id, collaboration_id, state);


--
-- Name: leadership_supportrequest_answered_by_id_403d01bd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_supportrequest_answered_by_id_403d01bd ON public.leadership_supportrequest USING btree (answered_by_id);


--
-- Name: leadership_supportrequest_asked_by_id_64b1c65c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_supportrequest_asked_by_id_64b1c65c ON public.leadership_supportrequest USING btree (asked_by_id);


--
-- Name: leadership_supportrequest_collaboration_id_0e3d0c89; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_supportrequest_collaboration_id_0e3d0c89 ON public.leadership_supportrequest USING btree (collaboration_id);


--
-- Name: leadership_supportrequest_history_answered_by_id_4a99b5cd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_supportrequest_history_answered_by_id_4a99b5cd ON public.leadership_supportrequest_history USING btree (answered_by_id);


--
-- Name: leadership_supportrequest_history_asked_by_id_c1975e89; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_supportrequest_history_asked_by_id_c1975e89 ON public.leadership_supportrequest_history USING btree (asked_by_id);


--
-- Name: leadership_supportrequest_history_authority_id_5468df61; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_supportrequest_history_authority_id_5468df61 ON public.leadership_supportrequest_history USING btree (authority_id);


--
-- Name: leadership_supportrequest_history_collaboration_id_d1b2c651; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_supportrequest_history_collaboration_id_d1b2c651 ON public.leadership_supportrequest_history USING btree (collaboration_id);


--
-- Name: leadership_supportrequest_history_officer_id_acc63838; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_supportrequest_history_officer_id_acc63838 ON public.leadership_supportrequest_history USING btree (officer_id);


--
-- Name: leadership_supportrequest_history_pgh_obj_id_a0bd91c1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_supportrequest_history_pgh_obj_id_a0bd91c1 ON public.leadership_supportrequest_history USING btree (pgh_obj_id);


--
-- Name: leadership_supportrequest_officer_id_bfc43673; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_supportrequest_officer_id_bfc43673 ON public.leadership_supportrequest USING btree (officer_id);


--
-- Name: leadership_unpublishedoutcome_case_id_5b25636b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_unpublishedoutcome_case_id_5b25636b ON public.leadership_unpublishedoutcome USING btree (case_id);


--
-- Name: leadership_unpublishedoutcome_recorded_by_id_731d1262; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leadership_unpublishedoutcome_recorded_by_id_731d1262 ON public.leadership_unpublishedoutcome USING btree (recorded_by_id);


--
-- Name: memberships_application_applied_by_id_85543d77; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_applied_by_id_85543d77 ON public.memberships_application USING btree (applied_by_id);


--
-- Name: memberships_application_collaboration_id_c1488a8b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_collaboration_id_c1488a8b ON public.memberships_application USING btree (collaboration_id);


--
-- Name: memberships_application_decided_by_id_9d3f3784; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_decided_by_id_9d3f3784 ON public.memberships_application USING btree (decided_by_id);


--
-- Name: memberships_application_history_applied_by_id_5b2d8f83; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_applied_by_id_5b2d8f83 ON public.memberships_application_history USING btree (applied_by_id);


--
-- Name: memberships_application_history_authority_id_5b0a8336; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_authority_id_5b0a8336 ON public.memberships_application_history USING btree (authority_id);


--
-- Name: memberships_application_history_collaboration_id_b08bac72; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_collaboration_id_b08bac72 ON public.memberships_application_history USING btree (collaboration_id);


--
-- Name: memberships_application_history_decided_by_id_d626dbfb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_decided_by_id_d626dbfb ON public.memberships_application_history USING btree (decided_by_id);


--
-- Name: memberships_application_history_membership_id_587ceb2c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_membership_id_587ceb2c ON public.memberships_application_history USING btree (membership_id);


--
-- Name: memberships_application_history_pgh_obj_id_45fa9439; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_pgh_obj_id_45fa9439 ON public.memberships_application_history USING btree (pgh_obj_id);


--
-- Name: memberships_application_history_provider_id_aecd46aa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_history_provider_id_aecd46aa ON public.memberships_application_history USING btree (provider_id);


--
-- Name: memberships_application_membership_id_946047f4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_membership_id_946047f4 ON public.memberships_application USING btree (membership_id);


--
-- Name: memberships_application_provider_id_7f873afa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_application_provider_id_7f873afa ON public.memberships_application USING btree (provider_id);


--
-- Name: memberships_applications_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_applications_of ON public.memberships_application USING btree (authority_id, provider_id, state);


--
-- Name: memberships_concerns_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_concerns_of ON public.memberships_conductconcern USING btree (authority_id, collaboration_id, state);


--
-- Name: memberships_conductconcern_about_id_297bdc62; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_about_id_297bdc62 ON public.memberships_conductconcern USING btree (about_id);


--
-- Name: memberships_conductconcern_collaboration_id_e8f2de1b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_collaboration_id_e8f2de1b ON public.memberships_conductconcern USING btree (collaboration_id);


--
-- Name: memberships_conductconcern_history_about_id_c76f00a0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_history_about_id_c76f00a0 ON public.memberships_conductconcern_history USING btree (about_id);


--
-- Name: memberships_conductconcern_history_authority_id_a44a5f0c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_history_authority_id_a44a5f0c ON public.memberships_conductconcern_history USING btree (authority_id);


--
-- Name: memberships_conductconcern_history_collaboration_id_ed9f524f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_history_collaboration_id_ed9f524f ON public.memberships_conductconcern_history USING btree (collaboration_id);


--
-- Name: memberships_conductconcern_history_pgh_obj_id_25064e47; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_history_pgh_obj_id_25064e47 ON public.memberships_conductconcern_history USING btree (pgh_obj_id);


--
-- Name: memberships_conductconcern_history_raised_by_id_bba7794d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_history_raised_by_id_bba7794d ON public.memberships_conductconcern_history USING btree (raised_by_id);


--
-- Name: memberships_conductconcern_raised_by_id_07ddc10d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductconcern_raised_by_id_07ddc10d ON public.memberships_conductconcern USING btree (raised_by_id);


--
-- Name: memberships_conductstep_by_id_6d72b0e1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductstep_by_id_6d72b0e1 ON public.memberships_conductstep USING btree (by_id);


--
-- Name: memberships_conductstep_concern_id_4b2226a3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_conductstep_concern_id_4b2226a3 ON public.memberships_conductstep USING btree (concern_id);


--
-- Name: memberships_hand_overs_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_hand_overs_of ON public.memberships_handover USING btree (authority_id, membership_id);


--
-- Name: memberships_handover_done_by_id_b2ab4b76; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_done_by_id_b2ab4b76 ON public.memberships_handover USING btree (done_by_id);


--
-- Name: memberships_handover_history_authority_id_bf121231; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_history_authority_id_bf121231 ON public.memberships_handover_history USING btree (authority_id);


--
-- Name: memberships_handover_history_done_by_id_24908b7e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_history_done_by_id_24908b7e ON public.memberships_handover_history USING btree (done_by_id);


--
-- Name: memberships_handover_history_membership_id_44bc7bed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_history_membership_id_44bc7bed ON public.memberships_handover_history USING btree (membership_id);


--
-- Name: memberships_handover_history_pgh_obj_id_e9cf7ab5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_history_pgh_obj_id_e9cf7ab5 ON public.memberships_handover_history USING btree (pgh_obj_id);


--
-- Name: memberships_handover_history_taken_by_id_7cd0cb1a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_history_taken_by_id_7cd0cb1a ON public.memberships_handover_history USING btree (taken_by_id);


--
-- Name: memberships_handover_membership_id_1e4b8f76; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_membership_id_1e4b8f76 ON public.memberships_handover USING btree (membership_id);


--
-- Name: memberships_handover_taken_by_id_08595d51; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_handover_taken_by_id_08595d51 ON public.memberships_handover USING btree (taken_by_id);


--
-- Name: memberships_invitation_collaboration_id_3b5d45f3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_collaboration_id_3b5d45f3 ON public.memberships_invitation USING btree (collaboration_id);


--
-- Name: memberships_invitation_history_authority_id_babc38c5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_authority_id_babc38c5 ON public.memberships_invitation_history USING btree (authority_id);


--
-- Name: memberships_invitation_history_collaboration_id_de34ad75; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_collaboration_id_de34ad75 ON public.memberships_invitation_history USING btree (collaboration_id);


--
-- Name: memberships_invitation_history_membership_id_cef4dfb2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_membership_id_cef4dfb2 ON public.memberships_invitation_history USING btree (membership_id);


--
-- Name: memberships_invitation_history_pgh_obj_id_ad1f4b06; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_pgh_obj_id_ad1f4b06 ON public.memberships_invitation_history USING btree (pgh_obj_id);


--
-- Name: memberships_invitation_history_provider_id_39955d94; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_provider_id_39955d94 ON public.memberships_invitation_history USING btree (provider_id);


--
-- Name: memberships_invitation_history_sent_by_id_b7300b42; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_history_sent_by_id_b7300b42 ON public.memberships_invitation_history USING btree (sent_by_id);


--
-- Name: memberships_invitation_membership_id_d7cbb874; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_membership_id_d7cbb874 ON public.memberships_invitation USING btree (membership_id);


--
-- Name: memberships_invitation_provider_id_1b40d50a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_provider_id_1b40d50a ON public.memberships_invitation USING btree (provider_id);


--
-- Name: memberships_invitation_sent_by_id_225c4d93; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitation_sent_by_id_225c4d93 ON public.memberships_invitation USING btree (sent_by_id);


--
-- Name: memberships_invitations_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_invitations_of ON public.memberships_invitation USING btree (authority_id, provider_id, state);


--
-- Name: memberships_leaderappointment_history_authority_id_a7e0eb36; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_history_authority_id_a7e0eb36 ON public.memberships_leaderappointment_history USING btree (authority_id);


--
-- Name: memberships_leaderappointment_history_membership_id_289cb39f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_history_membership_id_289cb39f ON public.memberships_leaderappointment_history USING btree (membership_id);


--
-- Name: memberships_leaderappointment_history_pgh_obj_id_6193ab6e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_history_pgh_obj_id_6193ab6e ON public.memberships_leaderappointment_history USING btree (pgh_obj_id);


--
-- Name: memberships_leaderappointment_history_user_id_65537d4a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_history_user_id_65537d4a ON public.memberships_leaderappointment_history USING btree (user_id);


--
-- Name: memberships_leaderappointment_membership_id_1db9c489; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_membership_id_1db9c489 ON public.memberships_leaderappointment USING btree (membership_id);


--
-- Name: memberships_leaderappointment_user_id_3ffe5ba7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaderappointment_user_id_3ffe5ba7 ON public.memberships_leaderappointment USING btree (user_id);


--
-- Name: memberships_leaders_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_leaders_of ON public.memberships_leaderappointment USING btree (authority_id, membership_id, ends_on);


--
-- Name: memberships_lines_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_lines_of ON public.memberships_sheetline USING btree (authority_id, sheet_id, result, number);


--
-- Name: memberships_membership_collaboration_id_7a9a5e95; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_collaboration_id_7a9a5e95 ON public.memberships_membership USING btree (collaboration_id);


--
-- Name: memberships_membership_continues_id_d2845041; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_continues_id_d2845041 ON public.memberships_membership USING btree (continues_id);


--
-- Name: memberships_membership_history_authority_id_9161899b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_history_authority_id_9161899b ON public.memberships_membership_history USING btree (authority_id);


--
-- Name: memberships_membership_history_collaboration_id_a0864331; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_history_collaboration_id_a0864331 ON public.memberships_membership_history USING btree (collaboration_id);


--
-- Name: memberships_membership_history_continues_id_7e026397; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_history_continues_id_7e026397 ON public.memberships_membership_history USING btree (continues_id);


--
-- Name: memberships_membership_history_pgh_obj_id_f78d613a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_history_pgh_obj_id_f78d613a ON public.memberships_membership_history USING btree (pgh_obj_id);


--
-- Name: memberships_membership_history_provider_id_f3f0f614; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_history_provider_id_f3f0f614 ON public.memberships_membership_history USING btree (provider_id);


--
-- Name: memberships_membership_provider_id_fbc1d043; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_membership_provider_id_fbc1d043 ON public.memberships_membership USING btree (provider_id);


--
-- Name: memberships_message_job_id_1e07b693; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_message_job_id_1e07b693 ON public.memberships_message USING btree (job_id);


--
-- Name: memberships_message_sent_by_id_ac02f78c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_message_sent_by_id_ac02f78c ON public.memberships_message USING btree (sent_by_id);


--
-- Name: memberships_messagecopy_message_id_7e620e18; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_messagecopy_message_id_7e620e18 ON public.memberships_messagecopy USING btree (message_id);


--
-- Name: memberships_messagecopy_user_id_19139237; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_messagecopy_user_id_19139237 ON public.memberships_messagecopy USING btree (user_id);


--
-- Name: memberships_of_group; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_of_group ON public.memberships_membership USING btree (authority_id, collaboration_id, left_on);


--
-- Name: memberships_of_setting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_of_setting ON public.memberships_membership USING btree (authority_id, provider_id, left_on);


--
-- Name: memberships_officeholder_history_authority_id_1049e583; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_history_authority_id_1049e583 ON public.memberships_officeholder_history USING btree (authority_id);


--
-- Name: memberships_officeholder_history_membership_id_aa53c5a0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_history_membership_id_aa53c5a0 ON public.memberships_officeholder_history USING btree (membership_id);


--
-- Name: memberships_officeholder_history_pgh_obj_id_a6b1e0b8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_history_pgh_obj_id_a6b1e0b8 ON public.memberships_officeholder_history USING btree (pgh_obj_id);


--
-- Name: memberships_officeholder_history_user_id_bf586d80; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_history_user_id_bf586d80 ON public.memberships_officeholder_history USING btree (user_id);


--
-- Name: memberships_officeholder_membership_id_6c8290f1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_membership_id_6c8290f1 ON public.memberships_officeholder USING btree (membership_id);


--
-- Name: memberships_officeholder_user_id_01bca343; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_officeholder_user_id_01bca343 ON public.memberships_officeholder USING btree (user_id);


--
-- Name: memberships_offices_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_offices_of ON public.memberships_officeholder USING btree (authority_id, membership_id, ends_on);


--
-- Name: memberships_one_open_application; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX memberships_one_open_application ON public.memberships_application USING btree (authority_id, collaboration_id, provider_id) WHERE ((state)::text = 'open'::text);


--
-- Name: memberships_one_open_invitation; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX memberships_one_open_invitation ON public.memberships_invitation USING btree (authority_id, collaboration_id, provider_id) WHERE ((state)::text = 'sent'::text);


--
-- Name: memberships_one_open_plan; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX memberships_one_open_plan ON public.memberships_reorganisationsource USING btree (authority_id, collaboration_id) WHERE is_open;


--
-- Name: memberships_one_sheet_at_a_time; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX memberships_one_sheet_at_a_time ON public.memberships_sheetimport USING btree (authority_id) WHERE ((state)::text = ANY ((ARRAY['reading'::character varying, 'ready'::character varying, 'loading'::character varying])::text[]));


--
-- Name: memberships_people_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_people_of ON public.memberships_settingrole USING btree (authority_id, provider_id);


--
-- Name: memberships_plannedleader_member_id_f7a7743f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_plannedleader_member_id_f7a7743f ON public.memberships_plannedleader USING btree (member_id);


--
-- Name: memberships_plannedleader_user_id_b7a7f3a2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_plannedleader_user_id_b7a7f3a2 ON public.memberships_plannedleader USING btree (user_id);


--
-- Name: memberships_plannedmember_membership_id_03bf959d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_plannedmember_membership_id_03bf959d ON public.memberships_plannedmember USING btree (membership_id);


--
-- Name: memberships_plannedmember_plan_id_8501680a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_plannedmember_plan_id_8501680a ON public.memberships_plannedmember USING btree (plan_id);


--
-- Name: memberships_plannedmember_successor_id_66f76766; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_plannedmember_successor_id_66f76766 ON public.memberships_plannedmember USING btree (successor_id);


--
-- Name: memberships_plannedsuccessor_collaboration_id_6e3e1e09; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_plannedsuccessor_collaboration_id_6e3e1e09 ON public.memberships_plannedsuccessor USING btree (collaboration_id);


--
-- Name: memberships_plannedsuccessor_district_id_c58065a5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_plannedsuccessor_district_id_c58065a5 ON public.memberships_plannedsuccessor USING btree (district_id);


--
-- Name: memberships_plannedsuccessor_plan_id_1d67a157; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_plannedsuccessor_plan_id_1d67a157 ON public.memberships_plannedsuccessor USING btree (plan_id);


--
-- Name: memberships_reorganisation_done_by_id_ded78cf0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_reorganisation_done_by_id_ded78cf0 ON public.memberships_reorganisation USING btree (done_by_id);


--
-- Name: memberships_reorganisation_history_authority_id_8b7d1d19; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_reorganisation_history_authority_id_8b7d1d19 ON public.memberships_reorganisation_history USING btree (authority_id);


--
-- Name: memberships_reorganisation_history_done_by_id_798d0996; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_reorganisation_history_done_by_id_798d0996 ON public.memberships_reorganisation_history USING btree (done_by_id);


--
-- Name: memberships_reorganisation_history_pgh_obj_id_4c6bade8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_reorganisation_history_pgh_obj_id_4c6bade8 ON public.memberships_reorganisation_history USING btree (pgh_obj_id);


--
-- Name: memberships_reorganisation_history_started_by_id_e9786741; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_reorganisation_history_started_by_id_e9786741 ON public.memberships_reorganisation_history USING btree (started_by_id);


--
-- Name: memberships_reorganisation_started_by_id_e6e17817; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_reorganisation_started_by_id_e6e17817 ON public.memberships_reorganisation USING btree (started_by_id);


--
-- Name: memberships_reorganisationsource_collaboration_id_488808b1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_reorganisationsource_collaboration_id_488808b1 ON public.memberships_reorganisationsource USING btree (collaboration_id);


--
-- Name: memberships_reorganisationsource_plan_id_a805a1af; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_reorganisationsource_plan_id_a805a1af ON public.memberships_reorganisationsource USING btree (plan_id);


--
-- Name: memberships_replies_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_replies_of ON public.memberships_termsreply USING btree (authority_id, answer_id);


--
-- Name: memberships_settingrole_history_authority_id_bd59ebb0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_history_authority_id_bd59ebb0 ON public.memberships_settingrole_history USING btree (authority_id);


--
-- Name: memberships_settingrole_history_pgh_obj_id_ad121b80; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_history_pgh_obj_id_ad121b80 ON public.memberships_settingrole_history USING btree (pgh_obj_id);


--
-- Name: memberships_settingrole_history_provider_id_9e51dae8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_history_provider_id_9e51dae8 ON public.memberships_settingrole_history USING btree (provider_id);


--
-- Name: memberships_settingrole_history_user_id_17fd9005; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_history_user_id_17fd9005 ON public.memberships_settingrole_history USING btree (user_id);


--
-- Name: memberships_settingrole_provider_id_62800008; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_provider_id_62800008 ON public.memberships_settingrole USING btree (provider_id);


--
-- Name: memberships_settingrole_user_id_d0661e3c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_settingrole_user_id_d0661e3c ON public.memberships_settingrole USING btree (user_id);


--
-- Name: memberships_sheetimport_file_id_2ede2e8c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_sheetimport_file_id_2ede2e8c ON public.memberships_sheetimport USING btree (file_id);


--
-- Name: memberships_sheetimport_job_id_2695d1ec; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_sheetimport_job_id_2695d1ec ON public.memberships_sheetimport USING btree (job_id);


--
-- Name: memberships_sheetimport_started_by_id_d6da17d3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_sheetimport_started_by_id_d6da17d3 ON public.memberships_sheetimport USING btree (started_by_id);


--
-- Name: memberships_sheetline_sheet_id_73782241; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_sheetline_sheet_id_73782241 ON public.memberships_sheetline USING btree (sheet_id);


--
-- Name: memberships_stafftold_confirmed_by_id_5cd8a028; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_stafftold_confirmed_by_id_5cd8a028 ON public.memberships_stafftold USING btree (confirmed_by_id);


--
-- Name: memberships_stafftold_membership_id_ec03617a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_stafftold_membership_id_ec03617a ON public.memberships_stafftold USING btree (membership_id);


--
-- Name: memberships_terms_reminders_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_terms_reminders_of ON public.memberships_termsreminder USING btree (authority_id, membership_id);


--
-- Name: memberships_termsanswer_answered_by_id_5eabfafe; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsanswer_answered_by_id_5eabfafe ON public.memberships_termsanswer USING btree (answered_by_id);


--
-- Name: memberships_termsanswer_history_answered_by_id_2bba2733; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsanswer_history_answered_by_id_2bba2733 ON public.memberships_termsanswer_history USING btree (answered_by_id);


--
-- Name: memberships_termsanswer_history_authority_id_b6b2f987; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsanswer_history_authority_id_b6b2f987 ON public.memberships_termsanswer_history USING btree (authority_id);


--
-- Name: memberships_termsanswer_history_membership_id_2ffe0c5e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsanswer_history_membership_id_2ffe0c5e ON public.memberships_termsanswer_history USING btree (membership_id);


--
-- Name: memberships_termsanswer_history_pgh_obj_id_dfc617cd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsanswer_history_pgh_obj_id_dfc617cd ON public.memberships_termsanswer_history USING btree (pgh_obj_id);


--
-- Name: memberships_termsanswer_history_ways_id_01a13ba0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsanswer_history_ways_id_01a13ba0 ON public.memberships_termsanswer_history USING btree (ways_id);


--
-- Name: memberships_termsanswer_membership_id_40b7e4c7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsanswer_membership_id_40b7e4c7 ON public.memberships_termsanswer USING btree (membership_id);


--
-- Name: memberships_termsanswer_ways_id_de0dc1f2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsanswer_ways_id_de0dc1f2 ON public.memberships_termsanswer USING btree (ways_id);


--
-- Name: memberships_termsreminder_membership_id_9dbb39b3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsreminder_membership_id_9dbb39b3 ON public.memberships_termsreminder USING btree (membership_id);


--
-- Name: memberships_termsreminder_sent_by_id_96f801f2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsreminder_sent_by_id_96f801f2 ON public.memberships_termsreminder USING btree (sent_by_id);


--
-- Name: memberships_termsreminder_ways_id_fcfc4399; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsreminder_ways_id_fcfc4399 ON public.memberships_termsreminder USING btree (ways_id);


--
-- Name: memberships_termsreply_answer_id_90e94a49; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsreply_answer_id_90e94a49 ON public.memberships_termsreply USING btree (answer_id);


--
-- Name: memberships_termsreply_by_id_584cfee1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_termsreply_by_id_584cfee1 ON public.memberships_termsreply USING btree (by_id);


--
-- Name: mfa_authenticator_user_id_0c3a50c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


--
-- Name: ofsted_importrun_file_id_df8b94d8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_importrun_file_id_df8b94d8 ON public.ofsted_importrun USING btree (file_id);


--
-- Name: ofsted_importrun_job_id_211531f1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_importrun_job_id_211531f1 ON public.ofsted_importrun USING btree (job_id);


--
-- Name: ofsted_importrun_loaded_by_id_152be3e5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_importrun_loaded_by_id_152be3e5 ON public.ofsted_importrun USING btree (loaded_by_id);


--
-- Name: ofsted_importrun_started_by_id_ba952efa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_importrun_started_by_id_ba952efa ON public.ofsted_importrun USING btree (started_by_id);


--
-- Name: ofsted_inspection_history_authority_id_09f48f8d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_inspection_history_authority_id_09f48f8d ON public.ofsted_inspection_history USING btree (authority_id);


--
-- Name: ofsted_inspection_history_pgh_obj_id_30cc7906; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_inspection_history_pgh_obj_id_30cc7906 ON public.ofsted_inspection_history USING btree (pgh_obj_id);


--
-- Name: ofsted_inspection_history_provider_id_821808ac; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_inspection_history_provider_id_821808ac ON public.ofsted_inspection_history USING btree (provider_id);


--
-- Name: ofsted_latest_graded; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_latest_graded ON public.ofsted_inspection USING btree (authority_id, provider_id, inspected_on DESC, id DESC) INCLUDE (published_on, regime, overall, rc_safeguarding, rc_inclusion, rc_curriculum_and_teaching, rc_achievement, rc_behaviour, rc_welfare, rc_leadership_and_governance) WHERE is_graded;


--
-- Name: ofsted_leadingpolicy_adopted_by_id_b757cde7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_leadingpolicy_adopted_by_id_b757cde7 ON public.ofsted_leadingpolicy USING btree (adopted_by_id);


--
-- Name: ofsted_leadingpolicy_history_adopted_by_id_2dabaadb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_leadingpolicy_history_adopted_by_id_2dabaadb ON public.ofsted_leadingpolicy_history USING btree (adopted_by_id);


--
-- Name: ofsted_leadingpolicy_history_authority_id_06f31fc8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_leadingpolicy_history_authority_id_06f31fc8 ON public.ofsted_leadingpolicy_history USING btree (authority_id);


--
-- Name: ofsted_leadingpolicy_history_pgh_obj_id_e1a2622a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_leadingpolicy_history_pgh_obj_id_e1a2622a ON public.ofsted_leadingpolicy_history USING btree (pgh_obj_id);


--
-- Name: ofsted_planned_of_run; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_planned_of_run ON public.ofsted_plannedrow USING btree (authority_id, run_id, kind, line);


--
-- Name: ofsted_planned_of_urn; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_planned_of_urn ON public.ofsted_plannedrow USING btree (authority_id, urn, id DESC);


--
-- Name: ofsted_policy_one_draft; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ofsted_policy_one_draft ON public.ofsted_leadingpolicy USING btree (authority_id) WHERE ((state)::text = 'draft'::text);


--
-- Name: ofsted_run_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ofsted_run_newest ON public.ofsted_importrun USING btree (authority_id, started_at DESC);


--
-- Name: providers_by_postcode; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_by_postcode ON public.providers_provider USING btree (authority_id, postcode);


--
-- Name: providers_deliverypartner_partnership_id_2f392d80; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_deliverypartner_partnership_id_2f392d80 ON public.providers_deliverypartner USING btree (partnership_id);


--
-- Name: providers_deliverypartner_provider_id_c8c390fd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_deliverypartner_provider_id_c8c390fd ON public.providers_deliverypartner USING btree (provider_id);


--
-- Name: providers_deliverypartnership_history_authority_id_e8cd76ba; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_deliverypartnership_history_authority_id_e8cd76ba ON public.providers_deliverypartnership_history USING btree (authority_id);


--
-- Name: providers_deliverypartnership_history_lead_id_29603351; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_deliverypartnership_history_lead_id_29603351 ON public.providers_deliverypartnership_history USING btree (lead_id);


--
-- Name: providers_deliverypartnership_history_pgh_obj_id_75295f69; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_deliverypartnership_history_pgh_obj_id_75295f69 ON public.providers_deliverypartnership_history USING btree (pgh_obj_id);


--
-- Name: providers_deliverypartnership_lead_id_550e2c16; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_deliverypartnership_lead_id_550e2c16 ON public.providers_deliverypartnership USING btree (lead_id);


--
-- Name: providers_fresh_vacancies; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_fresh_vacancies ON public.providers_vacancy USING btree (authority_id, confirmed_on);


--
-- Name: providers_grant_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_grant_of ON public.providers_providergrant USING btree (authority_id, content_object_id, user_id);


--
-- Name: providers_identity_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_identity_of ON public.providers_provideridentity USING btree (authority_id, provider_id);


--
-- Name: providers_in_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_in_order ON public.providers_provider USING btree (authority_id, search_text, id);


--
-- Name: providers_lines_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_lines_of ON public.providers_staffreturnline USING btree (authority_id, staff_return_id);


--
-- Name: providers_of_agency; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_of_agency ON public.providers_provider USING btree (authority_id, agency_id) WHERE (agency_id IS NOT NULL);


--
-- Name: providers_of_district; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_of_district ON public.providers_provider USING btree (authority_id, district_id) WHERE (district_id IS NOT NULL);


--
-- Name: providers_one_consent; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX providers_one_consent ON public.providers_publicconsent USING btree (authority_id, provider_id) WHERE (withdrawn_on IS NULL);


--
-- Name: providers_partnerships_led; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_partnerships_led ON public.providers_deliverypartnership USING btree (authority_id, lead_id);


--
-- Name: providers_partnerships_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_partnerships_of ON public.providers_deliverypartner USING btree (authority_id, provider_id);


--
-- Name: providers_provider_history_agency_id_73ce8976; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_provider_history_agency_id_73ce8976 ON public.providers_provider_history USING btree (agency_id);


--
-- Name: providers_provider_history_authority_id_49f9c9b3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_provider_history_authority_id_49f9c9b3 ON public.providers_provider_history USING btree (authority_id);


--
-- Name: providers_provider_history_district_id_3bf7e431; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_provider_history_district_id_3bf7e431 ON public.providers_provider_history USING btree (district_id);


--
-- Name: providers_provider_history_pgh_obj_id_ecb37b16; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_provider_history_pgh_obj_id_ecb37b16 ON public.providers_provider_history USING btree (pgh_obj_id);


--
-- Name: providers_providergrant_content_object_id_c8f32e4a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_providergrant_content_object_id_c8f32e4a ON public.providers_providergrant USING btree (content_object_id);


--
-- Name: providers_providergrant_permission_id_3055db48; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_providergrant_permission_id_3055db48 ON public.providers_providergrant USING btree (permission_id);


--
-- Name: providers_providergrant_user_id_51506e02; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_providergrant_user_id_51506e02 ON public.providers_providergrant USING btree (user_id);


--
-- Name: providers_provideridentity_provider_id_4c97b332; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_provideridentity_provider_id_4c97b332 ON public.providers_provideridentity USING btree (provider_id);


--
-- Name: providers_publicconsent_given_by_id_7ad2df07; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_publicconsent_given_by_id_7ad2df07 ON public.providers_publicconsent USING btree (given_by_id);


--
-- Name: providers_publicconsent_history_authority_id_e8170d4d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_publicconsent_history_authority_id_e8170d4d ON public.providers_publicconsent_history USING btree (authority_id);


--
-- Name: providers_publicconsent_history_given_by_id_9ba56695; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_publicconsent_history_given_by_id_9ba56695 ON public.providers_publicconsent_history USING btree (given_by_id);


--
-- Name: providers_publicconsent_history_pgh_obj_id_1f3a495d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_publicconsent_history_pgh_obj_id_1f3a495d ON public.providers_publicconsent_history USING btree (pgh_obj_id);


--
-- Name: providers_publicconsent_history_provider_id_5edcad3a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_publicconsent_history_provider_id_5edcad3a ON public.providers_publicconsent_history USING btree (provider_id);


--
-- Name: providers_publicconsent_provider_id_0defcd77; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_publicconsent_provider_id_0defcd77 ON public.providers_publicconsent USING btree (provider_id);


--
-- Name: providers_reminders_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_reminders_of ON public.providers_staffreturnreminder USING btree (authority_id, provider_id);


--
-- Name: providers_returnperiod_history_authority_id_b4623d5a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_returnperiod_history_authority_id_b4623d5a ON public.providers_returnperiod_history USING btree (authority_id);


--
-- Name: providers_returnperiod_history_pgh_obj_id_17271a25; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_returnperiod_history_pgh_obj_id_17271a25 ON public.providers_returnperiod_history USING btree (pgh_obj_id);


--
-- Name: providers_returns_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_returns_of ON public.providers_staffreturn USING btree (authority_id, provider_id);


--
-- Name: providers_staffreturn_certified_by_id_17addab0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturn_certified_by_id_17addab0 ON public.providers_staffreturn USING btree (certified_by_id);


--
-- Name: providers_staffreturn_history_authority_id_c48c0f99; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturn_history_authority_id_c48c0f99 ON public.providers_staffreturn_history USING btree (authority_id);


--
-- Name: providers_staffreturn_history_certified_by_id_75aadf46; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturn_history_certified_by_id_75aadf46 ON public.providers_staffreturn_history USING btree (certified_by_id);


--
-- Name: providers_staffreturn_history_period_id_b19df170; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturn_history_period_id_b19df170 ON public.providers_staffreturn_history USING btree (period_id);


--
-- Name: providers_staffreturn_history_pgh_obj_id_a672f117; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturn_history_pgh_obj_id_a672f117 ON public.providers_staffreturn_history USING btree (pgh_obj_id);


--
-- Name: providers_staffreturn_history_provider_id_4ee6c244; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturn_history_provider_id_4ee6c244 ON public.providers_staffreturn_history USING btree (provider_id);


--
-- Name: providers_staffreturn_period_id_edba282b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturn_period_id_edba282b ON public.providers_staffreturn USING btree (period_id);


--
-- Name: providers_staffreturn_provider_id_d65f0a5f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturn_provider_id_d65f0a5f ON public.providers_staffreturn USING btree (provider_id);


--
-- Name: providers_staffreturnline_staff_return_id_211b6ff5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturnline_staff_return_id_211b6ff5 ON public.providers_staffreturnline USING btree (staff_return_id);


--
-- Name: providers_staffreturnreminder_period_id_83e1d558; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturnreminder_period_id_83e1d558 ON public.providers_staffreturnreminder USING btree (period_id);


--
-- Name: providers_staffreturnreminder_provider_id_59058209; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturnreminder_provider_id_59058209 ON public.providers_staffreturnreminder USING btree (provider_id);


--
-- Name: providers_staffreturnreminder_sent_by_id_90bf7504; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_staffreturnreminder_sent_by_id_90bf7504 ON public.providers_staffreturnreminder USING btree (sent_by_id);


--
-- Name: providers_succession_new; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_succession_new ON public.providers_successionlink USING btree (authority_id, new_id);


--
-- Name: providers_successionlink_history_authority_id_2933a26f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_history_authority_id_2933a26f ON public.providers_successionlink_history USING btree (authority_id);


--
-- Name: providers_successionlink_history_linked_by_id_4d72c471; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_history_linked_by_id_4d72c471 ON public.providers_successionlink_history USING btree (linked_by_id);


--
-- Name: providers_successionlink_history_new_id_958b2c44; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_history_new_id_958b2c44 ON public.providers_successionlink_history USING btree (new_id);


--
-- Name: providers_successionlink_history_old_id_163ce864; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_history_old_id_163ce864 ON public.providers_successionlink_history USING btree (old_id);


--
-- Name: providers_successionlink_history_pgh_obj_id_82395e65; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_history_pgh_obj_id_82395e65 ON public.providers_successionlink_history USING btree (pgh_obj_id);


--
-- Name: providers_successionlink_linked_by_id_4141e291; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_linked_by_id_4141e291 ON public.providers_successionlink USING btree (linked_by_id);


--
-- Name: providers_successionlink_new_id_980788b2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_new_id_980788b2 ON public.providers_successionlink USING btree (new_id);


--
-- Name: providers_successionlink_old_id_0e12fcdb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_successionlink_old_id_0e12fcdb ON public.providers_successionlink USING btree (old_id);


--
-- Name: providers_unlisted; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_unlisted ON public.providers_provider USING btree (authority_id, unlisted_since) WHERE (unlisted_since IS NOT NULL);


--
-- Name: providers_urn_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX providers_urn_once ON public.providers_provider USING btree (authority_id, urn) WHERE (NOT ((urn)::text = ''::text));


--
-- Name: providers_vacancy_confirmed_by_id_dcfb3740; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_vacancy_confirmed_by_id_dcfb3740 ON public.providers_vacancy USING btree (confirmed_by_id);


--
-- Name: providers_vacancy_history_authority_id_a8f73fad; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_vacancy_history_authority_id_a8f73fad ON public.providers_vacancy_history USING btree (authority_id);


--
-- Name: providers_vacancy_history_confirmed_by_id_940f2358; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_vacancy_history_confirmed_by_id_940f2358 ON public.providers_vacancy_history USING btree (confirmed_by_id);


--
-- Name: providers_vacancy_history_pgh_obj_id_e8f89bf4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_vacancy_history_pgh_obj_id_e8f89bf4 ON public.providers_vacancy_history USING btree (pgh_obj_id);


--
-- Name: providers_vacancy_history_provider_id_eb9c2f62; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_vacancy_history_provider_id_eb9c2f62 ON public.providers_vacancy_history USING btree (provider_id);


--
-- Name: providers_vacancy_provider_id_c87c0a96; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX providers_vacancy_provider_id_c87c0a96 ON public.providers_vacancy USING btree (provider_id);


--
-- Name: socialaccount_socialaccount_user_id_8146e70c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);


--
-- Name: socialaccount_socialtoken_account_id_951f210e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);


--
-- Name: socialaccount_socialtoken_app_id_636a42d7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);


--
-- Name: unique_authenticator_type; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));


--
-- Name: unique_primary_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


--
-- Name: unique_verified_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


--
-- Name: ofsted_leadingpolicy pgtrigger_adopted_stays_96d5e; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_adopted_stays_96d5e BEFORE DELETE OR UPDATE ON public.ofsted_leadingpolicy FOR EACH ROW WHEN (((old.state)::text = 'adopted'::text)) EXECUTE FUNCTION public.pgtrigger_adopted_stays_96d5e();


--
-- Name: TRIGGER pgtrigger_adopted_stays_96d5e ON ofsted_leadingpolicy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_adopted_stays_96d5e ON public.ofsted_leadingpolicy IS 'cc1c41046fcedbc7398db4ee40e0a7d1dc6bf2c0';


--
-- Name: collaborations_planaction pgtrigger_delete_delete_0b4cb; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_0b4cb AFTER DELETE ON public.collaborations_planaction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0b4cb();


--
-- Name: TRIGGER pgtrigger_delete_delete_0b4cb ON collaborations_planaction; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_0b4cb ON public.collaborations_planaction IS 'cef29a1ccd9a5b7309d76542e765198be92ff078';


--
-- Name: collaborations_waysofworking pgtrigger_delete_delete_16fe9; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_16fe9 AFTER DELETE ON public.collaborations_waysofworking FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_16fe9();


--
-- Name: TRIGGER pgtrigger_delete_delete_16fe9 ON collaborations_waysofworking; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_16fe9 ON public.collaborations_waysofworking IS '28a7b2f6e0d50dddab043a0f7f8ad4be598ecd65';


--
-- Name: memberships_handover pgtrigger_delete_delete_1ab6c; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_1ab6c AFTER DELETE ON public.memberships_handover FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1ab6c();


--
-- Name: TRIGGER pgtrigger_delete_delete_1ab6c ON memberships_handover; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_1ab6c ON public.memberships_handover IS 'ad1bc515887364db0d79a1034f7e9dfdc747fb02';


--
-- Name: providers_successionlink pgtrigger_delete_delete_2eef2; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_2eef2 AFTER DELETE ON public.providers_successionlink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2eef2();


--
-- Name: TRIGGER pgtrigger_delete_delete_2eef2 ON providers_successionlink; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_2eef2 ON public.providers_successionlink IS 'cd1321d5045c9e4bcbf71b5854828f5f38c76434';


--
-- Name: accounts_roleappointment pgtrigger_delete_delete_2f516; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_2f516 AFTER DELETE ON public.accounts_roleappointment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2f516();


--
-- Name: TRIGGER pgtrigger_delete_delete_2f516 ON accounts_roleappointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_2f516 ON public.accounts_roleappointment IS '56a73d497a2c93ef44c0b02490fced50b65f07c6';


--
-- Name: memberships_application pgtrigger_delete_delete_37725; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_37725 AFTER DELETE ON public.memberships_application FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_37725();


--
-- Name: TRIGGER pgtrigger_delete_delete_37725 ON memberships_application; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_37725 ON public.memberships_application IS '0b0b7007b5b4a695ef885eba8d0c7654eaf9aab3';


--
-- Name: providers_staffreturn pgtrigger_delete_delete_39490; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_39490 AFTER DELETE ON public.providers_staffreturn FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_39490();


--
-- Name: TRIGGER pgtrigger_delete_delete_39490 ON providers_staffreturn; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_39490 ON public.providers_staffreturn IS '9248dee712c2f8e770eaed563c9b6a1ff7463f06';


--
-- Name: memberships_reorganisation pgtrigger_delete_delete_39d12; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_39d12 AFTER DELETE ON public.memberships_reorganisation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_39d12();


--
-- Name: TRIGGER pgtrigger_delete_delete_39d12 ON memberships_reorganisation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_39d12 ON public.memberships_reorganisation IS '73bb71b362a45a978ec1a88fe5d304c5c30701d9';


--
-- Name: collaborations_firstmeeting pgtrigger_delete_delete_3a43d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_3a43d AFTER DELETE ON public.collaborations_firstmeeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_3a43d();


--
-- Name: TRIGGER pgtrigger_delete_delete_3a43d ON collaborations_firstmeeting; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_3a43d ON public.collaborations_firstmeeting IS '50d4c3ce0652f2c82132ba50461329ab72beb518';


--
-- Name: collaborations_groupdocument pgtrigger_delete_delete_42698; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_42698 AFTER DELETE ON public.collaborations_groupdocument FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_42698();


--
-- Name: TRIGGER pgtrigger_delete_delete_42698 ON collaborations_groupdocument; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_42698 ON public.collaborations_groupdocument IS '77338134c71d98873cdbaa084a52cf4eb8e34b3f';


--
-- Name: providers_provider pgtrigger_delete_delete_42d8b; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_42d8b AFTER DELETE ON public.providers_provider FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_42d8b();


--
-- Name: TRIGGER pgtrigger_delete_delete_42d8b ON providers_provider; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_42d8b ON public.providers_provider IS '8717dbf0363bf2b66c93d4691e17a9e0cb222776';


--
-- Name: collaborations_review pgtrigger_delete_delete_52d9c; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_52d9c AFTER DELETE ON public.collaborations_review FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_52d9c();


--
-- Name: TRIGGER pgtrigger_delete_delete_52d9c ON collaborations_review; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_52d9c ON public.collaborations_review IS 'ba8576d9c300169dfec84a1ce1d15b794fd24bb9';


--
-- Name: collaborations_objective pgtrigger_delete_delete_5e9be; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_5e9be AFTER DELETE ON public.collaborations_objective FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_5e9be();


--
-- Name: TRIGGER pgtrigger_delete_delete_5e9be ON collaborations_objective; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_5e9be ON public.collaborations_objective IS '94069d03cb77ea8287e9a64431c7f80f941654c1';


--
-- Name: memberships_officeholder pgtrigger_delete_delete_628a2; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_628a2 AFTER DELETE ON public.memberships_officeholder FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_628a2();


--
-- Name: TRIGGER pgtrigger_delete_delete_628a2 ON memberships_officeholder; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_628a2 ON public.memberships_officeholder IS '513f46dc0d0cec9628f33a23f23d053f313839bd';


--
-- Name: ofsted_inspection pgtrigger_delete_delete_693e6; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_693e6 AFTER DELETE ON public.ofsted_inspection FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_693e6();


--
-- Name: TRIGGER pgtrigger_delete_delete_693e6 ON ofsted_inspection; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_693e6 ON public.ofsted_inspection IS 'cce80eda680c385ccf0e762d60fd306df5398b98';


--
-- Name: leadership_referral pgtrigger_delete_delete_74a3f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_74a3f AFTER DELETE ON public.leadership_referral FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_74a3f();


--
-- Name: TRIGGER pgtrigger_delete_delete_74a3f ON leadership_referral; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_74a3f ON public.leadership_referral IS 'f85e4c6e67115efc04e68a22eb890c21fb4f5453';


--
-- Name: ofsted_leadingpolicy pgtrigger_delete_delete_77b09; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_77b09 AFTER DELETE ON public.ofsted_leadingpolicy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_77b09();


--
-- Name: TRIGGER pgtrigger_delete_delete_77b09 ON ofsted_leadingpolicy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_77b09 ON public.ofsted_leadingpolicy IS '140d2104c2709fd73313118e8674989a256df2eb';


--
-- Name: memberships_leaderappointment pgtrigger_delete_delete_8289d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_8289d AFTER DELETE ON public.memberships_leaderappointment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_8289d();


--
-- Name: TRIGGER pgtrigger_delete_delete_8289d ON memberships_leaderappointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_8289d ON public.memberships_leaderappointment IS '962ece638d4df759097989beea0de72582b92144';


--
-- Name: memberships_termsanswer pgtrigger_delete_delete_969c2; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_969c2 AFTER DELETE ON public.memberships_termsanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_969c2();


--
-- Name: TRIGGER pgtrigger_delete_delete_969c2 ON memberships_termsanswer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_969c2 ON public.memberships_termsanswer IS '408edcd4146e3fb6f71a924b33f21fa26abfa689';


--
-- Name: memberships_membership pgtrigger_delete_delete_996d8; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_996d8 AFTER DELETE ON public.memberships_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_996d8();


--
-- Name: TRIGGER pgtrigger_delete_delete_996d8 ON memberships_membership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_996d8 ON public.memberships_membership IS '2387e3ca5e83e1b75cbf1e22b868dc738b52d75a';


--
-- Name: memberships_settingrole pgtrigger_delete_delete_9c4c0; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_9c4c0 AFTER DELETE ON public.memberships_settingrole FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9c4c0();


--
-- Name: TRIGGER pgtrigger_delete_delete_9c4c0 ON memberships_settingrole; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_9c4c0 ON public.memberships_settingrole IS 'bc57cb4e69b2991cc1d8de2d896a7fe287cfc38e';


--
-- Name: providers_deliverypartnership pgtrigger_delete_delete_9d510; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_9d510 AFTER DELETE ON public.providers_deliverypartnership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9d510();


--
-- Name: TRIGGER pgtrigger_delete_delete_9d510 ON providers_deliverypartnership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_9d510 ON public.providers_deliverypartnership IS '4d8fa9b5b320e4357401e4295ca43f1edb326b80';


--
-- Name: providers_publicconsent pgtrigger_delete_delete_a05e2; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_a05e2 AFTER DELETE ON public.providers_publicconsent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a05e2();


--
-- Name: TRIGGER pgtrigger_delete_delete_a05e2 ON providers_publicconsent; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_a05e2 ON public.providers_publicconsent IS 'e3b1e48ff0786222dcf0e847c40ac6d534ac0b26';


--
-- Name: leadership_supportrequest pgtrigger_delete_delete_a30f7; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_a30f7 AFTER DELETE ON public.leadership_supportrequest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a30f7();


--
-- Name: TRIGGER pgtrigger_delete_delete_a30f7 ON leadership_supportrequest; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_a30f7 ON public.leadership_supportrequest IS '53ba9cc1b1ad87bbb231579858d10a19815b78d2';


--
-- Name: collaborations_collaboration pgtrigger_delete_delete_a3efd; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_a3efd AFTER DELETE ON public.collaborations_collaboration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a3efd();


--
-- Name: TRIGGER pgtrigger_delete_delete_a3efd ON collaborations_collaboration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_a3efd ON public.collaborations_collaboration IS '5e5ea1ff30b27e1648c75861926747cd3b895dc4';


--
-- Name: providers_vacancy pgtrigger_delete_delete_c0687; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_c0687 AFTER DELETE ON public.providers_vacancy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c0687();


--
-- Name: TRIGGER pgtrigger_delete_delete_c0687 ON providers_vacancy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_c0687 ON public.providers_vacancy IS '73adaf0bfcfbb37a010b8074f6252d49a69999f5';


--
-- Name: collaborations_termstemplate pgtrigger_delete_delete_c8150; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_c8150 AFTER DELETE ON public.collaborations_termstemplate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c8150();


--
-- Name: TRIGGER pgtrigger_delete_delete_c8150 ON collaborations_termstemplate; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_c8150 ON public.collaborations_termstemplate IS '6a51d1abc93a9d56b6fa96f2a4aa6d7e3ea2d6f1';


--
-- Name: providers_returnperiod pgtrigger_delete_delete_e4742; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_e4742 AFTER DELETE ON public.providers_returnperiod FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e4742();


--
-- Name: TRIGGER pgtrigger_delete_delete_e4742 ON providers_returnperiod; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_e4742 ON public.providers_returnperiod IS '15928a8dd7332deadf963953c05a081cc2e7ab91';


--
-- Name: leadership_leadershipcase pgtrigger_delete_delete_f47d3; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_f47d3 AFTER DELETE ON public.leadership_leadershipcase FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f47d3();


--
-- Name: TRIGGER pgtrigger_delete_delete_f47d3 ON leadership_leadershipcase; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_f47d3 ON public.leadership_leadershipcase IS '73acdb2e3b9aec23d3a7c84ecf6453b51d7051b2';


--
-- Name: memberships_invitation pgtrigger_delete_delete_faf63; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_faf63 AFTER DELETE ON public.memberships_invitation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_faf63();


--
-- Name: TRIGGER pgtrigger_delete_delete_faf63 ON memberships_invitation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_faf63 ON public.memberships_invitation IS '15c39892cf3341d5ed8f0185c9ddbf70f47cb99f';


--
-- Name: memberships_conductconcern pgtrigger_delete_delete_fe8f9; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_fe8f9 AFTER DELETE ON public.memberships_conductconcern FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_fe8f9();


--
-- Name: TRIGGER pgtrigger_delete_delete_fe8f9 ON memberships_conductconcern; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_fe8f9 ON public.memberships_conductconcern IS 'ebdc0f8f89fed55ed7e51e65c327de7a7d09c3e4';


--
-- Name: collaborations_developmentplan pgtrigger_delete_delete_fef68; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_delete_delete_fef68 AFTER DELETE ON public.collaborations_developmentplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_fef68();


--
-- Name: TRIGGER pgtrigger_delete_delete_fef68 ON collaborations_developmentplan; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_delete_delete_fef68 ON public.collaborations_developmentplan IS '68e7860e1fa0697ba017afe7869ee210506efa4d';


--
-- Name: collaborations_firstmeeting pgtrigger_update_update_0309a; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_0309a AFTER UPDATE ON public.collaborations_firstmeeting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0309a();


--
-- Name: TRIGGER pgtrigger_update_update_0309a ON collaborations_firstmeeting; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_0309a ON public.collaborations_firstmeeting IS '6f23db7c9ea740e329a09dfbf5d23d25c4a4a414';


--
-- Name: memberships_invitation pgtrigger_update_update_1e148; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_1e148 AFTER UPDATE ON public.memberships_invitation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_1e148();


--
-- Name: TRIGGER pgtrigger_update_update_1e148 ON memberships_invitation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_1e148 ON public.memberships_invitation IS 'a2fc8c6b63904ef21c5a88018c7552e7e8eaf55a';


--
-- Name: memberships_handover pgtrigger_update_update_30971; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_30971 AFTER UPDATE ON public.memberships_handover FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_30971();


--
-- Name: TRIGGER pgtrigger_update_update_30971 ON memberships_handover; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_30971 ON public.memberships_handover IS 'ba6a8d7076635cc795974bca824fca33e878f336';


--
-- Name: collaborations_planaction pgtrigger_update_update_32ee1; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_32ee1 AFTER UPDATE ON public.collaborations_planaction FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_32ee1();


--
-- Name: TRIGGER pgtrigger_update_update_32ee1 ON collaborations_planaction; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_32ee1 ON public.collaborations_planaction IS '265d58c306f2451e1e06409f69e928c68949dd72';


--
-- Name: memberships_reorganisation pgtrigger_update_update_40137; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_40137 AFTER UPDATE ON public.memberships_reorganisation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_40137();


--
-- Name: TRIGGER pgtrigger_update_update_40137 ON memberships_reorganisation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_40137 ON public.memberships_reorganisation IS 'ff7597bda9b057a22c7457892cb6c98f65db689f';


--
-- Name: memberships_application pgtrigger_update_update_462f7; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_462f7 AFTER UPDATE ON public.memberships_application FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_462f7();


--
-- Name: TRIGGER pgtrigger_update_update_462f7 ON memberships_application; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_462f7 ON public.memberships_application IS '61cd666337a1a66798779d3699a67c39a696ad67';


--
-- Name: memberships_membership pgtrigger_update_update_51e35; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_51e35 AFTER UPDATE ON public.memberships_membership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_51e35();


--
-- Name: TRIGGER pgtrigger_update_update_51e35 ON memberships_membership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_51e35 ON public.memberships_membership IS 'dd830a5f83951b940530f2ba58d4723fab802bbb';


--
-- Name: leadership_supportrequest pgtrigger_update_update_55149; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_55149 AFTER UPDATE ON public.leadership_supportrequest FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_55149();


--
-- Name: TRIGGER pgtrigger_update_update_55149 ON leadership_supportrequest; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_55149 ON public.leadership_supportrequest IS '58d5d91dbb18d49e2695249aa20ed99952029c02';


--
-- Name: memberships_conductconcern pgtrigger_update_update_67cbc; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_67cbc AFTER UPDATE ON public.memberships_conductconcern FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_67cbc();


--
-- Name: TRIGGER pgtrigger_update_update_67cbc ON memberships_conductconcern; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_67cbc ON public.memberships_conductconcern IS '88ff9b57a919b81426be249e46e0c3b92104ac01';


--
-- Name: providers_publicconsent pgtrigger_update_update_6f84f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_6f84f AFTER UPDATE ON public.providers_publicconsent FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6f84f();


--
-- Name: TRIGGER pgtrigger_update_update_6f84f ON providers_publicconsent; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_6f84f ON public.providers_publicconsent IS '534145cd6d96eb7d8a2e510a8c1e7b4dd014aa3a';


--
-- Name: collaborations_developmentplan pgtrigger_update_update_7d821; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_7d821 AFTER UPDATE ON public.collaborations_developmentplan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_7d821();


--
-- Name: TRIGGER pgtrigger_update_update_7d821 ON collaborations_developmentplan; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_7d821 ON public.collaborations_developmentplan IS 'ebe8e80341258e77390696e1476f05366427d3d3';


--
-- Name: providers_staffreturn pgtrigger_update_update_88730; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_88730 AFTER UPDATE ON public.providers_staffreturn FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_88730();


--
-- Name: TRIGGER pgtrigger_update_update_88730 ON providers_staffreturn; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_88730 ON public.providers_staffreturn IS '2f94225a04e12d16053aee89bfab4ea70b69da2c';


--
-- Name: ofsted_inspection pgtrigger_update_update_88780; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_88780 AFTER UPDATE ON public.ofsted_inspection FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_88780();


--
-- Name: TRIGGER pgtrigger_update_update_88780 ON ofsted_inspection; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_88780 ON public.ofsted_inspection IS '28da4bcb36968965b611188dd360f55bac0f9ff5';


--
-- Name: providers_successionlink pgtrigger_update_update_88f1d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_88f1d AFTER UPDATE ON public.providers_successionlink FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_88f1d();


--
-- Name: TRIGGER pgtrigger_update_update_88f1d ON providers_successionlink; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_88f1d ON public.providers_successionlink IS '5bb2421ba641c962c3aaf5706c71b86d5f7d4a50';


--
-- Name: collaborations_collaboration pgtrigger_update_update_9a54f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_9a54f AFTER UPDATE ON public.collaborations_collaboration FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9a54f();


--
-- Name: TRIGGER pgtrigger_update_update_9a54f ON collaborations_collaboration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_9a54f ON public.collaborations_collaboration IS '0daf31adda3231de94596f7877ffb18fc818dffb';


--
-- Name: collaborations_termstemplate pgtrigger_update_update_9ba9f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_9ba9f AFTER UPDATE ON public.collaborations_termstemplate FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9ba9f();


--
-- Name: TRIGGER pgtrigger_update_update_9ba9f ON collaborations_termstemplate; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_9ba9f ON public.collaborations_termstemplate IS 'cf9d3775736df598170d7f6d184c45a6a038080f';


--
-- Name: memberships_termsanswer pgtrigger_update_update_9bdb5; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_9bdb5 AFTER UPDATE ON public.memberships_termsanswer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9bdb5();


--
-- Name: TRIGGER pgtrigger_update_update_9bdb5 ON memberships_termsanswer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_9bdb5 ON public.memberships_termsanswer IS 'bb1133d12c627969b9a772b2c9e99535f32f291b';


--
-- Name: memberships_officeholder pgtrigger_update_update_a0366; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_a0366 AFTER UPDATE ON public.memberships_officeholder FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a0366();


--
-- Name: TRIGGER pgtrigger_update_update_a0366 ON memberships_officeholder; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_a0366 ON public.memberships_officeholder IS 'bfcbe98640008b6e20480e31fad4b12a21f2921b';


--
-- Name: collaborations_objective pgtrigger_update_update_a12e6; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_a12e6 AFTER UPDATE ON public.collaborations_objective FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a12e6();


--
-- Name: TRIGGER pgtrigger_update_update_a12e6 ON collaborations_objective; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_a12e6 ON public.collaborations_objective IS '75afe268e4c532c387bc73f31897c5ccb5f35410';


--
-- Name: leadership_leadershipcase pgtrigger_update_update_aa479; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_aa479 AFTER UPDATE ON public.leadership_leadershipcase FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_aa479();


--
-- Name: TRIGGER pgtrigger_update_update_aa479 ON leadership_leadershipcase; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_aa479 ON public.leadership_leadershipcase IS 'a04a24e0fbc2f3638bf31422b847449a642cb989';


--
-- Name: collaborations_waysofworking pgtrigger_update_update_ad4b2; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_ad4b2 AFTER UPDATE ON public.collaborations_waysofworking FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_ad4b2();


--
-- Name: TRIGGER pgtrigger_update_update_ad4b2 ON collaborations_waysofworking; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_ad4b2 ON public.collaborations_waysofworking IS 'd06d924046c2349c7159289a0df714e44e6f9f48';


--
-- Name: providers_provider pgtrigger_update_update_b4a7f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_b4a7f AFTER UPDATE ON public.providers_provider FOR EACH ROW WHEN ((((old.address_line_1)::text IS DISTINCT FROM (new.address_line_1)::text) OR ((old.address_line_2)::text IS DISTINCT FROM (new.address_line_2)::text) OR ((old.address_line_3)::text IS DISTINCT FROM (new.address_line_3)::text) OR (old.agency_id IS DISTINCT FROM new.agency_id) OR (old.authority_id IS DISTINCT FROM new.authority_id) OR ((old.constituency)::text IS DISTINCT FROM (new.constituency)::text) OR ((old.deprivation_band)::text IS DISTINCT FROM (new.deprivation_band)::text) OR (old.district_id IS DISTINCT FROM new.district_id) OR (old.first_listed_on IS DISTINCT FROM new.first_listed_on) OR (old.id IS DISTINCT FROM new.id) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.on_compulsory_register IS DISTINCT FROM new.on_compulsory_register) OR (old.on_early_years_register IS DISTINCT FROM new.on_early_years_register) OR (old.on_voluntary_register IS DISTINCT FROM new.on_voluntary_register) OR (old.places IS DISTINCT FROM new.places) OR (old.places_including_estimates IS DISTINCT FROM new.places_including_estimates) OR ((old.postcode)::text IS DISTINCT FROM (new.postcode)::text) OR ((old.provider_subtype)::text IS DISTINCT FROM (new.provider_subtype)::text) OR ((old.provider_type)::text IS DISTINCT FROM (new.provider_type)::text) OR ((old.region)::text IS DISTINCT FROM (new.region)::text) OR ((old.register_combination)::text IS DISTINCT FROM (new.register_combination)::text) OR (old.registered_on IS DISTINCT FROM new.registered_on) OR ((old.registered_person_name)::text IS DISTINCT FROM (new.registered_person_name)::text) OR ((old.registered_person_urn)::text IS DISTINCT FROM (new.registered_person_urn)::text) OR ((old.telephone)::text IS DISTINCT FROM (new.telephone)::text) OR ((old.town)::text IS DISTINCT FROM (new.town)::text) OR (old.unlisted_since IS DISTINCT FROM new.unlisted_since) OR ((old.urn)::text IS DISTINCT FROM (new.urn)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_b4a7f();


--
-- Name: TRIGGER pgtrigger_update_update_b4a7f ON providers_provider; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_b4a7f ON public.providers_provider IS '12f0ba476db246331378d555c3bc8691ac5214c5';


--
-- Name: leadership_referral pgtrigger_update_update_b8076; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_b8076 AFTER UPDATE ON public.leadership_referral FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b8076();


--
-- Name: TRIGGER pgtrigger_update_update_b8076 ON leadership_referral; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_b8076 ON public.leadership_referral IS 'e1ecf454a689e1f911a987fbe6104de16cacb828';


--
-- Name: providers_vacancy pgtrigger_update_update_b987f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_b987f AFTER UPDATE ON public.providers_vacancy FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b987f();


--
-- Name: TRIGGER pgtrigger_update_update_b987f ON providers_vacancy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_b987f ON public.providers_vacancy IS 'c738735be14c3e5e05f3851bb99646b79ab81a60';


--
-- Name: memberships_settingrole pgtrigger_update_update_dad4c; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_dad4c AFTER UPDATE ON public.memberships_settingrole FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_dad4c();


--
-- Name: TRIGGER pgtrigger_update_update_dad4c ON memberships_settingrole; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_dad4c ON public.memberships_settingrole IS '9461a58ec3e03b4c491f1d022f3a7961bf970550';


--
-- Name: providers_returnperiod pgtrigger_update_update_df075; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_df075 AFTER UPDATE ON public.providers_returnperiod FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_df075();


--
-- Name: TRIGGER pgtrigger_update_update_df075 ON providers_returnperiod; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_df075 ON public.providers_returnperiod IS 'c2b920fd8c38ebdf0aefa5c53fc139117373ccb4';


--
-- Name: providers_deliverypartnership pgtrigger_update_update_e454c; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_e454c AFTER UPDATE ON public.providers_deliverypartnership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e454c();


--
-- Name: TRIGGER pgtrigger_update_update_e454c ON providers_deliverypartnership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_e454c ON public.providers_deliverypartnership IS '1f6d40480d67aabce9c0563a995ec6b4612b60b9';


--
-- Name: collaborations_review pgtrigger_update_update_ed2b0; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_ed2b0 AFTER UPDATE ON public.collaborations_review FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_ed2b0();


--
-- Name: TRIGGER pgtrigger_update_update_ed2b0 ON collaborations_review; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_ed2b0 ON public.collaborations_review IS 'ce34ec387b9b5a73f5be8c1498b776ac9c49ffc7';


--
-- Name: accounts_roleappointment pgtrigger_update_update_eea9b; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_eea9b AFTER UPDATE ON public.accounts_roleappointment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_eea9b();


--
-- Name: TRIGGER pgtrigger_update_update_eea9b ON accounts_roleappointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_eea9b ON public.accounts_roleappointment IS '3ebcd62b2c8cff35c98176b495c7c99e138b7e17';


--
-- Name: memberships_leaderappointment pgtrigger_update_update_f14e2; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_f14e2 AFTER UPDATE ON public.memberships_leaderappointment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_f14e2();


--
-- Name: TRIGGER pgtrigger_update_update_f14e2 ON memberships_leaderappointment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_f14e2 ON public.memberships_leaderappointment IS '812807d854b656cd3fe7a0ab8150db05800fb4ab';


--
-- Name: collaborations_groupdocument pgtrigger_update_update_f7941; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_f7941 AFTER UPDATE ON public.collaborations_groupdocument FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_f7941();


--
-- Name: TRIGGER pgtrigger_update_update_f7941 ON collaborations_groupdocument; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_f7941 ON public.collaborations_groupdocument IS '849be91c96fafcf58aaf4f3a0240eaeb856c5a28';


--
-- Name: ofsted_leadingpolicy pgtrigger_update_update_fadd0; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_update_update_fadd0 AFTER UPDATE ON public.ofsted_leadingpolicy FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_fadd0();


--
-- Name: TRIGGER pgtrigger_update_update_fadd0 ON ofsted_leadingpolicy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_update_update_fadd0 ON public.ofsted_leadingpolicy IS '89fce4ace49472f54e49182de9f36f0363a9c0b7';


--
-- Name: account_emailaddress account_emailaddress_user_id_2c513194_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: account_emailconfirmation account_emailconfirm_email_address_id_5b7f8c58_fk_account_e; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_affiliation accounts_affiliation_authority_id_bd6db773_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_affiliation
    ADD CONSTRAINT accounts_affiliation_authority_id_bd6db773_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_affiliation accounts_affiliation_user_id_a4444279_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_affiliation
    ADD CONSTRAINT accounts_affiliation_user_id_a4444279_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_roleappointment accounts_roleappoint_appointed_by_id_3d42bca4_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment
    ADD CONSTRAINT accounts_roleappoint_appointed_by_id_3d42bca4_fk_accounts_ FOREIGN KEY (appointed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_roleappointment accounts_roleappoint_authority_id_86807f3c_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment
    ADD CONSTRAINT accounts_roleappoint_authority_id_86807f3c_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_roleappointment accounts_roleappointment_user_id_1798066e_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_roleappointment
    ADD CONSTRAINT accounts_roleappointment_user_id_1798066e_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_tasklink accounts_tasklink_authority_id_66402ac3_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_tasklink
    ADD CONSTRAINT accounts_tasklink_authority_id_66402ac3_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_tasklink accounts_tasklink_user_id_00a7afbd_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_tasklink
    ADD CONSTRAINT accounts_tasklink_user_id_00a7afbd_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_groups accounts_user_groups_group_id_bd11a704_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_group_id_bd11a704_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_groups accounts_user_groups_user_id_52b62117_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_52b62117_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_user_permissions accounts_user_user_p_permission_id_113bb443_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_permission_id_113bb443_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_user_permissions accounts_user_user_p_user_id_e4f0a161_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_user_id_e4f0a161_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audit_entry audit_entry_authority_id_e2fe0c37_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_authority_id_e2fe0c37_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audit_entry audit_entry_by_id_1c9b7f27_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_by_id_1c9b7f27_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: audit_seal audit_seal_authority_id_31ccd50f_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_authority_id_31ccd50f_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissio_permission_id_84c5c92e_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissions_group_id_b120cbf9_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_permission auth_permission_content_type_id_2f476e4b_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaboration collaborations_colla_authority_id_aaf512d3_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaboration
    ADD CONSTRAINT collaborations_colla_authority_id_aaf512d3_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaborationgrant collaborations_colla_authority_id_cbce1a85_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_colla_authority_id_cbce1a85_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaborationgrant collaborations_colla_permission_id_30b0495c_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_colla_permission_id_30b0495c_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaborationgrant collaborations_colla_user_id_f4a36f56_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_colla_user_id_f4a36f56_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaboration collaborations_collaboration_district_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaboration
    ADD CONSTRAINT collaborations_collaboration_district_id_afk FOREIGN KEY (authority_id, district_id) REFERENCES public.providers_district(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_collaborationgrant collaborations_collaborationgrant_content_object_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_collaborationgrant
    ADD CONSTRAINT collaborations_collaborationgrant_content_object_id_afk FOREIGN KEY (authority_id, content_object_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_developmentplan collaborations_devel_authority_id_1a31fb82_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_developmentplan
    ADD CONSTRAINT collaborations_devel_authority_id_1a31fb82_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_developmentplan collaborations_developmentplan_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_developmentplan
    ADD CONSTRAINT collaborations_developmentplan_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_documentversion collaborations_docum_added_by_id_1c83f7ea_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentversion
    ADD CONSTRAINT collaborations_docum_added_by_id_1c83f7ea_fk_accounts_ FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_documentopening collaborations_docum_authority_id_174d575b_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentopening
    ADD CONSTRAINT collaborations_docum_authority_id_174d575b_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_documentreader collaborations_docum_authority_id_1af5f04d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentreader
    ADD CONSTRAINT collaborations_docum_authority_id_1af5f04d_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_documentversion collaborations_docum_authority_id_527c6486_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentversion
    ADD CONSTRAINT collaborations_docum_authority_id_527c6486_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_documentopening collaborations_docum_user_id_4d0559e7_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentopening
    ADD CONSTRAINT collaborations_docum_user_id_4d0559e7_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_documentreader collaborations_docum_user_id_a3483a87_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentreader
    ADD CONSTRAINT collaborations_docum_user_id_a3483a87_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_documentopening collaborations_documentopening_version_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentopening
    ADD CONSTRAINT collaborations_documentopening_version_id_afk FOREIGN KEY (authority_id, version_id) REFERENCES public.collaborations_documentversion(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_documentreader collaborations_documentreader_document_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentreader
    ADD CONSTRAINT collaborations_documentreader_document_id_afk FOREIGN KEY (authority_id, document_id) REFERENCES public.collaborations_groupdocument(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_documentversion collaborations_documentversion_document_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentversion
    ADD CONSTRAINT collaborations_documentversion_document_id_afk FOREIGN KEY (authority_id, document_id) REFERENCES public.collaborations_groupdocument(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_documentversion collaborations_documentversion_file_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_documentversion
    ADD CONSTRAINT collaborations_documentversion_file_id_afk FOREIGN KEY (authority_id, file_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_firstmeeting collaborations_first_authority_id_20227d55_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting
    ADD CONSTRAINT collaborations_first_authority_id_20227d55_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_firstmeeting collaborations_first_facilitated_by_id_24107ca7_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting
    ADD CONSTRAINT collaborations_first_facilitated_by_id_24107ca7_fk_accounts_ FOREIGN KEY (facilitated_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_firstmeeting collaborations_firstmeeting_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_firstmeeting
    ADD CONSTRAINT collaborations_firstmeeting_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_groupdocument collaborations_group_authority_id_1a30d95e_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_groupdocument
    ADD CONSTRAINT collaborations_group_authority_id_1a30d95e_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_groupdocument collaborations_group_owner_id_7e527432_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_groupdocument
    ADD CONSTRAINT collaborations_group_owner_id_7e527432_fk_accounts_ FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_groupdocument collaborations_groupdocument_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_groupdocument
    ADD CONSTRAINT collaborations_groupdocument_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_lineage collaborations_linea_authority_id_b1d4f70a_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_lineage
    ADD CONSTRAINT collaborations_linea_authority_id_b1d4f70a_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_lineage collaborations_lineage_earlier_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_lineage
    ADD CONSTRAINT collaborations_lineage_earlier_id_afk FOREIGN KEY (authority_id, earlier_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_lineage collaborations_lineage_later_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_lineage
    ADD CONSTRAINT collaborations_lineage_later_id_afk FOREIGN KEY (authority_id, later_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_objective collaborations_objec_authority_id_4f70d12b_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_objective
    ADD CONSTRAINT collaborations_objec_authority_id_4f70d12b_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_objective collaborations_objective_plan_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_objective
    ADD CONSTRAINT collaborations_objective_plan_id_afk FOREIGN KEY (authority_id, plan_id) REFERENCES public.collaborations_developmentplan(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_planaction collaborations_plana_authority_id_9faa57c2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_planaction
    ADD CONSTRAINT collaborations_plana_authority_id_9faa57c2_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_planaction collaborations_planaction_objective_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_planaction
    ADD CONSTRAINT collaborations_planaction_objective_id_afk FOREIGN KEY (authority_id, objective_id) REFERENCES public.collaborations_objective(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_planaction collaborations_planaction_owner_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_planaction
    ADD CONSTRAINT collaborations_planaction_owner_id_afk FOREIGN KEY (authority_id, owner_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_review collaborations_revie_authority_id_52302200_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_review
    ADD CONSTRAINT collaborations_revie_authority_id_52302200_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_review collaborations_review_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_review
    ADD CONSTRAINT collaborations_review_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_review collaborations_review_done_by_id_2913fd29_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_review
    ADD CONSTRAINT collaborations_review_done_by_id_2913fd29_fk_accounts_user_id FOREIGN KEY (done_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_statechange collaborations_state_authority_id_ac5da110_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_statechange
    ADD CONSTRAINT collaborations_state_authority_id_ac5da110_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_statechange collaborations_statechange_by_id_ed61aa21_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_statechange
    ADD CONSTRAINT collaborations_statechange_by_id_ed61aa21_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_statechange collaborations_statechange_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_statechange
    ADD CONSTRAINT collaborations_statechange_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_termstemplate collaborations_terms_authority_id_26a471d5_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termstemplate
    ADD CONSTRAINT collaborations_terms_authority_id_26a471d5_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_termssection collaborations_terms_authority_id_d36952c5_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termssection
    ADD CONSTRAINT collaborations_terms_authority_id_d36952c5_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_termssection collaborations_terms_edited_by_id_607577c1_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termssection
    ADD CONSTRAINT collaborations_terms_edited_by_id_607577c1_fk_accounts_ FOREIGN KEY (edited_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_termstemplate collaborations_terms_published_by_id_d7c873e2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termstemplate
    ADD CONSTRAINT collaborations_terms_published_by_id_d7c873e2_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_termstemplate collaborations_terms_started_by_id_88a72e70_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termstemplate
    ADD CONSTRAINT collaborations_terms_started_by_id_88a72e70_fk_accounts_ FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_termssection collaborations_termssection_ways_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_termssection
    ADD CONSTRAINT collaborations_termssection_ways_id_afk FOREIGN KEY (authority_id, ways_id) REFERENCES public.collaborations_waysofworking(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_waysofworking collaborations_wayso_adopted_by_id_796e24bd_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking
    ADD CONSTRAINT collaborations_wayso_adopted_by_id_796e24bd_fk_accounts_ FOREIGN KEY (adopted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_waysofworking collaborations_wayso_authority_id_bd0c23cf_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking
    ADD CONSTRAINT collaborations_wayso_authority_id_bd0c23cf_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_waysofworking collaborations_wayso_circulated_by_id_925c3181_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking
    ADD CONSTRAINT collaborations_wayso_circulated_by_id_925c3181_fk_accounts_ FOREIGN KEY (circulated_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_waysofworking collaborations_wayso_started_by_id_f0f4d59f_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking
    ADD CONSTRAINT collaborations_wayso_started_by_id_f0f4d59f_fk_accounts_ FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_waysofworking collaborations_waysofworking_before_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking
    ADD CONSTRAINT collaborations_waysofworking_before_id_afk FOREIGN KEY (authority_id, before_id) REFERENCES public.collaborations_waysofworking(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_waysofworking collaborations_waysofworking_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking
    ADD CONSTRAINT collaborations_waysofworking_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_waysofworking collaborations_waysofworking_document_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking
    ADD CONSTRAINT collaborations_waysofworking_document_id_afk FOREIGN KEY (authority_id, document_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: collaborations_waysofworking collaborations_waysofworking_template_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.collaborations_waysofworking
    ADD CONSTRAINT collaborations_waysofworking_template_id_afk FOREIGN KEY (authority_id, template_id) REFERENCES public.collaborations_termstemplate(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_content_type_id_c4bce8eb_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_user_id_c564eba6_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_exportrun documents_exportrun_authority_id_02a51b32_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_authority_id_02a51b32_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_exportrun documents_exportrun_file_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_file_id_afk FOREIGN KEY (authority_id, file_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_exportrun documents_exportrun_job_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_job_id_afk FOREIGN KEY (authority_id, job_id) REFERENCES public.documents_job(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_exportrun documents_exportrun_requested_by_id_9e067a47_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_exportrun
    ADD CONSTRAINT documents_exportrun_requested_by_id_9e067a47_fk_accounts_ FOREIGN KEY (requested_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_job documents_job_authority_id_c66517d7_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_job
    ADD CONSTRAINT documents_job_authority_id_c66517d7_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_job documents_job_started_by_id_9fdf1573_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_job
    ADD CONSTRAINT documents_job_started_by_id_9fdf1573_fk_accounts_user_id FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_storedfile documents_storedfile_authority_id_58c3a7a1_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_authority_id_58c3a7a1_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_storedfile documents_storedfile_uploaded_by_id_dd88fc20_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_uploaded_by_id_dd88fc20_fk_accounts_ FOREIGN KEY (uploaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_groupobjectpermission guardian_groupobject_content_type_id_7ade36b8_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_content_type_id_7ade36b8_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_groupobjectpermission guardian_groupobject_group_id_4bbbfb62_fk_auth_grou; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_group_id_4bbbfb62_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_groupobjectpermission guardian_groupobject_permission_id_36572738_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_permission_id_36572738_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_userobjectpermission guardian_userobjectp_content_type_id_2e892405_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_content_type_id_2e892405_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_userobjectpermission guardian_userobjectp_permission_id_71807bfc_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_permission_id_71807bfc_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: guardian_userobjectpermission guardian_userobjectp_user_id_d5c1e964_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_user_id_d5c1e964_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_casegrant leadership_casegrant_authority_id_92c62680_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_casegrant_authority_id_92c62680_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_casegrant leadership_casegrant_content_object_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_casegrant_content_object_id_afk FOREIGN KEY (authority_id, content_object_id) REFERENCES public.leadership_leadershipcase(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_casegrant leadership_casegrant_permission_id_06b1e7a4_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_casegrant_permission_id_06b1e7a4_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_casegrant leadership_casegrant_user_id_5a000f7a_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_casegrant
    ADD CONSTRAINT leadership_casegrant_user_id_5a000f7a_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershi_assigned_to_id_df614f1d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershi_assigned_to_id_df614f1d_fk_accounts_ FOREIGN KEY (assigned_to_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershi_authority_id_1e1d07eb_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershi_authority_id_1e1d07eb_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershi_closed_by_id_16e363cc_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershi_closed_by_id_16e363cc_fk_accounts_ FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershipcase_appointment_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershipcase_appointment_id_afk FOREIGN KEY (authority_id, appointment_id) REFERENCES public.memberships_leaderappointment(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershipcase_inspection_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershipcase_inspection_id_afk FOREIGN KEY (authority_id, inspection_id) REFERENCES public.ofsted_inspection(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_leadershipcase leadership_leadershipcase_policy_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_leadershipcase
    ADD CONSTRAINT leadership_leadershipcase_policy_id_afk FOREIGN KEY (authority_id, policy_id) REFERENCES public.ofsted_leadingpolicy(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_referral leadership_referral_authority_id_9fc77b5d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_referral
    ADD CONSTRAINT leadership_referral_authority_id_9fc77b5d_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_referral leadership_referral_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_referral
    ADD CONSTRAINT leadership_referral_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_referral leadership_referral_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_referral
    ADD CONSTRAINT leadership_referral_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_referral leadership_referral_referred_by_id_94a0d731_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_referral
    ADD CONSTRAINT leadership_referral_referred_by_id_94a0d731_fk_accounts_user_id FOREIGN KEY (referred_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_supportrequest leadership_supportre_answered_by_id_403d01bd_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_supportrequest
    ADD CONSTRAINT leadership_supportre_answered_by_id_403d01bd_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_supportrequest leadership_supportre_asked_by_id_64b1c65c_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_supportrequest
    ADD CONSTRAINT leadership_supportre_asked_by_id_64b1c65c_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_supportrequest leadership_supportre_authority_id_7709198e_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_supportrequest
    ADD CONSTRAINT leadership_supportre_authority_id_7709198e_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_supportrequest leadership_supportre_officer_id_bfc43673_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_supportrequest
    ADD CONSTRAINT leadership_supportre_officer_id_bfc43673_fk_accounts_ FOREIGN KEY (officer_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_supportrequest leadership_supportrequest_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_supportrequest
    ADD CONSTRAINT leadership_supportrequest_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_sweep leadership_sweep_authority_id_468c915f_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_sweep
    ADD CONSTRAINT leadership_sweep_authority_id_468c915f_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_unpublishedoutcome leadership_unpublish_authority_id_75d5cdfa_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_unpublishedoutcome
    ADD CONSTRAINT leadership_unpublish_authority_id_75d5cdfa_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_unpublishedoutcome leadership_unpublish_recorded_by_id_731d1262_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_unpublishedoutcome
    ADD CONSTRAINT leadership_unpublish_recorded_by_id_731d1262_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: leadership_unpublishedoutcome leadership_unpublishedoutcome_case_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leadership_unpublishedoutcome
    ADD CONSTRAINT leadership_unpublishedoutcome_case_id_afk FOREIGN KEY (authority_id, case_id) REFERENCES public.leadership_leadershipcase(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_applicat_applied_by_id_85543d77_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_applicat_applied_by_id_85543d77_fk_accounts_ FOREIGN KEY (applied_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_applicat_authority_id_6e5eac0f_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_applicat_authority_id_6e5eac0f_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_applicat_decided_by_id_9d3f3784_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_applicat_decided_by_id_9d3f3784_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_application_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_application_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_application_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_application_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_application memberships_application_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_application
    ADD CONSTRAINT memberships_application_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductconcern memberships_conductc_authority_id_3b1019b2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern
    ADD CONSTRAINT memberships_conductc_authority_id_3b1019b2_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductconcern memberships_conductc_raised_by_id_07ddc10d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern
    ADD CONSTRAINT memberships_conductc_raised_by_id_07ddc10d_fk_accounts_ FOREIGN KEY (raised_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductconcern memberships_conductconcern_about_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern
    ADD CONSTRAINT memberships_conductconcern_about_id_afk FOREIGN KEY (authority_id, about_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductconcern memberships_conductconcern_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductconcern
    ADD CONSTRAINT memberships_conductconcern_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductstep memberships_conducts_authority_id_861998a8_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductstep
    ADD CONSTRAINT memberships_conducts_authority_id_861998a8_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductstep memberships_conductstep_by_id_6d72b0e1_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductstep
    ADD CONSTRAINT memberships_conductstep_by_id_6d72b0e1_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_conductstep memberships_conductstep_concern_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_conductstep
    ADD CONSTRAINT memberships_conductstep_concern_id_afk FOREIGN KEY (authority_id, concern_id) REFERENCES public.memberships_conductconcern(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_handover memberships_handover_authority_id_3da53345_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover
    ADD CONSTRAINT memberships_handover_authority_id_3da53345_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_handover memberships_handover_done_by_id_b2ab4b76_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover
    ADD CONSTRAINT memberships_handover_done_by_id_b2ab4b76_fk_accounts_user_id FOREIGN KEY (done_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_handover memberships_handover_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover
    ADD CONSTRAINT memberships_handover_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_handover memberships_handover_taken_by_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_handover
    ADD CONSTRAINT memberships_handover_taken_by_id_afk FOREIGN KEY (authority_id, taken_by_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_invitation memberships_invitati_authority_id_4a616676_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitati_authority_id_4a616676_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_invitation memberships_invitation_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitation_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_invitation memberships_invitation_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitation_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_invitation memberships_invitation_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitation_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_invitation memberships_invitation_sent_by_id_225c4d93_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_invitation
    ADD CONSTRAINT memberships_invitation_sent_by_id_225c4d93_fk_accounts_user_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_leaderappointment memberships_leaderap_authority_id_1821d239_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment
    ADD CONSTRAINT memberships_leaderap_authority_id_1821d239_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_leaderappointment memberships_leaderap_user_id_3ffe5ba7_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment
    ADD CONSTRAINT memberships_leaderap_user_id_3ffe5ba7_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_leaderappointment memberships_leaderappointment_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_leaderappointment
    ADD CONSTRAINT memberships_leaderappointment_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_membership memberships_membersh_authority_id_0083193e_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_membersh_authority_id_0083193e_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_membership memberships_membership_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_membership_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_membership memberships_membership_continues_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_membership_continues_id_afk FOREIGN KEY (authority_id, continues_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_membership memberships_membership_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_membership
    ADD CONSTRAINT memberships_membership_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_message memberships_message_authority_id_bf1695cf_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_message
    ADD CONSTRAINT memberships_message_authority_id_bf1695cf_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_message memberships_message_job_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_message
    ADD CONSTRAINT memberships_message_job_id_afk FOREIGN KEY (authority_id, job_id) REFERENCES public.documents_job(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_message memberships_message_sent_by_id_ac02f78c_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_message
    ADD CONSTRAINT memberships_message_sent_by_id_ac02f78c_fk_accounts_user_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_messagecopy memberships_messagec_authority_id_a78b96c8_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_messagecopy
    ADD CONSTRAINT memberships_messagec_authority_id_a78b96c8_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_messagecopy memberships_messagecopy_message_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_messagecopy
    ADD CONSTRAINT memberships_messagecopy_message_id_afk FOREIGN KEY (authority_id, message_id) REFERENCES public.memberships_message(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_messagecopy memberships_messagecopy_user_id_19139237_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_messagecopy
    ADD CONSTRAINT memberships_messagecopy_user_id_19139237_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_officeholder memberships_officeho_authority_id_5aeab958_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder
    ADD CONSTRAINT memberships_officeho_authority_id_5aeab958_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_officeholder memberships_officeholder_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder
    ADD CONSTRAINT memberships_officeholder_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_officeholder memberships_officeholder_user_id_01bca343_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_officeholder
    ADD CONSTRAINT memberships_officeholder_user_id_01bca343_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_plannedleader memberships_plannedl_authority_id_5c5365c4_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedleader
    ADD CONSTRAINT memberships_plannedl_authority_id_5c5365c4_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_plannedleader memberships_plannedleader_member_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedleader
    ADD CONSTRAINT memberships_plannedleader_member_id_afk FOREIGN KEY (authority_id, member_id) REFERENCES public.memberships_plannedmember(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_plannedleader memberships_plannedleader_user_id_b7a7f3a2_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedleader
    ADD CONSTRAINT memberships_plannedleader_user_id_b7a7f3a2_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_plannedmember memberships_plannedm_authority_id_32eaba5f_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedmember
    ADD CONSTRAINT memberships_plannedm_authority_id_32eaba5f_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_plannedmember memberships_plannedmember_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedmember
    ADD CONSTRAINT memberships_plannedmember_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_plannedmember memberships_plannedmember_plan_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedmember
    ADD CONSTRAINT memberships_plannedmember_plan_id_afk FOREIGN KEY (authority_id, plan_id) REFERENCES public.memberships_reorganisation(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_plannedmember memberships_plannedmember_successor_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedmember
    ADD CONSTRAINT memberships_plannedmember_successor_id_afk FOREIGN KEY (authority_id, successor_id) REFERENCES public.memberships_plannedsuccessor(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_plannedsuccessor memberships_planneds_authority_id_0f94b716_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedsuccessor
    ADD CONSTRAINT memberships_planneds_authority_id_0f94b716_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_plannedsuccessor memberships_plannedsuccessor_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedsuccessor
    ADD CONSTRAINT memberships_plannedsuccessor_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_plannedsuccessor memberships_plannedsuccessor_district_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedsuccessor
    ADD CONSTRAINT memberships_plannedsuccessor_district_id_afk FOREIGN KEY (authority_id, district_id) REFERENCES public.providers_district(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_plannedsuccessor memberships_plannedsuccessor_plan_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_plannedsuccessor
    ADD CONSTRAINT memberships_plannedsuccessor_plan_id_afk FOREIGN KEY (authority_id, plan_id) REFERENCES public.memberships_reorganisation(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_reorganisation memberships_reorgani_authority_id_22df63bb_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisation
    ADD CONSTRAINT memberships_reorgani_authority_id_22df63bb_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_reorganisationsource memberships_reorgani_authority_id_eb82f1da_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisationsource
    ADD CONSTRAINT memberships_reorgani_authority_id_eb82f1da_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_reorganisation memberships_reorgani_done_by_id_ded78cf0_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisation
    ADD CONSTRAINT memberships_reorgani_done_by_id_ded78cf0_fk_accounts_ FOREIGN KEY (done_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_reorganisation memberships_reorgani_started_by_id_e6e17817_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisation
    ADD CONSTRAINT memberships_reorgani_started_by_id_e6e17817_fk_accounts_ FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_reorganisationsource memberships_reorganisationsource_collaboration_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisationsource
    ADD CONSTRAINT memberships_reorganisationsource_collaboration_id_afk FOREIGN KEY (authority_id, collaboration_id) REFERENCES public.collaborations_collaboration(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_reorganisationsource memberships_reorganisationsource_plan_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_reorganisationsource
    ADD CONSTRAINT memberships_reorganisationsource_plan_id_afk FOREIGN KEY (authority_id, plan_id) REFERENCES public.memberships_reorganisation(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_settingrole memberships_settingr_authority_id_5cfb584b_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole
    ADD CONSTRAINT memberships_settingr_authority_id_5cfb584b_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_settingrole memberships_settingrole_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole
    ADD CONSTRAINT memberships_settingrole_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_settingrole memberships_settingrole_user_id_d0661e3c_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_settingrole
    ADD CONSTRAINT memberships_settingrole_user_id_d0661e3c_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_sheetimport memberships_sheetimp_authority_id_70b71fb1_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_sheetimport
    ADD CONSTRAINT memberships_sheetimp_authority_id_70b71fb1_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_sheetimport memberships_sheetimp_started_by_id_d6da17d3_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_sheetimport
    ADD CONSTRAINT memberships_sheetimp_started_by_id_d6da17d3_fk_accounts_ FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_sheetimport memberships_sheetimport_file_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_sheetimport
    ADD CONSTRAINT memberships_sheetimport_file_id_afk FOREIGN KEY (authority_id, file_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_sheetimport memberships_sheetimport_job_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_sheetimport
    ADD CONSTRAINT memberships_sheetimport_job_id_afk FOREIGN KEY (authority_id, job_id) REFERENCES public.documents_job(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_sheetline memberships_sheetlin_authority_id_cb90044d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_sheetline
    ADD CONSTRAINT memberships_sheetlin_authority_id_cb90044d_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_sheetline memberships_sheetline_sheet_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_sheetline
    ADD CONSTRAINT memberships_sheetline_sheet_id_afk FOREIGN KEY (authority_id, sheet_id) REFERENCES public.memberships_sheetimport(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_stafftold memberships_stafftol_authority_id_2641ff96_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_stafftold
    ADD CONSTRAINT memberships_stafftol_authority_id_2641ff96_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_stafftold memberships_stafftol_confirmed_by_id_5cd8a028_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_stafftold
    ADD CONSTRAINT memberships_stafftol_confirmed_by_id_5cd8a028_fk_accounts_ FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_stafftold memberships_stafftold_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_stafftold
    ADD CONSTRAINT memberships_stafftold_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_termsanswer memberships_termsans_answered_by_id_5eabfafe_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsanswer
    ADD CONSTRAINT memberships_termsans_answered_by_id_5eabfafe_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_termsanswer memberships_termsans_authority_id_55029913_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsanswer
    ADD CONSTRAINT memberships_termsans_authority_id_55029913_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_termsanswer memberships_termsanswer_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsanswer
    ADD CONSTRAINT memberships_termsanswer_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_termsanswer memberships_termsanswer_ways_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsanswer
    ADD CONSTRAINT memberships_termsanswer_ways_id_afk FOREIGN KEY (authority_id, ways_id) REFERENCES public.collaborations_waysofworking(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_termsreminder memberships_termsrem_authority_id_47456d01_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreminder
    ADD CONSTRAINT memberships_termsrem_authority_id_47456d01_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_termsreminder memberships_termsrem_sent_by_id_96f801f2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreminder
    ADD CONSTRAINT memberships_termsrem_sent_by_id_96f801f2_fk_accounts_ FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_termsreminder memberships_termsreminder_membership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreminder
    ADD CONSTRAINT memberships_termsreminder_membership_id_afk FOREIGN KEY (authority_id, membership_id) REFERENCES public.memberships_membership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_termsreminder memberships_termsreminder_ways_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreminder
    ADD CONSTRAINT memberships_termsreminder_ways_id_afk FOREIGN KEY (authority_id, ways_id) REFERENCES public.collaborations_waysofworking(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_termsreply memberships_termsrep_authority_id_cfc28db8_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreply
    ADD CONSTRAINT memberships_termsrep_authority_id_cfc28db8_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_termsreply memberships_termsreply_answer_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreply
    ADD CONSTRAINT memberships_termsreply_answer_id_afk FOREIGN KEY (authority_id, answer_id) REFERENCES public.memberships_termsanswer(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: memberships_termsreply memberships_termsreply_by_id_584cfee1_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships_termsreply
    ADD CONSTRAINT memberships_termsreply_by_id_584cfee1_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: mfa_authenticator mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_importrun ofsted_importrun_authority_id_b3e769c7_fk_accounts_authority_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_authority_id_b3e769c7_fk_accounts_authority_id FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_importrun ofsted_importrun_file_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_file_id_afk FOREIGN KEY (authority_id, file_id) REFERENCES public.documents_storedfile(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_importrun ofsted_importrun_job_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_job_id_afk FOREIGN KEY (authority_id, job_id) REFERENCES public.documents_job(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_importrun ofsted_importrun_loaded_by_id_152be3e5_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_loaded_by_id_152be3e5_fk_accounts_user_id FOREIGN KEY (loaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_importrun ofsted_importrun_started_by_id_ba952efa_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_importrun
    ADD CONSTRAINT ofsted_importrun_started_by_id_ba952efa_fk_accounts_user_id FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_inspection ofsted_inspection_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_inspection
    ADD CONSTRAINT ofsted_inspection_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_leadingpolicy ofsted_leadingpolicy_adopted_by_id_b757cde7_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_leadingpolicy
    ADD CONSTRAINT ofsted_leadingpolicy_adopted_by_id_b757cde7_fk_accounts_user_id FOREIGN KEY (adopted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_leadingpolicy ofsted_leadingpolicy_authority_id_e89a5641_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_leadingpolicy
    ADD CONSTRAINT ofsted_leadingpolicy_authority_id_e89a5641_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_plannedrow ofsted_plannedrow_run_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_plannedrow
    ADD CONSTRAINT ofsted_plannedrow_run_id_afk FOREIGN KEY (authority_id, run_id) REFERENCES public.ofsted_importrun(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: ofsted_registername ofsted_registername_authority_id_a7eb03c2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ofsted_registername
    ADD CONSTRAINT ofsted_registername_authority_id_a7eb03c2_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_deliverypartner providers_deliverypa_authority_id_33e7bede_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_deliverypartner
    ADD CONSTRAINT providers_deliverypa_authority_id_33e7bede_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_deliverypartnership providers_deliverypa_authority_id_ff85db5c_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_deliverypartnership
    ADD CONSTRAINT providers_deliverypa_authority_id_ff85db5c_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_deliverypartner providers_deliverypartner_partnership_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_deliverypartner
    ADD CONSTRAINT providers_deliverypartner_partnership_id_afk FOREIGN KEY (authority_id, partnership_id) REFERENCES public.providers_deliverypartnership(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_deliverypartner providers_deliverypartner_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_deliverypartner
    ADD CONSTRAINT providers_deliverypartner_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_deliverypartnership providers_deliverypartnership_lead_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_deliverypartnership
    ADD CONSTRAINT providers_deliverypartnership_lead_id_afk FOREIGN KEY (authority_id, lead_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_district providers_district_authority_id_a7e4a2ba_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_district
    ADD CONSTRAINT providers_district_authority_id_a7e4a2ba_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_districtoutline providers_districtou_authority_id_65c16dea_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_districtoutline
    ADD CONSTRAINT providers_districtou_authority_id_65c16dea_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_districtoutline providers_districtoutline_district_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_districtoutline
    ADD CONSTRAINT providers_districtoutline_district_id_afk FOREIGN KEY (authority_id, district_id) REFERENCES public.providers_district(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_provider providers_provider_agency_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provider
    ADD CONSTRAINT providers_provider_agency_id_afk FOREIGN KEY (authority_id, agency_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_provider providers_provider_authority_id_2fdda1d2_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provider
    ADD CONSTRAINT providers_provider_authority_id_2fdda1d2_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_provider providers_provider_district_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provider
    ADD CONSTRAINT providers_provider_district_id_afk FOREIGN KEY (authority_id, district_id) REFERENCES public.providers_district(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_providergrant providers_providergr_authority_id_3ce85126_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_providergr_authority_id_3ce85126_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_providergrant providers_providergr_permission_id_3055db48_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_providergr_permission_id_3055db48_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_providergrant providers_providergrant_content_object_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_providergrant_content_object_id_afk FOREIGN KEY (authority_id, content_object_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_providergrant providers_providergrant_user_id_51506e02_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_providergrant
    ADD CONSTRAINT providers_providergrant_user_id_51506e02_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_provideridentity providers_providerid_authority_id_79701746_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provideridentity
    ADD CONSTRAINT providers_providerid_authority_id_79701746_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_provideridentity providers_provideridentity_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_provideridentity
    ADD CONSTRAINT providers_provideridentity_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_publicconsent providers_publiccons_authority_id_f073e4bd_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_publicconsent
    ADD CONSTRAINT providers_publiccons_authority_id_f073e4bd_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_publicconsent providers_publiccons_given_by_id_7ad2df07_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_publicconsent
    ADD CONSTRAINT providers_publiccons_given_by_id_7ad2df07_fk_accounts_ FOREIGN KEY (given_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_publicconsent providers_publicconsent_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_publicconsent
    ADD CONSTRAINT providers_publicconsent_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_returnperiod providers_returnperi_authority_id_e99d553c_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_returnperiod
    ADD CONSTRAINT providers_returnperi_authority_id_e99d553c_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_staffreturn providers_staffretur_authority_id_0b0853b8_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturn
    ADD CONSTRAINT providers_staffretur_authority_id_0b0853b8_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_staffreturnline providers_staffretur_authority_id_85f4b19a_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturnline
    ADD CONSTRAINT providers_staffretur_authority_id_85f4b19a_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_staffreturnreminder providers_staffretur_authority_id_df57309a_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturnreminder
    ADD CONSTRAINT providers_staffretur_authority_id_df57309a_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_staffreturn providers_staffretur_certified_by_id_17addab0_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturn
    ADD CONSTRAINT providers_staffretur_certified_by_id_17addab0_fk_accounts_ FOREIGN KEY (certified_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_staffreturnreminder providers_staffretur_sent_by_id_90bf7504_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturnreminder
    ADD CONSTRAINT providers_staffretur_sent_by_id_90bf7504_fk_accounts_ FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_staffreturn providers_staffreturn_period_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturn
    ADD CONSTRAINT providers_staffreturn_period_id_afk FOREIGN KEY (authority_id, period_id) REFERENCES public.providers_returnperiod(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_staffreturn providers_staffreturn_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturn
    ADD CONSTRAINT providers_staffreturn_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_staffreturnline providers_staffreturnline_staff_return_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturnline
    ADD CONSTRAINT providers_staffreturnline_staff_return_id_afk FOREIGN KEY (authority_id, staff_return_id) REFERENCES public.providers_staffreturn(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_staffreturnreminder providers_staffreturnreminder_period_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturnreminder
    ADD CONSTRAINT providers_staffreturnreminder_period_id_afk FOREIGN KEY (authority_id, period_id) REFERENCES public.providers_returnperiod(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_staffreturnreminder providers_staffreturnreminder_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_staffreturnreminder
    ADD CONSTRAINT providers_staffreturnreminder_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_successionlink providers_succession_authority_id_13994263_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_succession_authority_id_13994263_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_successionlink providers_succession_linked_by_id_4141e291_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_succession_linked_by_id_4141e291_fk_accounts_ FOREIGN KEY (linked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_successionlink providers_successionlink_new_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_successionlink_new_id_afk FOREIGN KEY (authority_id, new_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_successionlink providers_successionlink_old_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_successionlink
    ADD CONSTRAINT providers_successionlink_old_id_afk FOREIGN KEY (authority_id, old_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_vacancy providers_vacancy_authority_id_3eac8d12_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_vacancy
    ADD CONSTRAINT providers_vacancy_authority_id_3eac8d12_fk_accounts_ FOREIGN KEY (authority_id) REFERENCES public.accounts_authority(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_vacancy providers_vacancy_confirmed_by_id_dcfb3740_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_vacancy
    ADD CONSTRAINT providers_vacancy_confirmed_by_id_dcfb3740_fk_accounts_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: providers_vacancy providers_vacancy_provider_id_afk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.providers_vacancy
    ADD CONSTRAINT providers_vacancy_provider_id_afk FOREIGN KEY (authority_id, provider_id) REFERENCES public.providers_provider(authority_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: socialaccount_socialtoken socialaccount_social_account_id_951f210e_fk_socialacc; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: socialaccount_socialtoken socialaccount_social_app_id_636a42d7_fk_socialacc; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: socialaccount_socialaccount socialaccount_social_user_id_8146e70c_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_roleappointment; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.accounts_roleappointment ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_roleappointment_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.accounts_roleappointment_history ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_tasklink; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.accounts_tasklink ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_entry; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_entry ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_seal; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_seal ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts_roleappointment authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.accounts_roleappointment USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: accounts_roleappointment_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.accounts_roleappointment_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: accounts_tasklink authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.accounts_tasklink USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: audit_entry authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.audit_entry USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: audit_seal authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.audit_seal USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_collaboration authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_collaboration USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_collaboration_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_collaboration_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_collaborationgrant authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_collaborationgrant USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_developmentplan authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_developmentplan USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_developmentplan_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_developmentplan_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_documentopening authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_documentopening USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_documentreader authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_documentreader USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_documentversion authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_documentversion USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_firstmeeting authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_firstmeeting USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_firstmeeting_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_firstmeeting_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_groupdocument authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_groupdocument USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_groupdocument_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_groupdocument_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_lineage authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_lineage USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_objective authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_objective USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_objective_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_objective_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_planaction authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_planaction USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_planaction_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_planaction_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_review authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_review USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_review_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_review_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_statechange authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_statechange USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_termssection authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_termssection USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_termstemplate authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_termstemplate USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_termstemplate_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_termstemplate_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_waysofworking authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_waysofworking USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_waysofworking_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.collaborations_waysofworking_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: documents_exportrun authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.documents_exportrun USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: documents_job authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.documents_job USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: documents_storedfile authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.documents_storedfile USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_casegrant authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_casegrant USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_leadershipcase authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_leadershipcase USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_leadershipcase_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_leadershipcase_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_referral authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_referral USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_referral_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_referral_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_supportrequest authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_supportrequest USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_supportrequest_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_supportrequest_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_sweep authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_sweep USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: leadership_unpublishedoutcome authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.leadership_unpublishedoutcome USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_application authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_application USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_application_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_application_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_conductconcern authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_conductconcern USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_conductconcern_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_conductconcern_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_conductstep authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_conductstep USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_handover authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_handover USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_handover_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_handover_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_invitation authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_invitation USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_invitation_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_invitation_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_leaderappointment authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_leaderappointment USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_leaderappointment_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_leaderappointment_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_membership authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_membership USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_membership_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_membership_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_message authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_message USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_messagecopy authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_messagecopy USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_officeholder authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_officeholder USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_officeholder_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_officeholder_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_plannedleader authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_plannedleader USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_plannedmember authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_plannedmember USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_plannedsuccessor authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_plannedsuccessor USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_reorganisation authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_reorganisation USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_reorganisation_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_reorganisation_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_reorganisationsource authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_reorganisationsource USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_settingrole authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_settingrole USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_settingrole_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_settingrole_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_sheetimport authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_sheetimport USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_sheetline authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_sheetline USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_stafftold authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_stafftold USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_termsanswer authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_termsanswer USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_termsanswer_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_termsanswer_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_termsreminder authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_termsreminder USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: memberships_termsreply authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.memberships_termsreply USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_importrun authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_importrun USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_inspection authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_inspection USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_inspection_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_inspection_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_leadingpolicy authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_leadingpolicy USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_leadingpolicy_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_leadingpolicy_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_plannedrow authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_plannedrow USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: ofsted_registername authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.ofsted_registername USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_deliverypartner authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_deliverypartner USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_deliverypartnership authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_deliverypartnership USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_deliverypartnership_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_deliverypartnership_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_district authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_district USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_districtoutline authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_districtoutline USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_provider authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_provider USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_provider_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_provider_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_providergrant authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_providergrant USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_provideridentity authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_provideridentity USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_publicconsent authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_publicconsent USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_publicconsent_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_publicconsent_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_returnperiod authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_returnperiod USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_returnperiod_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_returnperiod_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_staffreturn authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_staffreturn USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_staffreturn_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_staffreturn_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_staffreturnline authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_staffreturnline USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_staffreturnreminder authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_staffreturnreminder USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_successionlink authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_successionlink USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_successionlink_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_successionlink_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_vacancy authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_vacancy USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: providers_vacancy_history authority_isolation; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY authority_isolation ON public.providers_vacancy_history USING ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((authority_id = ( SELECT (NULLIF(current_setting('app.authority_id'::text, true), ''::text))::bigint AS "nullif")));


--
-- Name: collaborations_collaboration; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaboration ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_collaboration_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaboration_history ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_collaborationgrant; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_collaborationgrant ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_developmentplan; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_developmentplan ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_developmentplan_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_developmentplan_history ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_documentopening; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_documentopening ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_documentreader; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_documentreader ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_documentversion; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_documentversion ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_firstmeeting; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_firstmeeting ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_firstmeeting_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_firstmeeting_history ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_groupdocument; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_groupdocument ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_groupdocument_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_groupdocument_history ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_lineage; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_lineage ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_objective; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_objective ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_objective_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_objective_history ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_planaction; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_planaction ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_planaction_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_planaction_history ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_review; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_review ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_review_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_review_history ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_statechange; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_statechange ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_termssection; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_termssection ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_termstemplate; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_termstemplate ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_termstemplate_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_termstemplate_history ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_waysofworking; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_waysofworking ENABLE ROW LEVEL SECURITY;

--
-- Name: collaborations_waysofworking_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.collaborations_waysofworking_history ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_exportrun; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.documents_exportrun ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_job; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.documents_job ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_storedfile; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.documents_storedfile ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_casegrant; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_casegrant ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_leadershipcase; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_leadershipcase ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_leadershipcase_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_leadershipcase_history ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_referral; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_referral ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_referral_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_referral_history ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_supportrequest; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_supportrequest ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_supportrequest_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_supportrequest_history ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_sweep; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_sweep ENABLE ROW LEVEL SECURITY;

--
-- Name: leadership_unpublishedoutcome; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leadership_unpublishedoutcome ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_application; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_application ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_application_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_application_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_conductconcern; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductconcern ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_conductconcern_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductconcern_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_conductstep; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_conductstep ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_handover; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_handover ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_handover_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_handover_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_invitation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_invitation ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_invitation_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_invitation_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_leaderappointment; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_leaderappointment ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_leaderappointment_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_leaderappointment_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_membership; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_membership ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_membership_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_membership_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_message; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_message ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_messagecopy; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_messagecopy ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_officeholder; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_officeholder ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_officeholder_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_officeholder_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_plannedleader; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_plannedleader ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_plannedmember; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_plannedmember ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_plannedsuccessor; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_plannedsuccessor ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_reorganisation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_reorganisation ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_reorganisation_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_reorganisation_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_reorganisationsource; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_reorganisationsource ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_settingrole; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_settingrole ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_settingrole_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_settingrole_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_sheetimport; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_sheetimport ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_sheetline; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_sheetline ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_stafftold; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_stafftold ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_termsanswer; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_termsanswer ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_termsanswer_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_termsanswer_history ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_termsreminder; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_termsreminder ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships_termsreply; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships_termsreply ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_importrun; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_importrun ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_inspection; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_inspection ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_inspection_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_inspection_history ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_leadingpolicy; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_leadingpolicy ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_leadingpolicy_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_leadingpolicy_history ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_plannedrow; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_plannedrow ENABLE ROW LEVEL SECURITY;

--
-- Name: ofsted_registername; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ofsted_registername ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_deliverypartner; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_deliverypartner ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_deliverypartnership; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_deliverypartnership ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_deliverypartnership_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_deliverypartnership_history ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_district; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_district ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_districtoutline; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_districtoutline ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_provider; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_provider ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_provider_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_provider_history ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_providergrant; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_providergrant ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_provideridentity; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_provideridentity ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_publicconsent; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_publicconsent ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_publicconsent_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_publicconsent_history ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_returnperiod; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_returnperiod ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_returnperiod_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_returnperiod_history ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_staffreturn; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_staffreturn ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_staffreturn_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_staffreturn_history ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_staffreturnline; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_staffreturnline ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_staffreturnreminder; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_staffreturnreminder ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_successionlink; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_successionlink ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_successionlink_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_successionlink_history ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_vacancy; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_vacancy ENABLE ROW LEVEL SECURITY;

--
-- Name: providers_vacancy_history; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.providers_vacancy_history ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO eyc_app;
GRANT USAGE ON SCHEMA public TO eyc_platform;


--
-- Name: TABLE account_emailaddress; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO eyc_app;
GRANT SELECT ON TABLE public.account_emailaddress TO eyc_platform;


--
-- Name: SEQUENCE account_emailaddress_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO eyc_app;


--
-- Name: TABLE account_emailconfirmation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO eyc_app;
GRANT SELECT ON TABLE public.account_emailconfirmation TO eyc_platform;


--
-- Name: SEQUENCE account_emailconfirmation_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO eyc_app;


--
-- Name: TABLE accounts_affiliation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_affiliation TO eyc_app;
GRANT SELECT ON TABLE public.accounts_affiliation TO eyc_platform;


--
-- Name: SEQUENCE accounts_affiliation_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_affiliation_id_seq TO eyc_app;


--
-- Name: TABLE accounts_authority; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_authority TO eyc_app;
GRANT SELECT ON TABLE public.accounts_authority TO eyc_platform;


--
-- Name: SEQUENCE accounts_authority_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_authority_id_seq TO eyc_app;


--
-- Name: TABLE accounts_roleappointment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_roleappointment TO eyc_app;
GRANT SELECT ON TABLE public.accounts_roleappointment TO eyc_platform;


--
-- Name: TABLE accounts_roleappointment_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.accounts_roleappointment_history TO eyc_app;
GRANT SELECT ON TABLE public.accounts_roleappointment_history TO eyc_platform;


--
-- Name: SEQUENCE accounts_roleappointment_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_roleappointment_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE accounts_roleappointment_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_roleappointment_id_seq TO eyc_app;


--
-- Name: TABLE accounts_tasklink; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_tasklink TO eyc_app;
GRANT SELECT ON TABLE public.accounts_tasklink TO eyc_platform;


--
-- Name: SEQUENCE accounts_tasklink_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_tasklink_id_seq TO eyc_app;


--
-- Name: TABLE accounts_user; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_user TO eyc_app;
GRANT SELECT ON TABLE public.accounts_user TO eyc_platform;


--
-- Name: TABLE accounts_user_groups; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_user_groups TO eyc_app;
GRANT SELECT ON TABLE public.accounts_user_groups TO eyc_platform;


--
-- Name: SEQUENCE accounts_user_groups_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_user_groups_id_seq TO eyc_app;


--
-- Name: SEQUENCE accounts_user_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_user_id_seq TO eyc_app;


--
-- Name: TABLE accounts_user_user_permissions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_user_user_permissions TO eyc_app;
GRANT SELECT ON TABLE public.accounts_user_user_permissions TO eyc_platform;


--
-- Name: SEQUENCE accounts_user_user_permissions_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_user_user_permissions_id_seq TO eyc_app;


--
-- Name: TABLE audit_entry; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.audit_entry TO eyc_app;
GRANT SELECT ON TABLE public.audit_entry TO eyc_platform;


--
-- Name: SEQUENCE audit_entry_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.audit_entry_id_seq TO eyc_app;


--
-- Name: TABLE audit_seal; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.audit_seal TO eyc_app;
GRANT SELECT ON TABLE public.audit_seal TO eyc_platform;


--
-- Name: SEQUENCE audit_seal_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.audit_seal_id_seq TO eyc_app;


--
-- Name: TABLE auth_group; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO eyc_app;
GRANT SELECT ON TABLE public.auth_group TO eyc_platform;


--
-- Name: SEQUENCE auth_group_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO eyc_app;


--
-- Name: TABLE auth_group_permissions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO eyc_app;
GRANT SELECT ON TABLE public.auth_group_permissions TO eyc_platform;


--
-- Name: SEQUENCE auth_group_permissions_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO eyc_app;


--
-- Name: TABLE auth_permission; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO eyc_app;
GRANT SELECT ON TABLE public.auth_permission TO eyc_platform;


--
-- Name: SEQUENCE auth_permission_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_collaboration; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_collaboration TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_collaboration TO eyc_platform;


--
-- Name: TABLE collaborations_collaboration_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_collaboration_history TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_collaboration_history TO eyc_platform;


--
-- Name: SEQUENCE collaborations_collaboration_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_collaboration_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE collaborations_collaboration_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_collaboration_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_collaborationgrant; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_collaborationgrant TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_collaborationgrant TO eyc_platform;


--
-- Name: SEQUENCE collaborations_collaborationgrant_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_collaborationgrant_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_developmentplan; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_developmentplan TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_developmentplan TO eyc_platform;


--
-- Name: TABLE collaborations_developmentplan_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_developmentplan_history TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_developmentplan_history TO eyc_platform;


--
-- Name: SEQUENCE collaborations_developmentplan_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_developmentplan_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE collaborations_developmentplan_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_developmentplan_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_documentopening; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_documentopening TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_documentopening TO eyc_platform;


--
-- Name: SEQUENCE collaborations_documentopening_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_documentopening_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_documentreader; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_documentreader TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_documentreader TO eyc_platform;


--
-- Name: SEQUENCE collaborations_documentreader_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_documentreader_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_documentversion; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_documentversion TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_documentversion TO eyc_platform;


--
-- Name: SEQUENCE collaborations_documentversion_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_documentversion_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_firstmeeting; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_firstmeeting TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_firstmeeting TO eyc_platform;


--
-- Name: TABLE collaborations_firstmeeting_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_firstmeeting_history TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_firstmeeting_history TO eyc_platform;


--
-- Name: SEQUENCE collaborations_firstmeeting_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_firstmeeting_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE collaborations_firstmeeting_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_firstmeeting_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_groupdocument; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_groupdocument TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_groupdocument TO eyc_platform;


--
-- Name: TABLE collaborations_groupdocument_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_groupdocument_history TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_groupdocument_history TO eyc_platform;


--
-- Name: SEQUENCE collaborations_groupdocument_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_groupdocument_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE collaborations_groupdocument_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_groupdocument_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_lineage; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_lineage TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_lineage TO eyc_platform;


--
-- Name: SEQUENCE collaborations_lineage_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_lineage_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_objective; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_objective TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_objective TO eyc_platform;


--
-- Name: TABLE collaborations_objective_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_objective_history TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_objective_history TO eyc_platform;


--
-- Name: SEQUENCE collaborations_objective_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_objective_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE collaborations_objective_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_objective_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_planaction; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_planaction TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_planaction TO eyc_platform;


--
-- Name: TABLE collaborations_planaction_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_planaction_history TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_planaction_history TO eyc_platform;


--
-- Name: SEQUENCE collaborations_planaction_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_planaction_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE collaborations_planaction_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_planaction_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_review; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_review TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_review TO eyc_platform;


--
-- Name: TABLE collaborations_review_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_review_history TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_review_history TO eyc_platform;


--
-- Name: SEQUENCE collaborations_review_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_review_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE collaborations_review_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_review_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_statechange; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_statechange TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_statechange TO eyc_platform;


--
-- Name: SEQUENCE collaborations_statechange_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_statechange_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_termssection; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_termssection TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_termssection TO eyc_platform;


--
-- Name: SEQUENCE collaborations_termssection_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_termssection_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_termstemplate; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_termstemplate TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_termstemplate TO eyc_platform;


--
-- Name: TABLE collaborations_termstemplate_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_termstemplate_history TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_termstemplate_history TO eyc_platform;


--
-- Name: SEQUENCE collaborations_termstemplate_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_termstemplate_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE collaborations_termstemplate_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_termstemplate_id_seq TO eyc_app;


--
-- Name: TABLE collaborations_waysofworking; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.collaborations_waysofworking TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_waysofworking TO eyc_platform;


--
-- Name: TABLE collaborations_waysofworking_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.collaborations_waysofworking_history TO eyc_app;
GRANT SELECT ON TABLE public.collaborations_waysofworking_history TO eyc_platform;


--
-- Name: SEQUENCE collaborations_waysofworking_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_waysofworking_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE collaborations_waysofworking_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.collaborations_waysofworking_id_seq TO eyc_app;


--
-- Name: TABLE django_admin_log; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_admin_log TO eyc_app;
GRANT SELECT ON TABLE public.django_admin_log TO eyc_platform;


--
-- Name: SEQUENCE django_admin_log_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.django_admin_log_id_seq TO eyc_app;


--
-- Name: TABLE django_content_type; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO eyc_app;
GRANT SELECT ON TABLE public.django_content_type TO eyc_platform;


--
-- Name: SEQUENCE django_content_type_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO eyc_app;


--
-- Name: TABLE django_migrations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.django_migrations TO eyc_app;
GRANT SELECT ON TABLE public.django_migrations TO eyc_platform;


--
-- Name: SEQUENCE django_migrations_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO eyc_app;


--
-- Name: TABLE django_session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO eyc_app;
GRANT SELECT ON TABLE public.django_session TO eyc_platform;


--
-- Name: TABLE documents_exportrun; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_exportrun TO eyc_app;
GRANT SELECT ON TABLE public.documents_exportrun TO eyc_platform;


--
-- Name: SEQUENCE documents_exportrun_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_exportrun_id_seq TO eyc_app;


--
-- Name: TABLE documents_job; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_job TO eyc_app;
GRANT SELECT ON TABLE public.documents_job TO eyc_platform;


--
-- Name: SEQUENCE documents_job_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_job_id_seq TO eyc_app;


--
-- Name: TABLE documents_outboxmessage; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_outboxmessage TO eyc_app;
GRANT SELECT ON TABLE public.documents_outboxmessage TO eyc_platform;


--
-- Name: SEQUENCE documents_outboxmessage_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_outboxmessage_id_seq TO eyc_app;


--
-- Name: TABLE documents_storedfile; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_storedfile TO eyc_app;
GRANT SELECT ON TABLE public.documents_storedfile TO eyc_platform;


--
-- Name: SEQUENCE documents_storedfile_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_storedfile_id_seq TO eyc_app;


--
-- Name: TABLE guardian_groupobjectpermission; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.guardian_groupobjectpermission TO eyc_app;
GRANT SELECT ON TABLE public.guardian_groupobjectpermission TO eyc_platform;


--
-- Name: SEQUENCE guardian_groupobjectpermission_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.guardian_groupobjectpermission_id_seq TO eyc_app;


--
-- Name: TABLE guardian_userobjectpermission; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.guardian_userobjectpermission TO eyc_app;
GRANT SELECT ON TABLE public.guardian_userobjectpermission TO eyc_platform;


--
-- Name: SEQUENCE guardian_userobjectpermission_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.guardian_userobjectpermission_id_seq TO eyc_app;


--
-- Name: TABLE leadership_casegrant; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leadership_casegrant TO eyc_app;
GRANT SELECT ON TABLE public.leadership_casegrant TO eyc_platform;


--
-- Name: SEQUENCE leadership_casegrant_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_casegrant_id_seq TO eyc_app;


--
-- Name: TABLE leadership_leadershipcase; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leadership_leadershipcase TO eyc_app;
GRANT SELECT ON TABLE public.leadership_leadershipcase TO eyc_platform;


--
-- Name: TABLE leadership_leadershipcase_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.leadership_leadershipcase_history TO eyc_app;
GRANT SELECT ON TABLE public.leadership_leadershipcase_history TO eyc_platform;


--
-- Name: SEQUENCE leadership_leadershipcase_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_leadershipcase_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE leadership_leadershipcase_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_leadershipcase_id_seq TO eyc_app;


--
-- Name: TABLE leadership_referral; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leadership_referral TO eyc_app;
GRANT SELECT ON TABLE public.leadership_referral TO eyc_platform;


--
-- Name: TABLE leadership_referral_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.leadership_referral_history TO eyc_app;
GRANT SELECT ON TABLE public.leadership_referral_history TO eyc_platform;


--
-- Name: SEQUENCE leadership_referral_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_referral_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE leadership_referral_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_referral_id_seq TO eyc_app;


--
-- Name: TABLE leadership_supportrequest; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leadership_supportrequest TO eyc_app;
GRANT SELECT ON TABLE public.leadership_supportrequest TO eyc_platform;


--
-- Name: TABLE leadership_supportrequest_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.leadership_supportrequest_history TO eyc_app;
GRANT SELECT ON TABLE public.leadership_supportrequest_history TO eyc_platform;


--
-- Name: SEQUENCE leadership_supportrequest_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_supportrequest_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE leadership_supportrequest_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_supportrequest_id_seq TO eyc_app;


--
-- Name: TABLE leadership_sweep; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leadership_sweep TO eyc_app;
GRANT SELECT ON TABLE public.leadership_sweep TO eyc_platform;


--
-- Name: SEQUENCE leadership_sweep_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_sweep_id_seq TO eyc_app;


--
-- Name: TABLE leadership_unpublishedoutcome; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leadership_unpublishedoutcome TO eyc_app;
GRANT SELECT ON TABLE public.leadership_unpublishedoutcome TO eyc_platform;


--
-- Name: SEQUENCE leadership_unpublishedoutcome_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.leadership_unpublishedoutcome_id_seq TO eyc_app;


--
-- Name: TABLE memberships_application; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_application TO eyc_app;
GRANT SELECT ON TABLE public.memberships_application TO eyc_platform;


--
-- Name: TABLE memberships_application_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_application_history TO eyc_app;
GRANT SELECT ON TABLE public.memberships_application_history TO eyc_platform;


--
-- Name: SEQUENCE memberships_application_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_application_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_application_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_application_id_seq TO eyc_app;


--
-- Name: TABLE memberships_conductconcern; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_conductconcern TO eyc_app;
GRANT SELECT ON TABLE public.memberships_conductconcern TO eyc_platform;


--
-- Name: TABLE memberships_conductconcern_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_conductconcern_history TO eyc_app;
GRANT SELECT ON TABLE public.memberships_conductconcern_history TO eyc_platform;


--
-- Name: SEQUENCE memberships_conductconcern_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_conductconcern_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_conductconcern_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_conductconcern_id_seq TO eyc_app;


--
-- Name: TABLE memberships_conductstep; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_conductstep TO eyc_app;
GRANT SELECT ON TABLE public.memberships_conductstep TO eyc_platform;


--
-- Name: SEQUENCE memberships_conductstep_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_conductstep_id_seq TO eyc_app;


--
-- Name: TABLE memberships_handover; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_handover TO eyc_app;
GRANT SELECT ON TABLE public.memberships_handover TO eyc_platform;


--
-- Name: TABLE memberships_handover_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_handover_history TO eyc_app;
GRANT SELECT ON TABLE public.memberships_handover_history TO eyc_platform;


--
-- Name: SEQUENCE memberships_handover_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_handover_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_handover_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_handover_id_seq TO eyc_app;


--
-- Name: TABLE memberships_invitation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_invitation TO eyc_app;
GRANT SELECT ON TABLE public.memberships_invitation TO eyc_platform;


--
-- Name: TABLE memberships_invitation_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_invitation_history TO eyc_app;
GRANT SELECT ON TABLE public.memberships_invitation_history TO eyc_platform;


--
-- Name: SEQUENCE memberships_invitation_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_invitation_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_invitation_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_invitation_id_seq TO eyc_app;


--
-- Name: TABLE memberships_leaderappointment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_leaderappointment TO eyc_app;
GRANT SELECT ON TABLE public.memberships_leaderappointment TO eyc_platform;


--
-- Name: TABLE memberships_leaderappointment_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_leaderappointment_history TO eyc_app;
GRANT SELECT ON TABLE public.memberships_leaderappointment_history TO eyc_platform;


--
-- Name: SEQUENCE memberships_leaderappointment_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_leaderappointment_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_leaderappointment_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_leaderappointment_id_seq TO eyc_app;


--
-- Name: TABLE memberships_membership; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_membership TO eyc_app;
GRANT SELECT ON TABLE public.memberships_membership TO eyc_platform;


--
-- Name: TABLE memberships_membership_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_membership_history TO eyc_app;
GRANT SELECT ON TABLE public.memberships_membership_history TO eyc_platform;


--
-- Name: SEQUENCE memberships_membership_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_membership_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_membership_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_membership_id_seq TO eyc_app;


--
-- Name: TABLE memberships_message; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_message TO eyc_app;
GRANT SELECT ON TABLE public.memberships_message TO eyc_platform;


--
-- Name: SEQUENCE memberships_message_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_message_id_seq TO eyc_app;


--
-- Name: TABLE memberships_messagecopy; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_messagecopy TO eyc_app;
GRANT SELECT ON TABLE public.memberships_messagecopy TO eyc_platform;


--
-- Name: SEQUENCE memberships_messagecopy_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_messagecopy_id_seq TO eyc_app;


--
-- Name: TABLE memberships_officeholder; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_officeholder TO eyc_app;
GRANT SELECT ON TABLE public.memberships_officeholder TO eyc_platform;


--
-- Name: TABLE memberships_officeholder_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_officeholder_history TO eyc_app;
GRANT SELECT ON TABLE public.memberships_officeholder_history TO eyc_platform;


--
-- Name: SEQUENCE memberships_officeholder_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_officeholder_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_officeholder_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_officeholder_id_seq TO eyc_app;


--
-- Name: TABLE memberships_plannedleader; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_plannedleader TO eyc_app;
GRANT SELECT ON TABLE public.memberships_plannedleader TO eyc_platform;


--
-- Name: SEQUENCE memberships_plannedleader_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_plannedleader_id_seq TO eyc_app;


--
-- Name: TABLE memberships_plannedmember; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_plannedmember TO eyc_app;
GRANT SELECT ON TABLE public.memberships_plannedmember TO eyc_platform;


--
-- Name: SEQUENCE memberships_plannedmember_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_plannedmember_id_seq TO eyc_app;


--
-- Name: TABLE memberships_plannedsuccessor; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_plannedsuccessor TO eyc_app;
GRANT SELECT ON TABLE public.memberships_plannedsuccessor TO eyc_platform;


--
-- Name: SEQUENCE memberships_plannedsuccessor_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_plannedsuccessor_id_seq TO eyc_app;


--
-- Name: TABLE memberships_reorganisation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_reorganisation TO eyc_app;
GRANT SELECT ON TABLE public.memberships_reorganisation TO eyc_platform;


--
-- Name: TABLE memberships_reorganisation_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_reorganisation_history TO eyc_app;
GRANT SELECT ON TABLE public.memberships_reorganisation_history TO eyc_platform;


--
-- Name: SEQUENCE memberships_reorganisation_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_reorganisation_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_reorganisation_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_reorganisation_id_seq TO eyc_app;


--
-- Name: TABLE memberships_reorganisationsource; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_reorganisationsource TO eyc_app;
GRANT SELECT ON TABLE public.memberships_reorganisationsource TO eyc_platform;


--
-- Name: SEQUENCE memberships_reorganisationsource_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_reorganisationsource_id_seq TO eyc_app;


--
-- Name: TABLE memberships_settingrole; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_settingrole TO eyc_app;
GRANT SELECT ON TABLE public.memberships_settingrole TO eyc_platform;


--
-- Name: TABLE memberships_settingrole_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_settingrole_history TO eyc_app;
GRANT SELECT ON TABLE public.memberships_settingrole_history TO eyc_platform;


--
-- Name: SEQUENCE memberships_settingrole_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_settingrole_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_settingrole_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_settingrole_id_seq TO eyc_app;


--
-- Name: TABLE memberships_sheetimport; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_sheetimport TO eyc_app;
GRANT SELECT ON TABLE public.memberships_sheetimport TO eyc_platform;


--
-- Name: SEQUENCE memberships_sheetimport_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_sheetimport_id_seq TO eyc_app;


--
-- Name: TABLE memberships_sheetline; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_sheetline TO eyc_app;
GRANT SELECT ON TABLE public.memberships_sheetline TO eyc_platform;


--
-- Name: SEQUENCE memberships_sheetline_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_sheetline_id_seq TO eyc_app;


--
-- Name: TABLE memberships_stafftold; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_stafftold TO eyc_app;
GRANT SELECT ON TABLE public.memberships_stafftold TO eyc_platform;


--
-- Name: SEQUENCE memberships_stafftold_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_stafftold_id_seq TO eyc_app;


--
-- Name: TABLE memberships_termsanswer; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships_termsanswer TO eyc_app;
GRANT SELECT ON TABLE public.memberships_termsanswer TO eyc_platform;


--
-- Name: TABLE memberships_termsanswer_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_termsanswer_history TO eyc_app;
GRANT SELECT ON TABLE public.memberships_termsanswer_history TO eyc_platform;


--
-- Name: SEQUENCE memberships_termsanswer_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_termsanswer_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE memberships_termsanswer_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_termsanswer_id_seq TO eyc_app;


--
-- Name: TABLE memberships_termsreminder; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_termsreminder TO eyc_app;
GRANT SELECT ON TABLE public.memberships_termsreminder TO eyc_platform;


--
-- Name: SEQUENCE memberships_termsreminder_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_termsreminder_id_seq TO eyc_app;


--
-- Name: TABLE memberships_termsreply; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.memberships_termsreply TO eyc_app;
GRANT SELECT ON TABLE public.memberships_termsreply TO eyc_platform;


--
-- Name: SEQUENCE memberships_termsreply_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.memberships_termsreply_id_seq TO eyc_app;


--
-- Name: TABLE mfa_authenticator; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO eyc_app;
GRANT SELECT ON TABLE public.mfa_authenticator TO eyc_platform;


--
-- Name: SEQUENCE mfa_authenticator_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_importrun; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_importrun TO eyc_app;
GRANT SELECT ON TABLE public.ofsted_importrun TO eyc_platform;


--
-- Name: SEQUENCE ofsted_importrun_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_importrun_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_inspection; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_inspection TO eyc_app;
GRANT SELECT ON TABLE public.ofsted_inspection TO eyc_platform;


--
-- Name: TABLE ofsted_inspection_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.ofsted_inspection_history TO eyc_app;
GRANT SELECT ON TABLE public.ofsted_inspection_history TO eyc_platform;


--
-- Name: SEQUENCE ofsted_inspection_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_inspection_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE ofsted_inspection_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_inspection_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_leadingpolicy; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_leadingpolicy TO eyc_app;
GRANT SELECT ON TABLE public.ofsted_leadingpolicy TO eyc_platform;


--
-- Name: TABLE ofsted_leadingpolicy_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.ofsted_leadingpolicy_history TO eyc_app;
GRANT SELECT ON TABLE public.ofsted_leadingpolicy_history TO eyc_platform;


--
-- Name: SEQUENCE ofsted_leadingpolicy_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_leadingpolicy_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE ofsted_leadingpolicy_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_leadingpolicy_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_plannedrow; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_plannedrow TO eyc_app;
GRANT SELECT ON TABLE public.ofsted_plannedrow TO eyc_platform;


--
-- Name: SEQUENCE ofsted_plannedrow_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_plannedrow_id_seq TO eyc_app;


--
-- Name: TABLE ofsted_registername; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ofsted_registername TO eyc_app;
GRANT SELECT ON TABLE public.ofsted_registername TO eyc_platform;


--
-- Name: SEQUENCE ofsted_registername_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.ofsted_registername_id_seq TO eyc_app;


--
-- Name: TABLE pghistory_context; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pghistory_context TO eyc_app;
GRANT SELECT ON TABLE public.pghistory_context TO eyc_platform;


--
-- Name: TABLE providers_deliverypartner; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_deliverypartner TO eyc_app;
GRANT SELECT ON TABLE public.providers_deliverypartner TO eyc_platform;


--
-- Name: SEQUENCE providers_deliverypartner_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_deliverypartner_id_seq TO eyc_app;


--
-- Name: TABLE providers_deliverypartnership; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_deliverypartnership TO eyc_app;
GRANT SELECT ON TABLE public.providers_deliverypartnership TO eyc_platform;


--
-- Name: TABLE providers_deliverypartnership_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.providers_deliverypartnership_history TO eyc_app;
GRANT SELECT ON TABLE public.providers_deliverypartnership_history TO eyc_platform;


--
-- Name: SEQUENCE providers_deliverypartnership_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_deliverypartnership_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE providers_deliverypartnership_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_deliverypartnership_id_seq TO eyc_app;


--
-- Name: TABLE providers_district; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_district TO eyc_app;
GRANT SELECT ON TABLE public.providers_district TO eyc_platform;


--
-- Name: SEQUENCE providers_district_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_district_id_seq TO eyc_app;


--
-- Name: TABLE providers_districtoutline; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_districtoutline TO eyc_app;
GRANT SELECT ON TABLE public.providers_districtoutline TO eyc_platform;


--
-- Name: SEQUENCE providers_districtoutline_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_districtoutline_id_seq TO eyc_app;


--
-- Name: TABLE providers_provider; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_provider TO eyc_app;
GRANT SELECT ON TABLE public.providers_provider TO eyc_platform;


--
-- Name: TABLE providers_provider_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.providers_provider_history TO eyc_app;
GRANT SELECT ON TABLE public.providers_provider_history TO eyc_platform;


--
-- Name: SEQUENCE providers_provider_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_provider_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE providers_provider_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_provider_id_seq TO eyc_app;


--
-- Name: TABLE providers_providergrant; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_providergrant TO eyc_app;
GRANT SELECT ON TABLE public.providers_providergrant TO eyc_platform;


--
-- Name: SEQUENCE providers_providergrant_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_providergrant_id_seq TO eyc_app;


--
-- Name: TABLE providers_provideridentity; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_provideridentity TO eyc_app;
GRANT SELECT ON TABLE public.providers_provideridentity TO eyc_platform;


--
-- Name: SEQUENCE providers_provideridentity_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_provideridentity_id_seq TO eyc_app;


--
-- Name: TABLE providers_publicconsent; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_publicconsent TO eyc_app;
GRANT SELECT ON TABLE public.providers_publicconsent TO eyc_platform;


--
-- Name: TABLE providers_publicconsent_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.providers_publicconsent_history TO eyc_app;
GRANT SELECT ON TABLE public.providers_publicconsent_history TO eyc_platform;


--
-- Name: SEQUENCE providers_publicconsent_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_publicconsent_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE providers_publicconsent_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_publicconsent_id_seq TO eyc_app;


--
-- Name: TABLE providers_returnperiod; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_returnperiod TO eyc_app;
GRANT SELECT ON TABLE public.providers_returnperiod TO eyc_platform;


--
-- Name: TABLE providers_returnperiod_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.providers_returnperiod_history TO eyc_app;
GRANT SELECT ON TABLE public.providers_returnperiod_history TO eyc_platform;


--
-- Name: SEQUENCE providers_returnperiod_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_returnperiod_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE providers_returnperiod_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_returnperiod_id_seq TO eyc_app;


--
-- Name: TABLE providers_staffreturn; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_staffreturn TO eyc_app;
GRANT SELECT ON TABLE public.providers_staffreturn TO eyc_platform;


--
-- Name: TABLE providers_staffreturn_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.providers_staffreturn_history TO eyc_app;
GRANT SELECT ON TABLE public.providers_staffreturn_history TO eyc_platform;


--
-- Name: SEQUENCE providers_staffreturn_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_staffreturn_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE providers_staffreturn_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_staffreturn_id_seq TO eyc_app;


--
-- Name: TABLE providers_staffreturnline; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_staffreturnline TO eyc_app;
GRANT SELECT ON TABLE public.providers_staffreturnline TO eyc_platform;


--
-- Name: SEQUENCE providers_staffreturnline_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_staffreturnline_id_seq TO eyc_app;


--
-- Name: TABLE providers_staffreturnreminder; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_staffreturnreminder TO eyc_app;
GRANT SELECT ON TABLE public.providers_staffreturnreminder TO eyc_platform;


--
-- Name: SEQUENCE providers_staffreturnreminder_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_staffreturnreminder_id_seq TO eyc_app;


--
-- Name: TABLE providers_successionlink; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_successionlink TO eyc_app;
GRANT SELECT ON TABLE public.providers_successionlink TO eyc_platform;


--
-- Name: TABLE providers_successionlink_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.providers_successionlink_history TO eyc_app;
GRANT SELECT ON TABLE public.providers_successionlink_history TO eyc_platform;


--
-- Name: SEQUENCE providers_successionlink_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_successionlink_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE providers_successionlink_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_successionlink_id_seq TO eyc_app;


--
-- Name: TABLE providers_vacancy; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.providers_vacancy TO eyc_app;
GRANT SELECT ON TABLE public.providers_vacancy TO eyc_platform;


--
-- Name: TABLE providers_vacancy_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.providers_vacancy_history TO eyc_app;
GRANT SELECT ON TABLE public.providers_vacancy_history TO eyc_platform;


--
-- Name: SEQUENCE providers_vacancy_history_pgh_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_vacancy_history_pgh_id_seq TO eyc_app;


--
-- Name: SEQUENCE providers_vacancy_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.providers_vacancy_id_seq TO eyc_app;


--
-- Name: TABLE socialaccount_socialaccount; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialaccount TO eyc_app;
GRANT SELECT ON TABLE public.socialaccount_socialaccount TO eyc_platform;


--
-- Name: SEQUENCE socialaccount_socialaccount_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialaccount_id_seq TO eyc_app;


--
-- Name: TABLE socialaccount_socialapp; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialapp TO eyc_app;
GRANT SELECT ON TABLE public.socialaccount_socialapp TO eyc_platform;


--
-- Name: SEQUENCE socialaccount_socialapp_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialapp_id_seq TO eyc_app;


--
-- Name: TABLE socialaccount_socialtoken; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialtoken TO eyc_app;
GRANT SELECT ON TABLE public.socialaccount_socialtoken TO eyc_platform;


--
-- Name: SEQUENCE socialaccount_socialtoken_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialtoken_id_seq TO eyc_app;


--
-- Name: DEFAULT PRIVILEGES FOR SEQUENCES; Type: DEFAULT ACL; Schema: public; Owner: -
--

ALTER DEFAULT PRIVILEGES FOR ROLE eyc_owner IN SCHEMA public GRANT SELECT,USAGE ON SEQUENCES TO eyc_app;


--
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: public; Owner: -
--

ALTER DEFAULT PRIVILEGES FOR ROLE eyc_owner IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO eyc_app;
ALTER DEFAULT PRIVILEGES FOR ROLE eyc_owner IN SCHEMA public GRANT SELECT ON TABLES TO eyc_platform;


--
-- PostgreSQL database dump complete
--


