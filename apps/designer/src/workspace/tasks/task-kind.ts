import { valueName, type FieldDescription, type ObjectDescription } from '@guanxi/metadata';
import type { Where } from '../records/record-queries.js';
import type { PersonalView } from './find-personal-views.js';

/** What a page of tasks has to know of the object whose records are tasks: read off the view that shows people their own. */
export interface TaskKind extends PersonalView {
  readonly due: FieldDescription;
  /** The view's condition without whose they are. */
  readonly open: Where;
  /** The field that says whether a task is open, and what it says of one that is done. */
  readonly status?: { readonly field: FieldDescription; readonly done: string };
  /** The record that a task is about. */
  readonly about?: FieldDescription;
  /** Choices that tell tasks apart: what kind, how urgent. */
  readonly marks: readonly FieldDescription[];
}

const mostMarks = 2;
const doneNames = /^(done|completed?|closed|finished|resolved)$/i;

/** Undefined where the view is not in the order of a day, or says whose its records are in another way than by their owner. */
export function taskKindOf({ object, view }: PersonalView): TaskKind | undefined {
  const fieldOf = (name: string | undefined) => object.fields.find((field) => field.name === name);
  const due = fieldOf(view.orderBy?.[0]?.field);
  const { owner, ...open } = view.where ?? {};
  if (due?.type !== 'date' || JSON.stringify(owner) !== '{"eq":"me"}') return undefined;
  const status = statusOf(object, open);
  const shown = view.columns.flatMap((name) => fieldOf(name) ?? []);
  const about = shown.find(({ target }) => target !== undefined && target !== 'User');
  return {
    object, view, due, open, ...(status && { status }), ...(about && { about }),
    marks: shown.filter(({ type, name }) => type === 'picklist' && name !== status?.field.name).slice(0, mostMarks),
  };
}

/** The choice that the view asks for, and the one of the others that is called done; else the first of them. */
function statusOf(object: ObjectDescription, open: Where): TaskKind['status'] {
  for (const [name, asked] of Object.entries(open)) {
    const field = object.fields.find((one) => one.name === name && one.type === 'picklist');
    if (!field?.valueLabels || typeof asked !== 'object' || asked === null) continue;
    const { eq, in: among = [] } = asked as { readonly eq?: string; readonly in?: readonly string[] };
    const others = Object.keys(field.valueLabels).filter((value) => value !== eq && !among.includes(value));
    const done = others.find((value) => doneNames.test(value)) ?? others[0];
    if ((eq !== undefined || among.length > 0) && done !== undefined) return { field, done };
  }
  return undefined;
}

/** Which tasks are asked for: one's own, or those of the people in one's teams. */
export function whereOfTasks({ object, open }: Pick<TaskKind, 'object' | 'open'>, whose: 'mine' | 'team'): Where {
  const owner = object.fields.find(({ name }) => name === 'owner');
  return { ...open, [owner ? valueName(owner) : 'ownerId']: whose === 'mine' ? { eq: 'me' } : { among: 'myTeams' } };
}
