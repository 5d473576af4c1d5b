import { sql } from 'kysely';
import { columnName } from '../../naming/index.js';
import { subjectOf, type ChangeDefinition, type FoundChange } from '../change.js';
import type { FieldPair, ObjectPair } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { renameInTurn } from '../sql/rename-in-turn.js';
import { isWritten, tableSql } from '../sql/table-sql.js';
import { objectWord } from '../words.js';

export const renameField: ChangeDefinition = {
  find: ({ kept }, place) => kept.flatMap((pair) => findIn(pair, place)),
};

/** The column's name under the new field name, while it is still of the old kind. */
export function columnBeforeCast({ from, to }: FieldPair): string {
  return columnName(to.name, from.target !== undefined);
}

function findIn({ to: object, kept }: ObjectPair, place: Place): readonly FoundChange[] {
  const renamed = kept.filter(({ from, to }) => from.name !== to.name && isWritten(from));
  const steps = renameInTurn(renamed.map((pair) => ({ pair, from: pair.from.column, to: columnBeforeCast(pair) })), 'column');
  const rename = (from: string, to: string) => sql`alter table ${tableSql(object, place)} rename column ${sql.id(from)} to ${sql.id(to)}`;
  const parked = steps.flatMap(({ from, parkedAs }) => (parkedAs === undefined ? [] : [rename(from, parkedAs)]));
  // Derived columns are renamed with what is attached to the table.
  const named = kept.filter(({ from, to }) => from.name !== to.name && !isWritten(from)).map((pair) => ({ pair, from: '', to: '', parkedAs: undefined }));
  return [...steps, ...named].map(({ pair, from, to, parkedAs }, index) => ({
    subject: subjectOf.field(object, pair.to),
    object: object.name,
    field: pair.to.name,
    risk: 'online',
    sentence: {
      en: 'The field “{from}” of “{object}” is renamed to “{to}”, in the API too.',
      'zh-TW': '「{object}」的欄位「{from}」更名為「{to}」，API 中的名稱也隨之改變。',
      'zh-CN': '“{object}”的字段“{from}”重命名为“{to}”，API 中的名称也随之改变。',
      words: { object: objectWord(object), from: pair.from.name, to: pair.to.name },
    },
    statements: [...(index === 0 ? parked : []), ...(from === to ? [] : [rename(parkedAs ?? from, to)])],
  }));
}
