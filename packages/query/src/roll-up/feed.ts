import { fieldsRead, type FieldModel, type Model, type ObjectModel, type RollUpModel } from '@guanxi/metadata';

/** One way by which a change of a record changes a roll-up of the record that it points to. */
export interface Feed {
  /** Among the feeds of the child: what its deltas are called by. */
  readonly key: number;
  readonly child: ObjectModel;
  /** The child's lookup. */
  readonly reference: FieldModel;
  readonly parent: ObjectModel;
  /** The roll-up. */
  readonly field: FieldModel;
  readonly rollUp: RollUpModel;
  /** The child's fields that it follows from, also through formulas of the child. */
  readonly reads: ReadonlySet<string>;
}

const known = new WeakMap<Model, ReadonlyMap<string, readonly Feed[]>>();

/** The feeds that begin at an object, of the roll-ups that are kept in columns. Worked out once per model. */
export function feedsOf(model: Model, object: string): readonly Feed[] {
  const feeds = known.get(model) ?? findFeeds(model);
  known.set(model, feeds);
  return feeds.get(object) ?? [];
}

/** Those that a change of these fields can matter to. */
export function feedsOfFields(model: Model, object: string, fields: Iterable<string>): readonly Feed[] {
  const changed = new Set(fields);
  return feedsOf(model, object).filter(({ reads }) => [...reads].some((name) => changed.has(name)));
}

/** Whether a change of a record can come back to a record of the same object: by a lookup to itself, or round about. */
export function feedsItself(model: Model, object: string): boolean {
  const reached = new Set<string>();
  const open = [object];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { parent } of feedsOf(model, next)) {
      if (parent.name === object) return true;
      if (!reached.has(parent.name)) open.push(parent.name);
      reached.add(parent.name);
    }
  }
  return false;
}

function findFeeds(model: Model): ReadonlyMap<string, readonly Feed[]> {
  const feeds = new Map<string, Feed[]>();
  for (const parent of model.objects) {
    for (const field of parent.fields) {
      const { rollUp } = field;
      const child = rollUp && model.objectByName.get(rollUp.object);
      const reference = child?.fieldByName.get(rollUp?.field ?? '');
      if (field.storage !== 'maintained' || !rollUp || !child || !reference) continue;
      const own = feeds.get(child.name) ?? [];
      feeds.set(child.name, own);
      own.push({ key: own.length, child, reference, parent, field, rollUp, reads: readsOf(child, reference, rollUp) });
    }
  }
  return feeds;
}

function readsOf(child: ObjectModel, reference: FieldModel, rollUp: RollUpModel): ReadonlySet<string> {
  const reads = new Set([reference.name]);
  for (const formula of [rollUp.value, rollUp.filter]) if (formula) fieldsRead(child, formula, reads);
  const ordered = rollUp.operation === 'first' || rollUp.operation === 'last';
  const order = child.fieldByName.get(rollUp.orderBy ?? 'createdAt');
  if (!ordered || !order) return reads;
  reads.add(order.name);
  return order.formula ? fieldsRead(child, order.formula, reads) : reads;
}
