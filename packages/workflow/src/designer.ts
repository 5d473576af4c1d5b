/** What a page in a browser needs to say and set periods, and to know about actions: no engine, no SQL. */
export { describePeriod, hasTimeOfDay, parsePeriod, periodUnits, writePeriod, type Period, type PeriodUnit } from './definition/period.js';
export type { Action } from './actions/action.js';
export type { ActionName } from './actions/registry.js';
export type { TriggerName, TriggerSettings } from './definition/trigger.js';
