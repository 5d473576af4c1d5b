import { FlaskConical } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, Kbd, Notice, TextLink } from '../../ui/index.js';
import type { RuleKeyword } from './rule-draft.js';
import { useTestRule } from './rule-queries.js';
import styles from './Rules.module.css';

/** Which of the latest records the rule would refuse. `tests` grows with each wish to know, from the keyboard too. */
export function RuleTestPanel({ object, rule, tests }: { readonly object: string; readonly rule: RuleKeyword; readonly tests: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mutate, data, error, isPending } = useTestRule(object);
  const isReady = rule.when !== '';
  const latest = useRef(rule);
  useEffect(() => { latest.current = rule; });
  // Only a wish starts a test; what is typed afterwards waits for the next one.
  useEffect(() => { if (tests > 0 && latest.current.when !== '') mutate(latest.current); }, [tests, mutate]);
  return (
    <section className={styles['test']} aria-label={t('model.rules.test')}>
      <div className={styles['testHead']}>
        <p className={styles['quiet']}>{t('model.rules.testHelp')}</p>
        <Button size="small" icon={FlaskConical} isPending={isPending} isDisabled={!isReady} onPress={() => mutate(rule)}>{t('model.rules.test')} <Kbd keys="mod+enter" /></Button>
      </div>
      {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
      {data && !error && (
        <Notice tone={data.failing > 0 ? 'warning' : 'success'} isAnnounced title={data.failing === 0 ? t('model.rules.noneFails', { count: data.checked, number: format.number(data.checked) }) : t('model.rules.fails', { count: data.failing, number: format.number(data.failing), of: format.number(data.checked) })}>
          {data.examples.length > 0 && <ul className={styles['examples']}>{data.examples.slice(0, 10).map(({ id, name }) => <li key={id}><TextLink href={`/app/${object}/${id}`} isExternal>{name || t('setup.publish.unnamed')}</TextLink></li>)}</ul>}
        </Notice>
      )}
    </section>
  );
}
