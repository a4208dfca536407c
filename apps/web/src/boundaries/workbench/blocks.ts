// Blocks of a draft beside the annex: what each measures now, which are not drawn yet, which codes are free. Pure.
import { differenceOf } from '@zhenghe/engine/boundaries';
import { type Cell, Decimal, type DecimalText, isMissing } from '@zhenghe/engine/kernel';
import type { BlockArea, Feature } from '../shapes.ts';

/** What the workbench needs of a plan. */
export interface AnnexPlan {
  readonly title: string;
  readonly jurisdiction: string;
  readonly parts: readonly { readonly code: string; readonly zone: string }[];
  readonly blocks: readonly {
    readonly code: string;
    readonly name: string;
    readonly part: string;
    readonly areaAfter: Cell<DecimalText>;
  }[];
}

/** km²: the digit that annexes are printed to, S1-附件1. */
const printedDigit = '0.01';

/** `areas`: m² by code, as the engine measured them; a block not measured yet is left out. */
export function blocksNow(
  features: readonly Feature[],
  areas: Readonly<Record<string, string>>,
  plan: AnnexPlan | null,
): readonly BlockArea[] {
  const zones = new Map(plan?.parts.map(({ code, zone }) => [code, zone]));
  return features.flatMap(({ code, name }) => {
    const measured = areas[code];
    if (measured === undefined) return [];
    const block = plan?.blocks.find((known) => known.code === code);
    const declared = block?.areaAfter ?? { missing: 'not-given' as const };
    return [
      {
        code,
        name,
        part: block?.part ?? '',
        zone: zones.get(block?.part ?? '') ?? '',
        measured,
        declared,
        difference: isMissing(declared) ? null : differenceOf(new Decimal(measured), declared, printedDigit),
      },
    ];
  });
}

/** Blocks of the annex that the draft has no shape for. */
export function notDrawn(
  features: readonly Feature[],
  plan: AnnexPlan | null,
): readonly { readonly code: string; readonly name: string }[] {
  const drawn = new Set(features.map(({ code }) => code));
  return (plan?.blocks ?? []).filter(({ code }) => !drawn.has(code));
}

/** b01 → b01-1, or the next number that no feature has. */
export function freeCode(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const code = `${stem}-${number}`;
    if (!taken.has(code)) return code;
  }
}

/** A layer's piece is named zone-block where it stands for a block; else it keeps its code. */
export function asDraft(pieces: readonly Feature[], plan: AnnexPlan | null): readonly Feature[] {
  const seen = new Set<string>();
  return pieces.flatMap((piece) => {
    const block = plan?.blocks.find(({ code }) => piece.code === code || piece.code.endsWith(`-${code}`));
    const code = block?.code ?? piece.code;
    if (seen.has(code)) return [];
    seen.add(code);
    return [{ ...piece, code, name: block?.name ?? piece.name }];
  });
}
