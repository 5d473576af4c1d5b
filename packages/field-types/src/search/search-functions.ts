import { variantForms } from './character-variants.js';
import { GRAM_LENGTH, LONGEST_WHOLE, WHOLE, WORD_START } from './grams.js';
import { LONGEST_SEARCHED } from './fold-text.js';
import { inPostgres } from './separators.js';

/** Characters. */
const PIECE = 256;

const variants = JSON.stringify(Object.fromEntries(variantForms)).replaceAll("'", "''");

/**
 * What PostgreSQL has to know to search: statements that make or replace functions of the schema `guanxi`. They are written
 * for indexes: immutable, the same on every machine. Whoever changes what they answer has to give them new names, or
 * indexes that hold the old answers go on being used.
 */
export const searchFunctions: readonly string[] = [
  `create or replace function guanxi.fold_words(given text) returns text
   language plpgsql immutable strict parallel safe cost 2000 as $function$
   declare
     one text;
     piece text := '';
     folded text := '';
   begin
     if octet_length(given) = length(given) then
       return regexp_replace(lower(given), '${inPostgres.separators}', ' ', 'g');
     end if;
     -- One by one, as translate() would look through the whole list for every character.
     foreach one in array string_to_array(regexp_replace(lower(normalize(regexp_replace(
       normalize(given, NFKD), '${inPostgres.accents}', '', 'g'), NFC)), '${inPostgres.separators}', ' ', 'g'), null) loop
       piece := piece || coalesce('${variants}'::jsonb ->> one, one);
       -- To lengthen a text takes as long as the text.
       if octet_length(piece) > 1000 then
         folded := folded || piece;
         piece := '';
       end if;
     end loop;
     return folded || piece;
   end $function$`,
  `create or replace function guanxi.fold_text(given text) returns text
   language plpgsql immutable strict parallel safe cost 2000 as $function$
   begin
     return replace(guanxi.fold_words(given), ' ', '');
   end $function$`,
  `create or replace function guanxi.search_terms(given text) returns tsvector
   language plpgsql immutable strict parallel safe cost 10000 as $function$
   declare
     words text := guanxi.fold_words(left(given, ${LONGEST_SEARCHED}));
     folded text := replace(words, ' ', '');
     terms text[] := array['${WHOLE}' || left(folded, ${LONGEST_WHOLE})];
     made integer := 1;
     start integer := 0;
     piece text;
     word text;
   begin
     -- In pieces, as to find a character in a long text takes as long as the text. Loops, as a query takes longer to begin.
     while start < length(folded) loop
       piece := substr(folded, start + 1, ${PIECE + GRAM_LENGTH});
       for place in 1 .. least(${PIECE}, length(folded) - start) loop
         made := made + 1;
         terms[made] := substr(piece, place, ${GRAM_LENGTH});
       end loop;
       start := start + ${PIECE};
     end loop;
     foreach word in array string_to_array(words, ' ') loop
       if word <> '' then
         made := made + 1;
         terms[made] := '${WORD_START}' || left(word, ${GRAM_LENGTH});
       end if;
     end loop;
     return array_to_tsvector(terms);
   end $function$`,
  // Called with constants, it is answered when a plan is made; a plan is made anew when an index of its tables comes or goes.
  `create or replace function guanxi.has_indexes(names text[]) returns boolean
   language plpgsql immutable strict parallel safe as $function$
   begin
     return (select count(*) = cardinality(names) from pg_index i where i.indexrelid = any (select to_regclass(name) from unnest(names) as name) and i.indisvalid);
   end $function$`,
];
