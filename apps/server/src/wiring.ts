// What happens when a case is decided, in one place, read from top to bottom. Each effect runs in the transaction of the decision.
import type { Wiring } from './approvals/index.ts';
import type { BoundedNouns } from './boundaries/index.ts';
import type { ConsultedNouns } from './consultation/index.ts';
import type { DefinitionKinds } from './definitions/index.ts';
import { type ImportKinds, importKind, unitImport } from './imports/index.ts';
import { type FiguresUnder, type IndicatorsWiring, indicatorDefinition } from './indicators/index.ts';
import { planBounded, planConsulted, planImport, planInForce, planSubject } from './plans/index.ts';
import { figureImport, zoneImport } from './zones/index.ts';

export const wiring: Wiring = {
  // A plan (S2-(十四), S1-四(二)): an approved version comes into force and is frozen; a refused one changes nothing.
  plans: { subject: planSubject, decided: planInForce },
};

/** What can be consulted on. */
export const consulted: ConsultedNouns = { plans: planConsulted };

/** What boundaries can be drawn for, besides layers. */
export const bounded: BoundedNouns = { plan: planBounded };

/** What can be brought in from a file (F110). */
export const importKinds: ImportKinds = [importKind(planImport), importKind(zoneImport), importKind(figureImport), importKind(unitImport)];

/** Current figures under a code, before it is merged into another. */
const figuresUnder: FiguresUnder = async () => [];

/** What can be defined in the product (F35, F39, F85). */
export const definitionKinds: DefinitionKinds = [indicatorDefinition(figuresUnder)];

/** Who names indicators, and who holds figures of them. */
export const indicatorsWiring: IndicatorsWiring = { uses: [], figures: figuresUnder, definitions: definitionKinds };
