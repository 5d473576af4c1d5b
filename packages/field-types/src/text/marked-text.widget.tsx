import { Fragment, type ReactNode } from 'react';
import { useWidgetKit } from '../widget-kit-context.js';

const MARK = /(!?)\[([^\]\n]*)\]\(([^()\s]+)\)/g;

/** Text of a formula, in which `![words](address)` is a picture and `[words](address)` a link. */
export function MarkedText({ text }: { readonly text: string }): ReactNode {
  const { Text, Link, Picture } = useWidgetKit();
  const pieces = [...text.matchAll(MARK)].filter(([, , , address]) => isSafe(address ?? ''));
  if (pieces.length === 0) return <Text>{text}</Text>;
  const after = pieces.map(({ index, 0: whole }) => index + whole.length);
  return (
    <>
      {pieces.map(({ index, 1: sign, 2: words = '', 3: address = '' }, place) => (
        <Fragment key={index}>
          {text.slice(after[place - 1] ?? 0, index)}
          {sign === '!' ? <Picture source={address} label={words} small /> : <Link href={address} external={!address.startsWith('/')}>{words === '' ? address : words}</Link>}
        </Fragment>
      ))}
      {text.slice(after.at(-1))}
    </>
  );
}

/** Addresses of the web and of this server; none that could run something. */
function isSafe(address: string): boolean {
  return /^(https?:\/\/[^/\\]|\/(?![/\\]))/i.test(address);
}
