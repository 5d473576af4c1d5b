import { parseDocuments, type Model, type Problem, type RetentionRuleDocument } from '@guanxi/metadata';
import { ApiFailure, validationFailure } from '../metadata-api/api-failure.js';
import { retentionFaults } from './retention-wording.js';

/** A rule as it is being written, checked against what is published. Throws `ApiFailure`; paths are relative to the rule. */
export function readGivenRule(given: unknown, model: Model, locale: string): RetentionRuleDocument {
  const { kind, name } = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, unknown>>;
  if (kind !== 'retention-rule' || typeof name !== 'string') throw new ApiFailure('BAD_REQUEST', retentionFaults.noDocument);
  const id = (given as { readonly guanxi?: { readonly id?: unknown } | null }).guanxi?.id;
  const others = model.documents.filter((document) => document.kind !== 'retention-rule' || (document.name !== name && document.guanxi.id !== id));
  const parsed = parseDocuments([...others, given], { earlier: model });
  if (!parsed.ok) throw validationFailure(parsed.problems.map(ofRule), locale);
  const rule = parsed.value.retentionRules.find((one) => one.name === name);
  if (!rule) throw new ApiFailure('BAD_REQUEST', retentionFaults.noDocument);
  return rule;
}

function ofRule({ path, ...problem }: Problem): Problem {
  return { path: path.replace(/^\/[^/]*/, ''), ...problem };
}
