import { nearMissHint, type FieldModel, type Model, type ObjectModel, type RelationModel, type Result } from '@guanxi/metadata';

/** A way from a record to a list of related ones: over lookups, then down one to-many relation. */
export interface FollowedRelation {
  readonly lookups: readonly FieldModel[];
  readonly relation: RelationModel;
  /** The object of the related records. */
  readonly target: ObjectModel;
  /** Their lookup field that points back. */
  readonly field: FieldModel;
}

/** Reads "tasks" or "customer.tasks". */
export function followRelation(path: unknown, model: Model, object: ObjectModel): Result<FollowedRelation> {
  if (typeof path !== 'string' || path === '') return refuse('relation.missing', 'The step does not say which related list it means.');
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const lookups: FieldModel[] = [];
  let at = object;
  for (const part of parts) {
    const lookup = at.fieldByName.get(part);
    const next = lookup?.target === undefined ? undefined : model.objectByName.get(lookup.target);
    if (!lookup || !next) return refuse('field.unknown', `${at.label} has no lookup ${part}, so ${path} leads nowhere.`);
    lookups.push(lookup);
    at = next;
  }
  const relation = at.relationByName.get(last);
  const target = relation && model.objectByName.get(relation.object);
  const field = relation && target?.fieldByName.get(relation.field);
  if (relation && target && field) return { ok: true, value: { lookups, relation, target, field } };
  return refuse('relation.unknown', `${at.label} has no related list ${last}.`, nearMissHint(last, at.relationByName.keys()));
}

function refuse(code: string, message: string, hint?: string): Result<never> {
  return { ok: false, problems: [{ path: '', code, message, ...(hint && { hint }) }] };
}
