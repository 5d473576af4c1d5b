-- createObject (online): The object “Customer” is created. Fields: 3.
create table "org"."customer" (id uuid not null, owner_id uuid not null, created_at timestamptz(3) not null, created_by uuid not null, updated_at timestamptz(3) not null, updated_by uuid not null, version integer not null default 1, deleted_at timestamptz(3), "name" text not null, "email" text, "score" bigint, constraint "customer__pkey" primary key (id));
create index "customer__owner_id__idx" on "org"."customer" (owner_id, created_at, id) where deleted_at is null;
create index if not exists "customer__owner_id__id__idx" on "org"."customer" (owner_id, id) where deleted_at is null;
create index "customer__created_at__idx" on "org"."customer" (created_at, id) where deleted_at is null;
create index "customer__name__trgm" on "org"."customer" using gin ("name" public.gin_trgm_ops);
create index "customer__name__search" on "org"."customer" using gin ((guanxi.search_terms("name"))) with (gin_pending_list_limit = 1024);
create index "customer__email__search" on "org"."customer" using gin ((guanxi.search_terms("email"))) with (gin_pending_list_limit = 1024);
alter table "org"."customer" add constraint "customer__owner_id__fkey" foreign key ("owner_id") references "org"."_user" (id);
alter table "org"."customer" add constraint "customer__created_by__fkey" foreign key ("created_by") references "org"."_user" (id);
alter table "org"."customer" add constraint "customer__updated_by__fkey" foreign key ("updated_by") references "org"."_user" (id);

-- createObject (online): The object “Order” is created. Fields: 4.
create table "org"."order" (id uuid not null, owner_id uuid not null, created_at timestamptz(3) not null, created_by uuid not null, updated_at timestamptz(3) not null, updated_by uuid not null, version integer not null default 1, deleted_at timestamptz(3), "number" text, "customer_id" uuid not null, "ordered_on" date not null, "amount" numeric(18, 2), constraint "order__pkey" primary key (id));
create sequence "org"."order__number__seq" owned by "org"."order"."number";
create index "order__owner_id__idx" on "org"."order" (owner_id, created_at, id) where deleted_at is null;
create index if not exists "order__owner_id__id__idx" on "org"."order" (owner_id, id) where deleted_at is null;
create index "order__created_at__idx" on "org"."order" (created_at, id) where deleted_at is null;
create index "order__number__trgm" on "org"."order" using gin ("number" public.gin_trgm_ops);
create index "order__number__search" on "org"."order" using gin ((guanxi.search_terms("number"))) with (gin_pending_list_limit = 1024);
alter table "org"."order" add constraint "order__owner_id__fkey" foreign key ("owner_id") references "org"."_user" (id);
alter table "org"."order" add constraint "order__created_by__fkey" foreign key ("created_by") references "org"."_user" (id);
alter table "org"."order" add constraint "order__updated_by__fkey" foreign key ("updated_by") references "org"."_user" (id);
alter table "org"."order" add constraint "order__customer_id__fkey" foreign key ("customer_id") references "org"."customer" (id);
create unique index "order__number__key" on "org"."order" ("number") where deleted_at is null;
create index "order__customer_id__ordered_on__idx" on "org"."order" ("customer_id", "ordered_on" desc, id desc);
