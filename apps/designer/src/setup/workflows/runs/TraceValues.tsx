import type { ObjectDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../ui/index.js';
import styles from './Runs.module.css';

interface TraceValuesProps {
  readonly value: unknown;
  readonly objects: readonly ObjectDescription[];
  readonly object: string | undefined;
}

type Tree = Readonly<Record<string, unknown>>;

/** Values of a trace by name, their fields called by their labels, and records as links. */
export function TraceValues({ value, objects, object }: TraceValuesProps) {
  const { t } = useTranslation();
  const labels = (name: string, within: string | undefined) => objects.find((one) => one.name === within)?.fields.find((field) => field.name === name || `${field.name}Id` === name)?.label
    ?? t(`automation.trace.${name}`, { defaultValue: name });
  return <Values tree={isTree(value) ? value : { value }} within={object} labels={labels} blank={t('ui.diff.blank')} />;
}

interface ValuesProps {
  readonly tree: Tree;
  readonly within: string | undefined;
  readonly labels: (name: string, within: string | undefined) => string;
  readonly blank: string;
}

function Values({ tree, within, labels, blank }: ValuesProps) {
  const inside = typeof tree['object'] === 'string' ? tree['object'] : within;
  const link = (id: string) => (typeof tree['object'] === 'string' ? <TextLink href={`/app/${encodeURIComponent(tree['object'])}/${id}`}>{id}</TextLink> : id);
  return (
    <dl className={styles['values']}>
      {Object.entries(tree).map(([name, value]) => (
        <div key={name} className={styles['pair']}>
          <dt>{labels(name, inside)}</dt>
          <dd>
            {isTree(value) ? <Values tree={value} within={inside} labels={labels} blank={blank} />
              : value === null || value === '' ? <span className={styles['muted']}>{blank}</span>
                : Array.isArray(value) ? (value.length === 0 ? <span className={styles['muted']}>{blank}</span> : value.map((one, index) => <span key={index} className={styles['entry']}>{name === 'ids' ? link(String(one)) : writeValue(one, blank)}</span>))
                  : name === 'id' ? link(String(value)) : String(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function writeValue(value: unknown, blank: string): string {
  if (value === null || value === '') return blank;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
