import { translate, type TeamDocument, type Translations } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { Notice, TextArea } from '../../ui/index.js';
import { DocumentSheet } from '../documents/DocumentSheet.js';
import { useDocumentSheet } from '../documents/use-document-sheet.js';
import type { StatedDocument } from '../documents/document-types.js';
import { TeamMembers } from './TeamMembers.js';

interface Draft {
  readonly label: { readonly text: string; readonly titles: Translations };
  readonly name: string;
  readonly description: string;
}

/** One team: what it is called goes into the draft, who belongs to it is saved at once. Null makes a new one. */
export function TeamSheet({ stated, onClose }: { readonly stated: StatedDocument<TeamDocument> | null; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const sheet = useDocumentSheet({
    kind: 'team', stated, start: () => readTeam(stated), write: (wanted) => writeTeam(wanted, stated?.document), parts: [], texts: { saved: t('sharing.teams.saved'), removed: t('sharing.teams.removed') }, onClose,
  });
  const { draft, set } = sheet;
  return (
    <DocumentSheet sheet={sheet} title={stated ? translate(stated.document.title, stated.document.titles, i18n.language) : t('sharing.teams.new')}
      texts={{ titleField: t('sharing.titleField'), titleMissing: 'sharing.titleMissing', name: t('setup.objects.apiName'), save: t('sharing.saveDraft'), remove: t('sharing.teams.remove') }}>
      <TextArea label={t('sharing.descriptionField')} value={draft.description} onChange={(description) => set({ description })} />
      {stated && stated.state !== 'CREATED' ? <TeamMembers team={stated.name} /> : <Notice tone="info">{t('sharing.teams.publishFirst')}</Notice>}
    </DocumentSheet>
  );
}

function readTeam(stated: StatedDocument<TeamDocument> | null): Draft {
  return { label: { text: stated?.document.title ?? '', titles: stated?.document.titles ?? {} }, name: stated?.name ?? '', description: stated?.document.description ?? '' };
}

function writeTeam({ label, name, description }: Draft, before?: TeamDocument): TeamDocument {
  return {
    kind: 'team', name, title: label.text.trim(), ...(Object.keys(label.titles).length > 0 && { titles: label.titles }), ...(description.trim() !== '' && { description: description.trim() }),
    guanxi: before?.guanxi ?? { id: crypto.randomUUID() },
  };
}
