import { expect, it } from 'vitest';
import { nextTab } from './tabs.tsx';

it('walks tabs in a ring with arrows, and jumps with Home and End', () => {
  expect(nextTab('ArrowRight', 2, 3)).toBe(0);
  expect(nextTab('ArrowLeft', 0, 3)).toBe(2);
  expect(nextTab('Home', 2, 3)).toBe(0);
  expect(nextTab('End', 0, 3)).toBe(2);
  expect(nextTab('a', 0, 3)).toBeNull();
});
