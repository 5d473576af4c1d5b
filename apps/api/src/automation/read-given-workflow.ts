import { randomUUID } from 'node:crypto';
import { parseDocuments, type Model, type WorkflowDocument } from '@guanxi/metadata';
import { checkWorkflow } from '@guanxi/workflow';
import { validationFailure } from '../metadata-api/api-failure.js';
import { findByName } from './find-by-name.js';

export interface GivenWorkflow {
  readonly model: Model;
  readonly workflow: WorkflowDocument;
}

/**
 * A published workflow by its name, or a document that need not be published, or even have an id yet, read against the
 * published documents: the tables are theirs. Throws `VALIDATION_FAILED` with everything that is wrong with it.
 */
export function readGivenWorkflow(given: unknown, model: Model): GivenWorkflow {
  if (typeof given === 'string') return { model, workflow: findByName(model.workflows, given) };
  const document = withId(given);
  const ground = model.documents.filter((one) => one.kind !== 'workflow' || !isSameWorkflow(one, document));
  const parsed = parseDocuments([...ground, document], { checkWorkflow, earlier: model });
  if (!parsed.ok) throw validationFailure(parsed.problems.map((problem) => ({ ...problem, path: problem.path.replace(/^\/workflow:[^/]*/, '') })));
  const workflow = parsed.value.workflows.find((one) => isSameWorkflow(one, document));
  if (!workflow) throw validationFailure([{ path: '/kind', code: 'kind', message: 'This is not a workflow document.' }]);
  return { model: parsed.value, workflow };
}

function isSameWorkflow({ name, guanxi: { id } }: WorkflowDocument, document: unknown): boolean {
  const { name: itsName, guanxi } = (document ?? {}) as Partial<WorkflowDocument>;
  return name === itsName || id === guanxi?.id;
}

function withId(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const guanxi = 'guanxi' in given && typeof given.guanxi === 'object' ? given.guanxi : {};
  return { ...given, guanxi: { id: randomUUID(), ...guanxi } };
}
