export { orgTable, orgTables, recordTable, type OrgTable } from './org-tables.js';
export type { Access, ObjectAccess, Reach, RecordScope } from './access/access.js';
export { computedFields, formulaReads } from './access/computed-reads.js';
export { readableScope } from './access/readable-scope.js';
export { compileOpenOwners } from './access/sharing/compile-open-owners.js';
export { compileReachWidth, reachOf, type ReachWidth } from './access/sharing/compile-reach-width.js';
export { principalOf } from './access/sharing/principals.js';
export { sharingGrounds, sharingOf, type SharingGround } from './access/sharing/sharing-grounds.js';
export { holdsAny } from './access/holds-any.js';
export { limitAccess } from './access/limit-access.js';
export { resolveAccess, type Person } from './access/resolve-access.js';
export { EVERYTHING, type Condition, type FieldCondition, type Quantifier } from './request/condition.js';
export { constant, readOperand, type Operand } from './request/operand.js';
export { isLookUp } from './request/is-look-up.js';
export { measureCost, type Cost } from './request/measure-cost.js';
export type {
  CursorPosition, EdgeField, MemberSelection, OrderKey, PageField, PageInfoField, PageRequest, PartField, ReadRequest, RootRead, SearchedFieldKey, SearchRequest, SearchResultField, SelectedField,
  Selection,
} from './request/read-request.js';
export {
  calendarParts, calendarUnits, placeOf, type Aggregate, type AggregatedField, type AggregateField, type AggregateFunction, type CalendarPart, type CalendarUnit,
  type GroupCondition, type GroupField, type GroupKey, type GroupOrder, type GroupsRequest, type KeyField, type KeyPlace,
} from './request/group-request.js';
export { secretKeysOf, secretKeysOfSelection, type SecretKeys } from './request/secret-keys.js';
export { sensitiveFields } from './access/sensitive-fields.js';
export { HIDDEN_ID, markSensitive, markSensitiveSelection, sensitiveUses, type SensitiveKeys, type SensitiveUse } from './request/sensitive-keys.js';
export { usedBySelection, usedFields, type UsedFields } from './request/used-fields.js';
export { isListSeenBy } from './access/sharing/seen-lists.js';
export { InputError, ME, Slot, readPath, type OrgFacts, type SlotPath, type StatementInput } from './statement/slot.js';
export { bindStatement, compileStatement, type Statement } from './statement/statement.js';
export type { Ground } from './compile/compilation.js';
export { isRecordId } from './compile/compile-condition.js';
export { recordValue, type ValuePlace } from './compile/record-value.js';
export { readCursor, readCursorBlanks } from './compile/cursor.js';
export { MOST_COUNTED } from './compile/compile-page.js';
export { compileRowCount, compileRows, type RowsRequest } from './compile/compile-rows.js';
export { compileReach } from './compile/compile-reach.js';
export { compileSharedCount } from './compile/compile-shared-count.js';
export { compileHoldOverdue, compileOverdue, compileRetentionCount, compileRetentionForecast, compileRetentionSample, type RetentionTerms } from './retention/compile-retention.js';
export { assembleAnswer, compileRead, compileReadOfFew, type ReadOfFew, type ReadStatement } from './compile/compile-read.js';
export { compileCreate } from './write/compile-create.js';
export { between, stagedRows, targetId, type StagedRows, type StagedReference } from './write/staged-rows.js';
export type { RowSource } from './write/write-parts.js';
export { columnType } from './compile/column-types.js';
export { compileUpdate } from './write/compile-update.js';
export { canFit } from './write/save/fit-value.js';
export type { SaveRule, SaveStep } from './write/save/save-rule.js';
export { compileDelete, compileRestore } from './write/compile-delete.js';
export { compileBin, type BinRequest, type BinRow } from './bin/compile-bin.js';
export { attachmentOrders, compileAttachments, compileChangeable, type AttachmentOrder, type AttachmentRow, type AttachmentsRequest } from './attachments/compile-attachments.js';
export { compileFind } from './write/compile-find.js';
export { compileFound, selectFound, type FoundRequest } from './write/compile-found.js';
export { compileNames } from './write/compile-names.js';
export { oneRow } from './write/one-row.js';
export { rowsOfIds } from './write/rows-of-ids.js';
export { layOutUndoing } from './write/undo/lay-out-undoing.js';
export {
  leaveOutFields, leaveOutGone, leaveOutHidden, leaveOutLeantOn, leaveOutMoved, leaveOutRefused, lockUndoing, type LeftOutPlace,
} from './write/undo/leave-out.js';
export { UNDOING, undoingRows, type UndoAction } from './write/undo/undoing.js';
export { compileDefaults, type DefaultsRequest } from './write/compile-defaults.js';
export { compileRuleTest } from './write/checks/compile-rule-test.js';
export { compileDuplicatePairs, MOST_PAIRS } from './duplicates/compile-duplicate-pairs.js';
export { compileDuplicateLocks } from './duplicates/compile-duplicate-locks.js';
export { compileFindDuplicates, type FindDuplicates, type FoundDuplicates } from './duplicates/compile-find-duplicates.js';
export { readWriteAnswer } from './write/write-request.js';
export type { WriteAnswer, WriteInput, WriteProblem, WriteProblemCode, WriteRequest, WriteRow } from './write/write-request.js';
export { compileLock, compileMaintain, feedsOfDeltas, looksAtChildren } from './roll-up/compile-maintain.js';
export type { RollUpDelta } from './roll-up/compile-feeds.js';
export { feedsItself, feedsOf, feedsOfFields, type Feed } from './roll-up/feed.js';
export { deeds, type Deed, type ExplainedStep, type Explanation, type Level, type StepOutcome, type StepSays } from './explain/explanation.js';
export { explainAccess, type AccessQuestion, type AskRecord } from './explain/explain-access.js';
export type { ExplainedPerson } from './explain/explain-rights.js';
export type { RecordFacts } from './explain/compile-record-facts.js';
export { compileWhoSees, type RightsClass, type Seer } from './explain/compile-who-sees.js';
export { compileAccessCounts, type AccessCount } from './explain/compile-access-counts.js';
