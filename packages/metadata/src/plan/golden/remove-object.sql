-- removeObject (destroying): The object “Order” is removed, and all its records are lost.
alter table "org"."order" drop constraint "order__owner_id__fkey";
alter table "org"."order" drop constraint "order__created_by__fkey";
alter table "org"."order" drop constraint "order__updated_by__fkey";
alter table "org"."order" drop constraint "order__customer_id__fkey";
drop table "org"."order";
