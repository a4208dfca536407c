// The papers, said in blocks: 方案, 请示, 批复, 检查结果报告, 征求意见采纳情况表. Every figure comes from the plan's own answer; no number of a
// document is invented: where an office gives it, its place stays open.
import { answersPaper } from './answers-paper.ts';
import type { Block, Paper } from './block.ts';
import { type PaperContent, type PaperKind, type PaperMark, printedCode } from './content.ts';
import { areaCell, dayText } from './figures.ts';
import {
  annexes,
  answerPassages,
  areaSentence,
  clauseKey,
  clauseText,
  countSentence,
  findingSentence,
  headings,
  mergeSentence,
  milestoneSentence,
  missingAreas,
  openFindings,
  organisationSentence,
  outcomeMarks,
  parksTable,
  partsTable,
  sourceSentence,
  stateWord,
  sumsTable,
  zonePassages,
} from './parts.ts';

const annexNames = ['整合提升前后对照表', '整合提升前位置示意图', '整合提升后位置示意图'];

type SaidInBlocks = Exclude<PaperKind, 'answers-sheet'>;
const writers: Readonly<Record<SaidInBlocks, (content: PaperContent) => Paper>> = { plan, request, reply, findings, answers: answersPaper };

export function paperOf(content: PaperContent, mark: PaperMark): Paper {
  if (content.kind === 'answers-sheet') throw new Error('a workbook is not said in blocks');
  const paper = writers[content.kind](content);
  return { ...paper, blocks: [...paper.blocks, { as: 'verify', lines: verifyLines(content, mark) }] };
}

function plan(content: PaperContent): Paper {
  const { detail } = content;
  const heading = headings();
  const sums = sumsTable(detail);
  return {
    title: detail.plan.title,
    landscape: false,
    blocks: [
      { as: 'title', text: detail.plan.title },
      { as: 'under-title', text: `（第${detail.version}版　${stateWord(detail)}　截至${dayText(content.on)}）` },
      heading('整合前的园区'),
      { as: 'body', text: mergeSentence(detail) },
      parksTable(detail),
      heading('整合后的开发区'),
      ...zonePassages(detail),
      partsTable(detail),
      heading('面积'),
      { as: 'body', text: areaSentence(detail) },
      ...missingNote(content),
      ...(sums ? [sums] : []),
      heading('机构和人员'),
      { as: 'body', text: organisationSentence(detail) },
      heading('时间安排'),
      { as: 'body', text: milestoneSentence(detail) },
      heading('对照检查'),
      { as: 'body', text: `依据${sourceSentence(content)}。${countSentence(detail)}` },
      heading('书面理由和例外'),
      ...answerPassages(detail),
      { as: 'attachments', names: annexNames },
      ...annexes(content),
    ],
  };
}

function request(content: PaperContent): Paper {
  const { detail, place, above, submitted } = content;
  const heading = headings();
  const from = submitted?.by ?? content.maker.zh;
  const title = `关于报请审批《${detail.plan.title}》的请示`;
  const open = openFindings(detail);
  return {
    title,
    landscape: false,
    blocks: [
      { as: 'issuer', text: from },
      { as: 'number', text: openNumber(content.on), signer: true },
      { as: 'title', text: title },
      { as: 'addressee', text: `${above}人民政府：` },
      {
        as: 'body',
        text: `根据${sourceSentence(content)}，编制了《${detail.plan.title}》（第${detail.version}版，${stateWord(detail)}），现将${place}整合提升有关情况报告如下。`,
      },
      heading('整合情况'),
      { as: 'body', text: mergeSentence(detail) },
      { as: 'body', text: organisationSentence(detail) },
      heading('面积变化'),
      { as: 'body', text: areaSentence(detail) },
      ...missingNote(content),
      heading('时间安排'),
      { as: 'body', text: milestoneSentence(detail) },
      heading('对照检查'),
      { as: 'body', text: countSentence(detail) },
      ...open.map(
        (finding, at): Block => ({ as: 'body', text: `${at + 1}．${outcomeMarks[finding.outcome]}：${findingSentence(finding)}` }),
      ),
      ...clauseKey(content),
      heading('书面理由和例外'),
      ...answerPassages(detail),
      { as: 'body', text: '妥否，请批示。' },
      { as: 'attachments', names: [detail.plan.title, ...annexNames] },
      { as: 'signature', unit: from, day: dayText(submitted?.on ?? content.on) },
    ],
  };
}

function reply(content: PaperContent): Paper {
  const { detail, place, approved } = content;
  if (!approved) throw new Error('a 批复 of a plan that is not approved');
  const heading = headings();
  const title = `关于《${detail.plan.title}》的批复`;
  return {
    title,
    landscape: false,
    blocks: [
      { as: 'issuer', text: approved.by },
      { as: 'number', text: approved.number ?? openNumber(approved.on) },
      { as: 'title', text: title },
      { as: 'addressee', text: `${place}人民政府：` },
      {
        as: 'body',
        text: `你地报送的《${detail.plan.title}》（第${approved.version}版）收悉。${approved.by}已于${dayText(approved.on)}批准该版本，现批复如下。`,
      },
      heading('批准的整合结果'),
      { as: 'body', text: mergeSentence(detail) },
      ...zonePassages(detail),
      heading('批准的面积'),
      { as: 'body', text: areaSentence(detail) },
      heading('时间安排'),
      { as: 'body', text: milestoneSentence(detail) },
      ...(approved.note ? [heading('批复意见'), { as: 'body', text: approved.note } as const] : []),
      { as: 'body', text: '批准的版本不再修改；确需调整的，另行编制新版本并按程序报批。' },
      { as: 'body', text: '此复。' },
      { as: 'attachments', names: [annexNames[0] ?? ''] },
      { as: 'signature', unit: approved.by, day: dayText(approved.on) },
      // The only annex bears no number.
      ...annexes(content)
        .slice(0, 2)
        .map((block) => (block.as === 'annex' ? { ...block, label: '附件' } : block)),
    ],
  };
}

function findings(content: PaperContent): Paper {
  const { detail } = content;
  const title = `《${detail.plan.title}》检查结果报告`;
  const ranked = [...openFindings(detail), ...detail.check.findings.filter(({ outcome }) => outcome === 'pass')];
  return {
    title,
    landscape: true,
    blocks: [
      { as: 'title', text: title },
      { as: 'under-title', text: `（第${detail.version}版　${stateWord(detail)}　截至${dayText(content.on)}）` },
      { as: 'body', text: `依据${sourceSentence(content)}。${countSentence(detail)}` },
      { as: 'body', text: areaSentence(detail) },
      ...clauseKey(content),
      {
        as: 'table',
        head: ['序号', '结论', '位置', '检查说明', '实测', '规定', '条款', '答复'],
        widths: [5, 8, 15, 28, 11, 11, 11, 11],
        rows: ranked.map((finding, at) => [
          String(at + 1),
          `${outcomeMarks[finding.outcome]}${finding.blocking ? '（阻止报送）' : ''}`,
          finding.where.label,
          `${finding.message.zh}${finding.outcome !== 'pass' && finding.mend ? ` 改正：${finding.mend.zh}` : ''}`,
          finding.measured ?? '—',
          finding.allowed ?? '—',
          clauseText(finding),
          finding.answer ? `${finding.answer.text}${finding.answer.paper ? `（${finding.answer.paper}）` : ''}` : '—',
        ]),
      },
    ],
  };
}

/** The office that signs writes letters and number in. */
function openNumber(day: string): string {
  return `　　　〔${day.slice(0, 4)}〕　　号`;
}

function missingNote({ detail }: PaperContent): readonly Block[] {
  const missing = missingAreas(detail);
  if (missing === 0) return [];
  return [{ as: 'body', text: `有${missing}个区块缺少面积，合计在补齐前为${areaCell(detail.check.totals.after)}，不按零计算。` }];
}

function verifyLines(content: PaperContent, { code, address }: PaperMark): readonly string[] {
  const { detail } = content;
  return [
    `核验码　${printedCode(code)}`,
    `核验地址　${address}`,
    `方案　${detail.plan.code}　第${detail.version}版（${stateWord(detail)}，截至${dayText(content.on)}）`,
    `版本校验值（SHA-256）　${content.planSha256}`,
    `检查规则　${content.sources.map(({ id, hash }) => `${id} ${hash.slice(0, 12)}`).join('、')}`,
    `由${content.maker.zh}生成${detail.dataset === 'training' ? '　训练数据，不具有任何效力' : ''}`,
  ];
}
