import { createContext, useContext } from 'react';
import type { StepEvent } from '@guanxi/workflow/designer';
import type { LucideIcon } from 'lucide-react';
import type { FlowPart } from '../flow-parts.js';
import type { StepPlace } from '../workflow-edits.js';
import type { FlowItem, FlowWay } from './flow-items.js';
import type { TracedWay } from './trace-flow.js';

/** What a card says, whatever it is drawn on. */
export interface CardWords {
  readonly icon: LucideIcon;
  readonly hue: 'trigger' | 'condition' | 'step';
  /** "When", "Only if", "Step 1". */
  readonly kind: string;
  readonly title: string;
  readonly details: string;
  readonly isCode?: boolean;
}

/** The one state of a flow that canvas and outline share, and what can be done to it. */
export interface FlowBoard {
  readonly items: readonly FlowItem[];
  readonly itemOf: (part: FlowPart) => FlowItem | undefined;
  readonly wayOf: (part: FlowPart) => FlowWay | undefined;
  readonly wordsOf: (part: FlowPart) => CardWords;
  /** The part in one sentence, for people who do not see it. */
  readonly sentenceOf: (part: FlowPart) => string;
  readonly problemsOf: (part: FlowPart) => number;
  /** The part that keys act on. */
  readonly active: FlowPart;
  /** Its settings are seen beside the flow. */
  readonly isOpen: boolean;
  /** Ids of steps whose ways are folded away. */
  readonly collapsed: ReadonlySet<string>;
  readonly activate: (part: FlowPart) => void;
  readonly open: (part: FlowPart) => void;
  readonly fold: (id: string) => void;
  /** Asks which step is put there. */
  readonly addAt: (place: StepPlace) => void;
  /** A run or a trial whose way is shown. */
  readonly traced?: TracedWay;
  /** Of a step of the run that is shown: what became of it. */
  readonly statusOf?: (part: FlowPart) => string | null;
  /** Nothing can be put anywhere. */
  readonly isFixed?: boolean;
  /** Where two versions are compared: what became of a part. */
  readonly changeOf?: (part: FlowPart) => StepEvent | null;
}

export const FlowBoardContext = createContext<FlowBoard | null>(null);

export function useFlowBoard(): FlowBoard {
  const board = useContext(FlowBoardContext);
  if (!board) throw new Error('There is no flow around this part of it.');
  return board;
}

/** Where the focus goes that belongs to a part; canvas and outline are never seen at once. */
export function partElementId(part: FlowPart): string {
  return `flow-${part.replaceAll(/[:/]/g, '-')}`;
}

export function focusPart(part: FlowPart): void {
  document.getElementById(partElementId(part))?.focus({ preventScroll: true });
}

/** Keys act on the part from here on. */
export function goToPart(board: Pick<FlowBoard, 'activate'>, part: FlowPart): void {
  board.activate(part);
  // The button can be given the focus once it is drawn, and the one that takes it.
  const waitFor = (frames: number) => requestAnimationFrame(() => {
    if (document.getElementById(partElementId(part))) focusPart(part);
    else if (frames > 0) waitFor(frames - 1);
  });
  waitFor(60);
}
