import { translate, type RoleDocument, type Translations } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { Select, TextArea } from '../../ui/index.js';
import { DocumentSheet } from '../documents/DocumentSheet.js';
import { useDocumentSheet } from '../documents/use-document-sheet.js';
import { findCircle, type StatedRole } from './role-tree.js';

interface Draft {
  readonly label: { readonly text: string; readonly titles: Translations };
  readonly name: string;
  readonly parent: string | null;
  readonly description: string;
}

/** One role; null makes a new one. */
export function RoleSheet({ stated, roles, onClose }: { readonly stated: StatedRole | null; readonly roles: readonly StatedRole[]; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const titleOf = ({ document: { title, titles } }: StatedRole) => translate(title, titles, i18n.language);
  const circleOf = ({ parent }: Draft) => (stated && parent !== null ? findCircle(stated.name, parent, roles) : null);
  const sheet = useDocumentSheet({
    kind: 'role', stated, start: () => readRole(stated), write: (wanted) => !circleOf(wanted) && writeRole(wanted, stated?.document), parts: ['parent'],
    texts: { saved: t('sharing.roles.saved'), removed: t('sharing.roles.removed') }, onClose,
  });
  const { draft, set, byField } = sheet;
  const circle = circleOf(draft);
  return (
    <DocumentSheet sheet={sheet} title={stated ? titleOf(stated) : t('sharing.roles.new')}
      texts={{ titleField: t('sharing.titleField'), titleMissing: 'sharing.titleMissing', name: t('setup.objects.apiName'), save: t('sharing.saveDraft'), remove: t('sharing.roles.remove') }}>
      <Select label={t('sharing.roles.parent')} help={t('sharing.roles.parentHelp')} isClearable value={draft.parent} placeholder={t('sharing.roles.top')} onChange={(parent) => set({ parent })}
        choices={roles.filter((role) => role.name !== stated?.name).map((role) => ({ value: role.name, label: titleOf(role) }))} error={circle ? t('sharing.roles.circle', { way: circle.map(titleOf).join(' → ') }) : byField.parent ?? null} />
      <TextArea label={t('sharing.descriptionField')} value={draft.description} onChange={(description) => set({ description })} />
    </DocumentSheet>
  );
}

function readRole(stated: StatedRole | null): Draft {
  const { title = '', titles = {}, parent, description = '' }: Partial<RoleDocument> = stated?.document ?? {};
  return { label: { text: title, titles }, name: stated?.name ?? '', parent: parent ?? null, description };
}

function writeRole({ label, name, parent, description }: Draft, before?: RoleDocument): RoleDocument {
  return {
    kind: 'role', name, title: label.text.trim(), ...(Object.keys(label.titles).length > 0 && { titles: label.titles }), ...(description.trim() !== '' && { description: description.trim() }),
    ...(parent !== null && { parent }), guanxi: before?.guanxi ?? { id: crypto.randomUUID() },
  };
}
