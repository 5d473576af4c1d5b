import { fieldType } from '@guanxi/field-types';
import { fieldHelp, fieldLabel, translate, type FieldDescription, type FieldModel, type ObjectModel } from '@guanxi/metadata';
import type { ObjectAccess } from '@guanxi/query';
import { present } from './present.js';
import { readableFilter, readableText, type Viewer } from './may-read.js';

export function describeField(field: FieldModel, object: ObjectModel, rights: ObjectAccess, viewer: Viewer): FieldDescription {
  const { locale } = viewer;
  const kind = fieldType(field.value.type);
  const { settings, formula } = readableSettings(field, object, viewer);
  return {
    name: field.name,
    label: fieldLabel(field, locale),
    type: field.type,
    settings,
    value: field.type === 'formula' || field.type === 'rollUp' ? field.value : { type: field.value.type, settings },
    storage: field.storage,
    required: field.required,
    unique: field.unique,
    externalId: field.externalId,
    system: field.system,
    writable: rights.editableFields.has(field.name),
    sortable: kind.sortable && field.storage !== 'members' && field.storage !== 'through',
    operators: kind.operators,
    ...present<Partial<FieldDescription>>({
      help: fieldHelp(field, locale),
      default: field.default,
      target: field.target,
      valueLabels: readValueLabels(field, locale),
      ...conditionsOf(field, object, viewer),
      formula,
      parts: kind.parts && Object.keys(kind.parts),
      dependsOn: readableDependency(field, rights),
      members: field.members?.filter((name) => rights.readableFields.has(name) && isTargetKnown(object.fieldByName.get(name), viewer)),
      memberOf: field.memberOf,
      through: field.through,
      convertedFrom: field.conversion?.field,
    }),
  };
}

/** One of the lookups behind a polymorphic one is there for those who may see what it points to. */
export function isTargetKnown(field: FieldModel | undefined, { access }: Viewer): boolean {
  return field?.memberOf === undefined || access.objects.has(field.target ?? '');
}

function conditionsOf(field: FieldModel, object: ObjectModel, viewer: Viewer): Partial<FieldDescription> {
  const target = viewer.model.objectByName.get(field.target ?? '');
  return present({
    visibleWhen: readableText(field.rules.visibleWhen, object, viewer),
    requiredWhen: readableText(field.rules.requiredWhen, object, viewer),
    readOnlyWhen: readableText(field.rules.readOnlyWhen, object, viewer),
    defaultFormula: readableText(field.defaultFormula, object, viewer),
    lookupFilter: readableFilter(field.lookupFilter, { source: object, target }, viewer),
  });
}

/** Settings say how values look; the texts of formulas in them tell names, and stand on their own where they may be told. */
function readableSettings(field: FieldModel, object: ObjectModel, viewer: Viewer): { readonly settings: FieldModel['settings']; readonly formula: string | undefined } {
  const kept = Object.fromEntries(Object.entries(field.settings).filter(([name]) => !telling.includes(name)));
  const { targets } = kept;
  const settings = Array.isArray(targets) ? { ...kept, targets: targets.filter((target) => viewer.access.objects.has(String(target))) } : kept;
  return { settings, formula: readableText(field.formula, object, viewer) };
}

const telling: readonly string[] = ['formula', 'filter', 'value', 'orderBy', 'dependsOn'];

function readableDependency({ dependsOn }: FieldModel, rights: ObjectAccess): FieldModel['dependsOn'] {
  return dependsOn && rights.readableFields.has(dependsOn.field) ? dependsOn : undefined;
}

interface LabelledValue {
  readonly value: string;
  readonly label?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Of every kind of field that has a list of values in its settings. */
function readValueLabels({ value }: FieldModel, locale: string): Readonly<Record<string, string>> | undefined {
  const { values } = value.settings;
  if (!Array.isArray(values)) return undefined;
  return Object.fromEntries((values as readonly LabelledValue[]).map((entry) => [entry.value, translate(entry.label ?? entry.value, entry.labels, locale)]));
}
