import type { WorkflowDocument } from '../document/documents.js';
import type { WorkflowTestValues } from '../document/workflow-test.js';
import type { Mentions } from './mentions.js';
import type { Spot } from './usage.js';

/** What the tests of a workflow give and expect, by field. `worksOn`: of a step, by its id, the objects whose fields it sets. */
export function mentionInTests({ object: name, tests = [] }: WorkflowDocument, worksOn: ReadonlyMap<string, ReadonlySet<string>>, mentions: Mentions): void {
  const object = mentions.model.objectByName.get(name);
  for (const [index, { record, change, parents = {}, related = [], expect }] of tests.entries()) {
    const at: Spot = ['tests', index];
    mentionValues(record, name, [...at, 'record'], mentions);
    mentionValues(change, name, [...at, 'change'], mentions);
    mentionValues(expect.record, name, [...at, 'expect', 'record'], mentions);
    for (const [lookup, values] of Object.entries(parents)) {
      mentions.field(object, lookup, [...at, 'parents', lookup], 'automation');
      mentionValues(values, object?.fieldByName.get(lookup)?.target, [...at, 'parents', lookup], mentions);
    }
    for (const [position, { relation, values }] of related.entries()) {
      const source = mentions.relation(object, relation, [...at, 'related', position, 'relation'], 'automation');
      mentionValues(values, source?.name, [...at, 'related', position, 'values'], mentions);
    }
    for (const [step, values] of Object.entries(expect.values ?? {})) {
      for (const target of worksOn.get(step) ?? []) mentionValues(values, target, [...at, 'expect', 'values', step], mentions);
    }
  }
}

function mentionValues(values: WorkflowTestValues | undefined, objectName: string | undefined, spot: Spot, mentions: Mentions): void {
  const object = mentions.model.objectByName.get(objectName ?? '');
  for (const [name, value] of Object.entries(values ?? {})) {
    const field = object?.fieldByName.get(name);
    if (!object || !field) continue;
    mentions.field(object, name, [...spot, name], 'automation');
    if (typeof value === 'string') mentions.value(object, field, value, [...spot, name], 'automation');
  }
}
