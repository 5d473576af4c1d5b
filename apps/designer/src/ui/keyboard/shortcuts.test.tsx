/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { setPreferences } from '../preferences/preferences.js';
import { Button } from '../controls/Button.js';
import { startShortcuts, useShortcut } from './shortcuts.js';

let pressed: string[] = [];
let stop: () => void;

function Page() {
  const say = (keys: string) => ({ keys, label: keys, section: 'test', run: () => pressed.push(keys) });
  useShortcut(say('mod+k'));
  useShortcut(say('?'));
  useShortcut(say('g h'));
  useShortcut(say('mod+enter'));
  return <><input aria-label="field" /><Button onPress={() => pressed.push('button')}>Save</Button></>;
}

beforeEach(() => {
  pressed = [];
  stop = startShortcuts();
  setPreferences({ singleKeyShortcuts: true, offShortcuts: [] });
});
afterEach(() => {
  stop();
  cleanup();
});

describe('shortcuts', () => {
  it('act on keys, with the command key, and on keys in sequence', () => {
    render(<Page />);
    fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'h' });
    expect(pressed).toEqual(['?', 'mod+k', 'g h']);
  });

  it('leave letters to a field that is typed in, but not the command key', () => {
    const field = render(<Page />).getByLabelText('field');
    fireEvent.keyDown(field, { key: '?' });
    fireEvent.keyDown(field, { key: 'k', ctrlKey: true });
    expect(pressed).toEqual(['mod+k']);
  });

  it('take Enter with the command key from a button that has the focus, and no other Enter', () => {
    const button = render(<Page />).getByRole('button');
    act(() => button.focus());
    fireEvent.keyDown(button, { key: 'Enter', ctrlKey: true });
    fireEvent.keyUp(button, { key: 'Enter', ctrlKey: true });
    expect(pressed).toEqual(['mod+enter']);
    fireEvent.keyDown(button, { key: 'Enter' });
    fireEvent.keyUp(button, { key: 'Enter' });
    expect(pressed).toEqual(['mod+enter', 'button']);
  });

  it('never act while an input method editor composes', () => {
    render(<Page />);
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true, isComposing: true });
    fireEvent.keyDown(document.body, { key: '?', keyCode: 229 });
    expect(pressed).toEqual([]);
  });

  it('leave single letters alone when people switched them off', () => {
    render(<Page />);
    setPreferences({ singleKeyShortcuts: false });
    fireEvent.keyDown(document.body, { key: '?' });
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'h' });
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    expect(pressed).toEqual(['mod+k']);
  });

  it('leave alone those that people switched off one by one', () => {
    render(<Page />);
    setPreferences({ offShortcuts: ['g h', 'mod+k'] });
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'h' });
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
    expect(pressed).toEqual(['?']);
  });

  it('are gone with the page that brought them', () => {
    render(<Page />).unmount();
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    expect(pressed).toEqual([]);
  });
});
