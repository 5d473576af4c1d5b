import type { BadgeTone } from '../../../ui/index.js';
import type { MailStatus } from './mail-queries.js';

export const mailTones: Readonly<Record<MailStatus, BadgeTone>> = { waiting: 'info', sent: 'success', parked: 'danger', unsent: 'warning' };
