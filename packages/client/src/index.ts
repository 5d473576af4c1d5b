export { createClient, type Client, type ClientSettings } from './client.js';
export type { NamesOfObject, ObjectMap, ObjectNames, ObjectTypes, OrderBy, Page, PageRequest } from './object-map.js';
export type { Aggregated, Aggregation, CalendarPart, CalendarUnit, GroupedBy, GroupKey, GroupRequest } from './grouping.js';
export type { Change, ChangeKind, Reading, RecordChange } from './reading.js';
export { isFailure, RequestFailed, type FailureCode, type FailureDetails, type RequestProblem } from './request-failed.js';
export type { ListSelection, Selected, Selection } from './selection.js';
export type { BulkOptions, BulkResult, ManyOptions, SaveOptions, Writing, Written } from './writing.js';
