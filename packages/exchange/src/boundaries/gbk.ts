// Text to GBK bytes, for the land survey's programs, which read nothing else. The table is the decoder's own, turned round.

let table: ReadonlyMap<string, number> | undefined;

/** Null when a character has no place in GBK. */
export function encodeGbk(text: string): Uint8Array | null {
  table ??= turnedRound();
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? code : table.get(letter);
    if (pair === undefined) return null;
    if (pair > 0xff) bytes.push(pair >> 8);
    bytes.push(pair & 0xff);
  }
  return Uint8Array.from(bytes);
}

function turnedRound(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gbk');
  const pairs = new Map<string, number>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const letter = decoder.decode(Uint8Array.of(high, low));
      if ([...letter].length === 1 && letter !== '\uFFFD' && !pairs.has(letter)) pairs.set(letter, high * 256 + low);
    }
  }
  return pairs;
}
