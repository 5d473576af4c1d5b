import type { JsonValue } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
import type { Way } from './advance/advance.js';
import type { Period } from './definition/period.js';
import type { MilestonePorts } from './milestones/milestone-ports.js';
import type { PeoplePorts } from './people/people-ports.js';

/** What an action may ask of the world. Every call serves a whole batch of runs; all of it happens in one transaction. */
export interface ActionPorts {
  /**
   * Works formulas out over the records of the runs. A run whose record is gone is missing in the answer. Values come
   * as the language writes them: numbers as decimal strings, dates as YYYY-MM-DD, instants as ISO-8601, blank as null.
   */
  evaluate(object: string, formulas: Readonly<Record<string, string>>, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, EvaluatedValues>>;
  /** Records at the end of `relation` ("tasks", "customer.tasks") for which the formula `where` over them is true. */
  findRelated(object: string, relation: string, where: string | undefined, runs: readonly RunTarget[]): Promise<readonly RelatedRecord[]>;
  /**
   * The instants that a formula of type date or date with time answers: a date is the moment its day begins in the org's
   * time zone. Null for a blank; a run whose record is gone is missing.
   */
  momentsOf(object: string, formula: string, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, string | null>>;
  /** The instant a period from now; by the name of a business calendar only its days and hours count. */
  after(period: Period, calendar?: string): Promise<string>;
  /** The instants a period after others, in their order. */
  afterMoments(moments: readonly string[], period: Period, calendar?: string): Promise<readonly string[]>;
  /** How many minutes lie between each two instants, to a fraction; of a business calendar only those that are open. Negative where `to` is earlier. */
  minutesBetween(spans: readonly MomentSpan[], calendar?: string): Promise<readonly number[]>;
  /** This moment for the org, as ISO-8601. */
  now(): string;
  /**
   * Begins runs that the given ones wait for: of a path of the same workflow, or of another workflow of the same revision.
   * Answers how many each of them has to wait for; where it is none, the run is missing.
   */
  begin(children: readonly ChildToBegin[]): Promise<ReadonlyMap<string, number>>;
  create(object: string, rows: readonly RowToCreate[]): Promise<WriteResult>;
  /** No record stands in it twice. */
  update(object: string, changes: readonly RowToUpdate[]): Promise<WriteResult>;
  /**
   * Changes the live record that has the row's values in the fields `by`, or makes one. Rows with the same values there are
   * one record, which the last of them has the last word on. Refuses a row where one of those values is blank, and one for
   * which there are several records.
   */
  upsert(object: string, by: readonly string[], rows: readonly RowToCreate[]): Promise<UpsertResult>;
  /** The next records of a set in the order of their ids, with the values that formulas over them answer. */
  findSet(set: SetToFind): Promise<readonly FoundRecord[]>;
  /** Writes comments and tells the people they mention. Blank ones are missing in the answer. */
  comment(comments: readonly CommentToWrite[]): Promise<readonly CommentNote[]>;
  /** Makes documents and adds them to the files of their records. Those whose record is gone are missing in the answer. */
  makeDocuments(documents: readonly DocumentToMake[]): Promise<ReadonlyMap<string, MadeDocument>>;
  /** Puts records into the bin; those that are gone already are missing in the answer. */
  delete(object: string, ids: readonly string[]): Promise<WriteResult>;
  /** Where a notice names a template, its words are those of the template in the language of whoever gets it. */
  notify(notices: readonly Notice[]): Promise<void>;
  /**
   * Puts mails into the outbox; they are sent after the commit. The same step of the same run writes to nobody twice.
   * Answers per run to whom it wrote, by address, and whom it left out.
   */
  sendEmails(mails: readonly EmailToSend[]): Promise<readonly EmailNote[]>;
  /**
   * Raises events about records: workflows that begin with them run, and runs that wait for them go on. The same step of the
   * same run raises nothing twice. Refuses where a workflow that would begin does not take the values.
   */
  raiseEvents(events: readonly EventToRaise[]): Promise<RaiseResult>;
  /** From now on the runs hear of an event about their record: once, as the answer that wakes them. */
  awaitEvents(waits: readonly EventToAwait[]): Promise<void>;
  endAwaiting(runIds: readonly string[]): Promise<void>;
  /**
   * Puts calls into the outbox; they are sent after the commit, in every attempt under the same id. A run whose call waits is
   * woken once it has come to its end. The same step of the same run again sends only what has failed.
   */
  sendCalls(calls: readonly CallToSend[]): Promise<void>;
  /** What became of the calls that this step has sent, by run. */
  readCallAnswers(runIds: readonly string[]): Promise<ReadonlyMap<string, CallAnswer>>;
  /** Approvals, forms and queues. */
  readonly people: PeoplePorts;
  readonly milestones: MilestonePorts;
}

export interface MomentSpan {
  readonly from: string;
  readonly to: string;
}

/** One run of a batch and the record it runs on. */
export interface RunTarget {
  readonly runId: string;
  readonly recordId: string;
  /** What its steps have left so far. */
  readonly values: RunValues;
}

export type RunValues = Readonly<Record<string, JsonValue>>;

/** A run that rested, and what woke it: the time it waited for, the last of the runs it had begun, or something it waited to hear of. */
export interface WokenRun extends RunTarget {
  readonly woken: Waking;
}

export type Waking = { readonly by: 'time' } | { readonly by: 'children' } | { readonly by: 'answer'; readonly answer: JsonValue };

export interface ChildToBegin {
  readonly runId: string;
  readonly recordId: string;
  readonly object: string;
  readonly values: RunValues;
  readonly program: { readonly path: string } | { readonly workflow: string };
}

export type EvaluatedValues = Readonly<Record<string, string | boolean | null>>;

export interface RelatedRecord {
  readonly runId: string;
  readonly id: string;
}

export interface RowToCreate {
  readonly runId: string;
  /** By field name, as formulas answered them. */
  readonly values: EvaluatedValues;
}

export interface RowToUpdate extends RowToCreate {
  readonly id: string;
}

/** `ids` in the order of the rows; or nothing was written. */
export type WriteResult = { readonly ok: true; readonly ids: readonly string[] } | { readonly ok: false; readonly problems: readonly Problem[] };

/** `created`: the runs for which the record was made. */
export type UpsertResult = { readonly ok: true; readonly ids: readonly string[]; readonly created: ReadonlySet<string> } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Live records of `object` for which `where` is true; both may say `$Record`, the run's record, which is one of `around`. */
export interface SetToFind {
  readonly around: string;
  readonly object: string;
  readonly where: string;
  readonly values: Readonly<Record<string, string>>;
  readonly run: RunTarget;
  /** Records that were made later are left out. */
  readonly begunAt: string;
  /** The id that they come behind. */
  readonly after: string | null;
  readonly limit: number;
}

export interface FoundRecord {
  readonly id: string;
  readonly values: EvaluatedValues;
}

export interface CommentToWrite {
  readonly runId: string;
  readonly object: string;
  readonly recordId: string;
  /** The text itself, or the name of the template that says it. */
  readonly text: string | { readonly template: string };
  /** Ids of people. */
  readonly mentions: readonly string[];
}

export interface DocumentToMake {
  readonly runId: string;
  readonly object: string;
  readonly recordId: string;
  /** Name of its template. */
  readonly document: string;
  /** BCP 47; the org's where nobody writes in it. */
  readonly language: string;
}

export interface MadeDocument {
  /** Of the attached file. */
  readonly id: string;
  readonly name: string;
  readonly language: string;
}

export interface CommentNote {
  readonly runId: string;
  readonly text: string;
  readonly mentioned: readonly string[];
  /** Those who may not read the record, and who are not there. */
  readonly leftOut: readonly string[];
}

export interface Notice {
  readonly runId: string;
  readonly userId: string;
  /** The message itself, or the name of the template that says it. */
  readonly text: string | { readonly template: string };
  readonly object: string;
  readonly recordId: string;
}

/** One mail of one run to each of `to`. */
export interface EmailToSend {
  readonly runId: string;
  readonly object: string;
  readonly recordId: string;
  /** Ids of people of the org, and addresses. */
  readonly to: readonly string[];
  readonly message: { readonly template: string } | { readonly subject: string; readonly body: string };
  /** Only to those who agreed to it; a template says its own. */
  readonly purpose?: string;
}

export interface EmailNote {
  readonly runId: string;
  readonly written: readonly string[];
  readonly leftOut: readonly { readonly to: string; readonly reason: string }[];
}

export interface EventToRaise {
  readonly runId: string;
  readonly name: string;
  readonly object: string;
  readonly recordId: string;
  readonly values: RunValues;
}

/** By run: the names of the workflows that began, and how many runs were waiting. */
export type RaiseResult =
  | { readonly ok: true; readonly notes: ReadonlyMap<string, { readonly begun: readonly string[]; readonly woken: number }> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type EventToAwait = Omit<EventToRaise, 'values'>;

export interface CallToSend {
  readonly runId: string;
  readonly object: string;
  readonly recordId: string;
  readonly url: string;
  /** What is told along. */
  readonly values: RunValues;
  readonly headers: Readonly<Record<string, string>>;
  /** Names of headers whose values the document does not know. */
  readonly secretHeaders: readonly string[];
  readonly waits: boolean;
}

/** `status` is null where nobody answered; `response` is the beginning of the answer. */
export interface CallAnswer {
  readonly ok: boolean;
  readonly status: number | null;
  readonly response: string | null;
  readonly error: string | null;
  readonly attempts: number;
}

/** What a step leaves in the run's trace. */
export interface StepNote {
  readonly runId: string;
  readonly input: JsonValue;
  readonly output: JsonValue;
  /** To the next step, where it says nothing. */
  readonly way?: Way;
  /** Values that later steps find. */
  readonly leaves?: RunValues;
}
