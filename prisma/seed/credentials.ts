// The seed's credentials as `npm run credentials` prints them.
import { scopes } from '@/lib/core/scopes';
import { seededProjects } from './partners';
import { seededPeople } from './people';
import { seededClientSecret, seededPassword, seededTotpSecret } from './secrets';

/** Everything the seed made, with the secrets that the database holds only as hashes. */
export function seededCredentials(origin: string) {
  return {
    origin,
    clients: seededProjects.map((project) => ({
      project: project.name,
      project_id: project.id,
      livemode: project.livemode,
      tier: project.tier,
      client_id: project.client.id,
      client_secret: seededClientSecret(project),
      scopes: [...scopes],
    })),
    people: seededPeople.map((person) => ({
      email: person.email,
      password: seededPassword(person),
      role: person.role,
      totp_secret: seededTotpSecret(person),
    })),
  };
}
