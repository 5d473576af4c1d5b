import { SetMetadata } from '@nestjs/common';

export const SETUP_ONLY = 'guanxi:setup-only';

/** On a resolver or a whole resolver class: only people with the right to Setup get through. */
export const SetupOnly = () => SetMetadata(SETUP_ONLY, true);
