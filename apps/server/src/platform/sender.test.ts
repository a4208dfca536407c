import { expect, it } from 'vitest';
import { senderAt } from './sender.ts';

it('all addresses of one IPv6 network are one sender; those of IPv4 each their own, however they are written', () => {
  const one = ['2001:db8:0:7::1', '2001:0db8::7:ffff:1:2:3', '2001:DB8:0:7:1:2:3:4', '2001:db8:0:7::1%eth0'].map(senderAt);
  expect(new Set(one)).toEqual(new Set(['2001:db8:0:7::/64']));
  expect(senderAt('2001:db8:0:8::1')).toBe('2001:db8:0:8::/64');
  expect(senderAt('::1')).toBe('0:0:0:0::/64');
  expect(['10.0.0.7', '::ffff:10.0.0.7', '::FFFF:10.0.0.7'].map(senderAt)).toEqual(['10.0.0.7', '10.0.0.7', '10.0.0.7']);
  expect(senderAt('unknown')).toBe('unknown');
});
