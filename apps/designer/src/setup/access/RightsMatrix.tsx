import { translate, type ObjectDocument, type ObjectPermission, type Translations } from '@guanxi/metadata';
import { Check, ChevronRight, Minus } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Checkbox, classNames, IconButton, ObjectGlyph, PlainButton } from '../../ui/index.js';
import { levelOf, levelsOf, rights, setFieldRight, setLevel, type Right } from './rights.js';
import styles from './Access.module.css';

export interface MatrixObject { readonly name: string; readonly title: string; readonly document: ObjectDocument | null }

interface RightsMatrixProps {
  readonly objects: readonly MatrixObject[];
  readonly grants: Readonly<Record<string, ObjectPermission>>;
  readonly onChange: (object: string, permission: ObjectPermission) => void;
}

/** Objects by rights. A cell goes to its next level on press; a row opens to the exceptions of its fields. */
export function RightsMatrix({ objects, grants, onChange }: RightsMatrixProps) {
  const { t } = useTranslation();
  const [openName, setOpenName] = useState<string | null>(null);
  return (
    <div className={styles['frame']}>
      <table className={styles['table']} aria-label={t('shell.setupNav.permissions')}>
        <thead><tr><th scope="col">{t('setup.sets.object')}</th>{rights.map((right) => <th key={right} scope="col" className={styles['right']}>{t(`setup.sets.right.${right}`)}</th>)}</tr></thead>
        <tbody>
          {objects.map(({ name, title, document }) => {
            const permission = grants[name];
            const exceptions = Object.keys(permission?.fields ?? {}).length;
            const isOpen = openName === name;
            return (
              <Fragment key={name}>
                <tr className={styles['row']}>
                  <th scope="row">
                    <span className={styles['object']}>
                      <span className={classNames(styles['opener'], isOpen && styles['opened'])}>
                        {document && <IconButton size="small" icon={ChevronRight} label={t('setup.sets.fields', { object: title })} aria-expanded={isOpen} isDisabled={levelOf(permission, 'read') === 'none'} onPress={() => setOpenName(isOpen ? null : name)} />}
                      </span>
                      <ObjectGlyph name={name} icon={document?.guanxi.icon ?? (document ? null : 'user')} hue={document?.guanxi.color ?? document?.guanxi.id} />
                      {title}
                      {exceptions > 0 && <Badge tone="warning">{t('setup.sets.exceptions', { count: exceptions })}</Badge>}
                    </span>
                  </th>
                  {rights.map((right) => (
                    <td key={right} className={styles['right']}>
                      {document || right === 'read' ? <LevelCell object={title} right={right} permission={permission} onChange={(next) => onChange(name, next)} /> : <span className={styles['never']} aria-hidden>–</span>}
                    </td>
                  ))}
                </tr>
                {isOpen && document && permission && <FieldRows document={document} permission={permission} onChange={(next) => onChange(name, next)} />}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function LevelCell({ object, right, permission, onChange }: { readonly object: string; readonly right: Right; readonly permission: ObjectPermission | undefined; readonly onChange: (permission: ObjectPermission) => void }) {
  const { t } = useTranslation();
  const level = levelOf(permission, right);
  const offered = levelsOf(right);
  const next = offered[(offered.indexOf(level) + 1) % offered.length] ?? 'none';
  const words = right === 'create' ? t(level === 'none' ? 'ui.no' : 'ui.yes') : t(`setup.sets.level.${level}`);
  return (
    <PlainButton className={classNames(styles['level'], styles[level])} label={t('setup.sets.cell', { object, right: t(`setup.sets.right.${right}`), level: words })} onPress={() => onChange(setLevel(permission, right, next))}>
      {level === 'none' ? <Minus size={13} aria-hidden /> : level === 'all' && <Check size={13} aria-hidden />}
      {level !== 'none' && words}
    </PlainButton>
  );
}

function FieldRows({ document, permission, onChange }: { readonly document: ObjectDocument; readonly permission: ObjectPermission; readonly onChange: (permission: ObjectPermission) => void }) {
  const { t, i18n } = useTranslation();
  const mayEdit = levelOf(permission, 'edit') !== 'none' || levelOf(permission, 'create') !== 'none';
  return Object.entries(document.properties).map(([name, property]) => {
    const title = translate(property.title ?? name, property.guanxi['titles'] as Translations | undefined, i18n.language);
    const { read = true, edit = true } = permission.fields?.[name] ?? {};
    const label = (right: Right) => `${title}, ${t(`setup.sets.right.${right}`)}`;
    return (
      <tr key={name} className={styles['field']}>
        <th scope="row"><span className={styles['fieldName']}>{title}</span></th>
        <td className={styles['right']}><Checkbox aria-label={label('read')} isSelected={read} onChange={(isOn) => onChange(setFieldRight(permission, name, 'read', isOn))} /></td>
        <td />
        <td className={styles['right']}><Checkbox aria-label={label('edit')} isSelected={read && edit && mayEdit} isDisabled={!mayEdit} onChange={(isOn) => onChange(setFieldRight(permission, name, 'edit', isOn))} /></td>
        <td />
      </tr>
    );
  });
}
