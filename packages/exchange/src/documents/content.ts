// What a paper is made from: one plan version with its check, frozen on the day the paper was asked for. Nothing else flows in.

import type { PlanDetail } from '@zhenghe/contract/plans';
import type { Stance } from '@zhenghe/engine/approvals';
import type { CommentOutcome, RoundKind, RoundState } from '@zhenghe/engine/consultation';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { z } from 'zod';

/** 方案, 请示, 批复, 检查结果报告, 征求意见采纳情况表, and the same table as a workbook. */
export const paperKinds = ['plan', 'request', 'reply', 'findings', 'answers', 'answers-sheet'] as const;
export type PaperKind = (typeof paperKinds)[number];

export type PaperPlan = Pick<z.infer<typeof PlanDetail>, 'id' | 'dataset' | 'state' | 'version' | 'latest' | 'plan' | 'check'>;

/** A step of the plan that a paper speaks of. */
export interface PaperStep {
  readonly by: string;
  readonly on: Day;
  readonly version: number;
  readonly note: string | null;
  /** 文号 of the deciding paper, where one was recorded. */
  readonly number: string | null;
}

/** A policy document the check rests on, as its pack names it. */
export interface PaperSource {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly draft: boolean;
  readonly hash: string;
}

/** A comment as the answer table prints it: without any contact, and without its words where these are withheld. */
export interface PaperComment {
  readonly number: number;
  /** A unit as it is called; null for a citizen. */
  readonly unit: string | null;
  readonly stance: Stance | null;
  /** What it speaks of, as a reader knows it; null for the whole. */
  readonly about: string | null;
  readonly text: string;
  /** How often it came in word for word. */
  readonly times: number;
  readonly on: Day;
  /** Why its words are not shown. */
  readonly withheld: string | null;
  readonly answer: { readonly outcome: CommentOutcome; readonly reason: string; readonly version: number | null } | null;
}

/** A round of consultation with all that was said in it. */
export interface PaperRound {
  readonly kind: RoundKind;
  readonly number: number;
  readonly version: number;
  readonly state: RoundState;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly endedEarly: { readonly on: Day; readonly reason: string } | null;
  readonly publishedOn: Day | null;
  readonly comments: readonly PaperComment[];
  /** How many units were asked, and those that said nothing. */
  readonly asked: number;
  readonly silent: readonly string[];
}

export interface PaperContent {
  readonly format: 'zhenghe-paper/1';
  readonly kind: PaperKind;
  /** The same answer as the plan's page shows. */
  readonly detail: PaperPlan;
  readonly planSha256: string;
  readonly submitted: PaperStep | null;
  readonly approved: PaperStep | null;
  readonly on: Day;
  /** Name of the plan's own place, and of the place above it. */
  readonly place: string;
  readonly above: string;
  readonly sources: readonly PaperSource[];
  /** Of the answer table only: the rounds up to this version, oldest first. */
  readonly rounds?: readonly PaperRound[];
  readonly maker: Bilingual;
}

/** What is known only when the file is made. */
export interface PaperMark {
  /** Twelve characters. */
  readonly code: string;
  /** Address of the page that answers for the code: the server's own, or the bare path. */
  readonly address: string;
}

/** ABCDEFGHJKMN → ABCD-EFGH-JKMN, as it is printed. */
export function printedCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}
