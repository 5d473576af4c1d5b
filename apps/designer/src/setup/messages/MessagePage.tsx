import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DocumentPage } from '../documents/DocumentPage.js';
import { MessageEditor } from './MessageEditor.js';

/** One message template, by its name in the address. */
export function MessagePage() {
  const { t } = useTranslation();
  const { template: name } = useParams({ strict: false }) as { readonly template: string };
  return (
    <DocumentPage kind="message-template" name={name} list={{ title: t('shell.setupNav.messages'), href: '/setup/messages' }} gone={{ title: t('mail.gone'), body: t('mail.goneBody', { name }) }}
      renderEditor={(stated) => <MessageEditor key={stated.document.guanxi.id} stated={stated} />} />
  );
}
