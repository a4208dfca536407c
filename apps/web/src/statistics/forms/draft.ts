// A form being changed into a proposal: rows added, moved, taken out, marked; checks added and taken out. Pure.
import type { Form } from '../shapes.ts';

type Row = Form['groups'][number]['rows'][number];

export type FormEdit =
  | { readonly kind: 'add'; readonly group: string; readonly indicator: string }
  | { readonly kind: 'remove'; readonly group: string; readonly at: number }
  | { readonly kind: 'move'; readonly group: string; readonly at: number; readonly by: -1 | 1 }
  | { readonly kind: 'row'; readonly group: string; readonly at: number; readonly change: Partial<Pick<Row, 'required' | 'help'>> }
  | { readonly kind: 'check-add'; readonly check: Form['checks'][number] }
  | { readonly kind: 'check-remove'; readonly id: string }
  | { readonly kind: 'check-severity'; readonly id: string; readonly severity: 'block' | 'explain' }
  | { readonly kind: 'days'; readonly dueDays: number; readonly levelDays: number };

export function editForm(form: Form, edit: FormEdit): Form {
  switch (edit.kind) {
    case 'check-add':
      return { ...form, checks: [...form.checks, edit.check] };
    case 'check-remove':
      return { ...form, checks: form.checks.filter(({ id }) => id !== edit.id) };
    case 'check-severity':
      return { ...form, checks: form.checks.map((check) => (check.id === edit.id ? { ...check, severity: edit.severity } : check)) };
    case 'days':
      // Days somebody chose in the product are no longer those of a document.
      return { ...form, dueDays: edit.dueDays, levelDays: edit.levelDays, dueFrom: 'product-default' };
    default:
      return {
        ...form,
        groups: form.groups.map((group) => (group.id === edit.group ? { ...group, rows: rowsAfter(group.rows, edit) } : group)),
      };
  }
}

type RowEdit = Extract<FormEdit, { readonly group: string }>;

function rowsAfter(rows: readonly Row[], edit: RowEdit): Row[] {
  switch (edit.kind) {
    case 'add':
      return [...rows, { indicator: edit.indicator, required: true, help: null, calibre: null }];
    case 'remove':
      return rows.filter((_, at) => at !== edit.at);
    case 'row':
      return rows.map((row, at) => (at === edit.at ? { ...row, ...edit.change } : row));
    case 'move': {
      const [row, to] = [rows[edit.at], edit.at + edit.by];
      if (!row || to < 0 || to >= rows.length) return [...rows];
      const rest = rows.filter((_, at) => at !== edit.at);
      return [...rest.slice(0, to), row, ...rest.slice(to)];
    }
  }
}

/** As it is proposed: help in both languages or none, since half of it says nothing to half of the readers. */
export function completed(form: Form): Form {
  const groups = form.groups.map((group) => ({ ...group, rows: group.rows.map((row) => ({ ...row, help: wholeHelp(row.help) })) }));
  return { ...form, groups };
}

function wholeHelp(help: Row['help']): Row['help'] {
  const [zh, en] = [help?.zh.trim() ?? '', help?.en.trim() ?? ''];
  return zh === '' && en === '' ? null : { zh: zh || en, en: en || zh };
}

/** An id no other check of the form has. */
export function newCheckId(form: Form): string {
  const taken = new Set(form.checks.map(({ id }) => id));
  let count = form.checks.length + 1;
  while (taken.has(`own-${count}`)) count += 1;
  return `own-${count}`;
}
