// Which PostgreSQL servers we work with: 15 or newer.
import { StartFault } from '../fault.ts';

const oldest = 15;

/** Takes `server_version_num` ("180004") and `server_version` ("18.4"); refuses an older server by its name. */
export function refuseOldServer(number: string, name: string): void {
  const major = Math.floor(Number(number) / 10_000);
  if (major >= oldest) return;
  throw new StartFault(
    {
      zh: `DATABASE_URL 指向 PostgreSQL ${name}；需要 PostgreSQL ${oldest} 或更新的版本。`,
      en: `DATABASE_URL points to PostgreSQL ${name}; PostgreSQL ${oldest} or newer is needed.`,
    },
    {
      zh: '请升级该数据库，或去掉 DATABASE_URL，使用随附的 PostgreSQL。',
      en: 'Upgrade that server, or start without DATABASE_URL to use the PostgreSQL that comes with the product.',
    },
  );
}
