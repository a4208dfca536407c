// Words of accounts.
import type { WordsLike } from '../ui/index.ts';

const zh = {
  title: '选择角色',
  answers: '演示环境没有登录。选一张角色卡，先看到这个角色今天最关心的答案。',
  demo: '演示 Demo',
  demoNote: '角色卡只在本机演示环境中存在；正式环境没有这个入口。',
  choose: '以此角色进入',
  current: '当前角色',
  none: '正式环境没有角色卡',
  noneNext: '请用账号登录；未登录者以公众身份浏览。',
  role: {
    province: '省级',
    city: '市级',
    county: '县级',
    zone: '开发区',
    department: '部门',
    township: '乡镇',
    company: '平台公司',
    firm: '企业',
    public: '公众',
    'system-admin': '系统管理员',
    'security-admin': '安全管理员',
    'audit-admin': '审计管理员',
  },
};

const en: WordsLike<typeof zh> = {
  title: 'Choose a role',
  answers: 'The demo has no sign-in. Pick a card and see first what that person needs today.',
  demo: '演示 Demo',
  demoNote: 'Role cards exist only in the demo on this machine; production has no such door.',
  choose: 'Enter as this role',
  current: 'Current role',
  none: 'Production has no role cards',
  noneNext: 'Sign in with an account; without one everyone reads as the public.',
  role: {
    province: 'Province',
    city: 'City',
    county: 'County',
    zone: 'Zone',
    department: 'Department',
    township: 'Township',
    company: 'Platform company',
    firm: 'Firm',
    public: 'Public',
    'system-admin': 'System administrator',
    'security-admin': 'Security administrator',
    'audit-admin': 'Audit administrator',
  },
};

export const words = { zh, en };
