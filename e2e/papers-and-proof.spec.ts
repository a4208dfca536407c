// What stays provable: the paper of an approved plan opens by its code for anybody, and the log proves itself to the auditor.
import { readFileSync } from 'node:fs';
import { madeApproval, verifyCode } from './papers.ts';
import { expect, test } from './visitor.ts';

const approved = '/plans/training-330702?data=training&on=2021-06-10&tab=documents';

test('the province makes the approval of a plan, and anybody opens its code and holds the file against it', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open(approved);
  const { code, path } = await madeApproval(page);
  const bytes = readFileSync(path);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');

  await visitor.as('public');
  await visitor.open('/verify');
  await verifyCode(page, code.toLowerCase());
  await expect(page.getByText(/训练数据/).first()).toBeVisible();
  const chooser = page.locator('input[type="file"]');
  await chooser.setInputFiles({ name: 'original.docx', mimeType: 'application/octet-stream', buffer: bytes });
  await expect(page.getByText(/逐字节相同/)).toBeVisible();
  await chooser.setInputFiles({
    name: 'bent.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.concat([bytes, Buffer.from('x')]),
  });
  await expect(page.getByText(/与原件不同/)).toBeVisible();
});

test('the auditor verifies the log, proves one entry in the browser, and takes the whole out; nobody else sees it', async ({
  page,
  visitor,
}) => {
  await visitor.as('audit');
  await visitor.open('/audit?data=training');
  await page.getByRole('button', { name: '核验全部' }).click();
  await expect(page.getByText(/完整：\d+ 条记录与签名一致/)).toBeVisible();
  await page.getByRole('table', { name: '审计日志' }).getByRole('row').nth(1).click();
  await expect(page.getByText('证明成立')).toBeVisible();
  await expect(page.getByText(/本浏览器已核验：它是签名树头所覆盖 \d+ 条中的第 \d+ 条/)).toBeVisible();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).click()]);
  const lines = readFileSync(await saved.path(), 'utf8')
    .trim()
    .split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'log', format: 'zhenghe-audit/1' });
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ kind: 'end' });

  await visitor.as('province');
  await visitor.open('/audit?data=training');
  await expect(page.getByText('审计日志只向审计管理员开放')).toBeVisible();
});
