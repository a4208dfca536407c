// Reading a bundle: every problem at once, what it would change, and, where it is asked for and nothing is wrong, its proposals.
// A file from elsewhere is not trusted: strict shapes, bounded lists, no figure and no person in it.
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '@zhenghe/contract';
import type { DefinitionKind as Kind } from '@zhenghe/contract/definitions';
import type { DefinitionProblem } from '@zhenghe/contract/indicators';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { hashOf } from '@zhenghe/rulebook';
import { type Definition, type DefinitionKinds, handOf, mustDefine, problemsOfDefinition, writeProposal } from '../definitions/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { BundleFrame, parts, standingBodies } from './bundle.ts';
import { issueWords } from './issue-words.ts';
import * as refuse from './refusals.ts';

export interface ReadAsked {
  readonly dataset: Dataset;
  readonly on: Day;
  readonly from: Day;
  readonly file: File;
  readonly propose: boolean;
  readonly reason: string;
}

type Answer = InferContractRouterOutputs<Contract>['indicators']['readBundle'];
type BundleProblem = Answer['problems'][number];
type Effect = Answer['definitions'][number]['effect'];

const largest = 8_000_000;

export async function readBundle(context: Context, kinds: DefinitionKinds, asked: ReadAsked): Promise<Answer> {
  const hand = asked.propose ? handOf(context, asked.dataset) : null;
  mustDefine(context);
  const read = await definitionsOf(asked);
  if (read.problems.length > 0) return { problems: [...read.problems], definitions: [], proposed: 0 };
  return context.db.transaction().execute(async (tx) => {
    const source = { context, kinds };
    const known = await effectsOf(tx, source, { asked, definitions: read.definitions });
    const beside = known.filter(({ effect }) => effect !== 'same').map(({ definition }) => definition);
    const problems = await unsound(tx, source, { asked, beside });
    const definitions = known.map(({ definition: { kind, body }, effect }) => ({ kind, code: body.code, effect }));
    if (!hand) return { problems, definitions, proposed: 0 };
    if (problems.length > 0) throw refuse.bundleWithProblems(problems.length);
    if (asked.reason === '') throw refuse.reasonForBundle();
    for (const definition of beside) await writeProposal(tx, { context, kinds, hand }, { ...asked, definition, beside });
    return { problems, definitions, proposed: beside.length };
  });
}

interface Read {
  readonly problems: readonly BundleProblem[];
  readonly definitions: readonly Definition[];
}

async function definitionsOf({ file, dataset }: ReadAsked): Promise<Read> {
  const frame = file.size > largest ? null : BundleFrame.safeParse(jsonOf(await file.text()));
  if (!frame) return ofFile({ zh: '文件超过 8 MB，不是指标库文件。', en: 'The file is over 8 MB: no bundle is that large.' });
  if (!frame.success) return { problems: frame.error.issues.map((issue) => ofBundle(issueWords(issue))), definitions: [] };
  if (frame.data.exported.dataset !== dataset) return ofFile(otherDataset);
  const members = (Object.keys(parts) as Kind[]).flatMap((kind) =>
    frame.data[parts[kind].name].map((member, index) => memberOf(kind, member, index)),
  );
  const problems = members.flatMap((member) => member.problems);
  const definitions = members.flatMap(({ definition }) => (definition ? [definition] : []));
  return { problems: [...problems, ...twice(definitions)], definitions };
}

const otherDataset = {
  zh: '文件来自另一数据集（训练数据与实际数据不混用），不能读入。',
  en: 'The file comes from the other data set: training and real records are never mixed.',
};

/** Undefined for what is no JSON: the frame then says that it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

function ofBundle(problem: DefinitionProblem): BundleProblem {
  return { kind: 'bundle', code: '', problem };
}

function ofFile(message: Bilingual): Read {
  return { problems: [ofBundle({ field: 'file', from: null, to: null, message })], definitions: [] };
}

function memberOf(
  kind: Kind,
  member: unknown,
  index: number,
): { readonly problems: readonly BundleProblem[]; readonly definition?: Definition } {
  const read = parts[kind].schema.safeParse(member);
  if (read.success) return { problems: [], definition: { kind, body: read.data } as Definition };
  const code = codeOf(member) ?? `${parts[kind].name}.${index}`;
  return { problems: read.error.issues.map((issue) => ({ kind, code, problem: issueWords(issue) })) };
}

function codeOf(member: unknown): string | null {
  if (typeof member !== 'object' || member === null || !('code' in member)) return null;
  return typeof member.code === 'string' && member.code.length <= 60 ? member.code : null;
}

function twice(definitions: readonly Definition[]): readonly BundleProblem[] {
  const seen = new Set<string>();
  return definitions.flatMap(({ kind, body: { code } }) => {
    const key = `${kind} ${code}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = { zh: `编码 ${code} 在文件中出现不止一次。`, en: `The code ${code} stands in the file more than once.` };
    return [{ kind, code, problem: { field: 'code', from: null, to: null, message } }];
  });
}

interface Source {
  readonly context: Context;
  readonly kinds: DefinitionKinds;
}

interface Effected {
  readonly definition: Definition;
  readonly effect: Effect;
}

async function effectsOf(
  tx: Database,
  { context: { rulebook }, kinds }: Source,
  { asked, definitions }: { readonly asked: ReadAsked; readonly definitions: readonly Definition[] },
): Promise<readonly Effected[]> {
  const standing = new Map<Kind, ReadonlyMap<string, string>>();
  for (const kind of kinds) {
    const bodies = await standingBodies(tx, { rulebook, kind }, { dataset: asked.dataset, on: asked.from });
    standing.set(kind.kind, new Map([...bodies].map(([code, body]) => [code, hashOf(body)])));
  }
  return definitions.map((definition) => {
    const before = standing.get(definition.kind)?.get(definition.body.code);
    return { definition, effect: before === undefined ? 'add' : before === hashOf(definition.body) ? 'same' : 'change' };
  });
}

async function unsound(
  tx: Database,
  { context: { rulebook }, kinds }: Source,
  { asked: { dataset, from }, beside }: { readonly asked: ReadAsked; readonly beside: readonly Definition[] },
): Promise<BundleProblem[]> {
  const problems: BundleProblem[] = [];
  for (const definition of beside) {
    const found = await problemsOfDefinition(tx, { rulebook, kinds }, { dataset, from, definition, beside });
    problems.push(...found.map((problem) => ({ kind: definition.kind, code: definition.body.code, problem })));
  }
  return problems;
}
