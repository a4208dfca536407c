// Options that several commands share, read and checked in one place.

import { type Day, isDay } from '@zhenghe/engine/kernel';
import { type Command, InvalidArgumentError, Option } from 'commander';

export function withVoice(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', '输出格式 / output').choices(['text', 'json']).default('text'))
    .addOption(new Option('--lang <lang>', '语言 / language').choices(['zh', 'en']).default('zh'));
}

export function dayOption(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('应为日期 YYYY-MM-DD / expected a date YYYY-MM-DD');
  return text;
}

export function listOption(text: string): readonly string[] {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length === 0) throw new InvalidArgumentError('应为以逗号分开的编号 / expected ids parted by commas');
  return items;
}

export function countOption(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('应为不小于 0 的整数 / expected a whole number, 0 or more');
  return Number(text);
}

/** Today in the time zone that deadlines are counted in. */
export function today(): Day {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
