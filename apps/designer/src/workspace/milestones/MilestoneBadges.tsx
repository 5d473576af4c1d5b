import { describePeriod, parsePeriod } from '@guanxi/workflow/designer';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CirclePause, Timer, TimerOff, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { classNames, PlainButton, Popover } from '../../ui/index.js';
import { milestonesOf, shownMilestones, type Milestone, type MilestoneState } from './milestone-queries.js';
import { sayMinutes } from './say-minutes.js';
import styles from './Milestones.module.css';

const looks: Readonly<Record<MilestoneState, { readonly icon: LucideIcon; readonly tone: string }>> = {
  RUNNING: { icon: Timer, tone: 'running' },
  WARNING: { icon: Timer, tone: 'warning' },
  VIOLATED: { icon: TimerOff, tone: 'violated' },
  PAUSED: { icon: CirclePause, tone: 'quiet' },
  MET: { icon: CircleCheck, tone: 'met' },
  LATE: { icon: TimerOff, tone: 'late' },
};

/** The clocks that workflows have started on a record, with what is left. Draws nothing where there is none. */
export function MilestoneBadges({ object, recordId }: { readonly object: string; readonly recordId: string }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(milestonesOf(object, recordId));
  const shown = shownMilestones(data);
  if (shown.length === 0) return null;
  return <ul className={styles['badges']} aria-label={t('milestones.title')}>{shown.map((milestone) => <li key={milestone.id}><MilestoneBadge milestone={milestone} /></li>)}</ul>;
}

function MilestoneBadge({ milestone }: { readonly milestone: Milestone }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, title, state, target, calendar, startedAt, dueAt, endedAt, minutesLeft } = milestone;
  const { icon: Icon, tone } = looks[state];
  const left = minutesLeft === null ? '' : sayMinutes(minutesLeft, format.locale, { hasDays: calendar === null });
  const period = parsePeriod(target);
  const facts: readonly (readonly [string, string])[] = [
    [t('milestones.target'), period ? describePeriod(period, format.locale) : target],
    ...(calendar === null ? [] : [[t('milestones.calendar'), calendar] as const]),
    [t('milestones.started'), format.dateTime(startedAt)],
    [state === 'PAUSED' ? t('milestones.wasDue') : t('milestones.due'), format.dateTime(dueAt)],
    ...(endedAt === null ? [] : [[t('milestones.ended'), format.dateTime(endedAt)] as const]),
  ];
  return (
    <Popover label={title ?? name} trigger={(
      <PlainButton className={classNames(styles['badge'], styles[tone])}>
        <Icon size={14} aria-hidden />
        <span className={styles['name']}>{title ?? name}</span>
        <span className={styles['left']}>{t(`milestones.states.${state}`, { left })}</span>
      </PlainButton>
    )}>
      <dl className={styles['facts']}>{facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
    </Popover>
  );
}
