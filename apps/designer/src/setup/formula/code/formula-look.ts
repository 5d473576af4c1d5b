import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Our colours and measures, from the tokens of the page, so that light and dark follow by themselves. */
export function formulaLook(isCompact: boolean): Extension {
  return EditorView.theme({
    '&': { color: 'var(--text-1)', backgroundColor: 'transparent', fontSize: '0.75rem' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.6', maxHeight: '40vh', overflow: 'auto', fontVariantLigatures: 'none' },
    '.cm-content': { padding: isCompact ? '4px 0' : '6px 0', minHeight: isCompact ? '0' : '66px', caretColor: 'var(--text-1)' },
    '.cm-line': { padding: '0 var(--space-4)' },
    '.cm-cursor': { borderLeftColor: 'var(--text-1)' },
    '.cm-placeholder': { color: 'var(--text-3)', whiteSpace: 'pre-wrap' },
    '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--selected)', outline: '1px solid var(--line-strong)' },
    '.formula-function': { color: 'var(--violet-text)' },
    '.formula-field': { color: 'var(--info-text)' },
    '.formula-text': { color: 'var(--success-text)' },
    '.formula-number, .formula-keyword': { color: 'var(--warning-text)' },
    '.formula-operator, .formula-bracket': { color: 'var(--text-2)' },
    '.formula-comment': { color: 'var(--text-3)', fontStyle: 'italic' },
    '.formula-unreadable': { color: 'var(--danger-text)' },
    '.cm-lintRange-error': { backgroundImage: 'none', paddingBottom: '0', textDecoration: 'underline wavy var(--danger) 1px', textUnderlineOffset: '3px' },
    '.cm-lintRange-active': { backgroundColor: 'var(--danger-tint)' },
    '.cm-tooltip': { border: 'none', borderRadius: 'var(--radius-popover)', backgroundColor: 'var(--raised)', color: 'var(--text-1)', boxShadow: 'var(--shadow-float)', overflow: 'hidden', maxWidth: '440px', zIndex: '30' },
    '.cm-diagnostic': { padding: 'var(--space-3) var(--space-5)', font: 'var(--text-label)', fontWeight: '400', border: 'none', whiteSpace: 'normal' },
    '.formula-tip': { padding: 'var(--space-3) var(--space-5)', font: 'var(--text-label)', fontWeight: '400', display: 'grid', gap: '2px' },
    '.formula-signature': { display: 'block', fontFamily: 'var(--font-code)', color: 'var(--text-2)' },
    '.formula-active': { color: 'var(--text-1)', fontWeight: '650', textDecoration: 'underline', textUnderlineOffset: '3px' },
    '.formula-tip-code': { fontFamily: 'var(--font-code)', color: 'var(--violet-text)' },
    '.formula-tip-words': { color: 'var(--text-1)', textWrap: 'pretty' },
    '.formula-tip-example': { fontFamily: 'var(--font-code)', color: 'var(--text-3)' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-code)', fontSize: '0.75rem', maxHeight: '240px', padding: '4px', minWidth: '280px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { display: 'flex', alignItems: 'center', gap: 'var(--space-4)', minHeight: '26px', padding: '2px var(--space-3)', borderRadius: 'var(--radius-cell)' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--selected)', color: 'var(--text-1)' },
    '.cm-completionLabel': { flex: 'none' },
    '.cm-completionDetail': { marginInlineStart: 'auto', minWidth: '0', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: 'var(--text-3)', font: 'var(--text-label)', fontStyle: 'normal', fontWeight: '400' },
    '.cm-tooltip.cm-completionInfo': { padding: 'var(--space-3) var(--space-5)', font: 'var(--text-label)', fontWeight: '400', color: 'var(--text-2)', width: '240px' },
  });
}
