const controls = 'input:not([type="hidden"]):not([hidden]):not([tabindex="-1"]), textarea, select:not([tabindex="-1"]), [role="spinbutton"], button, [tabindex="0"]';

/** Moves the focus into the control of a field; `within` is the form it stands in. */
export function focusField(within: HTMLElement | null, name: string): void {
  within?.querySelector(`[data-field="${name}"]`)?.querySelector<HTMLElement>(controls)?.focus();
}
