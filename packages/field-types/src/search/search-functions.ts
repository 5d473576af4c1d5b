import { variantForms } from './character-variants.js';
import { GRAM_LENGTH, LONGEST_WHOLE, WHOLE, WORD_START } from './grams.js';
import { LONGEST_SEARCHED } from './fold-text.js';
import { inPostgres } from './separators.js';

const variants = JSON.stringify(Object.fromEntries(variantForms)).replaceAll("'", "''");

/**
 * What PostgreSQL has to know to search: statements that make or replace functions of the schema `guanxi`. They are written
 * for indexes: immutable, the same on every machine. Whoever changes what they answer has to give them new names, or
 * indexes that hold the old answers go on being used.
 */
export const searchFunctions: readonly string[] = [
  `create or replace function guanxi.fold_words(given text) returns text
   language plpgsql immutable strict parallel safe cost 2000 as $function$
   begin
     if octet_length(given) = length(given) then
       return regexp_replace(lower(given), '${inPostgres.separators}', ' ', 'g');
     end if;
     -- One by one, as a long list of characters costs translate() its length for every character.
     return (
       select string_agg(coalesce('${variants}'::jsonb ->> one, one), '')
       from string_to_table(regexp_replace(regexp_replace(lower(normalize(regexp_replace(
         normalize(given, NFKD), '${inPostgres.accents}', '', 'g'), NFC)), '${inPostgres.accents}', '', 'g'), '${inPostgres.separators}', ' ', 'g'), null) as one);
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
   begin
     return (
       select array_to_tsvector(array_agg(term)) from (
         -- In pieces, because to find a character in a long text takes as long as the text.
         select substr(piece.letters, place, ${GRAM_LENGTH}) as term
         from generate_series(0, length(folded) - 1, 256) as start
           cross join lateral (select substr(folded, start + 1, ${256 + GRAM_LENGTH}) as letters offset 0) as piece
           cross join lateral generate_series(1, least(256, length(folded) - start)) as place
         union all
         select '${WORD_START}' || left(word, ${GRAM_LENGTH}) from string_to_table(words, ' ') as word where word <> ''
         union all
         select '${WHOLE}' || left(folded, ${LONGEST_WHOLE})
       ) as terms);
   end $function$`,
  // Called with constants, it is answered when a plan is made; a plan is made anew when an index of its tables comes or goes.
  `create or replace function guanxi.has_indexes(names text[]) returns boolean
   language plpgsql immutable strict parallel safe as $function$
   begin
     return (select count(*) = cardinality(names) from pg_index i where i.indexrelid = any (select to_regclass(name) from unnest(names) as name) and i.indisvalid);
   end $function$`,
];
