// Who reads a kind of data whole, each role once, at the widest reach it is cleared for; administrators only what is of accounts.
import type { DataClass, DataClasses } from '@zhenghe/contract/accounts';
import { isAdmin, isCleared } from '@zhenghe/engine/accounts';

type Row = DataClasses['clearance'][number];
type Readers = Readonly<Record<'own' | 'below' | 'elsewhere', readonly Row['role'][]>>;

export function readersOf({ level, area }: Pick<DataClass, 'level' | 'area'>, clearance: readonly Row[]): Readers {
  const asked = clearance.filter(({ role }) => area === 'accounts' || !isAdmin(role));
  const widest = ({ own, below, elsewhere }: Row) =>
    isCleared(elsewhere, level) ? 'elsewhere' : isCleared(below, level) ? 'below' : isCleared(own, level) ? 'own' : null;
  const at = (reach: keyof Readers) => asked.filter((row) => widest(row) === reach).map(({ role }) => role);
  return { own: at('own'), below: at('below'), elsewhere: at('elsewhere') };
}
