import { fieldType, type FieldProperty, type JsonValue } from '@guanxi/field-types';
import { columnName } from '../naming/index.js';
import type { FieldModel } from './model.js';

/** One property of an object document as a field. */
export function buildField(name: string, property: FieldProperty, listedAsRequired: boolean): FieldModel {
  const { guanxi } = property;
  const kind = fieldType(guanxi.type);
  const settings = kind.readSettings(property);
  const target = kind.reference?.(settings);
  const inverse = inverseName(guanxi['inverse']);
  const externalId = guanxi['externalId'] === true;
  const generated = kind.generated !== undefined;
  return {
    id: guanxi.id,
    name,
    label: property.title ?? name,
    ...(typeof guanxi['help'] === 'string' ? { help: guanxi['help'] } : {}),
    type: guanxi.type,
    settings,
    value: { type: guanxi.type, settings },
    storage: kind.storage?.(settings) ?? 'column',
    column: columnName(name, target !== undefined),
    // Values that the platform makes are never missing, and asked from nobody.
    required: listedAsRequired && !generated,
    unique: generated || externalId || guanxi['unique'] === true,
    externalId,
    system: false,
    writable: !generated && guanxi['readOnly'] !== true,
    ...(property['default'] === undefined ? {} : { default: property['default'] as JsonValue }),
    ...(target === undefined ? {} : { target }),
    ...(inverse === undefined ? {} : { inverse }),
    rules: {},
    personal: guanxi['personal'] === true,
    property,
  };
}

function inverseName(inverse: unknown): string | undefined {
  return typeof inverse === 'object' && inverse !== null && 'name' in inverse && typeof inverse.name === 'string' ? inverse.name : undefined;
}
