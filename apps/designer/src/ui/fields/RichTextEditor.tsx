import { sanitizeHtml } from '@guanxi/field-types';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { Bold, Code, Heading2, Italic, Link2, List, ListOrdered, Quote, Redo2, RemoveFormatting, Strikethrough, Underline, Undo2, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import { IconButton } from '../controls/IconButton.js';
import { Toolbar } from '../controls/Toolbar.js';
import richStyles from '../display/RichText.module.css';
import fieldStyles from './Field.module.css';
import { LinkForm } from './LinkForm.js';
import styles from './RichTextField.module.css';

export interface RichTextEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly isInvalid: boolean;
}

type Editor = NonNullable<ReturnType<typeof useEditor>>;

interface Format {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly shortcut?: string;
  readonly isActive?: (editor: Editor) => boolean;
  readonly apply: (editor: Editor) => void;
}

const formats: readonly Format[] = [
  { name: 'bold', icon: Bold, shortcut: 'mod+b', isActive: (editor) => editor.isActive('bold'), apply: (editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', icon: Italic, shortcut: 'mod+i', isActive: (editor) => editor.isActive('italic'), apply: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: 'underline', icon: Underline, shortcut: 'mod+u', isActive: (editor) => editor.isActive('underline'), apply: (editor) => editor.chain().focus().toggleUnderline().run() },
  { name: 'strike', icon: Strikethrough, isActive: (editor) => editor.isActive('strike'), apply: (editor) => editor.chain().focus().toggleStrike().run() },
  { name: 'heading', icon: Heading2, isActive: (editor) => editor.isActive('heading'), apply: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run() },
  { name: 'bullets', icon: List, isActive: (editor) => editor.isActive('bulletList'), apply: (editor) => editor.chain().focus().toggleBulletList().run() },
  { name: 'numbers', icon: ListOrdered, isActive: (editor) => editor.isActive('orderedList'), apply: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: 'quote', icon: Quote, isActive: (editor) => editor.isActive('blockquote'), apply: (editor) => editor.chain().focus().toggleBlockquote().run() },
  { name: 'code', icon: Code, isActive: (editor) => editor.isActive('codeBlock'), apply: (editor) => editor.chain().focus().toggleCodeBlock().run() },
  { name: 'plain', icon: RemoveFormatting, apply: (editor) => editor.chain().focus().unsetAllMarks().clearNodes().run() },
  { name: 'undo', icon: Undo2, shortcut: 'mod+z', apply: (editor) => editor.chain().focus().undo().run() },
  { name: 'redo', icon: Redo2, shortcut: 'mod+shift+z', apply: (editor) => editor.chain().focus().redo().run() },
];

/** The value is what the server would keep: an empty text is "". */
export function RichTextEditor({ label, value, onChange, onBlur, isInvalid }: RichTextEditorProps) {
  const { t } = useTranslation();
  const [isLinking, setIsLinking] = useState(false);
  const editor = useEditor({
    extensions: [StarterKit.configure({ trailingNode: false, link: { openOnClick: false, protocols: ['http', 'https', 'mailto'], defaultProtocol: 'https' }, heading: { levels: [1, 2, 3, 4] } })],
    content: value,
    autofocus: 'end',
    // The page's policy allows no styles that scripts write; the few that are needed stand in the style sheet.
    injectCSS: false,
    editorProps: { attributes: { 'aria-label': label, 'aria-multiline': 'true', 'aria-invalid': String(isInvalid), role: 'textbox', class: styles['text'] ?? '' } },
    onUpdate: ({ editor: current }) => onChange(current.isEmpty ? '' : sanitizeHtml(current.getHTML())),
    onBlur: () => onBlur?.(),
  });
  const active = useEditorState({ editor, selector: ({ editor: current }) => formats.filter((format) => format.isActive?.(current)).map(({ name }) => name).concat(current.isActive('link') ? ['link'] : []) });
  return (
    <div className={classNames(fieldStyles['control'], styles['editor'])} data-invalid={isInvalid || undefined}>
      <Toolbar label={t('ui.richText.toolbar')}>
        {formats.map(({ name, icon, shortcut, apply }) => (
          <IconButton key={name} icon={icon} size="small" label={t(`ui.richText.${name}`)} isActive={active.includes(name)} {...(shortcut !== undefined && { shortcut })} onPress={() => apply(editor)} />
        ))}
        <IconButton icon={Link2} size="small" label={t('ui.richText.link')} isActive={active.includes('link')} onPress={() => setIsLinking(!isLinking)} />
      </Toolbar>
      {isLinking && (
        <LinkForm address={String(editor.getAttributes('link')['href'] ?? '')} onDone={(address) => {
          setIsLinking(false);
          const chain = editor.chain().focus().extendMarkRange('link');
          if (address === '') chain.unsetLink().run();
          else if (address !== null) chain.setLink({ href: address }).run();
        }} />
      )}
      <EditorContent editor={editor} className={richStyles['rich'] ?? ''} />
    </div>
  );
}
