import { collapseItems } from './collapse-items.js';
import type { TimelineItem } from './timeline-item.js';

const mei = { id: 'mei', name: 'Mei' };
let made = 0;

function event(kind: string, hour: number, by: TimelineItem['by'] = mei): TimelineItem {
  made += 1;
  return {
    id: String(made), kind, at: new Date(Date.UTC(2026, 0, 5, 20 - hour)).toISOString(), by, source: 'page', text: null, mentions: [], changes: null, mayDelete: false, mayEdit: false, editedAt: null, isDeleted: false,
    pinnedAt: null, pinnedBy: null, reactions: [], attachments: [], mail: null, run: null, record: null, file: null, approval: null, share: null,
  };
}

describe('similar events', () => {
  it('are put together where many of one kind and person stand side by side', () => {
    const changes = [0, 1, 2, 3].map((hour) => event('updated', hour));
    const created = event('created', 5);
    expect(collapseItems([...changes, created])).toEqual([{ kind: 'several', alike: 'updated', items: changes }, { kind: 'one', item: created }]);
  });

  it('stay by themselves where they are few, far apart, of several people, or said by somebody', () => {
    const apart = [[0, 1, 2].map((hour) => event('updated', hour)), [0, 30, 60, 90].map((hour) => event('updated', hour)), [0, 1, 2, 3].map((hour) => event('updated', hour, { id: String(hour), name: 'x' })), [0, 1, 2, 3].map((hour) => event('comment', hour))];
    for (const items of apart) expect(collapseItems(items).every(({ kind }) => kind === 'one')).toBe(true);
  });

  it('count what happened to files as one kind', () => {
    expect(collapseItems([event('fileAdded', 0), event('fileRenamed', 1), event('fileAdded', 2), event('fileRemoved', 3)])).toMatchObject([{ kind: 'several', alike: 'file' }]);
  });
});
