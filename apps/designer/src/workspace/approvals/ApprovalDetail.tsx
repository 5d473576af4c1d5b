import { Check, Lock, Repeat2, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, Button, useShortcut, type BadgeTone } from '../../ui/index.js';
import { ApprovalLevels } from './ApprovalLevels.js';
import { DecideDialog, type Deciding } from './DecideDialog.js';
import { HandOverDialog } from './HandOverDialog.js';
import type { Approval, ApprovalStatus } from './people-queries.js';
import { RecordFacts } from './RecordFacts.js';
import styles from './Approvals.module.css';

/** One approval with what it is about: A approves, R rejects. */
export function ApprovalDetail({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, status, askedBy, askedAt, dueAt, inPlaceOf } = approval;
  return (
    <article className={styles['detail']} aria-label={title}>
      <header className={styles['detailHead']}>
        <div className={styles['detailLine']}><h2 className={styles['detailTitle']}>{title}</h2><StatusBadge status={status} /></div>
        <p className={styles['asked']}>
          {askedBy ? t('people.askedBy', { name: askedBy.name, when: format.relative(askedAt) }) : t('people.askedByTime', { when: format.relative(askedAt) })}
          {dueAt && <> · <time dateTime={dueAt} title={format.dateTime(dueAt)}>{t('people.dueAt', { when: format.dateTime(dueAt) })}</time></>}
        </p>
        {inPlaceOf && approval.mayDecide && <p className={styles['standIn']}>{t('people.youStandIn', { name: inPlaceOf.name })}</p>}
      </header>
      <RecordFacts object={approval.object} id={approval.recordId} name={approval.recordName} />
      <ApprovalLevels approval={approval} />
      {status === 'OPEN' && approval.locks && <p className={styles['locked']}><Lock size={13} aria-hidden />{t('people.locked')}</p>}
      <ApprovalButtons approval={approval} hasKeys />
    </article>
  );
}

const tones: Readonly<Record<ApprovalStatus, BadgeTone>> = { OPEN: 'accent', APPROVED: 'success', REJECTED: 'danger', RECALLED: 'neutral', EXPIRED: 'warning' };

export function StatusBadge({ status }: { readonly status: ApprovalStatus }) {
  const { t } = useTranslation();
  return <Badge tone={tones[status]}>{t(`people.status.${status}`)}</Badge>;
}

/** What this person may do with it now. */
export function ApprovalButtons({ approval, hasKeys = false }: { readonly approval: Approval; readonly hasKeys?: boolean }) {
  const { t } = useTranslation();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [isHandingOver, setHandingOver] = useState(false);
  const { mayDecide, mayHandOver, mayRecall } = approval;
  const section = t('people.title');
  useShortcut({ keys: 'a', label: t('people.decide.APPROVE.button'), section, isDisabled: !hasKeys || !mayDecide, run: () => setDeciding('APPROVE') });
  useShortcut({ keys: 'r', label: t('people.decide.REJECT.button'), section, isDisabled: !hasKeys || !mayDecide, run: () => setDeciding('REJECT') });
  if (!mayDecide && !mayHandOver && !mayRecall) return null;
  return (
    <div className={styles['buttons']}>
      {mayDecide && <Button variant="primary" icon={Check} onPress={() => setDeciding('APPROVE')}>{t('people.decide.APPROVE.button')}</Button>}
      {mayDecide && <Button icon={X} onPress={() => setDeciding('REJECT')}>{t('people.decide.REJECT.button')}</Button>}
      {mayHandOver && <Button variant="quiet" icon={Repeat2} onPress={() => setHandingOver(true)}>{t('people.handOver.open')}</Button>}
      {mayRecall && <Button variant="quiet" icon={Undo2} onPress={() => setDeciding('RECALL')}>{t('people.decide.RECALL.button')}</Button>}
      {deciding !== null && <DecideDialog approval={approval} deciding={deciding} onClose={() => setDeciding(null)} />}
      {isHandingOver && <HandOverDialog approval={approval} onClose={() => setHandingOver(false)} />}
    </div>
  );
}
