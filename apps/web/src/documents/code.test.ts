import { expect, it } from 'vitest';
import { printedCode, sha256 } from './code.ts';

it('a code is printed in three groups', () => {
  expect(printedCode('ABCDEFGHJKMN')).toBe('ABCD-EFGH-JKMN');
});

it('a file is hashed as other tools hash it', async () => {
  expect(await sha256(new TextEncoder().encode('abc').buffer)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
