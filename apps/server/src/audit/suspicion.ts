// What a reading of an export finds wrong, and what is known of the entries that are named.
import type { AuditEntry, Tampering } from '@zhenghe/engine/audit';

export type Suspicion =
  | Tampering
  | { readonly kind: 'range'; readonly first: number; readonly last: number }
  | { readonly kind: 'cut-range'; readonly first: number; readonly last: number }
  | { readonly kind: 'head'; readonly size: number; readonly at: string; readonly why: 'signature' | 'root' | 'none' }
  | { readonly kind: 'proof'; readonly first: number; readonly second: number }
  | { readonly kind: 'seal'; readonly present: boolean }
  | { readonly kind: 'unreadable'; readonly line: number };

export interface Details {
  /** As the file tells them now, by position in it. */
  readonly now: ReadonlyMap<number, Partial<AuditEntry>>;
  /** As the earlier export told them, by number. */
  readonly before: ReadonlyMap<number, Partial<AuditEntry>>;
}
