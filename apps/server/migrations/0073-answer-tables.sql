-- The answer table of consultation (征求意见采纳情况表) as a paper of the plan, as docx and as a workbook.
alter table documents drop constraint documents_kind_check;
alter table documents add constraint documents_kind_check
  check (kind in ('plan', 'request', 'reply', 'findings', 'answers', 'answers-sheet'));
comment on column documents.kind is
  'plan 方案, request 请示, reply 批复, findings 检查结果报告, answers 征求意见采纳情况表, answers-sheet the same as a workbook';
comment on column document_files.bytes is 'The docx or xlsx itself';
