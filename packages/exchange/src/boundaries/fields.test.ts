import { expect, it } from 'vitest';
import { guessMapping } from './fields.ts';

it('fields are known by their names in Chinese, English and the short names of a .dbf', () => {
  expect(guessMapping(['图层', '地块编号', '地块名称', '用途', '其他'])).toEqual({ 地块编号: 'code', 地块名称: 'name', 用途: 'use' });
  expect(guessMapping(['OBJECTID', 'CODE', 'NAME', 'XZMC'])).toEqual({ CODE: 'code', NAME: 'name', XZMC: 'township' });
  expect(guessMapping(['Block Code', 'id'])).toEqual({ 'Block Code': 'code' });
  expect(guessMapping(['a', 'b'])).toEqual({});
});
