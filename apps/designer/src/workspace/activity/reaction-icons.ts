import { Check, Eye, Heart, Laugh, PartyPopper, ThumbsUp, type LucideIcon } from 'lucide-react';
import type { Reaction } from './timeline-item.js';

/** Drawn by the page, so that they look the same on every system. */
export const reactionIcons: Readonly<Record<Reaction, LucideIcon>> = { agree: ThumbsUp, love: Heart, celebrate: PartyPopper, laugh: Laugh, looking: Eye, done: Check };
