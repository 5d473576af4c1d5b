import { useState } from 'react';
import { SegmentedControl, setPreferences, usePreferences, type Theme } from '../ui/index.js';
import { ControlsSection } from './ControlsSection.js';
import { DisplaySection } from './DisplaySection.js';
import { FieldsSection } from './FieldsSection.js';
import { GridSection } from './GridSection.js';
import { OverlaysSection } from './OverlaysSection.js';
import { WidgetsSection } from './WidgetsSection.js';
import styles from './Gallery.module.css';

const sections = { controls: ControlsSection, fields: FieldsSection, display: DisplaySection, overlays: OverlaysSection, grid: GridSection, widgets: WidgetsSection };
type SectionName = keyof typeof sections;

/** Every part of the kit, for those who build with it. Only in development; its words are not translated. */
export function GalleryPage() {
  const { theme } = usePreferences();
  const [shown, setShown] = useState<SectionName>(() => readSection());
  const Section = sections[shown];
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>Parts</h1>
        <SegmentedControl label="Section" value={shown} onChange={setShown} segments={(Object.keys(sections) as SectionName[]).map((value) => ({ value, label: value }))} />
        <SegmentedControl label="Theme" value={theme} onChange={(next: Theme) => setPreferences({ theme: next })}
          segments={[{ value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }, { value: 'system', label: 'System' }]} />
      </header>
      <Section />
    </div>
  );
}

function readSection(): SectionName {
  const wanted = location.hash.slice(1);
  return wanted in sections ? wanted as SectionName : 'controls';
}
