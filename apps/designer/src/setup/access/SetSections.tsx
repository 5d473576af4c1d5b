import { setupAreas, type ActionDocument, type AppDocument, type PermissionDocument } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { Badge, Button, Checkbox, FormSection } from '../../ui/index.js';
import type { AccessObject } from './use-access-documents.js';
import styles from './Access.module.css';

/** An app or a button: who has it stands in its own document. */
export type Given = AppDocument | ActionDocument;

interface SetSectionsProps {
  readonly set: PermissionDocument;
  readonly objects: readonly AccessObject[];
  readonly apps: readonly AppDocument[];
  readonly actions: readonly ActionDocument[];
  readonly say: (document: Given) => string;
  readonly onChange: (set: PermissionDocument) => void;
  readonly onGiven: (document: Given) => void;
}

/** What a permission set grants besides records: areas of Setup, apps, buttons and record types. */
export function SetSections({ set, objects, apps, actions, say, onChange, onGiven }: SetSectionsProps) {
  const { t } = useTranslation();
  const session = useSession();
  const granted = set.setup ?? [];
  const turn = (area: (typeof setupAreas)[number], isOn: boolean) => {
    const { setup: _before, ...rest } = set;
    const areas = setupAreas.filter((one) => (one === area ? isOn : granted.includes(one)));
    onChange({ ...rest, ...(areas.length > 0 && { setup: areas }) });
  };
  const typed = objects.filter(({ name, document }) => (document?.guanxi.recordTypes?.length ?? 0) > 0 && set.objects[name]?.read !== undefined);
  return (
    <>
      <FormSection title={t('access.section.setup')}>
        <p className={styles['quiet']}>{t('access.section.setupHelp')}</p>
        <div className={styles['checks']}>
          {setupAreas.map((area) => (
            <Checkbox key={area} isSelected={granted.includes(area)} isDisabled={!granted.includes(area) && !session.setupAreas.includes(area)} help={!granted.includes(area) && !session.setupAreas.includes(area) ? t('access.section.cannotGrant') : t(`access.areaHelp.${area}`)} onChange={(isOn) => turn(area, isOn)}>{t(`access.areas.${area}`)}</Checkbox>
          ))}
        </div>
      </FormSection>
      {([['apps', apps], ['actions', actions]] as const).map(([id, given]) => given.length > 0 && (
        <FormSection key={id} title={t(`access.section.${id}`)}>
          <p className={styles['quiet']}>{t(session.setupAreas.includes('objects') ? 'access.section.appsHelp' : 'access.section.needsObjects')}</p>
          <div className={styles['checks']}>
            {given.map((document) => <GivenBox key={document.name} document={document} title={say(document)} set={set.name} isLocked={!session.setupAreas.includes('objects')} onChange={onGiven} />)}
          </div>
        </FormSection>
      ))}
      {typed.length > 0 && (
        <FormSection title={t('access.section.types')}>
          <p className={styles['quiet']}>{t('access.section.typesHelp')}</p>
          {typed.map((object) => <TypeBoxes key={object.name} object={object} set={set} onChange={onChange} />)}
        </FormSection>
      )}
    </>
  );
}

function GivenBox({ document, title, set, isLocked, onChange }: { readonly document: Given; readonly title: string; readonly set: string; readonly isLocked: boolean; readonly onChange: (document: Given) => void }) {
  const { t } = useTranslation();
  const { permissionSets: sets } = document;
  if (!sets) {
    return (
      <div className={styles['given']}>
        <Checkbox isSelected isDisabled onChange={() => undefined}>{title}</Checkbox><Badge>{t('access.section.everyone')}</Badge>
        {!isLocked && <Button size="small" variant="quiet" onPress={() => onChange({ ...document, permissionSets: [set] })}>{t('access.section.onlyHere')}</Button>}
      </div>
    );
  }
  const has = sets.includes(set);
  const isLast = has && sets.length === 1;
  return <Checkbox isSelected={has} isDisabled={isLocked || isLast} {...(isLast && { help: t('access.section.last') })} onChange={(isOn) => onChange({ ...document, permissionSets: isOn ? [...sets, set] : sets.filter((name) => name !== set) })}>{title}</Checkbox>;
}

function TypeBoxes({ object: { name, title, document }, set, onChange }: { readonly object: AccessObject; readonly set: PermissionDocument; readonly onChange: (set: PermissionDocument) => void }) {
  const types = document?.guanxi.recordTypes ?? [];
  const allowed = set.recordTypes?.[name] ?? types.map((type) => type.name);
  const turn = (type: string, isOn: boolean) => {
    const { recordTypes: before = {}, ...rest } = set;
    const { [name]: _was, ...others } = before;
    const wanted = types.map((one) => one.name).filter((one) => (one === type ? isOn : allowed.includes(one)));
    const recordTypes = wanted.length === types.length ? others : { ...others, [name]: wanted };
    onChange({ ...rest, ...(Object.keys(recordTypes).length > 0 && { recordTypes }) });
  };
  return (
    <div className={styles['types']} role="group" aria-label={title}>
      <span className={styles['typesOf']}>{title}</span>
      {types.map((type) => <Checkbox key={type.name} isSelected={allowed.includes(type.name)} isDisabled={allowed.length === 1 && allowed.includes(type.name)} onChange={(isOn) => turn(type.name, isOn)}>{type.title}</Checkbox>)}
    </div>
  );
}
