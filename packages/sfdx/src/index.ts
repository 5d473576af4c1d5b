export type { SourceFile } from './source-file.js';
export type { Outcome, ReportLine } from './report.js';
export { importProject, type ImportedProject, type ImportOptions } from './import-project.js';
export type { ImportedRow, RowBatch } from './rows/row-batch.js';
export { resolveRows, type ResolvedRows } from './rows/resolve-rows.js';
