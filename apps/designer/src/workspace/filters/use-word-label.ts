import type { OperatorName } from '@guanxi/field-types';
import type { FieldDescription } from '@guanxi/metadata';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { operandShapes, type Filter } from './filter.js';

/** What a filter word is called: days are "before" and "after" each other, numbers "less" and "more". */
export function useWordLabel(): (field: FieldDescription, filter: Pick<Filter, 'operator' | 'operand'>) => string {
  const { t } = useTranslation();
  return useCallback((field, { operator, operand }) => {
    if (operandShapes[operator] === 'boolean') return operand === false ? t('workspace.words.isNotBlank') : t('workspace.words.isBlank');
    const isCalendar = field.operators.includes('within') && calendarWords.includes(operator);
    return t(isCalendar ? `workspace.words.calendar.${operator}` : `workspace.words.${operator}`);
  }, [t]);
}

const calendarWords: readonly OperatorName[] = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte'];
