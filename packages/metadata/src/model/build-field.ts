import { fieldType, type FieldProperty, type FieldSettings, type JsonValue } from '@guanxi/field-types';
import type { PicklistDocument } from '../document/documents.js';
import { columnName } from '../naming/index.js';
import { inverseKeyword, present, recordKeyword, textKeyword } from './keywords.js';
import type { FieldModel, ThroughModel } from './model.js';
import { kindOfFormula } from './value-kinds.js';

export interface FieldPlace {
  readonly listedAsRequired: boolean;
  readonly picklists: ReadonlyMap<string, PicklistDocument>;
  /** Whether people are known by it, which makes it personal. */
  readonly identifies?: boolean;
}

/** One property of an object document as a field; formulas are settled when all objects are there. */
export function buildField(name: string, property: FieldProperty, { listedAsRequired, picklists, identifies = false }: FieldPlace): FieldModel {
  const { guanxi } = property;
  const kind = fieldType(guanxi.type);
  const settings = settingsOf(property, picklists);
  const target = kind.reference?.(settings);
  const storage = kind.storage?.(settings) ?? 'column';
  const hasColumn = storage === 'column' || storage === 'generated' || storage === 'maintained';
  const made = kind.generated !== undefined;
  const isWritten = storage === 'column' || storage === 'members' || storage === 'through';
  const externalId = guanxi['externalId'] === true;
  return {
    id: guanxi.id,
    name,
    label: property.title ?? name,
    type: guanxi.type,
    settings,
    value: guanxi.type === 'formula' ? kindOfFormula(settings) : { type: guanxi.type, settings },
    storage,
    column: hasColumn ? columnName(name, target !== undefined) : '',
    // Values that the platform makes are never missing, and asked from nobody.
    required: (listedAsRequired || guanxi.type === 'masterDetail') && !made && isWritten,
    unique: made || externalId || guanxi['unique'] === true,
    externalId,
    system: false,
    writable: isWritten && !made && guanxi['readOnly'] !== true,
    rules: {},
    indexed: guanxi['indexed'] === true,
    personal: guanxi['personal'] === true || identifies,
    sensitive: typeof guanxi['sensitive'] === 'boolean' ? guanxi['sensitive'] : kind.encrypted === true,
    property,
    ...present<Pick<FieldModel, 'help' | 'default' | 'target' | 'inverse' | 'through' | 'dependsOn'>>({
      help: textKeyword(property, 'help'),
      default: property['default'] as JsonValue | undefined,
      target,
      inverse: inverseKeyword(property)?.name,
      through: storage === 'through' ? throughOf(property) : undefined,
      dependsOn: settings['dependsOn'] as FieldModel['dependsOn'],
    }),
  };
}

/** A picklist that names a global one has its values. */
function settingsOf(property: FieldProperty, picklists: ReadonlyMap<string, PicklistDocument>): FieldSettings {
  const settings = fieldType(property.guanxi.type).readSettings(property);
  const values = picklists.get(textKeyword(property, 'valueSet') ?? '')?.values;
  if (!values) return settings;
  return { ...settings, values: values.map(({ active, label, ...entry }) => ({ ...entry, label: label ?? entry.value, ...(active === false ? { active } : {}) })) };
}

function throughOf(property: FieldProperty): ThroughModel {
  const { object = '', near = '', far = '' } = recordKeyword<ThroughModel>(property, 'through') ?? {};
  return { object, near, far };
}
