export type { Action, ActionBatch, ActionContext, ActionResult, StepInput } from './actions/action.js';
export { findAction, workflowActions, type ActionName } from './actions/registry.js';
export { advance, newRun, type Advanced, type Command, type Outcome, type RunState, type RunStatus } from './advance/advance.js';
export { checkWorkflow } from './definition/check-workflow.js';
export { describePeriod, hasTimeOfDay, parsePeriod, periodUnits, writePeriod, type Period, type PeriodUnit } from './definition/period.js';
export { triggerName, type TriggerKind, type TriggerName, type TriggerSettings } from './definition/trigger.js';
export { describeAnchor, findAnchor, type Anchor, type AnchorKind } from './definition/triggers/elapsed.js';
export { workflowTriggers } from './definition/triggers/registry.js';
export { followRelation, type FollowedRelation } from './expressions/follow-relation.js';
export { readFormula } from './expressions/read-formula.js';
export { RecordExpressions } from './expressions/record-expressions.js';
export { NoLongerThere, storedField, storedObject, type OrgPlace } from './expressions/record-place.js';
export { fieldsAlong, recordScope } from './expressions/record-scope.js';
export type {
  ActionPorts, EmailNote, EmailToSend, EvaluatedValues, Notice, RelatedRecord, RowToCreate, RowToUpdate, RunTarget, StepNote, WriteResult,
} from './ports.js';
export { affectedRecords } from './due/affected-records.js';
export { anchorFields, liveAnchor, readElapsedRule, type ElapsedRule } from './due/elapsed-rule.js';
export { fillDue, refreshDue, type CountsFrom } from './due/fill-due.js';
export { countPastTheLine, lockDue, sweepDue, type Sweep } from './due/sweep-due.js';
export { changeCondition, matchChanges, MOST_DEPTH, type ChangeMatch } from './match/match-changes.js';
export { forgetEvents, takeEvents, type TakenEvent } from './match/take-events.js';
export { simulateChanges } from './simulate/simulate-changes.js';
export { simulateElapsed } from './simulate/simulate-elapsed.js';
export type { Simulation, SimulationSpan } from './simulate/simulation.js';
export { explain, type ExplainedCase, type ExplainedChange, type ExplainedElapsed, type ExplanationFact, type Verdict } from './trace/explain.js';
export { traceCondition, type ConditionFacts, type ConditionPart, type ConditionTrace } from './trace/trace-condition.js';
