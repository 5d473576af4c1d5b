import type { TypedFormula } from '@guanxi/formula';
import type { Model, ObjectModel } from '@guanxi/metadata';
import { formulaReads } from '../access/computed-reads.js';
import type { Condition } from './condition.js';
import type { AggregateField, GroupField, GroupsRequest, KeyField } from './group-request.js';
import type { PageField, PageRequest, ReadRequest, Selection } from './read-request.js';

/** Names of fields by the name of their object. */
export type UsedFields = ReadonlyMap<string, ReadonlySet<string>>;

/** Every field that a request selects, filters, orders or groups by; a list counts as a use of the lookups it goes along. */
export function usedFields(request: ReadRequest, model: Model): UsedFields {
  const uses = new Uses(model);
  for (const root of request.roots) {
    if (root.kind === 'typename' || root.kind === 'search') continue;
    const object = model.objectByName.get(root.object);
    if (!object) continue;
    if (root.kind === 'page') uses.page(root.page, object);
    else uses.selection(root.select, object);
  }
  return uses.found;
}

/** The same of what a writing statement answers. */
export function usedBySelection(select: Selection, objectName: string, model: Model): UsedFields {
  const uses = new Uses(model);
  const object = model.objectByName.get(objectName);
  if (object) uses.selection(select, object);
  return uses.found;
}

class Uses {
  readonly found = new Map<string, Set<string>>();

  constructor(private readonly model: Model) {}

  selection(select: Selection, object: ObjectModel): void {
    for (const selected of select) {
      if (selected.kind === 'typename') continue;
      if (selected.kind === 'page') {
        const related = this.relation(selected.relation, object);
        if (related) this.page(selected.page, related);
        continue;
      }
      this.add(object, selected.field);
      if (selected.kind === 'one') this.through(selected.field, object, (target) => this.selection(selected.select, target));
      if (selected.kind === 'union') {
        for (const { member, select: inner } of selected.select) this.through(member, object, (target) => this.selection(inner, target));
      }
    }
  }

  page(page: PageRequest, object: ObjectModel): void {
    this.condition(page.where, object);
    for (const { path } of page.orderBy) this.path(path, object);
    for (const field of page.select) this.pageField(field, object);
  }

  private pageField(field: PageField, object: ObjectModel): void {
    if (field.kind === 'nodes') this.selection(field.select, object);
    if (field.kind === 'edges') field.select.forEach((part) => part.kind === 'node' && this.selection(part.select, object));
    if (field.kind === 'aggregate') field.select.forEach((part) => this.aggregate(part, object));
    if (field.kind === 'groupBy') this.groups(field.groups, object);
  }

  private groups({ by, having, orderBy, select }: GroupsRequest, object: ObjectModel): void {
    for (const { path } of by) this.path(path, object);
    for (const { aggregate } of having) if ('field' in aggregate) this.add(object, aggregate.field);
    for (const term of orderBy) if ('aggregate' in term && 'field' in term.aggregate) this.add(object, term.aggregate.field);
    select.forEach((part: GroupField) => (part.kind === 'key' ? this.keys(part.select, object) : this.aggregate(part, object)));
  }

  private keys(select: readonly KeyField[], object: ObjectModel): void {
    for (const part of select) {
      if (part.kind === 'within') this.keys(part.select, object);
      if (part.kind === 'record') this.path(part.place.path, object, (target) => this.selection(part.select, target));
    }
  }

  private aggregate(field: AggregateField, object: ObjectModel): void {
    if (field.kind === 'typename' || field.kind === 'count') return;
    for (const part of field.select) if (part.kind === 'field') this.add(object, part.field);
  }

  private condition(condition: Condition, object: ObjectModel): void {
    if ('and' in condition) return condition.and.forEach((part) => this.condition(part, object));
    if ('or' in condition) return condition.or.forEach((part) => this.condition(part, object));
    if ('not' in condition) return this.condition(condition.not, object);
    if ('field' in condition) return this.add(object, condition.field);
    if ('formula' in condition) return this.formula(condition.formula, object);
    if ('one' in condition) return this.through(condition.one, object, (target) => this.condition(condition.where, target));
    const related = this.relation(condition.relation, object);
    if (related) this.condition(condition.where, related);
  }

  private formula(formula: TypedFormula, object: ObjectModel): void {
    for (const [where, field] of formulaReads(this.model, object, formula)) {
      const read = this.model.objectByName.get(where);
      if (read) this.add(read, field);
    }
  }

  /** `end` goes on with the object that the last step leads to. */
  private path([name = '', ...rest]: readonly string[], object: ObjectModel, end?: (target: ObjectModel) => void): void {
    this.through(name, object, (target) => (rest.length === 0 ? end?.(target) : this.path(rest, target, end)));
  }

  private through(name: string, object: ObjectModel, next: (target: ObjectModel) => void): void {
    this.add(object, name);
    const target = this.model.objectByName.get(object.fieldByName.get(name)?.target ?? '');
    if (target) next(target);
  }

  private relation(name: string, object: ObjectModel): ObjectModel | undefined {
    const relation = object.relationByName.get(name);
    if (!relation) return undefined;
    const related = this.model.objectByName.get(relation.object);
    const between = relation.through && this.model.objectByName.get(relation.through.object);
    if (related && !relation.through) this.add(related, relation.field);
    if (between && relation.through) [relation.through.near, relation.through.far].forEach((name) => this.add(between, name));
    return related;
  }

  private add(object: ObjectModel, field: string): void {
    const known = this.found.get(object.name);
    if (known) known.add(field);
    else this.found.set(object.name, new Set([field]));
  }
}
