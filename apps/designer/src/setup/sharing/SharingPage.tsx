import { translate, type ObjectDocument, type SharingRuleDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Plus, Share2, ShieldQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { Badge, Button, EmptyState, ErrorState, LinkButton, ObjectGlyph, PageHeader, PlainButton, SimpleTable, SkeletonLines, TextLink, useShortcut } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useOpenItem } from '../documents/use-open-item.js';
import { useUndoKeys } from '../documents/use-draft-undo.js';
import { titleOf, useObjectTitle } from '../documents/use-object-title.js';
import { granteeChoices, keyOf } from './grantees.js';
import { ObjectSharingSheet } from './ObjectSharingSheet.js';
import { sentenceKey } from './sharing-draft.js';
import { SharingRuleSheet } from './SharingRuleSheet.js';
import { useDefaultSentence } from './use-default-sentence.js';
import styles from './Sharing.module.css';

type RuleRow = StatedDocument<SharingRuleDocument>;
type ObjectRow = StatedDocument<ObjectDocument>;

/** Who sees which records: the default of each object, and the rules that open more. */
export function SharingPage() {
  const { t, i18n } = useTranslation();
  const objectTitle = useObjectTitle();
  const defaultSentence = useDefaultSentence();
  const [object, setObject] = useState<ObjectRow | null>(null);
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  useUndoKeys();
  usePage({ title: t('shell.setupNav.sharing'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.sharing') }] });
  useShortcut({ keys: 'c', label: t('sharing.rules.new'), section: t('shell.setup'), run: () => setRule('new') });
  const documents = data ?? [];
  const objects = documents.filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').sort((one, other) => titleOf(one.document, i18n.language).localeCompare(titleOf(other.document, i18n.language), i18n.language));
  const ruleTitle = ({ title, titles }: SharingRuleDocument) => translate(title, titles, i18n.language);
  const ordered = (one: string, other: string) => one.localeCompare(other, i18n.language);
  const rules = documents.filter(isKind('sharing-rule')).sort(({ document: one }, { document: other }) => ordered(objectTitle(one.object), objectTitle(other.object)) || ordered(ruleTitle(one), ruleTitle(other)));
  const [rule, setRule] = useOpenItem(rules, 'rule');
  const choices = granteeChoices(documents, i18n.language, t);
  const told = (grantees: SharingRuleDocument['to']) => grantees.map((one) => choices.find(({ value }) => value === keyOf(one))?.label ?? keyOf(one)).join(t('people.and'));
  const tellWhich = ({ which }: SharingRuleDocument) => {
    if ('ownedBy' in which) return t('sharing.rules.whichOwned', { people: told(which.ownedBy) });
    return 'when' in which ? which.when : t('sharing.rules.whichTerritory', { queue: choices.find(({ value }) => value === `queue:${which.territory}`)?.label ?? which.territory });
  };
  const create = <Button variant="primary" icon={Plus} onPress={() => setRule('new')}>{t('sharing.rules.new')}</Button>;
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.sharing')} description={t('sharing.description')} actions={<><LinkButton href="/setup/explain" icon={ShieldQuestionMark}>{t('sharing.test')}</LinkButton>{create}</>} />
      {isPending && <SkeletonLines count={8} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && (
        <div className={styles['page']}>
          <section className={styles['section']} aria-label={t('sharing.objects.title')}>
            <h2 className={styles['heading']}>{t('sharing.objects.title')}</h2>
            <p className={styles['muted']}>{t('sharing.objects.help')}</p>
            {objects.length === 0 ? <EmptyState icon={Share2} title={t('sharing.objects.none')} actions={<TextLink href="/setup/objects">{t('shell.setupNav.objects')}</TextLink>} /> : (
              <SimpleTable<ObjectRow> label={t('sharing.objects.title')} rows={objects} rowKey={({ name }) => name} onOpenRow={setObject} columns={[
                { id: 'object', header: t('sharing.objects.object'), width: '220px', render: (row) => <span className={styles['object']}><ObjectGlyph name={row.name} icon={row.document.guanxi.icon} hue={row.document.guanxi.color ?? row.document.guanxi.id} /><PlainButton className={styles['link'] ?? ''} onPress={() => setObject(row)}>{titleOf(row.document, i18n.language)}</PlainButton></span> },
                { id: 'default', header: t('sharing.objects.default'), width: '150px', render: ({ document }) => <Badge tone={sentenceKey(document).startsWith('private') ? 'neutral' : 'info'}>{t(`sharing.defaults.${shortDefault(document)}`)}</Badge> },
                { id: 'sentence', header: t('sharing.objects.means'), render: ({ document }) => <span className={styles['sentence']}>{defaultSentence(document)}</span> },
                { id: 'rules', header: t('sharing.rules.title'), align: 'end', width: '80px', render: ({ name }) => rules.filter((one) => one.document.object === name && one.state !== 'REMOVED' && one.document.active !== false).length || <span className={styles['quiet']}>–</span> },
                { id: 'state', header: t('setup.objects.state'), width: '110px', render: ({ state }) => <StateBadge state={state} /> },
              ]} />
            )}
          </section>
          <section className={styles['section']} aria-label={t('sharing.rules.title')}>
            <h2 className={styles['heading']}>{t('sharing.rules.title')}</h2>
            <p className={styles['muted']}>{t('sharing.rules.help')}</p>
            {rules.length === 0 ? <EmptyState icon={Share2} title={t('sharing.rules.none')} actions={create}>{t('sharing.rules.noneBody')}</EmptyState> : (
              <SimpleTable<RuleRow> label={t('sharing.rules.title')} rows={rules} rowKey={({ name }) => name} isRowMuted={({ state, document }) => state === 'REMOVED' || document.active === false} onOpenRow={(row) => { if (row.state !== 'REMOVED') setRule(row); }} columns={[
                { id: 'title', header: t('sharing.titleField'), render: (row) => (row.state === 'REMOVED' ? ruleTitle(row.document) : <PlainButton className={styles['link'] ?? ''} onPress={() => setRule(row)}>{ruleTitle(row.document)}</PlainButton>) },
                { id: 'object', header: t('sharing.objects.object'), render: ({ document }) => objectTitle(document.object) },
                { id: 'which', header: t('sharing.rules.which'), render: ({ document }) => ('when' in document.which ? <code className={styles['formula']}>{tellWhich(document)}</code> : tellWhich(document)) },
                { id: 'to', header: t('sharing.rules.to'), render: ({ document }) => told(document.to) },
                { id: 'access', header: t('sharing.rules.access'), render: ({ document }) => <Badge tone={document.access === 'edit' ? 'warning' : 'neutral'}>{t(`sharing.access.${document.access}`)}</Badge> },
                { id: 'state', header: t('setup.objects.state'), width: '120px', render: ({ state, document }) => (document.active === false && state === 'PUBLISHED' ? <Badge>{t('sharing.rules.off')}</Badge> : <StateBadge state={state} />) },
              ]} />
            )}
          </section>
        </div>
      )}
      {object && <ObjectSharingSheet key={object.name} stated={object} onClose={() => setObject(null)} />}
      {rule !== null && <SharingRuleSheet key={rule === 'new' ? 'new' : rule.name} stated={rule === 'new' ? null : rule} onClose={() => setRule(null)} />}
    </PageBody>
  );
}

function shortDefault(document: ObjectDocument): 'private' | 'read' | 'edit' | 'parent' {
  const key = sentenceKey(document);
  return key === 'master' || key === 'parent' ? 'parent' : (key.replace('Alone', '') as 'private' | 'read' | 'edit');
}
