import { expect, it } from 'vitest';
import { type Edit, edit, isDirty, startEdit } from './edit.ts';
import { putBack, typedIn } from './kept-plan.ts';
import { aSmallPlan } from './sample.ts';

it('comes back whole after a reload: figures, and a text that cannot be read yet', () => {
  const cell = (row: string) => ({ table: 'blocks', row, field: 'areaAfter' }) as const;
  const typed = [
    { kind: 'type', cell: cell('b1'), text: '17.25' },
    { kind: 'type', cell: cell('b2'), text: '5.7.3' },
  ] as const;
  const before = (typed as readonly Edit[]).reduce(edit, startEdit(aSmallPlan(), 3));
  const kept = JSON.parse(JSON.stringify(typedIn(before)));
  let after = startEdit(aSmallPlan(), 3);
  putBack((action) => {
    after = edit(after, action);
  }, kept);
  expect(after.plan).toEqual(before.plan);
  expect(after.unread).toEqual(before.unread);
  expect(isDirty(after)).toBe(true);
});
