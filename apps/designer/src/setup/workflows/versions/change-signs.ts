import type { StepEvent } from '@guanxi/workflow/designer';
import { ArrowDownUp, Equal, Minus, PencilLine, Plus, type LucideIcon } from 'lucide-react';
import type { BadgeTone } from '../../../ui/index.js';

/** What became of a step from one version to another, in the list of differences and on the canvas: never by colour alone. */
export const changeSigns: Readonly<Record<StepEvent, { readonly icon: LucideIcon; readonly tone: BadgeTone }>> = {
  same: { icon: Equal, tone: 'neutral' }, added: { icon: Plus, tone: 'success' }, changed: { icon: PencilLine, tone: 'info' }, moved: { icon: ArrowDownUp, tone: 'violet' }, removed: { icon: Minus, tone: 'danger' },
};
