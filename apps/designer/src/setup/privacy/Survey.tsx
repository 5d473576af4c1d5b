import { useQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, Button, ErrorState, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { Mentions } from './Mentions.js';
import { surveyOptions, type PersonSurvey, type PrivacyRequest } from './privacy-queries.js';
import { useNames } from './use-names.js';
import styles from './Privacy.module.css';

/** Everything that is kept of the person, and where. It is asked for by a press, since looking is written down. */
export function Survey({ request }: { readonly request: PrivacyRequest }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({ ...surveyOptions(request.id), enabled: isAsked });
  return (
    <section className={styles['section']} aria-label={t('privacy.survey')}>
      <h2 className={styles['heading']}>{t('privacy.survey')}</h2>
      {!data && !isFetching && !error && <><p className={styles['words']}>{t('privacy.surveyBody')}</p><div><Button icon={Eye} onPress={() => setAsked(true)}>{t('privacy.look')}</Button></div></>}
      {!data && isFetching && <SkeletonLines count={4} />}
      {!data && error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && <WhatIsKept survey={data} request={request} />}
    </section>
  );
}

function WhatIsKept({ survey: { parts, traces, mentions, sandboxes }, request }: { readonly survey: PersonSurvey; readonly request: PrivacyRequest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  return (
    <>
      <SimpleTable label={t('privacy.records')} rows={parts.map((part, index) => ({ ...part, key: `${part.object}/${index}` }))} rowKey={({ key }) => key} columns={[
        { id: 'object', header: t('privacy.records'), render: ({ object }) => names.place(object) },
        { id: 'how', header: t('privacy.how'), render: ({ how }) => t(`privacy.hows.${how}`) },
        { id: 'count', header: t('privacy.count'), align: 'end', render: ({ records }) => format.number(records) },
        { id: 'fields', header: t('privacy.goes'), render: ({ object, fields }) => (fields.length === 0 ? <span className={styles['quiet']}>{t('privacy.nothingPersonal')}</span> : fields.map((field) => names.field(object, field)).join(', ')) },
      ]} />
      {traces.length > 0 && <SimpleTable label={t('privacy.traces')} rows={traces} rowKey={({ what }) => what} columns={[
        { id: 'what', header: t('privacy.traces'), render: ({ what }) => names.place(what) },
        { id: 'count', header: t('privacy.count'), align: 'end', render: ({ count }) => format.number(count) },
      ]} />}
      {mentions.length > 0 && <Mentions request={request} mentions={mentions} />}
      {parts.some(({ how }) => how === 'account') && <p className={styles['words']}>{t('privacy.stays')}</p>}
      {sandboxes.length > 0 && <p className={styles['words']}>{t('privacy.sandboxes')} {sandboxes.map((name) => <Badge key={name}>{name}</Badge>)}</p>}
    </>
  );
}
