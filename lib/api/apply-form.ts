// The forms of the applicant's pages: taken from there only, and always answered by a page.
import type { z } from 'zod';
import { newId } from '@/lib/core/ids';
import { toApiError } from './error-response';
import { keepDraft } from './hosted-draft';
import { readHostedForm, refuseFailedForm, refuseForm, seeOther } from './hosted-form';

interface ApplyForm<Fields extends z.ZodObject> {
  readonly name: string;
  readonly fields: Fields;
  /** Where to go on, below the applicant's page: `?step=review`. */
  readonly next: string;
  /** Where the form is shown again. */
  readonly again: (typed: Readonly<Record<string, string>>) => string;
  readonly act: (call: { token: string; fields: z.output<Fields> }) => Promise<void>;
}

/** Notices that a page has words for, by the refusal's code. */
const notices: Readonly<Record<string, string>> = {
  invalid_value: 'terms-changed',
  offer_expired: 'offer-expired',
  account_suspended: 'not-now',
};

function typedFields(form: URLSearchParams, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** The handler of one form. */
export function applyForm<Fields extends z.ZodObject>(
  declaration: ApplyForm<Fields>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    let page = '/';
    try {
      const form = await readHostedForm(request, `apply.${declaration.name}`);
      if (!form) return refuseForm(403, 'This form was not sent from our own page.');
      const token = form.get('token') ?? '';
      page = `/apply/${encodeURIComponent(token)}`;
      const typed = typedFields(form, Object.keys(declaration.fields.shape));
      const parsed = declaration.fields.safeParse(typed);
      if (!parsed.success) {
        const wrong = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].join('.');
        const response = seeOther(`${page}?${declaration.again(typed)}notice=check&fields=${wrong}`);
        response.headers.append('set-cookie', keepDraft(page, typed));
        return response;
      }
      await declaration.act({ token, fields: parsed.data });
      return seeOther(page + declaration.next);
    } catch (thrown) {
      const { code } = toApiError(thrown, newId('req'));
      if (code === 'resource_not_found') return refuseForm(404, 'There is no such application.');
      // Somebody was quicker, in another tab say: the page shows where things stand.
      if (code === 'invalid_state') return seeOther(page);
      if (code === 'parameter_missing') return seeOther(`${page}?step=details`);
      const notice = notices[code];
      if (notice !== undefined) return seeOther(`${page}?notice=${notice}`);
      return refuseFailedForm(thrown, 'This could not be done. Go back and try again.');
    }
  };
}
