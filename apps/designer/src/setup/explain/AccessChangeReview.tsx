import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Badge, Notice, Person, SkeletonLines } from '../../ui/index.js';
import { accessChangeOptions, type PersonChange, type PlannedAccess } from './explain-queries.js';
import styles from './Explain.module.css';

/** Who is given or loses what by something that has not been done yet. Says nothing where nobody is touched. */
export function AccessChangeReview({ planned }: { readonly planned: PlannedAccess }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error } = useQuery(accessChangeOptions(planned));
  if (isPending) return <SkeletonLines count={2} />;
  if (error) return <Notice tone="warning">{error.message}</Notice>;
  if (data.totalCount === 0) return null;
  return (
    <section className={styles['change']} aria-label={t('explain.change.title')}>
      <h3 className={styles['heading']}>{t('explain.change.title')}</h3>
      <p className={styles['hint']}>{t('explain.change.people', { count: data.totalCount, number: format.number(data.totalCount) })}{!data.counted && ` ${t('explain.change.uncounted')}`}</p>
      <ul className={styles['changed']}>{data.people.map((person) => <ChangedPerson key={person.user.id} person={person} />)}</ul>
      {data.people.length < data.totalCount && <p className={styles['hint']}>{t('explain.change.more', { number: format.number(data.totalCount - data.people.length) })}</p>}
    </section>
  );
}

function ChangedPerson({ person: { user, objects, setupGained, setupLost } }: { readonly person: PersonChange }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: workspace } = useWorkspaceQuery();
  const titleOf = (object: string) => workspace?.objects.find(({ name }) => name === object)?.pluralLabel ?? object;
  return (
    <li className={styles['changedPerson']}>
      <Person name={user.name} />
      <ul className={styles['changes']}>
        {objects.map(({ object, gains, losses, before, after }) => (
          <li key={object} className={styles['changedObject']}>
            <strong>{titleOf(object)}</strong>
            {gains.map((one) => <Badge key={one} tone="success">+ {one}</Badge>)}
            {losses.map((one) => <Badge key={one} tone="danger">− {one}</Badge>)}
            {before && after && before.read !== after.read && <span className={styles['counts']}>{t('explain.change.sees')} {format.number(before.read)} <ArrowRight size={12} aria-label={t('explain.change.then')} /> {format.number(after.read)}</span>}
            {before && after && before.edit !== after.edit && <span className={styles['counts']}>{t('explain.change.edits')} {format.number(before.edit)} <ArrowRight size={12} aria-label={t('explain.change.then')} /> {format.number(after.edit)}</span>}
          </li>
        ))}
        {setupGained.length + setupLost.length > 0 && (
          <li className={styles['changedObject']}>
            <strong>{t('shell.setup')}</strong>
            {setupGained.map((one) => <Badge key={one} tone="success">+ {one}</Badge>)}
            {setupLost.map((one) => <Badge key={one} tone="danger">− {one}</Badge>)}
          </li>
        )}
      </ul>
    </li>
  );
}
