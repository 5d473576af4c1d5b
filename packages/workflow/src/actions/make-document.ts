import type { JsonValue } from '@guanxi/field-types';
import { readFormula } from '../expressions/read-formula.js';
import type { StepNote } from '../ports.js';
import type { Action, ActionBatch, ActionResult } from './action.js';
import type { ActionPorts } from '../ports.js';
import { checkKeepAs, keepAsSchema, keptAs } from './left-value.js';

/** Of one transaction: to lay a document out takes some tenths of a second. */
const PORTION = 5;

export const makeDocument: Action = {
  name: 'makeDocument',
  title: 'Make a document',
  description: 'Makes a letter or a quote of the record as PDF and adds it to the record’s files.',
  inputSchema: {
    type: 'object',
    properties: {
      document: { type: 'string', title: 'Document', description: 'A template from Setup → Document templates.', format: 'document-template' },
      language: { type: 'string', title: 'Language', description: 'A formula that answers en, zh-TW or zh-CN; without one it is the org’s.', format: 'formula' },
      as: { ...keepAsSchema, description: 'The steps that follow find the id of the file as $Run and this name; empty keeps nothing.', leaves: 'text' },
    },
    required: ['document'],
    additionalProperties: false,
  },

  leaves: ({ as }) => keptAs(as, 'text' as const),

  check({ document, language, as }, context) {
    const { model, object } = context;
    const template = model.documentTemplates.find(({ name }) => name === document);
    const foreign = template && template.object !== object.name
      ? [{ path: '/document', code: 'document.foreign', message: `The document “${template.title}” is made of a record of ${template.object}, not of ${object.name}.` }]
      : [];
    const read = typeof language === 'string' ? readFormula(language, context, 'text') : undefined;
    return [
      ...(typeof document === 'string' && document !== '' ? foreign : [{ path: '/document', code: 'document.missing', message: 'The step does not say which document it makes.' }]),
      ...(read && !read.ok ? read.problems.map((problem) => ({ ...problem, path: '/language' })) : []),
      ...checkKeepAs(as, 'text', context),
    ];
  },

  run: (batch, ports) => make(batch, ports),
  resume: (batch, ports) => make(batch, ports),
};

async function make({ input, object, runs }: ActionBatch, ports: ActionPorts): Promise<ActionResult> {
  const { document, language, as } = input as { document: string; language?: string; as?: string };
  const now = runs.slice(0, PORTION);
  const languages = await ports.evaluate(object.name, language === undefined ? { language: "''" } : { language }, now);
  const made = await ports.makeDocuments(now.flatMap(({ runId, recordId }) => (languages.has(runId) ? [{ runId, recordId, object: object.name, document, language: String(languages.get(runId)?.['language'] ?? '') }] : [])));
  const notes = now.map(({ runId }): StepNote => {
    const file = made.get(runId);
    const output: JsonValue = file ? { file: { id: file.id, name: file.name } } : { skipped: 'The record no longer exists.' };
    return { runId, input: { document, ...(file && { language: file.language }) }, output, ...(file && { leaves: keptAs(as, file.id) }) };
  });
  const later = runs.slice(PORTION).map(({ runId }): StepNote => ({ runId, input: { document }, output: null, way: { to: 'rest', until: ports.now() } }));
  return { ok: true, notes: [...notes, ...later] };
}
