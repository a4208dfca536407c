// Faults: what went wrong, where, and what to do next. They end a start or a request; they are never swallowed.
import type { Bilingual } from '@zhenghe/engine/kernel';

/** The product cannot start (or a command cannot run) for a reason its operator can mend. Printed without a stack, in both languages. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
  readonly what: Bilingual;
  readonly next: Bilingual;

  constructor(what: Bilingual, next: Bilingual, options?: ErrorOptions) {
    super(what.en, options);
    this.what = what;
    this.next = next;
  }
}

/** The code of a system error ('EACCES', 'EADDRINUSE'), or null when it is no system error. */
export function codeOf(fault: unknown): string | null {
  if (!(fault instanceof Error) || !('code' in fault)) return null;
  return typeof fault.code === 'string' ? fault.code : null;
}
