// Why a sign-in, a secret or a grant is not taken, in both languages. Nothing here tells whether a login exists.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { refusal } from '../platform/refusal.ts';

export const noAccountsHere = () => refusal('NOT_FOUND', { zh: '演示环境没有账号登录。', en: 'The demo has no accounts to sign in to.' });

export const signInFirst = () => refusal('NOT_ALLOWED', { zh: '请先登录。', en: 'Sign in first.' });

export const wrongLogin = () =>
  refusal('NOT_ALLOWED', { zh: '登录名、密码或验证码不正确。', en: 'The login, the password or the code is not right.' });

export function waitBefore(until: string, now: number) {
  const minutes = Math.max(1, Math.ceil((Date.parse(until) - now) / 60_000));
  return refusal('NOT_ALLOWED', {
    zh: `失败次数过多，请在 ${minutes} 分钟后再试。忘记密码或丢失验证器，请联系安全管理员。`,
    en: `Too many failures: try again in ${minutes} min. For a lost password or authenticator ask the security administrator.`,
  });
}

export const proveFirst = () =>
  refusal('PROOF_NEEDED', {
    zh: '此项操作须再次验证身份（5 分钟内有效）。',
    en: 'This needs a new proof of identity; it counts for 5 minutes.',
  });

export function badPassword(problems: readonly Bilingual[]) {
  return refusal('CONFLICT', {
    zh: `密码不符合要求：${problems.map((one) => one.zh).join('；')}。`,
    en: `The password does not do: ${problems.map((one) => one.en).join('; ')}.`,
  });
}

export const oldPassword = (count: number) =>
  refusal('CONFLICT', { zh: `不能使用最近 ${count + 1} 个密码。`, en: `Not one of the last ${count + 1} passwords.` });

export const wrongCode = () =>
  refusal('NOT_ALLOWED', {
    zh: '验证码不正确或已使用过。请等验证器显示下一个，再输入。',
    en: 'The code is not right or was used already. Wait for the next one and type that.',
  });

export const noPendingFactor = () =>
  refusal('CONFLICT', { zh: '没有待确认的验证器，请重新开始。', en: 'No authenticator waits to be confirmed; start again.' });

export const badToken = () =>
  refusal('NOT_ALLOWED', {
    zh: '初始化令牌不正确、已过期或已使用。重新启动服务可得到新令牌。',
    en: 'The setup token is wrong, expired or used. Starting the server again gives a new one.',
  });

export const alreadySetUp = () =>
  refusal('NOT_ALLOWED', { zh: '系统已初始化，此入口已关闭。', en: 'The product is set up; this door is closed.' });

export const samePerson = () =>
  refusal('CONFLICT', { zh: '两名管理员须是两个人，登录名不能相同。', en: 'The two administrators are two people with two logins.' });

export const loginTaken = (login: string) =>
  refusal('CONFLICT', { zh: `登录名“${login}”已被使用。`, en: `The login "${login}" is taken.` });

export const noSuch = (zh: string, en: string) => refusal('NOT_FOUND', { zh: `没有这个${zh}。`, en: `There is no such ${en}.` });

export const notOneself = () =>
  refusal('NOT_ALLOWED', { zh: '任何人不能办理自己的账号或任职。', en: 'Nobody handles his own account or office.' });

export const badHands = (reason: Bilingual) => refusal('NOT_ALLOWED', reason);

export const rolesApart = () =>
  refusal('CONFLICT', {
    zh: '管理员不能同时担任其他角色：系统、安全、审计管理员彼此分开，也不办理业务。',
    en: 'An administrator holds no other role: system, security and audit stay apart, and none does business.',
  });

export const lastAdmin = () =>
  refusal('CONFLICT', {
    zh: '这是最后一名该类管理员，须先任命继任者。',
    en: 'This is the last administrator of this kind; appoint a successor first.',
  });

export const alreadyDecided = () =>
  refusal('CONFLICT', { zh: '这项任职已经办理，请刷新。', en: 'This office was decided already; load again.' });

export const unitInUse = () =>
  refusal('CONFLICT', {
    zh: '单位下还有任职或下级单位，须先结束它们。',
    en: 'The unit still has offices or units under it; end those first.',
  });

export const readOnlyView = () =>
  refusal('NOT_ALLOWED', {
    zh: '正在以他人视角查看，只能看不能办。',
    en: 'You look with another’s eyes: you may read and change nothing.',
  });

export const signedOut = () =>
  refusal('SIGNED_OUT', {
    zh: '登录已失效，或本浏览器已换人登录。请重新登录；填写的内容仍在页面上。',
    en: 'You are no longer signed in here, or somebody else is. Sign in again; what you typed is still on the page.',
  });

export const noProvider = () => refusal('NOT_FOUND', { zh: '没有设置统一身份认证。', en: 'No sign-in provider is set up.' });

export const providerSilent = () =>
  refusal('CONFLICT', {
    zh: '统一身份认证没有应答。请稍后再试，或用密码和验证码。',
    en: 'The sign-in provider does not answer. Try again later, or use password and code.',
  });

export const badInvitation = () =>
  refusal('NOT_ALLOWED', {
    zh: '邀请不正确、已使用或已过期。请向安全管理员索取新的邀请。',
    en: 'The invitation is wrong, used or expired. Ask the security administrator for a new one.',
  });

export const beginAgain = () =>
  refusal('NOT_ALLOWED', { zh: '这次登录已过期，请重新开始。', en: 'This sign-in has expired; begin again.' });

export const noFunction = () =>
  refusal('CONFLICT', {
    zh: '添加部门须选定职能，且须是流程中列明的职能；其他单位没有职能。',
    en: 'A department needs one of the functions that the workflows name; other units have none.',
  });

export const functionTaken = (name: string) =>
  refusal('CONFLICT', {
    zh: `同一地区已有承担此职能的部门：${name}。请先结束它，或选用其他职能。`,
    en: `The place has a department with that function: ${name}. End it first, or choose another function.`,
  });

export const wrongUnit = () =>
  refusal('CONFLICT', {
    zh: '角色与单位类别不符：县级角色须在县（市、区），部门角色须在部门；管理员须在政府或部门。',
    en: 'The role does not fit the unit: a county officer sits in a county, a department officer in a department, an administrator in a government or a department.',
  });
