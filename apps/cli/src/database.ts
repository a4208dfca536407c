// The product's database for a command; what an operator can mend ends the command in the reader's language.
import { cannot, type Voice } from './stop.ts';

export type Borrowed = import('@zhenghe/server/src/platform/borrow.ts').Borrowed;

export async function onDatabase<T>(voice: Voice, work: (borrowed: Borrowed) => Promise<T>): Promise<T> {
  const { withDatabase } = await import('@zhenghe/server/src/platform/borrow.ts');
  const { StartFault } = await import('@zhenghe/server/src/platform/fault.ts');
  try {
    return await withDatabase(tell, work);
  } catch (fault) {
    if (!(fault instanceof StartFault)) throw fault;
    throw cannot(voice, { zh: `${fault.what.zh}${fault.next.zh}`, en: `${fault.what.en} ${fault.next.en}` });
  }
}

/** What is done on the way; the answer itself goes to stdout. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
