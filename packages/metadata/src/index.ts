export { faultOf, tellProblems, type Fault, type Problem, type Result } from './problem.js';
export { findConsentLedger, purposeLabel, type ConsentLedger } from './model/consent-ledger.js';
export { tellsAge } from './document/checks/check-retention-rule.js';
export { purposeFault } from './document/checks/check-consent.js';
export { jsonPointer } from './json-pointer.js';
export type {
  ActionDocument,
  ActionEffect,
  ConvertEffect,
  ConvertTarget,
  AppDocument,
  BeforeSaveTrigger,
  BeforeTrigger,
  BusinessCalendarDocument,
  ButtonTrigger,
  DocumentKind,
  DuplicateRuleKeyword,
  ElapsedAnchor,
  ElapsedTrigger,
  EventTrigger,
  FieldValue,
  Holiday,
  DocumentBlock,
  DocumentColumn,
  DocumentTable,
  DocumentTemplateDocument,
  DocumentText,
  DocumentTextBlock,
  LayoutCell,
  LayoutDocument,
  LayoutSection,
  MessageChannel,
  MessageTemplateDocument,
  MetadataDocument,
  NavigationEntry,
  ObjectDocument,
  ObjectPermission,
  OpenHours,
  PermissionDocument,
  PicklistDocument,
  GrantedScope,
  Grantee,
  MutedObject,
  MutedPermissions,
  PermissionGroupDocument,
  QueueChoice,
  QueueDocument,
  RetentionActivity,
  RetentionAge,
  RetentionDeed,
  RetentionRuleDocument,
  RoleDocument,
  SharedAccess,
  SharedRecords,
  SharingKeyword,
  SharingRuleDocument,
  TeamDocument,
  TerritoryPart,
  PicklistValueEntry,
  RecordTypeKeyword,
  RuleKeyword,
  ScheduleTrigger,
  SegmentTrigger,
  Translations,
  UpdatedTrigger,
  ViewDocument,
  Weekday,
  WebhookTrigger,
  WorkflowDocument,
  WorkflowTest,
  WorkflowTestExpectation,
  WorkflowTestGiven,
  WorkflowTestValues,
  WorkflowInput,
  StepRetry,
  WorkflowStep,
  WorkflowTrigger,
} from './document/documents.js';
export { documentKinds, documentSchema, isDocumentKind } from './document/document-schema.js';
export { weekdays } from './document/business-calendar-document.js';
export { documentScope, documentTables, documentTexts, type PlacedText } from './message/document-texts.js';
export { calendarOf } from './document/workflow-calendars.js';
export { nearMiss, nearMissHint, nearMissSentence } from './document/near-miss.js';
export { EACH, objectOfPath, stepsOf, type PlacedStep } from './document/workflow-steps.js';
export { parseDocuments, type ParseOptions } from './document/parse-documents.js';
export { serializeDocument } from './document/serialize-document.js';
export type {
  ConversionModel, DuplicateRuleModel, FieldModel, FieldRules, Model, ObjectModel, RecordTypeModel, RelationModel, RollUpModel, RollUpOperation, RuleModel, ThroughModel, ValueKind,
} from './model/model.js';
export type {
  ActionDescription, AppDescription, DuplicateRuleDescription, FieldDescription, ObjectDescription, RecordTypeDescription, RelationDescription, RuleDescription, WorkspaceDescription,
} from './model/workspace-description.js';
export { formulaScope, resolvePath, type ResolvedPath, type ScopeOptions } from './model/formula-scope.js';
export { fieldHelp, fieldLabel, objectLabel, objectDescription, objectPluralLabel, relationLabel, translate } from './model/labels.js';
export { messageNames, messageScope, withMessageNames } from './message/message-scope.js';
export { splitMessage, type MessagePiece } from './message/message-tokens.js';
export { templateTexts, type TemplateText } from './message/template-texts.js';
export { translateModel } from './model/translate-model.js';
export { recordSchema, type SchemaPurpose } from './model/record-schema.js';
export { FILE, USER } from './model/system-fields.js';
export * from './naming/index.js';
export { matchFieldsOf, type ImportColumn, type ImportFormat, type ImportPlan } from './import/import-plan.js';
export { canMatchBy, parseImportPlan, type CheckedImportColumn, type CheckedImportPlan } from './import/parse-import-plan.js';
export { plan } from './plan/plan.js';
export { fieldWord, objectWord, pluralWord } from './plan/words.js';
export type { BinMove, BinnedThing, OnlineWork, Place, PlannedChange, Risk } from './plan/planned-change.js';
export type { BinnedField } from './plan/bin/put-aside.js';
export { settleRequired, tableParts, type TableParts } from './plan/table-parts.js';
export type { ChangeKind } from './plan/changes/registry.js';
export { matchKey } from './plan/sql/match-key.js';
export { searchedFields } from './plan/attachments/search-indexes.js';
export { nextNumber } from './plan/sql/table-sql.js';
export { areaOfKind, setupAreas, type SetupArea } from './document/setup-areas.js';
export { actionUsage, fieldUsage, businessCalendarUsage, documentTemplateUsage, messageTemplateUsage, objectUsage, permissionSetUsage, picklistUsage, picklistValueUsage, queueUsage, recordTypeUsage, roleUsage, teamUsage } from './usage/find-usage.js';
export type { Usage, UsageArea } from './usage/usage.js';
export { BUNDLE_FORMAT, type AppBundle, type DocumentName } from './apps/app-bundle.js';
export { checkBundle, type InstalledVersions } from './apps/check-bundle.js';
export { documentReferences } from './apps/document-references.js';
export { packApp, type PackedApp } from './apps/pack-app.js';
export {
  contribution, exactColumn, fieldsRead, fitToColumn, lookUpColumn, maintainedColumns, maintainedColumnsSql, ownRowScope, ownRowValue, rollUpBackfill, rollUpIndex, writeOutParameters,
  type Contribution, type MaintainedColumn, type RowMoment,
} from './roll-up/index.js';
export { mergeDocuments, mergeEdit, type MergeChange, type MergeConflict, type MergeResult, type MergeSide, type MergeSides } from './merge/merge-documents.js';
export { listTexts, type TextRole, type TranslatableText } from './translations/list-texts.js';
export { translateDocuments } from './translations/translate-documents.js';
export { rollUpsInOrder } from './plan/attachments/meaning.js';
export { nameSql } from './plan/sql/row-questions.js';
