import { checkFormula, type TypedFormula, type TypedNode } from '@guanxi/formula';
import { jsonPointer } from '../json-pointer.js';
import type { MetadataDocument } from '../document/documents.js';
import { formulaScope, resolvePath } from '../model/formula-scope.js';
import type { FieldModel, Model, ObjectModel } from '../model/model.js';
import { things } from './things.js';
import type { Spot, Usage, UsageArea } from './usage.js';

/** Gathers what one document mentions, each thing once per place. */
export class Mentions {
  readonly found: { readonly thing: string; readonly usage: Usage }[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly document: MetadataDocument, readonly model: Model) {}

  add(thing: string, spot: Spot, area: UsageArea): void {
    const { kind, name } = this.document;
    const path = `${jsonPointer(`${kind}:${name}`)}${jsonPointer(...spot)}`;
    if (this.seen.has(`${thing} ${path}`)) return;
    this.seen.add(`${thing} ${path}`);
    this.found.push({ thing, usage: { kind, name, title: 'title' in this.document ? this.document.title : name, path, area } });
  }

  field(object: ObjectModel | undefined, name: string, spot: Spot, area: UsageArea): void {
    const field = object?.fieldByName.get(name);
    if (!object || !field) return;
    this.add(things.field(object.name, name), spot, area);
    // Who reads one of the lookups behind a polymorphic one, or a converted amount, needs the field that they come from.
    const origin = field.memberOf ?? field.conversion?.field;
    if (origin !== undefined) this.add(things.field(object.name, origin), spot, area);
  }

  /** A list goes with the reference that makes it; one through another object with both of its lookups. */
  relation(object: ObjectModel | undefined, name: string, spot: Spot, area: UsageArea): ObjectModel | undefined {
    const relation = object?.relationByName.get(name);
    if (!relation) return undefined;
    const { through } = relation;
    if (through) for (const way of [through.near, through.far]) this.field(this.model.objectByName.get(through.object), way, spot, area);
    else this.field(this.model.objectByName.get(relation.object), relation.field, spot, area);
    if (object?.fieldByName.has(name)) this.field(object, name, spot, area);
    this.add(things.object(relation.object), spot, area);
    return this.model.objectByName.get(relation.object);
  }

  /** A formula over records of an object, from its text. Tells whether it is one. */
  text(text: string | undefined, object: string, spot: Spot, area: UsageArea): boolean {
    if (text === undefined) return false;
    const checked = checkFormula(text, formulaScope(this.model, object), undefined, { allow: { prior: true } });
    if (checked.ok) this.formula(checked.formula, object, spot, area);
    return checked.ok;
  }

  formula(formula: TypedFormula | undefined, object: string, spot: Spot, area: UsageArea, source?: string): void {
    if (!formula) return;
    for (const path of formula.references) {
      path.forEach((_, index) => {
        const step = resolvePath(this.model, object, path.slice(0, index + 1), source);
        if (step && !step.part) this.field(step.object, step.field.name, spot, area);
        if (step && step.object.name !== object) this.add(things.object(step.object.name), spot, area);
      });
    }
    this.values(formula.root, object, spot, area, source);
  }

  /** Texts that stand beside a picklist in a comparison or a function are its values. */
  private values(node: TypedNode, object: string, spot: Spot, area: UsageArea, source: string | undefined): void {
    if (node.kind === 'literal' || node.kind === 'reference') return;
    const picklists = node.arguments.flatMap((argument) => {
      const inner = argument.kind === 'call' && argument.name.toUpperCase() === 'TEXT' ? argument.arguments[0] : argument;
      const found = inner?.kind === 'reference' ? resolvePath(this.model, object, inner.path, source) : undefined;
      return found && 'values' in found.field.settings ? [found] : [];
    });
    for (const argument of node.arguments) {
      if (argument.kind === 'literal' && typeof argument.value === 'string') {
        for (const { object: owner, field } of picklists) this.value(owner, field, argument.value, spot, area);
      }
      this.values(argument, object, spot, area, source);
    }
  }

  value(object: ObjectModel, field: FieldModel, value: string, spot: Spot, area: UsageArea): void {
    const values = field.settings['values'] as readonly { readonly value: string }[] | undefined;
    if (values?.some((one) => one.value === value)) this.add(things.value(object.name, field.name, value), spot, area);
  }
}
