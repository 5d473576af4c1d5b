import { Check, Minus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, classNames, Notice, Person, TextLink } from '../../ui/index.js';
import type { AccessExplanation, AccessStep } from './explain-queries.js';
import styles from './Explain.module.css';

const icons = { GRANTS: Check, REFUSES: X, SILENT: Minus } as const;

/** The answer, what it would take where it is no, and every step that was looked at with the one that decides. */
export function AccessTrace({ explanation }: { readonly explanation: AccessExplanation }) {
  const { t } = useTranslation();
  const { allowed, sentence, steps, missing, ask } = explanation;
  return (
    <div className={styles['answer']}>
      <Notice tone={allowed ? 'success' : 'warning'} isAnnounced title={sentence} />
      {missing.length > 0 && (
        <section className={styles['part']}>
          <h3 className={styles['heading']}>{t('explain.missing')}</h3>
          <ul className={styles['missing']}>{missing.map((one) => <li key={one}>{one}</li>)}</ul>
        </section>
      )}
      {ask.length > 0 && (
        <section className={styles['part']}>
          <h3 className={styles['heading']}>{t('explain.ask')}</h3>
          <ul className={styles['people']}>{ask.map(({ id, name }) => <li key={id}><Person name={name} /></li>)}</ul>
        </section>
      )}
      <section className={styles['part']}>
        <h3 className={styles['heading']}>{t('explain.steps')}</h3>
        <ol className={styles['steps']}>{steps.map((step, index) => <StepLine key={index} step={step} />)}</ol>
      </section>
    </div>
  );
}

function StepLine({ step }: { readonly step: AccessStep }) {
  const { t } = useTranslation();
  const { outcome, decides, depth, sentence, link } = step;
  const Icon = icons[outcome];
  const href = link && addressOf(link);
  return (
    <li className={classNames(styles['step'], styles[outcome.toLowerCase()], decides && styles['decides'])} style={{ paddingInlineStart: `calc(var(--space-5) + ${String(depth)} * var(--space-8))` }} {...(decides && { 'aria-current': 'step' as const })}>
      <span className={styles['mark']} role="img" aria-label={t(`explain.outcome.${outcome}`)}><Icon size={13} aria-hidden /></span>
      <span className={styles['sentence']}>{sentence}</span>
      {decides && <Badge tone="accent">{t('explain.decides')}</Badge>}
      {href && <TextLink href={href}>{t('explain.open')}</TextLink>}
    </li>
  );
}

/** Undefined for what has no page of its own. */
function addressOf({ kind, name }: { readonly kind: string; readonly name: string }): string | undefined {
  const path = encodeURIComponent(name);
  if (kind === 'permissions') return `/setup/permissions/${path}`;
  if (kind === 'permission-group') return '/setup/permissions';
  if (kind === 'sharing-rule') return '/setup/sharing';
  return kind === 'object' ? `/setup/objects/${path}` : undefined;
}
