import type { SetupArea } from '@guanxi/metadata';
import { SetMetadata } from '@nestjs/common';

export const SETUP_ONLY = 'guanxi:setup-only';

/** On a resolver or a whole resolver class: only people with one of these parts of Setup get through; without any, only admins. */
export const SetupOnly = (...areas: readonly SetupArea[]) => SetMetadata(SETUP_ONLY, areas);
