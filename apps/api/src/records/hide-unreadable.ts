import { say } from '@guanxi/field-types';
import { valueName, type ObjectModel } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import { faults } from './fault-wording.js';
import type { WriteFault } from './record-values.js';

/**
 * A fault as somebody may hear it: what a field that they may not read has to do with it, its name and its value, is left out. The words of
 * a rule were written for everybody; where the rule points to is not told.
 */
export function hideUnreadable(fault: WriteFault, object: ObjectModel, { access, locale }: Pick<Actor, 'access' | 'locale'>): WriteFault {
  const [, row = '0', name] = fault.path.split('/');
  const readable = access.objects.get(object.name)?.readableFields;
  const field = name === undefined ? undefined : object.fields.find((one) => valueName(one) === name);
  if (!field || access.admin || readable?.has(field.name)) return fault;
  const path = `/${row}`;
  if (fault.code === 'rule') return { ...fault, path };
  return { path, code: 'unfit', message: say(faults.hiddenField, locale) };
}
