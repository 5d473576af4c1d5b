import { queryOptions } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export type MilestoneState = 'RUNNING' | 'WARNING' | 'VIOLATED' | 'PAUSED' | 'MET' | 'LATE';

export interface Milestone {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly state: MilestoneState;
  /** An ISO 8601 duration. */
  readonly target: string;
  readonly calendar: string | null;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly endedAt: string | null;
  readonly minutesLeft: number | null;
}

/** Time goes on by itself: what is left is asked for again every minute. */
export const milestonesOf = (object: string, recordId: string) => queryOptions({
  queryKey: ['milestones', object, recordId], refetchInterval: 60_000, staleTime: 5_000,
  queryFn: async ({ signal }) => (await metadataRequest<{ milestones: readonly Milestone[] }>(
    'query ($object: String!, $recordId: ID!) { milestones(object: $object, recordId: $recordId) { id name title state target calendar startedAt dueAt endedAt minutesLeft } }', { object, recordId }, signal)).milestones,
});

/** Those that go on, and of each name that has none going on the last. */
export function shownMilestones(all: readonly Milestone[]): readonly Milestone[] {
  return all.filter((one) => one.endedAt === null || all.find(({ name }) => name === one.name) === one);
}
