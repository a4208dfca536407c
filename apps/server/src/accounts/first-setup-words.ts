// What is said of rows of a first set-up, in both languages.
import type { Bilingual } from '@zhenghe/engine/kernel';

export const fields = {
  kind: { zh: '类别', en: 'Kind' },
  parent: { zh: '上级单位', en: 'Unit above' },
  function: { zh: '职能', en: 'Function' },
  from: { zh: '自', en: 'From' },
  account: { zh: '账号', en: 'Account' },
  office: { zh: '任职（申请）', en: 'Office (proposed)' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const closed = '已关闭';

export const noUnit = (name: string): Bilingual => ({
  zh: `没有单位「${name}」。请写全称、编号或政府的 6 位代码，或先在「单位」表加上。`,
  en: `There is no unit "${name}". Write its whole name, its id or the code of a government, or add it in the sheet Units.`,
});

export const manyUnits = (name: string): Bilingual => ({
  zh: `有几个单位叫「${name}」，请写编号。`,
  en: `Several units are called "${name}"; write the id.`,
});

export const otherKind = (name: string): Bilingual => ({
  zh: `「${name}」已有，类别不同。`,
  en: `"${name}" is there already, as another kind of unit.`,
});

export const noFunction = (typed: string, known: readonly string[]): Bilingual => ({
  zh: `没有职能「${typed}」。可用：${known.join('、')}。`,
  en: `There is no function "${typed}". Use one of: ${known.join(', ')}.`,
});

export const functionOfDepartments: Bilingual = {
  zh: '部门必须写职能，其他单位不写。',
  en: 'A department has a function; other units have none.',
};

export const functionTaken = (name: string): Bilingual => ({
  zh: `当地这项职能已由「${name}」承担。`,
  en: `"${name}" has that function in that place.`,
});

export const badLogin: Bilingual = {
  zh: '登录名须为 3 到 40 个字母、数字、点、横线或下划线，以字母或数字开头。',
  en: 'A login has 3 to 40 letters, digits, dots, dashes or underscores and begins with a letter or digit.',
};

export const wrongUnit = (role: string, unit: string): Bilingual => ({
  zh: `角色「${role}」不能在「${unit}」任职：角色和单位类别须一致。`,
  en: `The role ${role} has no office in "${unit}": role and kind of unit must agree.`,
});

export const backwards: Bilingual = { zh: '「至」须晚于「自」。', en: 'To must come after From.' };

export const otherName = (login: string): Bilingual => ({
  zh: `登录名 ${login} 已属于另一个姓名。`,
  en: `The login ${login} belongs to another name.`,
});

export const endedLogin = (login: string): Bilingual => ({
  zh: `登录名 ${login} 属于已停用的账号，请换一个。`,
  en: `The login ${login} belongs to an account that was ended; take another.`,
});

export const notOneself: Bilingual = { zh: '任何人不能为自己申请任职。', en: 'Nobody proposes an office for himself.' };

export const rolesApart: Bilingual = {
  zh: '管理员不能同时担任其他角色。',
  en: 'An administrator holds no other role.',
};

export const toBeDecided: Bilingual = {
  zh: '任职须由另一人决定后才生效。',
  en: 'The office holds only after a second person has decided on it.',
};
