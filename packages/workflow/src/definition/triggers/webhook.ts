import { say } from '@guanxi/field-types';
import { fieldWord, objectWord, type Problem } from '@guanxi/metadata';
import { leftByInputs } from '../inputs.js';
import type { TriggerKind } from '../trigger.js';

export const webhook: TriggerKind<'webhook'> = {
  name: 'webhook',
  title: 'A call comes in',

  describe({ find }, object, _model, locale = 'en') {
    const field = object.fieldByName.get(find.field);
    return say({ ...comesIn, words: { object: objectWord(object), field: field ? fieldWord(field) : find.field } }, locale);
  },

  check: ({ find, create }, object): Problem[] => [
    // A record is found by the one value that only it has.
    ...(find.field === 'id' || object.fieldByName.get(find.field)?.unique
      ? []
      : [{ path: '/find/field', code: 'webhook.find', message: `Several records of ${object.label} may have the same ${find.field}, so a call cannot say by it which one it is about.`, hint: 'Find the record by a field that is unique.' }]),
    ...Object.keys(create ?? {})
      .filter((name) => object.fieldByName.get(name)?.writable === false)
      .map((name) => ({ path: `/create/${name}`, code: 'field.read-only', message: `${name} of ${object.label} is set by the platform and cannot be written.` })),
  ],

  leaves: ({ inputs }) => leftByInputs(inputs),
};

const comesIn = { en: 'when a call comes in about a {object}, found by its {field}', 'zh-TW': '收到有關{object}的呼叫時（以{field}尋找）', 'zh-CN': '收到有关{object}的调用时（按{field}查找）' };
