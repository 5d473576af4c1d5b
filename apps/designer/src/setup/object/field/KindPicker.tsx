import { isFieldTypeName, type FieldTypeName } from '@guanxi/field-types';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, PlainButton, SearchField } from '../../../ui/index.js';
import { intents, kindFaces, offeredKinds, type OfferedKind } from './kind-faces.js';
import { kindIcon } from './kind-icons.js';
import { findNeighbour } from './find-neighbour.js';
import styles from './Field.module.css';

interface KindPickerProps {
  readonly kinds?: readonly FieldTypeName[];
  readonly onPick: (kind: OfferedKind) => void;
}

/** All kinds, grouped by what people want to keep. Arrow keys go from one to the next. */
export function KindPicker({ kinds = offeredKinds, onPick }: KindPickerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const wanted = search.trim().toLocaleLowerCase();
  const shown = offeredKinds.filter((kind) => kinds.includes(kind) && isFieldTypeName(kind))
    .filter((kind) => [kind, t(`setup.kind.${kind}.label`), t(`setup.kind.${kind}.help`), t(`setup.intent.${kindFaces[kind].intent}`)].some((text) => text.toLocaleLowerCase().includes(wanted)));

  const walk = (event: KeyboardEvent) => {
    const buttons = [...(place.current?.querySelectorAll<HTMLElement>('button[data-kind]') ?? [])];
    const here = document.activeElement as HTMLElement;
    if (event.key === 'ArrowDown' && !buttons.includes(here)) {
      event.preventDefault();
      buttons[0]?.focus();
    }
    const next = buttons.includes(here) ? findNeighbour(buttons, here, event.key) : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div ref={place} className={styles['picker']} onKeyDown={walk}>
      <SearchField label={t('setup.field.searchKinds')} value={search} onChange={setSearch} autoFocus onSubmit={() => { const [first] = shown; if (first) onPick(first); }} />
      {shown.length === 0 && <EmptyState kind="no-match" title={t('ui.noMatch')} />}
      {intents.map((intent) => {
        const own = shown.filter((kind) => kindFaces[kind].intent === intent);
        return own.length > 0 && (
          <section key={intent} aria-label={t(`setup.intent.${intent}`)}>
            <h3 className={styles['intent']}>{t(`setup.intent.${intent}`)}</h3>
            <div className={styles['kinds']}>{own.map((kind) => <KindButton key={kind} kind={kind} onPick={onPick} />)}</div>
          </section>
        );
      })}
    </div>
  );
}

function KindButton({ kind, onPick }: { readonly kind: OfferedKind; readonly onPick: (kind: OfferedKind) => void }) {
  const { t } = useTranslation();
  const Icon = kindIcon(kind);
  const label = t(`setup.kind.${kind}.label`);
  const help = t(`setup.kind.${kind}.help`);
  return (
    <PlainButton className={styles['kind'] ?? ''} label={`${label}: ${help}`} data-kind={kind} onPress={() => onPick(kind)}>
      <span className={styles['kindIcon']}><Icon size={16} aria-hidden /></span>
      <span className={styles['kindWords']}><span className={styles['kindLabel']}>{label}</span><span className={styles['kindHelp']}>{help}</span></span>
    </PlainButton>
  );
}
