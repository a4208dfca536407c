/** A part of a whole as a CSS percentage, one decimal, between 0 and 100. */
export function share(part: number, whole: number): string {
  if (whole <= 0) return '0%';
  return `${Math.round(Math.min(1, Math.max(0, part / whole)) * 1000) / 10}%`;
}
