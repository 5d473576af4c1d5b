import type { ObjectDescription, ViewDocument, WorkspaceDescription } from '@guanxi/metadata';
import { isPersonalView } from '../records/view-conditions.js';

export interface PersonalView {
  readonly object: ObjectDescription;
  readonly view: ViewDocument;
}

/** Views that show each person their own records, those with a date to sort by (what is due) first. */
export function findPersonalViews({ objects }: Pick<WorkspaceDescription, 'objects'>): readonly PersonalView[] {
  const found = objects.flatMap((object) => object.views.filter(isPersonalView).map((view) => ({ object, view })));
  return [...found.filter(isByDate), ...found.filter((each) => !isByDate(each))];
}

function isByDate({ object, view }: PersonalView): boolean {
  const [first] = view.orderBy ?? [];
  return object.fields.some(({ name, operators, system }) => name === first?.field && !system && operators.includes('within'));
}
