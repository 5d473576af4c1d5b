import { translate, type SharedAccess, type SharingRuleDocument } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { Checkbox, RadioGroup, SegmentedControl, Select } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { DocumentSheet } from '../documents/DocumentSheet.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import { useDocumentSheet } from '../documents/use-document-sheet.js';
import { FormulaField } from '../formula/FormulaField.js';
import { recordScope } from '../formula/record-scope.js';
import { GranteeList } from './GranteeList.js';
import { RuleReach } from './RuleReach.js';
import { emptyRule, readRule, whichOf, writeRule } from './sharing-draft.js';
import { TerritorySelect } from './TerritorySelect.js';

/** One rule that opens records; null makes a new one. */
export function SharingRuleSheet({ stated, onClose }: { readonly stated: StatedDocument<SharingRuleDocument> | null; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const objects = useDraftedObjects();
  const sheet = useDocumentSheet({
    kind: 'sharing-rule', stated, start: () => (stated ? readRule(stated.document) : emptyRule), write: (wanted) => writeRule(wanted, stated?.document), parts: ['object', 'which', 'to'],
    texts: { saved: t('sharing.rules.saved'), removed: t('sharing.rules.removed') }, onClose,
  });
  const { draft, set, byField, missing } = sheet;
  const which = whichOf(draft);
  const whichError = byField.which ?? missing(which === null, 'sharing.rules.whichMissing');
  return (
    <DocumentSheet sheet={sheet} size="large" title={stated ? translate(stated.document.title, stated.document.titles, i18n.language) : t('sharing.rules.new')}
      texts={{ titleField: t('sharing.titleField'), titleMissing: 'sharing.titleMissing', name: t('setup.objects.apiName'), save: t('sharing.saveDraft'), remove: t('sharing.rules.remove') }}>
      <Select label={t('sharing.objects.object')} isRequired value={draft.object} choices={objects.filter(({ platform }) => !platform).map((one) => ({ value: one.name, label: one.label }))} onChange={(object) => set({ object })} error={byField.object ?? missing(draft.object === null, 'sharing.rules.objectMissing') ?? null} />
      <SegmentedControl label={t('sharing.rules.which')} value={draft.by} onChange={(by) => set({ by })} segments={(['ownedBy', 'when', 'territory'] as const).map((value) => ({ value, label: t(`sharing.rules.by.${value}`) }))} />
      {draft.by === 'ownedBy' && <GranteeList label={t('sharing.rules.owners')} help={t('sharing.rules.ownersHelp')} value={draft.ownedBy} error={whichError} onChange={(ownedBy) => set({ ownedBy })} />}
      {draft.by === 'when' && <FormulaField label={t('sharing.rules.when')} help={t('sharing.rules.whenHelp')} expected="boolean" value={draft.when} scope={recordScope(objects, draft.object ?? '', { isUnattended: true })} onChange={(when) => set({ when })} {...(whichError !== undefined && { error: whichError })} />}
      {draft.by === 'territory' && <TerritorySelect object={draft.object} value={draft.territory} error={whichError} onChange={(territory) => set({ territory })} />}
      <RuleReach object={draft.object} which={which} />
      <GranteeList label={t('sharing.rules.to')} help={t('sharing.rules.toHelp')} value={draft.to} error={byField.to ?? missing(draft.to.length === 0, 'sharing.rules.toMissing')} onChange={(to) => set({ to })} />
      <RadioGroup label={t('sharing.rules.access')} value={draft.access} onChange={(access) => set({ access: access as SharedAccess })} choices={(['read', 'edit'] as const).map((value) => ({ value, label: t(`sharing.access.${value}`), description: t(`sharing.accessHelp.${value}`) }))} />
      <Checkbox isSelected={draft.active} onChange={(active) => set({ active })}>{t('sharing.rules.active')}</Checkbox>
    </DocumentSheet>
  );
}
