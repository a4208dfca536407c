// Contacts go some time after the answers are out: asked every minute, done once for each round, and on record.

import type { Dataset } from '@zhenghe/contract/kernel';
import { purgeIsDue } from '@zhenghe/engine/consultation';
import type { Day } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Caller } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { roundToChange, write } from './act.ts';
import { forgetContacts, listUnpurged } from './queries.ts';
import { product, standingOf } from './record.ts';

/** The product acts by itself: no person, no office. */
const itself: Caller = {
  profile: 'production',
  card: { id: product.card, role: 'public', name: product.unit, unit: product.unit, question: product.unit, jurisdiction: '330000' },
};

/** Answers how many rounds were purged. */
export async function purgeWhenDue(db: Database, rulebook: Rulebook, today: (dataset: Dataset) => Day): Promise<number> {
  const keep = rulebook.consultationDefaults.contactDays;
  if (keep === null) return 0;
  const due = (await listUnpurged(db)).filter((round) => purgeIsDue(standingOf(round), keep, today(round.head.dataset)));
  for (const { head } of due) {
    await db.transaction().execute(async (tx) => {
      const round = await roundToChange(tx, head.id);
      const on = today(head.dataset);
      if (!purgeIsDue(standingOf(round), keep, on)) return;
      await write(tx, { caller: itself, requestId: 'purge' }, round, { kind: 'purge', on, unit: null, actor: product });
      await forgetContacts(tx, head.id);
    });
  }
  return due.length;
}
