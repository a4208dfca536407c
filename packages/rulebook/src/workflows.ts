// Which way a subject of a place travels: the workflow of the packs in force there, with its units named and the product's
// own days and departments put in where the text gives none.
import type { Step, Unit, Workflow } from '@zhenghe/engine/approvals';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { Rulebook } from './load.ts';
import { chainOf, classOf } from './place.ts';
import type { PackWorkflow, WorkflowDefaults } from './schema.ts';

export interface WorkflowAsked {
  readonly noun: string;
  readonly jurisdiction: string;
  readonly on: Day;
  /** The day by which the subject is to be handed in first, where one binds. */
  readonly draftBy: Day | null;
  /** Who files, where that is not the place itself. */
  readonly drafter?: Unit;
  /** What a place is called. */
  readonly nameOf: (code: string) => Bilingual;
}

/** From the narrowest place outwards; null where no pack in force has a way for it. */
export function workflowFor(rulebook: Rulebook, asked: WorkflowAsked): Workflow | null {
  const { noun, jurisdiction, on } = asked;
  const group = classOf(jurisdiction) ?? 'province';
  const inForce = rulebook.packs.filter(({ head }) => head.appliesFrom <= on && (head.appliesTo === null || on <= head.appliesTo));
  for (const place of chainOf(jurisdiction)) {
    for (const pack of inForce.filter(({ head }) => head.jurisdiction === place)) {
      const found = pack.workflows.find((one) => one.noun === noun && one.classes.includes(group));
      if (found) return resolved(found, { pack: pack.head.id, defaults: rulebook.workflowDefaults, asked });
    }
  }
  return null;
}

interface Setting {
  readonly pack: string;
  readonly defaults: WorkflowDefaults;
  readonly asked: WorkflowAsked;
}

function resolved(found: PackWorkflow, setting: Setting): Workflow {
  const { pack, defaults, asked } = setting;
  const own = defaults.workflows.find(({ workflow }) => workflow === found.id);
  const stated = found.steps.every(({ days }) => days !== null);
  return {
    id: found.id,
    title: found.title,
    clause: { pack, clause: found.clause },
    deadlines: stated ? 'text' : own ? 'product-default' : 'unset',
    note: defaults.note,
    drafter: drafterOf(asked),
    draftBy: asked.draftBy,
    mendDays: own?.mendDays ?? null,
    steps: found.steps.map((step) =>
      resolvedStep(
        step,
        own?.steps.find((one) => one.step === step.id),
        setting,
      ),
    ),
  };
}

type DefaultStep = WorkflowDefaults['workflows'][number]['steps'][number];

function resolvedStep(step: PackWorkflow['steps'][number], own: DefaultStep | undefined, { defaults, asked }: Setting): Step {
  const code = { unit: asked.jurisdiction, county: asked.jurisdiction, city: `${asked.jurisdiction.slice(0, 4)}00`, province: '330000' };
  const place = code[step.place];
  const names = place === '330000' ? defaults.provincial : defaults.departments;
  const department = (id: string): Unit => ({ id: `${place}/${id}`, name: joined(asked.nameOf(place), names[id] ?? { zh: id, en: id }) });
  const whole = step.place === 'unit' ? drafterOf(asked) : { id: place, name: asked.nameOf(place) };
  const signers = own?.signers ?? [];
  return {
    id: step.id,
    title: step.title,
    kind: step.kind,
    unit: step.department === undefined ? whole : department(step.department),
    signing: step.signing,
    signers: signers.map(department),
    others: (own?.others ?? Object.keys(names)).filter((id) => !signers.includes(id)).map(department),
    workingDays: step.days ?? own?.days ?? null,
    opinionDays: own?.opinionDays ?? null,
    ...(step.hand === undefined ? {} : { hand: step.hand }),
    ...(step.paper === undefined ? {} : { paper: step.paper }),
  };
}

function drafterOf({ drafter, jurisdiction, nameOf }: WorkflowAsked): Unit {
  return drafter ?? { id: jurisdiction, name: nameOf(jurisdiction) };
}

function joined(place: Bilingual, department: Bilingual): Bilingual {
  return { zh: `${place.zh}${department.zh}`, en: `${place.en}, ${department.en}` };
}
