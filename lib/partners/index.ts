// Partner accounts: the tenants (contract §1), how they open, and their people.
export { addSampleData } from './add-sample-data';
export { resumePartner, suspendPartner } from './change-standing';
export { completeSignUp, type CompletedSignUp } from './complete-sign-up';
export { acceptInvitation, inviteMember, readInvitation, revokeInvitation } from './invitations';
export { resendCode, signUp } from './sign-up';
export { changeMemberRole, listTeam, removeMember } from './team';
