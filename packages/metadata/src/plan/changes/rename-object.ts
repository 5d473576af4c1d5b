import { sql } from 'kysely';
import { subjectOf, type ChangeDefinition } from '../change.js';
import { renameInTurn } from '../sql/rename-in-turn.js';
import type { Place } from '../planned-change.js';

export const renameObject: ChangeDefinition = {
  find: ({ kept }, place) => {
    const renamed = kept.filter(({ from, to }) => from.name !== to.name);
    const steps = renameInTurn(renamed.map((pair) => ({ pair, from: pair.from.table, to: pair.to.table })), 'table');
    const parked = steps.flatMap(({ from, parkedAs }) => (parkedAs === undefined ? [] : [renameTable(from, parkedAs, place)]));
    return steps.map(({ pair, from, to, parkedAs }, index) => ({
      subject: subjectOf.object(pair.to),
      object: pair.to.name,
      risk: 'online',
      sentence: {
        en: 'The object “{from}” is renamed to “{to}”, in the API too.',
        'zh-TW': '物件「{from}」更名為「{to}」，API 中的名稱也隨之改變。',
        'zh-CN': '对象“{from}”重命名为“{to}”，API 中的名称也随之改变。',
        words: { from: pair.from.name, to: pair.to.name },
      },
      statements: [...(index === 0 ? parked : []), ...(from === to ? [] : [renameTable(parkedAs ?? from, to, place)])],
    }));
  },
};

const renameTable = (from: string, to: string, place: Place) => sql`alter table ${sql.id(place.schema, from)} rename to ${sql.id(to)}`;
