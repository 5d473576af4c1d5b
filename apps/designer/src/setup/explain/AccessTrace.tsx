import { Check, Minus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, classNames, Notice, Person, TextLink } from '../../ui/index.js';
import type { AccessExplanation, AccessStep } from './explain-queries.js';
import styles from './Explain.module.css';

const icons = { GRANTS: Check, REFUSES: X, SILENT: Minus } as const;

/** The answer, what it would take where it is no, and every step that was looked at with the one that decides. */
export function AccessTrace({ explanation }: { readonly explanation: AccessExplanation }) {
  const { t } = useTranslation();
  const { allowed, sentence, steps, ask } = explanation;
  const { needed, alternatives } = sortChanges(explanation);
  return (
    <div className={styles['answer']}>
      <Notice tone={allowed ? 'success' : 'warning'} isAnnounced title={sentence} />
      {needed.length + alternatives.length > 0 && (
        <section className={styles['part']}>
          <h3 className={styles['heading']}>{t('explain.missing')}</h3>
          {needed.length > 0 && <ul className={styles['missing']}>{needed.map((one) => <li key={one}>{one}</li>)}</ul>}
          {alternatives.length > 1 && <p className={styles['hint']}>{t(needed.length > 0 ? 'explain.andOneOf' : 'explain.oneOf')}</p>}
          {alternatives.length > 0 && <ul className={styles['missing']}>{alternatives.map((one) => <li key={one}>{one}</li>)}</ul>}
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
        <ol className={styles['steps']}>{steps.map((step, index) => <StepLine key={index} step={step} isOther={step.deed !== (steps[index - 1]?.deed ?? step.deed)} />)}</ol>
      </section>
    </div>
  );
}

/** Of the ways to open a record one is enough; everything else is needed. */
const ways: ReadonlySet<string> = new Set(['owner', 'roles', 'default', 'rule', 'share', 'notShared', 'hidden']);

function sortChanges({ allowed, steps }: AccessExplanation): { readonly needed: readonly string[]; readonly alternatives: readonly string[] } {
  const changes = (isWay: boolean) => [...new Set(allowed ? [] : steps.flatMap(({ kind, change }) => (change !== null && ways.has(kind) === isWay ? [change] : [])))];
  return { needed: changes(false), alternatives: changes(true) };
}

/** `isOther`: another deed is looked at from here on. */
function StepLine({ step, isOther }: { readonly step: AccessStep; readonly isOther: boolean }) {
  const { t } = useTranslation();
  const { outcome, decides, depth, sentence, link } = step;
  const Icon = icons[outcome];
  const href = link && addressOf(link);
  return (
    <li className={classNames(styles['step'], styles[outcome.toLowerCase()], decides && styles['decides'])} style={{ paddingInlineStart: `calc(var(--space-5) + ${String(depth)} * var(--space-8))` }} {...(decides && { 'aria-current': 'step' as const })}>
      <span className={styles['mark']} role="img" aria-label={t(`explain.outcome.${outcome}`)}><Icon size={13} aria-hidden /></span>
      <span className={styles['sentence']}>{isOther && <span className={styles['deed']}>{t(`explain.deeds.${step.deed}`)}</span>}{sentence}</span>
      {decides && <Badge tone="accent">{t('explain.decides')}</Badge>}
      {href && <TextLink href={href}>{t('explain.open')}</TextLink>}
    </li>
  );
}

/** Undefined for what has no page of its own. */
function addressOf({ kind, name }: { readonly kind: string; readonly name: string }): string | undefined {
  const path = encodeURIComponent(name);
  if (kind === 'permissions') return `/setup/permissions/${path}`;
  if (kind === 'permission-group') return `/setup/permissions/groups/${path}`;
  if (kind === 'sharing-rule') return `/setup/sharing?rule=${path}`;
  if (kind === 'role' || kind === 'team' || kind === 'queue') return `/setup/${kind}s?${kind}=${path}`;
  if (kind === 'user') return `/setup/users/${path}?tab=place`;
  return kind === 'object' ? `/setup/objects/${path}` : undefined;
}
