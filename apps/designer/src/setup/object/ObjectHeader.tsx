import { translate, type ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink, Network } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, CodeText, LinkButton, ObjectGlyph, PageHeader, PlainButton } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { StateBadge } from '../documents/StateBadge.js';
import { objectUsageOptions } from '../documents/usage-queries.js';
import { WhereUsedSheet } from '../where-used/WhereUsedSheet.js';
import styles from './Object.module.css';

interface ObjectHeaderProps {
  readonly stated: StatedDocument<ObjectDocument>;
  readonly before: ObjectDocument | null;
  readonly title: string;
  readonly records: number | undefined;
  readonly documents: readonly StatedDocument[];
  readonly onTab: (id: string) => void;
}

/** Name, sign and state of the object, and how much hangs on it. */
export function ObjectHeader({ stated, before, title, records, documents, onTab }: ObjectHeaderProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { document, state, name } = stated;
  const usage = useQuery({ ...objectUsageOptions(before?.name ?? name), enabled: before !== null });
  const using = new Set(usage.data?.map((use) => `${use.kind}:${use.name}`)).size;
  const workflows = documents.filter((one) => one.document.kind === 'workflow' && one.document.object === name).length;
  return (
    <>
      <PageHeader title={title} glyph={<ObjectGlyph size="large" name={name} icon={document.guanxi.icon} hue={document.guanxi.color ?? document.guanxi.id} />} badges={<StateBadge state={state} />}
        description={(
          <span className={styles['facts']}>
            <CodeText isCopyable>{name}</CodeText>
            <span>· {before ? t('setup.object.records', { count: records ?? 0, number: format.number(records ?? 0) }) : t('setup.object.notYet')}</span>
            {usage.data && <span>· <PlainButton className={styles['fact'] ?? ''} onPress={() => setAsking(true)}>{t('model.object.usedBy', { count: using, number: format.number(using) })}</PlainButton></span>}
            {workflows > 0 && <span>· <PlainButton className={styles['fact'] ?? ''} onPress={() => onTab('automation')}>{t('model.object.workflows', { count: workflows, number: format.number(workflows) })}</PlainButton></span>}
            {document.description && <span>· {translate(document.description, document.guanxi.descriptions, i18n.language)}</span>}
          </span>
        )}
        actions={(
          <>
            <LinkButton icon={Network} href={`/setup/map?object=${name}`}>{t('model.object.onMap')}</LinkButton>
            {before ? <LinkButton icon={ExternalLink} href={`/app/${before.name}`}>{t('setup.object.openRecords')}</LinkButton> : <Button isDisabled icon={ExternalLink}>{t('setup.object.openRecords')}</Button>}
          </>
        )} />
      {isAsking && <WhereUsedSheet object={before?.name ?? name} field={null} title={title} onClose={() => setAsking(false)} />}
    </>
  );
}
