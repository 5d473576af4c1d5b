import type { QueueChoice, QueueDocument } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { NumberField, RadioGroup } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { DocumentSheet } from '../documents/DocumentSheet.js';
import { useDocumentSheet } from '../documents/use-document-sheet.js';
import { MemberList } from './MemberList.js';
import { emptyQueue, readQueue, writeQueue } from './queue-draft.js';
import { TerritoryList } from './TerritoryList.js';

const choices: readonly QueueChoice[] = ['roundRobin', 'leastLoaded', 'take'];

/** The panel of one queue; null makes a new one. */
export function QueueSheet({ stated, onClose }: { readonly stated: StatedDocument<QueueDocument> | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const sheet = useDocumentSheet({
    kind: 'queue', stated, start: () => (stated ? readQueue(stated.document) : emptyQueue), write: (wanted) => writeQueue(wanted, stated?.document), parts: ['members', 'territory'],
    texts: { saved: t('people.queues.saved'), removed: t('people.queues.removed') }, onClose,
  });
  const { draft, set, byField } = sheet;
  return (
    <DocumentSheet sheet={sheet} size="large" title={stated ? draft.label.text : t('people.queues.new')}
      texts={{ titleField: t('people.queues.titleField'), titleMissing: 'mail.titleMissing', name: t('people.queues.name'), save: t('people.queues.save'), remove: t('people.queues.remove') }}>
      <MemberList members={draft.members} error={byField.members} onChange={(members) => set({ members })} />
      <RadioGroup label={t('people.queues.choose')} value={draft.choose} onChange={(choose) => set({ choose: choose as QueueChoice })} choices={choices.map((value) => ({ value, label: t(`people.queues.chooses.${value}`) }))} />
      <TerritoryList territory={draft.territory} error={byField.territory} onChange={(territory) => set({ territory })} />
      {draft.territory.length > 0 && <NumberField label={t('people.queues.rank')} help={t('people.queues.rankHelp')} value={draft.rank} onChange={(rank) => set({ rank })} />}
    </DocumentSheet>
  );
}
