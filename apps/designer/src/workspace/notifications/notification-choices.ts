import { queryOptions } from '@tanstack/react-query';
import { metadataRequest, queryClient } from '../../api/index.js';

export interface NotificationChoice {
  readonly kind: string;
  readonly shown: boolean;
  readonly mailed: boolean;
}

export interface MutedRecord {
  readonly object: string;
  readonly recordId: string;
  readonly recordName: string;
}

const key = ['notification-choices'] as const;

export const choicesOptions = queryOptions({
  queryKey: key,
  queryFn: async ({ signal }) => metadataRequest<{ notificationChoices: readonly NotificationChoice[]; mutedRecords: readonly MutedRecord[] }>(
    '{ notificationChoices { kind shown mailed } mutedRecords { object recordId recordName } }', {}, signal,
  ),
});

export function choose(choice: NotificationChoice): Promise<void> {
  return write('mutation Choose($kind: String!, $shown: Boolean!, $mailed: Boolean!) { chooseNotifications(kind: $kind, shown: $shown, mailed: $mailed) { kind } }', { ...choice });
}

export function muteRecord(object: string, recordId: string): Promise<void> {
  return write('mutation Mute($object: String!, $recordId: ID!) { muteRecord(object: $object, recordId: $recordId) }', { object, recordId });
}

export function unmuteRecord(recordId: string): Promise<void> {
  return write('mutation Unmute($recordId: ID!) { unmuteRecord(recordId: $recordId) }', { recordId });
}

async function write(mutation: string, variables: Readonly<Record<string, unknown>>): Promise<void> {
  await metadataRequest(mutation, variables);
  await queryClient.invalidateQueries({ queryKey: key });
}
