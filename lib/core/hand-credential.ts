// Calls that a person sends from the console bear a credential of no client's: they are no evidence of what a program does.

/** The `credential_id` of a sandbox project's calls that were sent by hand. */
export function handCredentialId(projectId: string): string {
  return `sec_${projectId.slice('prj_'.length)}`;
}
