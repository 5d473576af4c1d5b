import type { FieldDescription, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { findPersonalViews } from './find-personal-views.js';
import { taskKindOf } from './task-kind.js';

/** A kind of task that somebody may make, and the lookup that says what it is about. */
export interface TaskAbout {
  readonly object: ObjectDescription;
  readonly field: FieldDescription;
}

/** Tasks, calls, visits and whatever else people work through by the day that can be about records of an object. */
export function tasksAbout(workspace: Pick<WorkspaceDescription, 'objects'>, target: string): readonly TaskAbout[] {
  const objects = new Set(findPersonalViews(workspace).flatMap((view) => taskKindOf(view)?.object ?? []));
  return [...objects].filter(({ canCreate }) => canCreate).flatMap((object) => {
    const field = object.fields.find((one) => one.target === target && one.writable && !one.system);
    return field ? [{ object, field }] : [];
  });
}
