// What a check says becomes a finding: id, strength and clause from the rule, and whether it stops a submission.
// Blocking follows the clause's own verb (mission.md, "Strength").
import type { Citation } from './citation.ts';
import type { Finding, Outcome, Place } from './finding.ts';
import type { Strength } from './strength.ts';
import type { Bilingual } from './text.ts';

/** A written reason (for 原则上) or a recorded exception (for 应、须), with its paper: what a plan calls its answers. */
export interface WrittenAnswer {
  /** The finding's id, or the check's id to answer all its findings. */
  readonly finding: string;
  readonly kind: 'reason' | 'exception';
  readonly text: string;
  readonly paper?: string;
  readonly by?: string;
}

/** The part of a rule a finding is made from. */
export interface Voice {
  readonly id: string;
  readonly clause: Citation;
  readonly strength: Strength;
}

export interface Said {
  /** Which of several places the check looked at; absent for a check of the whole plan. */
  readonly key?: string;
  readonly outcome: Outcome;
  readonly where: Place;
  readonly cells: readonly Place[];
  readonly measured?: string;
  readonly allowed?: string;
  readonly message: Bilingual;
  readonly mend?: Bilingual;
  /** Weaker than the rule where one side of it only proposes. */
  readonly strength?: Strength;
  /** Set where the check itself decides what an answer is worth. */
  readonly settled?: { readonly blocking: boolean; readonly answer?: Answer };
}

type Answer = NonNullable<Finding['answer']>;

export function findingOf(voice: Voice, said: Said, answers: readonly WrittenAnswer[]): Finding {
  const id = findingId(voice, said.key);
  const strength = said.strength ?? voice.strength;
  const { blocking, answer } = said.settled ?? settle(said.outcome, strength, answerTo(answers, voice.id, id, kindFor(strength)));
  return {
    id,
    check: voice.id,
    outcome: said.outcome,
    strength,
    blocking,
    where: said.where,
    cells: said.cells,
    measured: said.measured ?? null,
    allowed: said.allowed ?? null,
    clause: voice.clause,
    message: said.message,
    mend: said.mend ?? null,
    ...(answer && { answer }),
  };
}

export function findingId(voice: Voice, key?: string): string {
  return key === undefined ? voice.id : `${voice.id}:${key}`;
}

/** A failed statement about the plan's own structure; the place itself is the cell unless others take part. */
export function problem(
  key: string,
  where: Place,
  message: Said['message'],
  mend: Said['message'],
  cells: readonly Place[] = [where],
): Said {
  return { key, outcome: 'fail', where, cells, message, mend };
}

/** A failed 原则上 that still waits for its written reason; it does not block the check, but a submission needs it. */
export function needsReason(finding: Pick<Finding, 'outcome' | 'strength'> & { readonly answer?: unknown }): boolean {
  return finding.outcome === 'fail' && finding.strength === 'principle' && finding.answer === undefined;
}

/** The answer to a finding, by the finding's own id before its check's id. */
export function answerTo(
  answers: readonly WrittenAnswer[],
  check: string,
  id: string,
  kind: WrittenAnswer['kind'],
): WrittenAnswer | undefined {
  const complete = answers.filter((answer) => answer.kind === kind && isComplete(answer));
  return complete.find((answer) => answer.finding === id) ?? complete.find((answer) => answer.finding === check);
}

export function shownAnswer(answer: WrittenAnswer): Answer {
  return {
    text: answer.text,
    ...(answer.paper !== undefined && { paper: answer.paper }),
    ...(answer.by !== undefined && { by: answer.by }),
  };
}

function kindFor(strength: Strength): WrittenAnswer['kind'] {
  return strength === 'must' ? 'exception' : 'reason';
}

/** A reason needs words; an exception needs words, its paper and the person who records it. */
function isComplete(answer: WrittenAnswer): boolean {
  if (!answer.text.trim()) return false;
  return answer.kind === 'reason' || (Boolean(answer.paper?.trim()) && Boolean(answer.by?.trim()));
}

function settle(outcome: Outcome, strength: Strength, answer: WrittenAnswer | undefined): { blocking: boolean; answer?: Answer } {
  if (outcome !== 'fail') return { blocking: false };
  if (strength === 'identity') return { blocking: true };
  if (!answer) return { blocking: strength === 'must' };
  return { blocking: false, answer: shownAnswer(answer) };
}
