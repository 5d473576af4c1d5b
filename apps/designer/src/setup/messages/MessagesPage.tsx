import type { MessageTemplateDocument } from '@guanxi/metadata';
import { MailPlus, MessageSquareText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../shell/index.js';
import { Badge } from '../../ui/index.js';
import { DocumentsPage } from '../documents/DocumentsPage.js';
import { useObjectTitle } from '../documents/use-object-title.js';
import { missingLanguages } from './message-draft.js';
import { NewMessageDialog } from './NewMessageDialog.js';
import styles from './Messages.module.css';

/** What the org tells people by e-mail and notification. */
export function MessagesPage() {
  const { t } = useTranslation();
  const objectTitle = useObjectTitle();
  return (
    <DocumentsPage kind="message-template" title={t('shell.setupNav.messages')} path="/setup/messages" icon={MessageSquareText} newIcon={MailPlus}
      texts={{ description: t('mail.description'), create: t('mail.new'), none: t('mail.none'), noneBody: t('mail.noneBody'), search: t('mail.search') }}
      columns={[
        { id: 'channel', header: t('mail.channel'), render: ({ document }) => <Badge tone={document.channel === 'email' ? 'info' : 'neutral'}>{t(`mail.channels.${document.channel}`)}</Badge> },
        { id: 'object', header: t('mail.about'), render: ({ document }) => (document.object === undefined ? <span className={styles['quiet']}>{t('mail.aboutNothing')}</span> : objectTitle(document.object)) },
        { id: 'missing', header: t('mail.languages'), render: ({ document }) => <MissingBadges template={document} /> },
      ]}
      alsoSearched={({ subject }) => subject ?? ''} renderNew={(documents, onClose) => <NewMessageDialog documents={documents} onClose={onClose} />} />
  );
}

function MissingBadges({ template }: { readonly template: MessageTemplateDocument }) {
  const { t } = useTranslation();
  const missing = missingLanguages(template);
  if (missing.length === 0) return <Badge tone="success">{t('mail.allLanguages')}</Badge>;
  return <span className={styles['badges']}>{missing.map((language) => <Badge key={language} tone="warning">{t('mail.lacks', { language: languageNames[language] })}</Badge>)}</span>;
}
