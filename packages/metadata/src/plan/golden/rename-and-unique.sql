-- renameObject (online): The object “Customer” is renamed to “Client”, in the API too.
alter table "org"."customer" rename to "client";
alter table "org"."client" rename constraint "customer__pkey" to "client__pkey";
alter index if exists "org"."customer__owner_id__idx" rename to "client__owner_id__idx";
alter index if exists "org"."customer__owner_id__id__idx" rename to "client__owner_id__id__idx";
alter index if exists "org"."customer__created_at__idx" rename to "client__created_at__idx";
alter index if exists "org"."customer__name__trgm" rename to "client__name__trgm";
alter index if exists "org"."customer__name__search" rename to "client__name__search";
alter table "org"."client" rename constraint "customer__owner_id__fkey" to "client__owner_id__fkey";
alter table "org"."client" rename constraint "customer__created_by__fkey" to "client__created_by__fkey";
alter table "org"."client" rename constraint "customer__updated_by__fkey" to "client__updated_by__fkey";

-- renameField (online): The field “email” of “Client” is renamed to “mail”, in the API too.
alter table "org"."client" rename column "email" to "mail";

-- addUnique (narrowing): The values of the field “mail” of “Client” become unique; no two records may have the same one.
alter index if exists "org"."customer__email__search" rename to "client__mail__search";
create unique index "client__mail__key" on "org"."client" ("mail") where deleted_at is null;

-- changeObject (online): The description of the object “Client” changes (titles, icon or order of fields).

-- changeField (online): What is said about the field “mail” of “Client” changes (label, help, default, rules or use).
