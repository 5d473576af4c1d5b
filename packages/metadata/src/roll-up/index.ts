export { maintainedColumns, maintainedColumnsSql, type MaintainedColumn } from './maintained-columns.js';
export { exactColumn, fieldsRead, ownRowScope, ownRowValue, storedValue, type RowMoment } from './own-row.js';
export { contribution, fitToColumn, lookUpColumn, type Contribution } from './contribution.js';
export { rollUpBackfill, rollUpIndex } from './roll-up-backfill.js';
export { writeOutParameters } from './literal-sql.js';
