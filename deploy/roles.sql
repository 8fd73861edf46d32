-- Printed by npm run print from a cluster the house prepared; do not edit. Needs psql 14 or later, as a superuser, once:
--   APP_PASSWORD=… AUDITOR_PASSWORD=… OWNER_PASSWORD=… QUEUE_PASSWORD=… WORKER_PASSWORD=… psql -v ON_ERROR_STOP=1 -d postgres -f deploy/roles.sql
\set ON_ERROR_STOP on

\unset password
\getenv password APP_PASSWORD
create role passerelle_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'password';
alter role passerelle_app set idle_in_transaction_session_timeout = '10s';
alter role passerelle_app set lock_timeout = '2s';
alter role passerelle_app set statement_timeout = '5s';

\unset password
\getenv password AUDITOR_PASSWORD
create role passerelle_auditor login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'password';
alter role passerelle_auditor set default_transaction_read_only = 'on';
alter role passerelle_auditor set idle_in_transaction_session_timeout = '10s';
alter role passerelle_auditor set statement_timeout = '60s';

\unset password
\getenv password OWNER_PASSWORD
create role passerelle_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'password';
alter role passerelle_owner set lock_timeout = '10s';

\unset password
\getenv password QUEUE_PASSWORD
create role passerelle_queue login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'password';
alter role passerelle_queue set idle_in_transaction_session_timeout = '10s';

\unset password
\getenv password WORKER_PASSWORD
create role passerelle_worker login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'password';
alter role passerelle_worker set idle_in_transaction_session_timeout = '10s';
alter role passerelle_worker set lock_timeout = '2s';
alter role passerelle_worker set statement_timeout = '5s';

select current_setting('server_version_num')::int >= 170000 as builtin_locales \gset
\if :builtin_locales
create database "passerelle" owner passerelle_owner template "template0" encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C';
\else
create database "passerelle" owner passerelle_owner template "template0" encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8';
\endif
revoke all on database "passerelle" from public;
grant connect on database "passerelle" to passerelle_app, passerelle_worker, passerelle_auditor, passerelle_queue;
