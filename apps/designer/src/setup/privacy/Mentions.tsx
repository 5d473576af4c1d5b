import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, Notice, SimpleTable, TextField, showToast } from '../../ui/index.js';
import { useReplaceMentions, type PersonSurvey, type PrivacyRequest } from './privacy-queries.js';
import { useNames } from './use-names.js';
import styles from './Privacy.module.css';

type Mention = PersonSurvey['mentions'][number];

/** Texts that name the person and are not theirs. While the request is open, the names in those that are chosen can be replaced. */
export function Mentions({ request, mentions }: { readonly request: PrivacyRequest; readonly mentions: PersonSurvey['mentions'] }) {
  const { t } = useTranslation();
  const names = useNames();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [text, setText] = useState('');
  const { mutate, isPending, error } = useReplaceMentions(request.id);
  const mayChange = request.status === 'OPEN' && request.kind === 'ERASURE';
  const chosen = mentions.filter((mention) => !left.has(keyOf(mention)));
  const where = (mention: Mention) => [names.place(mention.place), ...(mention.field === null ? [] : [names.field(mention.object, mention.field)])].join(' · ');
  const choose = (mention: Mention, isChosen: boolean) => setLeft((before) => (isChosen ? new Set([...before].filter((key) => key !== keyOf(mention))) : new Set([...before, keyOf(mention)])));
  const replace = () => mutate({ mentions: chosen.map(({ place, id, field }) => ({ place, id, field })), text: text.trim() }, { onSuccess: (count) => showToast({ message: t('privacy.replace.done', { count }), tone: 'success' }) });
  return (
    <>
      <Notice tone="warning" title={t('privacy.mentions')}>{t(mayChange ? 'privacy.mentionsChoose' : 'privacy.mentionsBody')}</Notice>
      <SimpleTable label={t('privacy.mentions')} rows={mentions} rowKey={keyOf} columns={[
        { id: 'name', header: t('privacy.mentioned'), render: (mention) => (mayChange ? <Checkbox isSelected={!left.has(keyOf(mention))} onChange={(isChosen) => choose(mention, isChosen)} aria-label={t('privacy.replace.choose', { name: mention.name || where(mention) })}>{mention.name || '–'}</Checkbox> : mention.name || '–') },
        { id: 'where', header: t('privacy.where'), render: where },
      ]} />
      {mayChange && (
        <form className={styles['replace']} noValidate onSubmit={(event) => { event.preventDefault(); if (chosen.length > 0 && !isPending) replace(); }}>
          {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
          <TextField label={t('privacy.replace.with')} help={t('privacy.replace.withHelp')} value={text} onChange={setText} maxLength={120} />
          <p className={styles['quiet']}>{t('privacy.replace.before')}</p>
          <div><Button type="submit" isDisabled={chosen.length === 0} isPending={isPending}>{t('privacy.replace.do', { count: chosen.length })}</Button></div>
        </form>
      )}
    </>
  );
}

function keyOf({ place, id, field }: Mention): string {
  return `${place}/${id}/${field ?? ''}`;
}
