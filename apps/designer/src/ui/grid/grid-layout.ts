/** Pixels of the column with the checkboxes. */
export const selectColumnWidth = 36;
