-- removeObject (destroying): The object “Order” is removed, and all its records are lost.
drop table "org"."order";
