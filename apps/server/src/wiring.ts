// What happens when a case is decided, in one place, read from top to bottom. Each effect runs in the transaction of the decision.
import type { Wiring } from './approvals/index.ts';
import type { BoundedNouns } from './boundaries/index.ts';
import type { ConsultedNouns } from './consultation/index.ts';
import type { DefinitionKinds } from './definitions/index.ts';
import { tagDefinition, tagUses } from './explorer/index.ts';
import { type ImportKinds, importKind, unitImport } from './imports/index.ts';
import { type IndicatorsWiring, indicatorDefinition } from './indicators/index.ts';
import { planBounded, planConsulted, planImport, planInForce, planSubject } from './plans/index.ts';
import { figuresUnder, filingDecided, filingSubject, formDefinition, formUses, statisticsImport } from './statistics/index.ts';
import { targetUses } from './targets/index.ts';
import { figureImport, zoneImport } from './zones/index.ts';

export const wiring: Wiring = {
  // A plan (S2-(十四), S1-四(二)): an approved version comes into force and is frozen; a refused one changes nothing.
  plans: { subject: planSubject, decided: planInForce },
  // A filing (S2-(十六)): approved by the province, its figures are published in the same transaction.
  statistics: { subject: filingSubject, decided: filingDecided },
};

/** What can be consulted on. */
export const consulted: ConsultedNouns = { plans: planConsulted };

/** What boundaries can be drawn for, besides layers. */
export const bounded: BoundedNouns = { plan: planBounded };

/** What can be brought in from a file (F110). */
export const importKinds: ImportKinds = [
  importKind(planImport),
  importKind(zoneImport),
  importKind(figureImport),
  importKind(statisticsImport),
  importKind(unitImport),
];

/** What can be defined in the product (F35, F39, F85). */
export const definitionKinds: DefinitionKinds = [indicatorDefinition(figuresUnder), formDefinition, tagDefinition];

/** Who names indicators, and who holds figures of them. */
export const indicatorsWiring: IndicatorsWiring = {
  uses: [formUses, tagUses, targetUses],
  figures: figuresUnder,
  definitions: definitionKinds,
};
