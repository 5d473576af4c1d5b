import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, Checkbox, CodeText, Notice, TextLink, type BadgeTone } from '../../ui/index.js';
import type { PlanChange, Risk } from '../documents/document-types.js';
import styles from './Publish.module.css';

const riskTones: Readonly<Record<Risk, BadgeTone>> = { ONLINE: 'success', REWRITING: 'info', NARROWING: 'warning', DESTROYING: 'danger' };

interface ChangeItemProps {
  readonly change: PlanChange;
  readonly isAgreed: boolean;
  readonly isDisabled: boolean;
  readonly onConsent?: (isAgreed: boolean) => void;
}

/** One change: its risk, a sentence, what it means for the records, the SQL for those who want to see it. */
export function ChangeItem({ change, isAgreed, isDisabled, onConsent }: ChangeItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { risk, sentence, rows, blocking, sql } = change;
  return (
    <li className={styles['change']}>
      <div className={styles['changeHead']}>
        <p className={styles['sentence']}>{sentence}</p>
        <Badge tone={blocking ? 'danger' : riskTones[risk]}>{blocking ? t('setup.publish.blocked') : t(`setup.publish.risk.${risk}`)}</Badge>
      </div>
      {rows !== null && !blocking && <p className={styles['rows']}>{t(`setup.publish.rows.${risk}`, { count: rows, number: format.number(rows) })}</p>}
      {blocking && (
        <Notice tone="danger" title={t('setup.publish.doNotFit', { count: rows ?? 0, number: format.number(rows ?? 0) })}>
          <Examples change={change} />
          <p>{t('setup.publish.wayOut')}</p>
        </Notice>
      )}
      {!blocking && risk !== 'ONLINE' && <Examples change={change} />}
      {risk === 'DESTROYING' && !blocking && onConsent && (
        <Checkbox isSelected={isAgreed} isDisabled={isDisabled} onChange={onConsent}>
          {t('setup.publish.consent', { count: rows ?? 0, number: format.number(rows ?? 0) })}
        </Checkbox>
      )}
      {sql.length > 0 && (
        <details className={styles['sql']}>
          <summary className={styles['summary']}><ChevronRight size={13} aria-hidden className={styles['chevron']} />{t('setup.publish.sql', { count: sql.length })}</summary>
          <CodeText isBlock isCopyable>{`${sql.join(';\n')};`}</CodeText>
        </details>
      )}
    </li>
  );
}

function Examples({ change: { examples, object, rows } }: { readonly change: PlanChange }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!examples || examples.length === 0 || !object) return null;
  const more = (rows ?? examples.length) - examples.length;
  return (
    <p className={styles['examples']}>
      {t('setup.publish.suchAs')}{' '}
      {examples.map(({ id, name }, index) => (
        <span key={id}>{index > 0 && ' · '}<TextLink href={`/app/${encodeURIComponent(object)}/${id}`}>{name || t('setup.publish.unnamed')}</TextLink></span>
      ))}
      {more > 0 && <span> {t('setup.publish.andMore', { count: more, number: format.number(more) })}</span>}
    </p>
  );
}
