// What an entry says, for people: "Ruth Calloway verified the company". The raw entry stands beside it.

/** Acts whose words are not those of their name. Every other one reads `object.verb` as it is spelled. */
const phrases: Readonly<Record<string, string>> = {
  'application.give_details': 'gave the details of an application',
  'application.fund': 'marked an application as funded',
  'application.return': 'noted that the money of an application came back',
  'application.start_review': 'began the review of an application',
  'audit.verify': 'verified the audit trail',
  'audit.export_anchor': 'took an anchor of the audit trail',
  'bank_instruction.claim': 'took a payment to send to the bank',
  'bank_instruction.not_at_bank': 'found that the bank never had a payment',
  'client.add_key': 'added a public key to a client',
  'client.add_secret': 'added a secret to a client',
  'client.change_scopes': 'changed the scopes of a client',
  'client.retire_credential': 'retired a credential',
  'client.revoke_credential': 'revoked a credential',
  'decision.complete': 'made a decision',
  'decision.refer': 'referred a decision to a person',
  'disbursement.check_payee': 'asked the bank about a payee',
  'disbursement.fail': 'noted that the bank refused a payment',
  'disbursement.hold': 'put a payment on hold',
  'disbursement.mark_unknown': 'noted that the bank was silent about a payment',
  'disbursement.record_call_back': 'recorded a call back to a payee',
  'disbursement.request': 'asked for the money of an offer',
  'disbursement.resume': 'took a payment off hold',
  'disbursement.return': 'noted that a payment came back',
  'disbursement.send': 'sent a payment to the bank',
  'disbursement.settle': 'noted that a payment arrived',
  'disbursement.void_approval': 'voided the approval of a payment',
  'event.redeliver': 'sent an event again',
  'identity_check.refer': 'referred an identity check to a person',
  'identity_subject.erase': 'erased the personal data of an identity check',
  'member.change_role': 'changed the role of a member',
  'member.join': 'joined the team',
  'member.leave': 'left the team',
  'member.revoke_invitation': 'took an invitation back',
  'money_out.alarm': 'stopped all money-out after an alarm',
  'money_out.confirm_limits': 'confirmed new limits, as the second person',
  'money_out.propose_limits': 'proposed new limits',
  'money_out.propose_start': 'asked to start money-out again',
  'money_out.start': 'started money-out again, as the second person',
  'money_out.stop': 'stopped money-out',
  'money_out.withdraw_limits': 'withdrew proposed limits',
  'partner.change_profile': 'changed the company’s details',
  'partner.open': 'opened an account',
  'partner.resume': 'let a partner work again',
  'partner.suspend': 'suspended a partner',
  'partner.verify': 'verified the company',
  'payment_link.dispute': 'noted that a payer disputed a payment',
  'payment_link.fail': 'noted that a payment failed',
  'payment_link.flag_refund': 'flagged a payment to be refunded',
  'payment_link.note_attempt': 'noted an attempt to pay',
  'payment_link.settle': 'noted that a payment settled',
  'payment_link.start': 'went to the bank to pay a link',
  'payment_link.succeed': 'noted that a payer authorised a payment',
  'person.disable_totp': 'turned the second factor off',
  'person.enable_totp': 'turned the second factor on',
  'person.renew_recovery_codes': 'made new recovery codes',
  'person.reset_password': 'reset a password',
  'project.advance_clock': 'put the clock of a sandbox ahead',
  'project.ask_for_live': 'asked for a live project',
  'project.ask_for_tier': 'asked for another tier',
  'project.change_redirect_uris': 'changed the redirect addresses of a project',
  'project.change_tier': 'moved a project to another tier',
  'project.open_live': 'opened a live project',
  'project.resume': 'let a project work again',
  'project_request.approved': 'approved a request',
  'project_request.declined': 'declined a request',
  'reconciliation.resolve': 'ended a task of reconciliation',
  'session.end': 'signed out',
  'session.revoke': 'ended a session',
  'session.revoke_others': 'ended every other session',
  'session.start': 'signed in',
  'session.step_up': 'proved a second factor',
  'signing_keys.rotate': 'rotated the signing keys',
  'staff.confirm_change': 'confirmed a change of staff, as the second person',
  'staff.enrol': 'became staff',
  'staff.invite': 'invited somebody to become staff',
  'staff.propose_change_role': 'proposed another role for a member of staff',
  'staff.propose_invite': 'proposed to invite somebody to staff',
  'staff.propose_remove': 'proposed that a member of staff goes',
  'staff.withdraw_change': 'withdrew a proposed change of staff',
  'token.revoke': 'revoked a token',
  'webhook_endpoint.drill': 'ran a fire drill against a webhook endpoint',
  'webhook_endpoint.rotate_secret': 'rotated the secret of a webhook endpoint',
};

const nouns: Readonly<Record<string, string>> = {
  disbursement: 'payment',
  webhook_endpoint: 'webhook endpoint',
};
const refused = /_refused$/;

function past(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return verb === 'cancel'
    ? 'cancelled'
    : verb === 'submit'
      ? 'submitted'
      : verb === 'withdraw'
        ? 'withdrew'
        : `${verb}ed`;
}

function spelled(act: string): string {
  const [object = '', verb = ''] = act.split('.');
  const [first = '', ...rest] = verb.split('_');
  const noun = nouns[object] ?? object.replaceAll('_', ' ');
  const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
  return [past(first), ...rest, article, noun].join(' ');
}

/** The words for an act, to follow the name of who did it: "approved a payment". */
export function auditPhrase(act: string): string {
  if (refused.test(act))
    return `was refused: ${(act.replace(refused, '').split('.')[1] ?? act).replaceAll('_', ' ')}`;
  return phrases[act] ?? spelled(act);
}

const kinds: Readonly<Record<string, string>> = {
  client: 'A program',
  link: 'The applicant',
  system: 'The platform',
  person: 'A person of the partner',
  staff: 'A member of staff',
};

/** Who did it: by name where there is one. */
export function auditActorName(kind: string, name: string | null): string {
  return name ?? kinds[kind] ?? kind;
}
