import type { WorkspaceDescription } from '@guanxi/metadata';
import { useEffect, useRef } from 'react';
import { LiveConnection, type LiveChange } from './live-connection.js';
import { queryClient } from './query-client.js';
import { recordsRequest, streamRequest } from './request.js';
import { workspaceOptions } from './workspace.js';

export type { LiveChange } from './live-connection.js';

export interface LiveRecords {
  /** Name of the object; nothing is followed without it. */
  readonly object: string | undefined;
  /** Only these records. */
  readonly ids?: readonly string[];
  /** As in a query. A record that the filter no longer takes is told as LEFT. */
  readonly where?: Readonly<Record<string, unknown>>;
  /** Also told of changes that this page made itself. Changes that come together are told together. */
  onChange(changes: readonly LiveChange[]): void;
  /** Changes may have been missed: read everything again. */
  onGap?(): void;
}

let connection: LiveConnection | undefined;

/** Follows records while they are on the page. Silent while the tab is hidden or offline; then it tells what it missed. */
export function useLiveRecords(wish: LiveRecords): void {
  const latest = useRef(wish);
  useEffect(() => {
    latest.current = wish;
  });
  const { object } = wish;
  useEffect(() => {
    if (object === undefined) return undefined;
    connection ??= new LiveConnection(streamRequest);
    let isOver = false;
    const leave = connection.join({
      object,
      onChanges: (changes) => {
        const { ids, where } = latest.current;
        const among = ids ? changes.filter(({ id }) => ids.includes(id)) : changes;
        if (among.length === 0) return;
        if (!where) return latest.current.onChange(among);
        void judge(object, where, among).then(
          (judged) => { if (!isOver && judged.length > 0) latest.current.onChange(judged); },
          () => { if (!isOver) latest.current.onGap?.(); },
        );
      },
      onGap: () => latest.current.onGap?.(),
    });
    return () => {
      isOver = true;
      leave();
    };
  }, [object]);
}

/** What the changes mean for a list with a filter: asked with the filter itself, for all of them at once. */
async function judge(object: string, where: Readonly<Record<string, unknown>>, changes: readonly LiveChange[]): Promise<readonly LiveChange[]> {
  const plural = queryClient.getQueryData<WorkspaceDescription>(workspaceOptions.queryKey)?.objects.find(({ name }) => name === object)?.plural;
  if (plural === undefined) return changes;
  const ids = [...new Set(changes.map(({ id }) => id))].slice(0, 1_000);
  const query = `query ($where: ${object}Where, $first: Int) { found: ${plural}(where: $where, first: $first) { nodes { id } } }`;
  const { found } = await recordsRequest<{ found: { nodes: readonly { id: string }[] } }>(query, { where: { AND: [where, { id: { in: ids } }] }, first: ids.length });
  const taken = new Set(found.nodes.map(({ id }) => id));
  return changes.flatMap((change): LiveChange[] => {
    if (taken.has(change.id) || change.kind === 'DELETED' || change.kind === 'LEFT') return [change];
    return change.kind === 'CREATED' ? [] : [{ ...change, kind: 'LEFT' }];
  });
}
