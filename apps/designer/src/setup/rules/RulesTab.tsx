import { translate, type ObjectDocument } from '@guanxi/metadata';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CopyPlus, Ellipsis, Pencil, Plus, ShieldAlert, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CodeText, EmptyState, IconButton, Menu, PlainButton, SimpleTable, Switch, useShortcut } from '../../ui/index.js';
import { freeName } from '../documents/suggest-name.js';
import { useEdit } from '../documents/use-edit.js';
import { putRule, withRules, type RuleDraft, type RuleKeyword } from './rule-draft.js';
import { RuleSheet } from './RuleSheet.js';
import { suggestRules } from './suggest-rules.js';
import styles from './Rules.module.css';

/** The conditions that no saved record of an object may fulfil. */
export function RulesTab({ object, isPublished, isRemoved }: { readonly object: ObjectDocument; readonly isPublished: boolean; readonly isRemoved: boolean }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { open: opened } = useSearch({ strict: false }) as { readonly open?: string };
  const [started, setStarted] = useState<Partial<RuleDraft> | null>(null);
  const { edit } = useEdit();
  const rules = object.guanxi.rules ?? [];
  const chosen = rules.find(({ name }) => name === opened);
  const open = (name: string | undefined) => void navigate({ to: '/setup/objects/$object', params: { object: object.name }, search: { tab: 'rules', ...(name !== undefined && { open: name }) }, replace: true });
  useShortcut({ keys: 'c', label: t('model.rules.new'), section: t('shell.setup'), isDisabled: isRemoved, run: () => setStarted({}) });

  const titleOf = ({ title, name }: RuleKeyword) => title ?? name;
  const change = (next: readonly RuleKeyword[], message: string) => void edit({ documents: [withRules(object, next)] }, message);
  const create = <Button variant="primary" icon={Plus} isDisabled={isRemoved} onPress={() => setStarted({})}>{t('model.rules.new')}</Button>;
  const suggestions = suggestRules(object);
  return (
    <div className={styles['tab']}>
      {rules.length === 0
        ? (
          <>
            <EmptyState icon={ShieldAlert} title={t('model.rules.none')} actions={create}>{t('model.rules.noneBody')}</EmptyState>
            {suggestions.length > 0 && !isRemoved && (
              <section className={styles['suggestions']} aria-label={t('model.rules.suggestions')}>
                <h3 className={styles['suggestionsTitle']}>{t('model.rules.suggestions')}</h3>
                {suggestions.map(({ id, when, field, words }) => {
                  const title = t(`model.rules.suggestion.${id}.title`, words);
                  return (
                    <PlainButton key={id} className={styles['suggestion'] ?? ''} label={title} onPress={() => setStarted({ title, when, field, message: { text: t(`model.rules.suggestion.${id}.message`, words), titles: {} } })}>
                      <span className={styles['suggestionTitle']}>{title}</span><CodeText>{when}</CodeText>
                    </PlainButton>
                  );
                })}
              </section>
            )}
          </>
        )
        : (
          <>
            <div className={styles['tools']}><p className={styles['quiet']}>{t('model.rules.description')}</p>{create}</div>
            <SimpleTable label={t('setup.object.tab.rules')} rows={rules} rowKey={({ id }) => id} isRowMuted={({ active }) => active === false} onOpenRow={({ name }) => { if (!isRemoved) open(name); }} columns={[
              { id: 'on', header: t('model.rules.on'), width: '64px', render: (rule) => <Switch aria-label={t('model.rules.switch', { name: titleOf(rule) })} isSelected={rule.active !== false} isDisabled={isRemoved} onChange={(isOn) => change(rules.map((one) => (one.id === rule.id ? switched(one, isOn) : one)), t(isOn ? 'model.rules.switchedOn' : 'model.rules.switchedOff', { name: titleOf(rule) }))} /> },
              { id: 'title', header: t('model.rules.rule'), render: (rule) => <PlainButton className={styles['open'] ?? ''} isDisabled={isRemoved} onPress={() => open(rule.name)}>{titleOf(rule)}</PlainButton> },
              { id: 'when', header: t('model.rules.when'), render: ({ when }) => <span className={styles['when']}><CodeText>{when}</CodeText></span> },
              { id: 'message', header: t('model.rules.message'), render: ({ message, messages }) => <span className={styles['message']}>{translate(message, messages, i18n.language)}</span> },
              { id: 'field', header: t('model.rules.field'), render: ({ field }) => (field ? object.properties[field]?.title ?? field : t('model.rules.atRecord')) },
              {
                id: 'actions', header: '', width: '40px', render: (rule) => (
                  <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('model.rules.actions', { name: titleOf(rule) })} isDisabled={isRemoved} />} groups={[
                    { id: 'edit', items: [
                      { id: 'edit', label: t('ui.edit'), icon: Pencil, onAction: () => open(rule.name) },
                      { id: 'copy', label: t('model.rules.duplicate'), icon: CopyPlus, onAction: () => change([...rules, { ...rule, id: crypto.randomUUID(), name: freeName(rule.name, rules.map(({ name }) => name)), title: t('model.copyOf', { name: titleOf(rule) }), active: false }], t('model.rules.duplicated')) },
                    ] },
                    { id: 'remove', items: [{ id: 'remove', label: t('ui.remove'), icon: Trash2, tone: 'danger', onAction: () => change(rules.filter(({ id }) => id !== rule.id), t('setup.remove.done', { name: titleOf(rule) })) }] },
                  ]} />
                ),
              },
            ]} />
          </>
        )}
      {started && <RuleSheet object={object} isPublished={isPublished} rule={null} start={started} onClose={() => setStarted(null)} onSave={(rule) => putRule(object, rule)} />}
      {chosen && !isRemoved && <RuleSheet key={chosen.id} object={object} isPublished={isPublished} rule={chosen} onClose={() => open(undefined)} onSave={(rule) => putRule(object, rule)} />}
    </div>
  );
}

function switched({ active: _active, ...rule }: RuleKeyword, isOn: boolean): RuleKeyword {
  return isOn ? rule : { ...rule, active: false };
}
