import type { Grantee, MetadataDocument, ObjectDocument, PermissionDocument, PermissionGroupDocument, RoleDocument, SharingRuleDocument, WorkflowDocument } from '../document/documents.js';
import { calendarOf } from '../document/workflow-calendars.js';
import { stepsOf } from '../document/workflow-steps.js';
import { FILE, USER } from '../model/system-fields.js';
import type { DocumentName } from './app-bundle.js';

/** The documents that this one cannot be without. Names of what does not exist are told too. */
export function documentReferences(document: MetadataDocument): readonly DocumentName[] {
  const names = readers[document.kind]?.(document as never) ?? objectOf(document);
  const unique = new Map(names.filter(({ kind, name }) => (kind !== document.kind || name !== document.name) && !(kind === 'object' && PLATFORM.has(name))).map((name) => [`${name.kind} ${name.name}`, name]));
  return [...unique.values()];
}

/** Objects of the platform, which every org has. */
const PLATFORM: ReadonlySet<string> = new Set([USER, FILE]);

const readers: Readonly<Record<string, ((document: never) => readonly DocumentName[]) | undefined>> = {
  object: referencesOfObject,
  workflow: referencesOfWorkflow,
  permissions: ({ objects }: PermissionDocument) => Object.keys(objects).map(object),
  'permission-group': ({ sets }: PermissionGroupDocument) => sets.map((name) => ({ kind: 'permissions', name })),
  role: ({ parent }: RoleDocument) => texts([parent]).map((name) => ({ kind: 'role', name })),
  'sharing-rule': referencesOfSharingRule,
  app: () => [],
  picklist: () => [],
};

function objectOf(document: MetadataDocument): readonly DocumentName[] {
  return 'object' in document && typeof document.object === 'string' ? [object(document.object)] : [];
}

function object(name: string): DocumentName {
  return { kind: 'object', name };
}

/** Where a property names other documents, whatever its kind of field: only some kinds have each keyword. */
function referencesOfObject(document: ObjectDocument): readonly DocumentName[] {
  return Object.values(document.properties).flatMap(({ guanxi }) => {
    const { target, targets, through, valueSet } = guanxi as Readonly<Record<string, unknown>>;
    return [
      ...texts([target]).map(object),
      ...texts(Array.isArray(targets) ? targets : []).map(object),
      ...texts([(through as { readonly object?: unknown } | undefined)?.object]).map(object),
      ...texts([valueSet]).map((name) => ({ kind: 'picklist', name })),
    ];
  });
}

/** A step's input is its action's business, but an `object`, a `template`, a `document`, a `calendar` or a `queue` in it is the name of one everywhere. */
function referencesOfWorkflow(workflow: WorkflowDocument): readonly DocumentName[] {
  const { object: name } = workflow;
  const steps = stepsOf(workflow).map(({ step }) => step);
  const templates = texts(steps.map(({ input }) => input['template'])).map((template) => ({ kind: 'message-template' as const, name: template }));
  const documents = texts(steps.map(({ input }) => input['document'])).map((template) => ({ kind: 'document-template' as const, name: template }));
  const calendars = texts([calendarOf(workflow.trigger)?.name, ...steps.map(({ input }) => input['calendar'])]).map((calendar) => ({ kind: 'business-calendar' as const, name: calendar }));
  const queues = texts(steps.flatMap(({ input: { queue, levels } }) => [queue, ...(Array.isArray(levels) ? levels.map((level: { readonly queue?: unknown } | null) => level?.queue) : [])])).map((queue) => ({ kind: 'queue' as const, name: queue }));
  return [object(name), ...texts(steps.map(({ input }) => input['object'])).map(object), ...templates, ...documents, ...calendars, ...queues];
}

function referencesOfSharingRule({ object: name, which, to }: SharingRuleDocument): readonly DocumentName[] {
  const queues = 'territory' in which ? [{ kind: 'queue' as const, name: which.territory }] : [];
  return [object(name), ...[...to, ...('ownedBy' in which ? which.ownedBy : [])].flatMap(referenceOfGrantee), ...queues];
}

function referenceOfGrantee(grantee: Grantee): readonly DocumentName[] {
  if ('role' in grantee) return [{ kind: 'role', name: grantee.role }];
  if ('below' in grantee) return [{ kind: 'role', name: grantee.below }];
  if ('team' in grantee) return [{ kind: 'team', name: grantee.team }];
  return 'queue' in grantee ? [{ kind: 'queue', name: grantee.queue }] : [];
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.filter((value): value is string => typeof value === 'string');
}
