import { translate, type MessageTemplateDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { MailPlus, MessageSquareText, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, PageBody, useCommands, usePage } from '../../shell/index.js';
import { Badge, Button, CodeText, EmptyState, ErrorState, PageHeader, SearchField, SimpleTable, SkeletonLines, TextLink, useShortcut } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useUndoKeys } from '../documents/use-draft-undo.js';
import { useObjectTitle } from '../documents/use-object-title.js';
import { missingLanguages } from './message-draft.js';
import { NewMessageDialog } from './NewMessageDialog.js';
import styles from './Messages.module.css';

type Row = StatedDocument<MessageTemplateDocument>;

/** What the org tells people by e-mail and notification. */
export function MessagesPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const objectTitle = useObjectTitle();
  const [isCreating, setCreating] = useState(false);
  const [search, setSearch] = useState('');
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  useUndoKeys();
  usePage({ title: t('shell.setupNav.messages'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.messages') }] });
  useShortcut({ keys: 'c', label: t('mail.new'), section: t('shell.setup'), run: () => setCreating(true) });
  useCommands(useMemo(() => [{ id: 'new-message', label: t('mail.new'), section: t('shell.commands.here'), icon: MailPlus, shortcut: 'c', run: () => setCreating(true) }], [t]));

  const titleOf = ({ title, titles }: MessageTemplateDocument) => translate(title, titles, i18n.language);
  const templates = (data ?? []).filter(isKind('message-template')).sort((one, other) => titleOf(one.document).localeCompare(titleOf(other.document), i18n.language));
  const wanted = search.trim().toLocaleLowerCase();
  const shown = templates.filter(({ name, document }) => [name, titleOf(document), document.subject ?? ''].some((text) => text.toLocaleLowerCase().includes(wanted)));
  const create = <Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>{t('mail.new')}</Button>;
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.messages')} description={t('mail.description')} actions={create} />
      {isPending && <SkeletonLines count={6} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && templates.length === 0 && <EmptyState icon={MessageSquareText} title={t('mail.none')} actions={create}>{t('mail.noneBody')}</EmptyState>}
      {templates.length > 0 && <div className={styles['tools']}><SearchField label={t('mail.search')} value={search} onChange={setSearch} /></div>}
      {templates.length > 0 && shown.length === 0 && <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => setSearch('')}>{t('ui.clear')}</Button>} />}
      {shown.length > 0 && (
        <SimpleTable<Row> label={t('shell.setupNav.messages')} rows={shown} rowKey={({ document }) => document.guanxi.id} isRowMuted={({ state }) => state === 'REMOVED'}
          onOpenRow={({ name, state }) => { if (state !== 'REMOVED') void navigate({ to: '/setup/messages/$template', params: { template: name } }); }} columns={[
            { id: 'title', header: t('setup.objects.label'), render: ({ name, document, state }) => (state === 'REMOVED' ? titleOf(document) : <TextLink isPlain href={`/setup/messages/${name}`}>{titleOf(document)}</TextLink>) },
            { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
            { id: 'channel', header: t('mail.channel'), render: ({ document }) => <Badge tone={document.channel === 'email' ? 'info' : 'neutral'}>{t(`mail.channels.${document.channel}`)}</Badge> },
            { id: 'object', header: t('mail.about'), render: ({ document }) => (document.object === undefined ? <span className={styles['quiet']}>{t('mail.aboutNothing')}</span> : objectTitle(document.object)) },
            { id: 'missing', header: t('mail.languages'), render: ({ document }) => <MissingBadges template={document} /> },
            { id: 'state', header: t('setup.objects.state'), width: '120px', render: ({ state }) => <StateBadge state={state} /> },
          ]} />
      )}
      {isCreating && <NewMessageDialog documents={data ?? []} onClose={() => setCreating(false)} />}
    </PageBody>
  );
}

function MissingBadges({ template }: { readonly template: MessageTemplateDocument }) {
  const { t } = useTranslation();
  const missing = missingLanguages(template);
  if (missing.length === 0) return <Badge tone="success">{t('mail.allLanguages')}</Badge>;
  return <span className={styles['badges']}>{missing.map((language) => <Badge key={language} tone="warning">{t('mail.lacks', { language: languageNames[language] })}</Badge>)}</span>;
}
