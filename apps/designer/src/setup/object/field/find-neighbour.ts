/** The element that an arrow key leads to from one of several that stand in rows: the next one of the row, the nearest of the next row. */
export function findNeighbour(elements: readonly HTMLElement[], from: HTMLElement, key: string): HTMLElement | undefined {
  const index = elements.indexOf(from);
  if (key === 'ArrowRight') return elements[index + 1];
  if (key === 'ArrowLeft') return elements[index - 1];
  if (key === 'Home') return elements[0];
  if (key === 'End') return elements.at(-1);
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const { left, top } = from.getBoundingClientRect();
  const others = elements.map((element) => ({ element, place: element.getBoundingClientRect() })).filter(({ place }) => (key === 'ArrowDown' ? place.top > top + 4 : place.top < top - 4));
  const rows = others.map(({ place }) => place.top);
  const row = key === 'ArrowDown' ? Math.min(...rows) : Math.max(...rows);
  return others.filter(({ place }) => Math.abs(place.top - row) <= 4)
    .sort((one, other) => Math.abs(one.place.left - left) - Math.abs(other.place.left - left))[0]?.element;
}
