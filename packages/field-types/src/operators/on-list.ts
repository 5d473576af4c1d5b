import { defineOperator } from './define-operator.js';
import { among } from './among.js';

/** Records that somebody has put on a list: `{ onList: "<id of the list>" }`. What is on it only the org knows: it makes the ids of the list before `sql` and `test` see it. */
export const onList = defineOperator({ name: 'onList', operand: 'recordList', sql: among.sql, test: among.test });
