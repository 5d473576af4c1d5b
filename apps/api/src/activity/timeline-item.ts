import type { TimelineChange } from './describe-changes.js';
import type { Person } from './read-people.js';

/** One thing that happened on a record: a comment, something with a file (kinds that begin with `file`), with an approval (kinds that begin with `approval`), with a share (kinds that begin with `share`), a task, mail or run about it, or a change (`created`, `updated`, `deleted`, `restored`; `merged` where another record became a part of it). */
export interface TimelineItem {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  /** Null for what the platform did by itself. */
  readonly by: Person | null;
  readonly source: string | null;
  readonly text: string | null;
  readonly mentions: readonly Person[];
  readonly changes: readonly TimelineChange[] | null;
  readonly parentId: string | null;
  readonly mayDelete: boolean;
  readonly mayEdit: boolean;
  /** When its words were changed last. */
  readonly editedAt: Date | null;
  /** It is gone, and stands only for its answers. */
  readonly isDeleted: boolean;
  readonly pinnedAt: Date | null;
  readonly pinnedBy: Person | null;
  readonly reactions: readonly TimelineReaction[];
  /** Oldest first. */
  readonly replies: readonly TimelineItem[];
  /** Ids of the files that came with a comment, in their order. */
  readonly attachments: readonly string[];
  readonly file: TimelineFile | null;
  readonly approval: TimelineApproval | null;
  readonly share: TimelineShare | null;
  readonly mail: TimelineMail | null;
  readonly run: TimelineRun | null;
  readonly record: TimelineRecord | null;
}

export interface TimelineReaction {
  readonly reaction: string;
  readonly people: readonly Person[];
  readonly isMine: boolean;
}

/** Neither words nor address: what a workflow wrote may say more than the reader may know. */
interface TimelineMail {
  /** Of its template, if that still is there. */
  readonly title: string | null;
  readonly status: string;
  /** The colleague it went to. */
  readonly to: Person | null;
}

interface TimelineRun {
  readonly id: string;
  /** Of the workflow, if that still is there. */
  readonly title: string | null;
  readonly status: string;
}

/** Another record that is about this one. */
interface TimelineRecord {
  readonly object: string;
  readonly id: string;
  readonly name: string;
}

interface TimelineShare {
  /** Whom it is shared with, as people know them. */
  readonly with: string;
  readonly access: 'read' | 'edit';
  readonly until: Date | null;
}

interface TimelineApproval {
  readonly id: string;
  readonly title: string;
  /** From 1. */
  readonly level: number;
  readonly levelTitle: string | null;
  /** In whose place it was decided, or who is asked now. */
  readonly other: Person | null;
}

interface TimelineFile {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly before: string | null;
}

export interface TimelinePage {
  readonly items: readonly TimelineItem[];
  /** On the first page, those that stand above all others. */
  readonly pinned: readonly TimelineItem[];
  readonly next: string | null;
}
