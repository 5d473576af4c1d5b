import type { WorkflowAction } from '../../automation-types.js';

/** The groups of the step picker in their order, each with its actions. */
const groups = {
  records: ['createRecord', 'updateRecord', 'upsertRecord', 'updateRelated', 'updateRecords', 'deleteRecord', 'deleteRecords', 'assign'],
  people: ['notify', 'sendEmail', 'approve', 'askPerson', 'comment'],
  flow: ['branch', 'forEach', 'wait', 'waitForEvent', 'callWorkflow', 'compute', 'refuse', 'stop'],
  time: ['startMilestone', 'pauseMilestone', 'resumeMilestone', 'stopMilestone'],
  outside: ['callOut', 'raiseEvent', 'makeDocument'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type StepGroup = keyof typeof groups | 'other';

/** What a workflow that acts before a record is saved can do: nothing that would have to be taken back when the save fails. */
const beforeSave: readonly string[] = ['updateRecord', 'refuse', 'branch', 'compute', 'stop'];

export function groupActions(actions: readonly WorkflowAction[], isBeforeSave: boolean): readonly { readonly group: StepGroup; readonly actions: readonly WorkflowAction[] }[] {
  const offered = actions.filter(({ name }) => (isBeforeSave ? beforeSave.includes(name) : name !== 'refuse'));
  const known = Object.entries(groups).map(([group, names]) => ({
    group: group as StepGroup, actions: (names as readonly string[]).flatMap((name) => offered.find((action) => action.name === name) ?? []),
  }));
  const listed = known.flatMap(({ actions: own }) => own);
  return [...known, { group: 'other' as const, actions: offered.filter((action) => !listed.includes(action)) }].filter(({ actions: own }) => own.length > 0);
}
