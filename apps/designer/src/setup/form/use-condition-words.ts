import type { ObjectDescription } from '@guanxi/metadata';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { conditionFields, picklistChoices } from '../formula/condition-fields.js';
import { readCondition, takesOperand } from '../formula/condition-rows.js';

/** Says a condition in words where rows can show it: "Status is Done and Amount is greater than 5"; else the formula itself. */
export function useConditionWords(objects: readonly ObjectDescription[]): (formula: string, object: ObjectDescription) => string {
  const { t } = useTranslation();
  return useCallback((formula: string, object: ObjectDescription) => {
    const condition = readCondition(formula);
    if (!condition || condition.rows.length === 0) return formula;
    const fields = conditionFields(object, objects);
    const rows = condition.rows.map(({ field: path, operator, operand }) => {
      const found = fields.find((one) => one.path === path);
      const choice = found?.kind === 'picklist' ? picklistChoices(found.field).find(({ value }) => value === operand)?.label : undefined;
      const value = found?.kind === 'boolean' ? t(operand === 'true' ? 'ui.yes' : 'ui.no') : choice ?? operand;
      return [found?.label ?? path, t(`automation.operator.${operator}`), ...(takesOperand(operator) ? [value] : [])].join(' ');
    });
    return rows.join(t(condition.joined === 'all' ? 'model.condition.and' : 'model.condition.or'));
  }, [objects, t]);
}
