// A rule as typed, cut where something is wrong with it. Pure.
export interface RulePiece {
  readonly text: string;
  readonly wrong: boolean;
}

interface Wrong {
  readonly from: number | null;
  readonly to: number | null;
}

/** Pieces in order that together are the rule; a problem without a place marks nothing. A place of no length marks the sign at it. */
export function piecesOf(rule: string, problems: readonly Wrong[]): readonly RulePiece[] {
  const wrong = Array.from({ length: rule.length }, () => false);
  for (const { from, to } of problems) {
    if (from === null) continue;
    const start = Math.max(0, Math.min(from, rule.length - 1));
    wrong.fill(true, start, Math.max(start + 1, Math.min(to ?? start, rule.length)));
  }
  const pieces: { text: string; wrong: boolean }[] = [];
  for (const [index, letter] of [...rule.split('')].entries()) {
    const last = pieces.at(-1);
    if (last && last.wrong === wrong[index]) last.text += letter;
    else pieces.push({ text: letter, wrong: wrong[index] ?? false });
  }
  return pieces;
}
