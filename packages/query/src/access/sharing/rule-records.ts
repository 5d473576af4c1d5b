import { checkFormula, type TypedFormula } from '@guanxi/formula';
import { formulaScope, type Model, type ObjectModel, type SharingRuleDocument } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Table } from '../../compile/compilation.js';
import { platformAccess } from '../platform-access.js';
import { peopleAmong } from './principals.js';

/** Whether a record is one of those that a rule speaks of. Conditions hold whatever the person may read: they are the org's. */
export function amongShared({ which }: SharingRuleDocument, table: Table): RawBuilder<boolean> {
  const { model, schema } = table.compilation.ground;
  if ('ownedBy' in which) return sql<boolean>`${sql.id(table.alias, 'owner_id')} in (${peopleAmong(which.ownedBy, schema)})`;
  const conditions = 'when' in which ? [which.when] : territoryOf(which.territory, table.object, model);
  // A part of a territory without a condition takes all of its object.
  if (conditions.includes(undefined)) return sql<boolean>`true`;
  const holds = conditions.map((text) => sql<boolean>`coalesce(${testAsPlatform(text ?? '', table)}, false)`);
  return holds.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(holds, sql` or `)})`;
}

function territoryOf(queue: string, object: ObjectModel, model: Model): readonly (string | undefined)[] {
  const parts = model.queues.find(({ name }) => name === queue)?.territory ?? [];
  return parts.filter((part) => part.object === object.name).map(({ when }) => when);
}

function testAsPlatform(text: string, table: Table): RawBuilder<boolean> {
  const { compilation, object } = table;
  const access = platformAccess(compilation.ground.model).objects.get(object.name);
  if (!access) throw new Error(`${object.name} is no object of the model.`);
  return compilation.inner.test(typedCondition(text, object, compilation.ground.model), { ...table, access, compilation: compilation.unrestricted });
}

const known = new WeakMap<ObjectModel, Map<string, TypedFormula>>();

function typedCondition(text: string, object: ObjectModel, model: Model): TypedFormula {
  const ofObject = known.get(object) ?? new Map<string, TypedFormula>();
  known.set(object, ofObject);
  const found = ofObject.get(text);
  if (found) return found;
  const checked = checkFormula(text, formulaScope(model, object.name), 'boolean');
  if (!checked.ok) throw new RangeError(`“${text}” does not fit ${object.name}: ${checked.problems.map(({ message }) => message).join(' ')}`);
  ofObject.set(text, checked.formula);
  return checked.formula;
}
