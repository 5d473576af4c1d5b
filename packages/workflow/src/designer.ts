/** What a page in a browser needs to say and set periods, and to know about actions and their ways: no engine, no SQL. */
export { describePeriod, hasTimeOfDay, parsePeriod, periodUnits, writePeriod, type Period, type PeriodUnit } from './definition/period.js';
export { ERROR } from './program/error-path.js';
export { stepPaths } from './program/step-paths.js';
export type { Action, StepPath } from './actions/action.js';
export type { ActionName } from './actions/registry.js';
export type { TriggerName, TriggerSettings } from './definition/trigger.js';
export { mergeFlows } from './compare/merge-flows.js';
export { compareWorkflows, type PartDifference, type StepDifference, type StepEvent, type WorkflowComparison } from './compare/compare-workflows.js';
export { leftByInputs } from './definition/inputs.js';
export { readCronPattern, writeCronPattern, type CronPattern } from './definition/cron-pattern.js';
