/**
 * What the answer to "why did it or did it not run?" has to be, worked out by going through a log of what happened, one
 * entry after the other: no SQL, no formulas, and nothing of the product's own.
 */

export interface LogEntry {
  /** ISO instant; the log is in its order. */
  readonly at: string;
  readonly record: string;
  readonly kind: 'created' | 'updated' | 'deleted' | 'restored' | 'order' | 'event' | 'call';
  /** Fields that are set; of an order: `orderedOn`. An event or a call changes nothing. */
  readonly values: Readonly<Record<string, string | number | null>>;
}

export interface BruteRule {
  readonly name: string;
  readonly trigger:
    | { readonly kind: 'created' | 'deleted' | 'restored' }
    | { readonly kind: 'updated'; readonly field: string; readonly to?: string }
    | { readonly kind: 'save'; readonly on: readonly ('created' | 'updated')[]; readonly field?: string }
    | { readonly kind: 'event' | 'call' }
    /** Into those of whom `field` is at least `least`. */
    | { readonly kind: 'enters'; readonly field: string; readonly least: number }
    | { readonly kind: 'quiet'; readonly days: number }
    | { readonly kind: 'sinceField'; readonly field: string; readonly days: number }
    | { readonly kind: 'weekly'; readonly weekday: number; readonly hour: number }
    | { readonly kind: 'button' };
  /** All must be true; each with its text in the formula. `before`: where the record was there before what happened. */
  readonly parts: readonly { readonly text: string; readonly test: (state: State, before?: State) => boolean; readonly reads: readonly string[] }[];
  readonly activeSince: string;
}

export type State = Record<string, string | number | null>;

export interface BruteAnswer {
  readonly reason: string;
  readonly because: string | null;
  /** Of the fields that the false part reads. */
  readonly values: readonly (string | null)[];
}

const DAY = 86_400_000;

/** Undefined where the case is left open: the record lay in the bin when its line was reached. */
export function answerByForce(rule: BruteRule, log: readonly LogEntry[], record: string, moment: string): BruteAnswer | undefined {
  const own = log.filter((entry) => entry.record === record);
  const plain = (reason: string): BruteAnswer => ({ reason, because: null, values: [] });
  if (!own.some(({ kind, at }) => kind === 'created' && at <= moment)) return plain('absent');
  const { trigger, activeSince } = rule;

  if (trigger.kind === 'quiet' || trigger.kind === 'sinceField') {
    const anchor = trigger.kind === 'quiet' ? latestOrder(own, moment) : (stateAt(own, moment)[trigger.field] as string | null);
    const dueAt = anchor && new Date(Date.parse(anchor) + (trigger.days + 1) * DAY).toISOString();
    if (dueAt && dueAt <= moment && dueAt > activeSince && !isInBin(own, dueAt) && judge(rule, stateAt(own, dueAt), 'ran').reason === 'ran') return plain('ran');
    if (isInBin(own, moment)) return plain('deleted');
    if (activeSince > moment) return plain('off');
    if (!dueAt) return plain('noAnchor');
    if (dueAt > moment) return plain('tooEarly');
    if (dueAt <= activeSince) return plain('excluded');
    if (isInBin(own, dueAt)) return undefined;
    return judge(rule, stateAt(own, dueAt), 'ran');
  }

  if (trigger.kind === 'button') return judgeNow();
  const told = trigger.kind === 'event' || trigger.kind === 'call' ? trigger.kind : undefined;
  const tellings = told ? own.filter(({ kind, at }) => kind === told && at <= moment) : [];
  // Those of the last thirty days are kept, counted from the last one of all.
  const keptFrom = new Date(Date.parse(log.findLast(({ kind }) => kind === told)?.at ?? moment) - 30 * DAY).toISOString();
  const happened = trigger.kind === 'enters' ? enterings(own, trigger, { from: activeSince, to: moment }) : tellings.map(({ at }) => at);
  if (trigger.kind === 'enters' || (told && (happened.at(-1) ?? '') < keptFrom)) {
    // Nothing is kept but the runs.
    return happened.some((at) => at >= activeSince && judge(rule, stateAt(own, at), 'ran').reason === 'ran') ? plain('ran') : judgeNow();
  }

  const last = trigger.kind === 'weekly' ? lastWeekly(own, trigger, moment) : own.filter((entry) => entry.at <= moment && answers(trigger, entry)).at(-1)?.at;
  // What has run has run, wherever the record is now.
  const judged = last === undefined ? undefined : judge(rule, stateAt(own, last), 'ran', beforeOf(own, last));
  if (last !== undefined && last >= activeSince && !(trigger.kind === 'weekly' && isInBin(own, last)) && judged?.reason === 'ran') return plain('ran');
  if (trigger.kind !== 'deleted' && isInBin(own, moment)) return plain('deleted');
  if (activeSince > moment) return plain('off');
  if (last === undefined) return plain('nothing');
  if (last < activeSince) return plain('before');
  if (trigger.kind === 'weekly' && isInBin(own, last)) return undefined;
  return judged;

  function judgeNow(): BruteAnswer {
    if (isInBin(own, moment)) return plain('deleted');
    if (activeSince > moment) return plain('off');
    return judge(rule, stateAt(own, moment), 'nothing');
  }
}

function judge({ parts }: BruteRule, state: State, otherwise: string, before?: State): BruteAnswer {
  const wrong = parts.find(({ test }) => !test(state, before));
  if (!wrong) return { reason: otherwise, because: null, values: [] };
  return { reason: 'condition', because: wrong.text, values: wrong.reads.map((field) => (state[field] === null || state[field] === undefined ? null : String(state[field]))) };
}

function answers(trigger: BruteRule['trigger'], { kind, values }: LogEntry): boolean {
  if (trigger.kind === 'updated') return kind === 'updated' && trigger.field in values && (trigger.to === undefined || values[trigger.field] === trigger.to);
  if (trigger.kind === 'save') return (kind === 'created' || kind === 'updated') && trigger.on.includes(kind) && (kind === 'created' || trigger.field === undefined || trigger.field in values);
  return kind === trigger.kind;
}

function stateAt(own: readonly LogEntry[], moment: string): State {
  const state: State = {};
  for (const { at, kind, values } of own) if (at <= moment && (kind === 'created' || kind === 'updated')) Object.assign(state, values);
  return state;
}

/** The record before what happened at a moment; undefined where it came into being then. */
function beforeOf(own: readonly LogEntry[], at: string): State | undefined {
  const earlier = new Date(Date.parse(at) - 1).toISOString();
  return own.some((entry) => entry.kind === 'created' && entry.at <= earlier) ? stateAt(own, earlier) : undefined;
}

function enterings(own: readonly LogEntry[], { field, least }: { readonly field: string; readonly least: number }, { from, to }: { readonly from: string; readonly to: string }): string[] {
  const found: string[] = [];
  let inside = false;
  for (const { at } of own) {
    if (at > to) break;
    const isThere = !isInBin(own, at) && Number(stateAt(own, at)[field]) >= least;
    if (isThere && !inside && at >= from) found.push(at);
    inside = isThere;
  }
  return found;
}

function isInBin(own: readonly LogEntry[], moment: string): boolean {
  return own.filter(({ at, kind }) => at <= moment && (kind === 'deleted' || kind === 'restored')).at(-1)?.kind === 'deleted';
}

function latestOrder(own: readonly LogEntry[], moment: string): string | null {
  let latest: string | null = null;
  for (const { at, kind, values } of own) if (kind === 'order' && at <= moment && (latest === null || String(values['orderedOn']) > latest)) latest = String(values['orderedOn']);
  return latest;
}

function lastWeekly(own: readonly LogEntry[], { weekday, hour }: { readonly weekday: number; readonly hour: number }, moment: string): string | undefined {
  const entered = own[0]?.at ?? moment;
  for (let time = Math.floor(Date.parse(moment) / 3_600_000) * 3_600_000; time >= Date.parse(entered); time -= 3_600_000) {
    const at = new Date(time);
    if (at.getUTCDay() === weekday && at.getUTCHours() === hour) return at.toISOString();
  }
  return undefined;
}
