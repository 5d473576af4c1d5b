/** What a timeline is made of, in the order in which it is offered. */
export const timelineParts = ['comments', 'changes', 'files', 'tasks', 'mails', 'runs', 'approvals', 'shares'] as const;

export type TimelinePart = (typeof timelineParts)[number];
