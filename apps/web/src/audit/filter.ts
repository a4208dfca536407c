// What the auditor looks for, as it stands in the address.
import { isDay } from '@zhenghe/engine/kernel';

type Search = Readonly<Record<string, string | undefined>>;

export const pageSize = 50;

export function filterOf({ unit, object, action, from, to, page }: Search) {
  const number = Number(page);
  return {
    ...(unit && { unit }),
    ...(object && { object }),
    ...(action && { action }),
    ...(from && isDay(from) && { from }),
    ...(to && isDay(to) && { to }),
    page: Number.isInteger(number) && number > 0 ? number : 1,
    size: pageSize,
  };
}
