import type { WorkflowInput } from '@guanxi/metadata';
import type { JsonValue, Translations } from '@guanxi/field-types';
import type { RunTarget, RunValues } from '../ports.js';

/** What steps that wait for people may ask of the world; as the other ports, for a whole batch and in its transaction. */
export interface PeoplePorts {
  /** Asks somebody to approve: nothing is open at a level yet. */
  openApprovals(asked: readonly ApprovalToOpen[]): Promise<void>;
  /** The approvals that the step of these runs has open, held until the transaction ends. */
  holdApprovals(runIds: readonly string[]): Promise<ReadonlyMap<string, HeldApproval>>;
  /**
   * Asks those of a level and tells them. `passed`: all of them have agreed at an earlier level already · `nobody`: there
   * is nobody to ask, and nothing was done for this run.
   */
  openLevels(levels: readonly LevelToOpen[]): Promise<ReadonlyMap<string, 'open' | 'passed' | 'nobody'>>;
  closeApprovals(closed: readonly ApprovalToClose[]): Promise<void>;
  /** What everybody has said so far, for the trace. */
  readDecisions(runIds: readonly string[]): Promise<ReadonlyMap<string, JsonValue>>;
  askForms(asked: readonly FormToAsk[]): Promise<void>;
  /** The forms that the step of these runs has asked for, held until the transaction ends. */
  holdForms(runIds: readonly string[]): Promise<ReadonlyMap<string, HeldForm>>;
  /** Tells the people again who have not filled in yet. */
  remindOfForms(runIds: readonly string[]): Promise<void>;
  expireForms(runIds: readonly string[]): Promise<void>;
  /**
   * Chooses a member of a queue for each run, in their order; whoever is away is passed over. Null: nobody is there, or
   * the queue leaves it to its members to take. Nobody else gives out work of the queue until the transaction ends.
   */
  chooseMembers(queue: string, runs: readonly RunTarget[], load: MemberLoad): Promise<ReadonlyMap<string, string | null>>;
  /** Lets records wait in a queue until a member takes them into `field`. */
  letWait(object: string, field: string, waiting: readonly { readonly recordId: string; readonly queue: string }[]): Promise<void>;
  /** They wait no more: somebody has them. */
  stopWaiting(object: string, field: string, recordIds: readonly string[]): Promise<void>;
}

export interface ApprovalToOpen {
  readonly runId: string;
  readonly object: string;
  readonly recordId: string;
  readonly title: string;
  readonly titles: Translations;
  readonly locks: boolean;
  readonly levels: readonly { readonly title: string | null; readonly titles?: Translations; readonly decides: LevelRule }[];
}

/** all: everybody has to agree · first: whoever decides first decides for all. */
export type LevelRule = 'all' | 'first';

export interface LevelToOpen {
  readonly runId: string;
  readonly level: number;
  readonly users: readonly string[];
  readonly queue: string | undefined;
  readonly dueAt: string | null;
  /** The people of this level come in place of those who were asked before. */
  readonly escalates: boolean;
}

export type ApprovalOutcome = 'approved' | 'rejected' | 'recalled' | 'expired';

export interface ApprovalToClose {
  readonly runId: string;
  readonly outcome: ApprovalOutcome;
}

export interface HeldApproval {
  readonly status: 'open' | ApprovalOutcome;
  readonly level: number;
  /** The level has agreed. */
  readonly passed: boolean;
  readonly escalated: boolean;
  readonly dueAt: string | null;
}

export interface FormToAsk {
  readonly runId: string;
  readonly object: string;
  readonly recordId: string;
  readonly userId: string;
  readonly title: string;
  readonly titles: Translations;
  readonly text: string | null;
  readonly inputs: readonly WorkflowInput[];
  readonly remindAt: string | null;
  readonly dueAt: string | null;
}

export interface HeldForm {
  readonly status: 'open' | 'answered' | 'expired';
  readonly answers: RunValues | null;
  readonly answeredBy: string | null;
  readonly remindAt: string | null;
  readonly reminded: boolean;
  readonly dueAt: string | null;
}

/** How busy members are: by the records of an object whose `field` names them and for which the condition is true. */
export interface MemberLoad {
  readonly object: string;
  readonly field: string;
  readonly open: string | undefined;
  /** Instead of what the queue says. */
  readonly by: 'roundRobin' | 'leastLoaded' | undefined;
}
