import type { LayoutDocument, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../../ui/index.js';
import { recordFilesOptions } from '../files/attached-file.js';
import { FilesSection } from '../files/FilesSection.js';
import type { RecordRow } from '../records/record-row.js';
import { RelatedList } from './RelatedList.js';
import type { RecordOverviewProps } from './RecordOverview.js';
import { useRelatedCount } from './use-related-count.js';

interface RecordPartsOptions {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly layout: LayoutDocument;
  readonly record: RecordRow;
  readonly mayChange: boolean;
  /** Who made and changed the record. */
  readonly tail: ReactNode;
}

interface RecordParts {
  /** Tabs beside those of the layout; none on a phone. */
  readonly around?: NonNullable<RecordOverviewProps['around']>;
  /** On a phone all parts stand under one another. */
  readonly stacked?: ReactNode;
}

/** What a record's page has beside the fields: related records and files. The address keeps which part is open. */
export function useRecordParts({ object, workspace, layout, record, mayChange, tail }: RecordPartsOptions): RecordParts {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false }) as { readonly tab?: unknown };
  const isNarrow = useNarrow();
  const lists = layout.relatedLists ?? [];
  const { data: files } = useInfiniteQuery(recordFilesOptions(object.name, record.id));
  const relatedCount = useRelatedCount({ workspace, object, id: record.id, relations: lists.map(({ relation }) => relation) });
  const related = lists.map(({ relation, columns }) => <RelatedList key={relation} workspace={workspace} parent={object} record={record} relation={relation} columns={columns} />);
  const filesPart = <FilesSection object={object.name} recordId={record.id} mayChange={mayChange} />;
  if (isNarrow) return { stacked: <>{related}{filesPart}{tail}</> };
  return {
    around: {
      own: t('lists.record.overview'), tail,
      others: [
        ...(lists.length > 0 ? [{ id: 'related', title: t('lists.peek.related'), isLazy: true, content: related, ...(relatedCount !== undefined && { count: relatedCount }) }] : []),
        { id: 'files', title: t('files.title'), isLazy: true, content: filesPart, ...(files && { count: files.pages.reduce((sum, page) => sum + page.attachments.length, 0) }) },
      ],
      open: typeof tab === 'string' ? tab : undefined,
      onOpen: (next) => void navigate({ to: '.', search: (before: object) => ({ ...before, tab: next === t('lists.record.overview') ? undefined : next }), replace: true } as never),
    },
  };
}
