// Mail to people.
import { findDevelopmentMails } from './repository';

export { deliverMail } from './deliver';
export { sendMail } from './send';
export type { Mail } from './mail';

/** What development would have sent, latest first, for /dev/mail. */
export const listDevelopmentMails = () => findDevelopmentMails(50);
