import { Building2 } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValueList } from '@/components/ui/key-value-list';
import { TextLink } from '@/components/ui/text-link';
import type { PartnerForStaff } from '@/lib/ops';
import { ReasonDialog } from '../reason-dialog';
import { Verification } from './standing';

/** What the partner says of itself, and who has checked it. */
export function Company({ partner, mayVerify }: { partner: PartnerForStaff; mayVerify: boolean }) {
  const { profile, verification, profile_updated: updated } = partner;
  if (profile === null || updated === null) {
    return (
      <EmptyState icon={Building2} title="No details yet">
        The partner fills in its company and contacts on its go-live page; then they can be verified here.
      </EmptyState>
    );
  }
  const register = `https://find-and-update.company-information.service.gov.uk/company/${encodeURIComponent(profile.company_number)}`;
  return (
    <Card className="space-y-3">
      <KeyValueList
        items={[
          { name: 'Legal name', value: profile.legal_name },
          {
            name: 'Company number',
            value: (
              <>
                {profile.company_number} (
                <TextLink href={register} target="_blank" rel="noreferrer">
                  Companies House
                </TextLink>
                )
              </>
            ),
          },
          {
            name: 'Website',
            value: (
              <TextLink href={profile.website} target="_blank" rel="noreferrer nofollow">
                {profile.website}
              </TextLink>
            ),
          },
          { name: 'Contact', value: `${profile.contact_name}, ${profile.contact_email}` },
          { name: 'Security contact', value: profile.security_email },
          { name: 'Last changed', value: <DateTime at={updated} /> },
          {
            name: 'Verification',
            value:
              verification === null ? (
                <Verification state="waiting" />
              ) : (
                <>
                  <Verification state="verified" /> by {verification.by.name ?? verification.by.id},{' '}
                  <DateTime at={verification.at} />
                </>
              ),
          },
        ]}
      />
      {verification === null && mayVerify && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="max-w-[60ch] text-13 text-ink-muted">
            Whoever verifies a partner releases none of its money. A change of any detail asks for a new
            verification.
          </p>
          <ReasonDialog
            path={`/api/ops/partners/${partner.id}/verification`}
            body={{ updated }}
            field="note"
            fieldLabel="What you checked"
            fieldHint="Register, website, a call to the contact; it stands in the audit trail."
            label="Verify company"
            variant="primary"
            title={`Verify ${profile.legal_name}`}
            description="From then on its live projects can be opened, and you can release none of its money."
            confirmLabel="Verify company"
            pendingLabel="Verifying"
            done="The company is verified"
          />
        </div>
      )}
    </Card>
  );
}
