// Levels of data (DB33/T 2350-2021: L1 open, L2 low, L3 fairly sensitive, L4 sensitive) and what is shown in place of a value
// that lies above the reader's clearance.
export const levels = ['L1', 'L2', 'L3', 'L4'] as const;
export type Level = (typeof levels)[number];

/** Whether somebody cleared for `clearance` may read data of `level`. */
export function isCleared(clearance: Level, level: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(clearance);
}

/** name: 王**; login: an****; reach: 138****0000, a***@…; network: 10.0.*.*; text: nothing of it is left. */
export const masks = ['name', 'login', 'reach', 'network', 'text'] as const;
export type Mask = (typeof masks)[number];

const hidden = '***';

/** Never longer than what tells two people apart, and never the whole: a value too short to be cut is hidden altogether. */
export function masked(text: string, mask: Mask): string {
  if (text === '' || isMasked(text)) return text;
  const letters = [...text];
  switch (mask) {
    case 'name':
      return letters.length < 2 ? hidden : `${letters[0]}**`;
    case 'login':
      return letters.length < 4 ? hidden : `${letters.slice(0, 2).join('')}****`;
    case 'reach':
      return maskedReach(text, letters);
    case 'network':
      return maskedNetwork(text);
    case 'text':
      return hidden;
  }
}

/** A masked value can be told from a whole one by its two stars in a row. */
export function isMasked(text: string): boolean {
  return text.includes('**') || text.endsWith('.*.*');
}

function maskedReach(text: string, letters: readonly string[]): string {
  const at = text.lastIndexOf('@');
  if (at > 0) return `${letters[0]}***${text.slice(at)}`;
  const digits = letters.filter((letter) => /\d/.test(letter));
  if (digits.length < 11) return hidden;
  return `${digits.slice(0, 3).join('')}****${digits.slice(-4).join('')}`;
}

function maskedNetwork(text: string): string {
  const [first, second, ...rest] = text.split('.');
  return rest.length === 2 && first && second ? `${first}.${second}.*.*` : hidden;
}
