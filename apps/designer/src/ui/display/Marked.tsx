import styles from './Marked.module.css';

export interface MarkedProps {
  readonly text: string;
  /** What stands out: pairs of places in order, the second one not taken in. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** A text in which the pieces that were searched for stand out. */
export function Marked({ text, ranges }: MarkedProps) {
  const ends = [0, ...ranges.map(([, to]) => to)];
  return (
    <>
      {ranges.map(([from, to], index) => (
        <span key={from}>{text.slice(ends[index], from)}<mark className={styles['mark']}>{text.slice(from, to)}</mark></span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
