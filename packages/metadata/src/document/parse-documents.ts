import { jsonPointer } from '../json-pointer.js';
import { buildModel, type BuiltModel } from '../model/build-model.js';
import type { EarlierModel } from '../model/find-changed.js';
import type { Model } from '../model/model.js';
import { RecordingMap } from '../model/recording-map.js';
import type { Problem, Result } from '../problem.js';
import { documentAddress, type CheckContext } from './checks/check-context.js';
import { checkCircles } from './checks/check-circles.js';
import { checkInverses } from './checks/check-inverses.js';
import { checkMentions } from './checks/check-mentions.js';
import { checkUniqueness } from './checks/check-uniqueness.js';
import { checkDocument } from './checks/index.js';
import { readDocument, type ReadDocument } from './read-document.js';
import type { MetadataDocument, WorkflowDocument } from './documents.js';

export interface ParseOptions {
  /** What only the workflow room knows: whether each step's input fits its action. Paths of its problems are relative to the document. */
  readonly checkWorkflow?: (workflow: WorkflowDocument, model: Model) => readonly Problem[];
  /** A model that came from here: what has not changed since is taken over instead of read and checked again. */
  readonly earlier?: Model;
}

/**
 * All documents of an org as one model, or every problem there is. Paths begin with the document:
 * `/object:Customer/properties/name`. Never throws, whatever comes in.
 */
export function parseDocuments(documents: readonly unknown[], options: ParseOptions = {}): Result<Model> {
  const trace = options.earlier && traces.get(options.earlier);
  const earlier = options.earlier && trace && { model: options.earlier, reads: trace.reads };
  const read = readDocuments(documents, earlier?.model);
  const sound = read.flatMap((one) => (one.document ? [one.document] : []));
  const built = buildModel(sound, earlier);
  const meanings = checkMeanings(read, built, { ...options, earlier, checkedBy: trace?.checkedBy });
  const problems = [
    ...read.flatMap((one) => one.problems),
    ...checkUniqueness(sound, built.model),
    ...checkInverses(built.model, earlier?.model),
    ...meanings.problems,
    ...checkCircles(built.model),
    ...checkMentions(built.model),
  ];
  if (problems.length > 0) return { ok: false, problems };
  traces.set(built.model, { reads: meanings.reads, checkedBy: options.checkWorkflow });
  return { ok: true, value: built.model };
}

/** What was looked at for a model, and by whom its workflows were checked. */
interface Trace {
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
  readonly checkedBy: ParseOptions['checkWorkflow'];
}

const traces = new WeakMap<Model, Trace>();

function readDocuments(documents: readonly unknown[], earlier: Model | undefined): readonly ReadDocument[] {
  const known = new Map(earlier?.documents.map((document) => [`${document.kind}:${document.name}`, document]));
  return documents.map((document, index) => readDocument(document, index, known));
}

interface Checking {
  readonly earlier: EarlierModel | undefined;
  readonly checkWorkflow?: ParseOptions['checkWorkflow'];
  readonly checkedBy: ParseOptions['checkWorkflow'];
}

interface Checked {
  readonly problems: readonly Problem[];
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
}

function checkMeanings(read: readonly ReadDocument[], built: BuiltModel, checking: Checking): Checked {
  const unsure = new Set(read.flatMap((one) => one.unsure));
  const before = new Set<MetadataDocument>(checking.earlier?.model.documents);
  const reads = new Map<string, ReadonlySet<string>>();
  const problems = read.flatMap(({ document }) => {
    if (!document) return [];
    const key = readerKey(document);
    const looked = checking.earlier?.reads.get(key);
    const isKept = looked && before.has(document) && ![...looked].some((name) => built.changed.has(name));
    const isTrusted = document.kind !== 'workflow' || checking.checkWorkflow === checking.checkedBy;
    if (isKept && isTrusted) {
      reads.set(key, looked);
      return [];
    }
    const checked = checkOne(document, built, unsure, checking.checkWorkflow);
    reads.set(key, new Set([...checked.looked, ...(built.reads.get(key) ?? [])]));
    return checked.problems;
  });
  return { problems, reads };
}

const readerKey = ({ kind, name }: MetadataDocument): string => (kind === 'object' ? name : `${kind}:${name}`);

function checkOne(document: MetadataDocument, { model, faults }: BuiltModel, unsure: ReadonlySet<string>, checkWorkflow: ParseOptions['checkWorkflow']) {
  const problems: Problem[] = [];
  const objectByName = new RecordingMap(model.objectByName);
  const context: CheckContext = {
    model: { ...model, objectByName },
    faults: faults.get(document.name) ?? [],
    unsure,
    report: (place, problem) => problems.push({ path: `${documentAddress(document)}${jsonPointer(...place)}`, ...problem }),
  };
  checkDocument(document, context);
  if (document.kind === 'workflow' && problems.length === 0 && checkWorkflow) {
    for (const problem of checkWorkflow(document, context.model)) problems.push({ ...problem, path: `${documentAddress(document)}${problem.path}` });
  }
  return { problems, looked: objectByName.asked };
}
