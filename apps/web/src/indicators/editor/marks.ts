// A formula as it is typed, cut into pieces: those that are wrong, those that name an indicator, and the rest. Pure.
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Piece {
  readonly text: string;
  readonly kind: 'plain' | 'part' | 'wrong';
}

/** Wrong characters win over names. Places outside of the text are cut off: an answer may be about what stood there before. */
export function piecesOf(text: string, wrong: readonly Span[], parts: readonly Span[]): readonly Piece[] {
  const kinds: Piece['kind'][] = Array.from({ length: text.length }, () => 'plain');
  for (const { from, to } of parts) kinds.fill('part', Math.max(0, from), Math.min(text.length, to));
  for (const { from, to } of wrong) kinds.fill('wrong', Math.max(0, from), Math.min(text.length, Math.max(to, from + 1)));
  const pieces: { text: string; kind: Piece['kind'] }[] = [];
  kinds.forEach((kind, index) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text.charAt(index);
    else pieces.push({ text: text.charAt(index), kind });
  });
  return pieces;
}
