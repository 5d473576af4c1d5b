import type { FormulaScope } from '@guanxi/formula';
import type { DocumentTemplateDocument } from '@guanxi/metadata';
import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton, SegmentedControl, showToast } from '../../ui/index.js';
import { TranslatedText } from '../form/TranslatedText.js';
import type { MessageLanguage } from '../messages/message-draft.js';
import { MessageText } from '../messages/MessageText.js';
import { textIn, writeText } from './letter-draft.js';
import styles from './Letters.module.css';

interface LetterSettingsProps {
  readonly template: DocumentTemplateDocument;
  readonly language: MessageLanguage;
  readonly scope: FormulaScope;
  readonly onChange: (template: DocumentTemplateDocument) => void;
}

const LARGEST_LOGO = 200_000;

/** Title, paper, logo, and what stands on every page. */
export function LetterSettings({ template, language, scope, onChange }: LetterSettingsProps) {
  const { t } = useTranslation();
  const { page = {}, header, footer, fileName = '' } = template;
  const without = (key: 'header' | 'footer' | 'fileName' | 'logo') => {
    const { [key]: _gone, ...rest } = template;
    return rest;
  };
  const setText = (key: 'header' | 'footer', words: string) => {
    const text = writeText(template[key], language, words);
    onChange(text ? { ...template, [key]: text } : without(key));
  };
  return (
    <section className={styles['card']} aria-label={t('letters.settings')}>
      <TranslatedText label={t('setup.field.label')} isRequired value={{ text: template.title, titles: template.titles ?? {} }}
        onChange={({ text, titles }) => {
          const { titles: _before, ...rest } = template;
          onChange({ ...rest, title: text, ...(Object.keys(titles).length > 0 && { titles }) });
        }} />
      <MessageText label={t('letters.fileName')} isLine language={language} scope={scope} value={fileName} onChange={(text) => onChange(text === '' ? without('fileName') : { ...template, fileName: text })} />
      <p className={styles['quiet']}>{t('letters.fileNameHelp')}</p>
      <div className={styles['row']}>
        <SegmentedControl label={t('letters.size')} value={page.size ?? 'A4'} onChange={(size) => onChange({ ...template, page: { ...page, size } })} segments={[{ value: 'A4', label: 'A4' }, { value: 'letter', label: 'Letter' }]} />
        <SegmentedControl label={t('letters.orientation')} value={page.orientation ?? 'portrait'} onChange={(orientation) => onChange({ ...template, page: { ...page, orientation } })} segments={[{ value: 'portrait', label: t('letters.portrait') }, { value: 'landscape', label: t('letters.landscape') }]} />
        <Logo logo={template.logo} onChange={(logo) => onChange(logo === undefined ? without('logo') : { ...template, logo })} />
      </div>
      <p className={styles['quiet']}>{t('letters.logoHelp')}</p>
      <MessageText label={t('letters.header')} isLine language={language} scope={scope} value={textIn(header, language)} onChange={(words) => setText('header', words)} />
      <MessageText label={t('letters.footer')} isLine language={language} scope={scope} value={textIn(footer, language)} onChange={(words) => setText('footer', words)} />
    </section>
  );
}

function Logo({ logo, onChange }: { readonly logo: string | undefined; readonly onChange: (logo: string | undefined) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (!file) return;
    if (!['image/png', 'image/jpeg'].includes(file.type) || file.size > LARGEST_LOGO) {
      showToast({ message: t('letters.logoWrong'), tone: 'danger' });
      return;
    }
    const reader = new FileReader();
    reader.onload = () => onChange(String(reader.result));
    reader.readAsDataURL(file);
  };
  return (
    <span className={styles['logo']}>
      {logo !== undefined && <img src={logo} alt={t('letters.logo')} />}
      <Button size="small" icon={ImagePlus} onPress={() => input.current?.click()}>{t('letters.logoChoose')}</Button>
      {logo !== undefined && <IconButton size="small" icon={Trash2} label={t('letters.logoRemove')} onPress={() => onChange(undefined)} />}
      <input ref={input} type="file" accept="image/png,image/jpeg" hidden tabIndex={-1} aria-label={t('letters.logo')} onChange={({ target }) => { take(target.files?.[0]); target.value = ''; }} />
    </span>
  );
}
