-- The same bytes stand once, whoever hands them in again: who has them read sees them too, not only whoever was first.
create policy source_files_of_readings on source_files for select using (
  exists (select from boundary_readings r where r.file_sha256 = source_files.sha256 and in_reach(r.jurisdiction)));
