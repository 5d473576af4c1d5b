import { Check, Clock, CornerDownRight, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Avatar, classNames } from '../../ui/index.js';
import type { Approval, ApprovalLevel, ApprovalSeat } from './people-queries.js';
import styles from './Approvals.module.css';

type Standing = 'done' | 'refused' | 'now' | 'later';

/** The levels of an approval in their order: who has decided what, and who is next. */
export function ApprovalLevels({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation();
  return (
    <ol className={styles['levels']} aria-label={t('people.levels')}>
      {approval.levels.map((level, index) => <Level key={index} level={level} index={index} standing={standingOf(approval, index)} />)}
    </ol>
  );
}

function standingOf({ status, level, levels }: Approval, index: number): Standing {
  if (levels[index]?.seats.some(({ decision }) => decision === 'rejected')) return 'refused';
  if (index < level || status === 'APPROVED') return 'done';
  return index === level && status === 'OPEN' ? 'now' : 'later';
}

function Level({ level, index, standing }: { readonly level: ApprovalLevel; readonly index: number; readonly standing: Standing }) {
  const { t } = useTranslation();
  return (
    <li className={classNames(styles['level'], styles[standing])} aria-current={standing === 'now' ? 'step' : undefined}>
      <span className={styles['mark']} aria-hidden>{standing === 'done' ? <Check size={12} strokeWidth={2.5} /> : standing === 'refused' ? <X size={12} strokeWidth={2.5} /> : index + 1}</span>
      <div className={styles['levelBody']}>
        <p className={styles['levelHead']}>
          <span className={styles['levelTitle']}>{level.title ?? t('people.level', { number: index + 1 })}</span>
          {level.seats.length > 1 && <span className={styles['rule']}>{t(`people.decides.${level.decides}`)}</span>}
        </p>
        {level.seats.length === 0 && <p className={styles['unknown']}>{t('people.notReached')}</p>}
        {level.seats.map((seat, place) => <Seat key={place} seat={seat} isAsked={standing === 'now'} />)}
      </div>
    </li>
  );
}

function Seat({ seat, isAsked }: { readonly seat: ApprovalSeat; readonly isAsked: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { decidedBy, decision, queue, people, inPlaceOf, comment, decidedAt } = seat;
  const name = decidedBy?.name ?? queue ?? people.map((one) => one.name).join(t('people.and'));
  const state = decision ?? (isAsked ? 'waiting' : 'silent');
  return (
    <div className={styles['seat']}>
      <p className={styles['seatLine']}>
        <Avatar name={name} size="small" />
        <span className={styles['seatName']}>{name}</span>
        {inPlaceOf && <span className={styles['instead']}><CornerDownRight size={12} aria-hidden />{t('people.inPlaceOf', { name: inPlaceOf.name })}</span>}
        <span className={classNames(styles['state'], styles[state])}>{state === 'waiting' && <Clock size={12} aria-hidden />}{t(`people.seat.${state}`)}</span>
        {decidedAt && <time className={styles['when']} dateTime={decidedAt} title={format.dateTime(decidedAt)}>{format.relative(decidedAt)}</time>}
      </p>
      {decidedBy === null && queue !== null && <p className={styles['members']}>{people.map((one) => one.name).join(t('people.and'))}</p>}
      {comment && <blockquote className={styles['comment']}>{comment}</blockquote>}
    </div>
  );
}
