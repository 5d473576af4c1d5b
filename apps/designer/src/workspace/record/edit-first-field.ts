/** Opens the first field of a record that can be changed, as its pencil does. */
export function editFirstField(place: ParentNode | null): void {
  place?.querySelector<HTMLElement>('[data-field]:not([inert] *) button:has(.lucide-pencil)')?.click();
}
