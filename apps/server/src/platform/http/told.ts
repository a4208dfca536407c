// What a failed procedure tells its caller: a refusal as it is, an unreadable request by what is wrong with it, our own fault by its
// number alone. Every answer carries its reason in both languages.
import { ORPCError } from '@orpc/server';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { codeOf } from '../fault.ts';
import type { Log } from '../log.ts';

export interface FailedCall {
  readonly requestId: string;
  readonly where: string;
  /** Whether the request was read, so that what failed is the procedure itself. */
  readonly reached: boolean;
}

/** A refusal passes as it is; anything else is our fault: logged once, here, and shown with its number and no stack. */
export function told(fault: unknown, log: Log, call: FailedCall): unknown {
  if (fault instanceof ORPCError && fault.status < 500) return withReason(fault);
  if (unkeepable.has(codeOf(fault) ?? '')) return new ORPCError('BAD_REQUEST', { message: noSuchText.en, data: { reason: noSuchText } });
  if (!call.reached) return unreadable(fault);
  log.fault(call.requestId, call.where, fault);
  const { code, message, data } = faultBody(call.requestId);
  return new ORPCError(code, { message, data });
}

export function faultBody(requestId: string) {
  const reason = {
    zh: `系统出错，编号 ${requestId}。您填写的内容没有保存，请稍后重试。`,
    en: `Something failed here, number ${requestId}. Nothing was saved; try again.`,
  };
  return { defined: false, code: 'INTERNAL_SERVER_ERROR', status: 500, message: reason.en, data: { requestId, reason } } as const;
}

/** PostgreSQL keeps any text but the character U+0000: as text (22021) and inside JSON (22P05). */
const unkeepable: ReadonlySet<string> = new Set(['22021', '22P05']);
const noSuchText: Bilingual = {
  zh: '内容中有不能保存的字符（U+0000）。没有保存。',
  en: 'The text holds a character that cannot be kept (U+0000). Nothing was saved.',
};

/** What fails before a procedure is reached is the request, not the procedure. */
function unreadable(cause: unknown): ORPCError<'BAD_REQUEST', unknown> {
  const reason = reasonFor(400, []);
  return new ORPCError('BAD_REQUEST', { message: reason.en, data: { reason }, cause });
}

interface Issue {
  readonly path?: readonly unknown[];
  readonly message?: string;
}

function withReason(fault: ORPCError<string, unknown>): ORPCError<string, unknown> {
  const data = typeof fault.data === 'object' && fault.data !== null ? fault.data : {};
  if ('reason' in data) return fault;
  const { code, status, message, defined } = fault;
  return new ORPCError(code, { status, message, defined, data: { ...data, reason: reasonFor(status, issuesIn(data)) }, cause: fault });
}

function issuesIn(data: object): readonly Issue[] {
  return 'issues' in data && Array.isArray(data.issues) ? data.issues : [];
}

const shown = 8;

function reasonFor(status: number, issues: readonly Issue[]): Bilingual {
  if (status === 405) return { zh: '这个接口不接受这种请求方法。', en: 'This address does not answer that method.' };
  if (issues.length === 0) {
    return { zh: '请求读不了：内容或 Content-Type 不对。', en: 'The request cannot be read: its body or Content-Type is wrong.' };
  }
  const some = issues.slice(0, shown).map(({ path = [], message = '' }) => ({ at: path.join('.') || 'input', message }));
  const more = issues.length > shown ? ` … (${issues.length})` : '';
  return {
    zh: `请求的内容不合要求：${some.map((issue) => issue.at).join('、')}${more}。`,
    en: `The request is not as expected: ${some.map((issue) => `${issue.at}: ${issue.message}`).join('; ')}${more}`,
  };
}
