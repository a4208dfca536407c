// All SQL of consultation. Rounds, actions and words are only inserted; contacts are inserted once and deleted once.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { CommentAim, Round, RoundHead, WrittenStep } from './record.ts';

const head = sql`r.id, r.noun, r.subject, r.dataset, r.jurisdiction, r.kind, r.number, r.version, r.sha256, r.title,
  r.opens_on::text as "opensOn", r.closes_on::text as "closesOn", r.touches_business as "touchesBusiness", r.rule, r.asked, r.note,
  r.begun_by as by`;

type StepRow = { readonly [K in keyof WrittenStep]: WrittenStep[K] | null };

const step = sql`'seq', a.seq, 'kind', a.kind, 'on', a.acted_on, 'unit', a.unit, 'actor', a.acted_by, 'comment', a.comment_id,
  'wordless', a.wordless, 'outcome', a.outcome, 'version', a.version, 'same', a.same_sha256, 'receipt', a.receipt_sha256`;

/** Where a round stands needs no word of it, and a round may hold thousands. */
const bare = sql`(select json_agg(json_build_object(${step}) order by a.seq) from consultation_actions a where a.round_id = r.id)`;

/** Words the reader may not know are not there (row-level security). */
const withWords = sql`(
  select json_agg(json_build_object(${step},
    'said', case when w.seq is not null then json_build_object('text', w.words, 'aim', w.aim, 'stance', w.stance) end) order by a.seq)
  from consultation_actions a left join consultation_words w on w.round_id = a.round_id and w.seq = a.seq
  where a.round_id = r.id)`;

async function roundsWhere(db: Database, where: RawBuilder<unknown>, steps = bare): Promise<readonly Round[]> {
  const { rows } = await sql<RoundHead & { steps: readonly StepRow[] | null }>`
    select ${head}, ${steps} as steps from consultation_rounds r
    where ${where} order by r.opens_on desc, r.kind, r.number desc, r.id`.execute(db);
  return rows.map(({ steps: taken, ...kept }) => ({ head: kept, steps: (taken ?? []).map(stepOf) }));
}

/** JSON's null is the engine's absent, but for the unit: a citizen has none. */
function stepOf({ unit, ...row }: StepRow): WrittenStep {
  return { unit, ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) } as unknown as WrittenStep;
}

export interface RoundsAsked {
  readonly dataset: Dataset;
  readonly on: Day;
  readonly noun?: string | undefined;
  readonly subject?: string | undefined;
}

/** Newest first; those that open later are left out. */
export function listRounds(db: Database, { dataset, on, noun, subject }: RoundsAsked): Promise<readonly Round[]> {
  const of = noun === undefined ? sql`true` : sql`r.noun = ${noun}`;
  const one = subject === undefined ? sql`true` : sql`r.subject = ${subject}`;
  return roundsWhere(db, sql`r.dataset = ${dataset} and r.opens_on <= ${on}::date and ${of} and ${one}`);
}

/** With what was said in it. */
export async function findRound(db: Database, id: string): Promise<Round | null> {
  return (await roundsWhere(db, sql`r.id = ${id}`, withWords))[0] ?? null;
}

export async function findStanding(db: Database, id: string): Promise<Round | null> {
  return (await roundsWhere(db, sql`r.id = ${id}`))[0] ?? null;
}

/** Every round of a subject, whatever the day; with what was said in them where that is asked for. */
export function listRoundsOf(
  db: Database,
  { noun, id, words = false }: { readonly noun: string; readonly id: string; readonly words?: boolean },
): Promise<readonly Round[]> {
  return roundsWhere(db, sql`r.noun = ${noun} and r.subject = ${id}`, words ? withWords : bare);
}

/** Public rounds whose contacts are still kept: published, or over and never published. */
export function listUnpurged(db: Database): Promise<readonly Round[]> {
  const has = (kind: string) => sql`exists (select from consultation_actions a where a.round_id = r.id and a.kind = ${kind})`;
  return roundsWhere(
    db,
    sql`r.kind = 'public' and not ${has('purge')} and (${has('publish')}
      or (${has('comment')} and (${has('end')} or r.closes_on < current_date)))`,
  );
}

/** Holds a subject, or a round, against other writers until the transaction ends. */
export async function hold(tx: Database, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`consultation/${key}`}, 0))`.execute(tx);
}

export async function insertRounds(tx: Database, heads: readonly RoundHead[]): Promise<void> {
  if (heads.length === 0) return;
  const rows = heads.map(({ opensOn, closesOn, touchesBusiness, by, ...kept }) => ({
    ...kept,
    opens_on: opensOn,
    closes_on: closesOn,
    touches_business: touchesBusiness,
    asked_ids: kept.asked.map(({ id }) => id),
    begun_by: by,
  }));
  await sql`
    insert into consultation_rounds (id, noun, subject, dataset, jurisdiction, kind, number, version, sha256, title, opens_on, closes_on,
      touches_business, rule, asked, asked_ids, note, begun_by)
    select id, noun, subject, dataset, jurisdiction, kind, number, version, sha256, title, opens_on, closes_on,
      touches_business, rule, asked, array(select jsonb_array_elements_text(asked_ids)), note, begun_by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, noun text, subject text, dataset text, jurisdiction text,
      kind text, number int, version int, sha256 text, title text, opens_on date, closes_on date, touches_business boolean, rule jsonb,
      asked jsonb, asked_ids jsonb, note text, begun_by jsonb)`.execute(tx);
}

export async function insertSteps(tx: Database, rounds: readonly Round[]): Promise<void> {
  const rows = rounds.flatMap(({ head: { id, dataset }, steps: taken }) => taken.map((step) => stepRow({ id, dataset }, step)));
  if (rows.length === 0) return;
  await sql`
    insert into consultation_actions (round_id, seq, dataset, kind, acted_on, unit, acted_by, comment_id, wordless, outcome, version,
      receipt_sha256, same_sha256)
    select round_id, seq, dataset, kind, acted_on, unit, acted_by, comment_id, wordless, outcome, version, receipt_sha256, same_sha256
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (round_id uuid, seq int, dataset text, kind text, acted_on date,
      unit text, acted_by jsonb, comment_id uuid, wordless boolean, outcome text, version int, receipt_sha256 text, same_sha256 text)`.execute(
    tx,
  );
  const words = rows.filter((row) => row.words !== null);
  if (words.length === 0) return;
  await sql`
    insert into consultation_words (round_id, seq, dataset, words, aim, stance)
    select round_id, seq, dataset, words, aim, stance
    from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as t (round_id uuid, seq int, dataset text, words text, aim jsonb,
      stance text)`.execute(tx);
}

function stepRow({ id, dataset }: Pick<RoundHead, 'id' | 'dataset'>, step: WrittenStep) {
  return {
    round_id: id,
    seq: step.seq,
    dataset,
    kind: step.kind,
    acted_on: step.on,
    unit: step.unit,
    acted_by: step.actor,
    comment_id: step.comment ?? null,
    wordless: step.wordless ?? false,
    outcome: step.outcome ?? null,
    version: step.version ?? null,
    receipt_sha256: step.receipt ?? null,
    same_sha256: step.same ?? null,
    words: step.said?.text ?? null,
    aim: step.said?.aim ?? null,
    stance: step.said?.stance ?? null,
  };
}

export interface Contact {
  readonly seq: number;
  readonly name: string | null;
  readonly reach: string | null;
}

export async function insertContact(tx: Database, { id, dataset }: Pick<RoundHead, 'id' | 'dataset'>, contact: Contact): Promise<void> {
  await sql`
    insert into consultation_contacts (round_id, seq, dataset, name, reach)
    values (${id}, ${contact.seq}, ${dataset}, ${contact.name}, ${contact.reach})`.execute(tx);
}

/** Nothing for those who do not answer the round (row-level security). */
export async function listContacts(db: Database, round: string): Promise<readonly Contact[]> {
  const { rows } = await sql<Contact>`
    select seq, name, reach from consultation_contacts where round_id = ${round} order by seq`.execute(db);
  return rows;
}

/** Only after the purge is on record. */
export async function forgetContacts(tx: Database, round: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select consultation_forget(${round}) as gone`.execute(tx);
  return rows[0]?.gone ?? 0;
}

export interface Received {
  readonly round: string;
  readonly comment: string;
  readonly text: string;
  readonly aim: CommentAim | null;
}

/** By the hash of a receipt: one's own comment, also before it is published. */
export async function findReceived(db: Database, receipt: string): Promise<Received | null> {
  const { rows } = await sql<Received>`
    select round_id as round, comment_id as comment, words as text, aim from consultation_words_of_receipt(${receipt})`.execute(db);
  return rows[0] ?? null;
}

export async function deleteRounds(tx: Database, dataset: 'training'): Promise<void> {
  await sql`delete from consultation_rounds where dataset = ${dataset}`.execute(tx);
}
