// Applications (contract §8): from the first request to the accepted offer, and the job that has them decided.
export { acceptOffer } from './accept';
export { applicantDetailsSchema, saveApplicantDetails } from './applicant-details';
export { acceptByApplicant, applicantAcceptanceSchema, submitByApplicant } from './by-applicant';
export { createApplication } from './create';
export { hastenReviews, nextExpiry, nextReview } from './due';
export { expireApplication, expireApplications } from './expire';
export { findReviewed, finishReview } from './finish-review';
export { listApplications } from './list';
export { lookUpCompany } from './look-up-company';
export {
  lockForMoneyOut,
  noteDisbursement,
  noteDisbursementEnded,
  noteFunded,
  noteReturned,
  type MoneyOutMover,
} from './money-out';
export { readApplication } from './read';
export { refreshDecision } from './refresh';
export { resumeReviews } from './resume-reviews';
export { reviewApplication } from './review';
export {
  acceptOfferSchema,
  applicationSchema,
  createApplicationSchema,
  listApplicationsSchema,
  refreshDecisionSchema,
  type Application,
} from './schemas';
export type { ApplicationAct, ApplicationStatus } from './state';
export { submitApplication } from './submit';
export { viewForApplicant, type ApplicantView, type OfferToAccept } from './view';
export { withdrawApplication, type EndMoneyOut } from './withdraw';
