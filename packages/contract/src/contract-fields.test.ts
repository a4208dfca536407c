// No field that looks like personal or secret data goes without a label: a new one is labelled, or stands below as the name of a thing.
import { masked } from '@zhenghe/engine/accounts';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type ContractField, contractFields } from './contract-fields.ts';
import { dataKinds, fieldsOf, labelOf, levelled } from './level.ts';

const suspect =
  /^(name|by|actor|card|code|current|next|contact)$|login|person(?!s$)|phone|mobile|reach|mail|address|agent|secret|password|passphrase|token|recovery|invitation|birth|idNumber|salary|\wBy$/i;

/** Fields of suspect names that speak of places, zones, files, papers and days; by the last two steps, or procedure and step. */
const things: ReadonlySet<string> = new Set([
  ...['territory.list.name', 'territory.list.code', 'accounts.units.name', 'accounts.addUnit.name', 'accounts.endUnit.name'],
  ...['accounts.chooseRole.card', 'zones.points.name', 'zones.get.name', 'documents.verify.code', 'plans.list.code'],
  ...['rows.name', 'names.name', 'plateList.name', 'blocks.name', 'from.name', 'to.name', 'labelChanges.name', 'byCity.name'],
  ...['byCity.code', 'quota.name', 'quota.code', 'zones.name', 'parks.name', 'parts.name', 'townships.name', 'predecessors.name'],
  ...['successors.name', 'file.name', 'file.code', 'source.name', 'cap.by', 'parks.receivedBy', 'plan.code', 'parks.code', 'zones.code'],
  ...['parts.code', 'blocks.code', 'sums.code', 'waiting.code', 'late.code'],
  ...['policy.clauses.code', 'policy.clause.code', 'accounts.unitFunctions.code'],
  ...['fields.name', 'sketch.code', 'sketch.name', 'features.code', 'features.name', 'shapes.code', 'shapes.name'],
  ...['boundaries.parcels.code', 'boundaries.parcels.name', 'boundaries.townships.name'],
  ...['planner.scenarios.name', 'planner.scenario.name', 'planner.create.name', 'planner.save.name', 'planner.close.name'],
  ...['joint.code', 'joint.name', 'jurisdictions.code', 'jurisdictions.name', 'missing.name', 'curves.code'],
  ...['definitions.list.code', 'version.code', 'body.code', 'definitions.propose.code', 'definitions.decide.code'],
  ...['definitions.withdraw.code', 'indicators.library.code', 'indicators.get.code', 'indicator.code', 'uses.code', 'absorbed.code'],
  ...['indicators.formula.code', 'indicators.merging.code', 'differing.name', 'problems.code', 'definitions.code'],
  ...['statistics.forms.code', 'statistics.form.code', 'form.code', 'forms.code', 'indicators.code', 'unit.name', 'evidence.name'],
  ...['statistics.attach.name', 'statistics.roster.name'],
  ...['tags.code', 'explorer.tags.code', 'explorer.tag.code', 'tag.code', 'sample.name', 'values.code'],
]);

it('labels every field that looks like personal or secret data', () => {
  const bare = contractFields().filter(({ label, schema, path }) => {
    const [last = ''] = path.filter(isNamed).slice(-1);
    return !label && isText(schema) && suspect.test(last);
  });
  const unknown = bare.filter((field) => !things.has(placeOf(field)));
  expect(unknown.map(({ procedure, way, path }) => `${procedure} ${way} ${path.join('.')}`)).toEqual([]);
  expect([...things].filter((place) => !bare.some((field) => placeOf(field) === place))).toEqual([]);
});

it('finds the labelled ones, in what is taken and in what is answered', () => {
  const found = contractFields().filter(({ label }) => label);
  const at = (procedure: string, path: string) => found.find((one) => one.procedure === procedure && one.path.join('.') === path)?.label;
  expect(at('accounts.people', '[].login')).toMatchObject({ kind: 'login', level: 'L3', whose: 'id' });
  expect(at('accounts.session', 'account.person.name')).toMatchObject({ level: 'L2' });
  expect(at('consultation.get', 'said.[].contact.reach')).toMatchObject({ level: 'L3' });
  expect(at('consultation.comment', 'reach')).toMatchObject({ level: 'L3' });
  expect(at('plans.get', 'plan.answers.[].by')).toMatchObject({ kind: 'signatory' });
  expect(new Set(found.map(({ label }) => label?.kind))).toEqual(new Set(Object.keys(dataKinds)));
});

it('labels texts and files only, and what takes their place is as valid as they are', () => {
  for (const { label, schema, way, procedure, path } of contractFields()) {
    if (!label) continue;
    const where = `${procedure} ${path.join('.')}`;
    expect(isText(schema) || schema instanceof z.ZodFile, where).toBe(true);
    if (way === 'answered' && isText(schema)) expect(schema.safeParse(masked('someone', label.mask)).success, where).toBe(true);
  }
});

it('hands a secret over only where it was made', () => {
  const once = contractFields().filter(({ label, way }) => way === 'answered' && label?.level === 'L4');
  expect(once.every(({ label }) => label?.once)).toBe(true);
  expect([...new Set(once.map(({ procedure }) => procedure))].sort()).toEqual([
    'accounts.addPerson',
    'accounts.confirmFactor',
    'accounts.inviteIdentity',
    'accounts.resetPerson',
    'accounts.startFactor',
    'imports.commit',
  ]);
});

it('leaves the shape it was made from without a label, and keeps its own through refinement', () => {
  const plain = z.string();
  const own = levelled(plain, 'login');
  expect(labelOf(plain)).toBeUndefined();
  expect(labelOf(own.min(3))?.kind).toBe('login');
});

it('reads the steps into a shape, also one that holds itself', () => {
  interface Tree {
    readonly name: string;
    readonly next: readonly Tree[];
  }
  const tree: z.ZodType<Tree> = z.lazy(() => z.object({ name: levelled(z.string(), 'contact-name'), next: z.array(tree) }));
  const steps = fieldsOf(z.object({ one: z.union([z.string(), tree]).nullable(), many: z.record(z.string(), z.number()).optional() }));
  expect(steps.map(({ path, label }) => [path.join('.'), label?.kind ?? null])).toEqual([
    ['one', null],
    ['one.name', 'contact-name'],
    ['many.{}', null],
  ]);
});

function placeOf({ path, procedure }: ContractField): string {
  const steps = path.filter(isNamed);
  return steps.length === 1 ? `${procedure}.${steps[0]}` : steps.slice(-2).join('.');
}

function isNamed(step: string): boolean {
  return step !== '[]' && step !== '{}';
}

function isText(schema: z.ZodType): boolean {
  return schema instanceof z.ZodString || schema instanceof z.ZodPipe;
}
