import { clockAction } from './milestone-name.js';

export const pauseMilestone = clockAction({ name: 'pauseMilestone', does: 'pause', title: 'Pause a milestone', description: 'Lets a clock on the record stand still, as while a customer is asked back.' });
