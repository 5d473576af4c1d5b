import type { ObjectDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { TextLink } from '../../../ui/index.js';
import type { NamedId } from '../trace/insight-types.js';
import { MOST_ENTRIES, shortenText } from './shorten.js';
import styles from './Runs.module.css';

interface TraceValuesProps {
  readonly value: unknown;
  readonly objects: readonly ObjectDescription[];
  readonly object: string | undefined;
  /** What ids in it stand for. */
  readonly names?: readonly NamedId[];
}

type Tree = Readonly<Record<string, unknown>>;

/** Values of a trace by name: fields by their labels, records by their names, dates as people write them. */
export function TraceValues({ value, objects, object, names = [] }: TraceValuesProps) {
  const { t } = useTranslation();
  const labels = (name: string, within: string | undefined) => objects.find((one) => one.name === within)?.fields.find((field) => field.name === name || `${field.name}Id` === name)?.label
    ?? t(`automation.trace.${name}`, { defaultValue: t(`insight.trace.${name}`, { defaultValue: name }) });
  const objectLabel = (name: string) => objects.find((one) => one.name === name)?.label ?? name;
  const known = new Map(names.map((one) => [one.id, one]));
  return <Values tree={isTree(value) ? value : { value }} within={object} labels={labels} objectLabel={objectLabel} known={known} />;
}

interface ValuesProps {
  readonly tree: Tree;
  readonly within: string | undefined;
  readonly labels: (name: string, within: string | undefined) => string;
  readonly objectLabel: (name: string) => string;
  readonly known: ReadonlyMap<string, NamedId>;
}

function Values({ tree, within, labels, objectLabel, known }: ValuesProps) {
  const inside = typeof tree['object'] === 'string' ? tree['object'] : within;
  return (
    <dl className={styles['values']}>
      {Object.entries(tree).map(([name, value]) => (
        <div key={name} className={styles['pair']}>
          <dt>{labels(name, inside)}</dt>
          <dd>
            {isTree(value) ? <Values tree={value} within={inside} labels={labels} objectLabel={objectLabel} known={known} />
              : name === 'object' && typeof value === 'string' ? objectLabel(value)
                : Array.isArray(value) && value.length > 0 ? value.slice(0, MOST_ENTRIES).map((one, index) => (
                  <span key={index} className={styles['entry']}>{isTree(one) ? <Values tree={one} within={inside} labels={labels} objectLabel={objectLabel} known={known} /> : <Value name={name} value={one} object={inside} known={known} />}</span>
                )).concat(value.length > MOST_ENTRIES ? [<More key="more" count={value.length - MOST_ENTRIES} />] : []) : <Value name={name} value={Array.isArray(value) ? null : value} object={inside} known={known} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ValueProps {
  readonly name: string;
  readonly value: unknown;
  readonly object: string | undefined;
  readonly known: ReadonlyMap<string, NamedId>;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;
const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const day = /^\d{4}-\d\d-\d\d$/;

function Value({ name, value, object, known }: ValueProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null || value === undefined || value === '') return <span className={styles['muted']}>{t('ui.diff.blank')}</span>;
  if (typeof value === 'boolean') return <>{t(value ? 'ui.yes' : 'ui.no')}</>;
  const text = String(value);
  const record = known.get(text);
  if (record) return record.object === 'User' ? <>{record.name}</> : <TextLink href={`/app/${encodeURIComponent(record.object)}/${text}`}>{record.name || text}</TextLink>;
  if (name === 'run' && id.test(text)) return <TextLink href={`/setup/runs/${text}`}>{text}</TextLink>;
  if ((name === 'id' || name === 'ids') && object !== undefined) return <TextLink href={`/app/${encodeURIComponent(object)}/${text}`}>{text}</TextLink>;
  if (name === 'kind') return <>{t(`automation.trigger.kinds.${text}`, { defaultValue: text })}</>;
  if (instant.test(text)) return <>{format.dateTime(text)}</>;
  return <>{day.test(text) ? format.date(text) : shortenText(text)}</>;
}

function More({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return <span className={`${styles['entry']} ${styles['muted']}`}>{t('care.run.more', { count, number: format.number(count) })}</span>;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
