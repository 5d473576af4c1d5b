import type { ObjectDocument, SharingKeyword } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, Notice, RadioGroup, Select, Sheet, TextLink } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { titleOf, useObjectTitle } from '../documents/use-object-title.js';
import { useEdit } from '../documents/use-edit.js';
import { explainHref } from '../explain/explain-href.js';
import formStyles from '../form/Form.module.css';
import { useCloseGuard } from '../form/use-close-guard.js';
import { hasMaster, putSharing } from './sharing-draft.js';
import { useDefaultSentence } from './use-default-sentence.js';

const defaults = ['private', 'read', 'edit', 'parent'] as const;

/** What the records of one object are by default, before rules and shares open more. */
export function ObjectSharingSheet({ stated, onClose }: { readonly stated: StatedDocument<ObjectDocument>; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { document } = stated;
  const objectTitle = useObjectTitle();
  const tell = useDefaultSentence();
  const [initial] = useState<SharingKeyword>(() => document.guanxi.sharing ?? { default: 'private' });
  const [sharing, setSharing] = useState(initial);
  const { edit, isPending } = useEdit();
  const isDirty = sharing !== initial;
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);
  const isDetail = hasMaster(document);
  const lookups = Object.entries(document.properties).filter(([, { guanxi }]) => guanxi.type === 'lookup').map(([name, property]) => ({ value: name, label: `${property.title ?? name} → ${objectTitle(String(property.guanxi['target'] ?? ''))}` }));
  const lacksParent = sharing.default === 'parent' && sharing.parent === undefined;
  const next = putSharing(document, sharing);
  const submit = async () => { if (!lacksParent && await edit({ documents: [next] }, t('sharing.objects.saved'))) onClose(); };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} title={t('sharing.objects.sheet', { object: titleOf(document, i18n.language) })} isGuarded={isDirty}
        footer={<><Button onPress={requestClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={!isDirty || lacksParent} onPress={() => void submit()}>{t('sharing.saveDraft')}</Button></>}>
        <div className={formStyles['stack']}>
          {isDetail ? <Notice tone="info">{tell(document)}</Notice> : (
            <>
              <RadioGroup label={t('sharing.objects.default')} value={sharing.default} onChange={(value) => setSharing((before) => ({ ...before, default: value as SharingKeyword['default'] }))}
                choices={defaults.map((value) => ({ value, label: t(`sharing.defaults.${value}`), description: t(`sharing.defaultsHelp.${value}`), isDisabled: value === 'parent' && lookups.length === 0 }))} />
              {sharing.default === 'parent' && <Select label={t('sharing.objects.parent')} isRequired value={sharing.parent ?? null} choices={lookups} onChange={(parent) => setSharing((before) => ({ ...before, ...(parent !== null && { parent }) }))} />}
              {sharing.default !== 'parent' && <Checkbox isSelected={sharing.throughRoles !== false} onChange={(throughRoles) => setSharing((before) => ({ ...before, throughRoles }))} help={t('sharing.objects.throughRolesHelp')}>{t('sharing.objects.throughRoles')}</Checkbox>}
              <Notice tone="info">{tell(next)}</Notice>
            </>
          )}
          <span><TextLink href={explainHref({ object: stated.name })}>{t('sharing.test')}</TextLink></span>
        </div>
      </Sheet>
      {dialog}
    </>
  );
}
