import { translate, type RetentionAge, type RetentionDeed, type RetentionRuleDocument } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { MultiSelect, NumberField, RadioGroup, Select } from '../../ui/index.js';
import { DocumentSheet } from '../documents/DocumentSheet.js';
import type { StatedDocument } from '../documents/document-types.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import { useDocumentSheet } from '../documents/use-document-sheet.js';
import { FormulaField } from '../formula/FormulaField.js';
import { recordScope } from '../formula/record-scope.js';
import { PreviewPanel } from './PreviewPanel.js';
import { activityChoices, activityKey, dateFields, emptyRule, readActivity, readRule, writeRule } from './retention-draft.js';
import styles from './Retention.module.css';

/** One rule about how long records are kept, with what it would do as it stands; null makes a new one. */
export function RetentionSheet({ stated, onClose }: { readonly stated: StatedDocument<RetentionRuleDocument> | null; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const objects = useDraftedObjects();
  const sheet = useDocumentSheet({
    kind: 'retention-rule', stated, start: () => (stated ? readRule(stated.document) : emptyRule), write: (wanted) => writeRule(wanted, stated?.document), parts: ['object', 'since', 'activity', 'after', 'when', 'do'],
    texts: { saved: t('retention.saved'), removed: t('retention.removed') }, onClose,
  });
  const { draft, set, byField, missing } = sheet;
  const object = objects.find(({ name }) => name === draft.object);
  const dates = object ? dateFields(object) : [];
  const activities = object ? activityChoices(object, objects) : [];
  return (
    <DocumentSheet sheet={sheet} size="large" title={stated ? translate(stated.document.title, stated.document.titles, i18n.language) : t('retention.new')}
      texts={{ titleField: t('retention.titleField'), titleMissing: 'retention.titleMissing', name: t('setup.objects.apiName'), save: t('retention.save'), remove: t('retention.remove') }}>
      <Select label={t('retention.object')} isRequired value={draft.object} choices={objects.filter(({ platform }) => !platform).map((one) => ({ value: one.name, label: one.label }))}
        onChange={(name) => set({ object: name, since: 'updatedAt', activity: [] })} error={byField.object ?? missing(draft.object === null, 'retention.objectMissing') ?? null} />
      <div className={styles['age']}>
        <NumberField label={t('retention.after')} isRequired min={1} max={36_500} value={draft.value} onChange={(value) => set({ value })} error={byField.after ?? missing(draft.value === null, 'retention.afterMissing') ?? null} />
        <Select label={t('retention.unit')} value={draft.unit} choices={(['days', 'months', 'years'] as const).map((value) => ({ value, label: t(`retention.units.${value}`) }))} onChange={(unit) => set({ unit: unit as RetentionAge['unit'] })} />
        <Select label={t('retention.since')} isRequired isDisabled={!object} value={object ? draft.since : null} choices={dates.map(({ name, label }) => ({ value: name, label }))} onChange={(since) => set({ since })} error={byField.since ?? missing(draft.since === null, 'retention.sinceMissing') ?? null} />
      </div>
      {activities.length > 0 && <MultiSelect label={t('retention.activity')} help={t('retention.activityHelp')} placeholder={t('retention.activityNone')} value={draft.activity.map(activityKey)} choices={activities} onChange={(keys) => set({ activity: keys.map(readActivity) })} error={byField.activity ?? null} />}
      <FormulaField label={t('retention.when')} help={t('retention.whenHelp')} expected="boolean" value={draft.when} scope={recordScope(objects, draft.object ?? '', { isUnattended: true })} onChange={(when) => set({ when })} {...(byField.when !== undefined && { error: byField.when })} />
      <RadioGroup label={t('retention.do')} value={draft.do} onChange={(deed) => set({ do: deed as RetentionDeed })} error={byField.do ?? null}
        choices={(['delete', 'erase', 'purge'] as const).map((value) => ({ value, label: t(`retention.deeds.${value}`), description: t(`retention.deedHelp.${value}`) }))} />
      <PreviewPanel rule={writeRule({ ...draft, name: sheet.name || 'preview', label: { ...draft.label, text: draft.label.text.trim() || 'preview' } }, stated?.document ?? previewOf)} />
    </DocumentSheet>
  );
}

/** Only its id is taken: a preview is asked for anew when what it says changes, and not when it is made anew. */
const previewOf = { guanxi: { id: 'preview' } } as RetentionRuleDocument;
