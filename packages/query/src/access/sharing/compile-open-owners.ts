import type { ObjectModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Ground } from '../../compile/compilation.js';
import { ME, Slot } from '../../statement/slot.js';
import { compileStatement, type Statement } from '../../statement/statement.js';
import { parentField } from '../masters.js';
import { amongGrantees, peopleAmong, peopleBelow } from './principals.js';
import { sharingOf } from './sharing-grounds.js';

/** Which of the people `variables.ids` own what this person may read because of who owns it: a row `(id)` for each. */
export function compileOpenOwners(objectName: string, ground: Ground): Statement {
  const object = ground.model.objectByName.get(objectName);
  const ids = sql`${new Slot(({ variables }) => variables['ids'])}::uuid[]`;
  const grounds = object ? openThrough(object, ground) : [];
  return compileStatement(sql`select o.id from unnest(${ids}) as o(id) where ${grounds.length === 0 ? sql`false` : sql.join(grounds, sql` or `)}`);
}

function openThrough(object: ObjectModel, { access, model, schema }: Ground): RawBuilder<unknown>[] {
  const scope = access.objects.get(object.name)?.read;
  const me = sql`o.id = ${ME}`;
  if (scope !== 'shared' || parentField(object)) return scope === 'own' || scope === 'shared' ? [me] : [];
  const below = sharingOf(object).throughRoles === false || access.partner ? [] : [sql`o.id in (${peopleBelow(schema)})`];
  const rules = model.sharingRules.flatMap(({ object: of, active, which, to }) =>
    of === object.name && active !== false && 'ownedBy' in which ? [sql`(${amongGrantees(to, schema)} and o.id in (${peopleAmong(which.ownedBy, schema)}))`] : [],
  );
  return [me, ...below, ...rules];
}
