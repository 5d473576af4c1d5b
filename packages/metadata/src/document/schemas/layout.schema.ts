import { documentSchemaOf, formula, name, names, someText, translations } from './parts.js';
import type { JsonSchema } from '@guanxi/field-types';

/** The meta-schema of record page layouts. */
export function makeLayoutSchema(): JsonSchema {
  return documentSchemaOf('layout', {
    properties: {
      object: name,
      recordTypes: { ...names, minItems: 1, description: 'The record types it is for; all where it is missing.' },
      permissionSets: { ...names, minItems: 1, description: 'Who sees it; everybody where it is missing.' },
      header: { ...names, description: "The fields that head the page, instead of the object's compact ones." },
      path: { type: ['string', 'null'], minLength: 1, maxLength: 100, description: 'The choice that is drawn as a path of stages; null draws none. Where it is missing, the first choice that is named for a stage.' },
      sections: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            title: someText,
            titles: translations,
            tab: { ...someText, description: 'Sections of one tab stand together behind its title.' },
            tabs: translations,
            columns: { enum: [1, 2, 3, 4] },
            cells: { type: 'array', items: cell },
            visibleWhen: formula,
          },
          required: ['columns', 'cells'],
          additionalProperties: false,
        },
      },
      relatedLists: {
        type: 'array',
        items: {
          type: 'object',
          properties: { relation: name, columns: { ...names, minItems: 1 } },
          required: ['relation', 'columns'],
          additionalProperties: false,
        },
      },
      actions: { ...names, description: 'Buttons of the page; all actions of the object where it is missing.' },
    },
    required: ['object', 'sections'],
  });
}

const cell: JsonSchema = {
  type: 'object',
  properties: { field: name, visibleWhen: formula, requiredWhen: formula, readOnlyWhen: formula, wide: { type: 'boolean' } },
  required: ['field'],
  additionalProperties: false,
};
