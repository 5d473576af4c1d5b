/** Hours and minutes, and seconds where there are any: "36:05", "0:00:30". */
export function writeDuration(seconds: number): string {
  const total = Math.abs(seconds);
  const pieces = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60].slice(0, total % 60 === 0 ? 2 : 3);
  return (seconds < 0 ? '-' : '') + pieces.map((piece, index) => (index === 0 ? String(piece) : String(piece).padStart(2, '0'))).join(':');
}
