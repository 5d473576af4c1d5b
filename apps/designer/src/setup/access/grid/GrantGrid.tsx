import { Check, Minus } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { classNames } from '../../../ui/index.js';
import type { GrantCell, GrantColumn, GrantRow, Place } from './grant-grid-types.js';
import { chosenSpots, takeColumn, walk, type Spot, type Walk } from './walk.js';
import styles from './GrantGrid.module.css';

interface GrantGridProps {
  readonly label: string;
  readonly corner: string;
  readonly columns: readonly GrantColumn[];
  readonly rows: readonly GrantRow[];
  /** Undefined where there is nothing to grant. */
  readonly cellOf: (row: GrantRow, column: GrantColumn) => GrantCell | undefined;
  /** The first place is where the keys are: it decides what the others become. */
  readonly onChange: (places: readonly Place[]) => void;
  readonly onToggle?: (row: GrantRow) => void;
}

/** Rows by columns of grants that keys walk through: arrows, Space changes, Shift takes more, Ctrl+Space the column, Enter opens a row. */
export function GrantGrid({ label, corner, columns, rows, cellOf, onChange, onToggle }: GrantGridProps) {
  const [{ at, from }, setWalk] = useState<Walk>({ at: { row: 0, column: 0 }, from: { row: 0, column: 0 } });
  const [isWholeColumn, setWholeColumn] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const size = { rows: rows.length, columns: columns.length };
  const here: Spot = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, columns.length - 1) };
  const chosen = chosenSpots({ at: here, from }, isWholeColumn, size);
  const isChosen = (row: number, column: number) => chosen.length > 1 && chosen.some((spot) => spot.row === row && spot.column === column);

  const go = (next: Walk, whole = false) => {
    setWalk(next);
    setWholeColumn(whole);
    table.current?.querySelector<HTMLElement>(`[data-spot="${next.at.row}:${next.at.column}"]`)?.focus();
  };
  const change = (spots: readonly Spot[]) => onChange(spots.flatMap(({ row, column }) => {
    const [line, right] = [rows[row], columns[column]];
    const cell = line && right && cellOf(line, right);
    return cell && !cell.isFixed && line && right ? [{ row: line.id, column: right.id }] : [];
  }));
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const isFar = event.ctrlKey || event.metaKey;
    const next = walk({ at: here, from }, event.key, size, { extending: event.shiftKey, far: isFar });
    const line = rows[here.row];
    if (next) go(next);
    else if (event.key === ' ' && isFar) go(takeColumn({ at: here, from }, size), true);
    else if (event.key === ' ') change(chosen);
    else if (event.key === 'Enter' && line?.isOpen !== undefined) onToggle?.(line);
    else if (event.key === 'Escape' && chosen.length > 1) go({ at: here, from: here });
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent, spot: Spot) => {
    if (event.shiftKey) return go({ at: spot, from });
    go({ at: spot, from: spot });
    change([spot]);
  };
  const groups = columns.some(({ group }) => group !== undefined);
  return (
    <div className={styles['frame']}>
      <table ref={table} role="treegrid" aria-label={label} aria-multiselectable className={styles['table']} onKeyDown={press}>
        <thead>
          {groups && <tr><td className={styles['corner']} />{spansOf(columns).map(({ title, span }, index) => <th key={`${index}`} scope="colgroup" colSpan={span} className={styles['group']}>{title}</th>)}</tr>}
          <tr><th scope="col" className={styles['corner']}>{corner}</th>{columns.map(({ id, title }) => <th key={id} scope="col" className={styles['right']}>{title}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} className={classNames(row.isField && styles['field'], row.isChanged && styles['changed'])} {...(row.isOpen !== undefined && { 'aria-expanded': row.isOpen })}>
              <th scope="row">{row.head}</th>
              {columns.map((column, position) => {
                const cell = cellOf(row, column);
                const isHere = here.row === index && here.column === position;
                return (
                  <td key={column.id} role="gridcell" data-spot={`${index}:${position}`} tabIndex={isHere ? 0 : -1} className={classNames(styles['right'], isChosen(index, position) && styles['chosen'])}
                    aria-selected={isHere || isChosen(index, position)} aria-label={cell?.label ?? '–'} {...(cell && { title: cell.label })} {...(!cell || cell.isFixed ? { 'aria-readonly': true } : {})}
                    onFocus={() => setWalk((before) => (before.at.row === index && before.at.column === position ? before : { at: { row: index, column: position }, from: { row: index, column: position } }))}
                    onClick={(event) => click(event, { row: index, column: position })}>
                    {cell ? <Level cell={cell} /> : <span className={styles['never']} aria-hidden>–</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Level({ cell: { level, words, isInherited, isMuted, isException } }: { readonly cell: GrantCell }) {
  return (
    <span className={classNames(styles['level'], styles[level], isInherited && styles['inherited'], isMuted && styles['muted'], isException && styles['exception'])} aria-hidden>
      {level === 'none' ? <Minus size={13} /> : level === 'all' && !isMuted && <Check size={13} />}
      {level !== 'none' && words}
    </span>
  );
}

function spansOf(columns: readonly GrantColumn[]): readonly { readonly title: string; readonly span: number }[] {
  const spans: { title: string; span: number }[] = [];
  for (const { group = '' } of columns) {
    const last = spans.at(-1);
    if (last?.title === group) last.span += 1;
    else spans.push({ title: group, span: 1 });
  }
  return spans;
}
