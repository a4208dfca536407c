import { expect, it } from 'vitest';
import { fieldName, readable, valueName } from './fields.ts';

const words = { nothing: '—', yes: '是', no: '否' };

it('names each step of a field, counts places from one, and keeps names of its own', () => {
  const names = { calibres: '口径', title: '标题', zh: '中文' };
  expect(fieldName('calibres.above-20m.title.zh', names)).toBe('口径 · above-20m · 标题 · 中文');
  expect(fieldName('calibres.0.from', names)).toBe('口径 · 1 · from');
  expect(fieldName('toString', names)).toBe('toString');
});

it('calls a value of a few by its name, by the field it stands in', () => {
  const sets = { direction: { none: '文件未说明' }, gathering: { none: '不可汇总' } };
  expect(valueName('direction', '"none"', sets)).toBe('文件未说明');
  expect(valueName('gathering', '"none"', sets)).toBe('不可汇总');
  expect(valueName('name.zh', '"none"', sets)).toBeNull();
  expect(valueName('direction', null, sets)).toBeNull();
});

it('reads values as people do: a missing one is never blank, a list is one line', () => {
  expect(readable(null, words)).toBe('—');
  expect(readable('"万元"', words)).toBe('万元');
  expect(readable('false', words)).toBe('否');
  expect(readable('[]', words)).toBe('—');
  expect(readable('["甲","乙"]', words)).toBe('甲；乙');
  expect(readable('{"pack":"zj","clause":"S2-(七)","note":null}', words)).toBe('zj · S2-(七)');
  expect(readable('half {', words)).toBe('half {');
});
