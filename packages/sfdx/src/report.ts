/** taken: as it is · changed: in another shape or under another name, as the note says · left: not taken over, for the reason that the note gives. */
export type Outcome = 'taken' | 'changed' | 'left';

export interface ReportLine {
  /** Path of the file in the project. */
  readonly file: string;
  /** What in the file it is about: `field Price__c`, `rule Needs_Price`. */
  readonly element: string;
  readonly outcome: Outcome;
  /** Blank where nothing has to be said. */
  readonly note: string;
}

/** Where something in a document came from. */
export interface Origin {
  readonly file: string;
  readonly element: string;
}

const WEIGHT: Record<Outcome, number> = { taken: 0, changed: 1, left: 2 };

/** What was taken, changed and left, one line per element: a later note adds to an earlier one, and the gravest outcome stays. */
export class Report {
  private readonly known = new Map<string, { origin: Origin; outcome: Outcome; notes: Map<string, Outcome> }>();

  note(origin: Origin, outcome: Outcome, note = ''): void {
    const key = `${origin.file}\n${origin.element}`;
    const line = this.known.get(key) ?? { origin, outcome, notes: new Map<string, Outcome>() };
    this.known.set(key, line);
    if (WEIGHT[outcome] > WEIGHT[line.outcome]) line.outcome = outcome;
    if (note !== '') line.notes.set(note, outcome);
  }

  /** In the order of the files. */
  lines(): readonly ReportLine[] {
    const lines = [...this.known.values()].map(({ origin, outcome, notes }) => {
      // What something would have been called says nothing once it is left.
      const telling = [...notes].filter(([, told]) => outcome !== 'left' || told === 'left');
      return { ...origin, outcome, note: telling.map(([note]) => note).join(' ') };
    });
    return lines.toSorted((left, right) => (left.file < right.file ? -1 : left.file > right.file ? 1 : 0));
  }
}
