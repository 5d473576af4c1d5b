import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RadioGroup } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { NewDocumentDialog } from '../documents/NewDocumentDialog.js';
import { writeTemplate } from './message-draft.js';
import { starters, type StarterName } from './starters.js';

const starterNames = Object.keys(starters) as StarterName[];

/** A name, what it is about, and what to begin with. */
export function NewMessageDialog({ documents, onClose }: { readonly documents: readonly StatedDocument[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [starter, setStarter] = useState<StarterName>('follow-up');
  return (
    <NewDocumentDialog kind="message-template" documents={documents} fallback="message" path="/setup/messages" onClose={onClose}
      texts={{ title: t('mail.new'), create: t('mail.create'), titleMissing: t('mail.titleMissing') }} about={{ label: t('mail.about'), missing: t('mail.aboutMissing') }}
      make={({ name, title, object }) => object && writeTemplate({ name, label: { text: title, titles: {} }, object: object.name, purpose: '', ...starters[starter](object.nameField) })}>
      <RadioGroup label={t('mail.beginWith')} value={starter} onChange={(next) => setStarter(next as StarterName)} choices={starterNames.map((name) => ({ value: name, label: t(`mail.starters.${name}.title`), description: t(`mail.starters.${name}.body`) }))} />
    </NewDocumentDialog>
  );
}
