import { jsonPointer } from '../json-pointer.js';
import { buildModel } from '../model/build-model.js';
import type { Model } from '../model/model.js';
import type { Problem, Result } from '../problem.js';
import { documentAddress, type CheckContext } from './checks/check-context.js';
import { checkInverses } from './checks/check-inverses.js';
import { checkUniqueness } from './checks/check-uniqueness.js';
import { checkDocument } from './checks/index.js';
import { readDocument, type ReadDocument } from './read-document.js';
import type { WorkflowDocument } from './documents.js';

export interface ParseOptions {
  /** What only the workflow room knows: whether each step's input fits its action. Paths of its problems are relative to the document. */
  readonly checkWorkflow?: (workflow: WorkflowDocument, model: Model) => readonly Problem[];
}

/**
 * All documents of an org as one model, or every problem there is. Paths begin with the document:
 * `/object:Customer/properties/name`. Never throws, whatever comes in.
 */
export function parseDocuments(documents: readonly unknown[], options: ParseOptions = {}): Result<Model> {
  const read = documents.map(readDocument);
  const sound = read.flatMap((one) => (one.document ? [one.document] : []));
  const model = buildModel(sound);
  const problems = [
    ...read.flatMap((one) => one.problems),
    ...checkUniqueness(sound, model),
    ...checkInverses(model),
    ...checkMeanings(read, model, options),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: model };
}

function checkMeanings(read: readonly ReadDocument[], model: Model, options: ParseOptions): readonly Problem[] {
  const unsure = new Set(read.flatMap((one) => one.unsure));
  return read.flatMap(({ document }) => {
    if (!document) return [];
    const problems: Problem[] = [];
    const context: CheckContext = {
      model,
      unsure,
      report: (place, problem) => problems.push({ path: `${documentAddress(document)}${jsonPointer(...place)}`, ...problem }),
    };
    checkDocument(document, context);
    if (document.kind === 'workflow' && problems.length === 0 && options.checkWorkflow) {
      for (const problem of options.checkWorkflow(document, model)) {
        problems.push({ ...problem, path: `${documentAddress(document)}${problem.path}` });
      }
    }
    return problems;
  });
}
