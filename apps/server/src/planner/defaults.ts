// The settings a scenario begins with, and what each means: the product's own (planner-defaults.yaml) or the figure in force with its clause.
import { PlannerDefault, PlannerRule, PlannerSettings } from '@zhenghe/contract/planner';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { type Rulebook, rulesInForce } from '@zhenghe/rulebook';
import { z } from 'zod';
import type { Quota } from './instance.ts';

export interface Defaults {
  readonly settings: PlannerSettings;
  readonly about: z.infer<typeof PlannerDefault>[];
  readonly rules: z.infer<typeof PlannerRule>[];
  readonly note: Bilingual;
}

interface Asked {
  readonly scope: string;
  readonly on: Day;
  readonly quotas: ReadonlyMap<string, Quota>;
}

type Line = Rulebook['plannerDefaults']['settings'][number];

export function defaultsOf(rulebook: Rulebook, asked: Asked): Defaults {
  const { settings: lines, rules, note } = rulebook.plannerDefaults;
  const figure = figuresInForce(rulebook, asked);
  const own = Object.fromEntries(lines.map((line) => [line.setting, line.value ?? null]));
  const whole = asked.scope.endsWith('0000');
  const cap = figure('zones.cap');
  return {
    settings: PlannerSettings.parse({
      ...own,
      quotas: {},
      joint: [],
      zonesCap: whole && cap ? Number(cap.number) : sumOf(asked.quotas),
    }),
    about: lines.map((line) => aboutOf(line, { figure, whole })),
    rules: z.array(PlannerRule).parse(rules),
    note,
  };
}

interface Figure {
  readonly number: string | null;
  readonly clause: { readonly pack: string; readonly clause: string };
}

/** The province's figures by what they are called; null where none is in force. */
function figuresInForce(rulebook: Rulebook, { on }: Asked): (measure: string) => Figure | null {
  const inForce = rulesInForce(rulebook, { on, jurisdiction: '330000' });
  const packs = inForce.ok ? inForce.packs.flatMap(({ id }) => rulebook.pack(id) ?? []) : [];
  return (measure) => {
    for (const { head, parameters } of packs) {
      const found = parameters.find((one) => one.measure === measure);
      if (!found) continue;
      const number = found.value && 'number' in found.value ? found.value.number : null;
      return { number, clause: { pack: head.id, clause: found.clause } };
    }
    return null;
  };
}

/** Of a city or county the quotas bind, not the figures of the whole province. */
function aboutOf(
  line: Line,
  { figure, whole }: { readonly figure: ReturnType<typeof figuresInForce>; readonly whole: boolean },
): z.infer<typeof PlannerDefault> {
  const { setting, title, unit, note, measure } = line;
  const clause = measure !== undefined && (whole || setting === 'quotas') ? (figure(measure)?.clause ?? null) : null;
  return PlannerDefault.parse({ setting, title, unit, note, clause });
}

function sumOf(quotas: ReadonlyMap<string, Quota>): number {
  return Math.max(
    1,
    [...quotas.values()].reduce((sum, { max }) => sum + max, 0),
  );
}
