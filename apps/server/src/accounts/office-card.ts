// The acting office of a signed-in person as the card every other noun knows.
import type { RoleCard } from '@zhenghe/contract/accounts';
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { OfficeRecord } from './office-queries.ts';

const roleNames: Readonly<Record<RoleCard['role'], Bilingual>> = {
  province: { zh: '省级经办', en: 'Provincial officer' },
  city: { zh: '市级经办', en: 'City officer' },
  county: { zh: '县级经办', en: 'County officer' },
  zone: { zh: '开发区管委会', en: 'Zone committee' },
  department: { zh: '部门', en: 'Department' },
  township: { zh: '乡镇', en: 'Township' },
  company: { zh: '平台公司', en: 'Platform company' },
  firm: { zh: '企业', en: 'Firm' },
  public: { zh: '公众', en: 'The public' },
  'system-admin': { zh: '系统管理员', en: 'System administrator' },
  'security-admin': { zh: '安全管理员', en: 'Security administrator' },
  'audit-admin': { zh: '审计管理员', en: 'Audit administrator' },
};

export function cardOf(office: OfficeRecord): RoleCard {
  return {
    id: office.id,
    role: office.role,
    name: roleNames[office.role],
    unit: { zh: office.unitName, en: office.unitName },
    question: { zh: '今天有什么等我办？', en: 'What waits for me today?' },
    jurisdiction: office.jurisdiction,
    unitId: office.caseUnit ?? office.unitId,
    personId: office.personId,
  };
}
