export type { Action, ActionBatch, ActionContext, ActionResult, StepInput } from './actions/action.js';
export { isFreeHeader, isHeaderValue } from './actions/call-headers.js';
export { findAction, workflowActions, type ActionName } from './actions/registry.js';
export { advance, type Advanced, type Command, type Outcome, type RunState, type RunStatus, type Way } from './advance/advance.js';
export { secondsUntilNextTry, type FailureClass } from './advance/failure-class.js';
export { checkWorkflow } from './definition/check-workflow.js';
export { checkCron } from './definition/cron.js';
export { IMPORT_DONE, type ImportDone } from './definition/import-event.js';
export { leftByInputs, readInputs } from './definition/inputs.js';
export { atPointer } from './definition/json-at.js';
export { checkCalendarPeriod, describePeriod, hasTimeOfDay, parsePeriod, periodUnits, writePeriod, type Period, type PeriodUnit } from './definition/period.js';
export { triggerFamilies, triggerFamily, triggerName, type TriggerFamily, type TriggerKind, type TriggerName, type TriggerSettings, type TriggersOf } from './definition/trigger.js';
export { describeAnchor, findAnchor, type Anchor, type AnchorKind } from './definition/triggers/elapsed.js';
export { workflowTriggers } from './definition/triggers/registry.js';
export { askRecords, type AskedRecords } from './expressions/ask-records.js';
export { followRelation, type FollowedRelation } from './expressions/follow-relation.js';
export { readFormula, typedFormula, type FormulaPlace } from './expressions/read-formula.js';
export { RecordExpressions } from './expressions/record-expressions.js';
export { NoLongerThere, storedField, storedObject, type OrgPlace } from './expressions/record-place.js';
export { runValues, typedText } from './expressions/run-values.js';
export { fieldsAlong, RECORD, recordScope } from './expressions/record-scope.js';
export type {
  ActionPorts, CallAnswer, CallToSend, EventToAwait, EventToRaise, RaiseResult, ChildToBegin, CommentNote, CommentToWrite, DocumentToMake, EmailNote, EmailToSend, EvaluatedValues, FoundRecord, MadeDocument, Notice, RelatedRecord, RowToCreate, RowToUpdate, RunTarget, RunValues, SetToFind, StepNote, UpsertResult, Waking, WokenRun, WriteResult,
  MomentSpan,
} from './ports.js';
export { openTimes, plainTimes, timeAfter, timeLeft, type MilestoneTimes } from './milestones/milestone-clock.js';
export type { MilestoneMoment, MilestoneOccasion, MilestonePorts, MilestoneState, MilestoneToStart, RungMoment, StartedMilestone } from './milestones/milestone-ports.js';
export { judgeLevel, type SeatDecision } from './people/judge-level.js';
export type {
  ApprovalOutcome, ApprovalToClose, ApprovalToOpen, FormToAsk, HeldApproval, HeldForm, LevelRule, LevelToOpen, MemberLoad, PeoplePorts,
} from './people/people-ports.js';
export { ERROR } from './program/error-path.js';
export { programOf, type Instruction, type Program, type Variables } from './program/program.js';
export { affectedRecords } from './due/affected-records.js';
export { anchorFields, liveAnchor, readDueRule, type DueRule } from './due/due-rule.js';
export { describeLine } from './due/describe-line.js';
export { dueTerm, type DueTerm } from './due/due-term.js';
export { makeScheduledRuns, type ScheduledBatch } from './schedule/make-scheduled-runs.js';
export { nextCronTimes, nextTime } from './schedule/next-time.js';
export { afterInstant } from './due/line.js';
export { calendarContent, movedInstant, openSeconds, storedCalendar, type StoredCalendar } from './calendar/count-time-sql.js';
export { calendarHorizon, calendarLimit, fillCalendar } from './calendar/fill-calendar.js';
export { addOpenTime, openBetween, type OpenTime } from './calendar/count-time.js';
export { readCalendar, spansOn, type OpenSpan, type WorkCalendar } from './calendar/work-calendar.js';
export { fillDue, refreshDue, type CountsFrom } from './due/fill-due.js';
export { countPastTheLine, crossDue, lockDue, sweepDue, type Crossing, type Sweep } from './due/sweep-due.js';
export { changeCondition, matchChanges, type ChangeMatch, type MatchedChanges } from './match/match-changes.js';
export { loopColumns, loopValues, MOST_DEPTH } from './match/loop-columns.js';
export { compareMembers, noteMembers, type MemberComparison, type MovedMember } from './segment/compare-members.js';
export { forgetEvents, SKIPPED_LANE, takeEvents, type TakenEvent } from './match/take-events.js';
export { joinRecordAsOf, wasThere, type PastRecord } from './past/record-as-of.js';
export { saveRulesOf } from './save/read-save-rules.js';
export { lastTimes } from './simulate/last-times.js';
export { simulate } from './simulate/simulate.js';
export { saveCondition, simulateChanges } from './simulate/simulate-changes.js';
export { simulateElapsed } from './simulate/simulate-elapsed.js';
export type { Simulation, SimulationRequest, SimulationSpan } from './simulate/simulation.js';
export { explain, type ExplainedAsked, type ExplainedCase, type ExplainedElapsed, type ExplainedOccurrence, type ExplanationFact, type Reason, type Verdict } from './trace/explain.js';
export { traceCondition, type ConditionFacts, type ConditionPart, type ConditionTrace } from './trace/trace-condition.js';
