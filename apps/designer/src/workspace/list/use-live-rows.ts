import { useCallback, useEffect, useRef, useState } from 'react';
import { queryClient, recordsRequest, useLiveRecords, useSession, type LiveChange } from '../../api/index.js';
import { patchLists, removeFromLists, type ListQuestion } from '../records/record-lists.js';
import { pageQuery } from '../records/record-queries.js';
import type { RecordRow } from '../records/record-row.js';

/** As long as the tint of a changed row takes to fade. */
const freshFor = 900;
const nothing: ReadonlySet<string> = new Set();

/** Lays what others change over the rows that are shown, and tells which those were for a moment. */
export function useLiveRows(question: ListQuestion, onOther: () => void): ReadonlySet<string> {
  const { object, select, where } = question;
  const [fresh, setFresh] = useState(nothing);
  const { user } = useSession();
  const other = useRef(onOther);
  useEffect(() => { other.current = onOther; });
  const onChange = useCallback((changes: readonly LiveChange[]) => {
    const gone = changes.filter(({ kind }) => kind === 'DELETED' || kind === 'LEFT').map(({ id }) => id);
    removeFromLists(object.name, gone);
    if (changes.some(({ kind }) => kind === 'CREATED' || kind === 'RESTORED')) other.current();
    const changed = [...new Set(changes.filter(({ kind }) => kind === 'UPDATED').map(({ id }) => id))];
    void queryClient.invalidateQueries({ queryKey: ['totals', object.name] });
    if (changed.length === 0) return;
    const { query, variables } = pageQuery(object, { select, size: changed.length, where: { id: { in: changed } } });
    void recordsRequest<{ page: { nodes: readonly RecordRow[] } }>(query, variables).then(({ page: { nodes } }) => {
      for (const node of nodes) patchLists(object.name, node.id, node);
      // People know what they have changed themselves.
      const others = new Set(changes.filter(({ actorId }) => actorId !== user.id).map(({ id }) => id));
      setFresh(new Set(nodes.map(({ id }) => id).filter((id) => others.has(id))));
    }, () => undefined);
  }, [object, select, user.id]);
  useLiveRecords({ object: object.name, ...(where && { where }), onChange, onGap: () => other.current() });
  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => setFresh(nothing), freshFor);
    return () => clearTimeout(timer);
  }, [fresh]);
  return fresh;
}
