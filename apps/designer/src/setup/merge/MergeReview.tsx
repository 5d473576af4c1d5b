import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, CountBadge, Diff, RadioGroup, type BadgeTone } from '../../ui/index.js';
import { ChangeGroupList } from '../publish/ChangeGroupList.js';
import { describePlace, groupMergeChanges, type MergedDocument } from './group-merge-changes.js';
import type { Choices, MergeChange, MergeConflict, MergeReview as Review, MergeSide } from './merge-types.js';
import { showJson } from './show-json.js';
import styles from './Merge.module.css';

interface MergeReviewProps {
  readonly review: Review;
  readonly choices: Choices;
  readonly onChoose: (path: string, side: MergeSide) => void;
  readonly consents: ReadonlySet<string>;
  readonly onConsent: (id: string, isAgreed: boolean) => void;
  readonly isDisabled?: boolean;
  /** What the two sides are called: what is here, and what comes. */
  readonly sides: Readonly<Record<MergeSide, string>>;
}

/** What comes, where both sides disagree, and what it means for the records: before anything is done. */
export function MergeReview({ review, choices, onChoose, consents, onConsent, isDisabled = false, sides }: MergeReviewProps) {
  const { t } = useTranslation();
  const documents = groupMergeChanges(review.changes);
  return (
    <>
      {review.conflicts.length > 0 && (
        <section className={styles['section']} aria-label={t('platform.merge.conflicts')}>
          <h3 className={styles['title']}>{t('platform.merge.conflicts')}<CountBadge count={review.conflicts.length} /></h3>
          <p className={styles['words']}>{t('platform.merge.conflictsBody', sides)}</p>
          <div>{review.conflicts.map((conflict) => <Conflict key={conflict.path} conflict={conflict} side={choices[conflict.path] ?? conflict.choice} onChoose={(side) => onChoose(conflict.path, side)} sides={sides} isDisabled={isDisabled} />)}</div>
        </section>
      )}
      <section className={styles['section']} aria-label={t('platform.merge.documents')}>
        <h3 className={styles['title']}>{t('platform.merge.documents')}<CountBadge count={documents.length} /></h3>
        {documents.length === 0 ? <p className={styles['words']}>{t('platform.merge.nothing')}</p> : <div>{documents.map((one) => <Document key={`${one.kind}:${one.name}`} document={one} />)}</div>}
      </section>
      {review.plan && review.plan.changes.length > 0 && (
        <section className={styles['section']} aria-label={t('platform.merge.plan')}>
          <h3 className={styles['title']}>{t('platform.merge.plan')}</h3>
          <ChangeGroupList changes={review.plan.changes} consents={consents} onConsent={onConsent} isDisabled={isDisabled} />
        </section>
      )}
    </>
  );
}

const tones: Readonly<Record<MergeChange['event'], BadgeTone>> = { added: 'success', changed: 'info', removed: 'danger' };

function Document({ document: { kind, name, event, places } }: { readonly document: MergedDocument }) {
  const { t } = useTranslation();
  const head = (
    <>
      <span className={styles['kind']}>{t(`platform.kind.${kind}`)}</span>
      <span className={styles['name']}>{name}</span>
      <span className={styles['spring']} />
      <Badge tone={tones[event]}>{t(`platform.merge.event.${event}`)}</Badge>
    </>
  );
  if (places.length === 0) return <div className={`${styles['document'] ?? ''} ${styles['head'] ?? ''}`}>{head}</div>;
  return (
    <details className={styles['document']}>
      <summary className={styles['head']}><ChevronRight size={13} aria-hidden className={styles['chevron']} />{head}</summary>
      <ul className={styles['places']}>
        {places.map(({ path, before, after }) => (
          <li key={path} className={styles['place']}>
            <span className={styles['where']}>{describePlace(path)}</span>
            <span className={styles['what']}><Diff before={showJson(before)} after={showJson(after)} /></span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly side: MergeSide;
  readonly onChoose: (side: MergeSide) => void;
  readonly sides: Readonly<Record<MergeSide, string>>;
  readonly isDisabled: boolean;
}

function Conflict({ conflict: { kind, name, path, base, mine, theirs }, side, onChoose, sides, isDisabled }: ConflictProps) {
  const { t } = useTranslation();
  const place = describePlace(path);
  const choice = (value: MergeSide, content: unknown) => ({ value, label: sides[value], description: showJson(content) || t('platform.merge.absent') });
  return (
    <div className={styles['conflict']}>
      <div className={styles['line']}>
        <span className={styles['kind']}>{t(`platform.kind.${kind}`)}</span><span className={styles['name']}>{name}</span><span className={styles['where']}>{place}</span>
        {base !== null && base !== undefined && <span className={styles['base']}>{t('platform.merge.before', { value: showJson(base) })}</span>}
      </div>
      <RadioGroup label={t('platform.merge.keep', { place: place || name })} hideLabel isCards value={side} isDisabled={isDisabled} onChange={(value) => onChoose(value as MergeSide)} choices={[choice('mine', mine), choice('theirs', theirs)]} />
    </div>
  );
}
