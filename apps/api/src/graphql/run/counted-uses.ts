import type { UsedFields } from '@guanxi/query';
import type { ApiUse } from '../../access/api-uses.js';

export function countedUses(used: UsedFields): readonly ApiUse[] {
  return [...used].flatMap(([object, fields]) => [...fields].map((field) => ({ object, field })));
}
