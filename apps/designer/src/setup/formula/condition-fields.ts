import type { FormulaType } from '@guanxi/formula';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import type { OperandKind } from './condition-rows.js';
import { formulaTypeOf } from './record-scope.js';

/** A field that a simple condition can ask about: of the record, or of one that it points to. */
export interface ConditionField {
  readonly path: string;
  readonly label: string;
  readonly kind: OperandKind;
  readonly field: FieldDescription;
  readonly group?: string;
}

const kinds: Readonly<Partial<Record<FormulaType, OperandKind>>> = { text: 'text', picklist: 'picklist', number: 'number', boolean: 'boolean', date: 'date' };

export function conditionFields(object: ObjectDescription, objects: readonly ObjectDescription[]): readonly ConditionField[] {
  const own = describe(object, '', undefined);
  const further = object.fields.flatMap((field) => {
    const target = field.target === undefined || field.target === 'User' ? undefined : objects.find(({ name }) => name === field.target);
    return target ? describe(target, `${field.name}.`, field.label) : [];
  });
  return [...own, ...further];
}

function describe(object: ObjectDescription, prefix: string, group: string | undefined): readonly ConditionField[] {
  return object.fields.flatMap((field) => {
    const kind = kinds[formulaTypeOf(field)];
    return kind && field.name !== 'id' ? [{ path: prefix + field.name, label: group === undefined ? field.label : `${group} › ${field.label}`, kind, field, ...(group !== undefined && { group }) }] : [];
  });
}

export function picklistChoices({ settings, valueLabels }: FieldDescription): readonly { readonly value: string; readonly label: string; readonly hue: string | null }[] {
  const { values = [] } = settings as { readonly values?: readonly { readonly value: string; readonly label?: string; readonly color?: string }[] };
  return values.map(({ value, label, color }) => ({ value, label: valueLabels?.[value] ?? label ?? value, hue: color ?? null }));
}
