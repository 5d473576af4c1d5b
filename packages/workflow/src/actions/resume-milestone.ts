import { clockAction } from './milestone-name.js';

export const resumeMilestone = clockAction({ name: 'resumeMilestone', does: 'resume', title: 'Let a milestone go on', description: 'Lets a clock that stands still go on with the time it had left.' });
