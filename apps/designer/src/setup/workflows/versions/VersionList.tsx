import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, classNames, PlainButton } from '../../../ui/index.js';
import type { WorkflowVersion } from './version-queries.js';
import type { VersionKey } from './VersionsPanel.js';
import styles from './Versions.module.css';

interface VersionListProps {
  readonly versions: readonly WorkflowVersion[];
  readonly hasDraft: boolean;
  readonly chosen: VersionKey;
  readonly onChoose: (key: VersionKey) => void;
}

/** The draft and below it what was published, newest first; arrows go from one to the next. */
export function VersionList({ versions, hasDraft, chosen, onChoose }: VersionListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const offset = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!offset) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    buttons[buttons.findIndex((button) => button === document.activeElement) + offset]?.focus();
    event.preventDefault();
  };
  return (
    <nav className={styles['list']} aria-label={t('flow.versions.list')}>
      <p className={styles['lead']}>{t('flow.versions.lead')}</p>
      <ul onKeyDownCapture={onKeyDown}>
        {hasDraft && (
          <li>
            <PlainButton aria-current={chosen === 'draft' ? 'true' : undefined} className={classNames(styles['entry'], chosen === 'draft' && styles['chosen'])} onPress={() => onChoose('draft')}>
              <span className={styles['line']}><span className={styles['number']}>{t('flow.versions.draft')}</span><Badge tone="warning">{t('flow.versions.draftBody')}</Badge></span>
            </PlainButton>
          </li>
        )}
        {versions.map(({ number, at, by, note, changes, inForce, openRuns }) => (
          <li key={number}>
            <PlainButton aria-current={chosen === number ? 'true' : undefined} className={classNames(styles['entry'], chosen === number && styles['chosen'])} onPress={() => onChoose(number)}>
              <span className={styles['line']}>
                <span className={styles['number']}>{t('flow.versions.revision', { number: format.number(number) })}</span>
                {inForce && <Badge tone="success" hasDot>{t('flow.versions.inForce')}</Badge>}
                {openRuns > 0 && <Badge tone={inForce ? 'neutral' : 'info'}>{t('flow.versions.openRuns', { count: openRuns, number: format.number(openRuns) })}</Badge>}
              </span>
              <span className={styles['by']}>{by?.name ?? t('flow.versions.platform')} · <time dateTime={at} title={format.dateTime(at)}>{format.relative(at)}</time></span>
              {note !== null && <span className={styles['said']}>{note}</span>}
              {changes[0] && <span className={styles['note']}>{changes[0]}{changes.length > 1 && ` ${t('setup.revisions.more', { count: changes.length - 1 })}`}</span>}
            </PlainButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}
