// Writes an audit entry. The table is append-only: a trigger refuses every change, also by its owner.
import type { Caller } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';

interface AuditEntry {
  readonly caller: Caller;
  readonly requestId: string;
  readonly dataset: 'real' | 'training';
  /** noun/verb: 'plans/submit'. */
  readonly action: string;
  /** noun/id: 'plans/pujiang-2021'. */
  readonly object: string;
  /** sha256 of the content before and after; null when there was, or is, none. */
  readonly before: string | null;
  readonly after: string | null;
  /** The person who acts, where the caller is not signed in yet. */
  readonly actor?: string;
  /** Who acts from the command line of the machine: nobody's card, no account. */
  readonly operator?: true;
  /** Clause the action stands on, as pack:clause. */
  readonly clause?: string;
}

/** Call it with the open transaction of the action, so that neither stands without the other. */
export async function recordAudit(tx: Database, entry: AuditEntry): Promise<void> {
  const { card } = entry.caller;
  await tx
    .insertInto('audit_entries')
    .values({
      dataset: entry.dataset,
      actor: entry.operator ? 'operator' : (entry.actor ?? entry.caller.signedIn?.person.id ?? card?.id ?? 'public'),
      role: entry.operator ? 'operator' : (card?.role ?? 'public'),
      unit: entry.operator ? '本机运维' : (card?.unit.zh ?? '社会公众'),
      jurisdiction: card?.jurisdiction ?? '330000',
      action: entry.action,
      object: entry.object,
      before_sha256: entry.before,
      after_sha256: entry.after,
      clause: entry.clause ?? null,
      request_id: entry.requestId,
    })
    .execute();
}
