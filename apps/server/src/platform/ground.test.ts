import { describe, expect, it } from 'vitest';
import { groundIn, groundOrigin } from './ground.ts';

describe('the ground map', () => {
  it('is off unless configured', () => {
    expect(groundIn({}, [])).toBeNull();
    expect(groundOrigin(null)).toBeNull();
  });
  it('carries its key, and names the one origin that pictures may come from', () => {
    const ground = groundIn({ ZHENGHE_WMTS: 'https://t0.example.gov.cn/{layer}_c/wmts', ZHENGHE_WMTS_KEY: 'a b' }, []);
    expect(ground).toMatchObject({ url: 'https://t0.example.gov.cn/{layer}_c/wmts?tk=a%20b', layers: ['vec', 'cva'] });
    expect(groundOrigin(ground)).toBe('https://t0.example.gov.cn');
  });
  it('is credited as the operator says, else by its host', () => {
    const address = { ZHENGHE_WMTS: 'https://t0.example.gov.cn/{layer}_c/wmts' };
    expect(groundIn(address, [])?.credit).toBe('t0.example.gov.cn');
    expect(groundIn({ ...address, ZHENGHE_WMTS_CREDIT: '训练底图' }, [])?.credit).toBe('训练底图');
  });
  it('that is no address is told, and not used', () => {
    const problems: string[] = [];
    expect(groundIn({ ZHENGHE_WMTS: 'file:///etc/{layer}' }, problems)).toBeNull();
    expect(problems).toHaveLength(1);
  });
});
