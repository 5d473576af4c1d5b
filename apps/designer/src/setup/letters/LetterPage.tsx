import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DocumentPage } from '../documents/DocumentPage.js';
import { LetterEditor } from './LetterEditor.js';

/** One document template, by its name in the address. */
export function LetterPage() {
  const { t } = useTranslation();
  const { template: name } = useParams({ strict: false }) as { readonly template: string };
  return (
    <DocumentPage kind="document-template" name={name} list={{ title: t('shell.setupNav.letters'), href: '/setup/letters' }} gone={{ title: t('letters.gone'), body: t('letters.goneBody', { name }) }}
      renderEditor={(stated) => <LetterEditor key={stated.document.guanxi.id} stated={stated} />} />
  );
}
