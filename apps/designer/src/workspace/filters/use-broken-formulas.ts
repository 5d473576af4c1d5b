import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formulasIn, type FilterNode } from './filter-tree.js';

/** Finds the formulas of a list that cannot be asked for any more. What checks them is fetched only where there are some. */
export function useBrokenFormulas(workspace: Pick<WorkspaceDescription, 'objects'>, object: ObjectDescription, nodes: readonly FilterNode[], onFound: (broken: readonly string[]) => void): void {
  const { i18n: { language } } = useTranslation();
  const key = JSON.stringify(formulasIn(nodes));
  useEffect(() => {
    const formulas = JSON.parse(key) as readonly string[];
    let isWanted = true;
    if (formulas.length > 0) {
      void import('./find-broken-formulas.js').then(({ findBrokenFormulas }) => {
        if (isWanted) onFound(findBrokenFormulas(workspace, object, formulas, language));
      });
    }
    return () => { isWanted = false; };
  }, [key, workspace, object, language, onFound]);
}
