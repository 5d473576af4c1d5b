import { clockAction } from './milestone-name.js';

export const stopMilestone = clockAction({ name: 'stopMilestone', does: 'stop', title: 'Stop a milestone', description: 'Ends a clock on the record: it is met, or late where its target has passed.' });
