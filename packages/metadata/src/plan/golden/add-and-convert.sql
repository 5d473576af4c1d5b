-- addField (online): The required field “tier” (picklist) is added to “Customer”; existing records get its default.
alter table "org"."customer" add column "tier" text not null default 'one'::text;
alter table "org"."customer" alter column "tier" drop default;

-- changeFieldKind (narrowing): The kind of the field “score” of “Customer” changes from whole number to decimal number; every value has to fit.
alter table "org"."customer" alter column "score" type numeric(18, 2) using (case when ("score"::numeric = round("score"::numeric, 2) and abs("score"::numeric) < '10000000000000000'::numeric) then "score"::numeric(18, 2) end)::numeric(18, 2);

-- changeField (online): What is said about the field “score” of “Customer” changes (label, help, default, rules or use).
