import { readMarkedText } from '@guanxi/formula/marked';
import { Fragment, type ReactNode } from 'react';
import { useWidgetKit } from '../widget-kit-context.js';

/** Text of a formula with the links and pictures that it has written. */
export function MarkedText({ text }: { readonly text: string }): ReactNode {
  const { Text, Link, Picture } = useWidgetKit();
  const parts = readMarkedText(text);
  if (parts.every(({ kind }) => kind === 'text')) return <Text>{text}</Text>;
  return parts.map((part, index) => {
    // The parts of one text never move: their place is what they are.
    const key = String(index);
    if (part.kind === 'link') return <Link key={key} href={part.url} external={!part.url.startsWith('/')}>{part.label}</Link>;
    if (part.kind === 'image') return <Picture key={key} source={part.url} label={part.alternative} small />;
    return <Fragment key={key}>{part.text}</Fragment>;
  });
}
