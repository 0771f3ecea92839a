-- The three roles and the database. Run by psql as a superuser, once or again: nothing is made twice.
-- The private server of `make demo`, the tests and docker-compose.yml all run this one file.
--   eyc_owner     owns the tables and runs the migrations; row-level security does not bind it (BYPASSRLS)
--   eyc_app       what web and workers are: owns nothing, all tenant isolation binds it
--   eyc_platform  reads listed columns for national figures, past row-level security (core.grants); no process is given it
SELECT format('CREATE ROLE %I LOGIN %s', role, powers)
  FROM (VALUES ('eyc_owner', 'CREATEDB BYPASSRLS'), ('eyc_app', ''), ('eyc_platform', 'BYPASSRLS')) AS wanted (role, powers)
 WHERE role NOT IN (SELECT rolname FROM pg_roles)
\gexec
GRANT eyc_app, eyc_platform TO eyc_owner;
ALTER ROLE eyc_platform SET default_transaction_read_only = on;
SELECT 'CREATE DATABASE eyc OWNER eyc_owner'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'eyc')
\gexec
REVOKE ALL ON DATABASE eyc FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE eyc TO eyc_app;
GRANT CONNECT ON DATABASE eyc TO eyc_platform;
\connect eyc
-- Nothing that a migration makes is open by itself: core.grants opens it after each migration, table by table, from a list.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO eyc_app, eyc_platform;
